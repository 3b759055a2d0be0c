"""Scales: of each issue with numbers, days or ordered options, what each party accepts on one axis.

What is accepted as things stand is a filled bar; what only on a condition, or by a vague term, a hollow one. A gap
between the parties, or their common ground, is marked across their bars.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from posdiff.answers.chart import Chart
from posdiff.answers.compare import Compare
from posdiff.comparison.relations import Comparison
from posdiff.dossier.position import Held
from posdiff.dossier.region import accepted, conceivable
from posdiff.kinds.axis import Stretch, Tick
from posdiff.kinds.kind import Gap, Space, Union
from posdiff.reports import wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_NAMES, _PLOT, _BEYOND, _GAP, _WORDS = 116.0, 420.0, 78.0, 14.0, 236.0
_ROW, _BAR, _LINE = 34.0, 14.0, 14.0
#: Room for a word under the bars.
_STRIP = 18.0
_ACROSS = _NAMES + _PLOT + _BEYOND + _GAP + _WORDS
_MOST_TICKS = 6


class _Axis(NamedTuple):
    """The part of the line that is drawn, from ``low`` to ``high``; ``beyond``: what lies above every number."""

    low: float
    high: float
    beyond: str

    @property
    def width(self) -> float:
        """The room of the numbers; what lies beyond them has the rest."""
        return _PLOT if self.beyond else _PLOT + _BEYOND

    def at(self, value: float) -> float:
        """How far from the left a value lies; what lies outside, at the end of the axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.width * min(max(share, 0.0), 1.0)


def picture(answer: Chart) -> Picture:
    """The picture of the issues of a comparison that have a scale."""
    compared = answer.of
    assert isinstance(compared, Compare)
    rows = [row for row in compared.issues if row.issue.space.on_axis(row.issue.space.everything)]
    rows = [row for row in rows if len(row.terms) > (0 if answer.filter.everything else 1)]
    positions = [held for row in rows for held in row.terms.values()]
    count = f"{wording.count(len(rows), 'issue')} with a scale: numbers, days, ordered options"
    return Picture(
        f"{about.parties(answer)} on one scale", answer.agenda.title or "",
        (count, about.as_of(answer, positions)), _keys(rows), _drawing(answer, rows), about.notes(answer),
        about.sources(positions), about.listing(answer), tuple(_section(answer, row) for row in rows),
    )  # fmt: skip


def _drawing(answer: Chart, rows: Sequence[Comparison]) -> svg.Drawing:
    elements: list[str] = []
    y = 0.0
    for row in rows:
        drawn, height = _panel(answer, row)
        elements.append(svg.group(0, y, drawn))
        y += height
    return svg.Drawing(_ACROSS, y, tuple(elements))


def _panel(answer: Chart, row: Comparison) -> tuple[list[str], float]:
    """One issue, and how high it is: its title, what comes of it, the bar of each party, the axis."""
    elements = [svg.line(0, 0, _ACROSS, 0, "rule")]
    elements.append(svg.text(0, 22, cut(row.issue.title, _ACROSS, look.HEADING, True), "heading"))
    outcome = wrapped(_outcome(row, answer), _ACROSS, look.SMALL, 2)
    elements += svg.lines(0, 39, outcome, _LINE, "small soft")
    top = 34 + _LINE * len(outcome) + 8
    axis = _axis(row)
    height = _ROW * len(row.terms) + (_STRIP if row.gap is not None or row.common else 0)
    ticks = row.issue.space.ticks(axis.low, axis.high, 60 if _is_of_options(axis) else _MOST_TICKS)
    places = [svg.line(axis.at(tick.at), 0, axis.at(tick.at), height, "rule") for tick in ticks]
    elements.append(svg.group(_NAMES, top, [*_marked(row, axis, height), *places]))
    for number, (party, held) in enumerate(row.terms.items()):
        elements += _row(answer, row, party, held, axis, top + _ROW * number)
    named, below = _named(ticks, axis)
    elements.append(svg.group(_NAMES, top + height, named))
    return elements, top + height + below + 14


