"""What follows from terms that can hold together, though nobody says it: forced outcomes, and conditions ruled out."""

from collections.abc import Sequence
from typing import NamedTuple

from posdiff.comparison.conflicts.cells import pieces_on
from posdiff.comparison.conflicts.conflict import FirmnessLevel
from posdiff.comparison.conflicts.constraints import Cluster, Stated, bits, mask_of
from posdiff.comparison.conflicts.questions import OutOfQuestions, Questions
from posdiff.dossier.agenda import Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Outcome
from posdiff.dossier.term import Condition
from posdiff.kinds.kind import Piece, Space, Union


class Reasons(NamedTuple):
    """Terms, rules and outcomes from which something follows, none of which can be left out."""

    terms: tuple[Stated, ...]
    rules: tuple[Rule, ...]
    outcomes: tuple[Outcome, ...]


class Forced(NamedTuple):
    """In every settlement that meets the terms of a level, a side comes out so; no one term says it.

    ``side``: an issue, or the course of events. ``issue``: the one that it is told under.
    """

    side: str
    outcomes: Union
    level: FirmnessLevel
    because: Reasons


class ExcludedCondition(NamedTuple):
    """A condition of a term that cannot come about while the terms of a level hold.

    ``demand``: it is the term's ``applies_if``, so that it never binds; else that of an offer, which is never taken.
    """

    stated: Stated
    condition: Condition
    demand: bool
    level: FirmnessLevel
    because: Reasons


def boxes(cluster: Cluster, settlements: Settlements) -> list[Box]:
    """The boxes that are asked about here, beside those of the constraints."""
    condition_boxes = []
    for stated in cluster.stated:
        for condition in stated.part.term.conditions:
            box = settlements.box(condition)
            if box is not None:
                condition_boxes.append(box)
    return condition_boxes


def excluded_conditions(
    cluster: Cluster, questions: Questions, settlements: Settlements, terms: int, level: FirmnessLevel
) -> tuple[list[ExcludedCondition], bool]:
    """The conditions that the terms of a level rule out, and whether these are all: not when the budget is spent."""
    found: list[ExcludedCondition] = []
    try:
        for number in bits(terms):
            stated = cluster.stated[number]
            for condition in stated.part.term.conditions:
                box = settlements.box(condition)
                if box is None or not questions.hold(terms | cluster.all_hard, box):
                    because = _because(cluster, questions, terms, box)
                    of_demand = condition == stated.part.term.condition
                    found.append(ExcludedCondition(stated, condition, of_demand, level, because))
    except OutOfQuestions:
        return found, False
    return found, True


def forced(
    cluster: Cluster, questions: Questions, settlements: Settlements, terms: int, level: FirmnessLevel
) -> tuple[list[Forced], bool]:
    """What the terms of a level leave of each side, where that is less than each of them says by itself.

    And whether that is all: not when the budget is spent.
    """
    named = pieces_on(cluster)
    found: list[Forced] = []
    try:
        for side in cluster.sides:
            plain = _plain(cluster, terms, side)
            space = settlements.space(side)

            def possible(piece: Piece, side: str = side) -> bool:
                return questions.hold(terms | cluster.all_hard, {side: piece})

            for excluded, outcomes in space.restrictions(named[side], possible):
                if _said(space, plain, outcomes):
                    continue
                against = [{side: piece} for piece in excluded]
                because = _because_all(cluster, questions, terms, against)
                if because is not None:
                    found.append(Forced(side, outcomes, level, because))
    except OutOfQuestions:
        return found, False
    return found, True


def _plain(cluster: Cluster, terms: int, side: str) -> list[Union]:
    """What each constraint says of a side by itself, whatever comes out elsewhere."""
    held = [
        constraint
        for number, constraint in enumerate(cluster.every)
        if number >= len(cluster.terms) or terms >> number & 1
    ]
    return [
        tuple(box[side] for box in constraint.boxes)
        for constraint in held
        if constraint.boxes and all(side in box for box in constraint.boxes)
    ]  # fmt: skip


def _said(space: Space, plain: Sequence[Union], outcomes: Union) -> bool:
    """Whether one constraint by itself says that no more than these outcomes is left, or those with one way only do.

    What these have in common is read off them, and shown as common ground; what is left of several ways is not.
    """
    one_way = [union for union in map(space.tidy, plain) if len(union) == 1]
    said = [*plain, space.common(one_way)[0]] if one_way else plain
    return any(space.within(union, outcomes) for union in said)


def _because(cluster: Cluster, questions: Questions, terms: int, within: Box | None) -> Reasons:
    """A minimal part of the terms, rules and outcomes that rules a box out, firmer terms first."""
    if within is None:
        return Reasons((), (), ())
    return _named(cluster, questions.needed(bits(terms | cluster.all_hard), 0, within))


def _because_all(cluster: Cluster, questions: Questions, terms: int, boxes: Sequence[Box]) -> Reasons | None:
    """The same for several boxes, all ruled out by one minimal part; None where nothing is needed for it."""
    together: dict[int, None] = {}
    for box in boxes:
        together.update(dict.fromkeys(questions.needed(bits(terms | cluster.all_hard), 0, box)))
    # What rules one box out may do without what rules out another one: the softest are tried first.
    needed = sorted(together)
    for number in reversed(needed):
        rest = mask_of(other for other in needed if other != number)
        if not any(questions.hold(rest, box) for box in boxes):
            needed.remove(number)
    return _named(cluster, needed) if needed else None


def _named(cluster: Cluster, numbers: Sequence[int]) -> Reasons:
    sources = [cluster.every[number].source for number in numbers]
    return Reasons(
        tuple(source for source in sources if isinstance(source, Stated)),
        tuple(source for source in sources if isinstance(source, Rule)),
        tuple(source for source in sources if isinstance(source, Outcome)),
    )
