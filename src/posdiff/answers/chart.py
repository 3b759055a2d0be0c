"""What ``chart`` answers: the answer of another command, to be drawn as one kind of picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple, get_args

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.compare import Compare, compare
from posdiff.answers.reading import Reader
from posdiff.answers.timeline import Timeline, timeline

ChartKind = Literal["grid", "scale", "timeline"]
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
#: Of a period; the others are of one day.
OF_A_PERIOD: tuple[ChartKind, ...] = ("timeline",)


class ChartDays(NamedTuple):
    """The days (ordinals) that a chart is drawn of: up to ``until``, and where it tells of time, after ``since``."""

    since: int
    until: int


@dataclass(frozen=True, kw_only=True)
class Chart(DossierAnswer):
    """``of`` holds the facts that a chart of this kind draws."""

    command: ClassVar[str] = "chart"

    kind: ChartKind
    parties: tuple[AskedParty, ...]
    days: ChartDays
    filter: Filter
    of: Compare | Timeline

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


def chart(reader: Reader, kind: ChartKind, parties: tuple[AskedParty, ...], days: ChartDays, chosen: Filter) -> Chart:
    """The facts for a chart of this kind on the parties."""
    facts = _FACTS[kind](reader, parties, days, chosen)
    return Chart(
        agenda=reader.agenda, basis=facts.basis, kind=kind, parties=parties, days=days, filter=chosen, of=facts
    )


def _moved(reader: Reader, parties: tuple[AskedParty, ...], days: ChartDays, chosen: Filter) -> Timeline:
    return timeline(reader, parties, days.since, days.until, chosen)


def _compared(reader: Reader, parties: tuple[AskedParty, ...], days: ChartDays, chosen: Filter) -> Compare:
    return compare(reader, parties, days.until, chosen, conflicts=False)


_FACTS: Mapping[ChartKind, Callable[[Reader, tuple[AskedParty, ...], ChartDays, Filter], Compare | Timeline]] = {
    "grid": _compared,
    "scale": _compared,
    "timeline": _moved,
}