def _outcome(row: Comparison, answer: Chart) -> str:
    """``contradiction: gap of 3 percent, from 3 percent to 6 percent``."""
    (word, _), said = wording.RELATION_TITLES[row.relation], wording.verdict(row, answer.agenda, answer.names)
    if row.relation == "unassessed" and said:
        return said[0][1]
    return f"{word}: {said[0][1]}" if said else word


def _axis(row: Comparison) -> _Axis:
    """From the least to the greatest number that any party names, and a little more on either side."""
    space = row.issue.space
    everything = [*space.on_axis(space.everything)]
    ends = [end for stretch in everything for end in stretch[:2] if math.isfinite(end)]
    named = ends or [end for stretch in _every(row) for end in stretch[:2] if math.isfinite(end)]
    low, high = min(named, default=0.0), max(named, default=1.0)
    if ends:
        return _Axis(low - 0.5, high + 0.5, space.beyond())
    room = (high - low) * 0.2 or space.room_around(high)
    return _Axis(max(low - room, 0.0) if low >= 0 else low - room, high + room, space.beyond())


def _every(row: Comparison) -> Iterator[Stretch]:
    for held in row.terms.values():
        for union in (accepted(row.issue.space, held.terms), conceivable(row.issue.space, held.terms)):
            yield from _stretches(row.issue.space, union)


def _stretches(space: Space, union: Union) -> list[Stretch]:
    return [stretch for piece in space.tidy(union) for stretch in space.on_axis(piece)]


def _row(answer: Chart, row: Comparison, party: str, held: Held, axis: _Axis, y: float) -> list[str]:
    """The name of a party, its bars, its position in words."""
    space, middle = row.issue.space, y + _ROW / 2
    name = wrapped(answer.names[party], _NAMES - 8, look.SMALL, 2, True)
    elements = svg.lines(0, middle + 4 - (len(name) - 1) * _LINE / 2, name, _LINE, "small strong")
    now = [] if held.vague else _stretches(space, accepted(space, held.terms))
    for stretch in _stretches(space, conceivable(space, held.terms)):
        if stretch not in now:
            elements += _bar(stretch, axis, middle, "hollow", held.red_line)
    for stretch in now:
        elements += _bar(stretch, axis, middle, "bar", held.red_line)
    words = wrapped(wording.position_in_words(held, answer.agenda), _WORDS, look.SMALL, 2)
    left = _NAMES + _PLOT + _BEYOND + _GAP
    return elements + svg.lines(left, middle + 4 - (len(words) - 1) * _LINE / 2, words, _LINE, "small")


def _bar(stretch: Stretch, axis: _Axis, middle: float, style: str, red_line: bool) -> list[str]:
    """The bar of a stretch: it ends in a point where the stretch goes on beyond what is drawn."""
    elements: list[str] = []
    top = middle - _BAR / 2
    if stretch.start < math.inf:
        left, right = _NAMES + axis.at(stretch.start), _NAMES + axis.at(stretch.end)
        half = max((5 - (right - left)) / 2, 0) if math.isfinite(stretch.end) else 0.0
        if _is_of_options(axis):
            half = 0.3 * axis.width / (axis.high - axis.low)
        left, right = left - half, right + half
        elements += _shape(left, right, top, style, (math.isinf(stretch.start), math.isinf(stretch.end)), red_line)
    if stretch.beyond:
        begin = _NAMES + axis.width + 8
        elements += _shape(begin, _NAMES + _PLOT + _BEYOND, top, style, (False, False), red_line)
    return elements


def _is_of_options(axis: _Axis) -> bool:
    """Whether the places are options, each as wide as the others: the axis begins half of one before the first."""
    return axis.low == -0.5


def _shape(left: float, right: float, top: float, style: str, goes_on: tuple[bool, bool], red_line: bool) -> list[str]:
    """A bar, with a point at a side on which it goes on."""
    from_left, from_right = (7.0 if on else 0.0 for on in goes_on)
    least = from_left + from_right + 2
    if right - left < least:
        left, right = (right - least, right) if goes_on[0] else (left, left + least)
    corners = [
        (left + from_left, top), (right - from_right, top), (right, top + _BAR / 2), (right - from_right, top + _BAR),
        (left + from_left, top + _BAR), (left, top + _BAR / 2),
    ]  # fmt: skip
    steps = "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in corners)
    shapes = [svg.path(f"M{steps}Z", style)]
    if red_line:
        shapes.append(svg.rect(left - 4, top - 4, right - left + 8, _BAR + 8, "outline"))
    return shapes


