"""Scales: of each issue with numbers, days or ordered options, what each party accepts on one axis.

What is accepted as things stand is a filled bar; what only on a condition, or by a vague term, a hollow one. A red line
is an outline around what it demands; one that only says what it refuses, a crossed outline around that. A gap between
the parties, or their common ground, is marked across their bars; where there is neither, a word above them says so.
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
from posdiff.kinds.kind import Space, Union
from posdiff.reports import wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.axis import BEYOND, PLOT, Axis, axis_of, stretches
from posdiff.reports.charts.between import Between, between_parties
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_NAMES, _GAP, _WORDS = 116.0, 14.0, 236.0
_ROW, _BAR, _LINE = 34.0, 14.0, 14.0
#: Room for a word under the bars.
_STRIP = 18.0
_ACROSS = _NAMES + PLOT + BEYOND + _GAP + _WORDS
_MOST_TICKS = 6
#: How long the point of a bar that goes on is.
_POINT = 7.0


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
        (count, about.as_of(answer, positions)), _keys(rows), _drawing(answer, rows),
        (*about.notes(answer), *about.from_others(about.of_each(answer, rows))),
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
    axis = axis_of(row.issue.space, _stretches_of(row))
    between = between_parties(row, axis)
    height = _ROW * len(row.terms) + (_STRIP if between else 0)
    ticks = row.issue.space.ticks(axis.low, axis.high, 60 if axis.of_options else _MOST_TICKS)
    places = [svg.line(axis.at(tick.at), 0, axis.at(tick.at), height, "rule") for tick in ticks]
    bands, word = _marked(between, axis, height) if between else ([], [])
    elements.append(svg.group(_NAMES, top, [*bands, *places, *word]))
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


class _RedLine(NamedTuple):
    """What a red line demands, or what it refuses where it says nothing else."""

    outcomes: Union
    refused: bool


def _stretches_of(row: Comparison) -> Iterator[Stretch]:
    """All that is drawn of an issue."""
    space = row.issue.space
    for held in row.terms.values():
        unions = [accepted(space, held.terms), conceivable(space, held.terms)]
        for union in (*unions, *(line.outcomes for line in _red_lines(space, held))):
            yield from stretches(space, union)


def _red_lines(space: Space, held: Held) -> list[_RedLine]:
    """Those of a position, each by itself: another part of it may accept less, and is no red line for that."""
    return [
        _RedLine(space.minus(space.everything, term.offers[0].accepts), True)
        if term.refuses
        else _RedLine(term.conceivable, False)
        for term in held.terms
        if term.firmness == "red-line"
    ]


def _row(answer: Chart, row: Comparison, party: str, held: Held, axis: Axis, y: float) -> list[str]:
    """The name of a party, its bars, its position in words."""
    space, middle = row.issue.space, y + _ROW / 2
    name = wrapped(answer.names[party], _NAMES - 8, look.SMALL, 2, True)
    elements = svg.lines(0, middle + 4 - (len(name) - 1) * _LINE / 2, name, _LINE, "small strong")
    now = [] if held.vague else stretches(space, accepted(space, held.terms))
    for stretch in stretches(space, conceivable(space, held.terms)):
        if stretch not in now:
            elements += [_shape(span, middle, "hollow") for span in _spans(stretch, axis)]
    for stretch in now:
        elements += [_shape(span, middle, "bar") for span in _spans(stretch, axis)]
    for line in _red_lines(space, held):
        for stretch in stretches(space, line.outcomes):
            elements += [outline for span in _spans(stretch, axis) for outline in _outline(span, middle, line.refused)]
    words = wrapped(wording.position_in_words(held, answer.agenda), _WORDS, look.SMALL, 2)
    left = _NAMES + PLOT + BEYOND + _GAP
    return elements + svg.lines(left, middle + 4 - (len(words) - 1) * _LINE / 2, words, _LINE, "small")


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
    from_left, from_right = (_POINT if on else 0.0 for on in span.goes_on)
    left, right = _wide_enough(span)
    corners = [
        (left + from_left, top), (right - from_right, top), (right, middle), (right - from_right, top + _BAR),
        (left + from_left, top + _BAR), (left, middle),
    ]  # fmt: skip
    steps = "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in corners)
    return svg.path(f"M{steps}Z", style)


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
    style = "small soft" if bands else "small soft halo"
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


def _keys(rows: Sequence[Comparison]) -> tuple[Key, ...]:
    keys = [
        Key((svg.rect(-8, -6, 16, 12, "bar"),), "accepts"),
        Key((svg.rect(-7.25, -5.25, 14.5, 10.5, "hollow"),), "only on a condition, or vague"),
    ]
    lines = [line for row in rows for held in row.terms.values() for line in _red_lines(row.issue.space, held)]
    box = svg.rect(-6.75, -6.75, 13.5, 13.5, "outline")
    if not all(line.refused for line in lines):
        keys.append(Key((box,), "red line: demanded"))
    if any(line.refused for line in lines):
        keys.append(Key((box, svg.path(look.MARKS["contradiction"], "mark", 0, 0)), "red line: refused"))
    return tuple(keys) if rows else ()


def _section(answer: Chart, row: Comparison) -> Section:
    """The same in words."""
    columns = [Column("Party"), Column("Accepts")]
    rows = [[answer.names[party], wording.position_in_words(held, answer.agenda)] for party, held in row.terms.items()]
    if row.red_line:
        columns.append(Column("Red line"))
        for told, held in zip(rows, row.terms.values(), strict=True):
            told.append(_red_lines_in_words(held, answer))
    between = between_parties(row, axis_of(row.issue.space, _stretches_of(row)))
    if between:
        rows.append([f"{between.word[0].upper()}{between.word[1:]}", between.in_words, ""][: len(columns)])
    table = Table(row.issue.title, tuple(columns), tuple(Row(tuple(map(cell, told))) for told in rows), "grid")
    return Section(row.issue.title, (table,), _outcome(row, answer), named=True)


def _red_lines_in_words(held: Held, answer: Chart) -> str:
    """What of a position is a red line."""
    lines = [term for term in held.terms if term.firmness == "red-line"]
    return "all of it" if len(lines) == len(held.terms) else wording.terms_in_words(lines, answer.agenda)
