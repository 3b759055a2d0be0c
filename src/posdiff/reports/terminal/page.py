"""A page of lines for a terminal: what every command's page is built with, before it is drawn."""

from __future__ import annotations

from typing import Literal, NamedTuple

from posdiff.reports.escaping import visible
from posdiff.reports.wording import MARKS

Style = Literal[
    "plain", "strong", "faint", "party", "red-line", "contradiction", "conditional", "overlap", "agreed", "heading",
    "error", "warning", "info", "date",
]  # fmt: skip


class Span(NamedTuple):
    """A text in one style."""

    text: str
    style: Style = "plain"


class Row(NamedTuple):
    """One line, before it is wrapped: how far it is indented, and how much further its wrapped lines are.

    ``seen`` is for a line of a file and the caret under it. They are cut and not wrapped, and both in the same place:
    so long is what stands before the line of the file, and there is the column that has to be seen.
    """

    spans: tuple[Span, ...]
    indent: int = 0
    hang: int = 0
    seen: tuple[int, int] | None = None


class Page:
    """Rows, in order. Text that is put on it may come from anywhere: it is made visible here, and nowhere else."""

    def __init__(self, unicode: bool = True) -> None:
        self.rows: list[Row] = []
        self._mark = 0 if unicode else 1
        self._unicode = unicode

    def line(self, *spans: Span | str, indent: int = 0, hang: int = 0, seen: tuple[int, int] | None = None) -> None:
        """Add a line."""
        made = (Span(span) if isinstance(span, str) else span for span in spans)
        fitting = tuple(Span(self._fit(visible(span.text)), span.style) for span in made if span.text)
        self.rows.append(Row(fitting, indent, hang, seen))

    def insert(self, at: int, text: str) -> None:
        """Add a line before one that is there already."""
        self.line(Span(text, "faint"), indent=2)
        self.rows.insert(at, self.rows.pop())

    def labelled(
        self, label: str, *spans: Span | str, indent: int = 2, width: int = 10, style: Style = "faint"
    ) -> None:
        """Add a line that begins with a label in a column of its own."""
        gap = " " * max(1, width - len(label))
        self.line(Span(label, style), Span(gap), *spans, indent=indent, hang=max(width, len(label) + 1))

    def space(self) -> None:
        """Add an empty line."""
        self.rows.append(Row(()))

    def mark(self, name: str) -> str:
        """The mark of a relation, kind or severity."""
        return MARKS[name][self._mark]

    def _fit(self, text: str) -> str:
        """The text in ASCII signs where the terminal has no others; letters are left as they are."""
        if self._unicode:
            return text
        for sign, plain in (
            ("→", "->"),
            ("–", "-"),
            ("·", "|"),
            ("…", "..."),
            ("“", '"'),
            ("”", '"'),
            ("×", "x"),
            ("⏎", "/"),
        ):
            text = text.replace(sign, plain)
        return text


def quoted(text: str) -> str:
    """A quote in quotation marks."""
    return f"“{text}”"