def _marked(row: Comparison, axis: _Axis, height: float) -> list[str]:
    """The gap between the parties, or their common ground, behind the bars; the word for it stands under the widest."""
    bands = [*_gap(row.gap, axis)] or [*_common(row, axis)]
    if not bands:
        return []
    style, word = ("gap", "gap") if row.gap is not None else ("common", "common ground")
    left, across = max(bands, key=lambda band: band[1])
    half = width(word, look.SMALL) / 2
    middle = min(max(left + across / 2, half), _PLOT + _BEYOND - half)
    rects = [svg.rect(left, 0, across, height, style) for left, across in bands]
    return [*rects, svg.text(middle, height - 5, word, "small soft", "middle")]


def _gap(gap: Gap | None, axis: _Axis) -> Iterator[tuple[float, float]]:
    """Where the gap lies, from the left, and how wide it is."""
    if gap is not None:
        ends = [float(end) for end in (gap.start, gap.end) if not isinstance(end, str)]
        left, right = axis.at(min(ends)), axis.at(max(ends)) if len(ends) == 2 else axis.width
        yield left, max(right - left, 2.0)


def _common(row: Comparison, axis: _Axis) -> Iterator[tuple[float, float]]:
    """Where the common ground lies, from the left, and how wide it is."""
    half = 0.5 * axis.width / (axis.high - axis.low) if _is_of_options(axis) else 5.0
    for stretch in _stretches(row.issue.space, row.common):
        if stretch.start < math.inf:
            left, right = max(axis.at(stretch.start) - half, 0.0), min(axis.at(stretch.end) + half, axis.width)
            yield left, right - left
        if stretch.beyond:
            yield axis.width + 4, _PLOT + _BEYOND - axis.width - 4


def _named(ticks: Sequence[Tick], axis: _Axis) -> tuple[list[str], float]:
    """The axis with the names of its places, and how high it is."""
    elements = [svg.line(0, 0, axis.width, 0, "line")]
    room = min((axis.at(two.at) - axis.at(one.at) for one, two in pairwise(ticks)), default=axis.width) - 6
    most = 1
    for tick in ticks:
        words = wrapped(tick.words, room, look.SMALL, 3)
        x = axis.at(tick.at)
        elements.append(svg.line(x, 0, x, 5, "line"))
        half = max(width(line, look.SMALL) for line in words) / 2
        x = min(max(x, half), axis.width - half)
        elements += svg.lines(x, 18, words, _LINE, "small soft", "middle")
        most = max(most, len(words))
    if axis.beyond:
        left, right = axis.width + 8, _PLOT + _BEYOND
        words = wrapped(axis.beyond, right - left, look.SMALL, 3)
        elements.append(svg.line(left, 0, right, 0, "line"))
        elements += svg.lines((left + right) / 2, 18, words, _LINE, "small soft", "middle")
        most = max(most, len(words))
    return elements, 18 + _LINE * most


def _keys(rows: Sequence[Comparison]) -> tuple[Key, ...]:
    keys = [
        Key((svg.rect(-8, -6, 16, 12, "bar"),), "accepts"),
        Key((svg.rect(-7.25, -5.25, 14.5, 10.5, "hollow"),), "only on a condition, or vague"),
    ]
    if any(row.red_line for row in rows):
        keys.append(Key((svg.rect(-6.75, -6.75, 13.5, 13.5, "outline"),), "red line"))
    return tuple(keys) if rows else ()


def _section(answer: Chart, row: Comparison) -> Section:
    """The same in words."""
    rows = []
    for party, held in row.terms.items():
        red = "red line" if held.red_line else ""
        words = wording.position_in_words(held, answer.agenda)
        rows.append(Row((cell(answer.names[party]), cell(words), cell(red))))
    columns = (Column("Party"), Column("Accepts"), Column(""))
    table = Table(row.issue.title, columns, tuple(rows), "grid")
    return Section(row.issue.title, (table,), _outcome(row, answer), named=True)
