"""Writes the documents of a site as pages that link to each other by relative paths, with one style sheet for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from posdiff.reports.charts import look
from posdiff.reports.document import Cell, Document, Footnote, Line, Table, capitalised, text_of
from posdiff.reports.writers import html

#: What a source is known by, whatever its number on a page.
_Source = tuple[str, str | None, str | None, str | None]


class SitePage(NamedTuple):
    """A page: its path, the entry of the menu that it belongs to, what it says.

    ``has_data``: whether its JSON stands beside it. ``command``: what writes the same, or, with ``more``, that as well;
    empty where no command does. ``scripts``: those that it loads, by their paths. ``picture``: SVG to stand over its
    positions; empty where there is none. ``addresses``: of a source, each with the words before it.
    """

    path: str
    area: str
    document: Document
    has_data: bool = False
    command: str = ""
    more: str = ""
    scripts: tuple[str, ...] = ()
    picture: str = ""
    addresses: tuple[tuple[str, str], ...] = ()


class Notice(NamedTuple):
    """What stands above the pages of a site that is shown while somebody edits its files.

    ``version``: of the files; a page that has one is loaded again when the files have another. ``lines``: the findings.
    """

    version: str
    heading: str = ""
    lines: tuple[Line, ...] = ()


class Frame(NamedTuple):
    """What all pages have in common.

    ``menu``: pages (without suffix) and their titles. ``pages``: by what a ``Run`` names, the path of its page;
    ``files``: by position file; ``sources``: by source. ``stamp``: what made them.
    ``notice``: only where they are shown while somebody edits.
    """

    title: str
    menu: tuple[tuple[str, str], ...]
    pages: Mapping[str, str]
    files: Mapping[str, str]
    sources: Mapping[_Source, str]
    stamp: str
    notice: Notice | None = None


def style(with_notice: bool = False) -> str:
    """The style sheet: that of every page, that of pictures, and what only a site has."""
    own = html.read("site.css") + (html.read("notice.css") if with_notice else "")
    return html.read("page.css") + look.style() + own


def script(name: str) -> str:
    """What a page with a form does (``search.js``, ``days.js``), and one that is loaded again (``reload.js``)."""
    return html.read(name)


def places(sources: Iterable[tuple[Footnote, str]]) -> dict[_Source, str]:
    """The page of each source, by what it is known by."""
    return {_known_by(source): path for source, path in sources}


def _known_by(source: Footnote) -> _Source:
    return source.words, source.url, source.note, source.archive


def write(page: SitePage, frame: Frame) -> str:
    """The text of a page. What is not in the frame is not linked, so that every link leads somewhere."""
    return _in_few_bytes(html.environment().get_template("site.html").render(**_context(page, frame)))


#: End tags of rows, cells and entries that HTML does without, where another begins or all of them end; of paragraphs,
#: where a block begins or the one that they stand in ends; and two pieces of small print side by side, which are one.
_NEEDLESS_TAGS = re.compile(
    r"</(?:td|th|tr|thead|tbody|li)>\s*(?=<(?:td|th|tr|tbody|li|/table|/tr|/tbody|/thead|/[uo]l)\b)"
    r"|</p>\s*(?=<(?:p|div|ol|ul|table|section|footer|nav|details|figure|h\d|/section|/main|/footer|/div|/blockquote)\b)"
    r"|</small><small>"
)


#: Values without a blank need no quotes. In words a quotation mark is always written as an entity.
_NEEDLESS_QUOTES = re.compile(r' ([\w-]+)="([\w.#-][\w./#-]*)"(?=[ >])')


def _in_few_bytes(text: str) -> str:
    """The same page without tags, quotes and entities that HTML does without: of the sample's site, 150 KB less."""
    return _NEEDLESS_QUOTES.sub(r" \1=\2", _NEEDLESS_TAGS.sub("", text)).replace("&#39;", "'")


def _context(page: SitePage, frame: Frame) -> dict[str, object]:
    document, up = page.document, "../" * page.path.count("/")
    head = (*((capitalised(document.gist),) if document.gist else ()), *document.lead)
    return {
        "page": page, "document": document, "frame": frame, "up": up, "head": head,
        "leads_to": _links(page.path, up, frame),
        "source_at": lambda source: up + frame.sources.get(_known_by(source), "sources.html"),
        "columns_of": _columns, "data": page.path.rpartition("/")[2].replace(".html", ".json") if page.has_data else "",
        "in_site": True,
    }  # fmt: skip


#: A column whose words are all this short, such as days and names of relations, needs little room.
_SHORT = 20


def _columns(table: Table) -> tuple[html.PageColumn, ...]:
    """The columns of a table; ``short`` where all that stands in one is."""
    columns = []
    for number, column in enumerate(html.columns(table)):
        cells = [row.cells[number] for row in table.rows]
        short = column.kind == "text" and any(cell.lines for cell in cells) and all(map(_is_short, cells))
        columns.append(column._replace(kind="short") if short else column)
    return tuple(columns)


def _is_short(cell: Cell) -> bool:
    return not cell.evidence and not cell.facts and all(len(text_of(line)) <= _SHORT for line in cell.lines)


def _links(path: str, up: str, frame: Frame) -> Callable[[str, str], str]:
    """Where a name or a file leads from a page; nowhere from its own page, or where there is none."""

    def leads_to(named: str, file: str) -> str:
        if not named and not file:
            return ""
        name, *within = re.split(r"(?=[?#])", named, maxsplit=1)
        to = frame.pages.get(name) or frame.files.get(file)
        return "".join((up, to, *within)) if to and to != path else ""

    return leads_to
