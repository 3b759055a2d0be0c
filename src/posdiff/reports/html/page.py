"""Papers as HTML. Only import of the template engine, whose autoescape is on: no text of a party is ever markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from posdiff.reports.escaping import uncommanded, visible
from posdiff.reports.html import drawings
from posdiff.reports.paper import blocks
from posdiff.reports.paper.blocks import Paper
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
        is_link=_is_link, kind=_kind,
    )  # fmt: skip


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _hash(part: str) -> str:
    return b64encode(sha256(part.encode("utf-8")).digest()).decode("ascii")


def _finalized(value: object) -> object:
    """What stands in the template: characters that cannot be seen are shown as escapes, as in every format."""
    if type(value) is not str:
        return value
    return visible(value) if "\n" not in value else "\n".join(uncommanded(visible(each)) for each in value.split("\n"))


def _is_link(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\x00-\x20\x7f-\x9f]+", visible(url)) is not None


def _kind(block: blocks.Block) -> str:
    """Which part of the template draws a block."""
    return type(block).__name__
