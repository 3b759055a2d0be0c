"""Whether anything ties the issues of a comparison together, so that terms could clash over several of them.

Kept apart from ``conflicts``: where nothing does, which is told at a glance, none of that is imported.
"""

from collections.abc import Mapping

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position


def linked(agenda: Agenda, positions: Mapping[str, Position]) -> bool:
    """Whether a conflict is possible that is no contradiction on one issue and no deadlock.

    That takes a condition, a rule of the agenda that bears on an issue somebody has spoken on, or several offers on
    the course of events beside another term on it.
    """
    terms = [term for position in positions.values() for held in position.terms.values() for term in held.terms]
    if any(term.conditions for term in terms):
        return True
    spoken = {term.issue for term in terms}
    for rule in agenda.rules:
        if all(issue in spoken for issue, _ in rule.given) and any(issue in spoken for issue, _ in rule.then):
            return True
        named = {issue for issue, _ in (*rule.given, *rule.then)}
        if len(agenda.rules) > 1 and named & spoken:
            return True
    ordered = [term for term in terms if agenda.issues[term.issue].space.uses_steps]
    return len({term.issue for term in ordered}) > 1 and any(len(term.offers) > 1 for term in ordered)
