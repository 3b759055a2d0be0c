"""Questions about a cluster: can these hold together? Counted, so that every run ends, at the same place everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from posdiff.comparison.conflicts.cells import JointCells, axes_of, count_joint_cells
from posdiff.comparison.conflicts.clauses import Clauses
from posdiff.comparison.conflicts.constraints import Cluster, mask_of
from posdiff.dossier.region import Box, Settlements

#: Questions about one cluster, at most. One about many terms takes longer, and there are more of them to ask: of large
#: clusters it is this number by the square of the terms and rules, but never below the last one.
MOST_QUESTIONS = 20_000
_MOST_BY_SQUARE = 20_000_000
_FEWEST = 100
#: Ways to meet one constraint (its offers, or where it does not bind). Of more, no question is put to a search: one
#: answer would take minutes. Joint cells, where they are few, answer whatever the number.
MOST_WAYS = 60

#: Joint cells of a cluster above which it is searched instead.
MOST_CELLS = 50_000


class OutOfQuestions(Exception):
    """The budget is spent, or one question was too hard. No error: the search ends here, and its answer says so."""


class Questions:
    """Whether constraints of a cluster can all hold: by its joint cells where these are few, else by a search."""

    def __init__(self, cluster: Cluster, settlements: Settlements, more: Iterable[Box] = ()) -> None:
        """``more``: boxes that will be asked about."""
        self.cluster = cluster
        axes = axes_of(cluster, settlements, more)
        number = count_joint_cells(axes)
        few = number is not None and number <= MOST_CELLS
        self.cells = JointCells(cluster, settlements, axes) if few else None
        searchable = all(len(constraint.boxes) <= MOST_WAYS for constraint in cluster.every)
        self._engine = self.cells or (Clauses(cluster, settlements, axes) if searchable else None)
        by_size = max(_FEWEST, _MOST_BY_SQUARE // max(1, len(cluster.every)) ** 2)
        self._left = min(MOST_QUESTIONS, by_size)

    def hold(self, chosen: int, within: Box | None = None) -> bool:
        """Whether the constraints in a mask can all hold, in a settlement within the box. Raises OutOfQuestions."""
        self._spend(1)
        return self._answer(chosen, within)

    def grown(self, chosen: int, numbers: Sequence[int]) -> int:
        """The mask with each of the numbers, in this order, that can hold together with what is there.

        What the last answer found meets is not asked about again; how much that spares hangs on the engine, so that
        the budget counts a number of its own: two for every constraint that is refused.
        """
        self._spend(1)
        self._answer(chosen, None)
        for number in numbers:
            if (self._engine and self._engine.meets(number)) or self._answer(chosen | 1 << number, None):
                chosen |= 1 << number
            else:
                self._spend(2)
        return chosen

    def _spend(self, number: int) -> None:
        self._left -= number
        if self._left < 0:
            raise OutOfQuestions

    def _answer(self, chosen: int, within: Box | None) -> bool:
        answer = self._engine.holds(chosen, within) if self._engine else None
        if answer is None:
            raise OutOfQuestions
        return answer

    def needed(self, numbers: Sequence[int], base: int, within: Box | None = None) -> list[int]:
        """Of constraints that cannot hold together with ``base``: a minimal part that cannot, the first ones kept.

        QuickXplain (Junker 2004): of two such parts the one that does without what comes late.
        """

        def part(base: int, known: bool, left: Sequence[int]) -> list[int]:
            if known and not self.hold(base, within):
                return []
            if len(left) == 1:
                return list(left)
            half = len(left) // 2
            first, second = left[:half], left[half:]
            late = part(base | mask_of(first), bool(first), second)
            early = part(base | mask_of(late), bool(late), first)
            return early + late

        if not numbers or not self.hold(base, within):
            return []
        return part(base, False, list(numbers))


def asked(question: Callable[[], bool]) -> bool | None:
    """The answer to a question; None when the budget is spent."""
    try:
        return question()
    except OutOfQuestions:
        return None
