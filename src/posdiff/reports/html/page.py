"""Papers as HTML. Only import of the template engine, whose autoescape is on: no text of a party is ever markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from posdiff.reports.escaping import uncommanded, visible
from posdiff.reports.html import drawings
from posdiff.reports.paper import blocks
from posdiff.reports.paper.blocks import Cell, Paper, Table
from posdiff.reports.wording import MARKS

_FOLDER = Path(__file__).parent


def text(paper: Paper) -> str:
    """A paper as one HTML file. A Content-Security-Policy in it lets nothing load and no other script run."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_finalized,
    )  # fmt: skip
    style, script = (_read(name) for name in ("page.css", "page.js"))
    template = environment.get_template("page.html")
    return template.render(
        paper=paper, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script),
        mark=lambda kind: MARKS[kind][0].strip(), ring=drawings.ring, line_of_time=drawings.line_of_time,
        is_link=_is_link, kind=_kind, columns_of=columns,
    )  # fmt: skip


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    return b64encode(sha256(part.encode("utf-8")).digest()).decode("ascii")


def _finalized(value: object) -> object:
    """What stands in the template: characters that cannot be seen are shown as escapes, as in every format.

    Line breaks stay. What is markup already (the results of macros, the style, the script) is not ``str`` itself.
    """
    if type(value) is not str:
        return value
    return visible(value) if "\n" not in value else "\n".join(uncommanded(visible(each)) for each in value.split("\n"))


class Column(NamedTuple):
    """A column of a table: its title, and whether it holds what rows are about (``key``), a ``number``, or ``text``."""

    title: str
    kind: str


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table, left to right."""
    kinds = ["key"]
    for index in range(1, len(table.head)):
        cells = [row.cells[index] for row in table.rows]
        kinds.append("number" if any(cell.lines for cell in cells) and all(map(_is_number, cells)) else "text")
    return tuple(Column(title, kind) for title, kind in zip(table.head, kinds, strict=True))


def _is_number(cell: Cell) -> bool:
    """Whether a cell holds a count, or nothing."""
    words = "".join(run.text for line in cell.lines for run in line)
    return not cell.quotes and (not words or (words.isascii() and words.isdigit()))


def _is_link(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\x00-\x20\x7f-\x9f]+", visible(url)) is not None


def _kind(block: blocks.Block) -> str:
    """Which part of the template draws a block."""
    return type(block).__name__
