"""Writes a document as lines: for a terminal, with its width and colours, or plainly for a pipe."""

from typing import NamedTuple

from posdiff.reports.document import Document
from posdiff.reports.escaping import uncommanded
from posdiff.reports.writers.terminal import links
from posdiff.reports.writers.terminal.rows import TextRow, TextRows


class TerminalOptions(NamedTuple):
    """How lines are written, and what is shown beside positions.

    ``width``: where lines are wrapped, in columns; None leaves each fact on a line of its own, without links.
    ``unicode``: whether signs outside ASCII can be written. ``links``: whether sources and files are links; ``folder``:
    the folder of positions, empty where they are not on the disk.
    """

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    quotes: bool = False
    sources: bool = False
    links: bool = False
    folder: str = ""
    overview: bool = False


_USUAL = TerminalOptions()


def write(document: Document, options: TerminalOptions = _USUAL) -> str:
    """The document as text."""
    rows = _rows(document, options)
    if options.width is None:
        return "".join(_plain(row) + "\n" for row in rows)
    from posdiff.reports.writers.terminal import drawing

    return drawing.drawn(rows, options.width, options.colour, options.links)


def picture(document: Document, options: TerminalOptions, title: str) -> str:
    """The document as a picture (SVG) of a terminal."""
    from posdiff.reports.writers.terminal import drawing

    return drawing.svg(_rows(document, options), options.width or 100, title)


def _rows(document: Document, options: TerminalOptions) -> list[TextRow]:
    pages = {note.number: links.to_page(note.url) for note in document.sources}
    text_rows = TextRows(options.unicode, options.folder, pages)
    from posdiff.reports.writers.terminal.layout import Layout

    width = options.width or (WIDTH_OF_LINES if options.overview else _WIDTH)
    shown = options.quotes, options.sources
    layout = Layout(text_rows, document, *shown, width, wraps=options.width is not None)
    layout.document()
    return text_rows.rows


#: What columns side by side have room in where lines are not wrapped.
_WIDTH = 80
#: And what an overview has room in: a line of it is cut, and not wrapped.
WIDTH_OF_LINES = 120


def _plain(row: TextRow) -> str:
    return uncommanded((" " * row.indent + "".join(span.text for span in row.spans)).rstrip())
