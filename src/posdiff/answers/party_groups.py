"""How positions stand to each other within each group in which the agenda puts the parties (`group:`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from posdiff.answers.answer import AskedParty
from posdiff.comparison import relations
from posdiff.comparison.relations import Comparison
from posdiff.comparison.same_positions import SamePosition, same_positions
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position
from posdiff.dossier.region import Settlements
from posdiff.findings.failure import USAGE, Failure


class OnIssueInGroup(NamedTuple):
    """How the parties of a group stand to each other on an issue, and who of them accepts the same."""

    comparison: Comparison
    positions: tuple[SamePosition, ...]


class PartyGroup(NamedTuple):
    """Parties of one group, by their labels. ``name`` is None for those in none.

    ``issues``: by their ids, those on which any of them has spoken.
    """

    name: str | None
    parties: tuple[str, ...]
    issues: Mapping[str, OnIssueInGroup]


def party_groups(
    agenda: Agenda, parties: tuple[AskedParty, ...], positions: Mapping[str, Position], issues: Collection[str]
) -> tuple[PartyGroup, ...]:
    """The groups of the parties asked for, in the order in which they were asked for; those in no group come last.

    ``positions``: by label. Raises Failure (usage) where the agenda puts none of the parties in a group.
    """
    labels: dict[str | None, list[str]] = {}
    for asked in parties:
        labels.setdefault(agenda.parties[asked.party].group, []).append(asked.label)
    if not labels.keys() - {None}:
        hint = "write `group: NAME` at parties in agenda.yaml; posdiff parties shows the groups"
        raise Failure("none of these parties is in a group", hint=hint, code=USAGE)
    names = sorted(labels, key=lambda name: name is None)
    settlements = Settlements(agenda.issues)
    return tuple(_group(name, labels[name], agenda, positions, issues, settlements) for name in names)


def _group(
    name: str | None, labels: list[str], agenda: Agenda, positions: Mapping[str, Position], issues: Collection[str],
    settlements: Settlements,
) -> PartyGroup:  # fmt: skip
    rows = relations.on_each_issue(agenda, {label: positions[label] for label in labels})
    found = {
        row.issue.id: OnIssueInGroup(row, same_positions(row.issue.space, row.terms, settlements))
        for row in rows if row.issue.id in issues and row.terms
    }  # fmt: skip
    return PartyGroup(name, tuple(labels), found)
