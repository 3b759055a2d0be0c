"""Conflicts that no single issue shows: what linkage and the rules of the agenda make of terms on several issues."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.comparison.conflicts.conflict import Conflict, firmest_first, minimal_conflict, placed
from posdiff.comparison.conflicts.constraints import clusters
from posdiff.comparison.conflicts.enumeration import enumerate_conflicts
from posdiff.comparison.conflicts.questions import Questions, asked
from posdiff.comparison.deadlocks import demands
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Position
from posdiff.dossier.region import Settlements


def over_several_issues(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[Conflict, ...], bool]:
    """The conflicts that no issue shows by itself, and no deadlock: what linkage and rules make; and whether all.

    Of conflicts that differ only in the parts of the same positions, the one of the firmest parts.
    """
    settlements = Settlements(agenda.issues)
    place = placed(agenda, positions)
    conflicts: list[Conflict] = []
    complete = True
    for cluster in clusters(agenda, positions, linked_only=True):
        questions = Questions(cluster, settlements)
        if asked(lambda questions=questions, cluster=cluster: questions.hold(cluster.all_hard)) is not True:  # type: ignore[misc]
            complete = False
            continue
        seen = enumerate_conflicts(cluster, questions)
        complete = complete and seen.conflicts_complete
        conflicts += [minimal_conflict(cluster, questions, mask, place) for mask in seen.conflicts]
    over_several = (conflict for conflict in conflicts if not _shown_elsewhere(conflict, agenda, positions))
    between: dict[frozenset[tuple[str, str]], Conflict] = {}
    for conflict in sorted(over_several, key=firmest_first(place)):
        between.setdefault(frozenset((term.party, term.issue.id) for term in conflict.terms), conflict)
    return tuple(between.values()), complete


def _shown_elsewhere(conflict: Conflict, agenda: Agenda, positions: Mapping[str, Position]) -> bool:
    """Whether a single issue shows a conflict, or a deadlock does."""
    if len({term.issue.id for term in conflict.terms}) < 2:
        return True
    if not all(term.issue.space.uses_steps for term in conflict.terms):
        return False  # a term on another issue is needed: without it the orders can be kept, on some condition
    alone: dict[str, Position] = {}
    for term in conflict.terms:
        others = alone[term.party].terms if term.party in alone else {}
        beside = others[term.issue.id].parts if term.issue.id in others else ()
        held = Held((*beside, term.part), term.part.first_held)
        alone[term.party] = Position(term.party, positions[term.party].day, {**others, term.issue.id: held})
    return agenda.course.close(demands(agenda, alone)) is None
