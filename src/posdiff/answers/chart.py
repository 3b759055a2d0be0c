"""What ``chart`` answers: the answer of another command, to be drawn as one kind of picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple, get_args

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.changes import Changes, changes
from posdiff.answers.compare import Compare, compare
from posdiff.answers.matrix import Matrix, MatrixOrder, matrix
from posdiff.answers.reading import Reader
from posdiff.answers.timeline import Timeline, timeline
from posdiff.comparison.figures import Metric
from posdiff.dossier.position import Position

ChartKind = Literal["grid", "scale", "timeline", "matrix", "deadlocks", "movement"]
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
#: Of a period; the others are of one day.
OF_A_PERIOD: tuple[ChartKind, ...] = ("timeline", "movement")
#: Of more parties nothing could be read in a picture; deadlocks are drawn of any number.
MOST_PARTIES = 40
#: The answer that a chart is drawn of.
Facts = Compare | Timeline | Matrix | Changes


class ChartDays(NamedTuple):
    """The days (ordinals) that a chart is drawn of: up to ``until``, and where it tells of time, after ``since``."""

    since: int
    until: int


@dataclass(frozen=True, kw_only=True)
class Chart(DossierAnswer):
    """``of`` holds the facts that a chart of this kind draws; ``positions``: what each party holds on its last day."""

    command: ClassVar[str] = "chart"

    kind: ChartKind
    parties: tuple[AskedParty, ...]
    days: ChartDays
    filter: Filter
    positions: Mapping[str, Position]
    of: Facts

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {asked.label: asked.name for asked in self.parties}

    def to_dict(self) -> dict[str, Any]:
        """The facts as the command that gives them has them in JSON."""
        return self.of.to_dict()

    def records(self) -> list[dict[str, Any]]:
        """The facts as rows."""
        return self.of.records()


def chart(
    reader: Reader, kind: ChartKind, parties: tuple[AskedParty, ...], days: ChartDays, chosen: Filter,
    metric: Metric = "overlap", order: MatrixOrder = "asked",
) -> Chart:  # fmt: skip
    """The facts for a chart of this kind on the parties. ``metric``, ``order``: of a matrix."""
    facts: Facts
    if kind == "timeline":
        facts = timeline(reader, parties, days.since, days.until, chosen)
    elif kind == "movement":
        facts = changes(reader, parties, days.since, days.until, chosen, parties)
    elif kind == "matrix":
        facts = matrix(reader, parties, days.until, metric, chosen, order)
        parties = facts.parties
    else:
        facts = compare(reader, parties, days.until, chosen, conflicts=False)
    positions = reader.positions(parties, days.until)
    return Chart(
        agenda=reader.agenda, basis=facts.basis, kind=kind, parties=parties, days=days, filter=chosen, of=facts,
        positions=positions,
    )  # fmt: skip
