"""The short edition of a page, which is what it prints unless all is asked for: what stays, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from posdiff.comparison.relations import RELATIONS
from posdiff.reports import wording
from posdiff.reports.document import Bullets, Chronicle, Document, Event, Quotation, Remarks, Run, Section, Table

#: Deadlocks, and what is supposed, are printed whole; of each relation what has a red line: the overview has a line for
#: each of the others.
_WHOLE = ("deadlock", "against-record")
_RED_LINE = ("red-line", "yes")

Printed = str


class Edition(NamedTuple):
    """``printed``: of each section whether it is printed ``whole``, with its ``red-lines``, or ``not``.

    ``sources``: the numbers of the sources that are printed. ``left_out``: the rest, in words with counts.
    """

    printed: tuple[Printed, ...]
    sources: frozenset[int]
    left_out: tuple[str, ...]


def short(document: Document) -> Edition | None:
    """The short edition of a page that opens with an overview; None where it would leave out nothing."""
    if not document.contents:
        return None
    parts = list(_parts(document))
    printed = tuple(how for part, how in parts for _ in part)
    kept = [section for section, how in zip(document.sections, printed, strict=True) if how == "whole"]
    red = [row for part, how in parts if how == "red-lines" for row in _red_lines(part)]
    sources = frozenset(_cited((*kept, *red)))
    left_out = [_in_words(part, how) for part, how in parts if how != "whole"]
    more = len(document.sources) - len(sources)
    left_out += [wording.count(more, "source")] if more else []
    return Edition(printed, sources, tuple(left_out)) if left_out else None


def _parts(document: Document) -> Iterator[tuple[list[Section], Printed]]:
    """Each part of the document with the sections that belong to it, and how it is printed."""
    parts: list[list[Section]] = []
    for section in document.sections:
        if section.level == 2 or not parts:
            parts.append([])
        parts[-1].append(section)
    for part in parts:
        anchor = part[0].anchor
        how = "whole" if anchor in _WHOLE or not anchor else "not"
        if anchor in RELATIONS:
            number, red = _entries(part), len(list(_red_lines(part)))
            how = "whole" if red == number else "red-lines" if red else "not"
        yield part, how


def _red_lines(part: list[Section]) -> Iterator[tuple[object, ...]]:
    tables = (block for section in part for block in section.blocks if isinstance(block, Table))
    yield from (row for table in tables for row in table.rows if _RED_LINE in row.facets)


def _entries(part: list[Section]) -> int:
    """How many rows, items and statements there are in a part."""
    numbers = 0
    for block in (block for section in part for block in section.blocks):
        if isinstance(block, Table):
            numbers += len(block.rows)
        elif isinstance(block, Remarks):
            numbers += len(block.remarks)
        elif isinstance(block, Bullets):
            numbers += len(block.lines)
        else:
            numbers += len(block.events) if isinstance(block, Chronicle) else 0
    return numbers


def _in_words(part: list[Section], how: Printed) -> str:
    title = part[0].title
    title = title if title.endswith(")") else f"{title} ({wording.count(_entries(part), 'entry', 'entries')})"
    red = len(list(_red_lines(part)))
    return f"{title} but for {wording.count(red, 'red line')}" if how == "red-lines" else title


def _cited(value: object) -> Iterator[int]:
    """The numbers of all sources that a part of a document names."""
    if isinstance(value, Run | Quotation | Event):
        yield from value.cites
    if isinstance(value, tuple):
        for each in value:
            yield from _cited(each)
