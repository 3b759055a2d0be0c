"""What ``conflicts`` answers: what cannot hold together, and what would have to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader, changed_by_reports
from posdiff.comparison.conflicts import GATES
from posdiff.comparison.conflicts.analysis import ConflictAnalysis, analyse_conflicts
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.comparison.conflicts.explanation import Explanation, explained
from posdiff.dossier.position import Held, Position
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Draft

#: What ``--fail-on`` can name.
FAILING: tuple[str, ...] = GATES


@dataclass(frozen=True, kw_only=True)
class Conflicts(DossierAnswer):
    """The analysis of all terms together; ``conflicts`` and ``clusters`` are those on the issues asked for.

    ``explanations``: why the terms of each of ``conflicts`` cannot all hold. ``on_record``: where a report changed a
    position, the same question asked of what the parties themselves stated. ``positions``: what each party holds, by
    its label.
    """

    command: ClassVar[str] = "conflicts"

    parties: tuple[AskedParty, ...]
    as_of: int
    draft: Draft | None
    analysis: ConflictAnalysis
    conflicts: tuple[Conflict, ...]
    clusters: tuple[Component, ...]
    explanations: tuple[Explanation, ...]
    filter: Filter
    on_record: ConflictAnalysis | None = None
    positions: Mapping[str, Position] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}

    @property
    def shown_changed(self) -> list[tuple[str, str, Held | None]]:
        """Of the issues asked for, what is on record where a report changed a position: label, issue, position."""
        wanted = set(self.filter.issues)
        return [
            (label, id, own)
            for label, position in self.positions.items()
            for id, own in position.changed_by_reports.items()
            if id in wanted
        ]

    @property
    def reached(self) -> frozenset[str]:
        """What the verdicts say: the levels at which the terms cannot hold, ``can-hold``, ``alone``, ``undecided``."""
        verdicts, alone = self.analysis.verdicts, self.analysis.alone
        levels = {"cannot-hold": verdicts["all"], "firm": verdicts["firm"], "red-line": verdicts["red_line"]}
        words = {word for word, verdict in levels.items() if verdict == "cannot-hold"}
        words |= {"alone"} if "cannot-hold" in alone.values() else set()
        words |= {"can-hold"} if verdicts["all"] == "can-hold" else set()
        words |= {"undecided"} if "undecided" in (*verdicts.values(), *alone.values()) else set()
        return frozenset(words)


def conflicts(
    reader: Reader, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter,
    draft: Draft | None = None,
) -> Conflicts:  # fmt: skip
    """Whether all terms of the parties can hold together, within a draft where one is given."""
    agenda = reader.agenda
    positions = reader.positions(parties, as_of)
    analysis = analyse_conflicts(agenda, positions, draft)
    wanted = set(chosen.issues)
    shown = tuple(
        conflict for conflict in analysis.conflicts if any(term.issue.id in wanted for term in conflict.terms)
    )
    settlements = Settlements(agenda.issues)
    basis = reports_left_out.basis(reader, parties, as_of, agenda.issues.keys())  # the verdicts are on all issues
    return Conflicts(
        agenda=agenda, basis=basis, parties=parties, as_of=as_of, draft=draft, analysis=analysis,
        conflicts=shown,
        clusters=tuple(component for component in analysis.components if wanted & set(component.issues)),
        explanations=tuple(explained(conflict, settlements) for conflict in shown), filter=chosen,
        on_record=analyse_conflicts(agenda, reader.on_record(parties, as_of), draft)
        if changed_by_reports(positions) else None,
        positions=positions,
    )  # fmt: skip
