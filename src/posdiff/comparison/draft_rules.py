"""Whether a draft keeps the agenda's rules by itself, whatever any party holds."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Draft


def broken_rules(agenda: Agenda, draft: Draft) -> tuple[tuple[Rule, ...], ...]:
    """The rules that no settlement within the draft meets: one by itself, or several that it meets only one by one.

    With none of these it can be met, as far as the draft leaves any settlement at all.
    """
    settlements = Settlements(agenda.issues)
    settled = [
        settlements.boxes(*(((issue, piece),) for piece in outcome.leaves))
        for issue, outcome in draft.outcomes.items()
        if agenda.issues[issue].space.comparable
    ]

    def hold(rules: Sequence[Rule]) -> bool:
        regions: list[Sequence[Box]] = [*settled, *(settlements.keeping(rule) for rule in rules)]
        return settlements.meet({}, regions) is not False  # what was not found out is no fault

    if not agenda.rules or not hold(()):
        return ()
    broken: list[tuple[Rule, ...]] = [(rule,) for rule in agenda.rules if not hold((rule,))]
    left = [rule for rule in agenda.rules if (rule,) not in broken]
    while not hold(left):
        needed = list(left)
        for rule in left:
            rest = [kept for kept in needed if kept is not rule]
            if not hold(rest):
                needed = rest
        broken.append(tuple(needed))
        left = [rule for rule in left if rule not in needed]
    return tuple(broken)


def contradicting(agenda: Agenda, draft: Draft) -> tuple[str, ...]:
    """The issues on which a draft contradicts itself, as few as do: orders that no course of events meets."""
    settlements = Settlements(agenda.issues)
    regions = {
        issue: settlements.boxes(*(((issue, piece),) for piece in outcome.leaves))
        for issue, outcome in draft.outcomes.items()
        if agenda.issues[issue].space.uses_steps
    }
    needed = list(regions)
    if settlements.meet({}, list(regions.values())) is not False:
        return ()
    for issue in regions:
        rest = [other for other in needed if other != issue]
        if settlements.meet({}, [regions[other] for other in rest]) is False:
            needed = rest
    return tuple(needed)


def concerned(agenda: Agenda, draft: Draft, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The issues that a draft settles and rules look at, those on the same course of events included."""
    settlements = Settlements(agenda.issues)
    sides = {settlements.side(issue)[0] for rule in rules for issue, _ in (*rule.given, *rule.then)}
    return tuple(issue for issue in draft.outcomes if settlements.side(issue)[0] in sides)
