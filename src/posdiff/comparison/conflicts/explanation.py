"""Why terms cannot all hold: step by step, each by one term, rule or outcome, until nothing is left.

What has only one way left to be met is taken first, and what that rules out elsewhere follows (unit propagation).
Where everything left has several ways, they are gone through one by one, as cases.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from posdiff.comparison.conflicts.conflict import Conflict
from posdiff.comparison.conflicts.constraints import (
    Constraint,
    Stated,
    constraint_of,
    outcome_constraint,
    rule_constraint,
)
from posdiff.dossier.agenda import Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Outcome
from posdiff.kinds.kind import Piece

#: ``states``: it says so, whatever else; ``leaves``: of its ways only one is left, by earlier steps; ``case``: one of
#: the ways that are left is supposed, to see where it leads; ``closes``: no way is left of it.
Move = Literal["states", "leaves", "case", "closes"]
_NOTHING: Box = MappingProxyType({})
#: Steps of one explanation.
_MOST_STEPS = 40


class Clash(NamedTuple):
    """The side on which a step clashes with what held before it: what held, and the pieces that made it so."""

    side: str
    held: Piece
    pieces: tuple[Piece, ...]


class ReasoningStep(NamedTuple):
    """One step. ``fixes``: what now holds by it, by side; ``left``: what is then left there, where that is less."""

    move: Move
    source: Stated | Rule | Outcome
    fixes: Box
    #: Numbers of the earlier steps (from 0) that leave it no other way, or none.
    since: tuple[int, ...]
    #: Within how many cases it stands.
    depth: int
    left: Box = _NOTHING
    #: Where nothing is left of the one way that there is.
    clash: Clash | None = None


class Explanation(NamedTuple):
    """The steps, and whether these are all."""

    steps: tuple[ReasoningStep, ...]
    complete: bool


def explained(conflict: Conflict, settlements: Settlements) -> Explanation:
    """Why the terms of a conflict cannot all hold."""
    outcomes = [outcome_constraint(settlements, outcome) for outcome in conflict.outcomes]
    terms = [constraint_of(settlements, stated) for stated in conflict.terms]
    rules = [rule_constraint(settlements, rule) for rule in conflict.rules]
    explainer = _Explainer(settlements)
    plain = [stated for stated in (*outcomes, *terms) if len(stated.boxes) == 1]
    linked = [stated for stated in (*outcomes, *terms) if len(stated.boxes) != 1]
    try:
        explainer.run([*plain, *rules, *linked], {}, {}, ())
    except _TooMany:
        return Explanation(tuple(explainer.steps), False)
    return Explanation(tuple(explainer.steps), True)


class _TooMany(Exception):
    """No further step is told."""


class _Explainer:
    def __init__(self, settlements: Settlements) -> None:
        self._settlements = settlements
        self.steps: list[ReasoningStep] = []

    def run(
        self, left: Sequence[Constraint], held: Box, since: dict[str, tuple[int, ...]], fixed: tuple[Box, ...],
        depth: int = 0,
    ) -> None:  # fmt: skip
        """Go on from what holds until nothing is left.

        ``since``: by side, the steps that made it what it is; ``fixed``: what each of the steps on the way fixed.
        """
        waiting = list(left)
        while waiting:
            constraint, ways = self._next(waiting, held)
            if len(ways) > 1:
                for box in ways:
                    rest = [later for later in waiting if later is not constraint]
                    number = self._add(
                        ReasoningStep("case", constraint.source, box, self._because(constraint, held, since), depth + 1)
                    )
                    both = self._settlements.both(held, box)
                    if both is not None:
                        self.run(rest, both, self._touched(since, box, number), (*fixed, box), depth + 1)
                return
            waiting.remove(constraint)
            because = self._because(constraint, held, since)
            if not ways:
                self._add(self._closing(constraint, held, because, fixed, depth))
                return
            move: Move = "states" if len(constraint.boxes) == 1 else "leaves"
            held = self._settlements.both(held, ways[0]) or held
            less = {side: held[side] for side, piece in ways[0].items() if held[side] != piece}
            number = self._add(ReasoningStep(move, constraint.source, ways[0], because, depth, less))
            since = self._touched(since, ways[0], number)
            fixed = (*fixed, ways[0])

    def _add(self, step: ReasoningStep) -> int:
        if len(self.steps) == _MOST_STEPS:
            raise _TooMany
        self.steps.append(step)
        return len(self.steps) - 1

    def _next(self, waiting: Sequence[Constraint], held: Box) -> tuple[Constraint, list[Box]]:
        """What to look at next: what is not to be met any more, then what has one way left, then the fewest ways."""
        open_ways = [
            (constraint, [box for box in constraint.boxes if self._settlements.both(held, box) is not None])
            for constraint in waiting
        ]
        return min(open_ways, key=lambda pair: (len(pair[1]), len(pair[0].boxes) == 1))

    def _because(self, constraint: Constraint, held: Box, since: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
        """The steps that rule out the ways of a constraint that are not left."""
        numbers: set[int] = set()
        for box in constraint.boxes:
            if self._settlements.both(held, box) is None:
                numbers.update(since.get(self._clashing(held, box), ()))
        return tuple(sorted(numbers))

    def _clashing(self, held: Box, box: Box) -> str:
        """The first side on which a box has nothing with what holds, where the two have no settlement in common."""
        return next(
            side
            for side, piece in box.items()
            if side in held and self._settlements.space(side).meet(held[side], piece) is None
        )

    def _closing(
        self, constraint: Constraint, held: Box, because: tuple[int, ...], fixed: Sequence[Box], depth: int
    ) -> ReasoningStep:
        if len(constraint.boxes) != 1:
            return ReasoningStep("closes", constraint.source, _NOTHING, because, depth)
        box = constraint.boxes[0]
        side = self._clashing(held, box)
        pieces = tuple(fix[side] for fix in (*fixed, box) if side in fix)
        return ReasoningStep(
            "closes", constraint.source, box, because, depth, _NOTHING, Clash(side, held[side], pieces)
        )

    def _touched(self, since: dict[str, tuple[int, ...]], box: Box, number: int) -> dict[str, tuple[int, ...]]:
        return {**since, **{side: (*since.get(side, ()), number) for side in box}}
