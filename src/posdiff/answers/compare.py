"""What ``compare`` answers: how the positions of two or more parties stand to each other, issue by issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader, changed_by_reports
from posdiff.comparison import relations
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import MOST_SIDE_BY_SIDE, RELATIONS, Comparison
from posdiff.comparison.same_positions import OnIssue, on_issue
from posdiff.comparison.voices import sole_speaker
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Position
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Quote

if TYPE_CHECKING:
    from posdiff.answers.party_groups import PartyGroup
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
    position, by their ids, how the parties' own statements stand to each other; ``recorded``: then the same answer on
    their own statements alone, without conflicts. ``changed``: on all issues, by label, what is on record where a
    report changed a party's position.
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
    recorded: Compare | None = None
    changed: Mapping[str, Mapping[str, Held | None]] = field(default_factory=dict)
    #: What is accepted on each issue asked for and by whom, by the issue's id; of few parties only where asked for.
    accepted: Mapping[str, OnIssue] = field(default_factory=dict)
    #: Where it was asked for, how the parties of each group stand to each other; else empty.
    groups: tuple[PartyGroup, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}

    def one_voice(self, held: Mapping[str, Held]) -> str:
        """The name of the party whose words all of these positions are, by label; empty where there are several."""
        speaking = sole_speaker(held, {asked.label: asked.party for asked in self.parties})
        return self.agenda.parties[speaking].name if speaking else ""

    def what_is_accepted(self, row: Comparison) -> OnIssue:
        """What is accepted on an issue and by whom."""
        found = self.accepted.get(row.issue.id)
        return found or on_issue(row.issue.space, row.terms, Settlements(self.agenda.issues))

    def only_on_record(self, row: Comparison) -> dict[str, Held]:
        """What silent parties themselves have stated on an issue, and as reported hold no longer, by their labels."""
        stated = ((label, self.changed.get(label, {}).get(row.issue.id)) for label in row.silent)
        return {label: own for label, own in stated if own}

    @property
    def quotes(self) -> frozenset[Quote]:
        """Every quote behind a position that is compared."""
        positions = (held for row in self.issues for held in row.terms.values())
        return frozenset(quote for held in positions for part in held.parts for quote in part.lineage.said)

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


def compare(
    reader: Reader, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter, conflicts: bool,
    by_group: bool = False, by_what_is_accepted: bool = False,
) -> Compare:  # fmt: skip
    """The positions of the parties against each other, and with ``conflicts`` those over several issues.

    ``by_group``: as well those of each group against each other; raises Failure (usage) where there is none.
    ``by_what_is_accepted``: three parties or more by what they accept, and not side by side, as many always are.
    """
    agenda = reader.agenda
    positions = reader.positions(parties, as_of)
    result = relations.compare(agenda, positions)
    changed = changed_by_reports(positions)
    recorded = _recorded(reader, parties, as_of, chosen) if changed else None
    on_issues = {id for issues in changed.values() for id in issues}
    crossing, complete = _over_several_issues(agenda, positions) if conflicts else (None, True)
    answer = Compare(
        agenda=agenda,
        basis=reports_left_out.basis(reader, parties, as_of, set(chosen.issues)),
        parties=parties,
        as_of=as_of,
        filter=chosen,
        issues=result.issues,
        deadlocks=result.deadlocks,
        deadlocks_complete=result.deadlocks_complete,
        conflicts=crossing,
        conflicts_complete=complete,
        on_record={row.issue.id: row for row in recorded.issues if row.issue.id in on_issues} if recorded else {},
        recorded=recorded,
        changed=changed,
        groups=_groups(agenda, parties, positions, chosen) if by_group else (),
    )
    answer = narrowed(answer, chosen)
    if len(parties) <= (2 if by_what_is_accepted else MOST_SIDE_BY_SIDE):
        return answer
    settlements = Settlements(agenda.issues)
    found = {row.issue.id: on_issue(row.issue.space, row.terms, settlements) for row in answer.issues}
    return replace(answer, accepted=found)


def _groups(
    agenda: Agenda, parties: tuple[AskedParty, ...], positions: Mapping[str, Position], chosen: Filter
) -> tuple[PartyGroup, ...]:
    from posdiff.answers.party_groups import party_groups

    return party_groups(agenda, parties, positions, chosen.issues)


def narrowed(answer: Compare, chosen: Filter) -> Compare:
    """The same answer on fewer issues: those that are chosen, and what stands across them and others.

    An issue on which all are silent is kept where that is so by reports alone.
    """
    keeps_silent = chosen.everything or "silent" in chosen.only
    asked = set(chosen.issues)
    return replace(
        answer,
        basis=answer.basis.on(chosen.issues),
        filter=chosen,
        recorded=answer.recorded and narrowed(answer.recorded, chosen),
        issues=tuple(
            row
            for row in answer.issues
            if row.issue.id in asked and (keeps_silent or row.relation != "silent" or answer.only_on_record(row))
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


def _recorded(reader: Reader, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter) -> Compare:
    """The same question asked of what the parties themselves stated."""
    own = relations.compare(reader.agenda, reader.on_record(parties, as_of))
    return Compare(
        agenda=reader.agenda, basis=reader.basis, parties=parties, as_of=as_of, filter=chosen, issues=own.issues,
        deadlocks=own.deadlocks, deadlocks_complete=own.deadlocks_complete, conflicts=None, conflicts_complete=True,
        on_record={},
    )  # fmt: skip


def _over_several_issues(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[Conflict, ...], bool]:
    """Where nothing ties issues together there are none, and nothing of what would find them is imported."""
    from posdiff.comparison.linkage import linked

    if not linked(agenda, positions):
        return (), True
    from posdiff.comparison.conflicts.several_issues import over_several_issues

    return over_several_issues(agenda, positions)
