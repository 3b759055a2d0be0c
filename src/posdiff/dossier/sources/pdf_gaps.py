"""What stands where on a line of a PDF: wide gaps, and numbers above or below the line, which pypdf takes for the same.

``12`` in one cell and ``500`` in the next are not 12 500, nor ``5`` with a note's ``2`` above it 52. So what reads the
drawing is replaced while a document is read by a class that puts a tab where the pen moves on by more than a word's
gap, or by any behind a digit, and that reads small numbers above or below the line as in HTML. It rests on parts of
pypdf that may change: where they are others, no blank of a PDF is taken to be within a number.
"""

from __future__ import annotations

import contextlib
import math
import re
import threading
from collections.abc import Iterator
from typing import Any

from posdiff.dossier.sources.html_raised import ABOVE, BELOW, TAIL, raised

#: The gap from which on what follows is another cell, in sizes of the letters. A blank is a fourth to a third of one.
_WIDE = 0.7
#: The size of letters above or below the line beside that of the others, and how far off it they stand.
_SMALLER, _LEAST_OFF, _MOST_OFF = 0.85, 0.1, 0.7
_Matrix = tuple[float, float, float, float, float, float]
_ONE_AT_A_TIME = threading.Lock()
_RESTS_ON = ("_post_process_text_operation", "process_tj_offset", "process_operation", "_handle_tj_operation")
_MAY_BE_ONE_NUMBER = re.compile(r"(?<!\d)(\d{1,3})[ \u00a0\u2007-\u2009\u202f](?=\d{3}(?!\d))")


@contextlib.contextmanager
def gaps_as_tabs() -> Iterator[bool]:
    """While it lasts, pypdf puts tabs into wide gaps. Whether it does."""
    from importlib import import_module

    pages: Any = import_module("pypdf._page")
    own = getattr(pages, "TextExtraction", None)
    if own is None or not all(hasattr(own, name) for name in _RESTS_ON):
        yield False
        return
    with _ONE_AT_A_TIME:
        pages.TextExtraction = _with_tabs(own)
        try:
            yield True
        finally:
            pages.TextExtraction = own


def without_blanks_in_numbers(text: str) -> str:
    """A text with a tab for each blank that may be one within a number, or the gap between two."""
    return _MAY_BE_ONE_NUMBER.sub("\\1\t", text)


class _Marks:
    """The highest number of a mark so far, in a document."""

    highest = 0


class _Heights:
    """Which letters of a page stand above or below its lines."""

    def __init__(self, marks: _Marks) -> None:
        self.rise = 0.0
        self._marks = marks
        #: Where the last letters of a line stood, across it, and their size.
        self._line: tuple[float, float] | None = None
        #: A mark that was left out, and how much text there was then.
        self._left_out = (-1, "")

    def shown(self, before: str, length: int, added: str, matrix: _Matrix, font_size: float) -> str:
        """Letters as they are read behind some text of a length: small numbers off the line as in HTML."""
        if self._left_out[0] == length and added[:1].isalnum():
            return self._left_out[1] + added  # no mark stands within a word
        off = self._off(added, matrix, abs(font_size))
        if not off:
            return added
        if before[-1:].isdigit():
            return added.translate(ABOVE if off > 0 else BELOW)
        found = raised(before, added, off < 0, False, self._marks.highest)
        self._marks.highest = max(self._marks.highest, found.mark)
        if not found.text:
            self._left_out = (length, found.before_word)
        return found.text

    def _off(self, added: str, matrix: _Matrix, font_size: float) -> float:
        """How far a number stands above the line, or below it, in sizes of its letters; 0 for what stands on one."""
        scale, height = math.hypot(*matrix[:2]), math.hypot(*matrix[2:4])
        size = font_size * height
        if not scale or not size or not added.strip():
            return 0.0
        at = (matrix[0] * matrix[5] - matrix[1] * matrix[4]) / scale + self.rise * height
        off = (at - self._line[0]) / self._line[1] if self._line and size <= _SMALLER * self._line[1] else 0.0
        if _LEAST_OFF <= abs(off) <= _MOST_OFF and added.strip().isdigit():
            return off
        self._line = at, size
        return 0.0


def _with_tabs(own: Any) -> Any:
    marks = _Marks()

    class _Tabs(own):  # type: ignore[misc]
        text: str
        output: str

        def __init__(self) -> None:
            super().__init__()
            self._heights = _Heights(marks)

        def process_operation(self, operator: bytes, operands: list[Any]) -> None:
            """One step of drawing; pypdf does not look at the rise."""
            if operator == b"Ts" and operands and isinstance(operands[0], (int, float)):
                self._heights.rise = float(operands[0])
            super().process_operation(operator, operands)

        def process_tj_offset(self, offset: float, space_width: float) -> None:
            """A move within a row of strings, in thousandths of the size of the letters."""
            super().process_tj_offset(offset, space_width)
            if -offset >= _WIDE * 1_000:
                self._tab()

        def _post_process_text_operation(self, str_widths: float) -> None:
            gap, before = _gap(self, str_widths), len(self.output) + len(self.text)
            super()._post_process_text_operation(str_widths)
            ended = (self.output[-2:] + self.text[-2:])[-2:]
            put_in = len(self.output) + len(self.text) > before and ended.endswith(" ") and ended[:1].isdigit()
            if gap >= _WIDE or put_in:
                self._tab()

        def _tab(self) -> None:
            if (self.text or self.output)[-1:] not in ("", "\n", "\t"):
                self.text += "\t"

        def _handle_tj_operation(self, operands: list[Any]) -> float:
            before, length = self.text, len(self.output) + len(self.text)
            widths: float = super()._handle_tj_operation(operands)
            added, end = self.text[len(before) :], len(before)
            # The whole of what was there is not compared: that would take as long as all of it is, for each string.
            if added and self.text[max(0, end - TAIL) : end] == before[-TAIL:]:
                matrix, tail = _product(self.tm_matrix, self.cm_matrix), (self.output[-TAIL:] + before[-TAIL:])[-TAIL:]
                shown = self._heights.shown(tail, length, added, matrix, self.font_size)
                self.text = self.text if shown == added else before + shown
            return widths

    return _Tabs


def _gap(drawing: Any, str_widths: float) -> float:
    """How far the pen moves on along the line, from the end of what was drawn, in sizes of the letters."""
    before = _product(drawing.tm_prev, drawing.cm_prev)
    now = _product(drawing.tm_matrix, drawing.cm_matrix)
    scale = math.hypot(before[0], before[1])
    if not scale or not drawing.font_size:
        return 0.0
    moved = ((now[4] - before[4]) * before[0] + (now[5] - before[5]) * before[1]) / scale
    return float((moved / scale - str_widths) / abs(drawing.font_size))


def _product(a: list[float], b: list[float]) -> _Matrix:
    """Two matrices of a drawing, one after the other."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip
