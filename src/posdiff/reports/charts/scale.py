"""Scales: of each issue with numbers, days or ordered options, what each party accepts on one axis.

What is accepted as things stand is a filled bar, what only on a condition a hollow one, what a vague term does not rule
out a pale one, and a demand that binds only on a condition a bracket in a lane of its own. A red line is an outline
around what it demands; one that only says what it refuses, a crossed outline around that. A gap between the parties, or
their common ground, is marked across their bars; where there is neither, a word above them says so.
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
from posdiff.kinds.axis import Stretch, Tick
from posdiff.reports import wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.axis import BEYOND, PLOT, Axis, axis_of, stretches
from posdiff.reports.charts.between import Between, between_parties
from posdiff.reports.charts.lanes import ScaleLane, lanes
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_NAMES, _GAP, _WORDS = 116.0, 14.0, 236.0
_ROW, _BAR, _LINE = 34.0, 14.0, 14.0
#: Room for a word under the bars.
_STRIP = 18.0
_ACROSS = _NAMES + PLOT + BEYOND + _GAP + _WORDS
_MOST_TICKS = 6
#: So many lines of words stand beside a bar; --format text has all of them.
_MOST_LINES = 4
#: How long the point of a bar that goes on is.
_POINT = 7.0


def picture(answer: Chart) -> Picture:
    """The picture of the issues of a comparison that have a scale."""
    compared = answer.of
    assert isinstance(compared, Compare)
    rows = [row for row in compared.issues if row.issue.space.on_axis(row.issue.space.everything)]
    rows = [row for row in rows if len(row.terms) > (0 if answer.filter.everything else 1)]
    panels = [_panel(answer, row) for row in rows]
    positions = [held for row in rows for held in row.terms.values()]
    count = f"{wording.count(len(rows), 'issue')} with a scale: numbers, days, ordered options"
    return Picture(
        f"{about.parties(answer)} on one scale", answer.agenda.title or "",
        (count, about.as_of(answer, about.of_each(answer, rows))), _keys(panels), _drawing(answer, panels),
        (*about.notes(answer), *about.unofficial(about.of_each(answer, rows))),
        about.sources(positions), about.listing(answer), tuple(_section(answer, panel) for panel in panels),
    )  # fmt: skip


class _Placed(NamedTuple):
    """A lane of a party, its name where it is the first, its words in lines, where its middle lies, how high it is."""

    name: tuple[str, ...]
    lane: ScaleLane
    words: tuple[str, ...]
    middle: float
    height: float


class _Panel(NamedTuple):
    """One issue: the lanes of all parties, the axis under them, what lies between the parties."""

    row: Comparison
    lanes: tuple[_Placed, ...]
    axis: Axis
    between: Between | None


def _panel(answer: Chart, row: Comparison) -> _Panel:
    placed = tuple(_lanes(answer, row))
    axis = axis_of(row.issue.space, _stretches_of(row, placed))
    return _Panel(row, placed, axis, between_parties(row, axis))


def _drawing(answer: Chart, panels: Sequence[_Panel]) -> svg.Drawing:
    elements: list[str] = []
    y = 0.0
    for panel in panels:
        drawn, height = _drawn(answer, panel)
        elements.append(svg.group(0, y, drawn))
        y += height
    return svg.Drawing(_ACROSS, y, tuple(elements))


def _drawn(answer: Chart, panel: _Panel) -> tuple[list[str], float]:
    """One issue, and how high it is: its title, what comes of it, the bar of each party, the axis."""
    row, placed, axis, between = panel
    elements = [svg.line(0, 0, _ACROSS, 0, "rule")]
    elements.append(svg.text(0, 22, cut(row.issue.title, _ACROSS, look.HEADING, True), "heading"))
    outcome = wrapped(_outcome(row, answer), _ACROSS, look.SMALL, 2)
    elements += svg.lines(0, 39, outcome, _LINE, "small soft")
    top = 34 + _LINE * len(outcome) + 8
    height = sum(one.height for one in placed) + (_STRIP if between else 0)
    ticks = row.issue.space.ticks(axis.low, axis.high, 60 if axis.of_options else _MOST_TICKS)
    places = [svg.line(axis.at(tick.at), 0, axis.at(tick.at), height, "rule") for tick in ticks]
    bands, word = _marked(between, axis, height) if between else ([], [])
    elements.append(svg.group(_NAMES, top, [*bands, *places, *word]))
    for one in placed:
        base = top + one.middle + 4 - (len(one.name) - 1) * _LINE / 2
        elements += svg.lines(0, base, one.name, _LINE, "small strong")
        elements += _lane(row, one, axis, top)
    named, below = _named(ticks, axis)
    elements.append(svg.group(_NAMES, top + height, named))
    return elements, top + height + below + 14


def _outcome(row: Comparison, answer: Chart) -> str:
    """``contradiction: gap of 3 percent, from 3 percent to 6 percent``."""
    (word, _), said = wording.RELATION_TITLES[row.relation], wording.verdict(row, answer.agenda, answer.names)
    if row.relation == "unassessed" and said:
        return said[0][1]
    return f"{word}: {said[0][1]}" if said else word


def _lanes(answer: Chart, row: Comparison) -> Iterator[_Placed]:
    """The lanes of all parties, from above to below."""
    y = 0.0
    for party, held in row.terms.items():
        name = wrapped(answer.names[party], _NAMES - 8, look.SMALL, 3, True)
        for lane in lanes(row.issue.space, held, answer.agenda):
            words = wrapped(lane.words, _WORDS, look.SMALL, _MOST_LINES)
            height = max(_ROW, _LINE * max(len(words), len(name)) + 8)
            yield _Placed(name, lane, words, y + height / 2, height)
            name, y = (), y + height


def _stretches_of(row: Comparison, placed: Sequence[_Placed]) -> Iterator[Stretch]:
    """All that is drawn of an issue."""
    for one in placed:
        yield from (bar.stretch for bar in one.lane.bars)
        for line in one.lane.red_lines:
            yield from stretches(row.issue.space, line.outcomes)


def _lane(row: Comparison, placed: _Placed, axis: Axis, top: float) -> list[str]:
    """The bars of a lane, its outlines, its words."""
    middle = top + placed.middle
    elements = [_shape(span, middle, bar.style) for bar in placed.lane.bars for span in _spans(bar.stretch, axis)]
    for line in placed.lane.red_lines:
        for stretch in stretches(row.issue.space, line.outcomes):
            elements += [outline for span in _spans(stretch, axis) for outline in _outline(span, middle, line.refused)]
    left = _NAMES + PLOT + BEYOND + _GAP
    base = middle + 4 - (len(placed.words) - 1) * _LINE / 2
    return elements + svg.lines(left, base, placed.words, _LINE, "small")


class _Span(NamedTuple):
    """From where to where something is drawn, and whether it goes on to the left, and to the right."""

    left: float
    right: float
    goes_on: tuple[bool, bool] = (False, False)


def _spans(stretch: Stretch, axis: Axis) -> Iterator[_Span]:
    """Where a stretch is drawn: on the axis, and where it goes on beyond every number, beside it."""
    if stretch.start < math.inf:
        left, right = _NAMES + axis.at(stretch.start), _NAMES + axis.at(stretch.end)
        half = max((5 - (right - left)) / 2, 0) if math.isfinite(stretch.end) else 0.0
        if axis.of_options:
            half = 0.3 * axis.step
        yield _Span(left - half, right + half, (math.isinf(stretch.start), math.isinf(stretch.end)))
    if stretch.beyond:
        yield _Span(_NAMES + axis.width + 8, _NAMES + PLOT + BEYOND)


def _shape(span: _Span, middle: float, style: str) -> str:
    """A bar, with a point at a side on which it goes on."""
    top = middle - _BAR / 2
    if style == "bound":
        return _bracket(span, middle)
    from_left, from_right = (_POINT if on else 0.0 for on in span.goes_on)
    left, right = _wide_enough(span)
    corners = [
        (left + from_left, top), (right - from_right, top), (right, middle), (right - from_right, top + _BAR),
        (left + from_left, top + _BAR), (left, middle),
    ]  # fmt: skip
    steps = "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in corners)
    return svg.path(f"M{steps}Z", style)


def _bracket(span: _Span, middle: float) -> str:
    """A line from end to end, with a stroke at an end and a point at a side on which it goes on."""
    left, right = _wide_enough(span)
    half = _BAR / 2 - 1
    steps = f"M{svg.number(left)} {svg.number(middle)}H{svg.number(right)}"
    for x, on, inwards in ((left, span.goes_on[0], 5), (right, span.goes_on[1], -5)):
        if on:
            corners = ((x + inwards, middle - 5), (x, middle), (x + inwards, middle + 5))
            steps += "M" + "L".join(f"{svg.number(along)} {svg.number(down)}" for along, down in corners)
        else:
            steps += f"M{svg.number(x)} {svg.number(middle - half)}V{svg.number(middle + half)}"
    return svg.path(steps, "mark")


def _wide_enough(span: _Span) -> tuple[float, float]:
    """The ends of a bar, so far apart that its points have room."""
    least = _POINT * sum(span.goes_on) + 2
    if span.right - span.left >= least:
        return span.left, span.right
    return (span.right - least, span.right) if span.goes_on[0] else (span.left, span.left + least)


def _outline(span: _Span, middle: float, refused: bool) -> list[str]:
    """A red line around what it demands; around what it refuses, crossed out."""
    left, right = _wide_enough(span)
    box = svg.rect(left - 4, middle - _BAR / 2 - 4, right - left + 8, _BAR + 8, "outline")
    return [box, svg.path(look.MARKS["contradiction"], "mark", (left + right) / 2, middle)] if refused else [box]


def _marked(between: Between, axis: Axis, height: float) -> tuple[list[str], list[str]]:
    """What lies between the parties, behind the bars; and the word for it, under the widest band of it."""
    left, across = max(between.bands, key=lambda band: band[1], default=(0.0, axis.width))
    half = width(between.word, look.SMALL) / 2
    middle = min(max(left + across / 2, half), PLOT + BEYOND - half)
    bands = [svg.rect(left, 0, across, height, between.style) for left, across in between.bands]
    style = "small soft" if between.style in ("gap", "common") else "small soft halo"
    return bands, [svg.text(middle, height - 5, between.word, style, "middle")]


def _named(ticks: Sequence[Tick], axis: Axis) -> tuple[list[str], float]:
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
        left, right = axis.width + 8, PLOT + BEYOND
        words = wrapped(axis.beyond, right - left, look.SMALL, 3)
        elements.append(svg.line(left, 0, right, 0, "line"))
        elements += svg.lines((left + right) / 2, 18, words, _LINE, "small soft", "middle")
        most = max(most, len(words))
    return elements, 18 + _LINE * most


def _keys(panels: Sequence[_Panel]) -> tuple[Key, ...]:
    """What the marks mean that occur."""
    drawn = [one.lane for panel in panels for one in panel.lanes]
    styles = {bar.style for lane in drawn for bar in lane.bars}
    refused = {line.refused for lane in drawn for line in lane.red_lines}
    box = svg.rect(-6.75, -6.75, 13.5, 13.5, "outline")
    shapes = {
        "bar": (svg.rect(-8, -6, 16, 12, "bar"), "accepts"),
        "hollow": (svg.rect(-7.25, -5.25, 14.5, 10.5, "hollow"), "accepts only on a condition"),
        "bound": (_bracket(_Span(-7, 7), 0), "demands only where the condition beside it is met"),
        "open": (svg.rect(-8, -6, 16, 12, "open"), "not ruled out, not specified"),
    }
    keys = [Key((shape,), words) for style, (shape, words) in shapes.items() if style in styles]
    if False in refused:
        keys.append(Key((box,), "red line: demanded"))
    if True in refused:
        keys.append(Key((box, svg.path(look.MARKS["contradiction"], "mark", 0, 0)), "red line: refused"))
    spans = [bar.stretch for lane in drawn for bar in lane.bars]
    if any(math.isinf(each.start) or math.isinf(each.end) for each in spans if each.start < math.inf):
        keys.append(Key((_shape(_Span(-8, 8, (False, True)), 0, "bar"),), "goes on"))
    return tuple(keys)


def _section(answer: Chart, panel: _Panel) -> Section:
    """The same in words."""
    row, between = panel.row, panel.between
    columns = [Column("Party"), Column("Accepts")]
    rows = [[answer.names[party], wording.position_in_words(held, answer.agenda)] for party, held in row.terms.items()]
    if row.red_line:
        columns.append(Column("Red line"))
        for told, held in zip(rows, row.terms.values(), strict=True):
            told.append(_red_lines_in_words(held, answer))
    if between:
        rows.append([f"{between.word[0].upper()}{between.word[1:]}", between.in_words, ""][: len(columns)])
    table = Table(row.issue.title, tuple(columns), tuple(Row(tuple(map(cell, told))) for told in rows), "grid")
    return Section(row.issue.title, (table,), _outcome(row, answer), named=True)


def _red_lines_in_words(held: Held, answer: Chart) -> str:
    """What of a position is a red line."""
    lines = [term for term in held.terms if term.firmness == "red-line"]
    return "all of it" if len(lines) == len(held.terms) else wording.terms_in_words(lines, answer.agenda)
