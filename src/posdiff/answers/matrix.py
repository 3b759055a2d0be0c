"""What ``matrix`` answers: a figure for every pair of parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.comparison import figures
from posdiff.comparison.figures import Metric, PairFigure


@dataclass(frozen=True, kw_only=True)
class Matrix(DossierAnswer):
    """The figure of every pair, over the issues asked for."""

    command: ClassVar[str] = "matrix"

    parties: tuple[AskedParty, ...]
    as_of: int
    metric: Metric
    pairs: tuple[PairFigure, ...]
    filter: Filter

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}


def matrix(reader: Reader, parties: tuple[AskedParty, ...], as_of: int, metric: Metric, chosen: Filter) -> Matrix:
    """Every two of the parties, measured by one metric."""
    pairs = figures.pairs(reader.agenda, reader.positions(parties, as_of), metric, chosen.issues)
    return Matrix(
        agenda=reader.agenda, basis=reader.basis, parties=parties, as_of=as_of, metric=metric, pairs=pairs,
        filter=chosen,
    )  # fmt: skip
