"""What ``compare`` answers: how the positions of two or more parties stand to each other, issue by issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.comparison import relations
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import RELATIONS, Comparison
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.conflict import Conflict

#: What ``--only`` and ``--fail-on`` can name: the relations, and what stands across issues.
WORDS: tuple[str, ...] = (*RELATIONS, "deadlock", "conflict")
FAILING = WORDS


@dataclass(frozen=True, kw_only=True)
class Compare(DossierAnswer):
    """The relation of the positions on every issue asked for, and what stands across issues.

    ``issues``, ``deadlocks`` and ``conflicts`` are on the issues asked for, and are what counts are taken of;
    ``filter`` tells which of them are shown. ``conflicts``: those over several issues that no contradiction and no
    deadlock shows; None where they were not asked for. ``on_record``: of the issues on which a report changed a
    position, by their ids, how the parties' own statements stand to each other.
    """

    command: ClassVar[str] = "compare"

    parties: tuple[AskedParty, ...]
    as_of: int
    filter: Filter
    issues: tuple[Comparison, ...]
    deadlocks: tuple[Deadlock, ...]
    deadlocks_complete: bool
    conflicts: tuple[Conflict, ...] | None
    conflicts_complete: bool
    on_record: Mapping[str, Comparison]

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}

    @property
    def shown_issues(self) -> tuple[Comparison, ...]:
        """The issues whose relation is asked for."""
        return tuple(issue for issue in self.issues if self.filter.shows(issue.relation))

    @property
    def shown_deadlocks(self) -> tuple[Deadlock, ...]:
        """The deadlocks, where they are asked for."""
        return self.deadlocks if self.filter.shows("deadlock") else ()

    @property
    def shown_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts over several issues, where they are asked for."""
        return (self.conflicts or ()) if self.filter.shows("conflict") else ()

    @property
    def reached(self) -> frozenset[str]:
        """The relations there are, and ``deadlock`` and ``conflict`` where there is one."""
        words: set[str] = {issue.relation for issue in self.issues}
        words |= {"deadlock"} if self.deadlocks else set()
        return frozenset(words | ({"conflict"} if self.conflicts else set()))


def compare(reader: Reader, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter, conflicts: bool) -> Compare:
    """The positions of the parties against each other, and with ``conflicts`` those over several issues."""
    agenda = reader.agenda
    positions = reader.positions(parties, as_of)
    result = relations.compare(agenda, positions)
    crossing, complete = _over_several_issues(agenda, positions) if conflicts else (None, True)
    answer = Compare(
        agenda=agenda,
        basis=reader.basis,
        parties=parties,
        as_of=as_of,
        filter=chosen,
        issues=result.issues,
        deadlocks=result.deadlocks,
        deadlocks_complete=result.deadlocks_complete,
        conflicts=crossing,
        conflicts_complete=complete,
        on_record=_on_record(reader, parties, as_of, result.issues),
    )
    return narrowed(answer, chosen)


def narrowed(answer: Compare, chosen: Filter) -> Compare:
    """The same answer on fewer issues: those that are chosen, and what stands across them and others."""
    keeps_silent = chosen.everything or "silent" in chosen.only
    asked = set(chosen.issues)
    return replace(
        answer,
        filter=chosen,
        issues=tuple(
            row for row in answer.issues if row.issue.id in asked and (keeps_silent or row.relation != "silent")
        ),
        deadlocks=tuple(
            deadlock
            for deadlock in answer.deadlocks
            if any(owner.issue in asked for edge in deadlock.edges for owner in edge.owners)
        ),
        conflicts=None
        if answer.conflicts is None
        else tuple(
            conflict for conflict in answer.conflicts if any(stated.issue.id in asked for stated in conflict.terms)
        ),
    )


def _on_record(
    reader: Reader, parties: tuple[AskedParty, ...], as_of: int, compared: tuple[Comparison, ...]
) -> Mapping[str, Comparison]:
    changed = {id for issues in reader.changed_by_reports(parties, as_of).values() for id in issues}
    changed &= {row.issue.id for row in compared}
    if not changed:
        return {}
    issues = {id: issue for id, issue in reader.agenda.issues.items() if id in changed}
    own = relations.compare(reader.agenda._replace(issues=issues), reader.on_record(parties, as_of))
    return {row.issue.id: row for row in own.issues}


def _over_several_issues(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[Conflict, ...], bool]:
    """Where nothing ties issues together there are none, and nothing of what would find them is imported."""
    from posdiff.comparison.linkage import linked

    if not linked(agenda, positions):
        return (), True
    from posdiff.comparison.conflicts.several_issues import over_several_issues

    return over_several_issues(agenda, positions)
