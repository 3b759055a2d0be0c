"""Draws rows for a terminal: wrapped to its width, in its colours. The only import of rich."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.style import Style
from rich.text import Text

from posdiff.reports.escaping import uncommanded
from posdiff.reports.writers.terminal.rows import TextRow

#: Stands for a space at which no line may be broken: a character that no row holds, since it is made visible there.
_KEPT = "\ufdd1"
#: The id of a link, as rich writes it: what belongs together where a link goes on in the next line.
_ID = re.compile(r"\x1b\]8;id=([^;]*);")
_RED, _PURPLE, _GREEN = (f"color(231) on color({ground})" for ground in (160, 90, 22))
#: What a sign says: it stands in the way, it may do, it is common ground.
_SIGNS = {"against": _RED, "perhaps": _PURPLE, "together": _GREEN}
#: No colour of letters can be read (4.5 : 1) on the grounds, dark and light, of all usual terminals: the first sixteen
#: are each theme's own, and its red fails on one ground or the other. So words have weight, and what has a colour is
#: white on a ground of its own, of those colours (16 to 255) that no theme changes: a sign, or a few words. Each of
#: them is also a word or a sign.
STYLES = {
    "strong": "bold",
    "faint": "dim",
    "heading": "bold underline",
    "contradiction": "bold",
    "red-line": f"bold {_RED}",
    "error": f"bold {_RED}",
    "warning": f"bold {_PURPLE}",
    **_SIGNS,
}


def drawn(rows: Sequence[TextRow], width: int, colour: bool, links: bool = False) -> str:
    """TextRows wrapped to a width (in columns), with the terminal's colours, and with links, if asked for."""
    escapes = colour or links
    console = Console(
        width=width, color_system="256" if escapes else None, force_terminal=escapes, markup=False, emoji=False,
        highlight=False, legacy_windows=False, no_color=not escapes, _environ={},
    )  # fmt: skip
    whole = _whole(rows, width, console, STYLES if colour else {}, links)
    with console.capture() as captured:
        console.print(whole, soft_wrap=True, end="")
    return _numbered(captured.get()) if links else captured.get()


def _numbered(text: str) -> str:
    """The text with its links counted from 1: rich gives them ids that differ from run to run."""
    numbers: dict[str, int] = {}
    return _ID.sub(lambda match: f"\x1b]8;id={numbers.setdefault(match[1], len(numbers) + 1)};", text)


def svg(rows: Sequence[TextRow], width: int, title: str) -> str:
    """TextRows as a picture of a terminal."""
    console = Console(
        width=width, color_system="256", force_terminal=True, markup=False, emoji=False, highlight=False,
        legacy_windows=False, record=True, file=io.StringIO(), _environ={},
    )  # fmt: skip
    console.print(_whole(rows, width, console, STYLES, links=False), soft_wrap=True, end="")
    # A fixed id keeps the bytes the same for the same rows.
    return console.export_svg(title=title, unique_id="posdiff")


def _whole(rows: Sequence[TextRow], width: int, console: Console, styles: Mapping[str, str], links: bool) -> Text:
    whole = Text(no_wrap=True, end="")
    for row in rows:
        text = Text(end="")
        for span in row.spans:
            # What stands in brackets about the date is kept on one line.
            kept = span.text.replace(" ", _KEPT) if span.style == "date" else span.text
            style: str | Style | None = styles.get(span.style)
            if links and span.link:
                style = Style.parse(style or "") + Style(link=span.link)
            words = kept.replace(_KEPT, " ", len(kept) - len(kept.lstrip(_KEPT)))
            # The ground of a sign ends before the blank behind it.
            blanks = len(words) - len(words.rstrip(" ")) if span.style in _SIGNS else 0
            text.append(words[: len(words) - blanks], style)
            text.append(" " * blanks)
        room = max(20, width - row.indent)
        first = True
        for line in [_cut(text, room, *row.seen)] if row.seen else _wrapped(text, room, row.hang, console):
            whole.append(" " * (row.indent + (0 if first else row.hang)))
            line.rstrip()
            words = line.plain.replace(_KEPT, " ")
            start = len(words) - len(words.lstrip())
            commands = uncommanded(words) != words
            whole.append_text(Text.assemble(line[:start], "<U+003A>", line[start + 1 :]) if commands else line)
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


def _wrapped(text: Text, room: int, hang: int, console: Console) -> list[Text]:
    """The lines of a text: the first as wide as there is room, the others less by what they hang in."""
    if text.cell_len <= room:
        return [text]
    lines = list(text.wrap(console, room))
    first = lines[0]
    rest = text[len(first.plain) :]
    taken = len(rest.plain) - len(rest.plain.lstrip(" "))
    rest = rest[taken:]
    return [first, *rest.wrap(console, max(20, room - hang))] if rest.plain else [first]
