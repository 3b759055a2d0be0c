"""Tables of a file of Word: how wide columns are, the colours behind rows, what python-docx has no word for."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

#: By how far a row is of a paper of two drafts, the colour behind it: light, so that all letters can be read on it.
SHADES = {"across-red-line": "FBE3E1", "agreed": "E3F3E6", "in-reach": "FFF4CC", "open": "", "": ""}
#: Of a table with more columns the head is small.
MANY_COLUMNS = 5
#: A column whose longest line has at most so many letters is as wide as that, or as so many; and in cm, what a letter
#: takes of its width, and what stands at its sides.
_FEW_LETTERS, _LETTERS, _LETTER, _SIDES = 24, 12, 0.19, 0.4

#: A row with more lines may be cut by the end of a page: it could leave most of one empty.
_SHORT = 15


def short(row: Sequence[Sequence[int]], room: float) -> bool:
    """Whether a row has few lines, so that it is to stand on one page. ``row``: of each cell its lines, in letters."""
    fit = max(1.0, room / max(1, len(row)) / _LETTER)
    return all(sum(max(1, ceil(letters / fit)) for letters in lines) <= _SHORT for lines in row)


def set_widths(grid: Any, letters: Sequence[int], room: float) -> None:
    """Columns of numbers and short words are narrow, and the first one, which names what a row is about, is too.

    What is left of the room (in cm) belongs to the others. ``letters``: of the longest line of each column.
    """
    from docx.shared import Cm

    number = len(letters)
    first = room * (0.18 if 2 < number < 5 else 0.22 if number > MANY_COLUMNS else 1 / number)
    narrow = {
        place: min(_SIDES + _LETTER * min(longest, _LETTERS), first)
        for place, longest in enumerate(letters)
        if place and longest <= _FEW_LETTERS
    }
    wide = number - 1 - len(narrow)
    if not wide:
        narrow, wide = {}, max(1, number - 1)
    rest = (room - first - sum(narrow.values())) / wide
    for place, column in enumerate(grid.columns):
        column.width = Cm(narrow.get(place, rest) if place else first)
        for cell in column.cells:
            cell.width = column.width


def mark(row: Any, name: str) -> None:
    """Say of a row of a table that it is of a kind."""
    properties = row._tr.get_or_add_trPr()
    properties.append(properties.makeelement(tag(name), {}))


def shade(row: Any, state: str) -> None:
    """Put a colour behind a row of a paper, by how far it is."""
    colour = SHADES[state]
    for cell in row.cells if colour else ():
        properties = cell._tc.get_or_add_tcPr()
        about = {tag("val"): "clear", tag("color"): "auto", tag("fill"): colour}
        properties.append(properties.makeelement(tag("shd"), about))


def leave_room(grid: Any) -> None:
    """Leave some room above and below what the cells of a table hold, in twentieths of a point."""
    properties = grid._tbl.tblPr
    margins = properties.makeelement(tag("tblCellMar"), {})
    for side in ("top", "bottom"):
        margins.append(margins.makeelement(tag(side), {tag("w"): "50", tag("type"): "dxa"}))
    properties.insert_element_before(margins, "w:tblLook")


def tag(name: str, space: str = "w") -> str:
    """The name of an element or attribute, as lxml has it."""
    from docx.oxml.ns import qn

    return str(qn(f"{space}:{name}"))
