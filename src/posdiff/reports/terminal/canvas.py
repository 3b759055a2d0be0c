"""Draws a page: plain text for a pipe, by rich for a terminal. The only import of rich in the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posdiff.reports.escaping import uncommanded
from posdiff.reports.terminal.page import Page, Row, Style

if TYPE_CHECKING:
    from rich.text import Text

#: Only the terminal's own sixteen colours, which each theme makes readable on its ground, dark or light; no yellow,
#: cyan or blue, which are not. Every coloured word is also a word and a mark.
#: Stands for a space at which no line may be broken: a character that no page holds, since it is made visible there.
_KEPT = "\ufdd1"
_STYLES: dict[Style, str] = {
    "plain": "",
    "strong": "bold",
    "faint": "dim",
    "party": "bold",
    "heading": "bold underline",
    "red-line": "bold red",
    "contradiction": "red",
    "conditional": "magenta",
    "overlap": "green",
    "agreed": "green",
    "error": "bold red",
    "warning": "magenta",
    "info": "",
    "date": "",
}


def plain(page: Page) -> str:
    """The page without colour and without wrapping, one line a row."""
    return "".join(_plain_row(row) + "\n" for row in page.rows)


def _plain_row(row: Row) -> str:
    return uncommanded((" " * row.indent + "".join(span.text for span in row.spans)).rstrip())


def drawn(page: Page, width: int, colour: bool) -> str:
    """The page wrapped to a width (in columns), with the terminal's colours if asked for."""
    from rich.console import Console

    console = Console(
        width=width, color_system="standard" if colour else None, force_terminal=colour, markup=False, emoji=False,
        highlight=False, legacy_windows=False, no_color=not colour, _environ={},
    )  # fmt: skip
    whole = _whole(page, width, console)
    with console.capture() as captured:
        console.print(whole, soft_wrap=True, end="")
    return captured.get()


def svg(page: Page, width: int, title: str) -> str:
    """The page as a picture of a terminal."""
    import io

    from rich.console import Console

    console = Console(
        width=width, color_system="standard", force_terminal=True, markup=False, emoji=False, highlight=False,
        legacy_windows=False, record=True, file=io.StringIO(), _environ={},
    )  # fmt: skip
    console.print(_whole(page, width, console), soft_wrap=True, end="")
    # A fixed id keeps the bytes the same for the same page.
    return console.export_svg(title=title, unique_id="posdiff")


def _whole(page: Page, width: int, console: object) -> Text:
    from rich.text import Text

    whole = Text(no_wrap=True, end="")
    for row in page.rows:
        text = Text(end="")
        for span in row.spans:
            # What stands in brackets about the date is kept on one line.
            kept = span.text.replace(" ", _KEPT) if span.style == "date" else span.text
            text.append(kept.replace(_KEPT, " ", len(kept) - len(kept.lstrip(_KEPT))), _STYLES[span.style] or None)
        room = max(20, width - row.indent)
        first = True
        for line in [_cut(text, room, *row.seen)] if row.seen else _wrapped(text, room, row.hang, console):
            whole.append(" " * (row.indent + (0 if first else row.hang)))
            line.rstrip()
            ordering = uncommanded(line.plain) != line.plain
            whole.append_text(Text.assemble("<U+003A>", line[1:]) if ordering else line)
            whole.append("\n")
            first = False
    whole.plain = whole.plain.replace(_KEPT, " ")
    return whole


def _cut(text: Text, room: int, before: int, column: int) -> Text:
    """What there is room for of a text, with its beginning and a column of it: the same part for any text."""
    left_out = 0 if column < room else column - (before + room) // 2
    cut = text[:before] + text[before + left_out :]
    cut.truncate(room)
    return cut


def _wrapped(text: Text, room: int, hang: int, console: object) -> list[Text]:
    """The lines of a text: the first as wide as there is room, the others less by what they hang in."""
    if text.cell_len <= room:
        return [text]
    lines = list(text.wrap(console, room))  # type: ignore[arg-type]
    first = lines[0]
    rest = text[len(first.plain) :]
    taken = len(rest.plain) - len(rest.plain.lstrip(" "))
    rest = rest[taken:]
    return [first, *rest.wrap(console, max(20, room - hang))] if rest.plain else [first]  # type: ignore[arg-type]
