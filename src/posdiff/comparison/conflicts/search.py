"""A small complete search for whether clauses can all hold: unit propagation, and learning from what fails.

Conflict-driven clause learning (Marques-Silva and Sakallah 1996; the watched literals and the order of decisions are
those of Chaff, Moskewicz et al. 2001). It answers yes or no; nothing else of it is used, so that another engine may
take its place. Literals are numbers as in DIMACS: ``-3`` is "not 3".
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

_DECAY = 1.0 / 0.95
_TOO_LARGE = 1e100
_FEWEST_BEFORE_RESTART = 100


class Search:
    """Clauses, and what was learnt from them."""

    def __init__(self) -> None:
        self._watchers: dict[int, list[list[int]]] = {}
        self._value: dict[int, bool] = {}  # of literals: both of a variable, once it is assigned
        self._level: dict[int, int] = {}
        self._reason: dict[int, list[int] | None] = {}
        self._trail: list[int] = []
        self._starts: list[int] = []
        self._done = 0
        self._asked: list[int] = []
        self._activity: dict[int, float] = {}
        self._heap: list[tuple[float, int]] = []
        self._bump = 1.0
        self._broken = False

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause: one of its literals holds."""
        self._back_to(0)
        literals = [literal for literal in dict.fromkeys(clause) if self._value.get(literal) is not False]
        for literal in literals:
            self._know(abs(literal))
        if any(self._value.get(literal) or -literal in literals for literal in literals):
            return
        if not literals:
            self._broken = True
        elif len(literals) == 1:
            self._assign(literals[0], None)
        else:
            self._watch(literals)

    def solve(self, assumptions: Sequence[int], limit: int) -> bool | None:
        """Whether all clauses and the assumptions can hold; None after more than ``limit`` failures on the way."""
        if self._broken:
            return False
        shared = 0
        for old, new in zip(self._asked, assumptions, strict=False):
            if old != new or shared >= len(self._starts):
                break
            shared += 1
        self._back_to(shared)
        self._asked = list(assumptions)
        failures, restart = 0, _FEWEST_BEFORE_RESTART
        while True:
            failed = self._propagate()
            if failed is not None:
                if not self._starts:
                    self._broken = True
                    return False
                failures += 1
                if failures > limit:
                    self._back_to(0)  # what was found here is not all that follows: nothing of it may be kept
                    return None
                self._learn(failed)
                if failures == restart:
                    restart *= 2
                    self._back_to(len(self._asked))
                continue
            answer = self._decide()
            if answer is not None:
                return answer

    def model(self) -> frozenset[int]:
        """The literals that hold in the answer that was found, when it was yes."""
        return frozenset(self._trail)

    def _decide(self) -> bool | None:
        """Assume or decide what comes next; the answer when an assumption fails, or nothing is left to decide."""
        while len(self._starts) < len(self._asked):
            literal = self._asked[len(self._starts)]
            known = self._value.get(literal)
            if known is False:
                return False
            self._starts.append(len(self._trail))
            if known is None:
                self._know(abs(literal))
                self._assign(literal, None)
                return None
        while self._heap:
            _, variable = heappop(self._heap)
            if variable not in self._value:
                self._starts.append(len(self._trail))
                self._assign(-variable, None)
                return None
        return True

    def _know(self, variable: int) -> None:
        if variable not in self._activity:
            self._activity[variable] = 0.0
            heappush(self._heap, (0.0, variable))

    def _watch(self, literals: list[int]) -> None:
        for literal in literals[:2]:
            self._watchers.setdefault(-literal, []).append(literals)

    def _assign(self, literal: int, reason: list[int] | None) -> None:
        self._value[literal], self._value[-literal] = True, False
        self._level[abs(literal)] = len(self._starts)
        self._reason[abs(literal)] = reason
        self._trail.append(literal)

    def _back_to(self, level: int) -> None:
        if len(self._starts) <= level:
            return
        start = self._starts[level]
        for literal in self._trail[start:]:
            del self._value[literal], self._value[-literal]
            variable = abs(literal)
            heappush(self._heap, (-self._activity[variable], variable))
        del self._trail[start:], self._starts[level:]
        self._done = min(self._done, start)

    def _propagate(self) -> list[int] | None:
        """Assign what follows; a clause of which nothing can hold, where there is one."""
        value = self._value
        while self._done < len(self._trail):
            literal = self._trail[self._done]
            self._done += 1
            watching = self._watchers.get(literal)
            if not watching:
                continue
            kept: list[list[int]] = []
            for place, clause in enumerate(watching):
                if clause[0] == -literal:
                    clause[0], clause[1] = clause[1], clause[0]
                first = clause[0]
                if value.get(first):
                    kept.append(clause)
                    continue
                for index in range(2, len(clause)):
                    if value.get(clause[index]) is not False:
                        clause[1], clause[index] = clause[index], clause[1]
                        self._watchers.setdefault(-clause[1], []).append(clause)
                        break
                else:
                    kept.append(clause)
                    if value.get(first) is False:
                        kept.extend(watching[place + 1 :])
                        self._watchers[literal] = kept
                        return clause
                    self._assign(first, clause)
            self._watchers[literal] = kept
        return None

    def _learn(self, failed: list[int]) -> None:
        """Add the clause that would have seen the failure coming (first unique implication point); go back to it."""
        level = len(self._starts)
        seen: set[int] = set()
        learnt: list[int] = []
        open_ = 0
        place = len(self._trail) - 1
        clause, own = failed, 0
        while True:
            for literal in clause:
                variable = abs(literal)
                if literal != own and variable not in seen and self._level[variable] > 0:
                    seen.add(variable)
                    self._raise(variable)
                    if self._level[variable] == level:
                        open_ += 1
                    else:
                        learnt.append(literal)
            while abs(self._trail[place]) not in seen:
                place -= 1
            own = self._trail[place]
            place -= 1
            open_ -= 1
            if not open_:
                break
            clause = self._reason[abs(own)] or []
        learnt.sort(key=lambda literal: -self._level[abs(literal)])
        self._bump *= _DECAY
        self._back_to(self._level[abs(learnt[0])] if learnt else 0)
        clause = [-own, *learnt]
        if len(clause) > 1:
            self._watch(clause)
        self._assign(-own, clause)

    def _raise(self, variable: int) -> None:
        self._activity[variable] += self._bump
        if self._activity[variable] > _TOO_LARGE:
            for known in self._activity:
                self._activity[known] /= _TOO_LARGE
            self._bump /= _TOO_LARGE
            self._heap = [(-self._activity[known], known) for _, known in self._heap]
            heapify(self._heap)
