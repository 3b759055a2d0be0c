"""The overview of ``sources``: a line for each, the dead ends first."""

from __future__ import annotations

from itertools import groupby

from posdiff.answers.sources import EverySource, ListedSource
from posdiff.reports import source_wording
from posdiff.reports.compose.sources import gist, head, lead
from posdiff.reports.document import Cell, Column, Document, Row, Section, Table, cell
from posdiff.reports.overviews import short

#: In a window that is narrower, the days and copies make room for the titles.
_WIDTH_OF_DAYS = 100


def document(answer: EverySource, width: int) -> Document:
    """What each is, of which class, and how much stands on it."""
    narrow = width < _WIDTH_OF_DAYS
    rows: list[Row] = []
    for end, sources in groupby(answer.sources, key=source_wording.dead_end):
        listed = tuple(sources)
        title, meaning = source_wording.DEAD_ENDS[end] if end else source_wording.OTHERS
        rows.append(
            Row((cell(f"{title} ({len(listed)}): {meaning}", "faint"), *(Cell() for _ in range(6 - 3 * narrow))))
        )
        rows += [_row(each, narrow) for each in listed]
    columns = [Column("Source"), Column("Class", short=True)]
    columns += [] if narrow else [Column("Day", short=True), Column("Read", short=True), Column("Copy", short=True)]
    columns += [Column("Terms", short=True), Column("Quotes", short=True)]
    table = Table("Every source", tuple(columns), tuple(rows), "lines")
    parts = (Section("", (table,)), short.more("sources")) if rows else ()
    return Document("sources", head(answer), gist(answer), lead(answer), parts)


def _row(listed: ListedSource, narrow: bool) -> Row:
    source = listed.source
    words = ", ".join(part for part in (source.publisher, source.title) if part) or source.key
    between = (source.date or "", source.accessed or "", source_wording.copies(listed).replace("none", ""))
    texts = (source.class_ or "", *(() if narrow else between), str(listed.terms), str(listed.quotes or ""))
    return Row((cell(words), *(cell(text) for text in texts)))
