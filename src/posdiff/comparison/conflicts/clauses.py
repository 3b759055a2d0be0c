"""A cluster as clauses, for clusters with too many joint cells, or whose outcomes cannot be cut into cells.

The answers to a question about an outcome have a variable each, or stand on a ladder of variables. What cannot be cut
so has a variable for each requirement of its pieces; whether the requirements that
hold can all be met is looked at when an answer is found, and a part of them that cannot becomes a clause. Every piece
and every box is a literal that implies what it means, and nothing is implied the other way round: boxes are only ever
asked for.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import combinations, groupby, pairwise
from typing import Protocol

from posdiff.comparison.conflicts.cells import Axes, pieces_on
from posdiff.comparison.conflicts.constraints import Cluster, bits, mask_of
from posdiff.comparison.conflicts.search import Search
from posdiff.dossier.region import Box, Settlements
from posdiff.kinds.kind import Piece

#: Failures on the way to one answer after which it is given up.
MOST_FAILURES = 5_000
#: Terms from which on the solver of the extra is worth its import.
_MANY_TERMS = 40


class Engine(Protocol):
    """What answers whether clauses can all hold."""

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause."""

    def solve(self, assumptions: Sequence[int], limit: int) -> bool | None:
        """Whether all clauses and the assumptions can hold; None when it was given up."""

    def model(self) -> frozenset[int]:
        """The literals that hold in the answer that was found, when it was yes."""


