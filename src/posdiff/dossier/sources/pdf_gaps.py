"""Wide gaps on a line of a PDF: the borders of a table's cells, where pypdf has a blank like any other.

``12`` in one cell and ``500`` in the next are not 12 500. So what reads the drawing is replaced while a document is
read by a class that puts a tab where the pen moves on by more than a word's gap. It rests on parts of pypdf that may
change: where they are others, no blank of a PDF is taken to be within a number.
"""

from __future__ import annotations

import contextlib
import math
import re
import threading
from collections.abc import Iterator
from typing import Any

#: The gap from which on what follows is another cell, in sizes of the letters. A blank is a fourth to a third of one.
_WIDE = 0.7
_ONE_AT_A_TIME = threading.Lock()
_RESTS_ON = ("_post_process_text_operation", "process_tj_offset")
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


def _with_tabs(own: Any) -> Any:
    class _Tabs(own):  # type: ignore[misc]
        def _post_process_text_operation(self, str_widths: float) -> None:
            gap = self._gap(str_widths)
            super()._post_process_text_operation(str_widths)
            if gap >= _WIDE:
                self._tab()

        def process_tj_offset(self, offset: float, space_width: float) -> None:
            """A move within a row of strings, in thousandths of the size of the letters."""
            super().process_tj_offset(offset, space_width)
            if -offset >= _WIDE * 1_000:
                self._tab()

        def _tab(self) -> None:
            if (self.text or self.output)[-1:] not in ("", "\n", "\t"):
                self.text += "\t"

        def _gap(self, str_widths: float) -> float:
            """How far the pen moves on along the line, from the end of what was drawn, in sizes of the letters."""
            before, now = _product(self.tm_prev, self.cm_prev), _product(self.tm_matrix, self.cm_matrix)
            scale = math.hypot(before[0], before[1])
            if not scale or not self.font_size:
                return 0.0
            moved = ((now[4] - before[4]) * before[0] + (now[5] - before[5]) * before[1]) / scale
            return float((moved / scale - str_widths) / abs(self.font_size))

    return _Tabs


def _product(a: list[float], b: list[float]) -> tuple[float, ...]:
    """Two matrices of a drawing, one after the other."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip
