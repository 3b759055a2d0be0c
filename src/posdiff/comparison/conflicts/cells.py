"""Cells: the parts of an issue that no term tells apart. Joint cells: one part of each issue, all combinations.

Of a choice a cell is a group of options, of a quantity or date the span between two neighbouring bounds; a set is
cut member by member. The joint cells of a cluster are numbered, and what a constraint accepts is one large integer
with a bit for each: to ask whether constraints can all hold is to intersect them. That is exact for any conditions,
and the fastest way there is while the cells are few. Courses of events are not cut: see ``clauses.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import prod

from posdiff.comparison.conflicts.constraints import Cluster, bits
from posdiff.dossier.region import COURSE, Box, Settlements
from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.kind import Piece, Space
from posdiff.kinds.scale import Interval, ScaleSpace
from posdiff.kinds.set import SetSpace, Subsets

#: Joint cells above which a cluster is searched instead.
MOST_CELLS = 50_000
#: Groups of joint cells above which refusals are not read off.
_MOST_GROUPS = 5_000


def pieces_on(cluster: Cluster, more: Iterable[Box] = ()) -> dict[str, list[Piece]]:
    """By side, every piece that a constraint names, each once."""
    found: dict[str, dict[Piece, None]] = {side: {} for side in cluster.sides}
    for box in (*(box for one in cluster.every for box in one.boxes), *more):
        for side, piece in box.items():
            found.setdefault(side, {})[piece] = None
    return {side: list(pieces) for side, pieces in found.items()}


def cells(space: Space, pieces: Sequence[Piece]) -> list[Piece]:
    """The cells of a choice or a line: together everything, and each inside or outside every one of the pieces."""
    if isinstance(space, ChoiceSpace):
        groups: dict[tuple[bool, ...], list[str]] = {}
        for option in space.options:
            groups.setdefault(tuple(option in piece for piece in pieces), []).append(option)
        return [frozenset(group) for group in groups.values()]
    if isinstance(space, ScaleSpace):
        cuts = {cut for span in (space.everything, *pieces) for cut in span}
        return [Interval(low, high) for low, high in pairwise(sorted(cuts))]
    raise TypeError(space.kind)


def members_named(space: SetSpace, pieces: Sequence[Subsets]) -> list[str]:
    """The members of a set that any of the pieces names, in the order of the agenda."""
    return [m for m in space.members if any(m in piece.includes or m in piece.excludes for piece in pieces)]


class JointCells:
    """Answers whether constraints of a cluster can all hold, by its joint cells."""

    def __init__(self, cluster: Cluster, settlements: Settlements, named: Mapping[str, Sequence[Piece]]) -> None:
        """``named``: the pieces that the constraints, and the boxes to be asked about, name on each side."""
        self._count = size(cluster, settlements, named)
        self._settlements = settlements
        self._known: dict[tuple[str, Piece], int] = {}
        self._everything = (1 << self._count) - 1
        #: By side, its cells, or the members of a set; and by cell, or member, the joint cells in which it is so.
        self._parts: dict[str, list[tuple[Piece, int]]] = {}
        stride = 1
        for side in cluster.sides:
            space = settlements.space(side)
            if isinstance(space, SetSpace):
                parts: list[Piece] = members_named(space, named[side])
                self._parts[side] = []
                for member in parts:
                    self._parts[side].append((member, self._pattern(stride, 2, 1)))
                    stride *= 2
            else:
                parts = cells(space, named[side])
                own = [(part, self._pattern(stride, len(parts), n)) for n, part in enumerate(parts)]
                self._parts[side] = own
                stride *= len(parts)
        self._meets = [self._region(one.boxes) for one in cluster.every]
        self._terms = len(cluster.terms)
        self._found = self._everything

    def _pattern(self, stride: int, parts: int, number: int) -> int:
        """The joint cells in which a coordinate has a value: runs of ``stride`` bits, as often as they fit."""
        run = ((1 << stride) - 1) << (number * stride)
        return run * (self._everything // ((1 << (stride * parts)) - 1))

    def _region(self, boxes: Iterable[Box]) -> int:
        found = 0
        for box in boxes:
            held = self._everything
            for side, piece in box.items():
                held &= self._piece(side, piece)
            found |= held
        return found

    def _piece(self, side: str, piece: Piece) -> int:
        key = side, piece
        if key not in self._known:
            space = self._settlements.space(side)
            held = 0
            if isinstance(space, SetSpace):
                held = self._everything
                for member, inside in self._parts[side]:
                    if member in piece.includes:
                        held &= inside
                    elif member in piece.excludes:
                        held &= ~inside
            else:
                for cell, inside in self._parts[side]:
                    if space.meet(cell, piece) is not None:
                        held |= inside
            self._known[key] = held
        return self._known[key]

    def holds(self, chosen: int, within: Box | None = None) -> bool:
        """Whether the constraints in a mask can all hold, in a settlement within the box."""
        held = self._everything if within is None else self._region((within,))
        for number in bits(chosen):
            held &= self._meets[number]
            if not held:
                return False
        if held:
            self._found = held
        return held != 0

    def meets(self, number: int) -> bool:
        """Whether a settlement that was found last, when the answer was yes, meets a constraint too; it is kept."""
        both = self._found & self._meets[number]
        self._found = both or self._found
        return both != 0

    def refusals(self, hard: int) -> list[int] | None:
        """The minimal sets of terms that an outcome refuses, of the outcomes that the hard constraints allow.

        None where the joint cells fall into too many groups for that.
        """
        allowed = self._everything
        for number in bits(hard):
            allowed &= self._meets[number]
        groups = {0: allowed} if allowed else {}
        for number in range(self._terms):
            meets, split = self._meets[number], {}
            for refused, group in groups.items():
                inside = group & meets
                if inside:
                    split[refused] = inside
                if inside != group:
                    split[refused | 1 << number] = group & ~meets
            groups = split
            if len(groups) > _MOST_GROUPS:
                return None
        return minimal(groups)


def size(cluster: Cluster, settlements: Settlements, named: Mapping[str, Sequence[Piece]]) -> int:
    """How many joint cells a cluster has; more than ``MOST_CELLS`` where it orders steps."""
    if COURSE in cluster.sides:
        return MOST_CELLS + 1
    counts = []
    for side in cluster.sides:
        space = settlements.space(side)
        if isinstance(space, SetSpace):
            counts.append(2 ** len(members_named(space, named[side])))
        else:
            counts.append(len(cells(space, named[side])))
    return prod(counts)


def minimal(masks: Iterable[int]) -> list[int]:
    """The masks within which no other one lies, the smallest first."""
    kept: list[int] = []
    for mask in sorted(masks, key=lambda mask: (mask.bit_count(), bits(mask))):
        if not any(other & mask == other for other in kept):
            kept.append(mask)
    return kept
