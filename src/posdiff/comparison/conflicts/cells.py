"""Joint cells: one part of each issue that no term tells apart from the rest, all combinations of them.

The joint cells of a cluster are numbered, and what a constraint accepts is one large integer with a bit for each: to
ask whether constraints can all hold is to intersect them. That is exact for any conditions, and the fastest way there
is while the cells are few. Where they are not, or outcomes cannot be cut into cells, see ``clauses.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import prod

from posdiff.comparison.conflicts.constraints import Cluster, bits
from posdiff.dossier.region import Box, Settlements
from posdiff.kinds.kind import Piece

#: Groups of joint cells above which refusals are not read off.
_MOST_GROUPS = 5_000

#: By side, the questions about its outcomes, each with its answers; None where a side cannot be cut so.
Axes = Mapping[str, list[list[Piece]] | None]


def pieces_on(cluster: Cluster, more: Iterable[Box] = ()) -> dict[str, list[Piece]]:
    """By side, every piece that a constraint names, each once."""
    by_side: dict[str, dict[Piece, None]] = {side: {} for side in cluster.sides}
    for box in (*(box for constraint in cluster.every for box in constraint.boxes), *more):
        for side, piece in box.items():
            by_side.setdefault(side, {})[piece] = None
    return {side: list(pieces) for side, pieces in by_side.items()}


def axes_of(cluster: Cluster, settlements: Settlements, more: Iterable[Box] = ()) -> Axes:
    """The questions on every side of a cluster; ``more``: boxes that will be asked about besides the constraints."""
    named = pieces_on(cluster, more)
    return {side: settlements.space(side).axes(named[side]) for side in cluster.sides}


def count_joint_cells(axes: Axes) -> int | None:
    """How many joint cells a cluster has; None where the outcomes on a side cannot be cut."""
    sides = [questions for questions in axes.values() if questions is not None]
    if len(sides) < len(axes):
        return None
    return prod(len(answers) for questions in sides for answers in questions)


class JointCells:
    """Answers whether constraints of a cluster can all hold, by its joint cells."""

    def __init__(self, cluster: Cluster, settlements: Settlements, axes: Axes) -> None:
        self._settlements = settlements
        self._known: dict[tuple[str, Piece], int] = {}
        sides = {side: questions or [] for side, questions in axes.items()}
        self._everything = (1 << prod(len(answers) for questions in sides.values() for answers in questions)) - 1
        #: By side, each answer to each question, and the joint cells in which it is given.
        self._answers: dict[str, list[list[tuple[Piece, int]]]] = {}
        stride = 1
        for side, questions in sides.items():
            self._answers[side] = []
            for answers in questions:
                count = len(answers)
                own = [(answer, self._pattern(stride, count, number)) for number, answer in enumerate(answers)]
                self._answers[side].append(own)
                stride *= count
        self._meets = [self._region(constraint.boxes) for constraint in cluster.every]
        self._terms = len(cluster.terms)
        self._last = self._everything

    def _pattern(self, stride: int, count: int, number: int) -> int:
        """The joint cells in which a question has an answer: runs of ``stride`` bits, as often as they fit."""
        run = ((1 << stride) - 1) << (number * stride)
        return run * (self._everything // ((1 << (stride * count)) - 1))

    def _region(self, boxes: Iterable[Box]) -> int:
        region = 0
        for box in boxes:
            held = self._everything
            for side, piece in box.items():
                held &= self._piece(side, piece)
            region |= held
        return region

    def _piece(self, side: str, piece: Piece) -> int:
        key = side, piece
        if key not in self._known:
            meet = self._settlements.space(side).meet
            held = self._everything
            for answers in self._answers[side]:
                outside = [cells for answer, cells in answers if meet(answer, piece) is None]
                for cells in outside:
                    held &= ~cells
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
            self._last = held
        return held != 0

    def meets(self, number: int) -> bool:
        """Whether a settlement that was found last, when the answer was yes, meets a constraint too; it is kept."""
        both = self._last & self._meets[number]
        self._last = both or self._last
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


def minimal(masks: Iterable[int]) -> list[int]:
    """The masks within which no other one lies, the smallest first."""
    kept: list[int] = []
    for mask in sorted(masks, key=lambda mask: (mask.bit_count(), bits(mask))):
        if not any(smaller & mask == smaller for smaller in kept):
            kept.append(mask)
    return kept
