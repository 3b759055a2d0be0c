"""CSV, for a spreadsheet: the rows of an answer. Nothing in a cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from posdiff.reports.escaping import visible
from posdiff.reports.records import table

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer

#: Full-width signs too: a spreadsheet in Chinese, Japanese or Korean takes them for the others.
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")
#: A semicolon behind which a cell begins where it separates, as in most of Europe: no marks of quotation help there.
_NEXT_CELL = re.compile(r""";(?=[\s"]*[=+\-@＝＋－＠])(?!\s*-?\d+(\.\d+)?\s*(;|\Z))""")
#: What stands between the texts of a list, where that is not a bar.
_BETWEEN = {"path": "; ", "red_line_issues": " "}


def text(answer: Answer) -> str:
    """CSV text (RFC 4180, lines end with CR LF). A cell that a spreadsheet would compute begins with an apostrophe."""
    columns, rows = table(answer)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value, _BETWEEN.get(name, " | ")) for name, value in zip(columns, row, strict=True)])
    return out.getvalue()


def _cell(value: Any, between: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return text_cell(between.join(value) if isinstance(value, list) else str(value))


def text_cell(text: str) -> str:
    """A text as a cell: on one line, and nothing that a spreadsheet would compute."""
    words = _NEXT_CELL.sub(";'", visible(text))
    return f"'{words}" if _FORMULA.match(words.lstrip()) and not _NUMBER.match(words) else words
