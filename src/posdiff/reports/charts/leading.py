"""The pictures that a page leads with: those that answer the question of its command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from posdiff.answers.changes import Changes
from posdiff.answers.chart import MOST_PARTIES, Chart, ChartDays
from posdiff.answers.compare import Compare
from posdiff.answers.report import Report
from posdiff.answers.timeline import Timeline
from posdiff.reports.charts import look, table
from posdiff.reports.charts.picture import Picture

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer

#: A picture of more lines is no overview, and is left out: ``posdiff chart`` draws it.
_MOST_LINES = 400


class Leading(NamedTuple):
    """The pictures, and the kinds of those that are too large for a page."""

    pictures: tuple[Picture, ...]
    left_out: tuple[str, ...]


def pictures(answer: Answer) -> Leading:
    """Of a comparison the grid, of a period the timeline; none where there is nothing to draw."""
    drawn, left_out = [], []
    for chart in _charts(answer):
        if _lines(chart) > _MOST_LINES or len(chart.parties) > MOST_PARTIES:
            left_out.append(chart.kind)
            continue
        picture = table.picture(chart)
        drawn += [picture] if picture.drawing.elements else []
    return Leading(tuple(drawn), tuple(left_out))


def _lines(chart: Chart) -> int:
    """How many lines a picture has: issues on which two have spoken, or lanes in which somebody moved."""
    if isinstance(chart.of, Timeline):
        return sum(lane.changed for lane in chart.of.lanes)
    return sum(len(row.terms) > 1 for row in chart.of.issues) if isinstance(chart.of, Compare) else 0


def style() -> str:
    """The style sheet of the pictures of a page: light on paper, whatever the screen is."""
    return look.style().replace("@media (prefers-color-scheme:dark)", "@media screen and (prefers-color-scheme:dark)")


def _charts(answer: Answer) -> Iterable[Chart]:
    if isinstance(answer, Report):
        yield _grid(answer.compare)
        yield from _timeline(answer.history)
    elif isinstance(answer, Compare):
        yield _grid(answer)
    elif isinstance(answer, Changes):
        yield from _timeline(answer.timeline)
    else:
        yield from _timeline(answer)


def _grid(answer: Compare) -> Chart:
    return Chart(
        agenda=answer.agenda, basis=answer.basis, kind="grid", parties=answer.parties,
        days=ChartDays(0, answer.as_of), filter=answer.filter, positions={}, of=answer,
    )  # fmt: skip


def _timeline(answer: object) -> Iterable[Chart]:
    if isinstance(answer, Timeline):
        yield Chart(
            agenda=answer.agenda, basis=answer.basis, kind="timeline",
            parties=tuple(party.party for party in answer.parties), days=ChartDays(answer.since, answer.until),
            filter=answer.filter, positions={}, of=answer,
        )  # fmt: skip
