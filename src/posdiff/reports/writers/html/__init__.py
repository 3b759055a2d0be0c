"""Writes a document as HTML. Only import of the template engine, whose autoescape is on: no party's text is markup."""

import re
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from posdiff.reports.charts.picture import Picture, StackedTopic, element
from posdiff.reports.document import Block, Cell, Document, Lane, Line, Run, Table, capitalised, text_of
from posdiff.reports.escaping import uncommanded, visible
from posdiff.reports.wording import MARKS
from posdiff.reports.writers.html import drawings, edition

_FOLDER = Path(__file__).parent


class HtmlOptions(NamedTuple):
    """``stamp``: when the page was made, where it is to say so. ``pictures``: with which it leads, and their style.

    ``left_out``: the kinds of those that are too large.
    """

    stamp: str | None = None
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[str, ...] = ()
    style: str = ""


_USUAL = HtmlOptions()


def write(document: Document, options: HtmlOptions = _USUAL) -> str:
    """The document as one HTML file. A Content-Security-Policy in it lets nothing load and no other script run."""
    style, script = (read(name) for name in ("page.css", "page.js"))
    style += (read("compact.css") if document.compact else "") + options.style
    style += read("landscape.css") if document.landscape else ""
    style += read("running_head.css") if document.running_head else ""
    template = environment().get_template("page.html")
    head = (*((capitalised(document.gist),) if document.gist else ()), *document.lead)
    pictures = tuple(map(_drawn, range(len(options.pictures)), options.pictures))
    return template.render(
        document=document, head=head, edition=edition.short(document), pictures=pictures, left_out=options.left_out,
        stamp=options.stamp, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script),
        leads_to=_here, in_site=False,
    )  # fmt: skip


@cache
def environment() -> Environment:
    """The templates, and what they ask of the blocks of a document: each is compiled once in a run."""
    templates = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_finalized,
    )  # fmt: skip
    templates.globals.update(
        sign=_sign, draw_ring=drawings.draw_ring, moves_of=_moves, is_link=_is_link, kind=_kind,
        columns_of=columns, lines_of=_lines, is_bare=_is_bare,
    )  # fmt: skip
    return templates


class DrawnPicture(NamedTuple):
    """A picture on a page: its id and title, and the element, in which all words are escaped.

    ``pieces``: the views of which it is printed where it is too high for one sheet. ``width``: of each, in millimetres.
    ``stacked``: what stands in its place on a narrow screen, under ``lead``.
    """

    id: str
    title: str
    svg: str
    pieces: tuple[str, ...]
    width: float
    lead: tuple[str, ...]
    stacked: tuple[StackedTopic, ...]


#: So high, in pixels, a picture may be that is printed on one sheet with letters that can be read; another is printed
#: in pieces so high, of which so much stands again on the next one, so that no line is cut through on both.
_SHEET, _PIECE, _AGAIN = 1440, 1230, 30
#: So many millimetres of paper a pixel takes in a piece.
_PIXEL = 0.188


def _drawn(number: int, picture: Picture) -> DrawnPicture:
    id = f"_picture-{number + 1}"
    svg = element(picture, id, "").replace("<svg ", f'<svg id="{id}" ', 1)
    width, height = map(float, svg.split(' viewBox="0 0 ', 1)[1].split('"', 1)[0].split())
    tops = range(0, round(height) - _AGAIN, _PIECE - _AGAIN) if height > _SHEET else ()
    pieces = tuple(f"0 {top} {width:g} {min(_PIECE, height - top):g}" for top in tops)
    return DrawnPicture(id, picture.title, svg, pieces, round(width * _PIXEL), picture.lead, picture.stacked)


def _here(page: str, _file: str) -> str:
    """Where a name leads to on a page that stands alone: to a place on it, or nowhere."""
    return page if page.startswith("#") else ""


def read(name: str) -> str:
    """A file beside the templates."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    return b64encode(sha256(part.encode("utf-8")).digest()).decode("ascii")


def _finalized(value: object) -> object:
    """What stands in the template: characters that cannot be seen are shown as escapes, as in every format.

    Line breaks stay. What is markup already (the results of macros, the style, the script) is not ``str`` itself.
    """
    if type(value) is not str:
        return value
    if "\n" not in value:
        return visible(value)
    return "\n".join(uncommanded(visible(line)) for line in value.split("\n"))


def _sign(mark: str) -> str:
    return MARKS[mark][0].strip() if mark else ""


def _is_bare(run: Run) -> bool:
    """Whether words stand on a page as they are, as most do: it takes no macro to write them."""
    return run.style == "plain" and not (run.cites or run.mark or run.file or run.page or run.language)


class PageColumn(NamedTuple):
    """A column of a table: its title, and whether it holds what rows are about (``key``), a ``number``, or ``text``.

    ``page``: what the title names, as in ``Run``.
    """

    title: str
    kind: str
    page: str = ""


def columns(table: Table) -> tuple[PageColumn, ...]:
    """The columns of a table, left to right."""
    kinds = []
    for number in range(len(table.columns)):
        cells = [row.cells[number] for row in table.rows]
        counts = any(cell.lines for cell in cells) and all(map(_is_count, cells))
        kinds.append("key" if number == table.key else "number" if counts else "text")
    return tuple(PageColumn(column.title, kind, column.page) for column, kind in zip(table.columns, kinds, strict=True))


def _is_count(cell: Cell) -> bool:
    """Whether a cell holds a count, or nothing."""
    words = "".join(text_of(line) for line in cell.lines)
    return not cell.evidence and not cell.facts and (not words or (words.isascii() and words.isdigit()))


def _lines(cell: Cell) -> tuple[Line, ...]:
    """The lines of a cell that stand under the first one and its id: the days, further parts, the other lines."""
    more = (line for part in cell.more for line in (part.line, *((part.dates.line,) if part.dates else ())))
    return (*((cell.dates.line,) if cell.dates else ()), *more, *cell.lines[1:])


class PageMove(NamedTuple):
    """A move of a party on an issue: its day (ISO), whose it is, its kind, what was held from then on."""

    day: str
    party: str
    kind: str
    words: str


def _moves(lanes: Sequence[Lane]) -> list[PageMove]:
    """The moves of all parties on an issue, party by party."""
    return [
        PageMove(date.fromordinal(move.day).isoformat(), lane.party, move.kind, move.words)
        for lane in lanes for move in lane.moves
    ]  # fmt: skip


def _is_link(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\x00-\x20\x7f-\x9f]+", visible(url)) is not None


def _kind(block: Block) -> str:
    """Which part of the template draws a block."""
    return type(block).__name__