class Minisat:
    """MiniSat, by python-sat (the extra ``posdiff[solver]``)."""

    def __init__(self) -> None:
        from pysat.solvers import Minisat22

        self._solver = Minisat22()

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause."""
        self._solver.add_clause(list(clause))

    def solve(self, assumptions: Sequence[int], limit: int) -> bool | None:
        """Whether all clauses and the assumptions can hold; None when it was given up."""
        self._solver.conf_budget(limit)
        answer: bool | None = self._solver.solve_limited(assumptions=list(assumptions))
        return answer

    def model(self) -> frozenset[int]:
        """The literals that hold in the answer that was found, when it was yes."""
        return frozenset(self._solver.get_model() or ())


def engine(terms: int) -> Engine:
    """The engine for a cluster of so many terms: python-sat where it is installed and worth it, else our own."""
    if terms < _MANY_TERMS:
        return Search()
    try:
        return Minisat()
    except ImportError:
        return Search()


class Clauses:
    """Answers whether constraints of a cluster can all hold, by a search."""

    def __init__(self, cluster: Cluster, settlements: Settlements, axes: Axes) -> None:
        self._settlements = settlements
        self._engine = engine(len(cluster.terms))
        self._last = 0
        #: By side, the answers to each question and their variables: a ladder where there is one less of them.
        self._axes: dict[str, list[tuple[list[Piece], list[int]]]] = {}
        named = pieces_on(cluster)
        #: By side that cannot be cut, the variable of each requirement.
        self._requirements: dict[str, dict[Hashable, int]] = {}
        for side, questions in axes.items():
            if questions is None:
                self._requirements[side] = {}
            else:
                self._axes[side] = [(answers, self._numbered(side, answers, named[side])) for answers in questions]
        self._pieces: dict[tuple[str, Piece], list[int]] = {}
        self._model: frozenset[int] = frozenset()
        self._asked: list[int] = []
        self._ways: list[list[list[int]]] = []
        self._selectors = [self._selected(constraint.boxes) for constraint in cluster.every]

    def holds(self, chosen: int, within: Box | None = None) -> bool | None:
        """Whether the constraints in a mask can all hold, in a settlement within the box; None when given up."""
        # What was asked before comes first, in the same order: the engine need not go through that again.
        asked = [number for number in self._asked if chosen >> number & 1]
        asked += bits(chosen & ~mask_of(asked))
        self._asked = asked
        asked = [self._selectors[number] for number in asked]
        if within is not None:
            asked += [literal for side, piece in within.items() for literal in self._literals(side, piece)]
        left = MOST_FAILURES
        while True:
            answer = self._engine.solve(asked, left)
            if not answer:
                return answer
            model = self._engine.model()
            contradiction = self._contradiction(model)
            if not contradiction:
                self._model = model
                return True
            self._engine.add([-literal for literal in contradiction])
            left -= 1
            if left < 0:
                return None

    def meets(self, number: int) -> bool:
        """Whether the settlement that was found last, when the answer was yes, meets a constraint as well."""
        return any(self._model.issuperset(way) for way in self._ways[number])

    def _new(self) -> int:
        self._last += 1
        return self._last

    def _numbered(self, side: str, answers: Sequence[Piece], named: Sequence[Piece]) -> list[int]:
        """The variables of the answers to a question.

        Where the answers that every piece leaves stand side by side, as on a scale, there is one for each but the
        first: "this one, or a later one". Elsewhere there is one for each, of which just one holds: with the former
        alone, the search had up to half as many steps again (benchmarks/conflicts.py).
        """
        meet = self._settlements.space(side).meet
        runs = all(_is_run([meet(answer, piece) is not None for answer in answers]) for piece in named)
        variables = [self._new() for _ in answers[1 if runs else 0 :]]
        if runs:
            for earlier, later in pairwise(variables):
                self._engine.add((-later, earlier))
            return variables
        self._engine.add(variables)
        for variable, excluded in combinations(variables, 2):
            self._engine.add((-variable, -excluded))
        return variables

    def _literals(self, side: str, piece: Piece) -> list[int]:
        """The literals that together say that a side lies in a piece."""
        key = side, piece
        if key not in self._pieces:
            if side in self._requirements:
                self._pieces[key] = self._required(side, piece)
            else:
                questions = self._axes[side]
                self._pieces[key] = [literal for own in questions for literal in self._answered(side, piece, *own)]
        return self._pieces[key]

    def _answered(self, side: str, piece: Piece, answers: Sequence[Piece], variables: Sequence[int]) -> list[int]:
        """The literals that leave those answers to a question that have something in common with a piece."""
        meet = self._settlements.space(side).meet
        inside = [meet(answer, piece) is not None for answer in answers]
        if len(variables) == len(answers):
            return [-variable for variable, within in zip(variables, inside, strict=True) if not within]
        literals: list[int] = []
        start = 0
        for within, run in groupby(inside):
            end = start + sum(1 for _ in run)
            if not within:  # the answers from ``start`` up to ``end`` are not given
                before = [-variables[start - 1]] if start else []
                after = [variables[end - 1]] if end < len(answers) else []
                if before and after:
                    skipping = self._new()
                    self._engine.add((-skipping, *before, *after))
                    literals.append(skipping)
                else:
                    literals += before + after
            start = end
        return literals

    def _required(self, side: str, piece: Piece) -> list[int]:
        known = self._requirements[side]
        required = self._settlements.space(side).requirements(piece)
        for requirement in required:
            if requirement not in known:
                known[requirement] = self._new()
        return [known[requirement] for requirement in required]

    def _selected(self, boxes: Sequence[Box]) -> int:
        """A variable that implies that one of the boxes holds."""
        selector = self._new()
        ways = [[literal for side, piece in box.items() for literal in self._literals(side, piece)] for box in boxes]
        self._ways.append(ways)
        if len(ways) == 1:
            for literal in ways[0]:
                self._engine.add((-selector, literal))
            return selector
        held = []
        for literals in ways:
            if len(literals) == 1:
                held += literals
                continue
            held.append(self._new())
            for literal in literals:
                self._engine.add((-held[-1], literal))
        self._engine.add((-selector, *held))
        return selector

    def _contradiction(self, model: frozenset[int]) -> list[int]:
        """The variables of requirements that hold in a model though no outcome meets them; empty without any."""
        for side, known in self._requirements.items():
            held = [requirement for requirement, number in known.items() if number in model]
            broken = self._settlements.space(side).contradiction(held)
            if broken:
                return sorted(known[requirement] for requirement in broken)
        return []


def _is_run(inside: Sequence[bool]) -> bool:
    """Whether what is inside stands side by side."""
    return sum(within for within, _ in groupby(inside)) < 2
