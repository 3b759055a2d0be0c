"""Lays a document out as lines: a block under another, and where there are columns, as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Chronicle,
    Column,
    Dates,
    Document,
    Evidence,
    Line,
    Listing,
    Paragraph,
    Place,
    Quotation,
    Remark,
    Remarks,
    Ring,
    Run,
    Section,
    Table,
    text_of,
)
from posdiff.reports.escaping import visible
from posdiff.reports.evidence_wording import silences
from posdiff.reports.writers.terminal import links
from posdiff.reports.writers.terminal.lines import laid_out, length, wrapped
from posdiff.reports.writers.terminal.rows import Span, TextRows

_INDENT = 2
#: A label, or a column of a grid, that is longer than this does not push the others aside.
_LEAST_LABEL, _MOST_LABEL, _MOST_COLUMN = 10, 40, 48
#: Between two columns of a grid; and how wide the last one stays where cells of several lines are wrapped.
_GAP, _LEAST_WRAPPED = 3, 36
#: So wide a part of a long line of a file is shown.
_MOST_EXCERPT = 160


class Layout:
    """Lays out one document. ``quotes``, ``sources``: whether what stands behind positions is shown.

    ``wraps``: whether lines that are longer than the width will be wrapped.
    """

    def __init__(
        self, rows: TextRows, document: Document, quotes: bool, sources: bool, width: int, *, wraps: bool
    ) -> None:
        self._rows, self._document, self._width, self._wraps = rows, document, width, wraps
        self._asked = quotes
        self._quotes, self._sources = quotes or document.evidence, sources or document.evidence
        rows.citing = self._quotes or self._sources
        self._labels = _width_of_labels(document)

    def document(self) -> None:
        """The head, and every section; of findings what they come to stands at the end."""
        document = self._document
        if not document.ends_with_gist:
            self._head((Span(document.title, "strong"),), document)
        for section in (*document.contents, *document.sections):
            if not section.overview:
                self._section(section)
        self._footnotes()
        if document.ends_with_gist:
            self._rows.space()
            self._head([self._rows.mark(document.mark)] if document.mark else [], document)

    def _head(self, title: Sequence[Span], document: Document) -> None:
        between = [Span(": ")] if document.gist and not document.ends_with_gist else []
        self._rows.add(*title, *between, *self._rows.spans(document.gist), hang=_INDENT)
        for line in document.lead:
            self._rows.add(*self._rows.spans(line), indent=_INDENT, hang=_INDENT)

    def _section(self, section: Section) -> None:
        rows = self._rows
        of_remarks = bool(section.blocks) and all(isinstance(block, Remarks) for block in section.blocks)
        if section.title and not of_remarks:  # each remark says itself how severe it is
            rows.space()
            sign = rows.mark(section.mark) if section.mark else Span("")
            gap = Span("  " if section.meaning else "")
            meaning = Span(section.meaning, "faint", rows.link(section.file))
            if section.named:
                rows.add(sign, Span(section.title, "strong"), gap, meaning, hang=_INDENT)
            else:
                rows.add(Span(f"{sign.text}{section.title.upper()}".lstrip(), "heading"), gap, meaning)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            {
                "records": self._records, "list": self._list, "outline": self._outline, "grid": self._grid,
                "lines": self._lines,
            }[block.reading](block)  # fmt: skip
        elif isinstance(block, Paragraph):
            if block.apart:
                self._rows.space()
            self._rows.add(*self._rows.spans(block.line), indent=_INDENT, hang=_INDENT)
        elif isinstance(block, Bullets):
            if block.apart:
                self._rows.space()
            lines = [self._rows.spans(line) for line in block.lines]
            for spans in self._cut(lines) if block.cut else lines:
                self._rows.add(*spans, indent=_INDENT, hang=_INDENT)
        elif isinstance(block, Ring):
            self._ring(block)
        elif isinstance(block, Chronicle):
            self._chronicle(block)
        elif isinstance(block, Remarks):
            for remark in block.remarks:
                self._remark(remark)
        elif isinstance(block, Listing):
            for text in block.lines:
                self._rows.add(text, indent=2 * _INDENT if block.language == "yaml" else 0)

    def _cut(self, lines: Sequence[Sequence[Span]]) -> Iterator[Sequence[Span]]:
        """Lines that are not wrapped; but for those that would look the same as another one."""
        shown = [self._rows.cut(line, self._width - _INDENT) for line in lines]
        of_look: dict[str, set[str]] = {}
        for line, cut in zip(lines, shown, strict=True):
            of_look.setdefault(_text(cut), set()).add(_text(line))
        for line, cut in zip(lines, shown, strict=True):
            yield cut if len(of_look[_text(cut)]) == 1 else line

    def _records(self, table: Table) -> None:
        """Each row by itself: what it is about, and under it its cells with their labels."""
        for row in table.rows:
            self._rows.space()
            key = row.cells[table.key]
            sign = [self._rows.mark(row.mark)] if row.mark else []
            self._rows.add(*sign, *self._name(key), hang=_INDENT)
            for line in key.lines[1:]:
                self._rows.add(*self._rows.spans(line), indent=_INDENT, hang=_INDENT)
            others = [pair for n, pair in enumerate(zip(table.columns, row.cells, strict=True)) if n != table.key]
            for column, cell in others:
                self._labelled_cell(column, cell)
            silent = [
                (column.title, text_of(cell.lines[0]).removeprefix("silent"))
                for column, cell in others if cell.silent and not cell.more
            ]  # fmt: skip
            if silent and any(cell.lines and not cell.silent for _, cell in others):
                self._labelled("silent", [Span("; ".join(silences(silent)), "faint")], "faint")

    def _labelled_cell(self, column: Column, cell: Cell) -> None:
        if cell.lines and (cell.more or not cell.silent):
            named = column.label == column.title
            label = column.label or column.title.lower()
            self._labelled(label, self._first_line(cell), "strong" if named else "faint")
            self._below(cell, _INDENT + self._labels)
        for fact in cell.facts:
            of_verdict = bool(fact.line) and fact.line[0].style in _OF_VERDICTS
            self._labelled(fact.label, self._rows.spans(fact.line), "strong" if of_verdict else "faint")

    def _labelled(self, label: str, spans: Iterable[Span], style: str) -> None:
        gap = " " * max(1, self._labels - len(visible(label)))
        self._rows.add(Span(label, style), Span(gap), *spans, indent=_INDENT, hang=max(self._labels, len(label) + 1))

    def _name(self, cell: Cell) -> list[Span]:
        """What a row is about, with its id."""
        return [*self._first_line(cell), Span(f"  {cell.id}" if cell.id else "", "faint")]

    def _first_line(self, cell: Cell) -> list[Span]:
        spans = self._rows.spans(cell.lines[0]) if cell.lines else []
        return [*spans, *self._dates(cell.dates)]

    def _dates(self, dates: Dates | None) -> list[Span]:
        """When it was said, and where that stands, in brackets."""
        if dates is None:
            return []
        place = [Span("; ", "date"), *self._rows.spans(dates.place)] if dates.place else []
        return [Span(f"  [{dates.short}", "date"), *place, Span("]", "date")]

    def _below(self, cell: Cell, indent: int) -> None:
        """What stands under the first line of a cell: further parts, its other lines, and what it stands on."""
        for part in cell.more:
            self._rows.add(*self._rows.spans(part.line), *self._dates(part.dates), indent=indent, hang=_INDENT)
        for line in cell.lines[1:]:
            self._rows.add(*self._rows.spans(line), indent=indent, hang=_INDENT)
        self._evidence(cell.evidence, indent)

    def _evidence(self, evidence: Evidence | None, indent: int) -> None:
        if evidence is None:
            return
        if self._quotes or evidence.quotes_shown:
            for remark in evidence.notes:
                self._rows.add(*self._rows.spans(remark), indent=indent, hang=_INDENT)
            for quote in evidence.quotes:
                self._quote(quote, indent)
            if not evidence.quotes and (self._asked or evidence.quotes_shown):
                self._rows.add(Span("no quote on file", "faint"), indent=indent)
        if self._sources and evidence.places:
            spans: list[Span] = []
            for place in evidence.places:
                spans += [*([Span(", ", "faint")] if spans else []), *self._rows.spans((place,))]
            self._rows.add(*spans, indent=indent)

    def _quote(self, quote: Quotation, indent: int) -> None:
        """The words, who spoke and when, the numbers of the sources; a translation under them."""
        about = Span(f"  [{quote.attribution(party=False)}]", "date")
        self._rows.add(f"“{quote.text}”", about, *self._rows.cites(quote.cites), indent=indent, hang=1)
        if quote.translation:
            self._rows.add(Span(f"{quote.told}: ", "faint"), f"“{quote.translation}”", indent=indent + 1, hang=1)

    def _footnotes(self) -> None:
        """The sources that were named, under the numbers that stand with what they are sources of."""
        rows, notes = self._rows, {note.number: note for note in self._document.sources}
        if rows.numbering:
            rows.space()
            rows.add(Span("SOURCES", "heading"))
        for number, shown in rows.numbering.items():
            note = notes[number]
            spans = [Span(note.words)] if note.words else []
            for before, url in (("", note.url), ("archived at ", note.archive)):
                if url:
                    spans += [Span(f", {before}" if spans else before), Span(url, link=links.to_page(url))]
            remark = Span(f" ({note.note})" if note.note else "", "faint")
            rows.add(Span(f"[{shown}] ", "faint"), *spans, remark, indent=_INDENT, hang=4)

    def _list(self, table: Table) -> None:
        """Each row beside what its first cell says; cells between the first and the last lead into the last."""
        width = min(max((len(_words(row.cells[0])) for row in table.rows), default=0), _MOST_LABEL) + 2
        for row in table.rows:
            label, *between, last = row.cells
            indent = _INDENT + 2 * row.depth
            spans = [span for cell in between for span in self._first_line(cell)]
            if any(span.text for span in spans) and last.lines:
                spans.append(Span(": "))
            gap = Span(" " * max(1, width - len(_words(label))))
            self._rows.add(
                *self._first_line(label), gap, *spans, *self._first_line(last), indent=indent, hang=width
            )  # fmt: skip
            self._below(last, indent + width)
            for fact in last.facts:
                spans = [Span(f"{fact.label}: " if fact.label else ""), *self._rows.spans(fact.line)]
                self._rows.add(*spans, indent=indent + width, hang=_INDENT)

    def _outline(self, table: Table) -> None:
        """Each row under what its first cell says; on its line, where that is all."""
        rows = self._rows
        width = max((len(column.label) for column in table.columns), default=0) + 4
        for row in table.rows:
            key, *others = row.cells
            name = [*([rows.mark(row.mark)] if row.mark else []), *self._name(key)]
            lines = [
                (column.label if number == 0 else "", line)
                for column, cell in zip(table.columns[1:], others, strict=True)
                for number, line in enumerate(cell.lines)
            ]
            if len(lines) == 1 and not lines[0][0]:
                rows.add(*name, ": ", *rows.spans(lines[0][1]), indent=_INDENT, hang=_INDENT)
                continue
            rows.add(*name, indent=_INDENT, hang=_INDENT)
            for label, line in lines:
                before = [Span(f"{label:<{width}}", "faint")] if label else []
                rows.add(*before, *rows.spans(line), indent=2 * _INDENT, hang=width if label else _INDENT)

    def _grid(self, table: Table) -> None:
        """Columns side by side; as many at a time as there is room for."""
        columns = [self._column(table, number) for number in range(len(table.columns))]
        bands = list(_bands(columns, self._width, self._wraps))
        if len(bands) > 1 and any(cell.silent for row in table.rows for cell in row.cells):
            self._only_what_is_said(table)
            return
        for part, shown in enumerate(bands):
            if part:
                self._rows.space()
            for number_of_row, height in enumerate(zip(*(columns[number].cells for number in shown), strict=True)):
                if table.spaced and number_of_row:
                    self._rows.space()
                for line in zip_longest(*height, fillvalue=()):
                    self._grid_line([columns[number].width for number in shown], line)

    def _only_what_is_said(self, table: Table) -> None:
        """Each row on a line: its cells that say anything, each after the title of its column."""
        for row in table.rows:
            spans: list[Span] = []
            below: list[tuple[str, tuple[Line, ...]]] = []
            for column, cell in zip(table.columns, row.cells, strict=True):
                if len(cell.lines) > 1:
                    below.append((column.title, cell.lines))
                elif cell.lines and not cell.silent:
                    title = Span(f"{column.title} " if column.title else "", "faint")
                    spans += [Span("; " if spans else ""), title, *self._rows.spans(cell.lines[0])]
            self._rows.add(*spans, indent=_INDENT, hang=_INDENT)
            for heading, lines in below:
                self._rows.add(Span(f"{heading}:", "faint"), indent=2 * _INDENT)
                for line in lines:
                    self._rows.add(*self._rows.spans(line), indent=3 * _INDENT, hang=_INDENT)

    def _lines(self, table: Table) -> None:
        """Columns side by side, a line for each row."""
        rows = self._rows
        head = [rows.fitting([self._title(column)]) for column in table.columns]
        body = [[rows.fitting(self._first_line(cell)) for cell in row.cells] for row in table.rows]
        short = [number for number, column in enumerate(table.columns) if column.short]
        rows.space()
        folds = any(column.mark for column in table.columns)
        for spans in laid_out(head, body, short, folds, self._width - _INDENT, rows.cut):
            if spans:
                rows.add(*spans, indent=_INDENT)
            else:
                rows.space()

    def _title(self, column: Column) -> Span:
        """The title of a column of lines, or the sign that stands for it."""
        if not column.mark:
            return Span(column.title, "faint")
        sign = self._rows.mark(column.mark)
        return sign._replace(text=sign.text.rstrip())

    def _column(self, table: Table, number: int) -> _Column:
        """A column with its title on top, each cell as lines."""
        cells: list[list[tuple[Span, ...]]] = [[self._rows.fitting([Span(table.columns[number].title, "faint")])]]
        for row in table.rows:
            cell = row.cells[number]
            lines = [self._rows.spans(line) for line in cell.lines] or [[]]
            fitting = [self._rows.fitting(line) for line in lines]
            # Where rows are spaced there are long words in the first column, and short ones beside it.
            room = (self._width - _INDENT) * (2 if number else 3) // 5 - _GAP if table.spaced else _MOST_COLUMN
            # A line that is too long for its column would part the others of its row.
            if table.spaced or number == 0 or len(fitting) > 1:
                fitting = [part for line in fitting for part in wrapped(line, room)]
            cells.append(fitting)
        longest = max((length(line) for lines in cells for line in lines), default=0)
        return _Column(cells, (longest if table.spaced else min(longest, _MOST_COLUMN)) + _GAP)

    def _grid_line(self, widths: Sequence[int], cells: Sequence[tuple[Span, ...]]) -> None:
        spans: list[Span] = []
        for width, cell in zip(widths, cells, strict=True):
            spans += [*cell, Span(" " * max(1, width - length(cell)))]
        before = sum(widths[:-1])
        fits = before + _LEAST_WRAPPED <= self._width - _INDENT
        self._rows.add(*spans[:-1], indent=_INDENT, hang=before if fits else min(before, self._width // 2))

    def _ring(self, ring: Ring) -> None:
        rows = self._rows
        rows.space()
        rows.add(rows.mark("deadlock"), Span(ring.title, "strong"), hang=_INDENT)
        for edge in ring.edges:
            rows.add(edge.words, indent=_INDENT, hang=_INDENT)
            for reason in edge.reasons:
                rows.add(*rows.spans(reason.line), indent=6, hang=_INDENT)
                self._evidence(reason.evidence, 8)

    def _chronicle(self, chronicle: Chronicle) -> None:
        for event in chronicle.events:
            title = self._rows.spans((Run(f", {event.title}", cites=event.cites),))
            self._rows.add(Span(f"{event.day}  "), Span(event.party, "strong"), *title, indent=_INDENT, hang=12)
            for line in event.lines:
                self._rows.add(*self._rows.spans(line), indent=_INDENT + 12, hang=_INDENT)

    def _remark(self, remark: Remark) -> None:
        rows = self._rows
        rows.space()
        rows.add(Span(remark.severity, remark.severity), Span(f" [{remark.rule}]", "strong"),
                 " ", self._place(remark.place), " ", remark.message, hang=_INDENT)  # fmt: skip
        if remark.excerpt:
            self._excerpt(remark.excerpt.number, remark.excerpt.text, remark.excerpt.column)
        for related in remark.related:
            rows.add(Span("see also ", "faint"), self._place(related)._replace(style="faint"), indent=4)
        if remark.hint:
            rows.add(Span("hint: ", "faint"), remark.hint, indent=4, hang=6)

    def _place(self, place: Place) -> Span:
        return Span(place.here, link=self._rows.link(place.file))

    def _excerpt(self, number: int, text: str, column: int) -> None:
        """A line of a file and a caret under the place; of a long line, the part around it."""
        start = max(0, column - 1 - _MOST_EXCERPT // 2) if len(text) > _MOST_EXCERPT else 0
        part = text[start : start + _MOST_EXCERPT]
        before = visible(part[: column - 1 - start]) if column - 1 > start else ""
        # What is shown of a character may be wider than the character: the caret follows what is shown.
        indented = len(part) - len(part.lstrip(" "))
        head = f"{number} | "
        padding = indented + len(before.lstrip(" ")) if before.strip() else max(0, column - 1 - start)
        seen = len(head), len(head) + padding
        self._rows.add(Span(head, "faint"), " " * indented + visible(part).lstrip(" "), indent=4, seen=seen)
        self._rows.add(" " * seen[1], Span("^", "error"), indent=4, seen=seen)


class _Column(NamedTuple):
    """A column of a grid: the lines of each of its cells, and how wide it is."""

    cells: list[list[tuple[Span, ...]]]
    width: int


#: Styles of a fact whose label stands out.
_OF_VERDICTS = ("contradiction", "conditional", "common")


def _bands(columns: Sequence[_Column], room: int, wraps: bool) -> Iterator[list[int]]:
    """The columns that stand beside each other, by number: the first, and as many others as there is room for."""
    band = [0]
    for number, column in enumerate(columns[1:], 1):
        needed = column.width
        if number == len(columns) - 1:  # it may be longer than there is room for: it is wrapped, line by line
            several = wraps and any(len(cell) > 1 for cell in column.cells)
            needed = min(column.width - _GAP, _LEAST_WRAPPED) if several else 0
        if len(band) > 1 and sum(columns[each].width for each in band) + needed > room - _INDENT:
            yield band
            band = [0]
        band.append(number)
    yield band


def _width_of_labels(document: Document) -> int:
    """How wide the column of labels is: the same in the whole document."""
    lengths = {_LEAST_LABEL}
    for section in document.sections:
        for table in section.blocks:
            if isinstance(table, Table) and table.reading == "records":
                labels = [column.label or column.title for n, column in enumerate(table.columns) if n != table.key]
                labels += {fact.label for row in table.rows for cell in row.cells for fact in cell.facts}
                lengths.update(len(visible(label)) for label in labels)
    return max(length for length in lengths if length <= _MOST_LABEL) + 2


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def _words(cell: Cell) -> str:
    """The first line of a cell as it is shown."""
    mark = 2 if cell.lines and cell.lines[0] and cell.lines[0][0].mark else 0
    return " " * mark + visible(text_of(cell.lines[0]) if cell.lines else "")
