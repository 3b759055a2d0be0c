"""What ``matrix`` answers: a figure for every pair of parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import ClassVar, Literal

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader, changed_by_reports
from posdiff.comparison import figures, likeness
from posdiff.comparison.figures import Metric, PairFigure
from posdiff.comparison.relations import bound_to_both
from posdiff.dossier.agenda import Issue
from posdiff.dossier.position import Held, Position

#: As the parties were asked for; or those that are alike together.
MatrixOrder = Literal["asked", "likeness"]
ORDERS: tuple[MatrixOrder, ...] = ("asked", "likeness")


@dataclass(frozen=True, kw_only=True)
class Matrix(DossierAnswer):
    """The figure of every pair, over the issues asked for."""

    command: ClassVar[str] = "matrix"

    parties: tuple[AskedParty, ...]
    as_of: int
    metric: Metric
    pairs: tuple[PairFigure, ...]
    filter: Filter
    #: Whether the parties stand as they were asked for, or those that are alike together.
    order: MatrixOrder
    #: What each party holds, by its label.
    positions: Mapping[str, Position]
    #: Where reports count and changed the figure of a pair, that of what the two themselves stated, by their labels.
    on_record: Mapping[tuple[str, str], PairFigure] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}

    @property
    def held(self) -> dict[str, list[tuple[Issue, Held]]]:
        """By a party's label, its positions on the issues asked for."""
        issues = [self.agenda.issues[id] for id in self.filter.issues]
        return {
            label: [(issue, position.terms[issue.id]) for issue in issues if issue.id in position.terms]
            for label, position in self.positions.items()
        }

    @property
    def on_both_sides(self) -> tuple[tuple[str, Issue], ...]:
        """The labels of parties that blocs bind to both sides of a contradiction, each with the issue."""
        return tuple(
            (label, issue)
            for label, of_party in self.held.items() for issue, held in of_party if bound_to_both(issue.space, held)
        )  # fmt: skip


def matrix(
    reader: Reader, parties: tuple[AskedParty, ...], as_of: int, metric: Metric, chosen: Filter,
    order: MatrixOrder = "asked",
) -> Matrix:  # fmt: skip
    """Every two of the parties, measured by one metric."""
    if order == "likeness":
        likeness.require_scipy()
    positions = reader.positions(parties, as_of)
    pairs = figures.pairs(reader.agenda, positions, metric, chosen.issues)
    if order == "likeness":
        place = {label: number for number, label in enumerate(likeness.by_likeness(list(positions), pairs, metric))}
        parties = tuple(sorted(parties, key=lambda asked: place[asked.label]))
        positions = {asked.label: positions[asked.label] for asked in parties}
        of_two = {frozenset((pair.a, pair.b)): pair for pair in pairs}
        pairs = tuple(of_two[frozenset((a, b))]._replace(a=a, b=b) for a, b in combinations(positions, 2))
    own: dict[tuple[str, str], PairFigure] = {}
    if changed_by_reports(positions):
        stated = figures.pairs(reader.agenda, reader.on_record(parties, as_of), metric, chosen.issues)
        own = {(pair.a, pair.b): figure for pair, figure in zip(pairs, stated, strict=True) if pair != figure}
    basis = reports_left_out.basis(reader, parties, as_of, set(chosen.issues))
    return Matrix(
        agenda=reader.agenda, basis=basis, parties=parties, as_of=as_of, metric=metric, pairs=pairs,
        filter=chosen, order=order, positions=positions, on_record=own,
    )  # fmt: skip
