"""A picture: a drawing with what has to stand around it (title, day, key, notes, sources), and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from posdiff.reports.charts import look, svg
from posdiff.reports.charts.lettering import width, wrapped
from posdiff.reports.document import Footnote, Run, Section, Table, text_of
from posdiff.reports.escaping import uncommanded

_MARGIN = 24.0
_LEAST_WIDTH = 640.0
_KEY = 16.0
#: As many sources are listed in the picture; of more it says how many there are, and what lists them.
MOST_LISTED = 6
#: As many rows are told in the picture's own description; ``--format text`` has all of them.
_MOST_TOLD = 400


class Key(NamedTuple):
    """What a sign means: elements around the middle of a square of 16, or as wide as ``width``, and words."""

    elements: tuple[str, ...]
    words: str
    width: float = _KEY


class StackedPart(NamedTuple):
    """What a party has in a row; ``outlined``: it begins with a red line. ``letter``: as in the picture, if any."""

    name: str
    letter: str
    words: str
    outlined: bool


class StackedRow(NamedTuple):
    """A row for a screen too narrow for columns: its title, what it comes to, and each party's part under it."""

    title: str
    relation: Run
    parts: tuple[StackedPart, ...]


class StackedTopic(NamedTuple):
    """The rows under one heading, and what is left out of them."""

    title: str
    rows: tuple[StackedRow, ...]
    left_out: str


class Picture(NamedTuple):
    """``over``: what the dossier is about. ``lead``: the day, and what it comes to. ``sections``: the same, to be read.

    ``listing``: by what command the sources are listed. ``stacked``: what a page shows in its place on a narrow screen.
    """

    title: str
    over: str
    lead: tuple[str, ...]
    keys: tuple[Key, ...]
    drawing: svg.Drawing
    notes: tuple[str, ...]
    sources: tuple[Footnote, ...]
    listing: str
    sections: tuple[Section, ...]
    stacked: tuple[StackedTopic, ...] = ()


def written(picture: Picture) -> str:
    """The picture as a file of SVG."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- posdiff chart -->\n{element(picture)}\n'


def element(picture: Picture, name: str = "chart", style: str | None = None) -> str:
    """The picture as one element of SVG, for a file or for a page.

    ``name``: what the ids in it begin with, so that a page may hold several. ``style``: the style sheet in it, by
    default that of ``look``; empty in a page whose own has it, as a Content-Security-Policy may ask for.
    """
    sheet = look.style() if style is None else style
    across = max(picture.drawing.width, _LEAST_WIDTH)
    elements, height = _placed(picture, across)
    size = f"{svg.number(across + 2 * _MARGIN)} {svg.number(height)}"
    wide, high = size.split()
    description = "\n".join(map(svg.escaped, told(picture)))
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {size}" width="{wide}" height="{high}" '
        f'role="img" aria-labelledby="{name}-title {name}-description">',
        f'<title id="{name}-title">{svg.escaped(picture.title)}</title>',
        f'<desc id="{name}-description">{description}</desc>',
        *([f"<style>{sheet}</style>"] if sheet else []),
        svg.rect(0, 0, across + 2 * _MARGIN, height, "back"), *elements, "</svg>",
    ))  # fmt: skip


def bare(picture: Picture, label: str) -> str:
    """The drawing with its key, for a page that has its style sheet and says all else."""
    drawing = picture.drawing
    keys, below = _keys(picture.keys, drawing.width)
    below = below + 10 if keys else 0.0
    wide, high = svg.number(drawing.width), svg.number(below + drawing.height)
    return "\n".join((
        f'<svg class="chart" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img" '
        f'aria-label="{svg.escaped(label)}">', *keys, svg.group(0, below, drawing.elements), "</svg>",
    ))  # fmt: skip


def _placed(picture: Picture, across: float) -> tuple[list[str], float]:
    """What stands in the picture from above to below, and how high that is."""
    elements: list[str] = []
    y = _MARGIN

    def put(words: str, size: float, most: int, style: str, after: float, bold: bool = False) -> None:
        nonlocal y
        shown = wrapped(words, across, size, most, bold)
        elements.extend(svg.lines(_MARGIN, y + size * 0.9, shown, size * 1.25, style))
        y += len(shown) * size * 1.25 + after

    if picture.over:
        put(picture.over, look.SMALL, 1, "small soft", 4)
    put(picture.title, look.TITLE, 3, "title", 4, bold=True)
    for words in picture.lead:
        put(words, look.PLAIN, 3, "soft", 2)
    y += 10
    keys, height = _keys(picture.keys, across)
    if keys:
        elements.append(svg.group(_MARGIN, y, keys))
        y += height + 12
    if picture.drawing.elements:
        elements.append(svg.group(_MARGIN, y, picture.drawing.elements))
        y += picture.drawing.height + 14
    for words in (*picture.notes, *sources_in_words(picture)):
        put(words, look.SMALL, 3, "small soft", 2)
    return elements, y + _MARGIN - 6


def _keys(keys: Sequence[Key], across: float) -> tuple[list[str], float]:
    """The signs with their words beside each other, in as many lines as they need."""
    elements: list[str] = []
    x = y = 0.0
    for key in keys:
        (words, *_) = wrapped(key.words, across - key.width - 6, look.SMALL, 1)
        needed = key.width + 6 + width(words, look.SMALL)
        if x and x + needed > across:
            x, y = 0.0, y + 22
        elements.append(svg.group(x + key.width / 2, y + _KEY / 2, key.elements))
        elements.append(svg.text(x + key.width + 6, y + 12, words, "small"))
        x += needed + 18
    return elements, y + _KEY


def sources_in_words(picture: Picture) -> tuple[str, ...]:
    """The sources, where they are few; else how many there are, and where they are listed."""
    sources = picture.sources
    if not sources:
        return ("No source is on file for what is shown.",)
    if len(sources) <= MOST_LISTED:
        return ("Sources:", *(f"[{source.number}] {source.words}" for source in sources))
    return (f"{len(sources):,} sources; {picture.listing}",)


def told(picture: Picture) -> Iterator[str]:
    """The picture in lines of words."""
    yield from map(uncommanded, _lines(picture))


def _lines(picture: Picture) -> Iterator[str]:
    yield from picture.lead
    rows = [line for section in picture.sections for line in _told_of(section)]
    yield from rows[:_MOST_TOLD]
    if len(rows) > _MOST_TOLD:
        yield f"and {len(rows) - _MOST_TOLD:,} lines more, in the same picture written with --format text."
    yield from picture.notes
    yield from sources_in_words(picture)


def _told_of(section: Section) -> Iterator[str]:
    """A section in lines: its title, each row of its tables, what else is to be said."""
    yield section.title
    for table in (block for block in section.blocks if isinstance(block, Table)):
        for row in table.rows:
            cells = zip(table.columns, row.cells, strict=True)
            words = ((column.title, "; ".join(map(text_of, cell.lines))) for column, cell in cells)
            yield "; ".join(f"{title}: {said}" if title else said for title, said in words if said)
    if section.meaning:
        yield section.meaning
