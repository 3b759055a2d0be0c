"""The pictures that a page leads with: those that answer the question of its command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from posdiff.answers.changes import Changes
from posdiff.answers.chart import Chart, ChartDays
from posdiff.answers.compare import Compare
from posdiff.answers.report import Report
from posdiff.answers.timeline import Timeline
from posdiff.reports.charts import grid, look, timeline
from posdiff.reports.charts.picture import Picture

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer

#: A picture that is higher than this is no overview, and is left out: ``posdiff chart`` draws it.
_MOST_HEIGHT = 12_000


def pictures(answer: Answer) -> tuple[Picture, ...]:
    """Of a comparison the grid, of a period the timeline; none where there is nothing to draw."""
    return tuple(
        picture for picture in _pictures(answer)
        if picture.drawing.elements and picture.drawing.height <= _MOST_HEIGHT
    )  # fmt: skip


def style() -> str:
    """The style sheet of the pictures of a page: light on paper, whatever the screen is."""
    return look.style().replace("@media (prefers-color-scheme:dark)", "@media screen and (prefers-color-scheme:dark)")


def _pictures(answer: Answer) -> Iterable[Picture]:
    if isinstance(answer, Report):
        yield _grid(answer.compare)
        yield from _timeline(answer.history)
    elif isinstance(answer, Compare):
        yield _grid(answer)
    elif isinstance(answer, Changes):
        yield from _timeline(answer.timeline)
    else:
        yield from _timeline(answer)


def _grid(answer: Compare) -> Picture:
    chart = Chart(
        agenda=answer.agenda, basis=answer.basis, kind="grid", parties=answer.parties,
        days=ChartDays(0, answer.as_of), filter=answer.filter, positions={}, of=answer,
    )  # fmt: skip
    return grid.picture(chart)


def _timeline(answer: object) -> Iterable[Picture]:
    if isinstance(answer, Timeline):
        chart = Chart(
            agenda=answer.agenda, basis=answer.basis, kind="timeline",
            parties=tuple(party.party for party in answer.parties), days=ChartDays(answer.since, answer.until),
            filter=answer.filter, positions={}, of=answer,
        )  # fmt: skip
        yield timeline.picture(chart)
