"""A cluster as clauses, for clusters with too many joint cells, or that order steps.

A choice is one variable for each cell, of which just one holds; a set one for each member; a line one for each bound
("above it"). A demand on the course of events is a variable of its own; whether the demands that hold can all be kept
is looked at when an answer is found, and a ring of them that cannot becomes a clause. Every piece and every box is a
variable that implies what it means, and nothing is implied the other way round: boxes are only ever asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from posdiff.comparison.conflicts.cells import cells, members_named
from posdiff.comparison.conflicts.constraints import Cluster, bits, mask_of
from posdiff.comparison.conflicts.search import Search
from posdiff.dossier.region import Box, Settlements
from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.kind import Piece
from posdiff.kinds.scale import ScaleSpace
from posdiff.kinds.sequence import Demand, Order, SequenceSpace, path
from posdiff.kinds.set import SetSpace

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

    def __init__(self, cluster: Cluster, settlements: Settlements, named: Mapping[str, Sequence[Piece]]) -> None:
        """``named``: the pieces that the constraints, and the boxes to be asked about, name on each side."""
        self._settlements = settlements
        self._engine = engine(len(cluster.terms))
        self._last = 0
        #: By side and cell, member, or cut: its variable.
        self._variables: dict[tuple[str, object], int] = {}
        self._cells: dict[str, list[Piece]] = {}
        self._pieces: dict[tuple[str, Piece], list[int]] = {}
        self._demands: dict[Demand, int] = {}
        self._boxes: dict[int, int] = {}
        self._course = next(
            (space.steps for side in cluster.sides if isinstance(space := settlements.space(side), SequenceSpace)), None
        )
        for side in cluster.sides:
            self._declare(side, named[side])
        self._model: frozenset[int] = frozenset()
        self._asked: list[int] = []
        self._ways: list[list[list[int]]] = []
        self._selectors = [self._selected(one.boxes) for one in cluster.every]

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
            ring = self._ring(model)
            if not ring:
                self._model = model
                return True
            self._engine.add([-literal for literal in ring])
            left -= 1
            if left < 0:
                return None

    def meets(self, number: int) -> bool:
        """Whether the settlement that was found last, when the answer was yes, meets a constraint as well."""
        return any(self._model.issuperset(way) for way in self._ways[number])

    def _new(self) -> int:
        self._last += 1
        return self._last

    def _declare(self, side: str, named: Sequence[Piece]) -> None:
        space = self._settlements.space(side)
        if isinstance(space, ChoiceSpace):
            self._cells[side] = cells(space, named)
            own = [self._variables.setdefault((side, cell), self._new()) for cell in self._cells[side]]
            self._engine.add(own)
            for place, one in enumerate(own):
                for other in own[place + 1 :]:
                    self._engine.add((-one, -other))
        elif isinstance(space, SetSpace):
            for member in members_named(space, named):
                self._variables[side, member] = self._new()
        elif isinstance(space, ScaleSpace):
            inner = [cell.low for cell in cells(space, named)[1:]]
            above = [self._variables.setdefault((side, cut), self._new()) for cut in inner]
            for lower, higher in pairwise(above):
                self._engine.add((-higher, lower))

    def _literals(self, side: str, piece: Piece) -> list[int]:
        """The literals that together say that a side lies in a piece."""
        key = side, piece
        if key not in self._pieces:
            self._pieces[key] = self._made(side, piece)
        return self._pieces[key]

    def _made(self, side: str, piece: Piece) -> list[int]:
        space = self._settlements.space(side)
        if isinstance(space, ChoiceSpace):
            return [-self._variables[side, cell] for cell in self._cells[side] if not cell & piece]
        if isinstance(space, SetSpace):
            inside = [self._variables[side, member] for member in space.members if member in piece.includes]
            return inside + [-self._variables[side, member] for member in space.members if member in piece.excludes]
        if isinstance(space, ScaleSpace):
            low, high = self._variables.get((side, piece.low)), self._variables.get((side, piece.high))
            return ([low] if low is not None else []) + ([-high] if high is not None else [])
        assert isinstance(piece, Order) and self._course is not None
        found = []
        for demand in self._course.reduced(piece):
            if demand not in self._demands:
                self._demands[demand] = self._new()
            found.append(self._demands[demand])
        return found

    def _selected(self, boxes: Sequence[Box]) -> int:
        """A variable that implies that one of the boxes holds."""
        selector = self._new()
        sides = [[each for side, piece in box.items() for each in self._literals(side, piece)] for box in boxes]
        self._ways.append(sides)
        if len(sides) == 1:
            for literal in sides[0]:
                self._engine.add((-selector, literal))
            return selector
        held = []
        for literals in sides:
            if len(literals) == 1:
                held += literals
                continue
            held.append(self._new())
            for literal in literals:
                self._engine.add((-held[-1], literal))
        self._engine.add((-selector, *held))
        return selector

    def _ring(self, model: frozenset[int]) -> list[int]:
        """The variables of demands that hold and make a ring that no course of events keeps; empty without one."""
        if self._course is None:
            return []
        asked = {demand: number for demand, number in self._demands.items() if number in model}
        if self._course.close(asked) is not None:
            return []
        rank = self._course.rank
        by: dict[tuple[str, str], int | None] = {}
        for demand, number in sorted(asked.items(), key=lambda pair: pair[0].together):  # strict ones first
            by.setdefault((demand.first, demand.second), number)
            if demand.together:
                by.setdefault((demand.second, demand.first), number)
        inner = {step for demand in asked for step in demand[:2]}
        for pair in self._course.free.before:
            if pair[0] in inner and pair[1] in inner:
                by[pair] = None
        edges: dict[str, list[str]] = {}
        for first, second in sorted(by, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
            edges.setdefault(first, []).append(second)
        strict = [(d.first, d.second) for d in asked if not d.together]
        strict += [pair for pair, number in by.items() if number is None]
        strict.sort(key=lambda pair: (rank[pair[0]], rank[pair[1]]))
        ways = [way for first, second in strict if (way := path(edges, second, first))]
        way = min(ways, key=lambda way: (len(way), [rank[step] for step in way]))
        around = [*pairwise(way), (way[-1], way[0])]
        return sorted({each for pair in around if (each := by[pair]) is not None})
