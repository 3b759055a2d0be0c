"""Documents as Word's DOCX, by python-docx. Texts are put in as texts: nothing in them is markup, a field or a link.

Sources are endnotes; of a paper of two pages footnotes, of one with a running head, or wide pages, a list. The same
document gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING, Any

from posdiff.findings.failure import USAGE, Failure
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Chronicle,
    Document,
    Footnote,
    Line,
    Listing,
    Quotation,
    Remarks,
    Ring,
    Run,
    Section,
    Table,
    TrackedChanges,
    capitalised,
    text_of,
)
from posdiff.reports.escaping import visible
from posdiff.reports.wording import MARKS
from posdiff.reports.writers.docx import tables
from posdiff.reports.writers.docx.notes import Kind, Notes
from posdiff.reports.writers.docx.tables import tag

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

#: A day that no file is really of: what stands in a ZIP and in the properties of a document.
_DAY = datetime(1980, 1, 1)
_RED, _SOFT = "A3140F", "57606A"
#: The body of a brief, and of what is longer, in points.
_SMALL, _USUAL = 9, 10
_A4, _MARGIN = (21.0, 29.7), 1.6
_AT_THE_END = "The sources of what is said stand at the end."
_LINK = re.compile(r"https?://[^\s<>\x00-\x20\x7f-\x9f]+")


def write(document: Document) -> bytes:
    """The document as DOCX. Raises Failure (usage) where the library that writes it is not installed."""
    try:
        import docx
    except ImportError:
        hint = "python -m pip install 'posdiff[office]', or leave out --format docx: Markdown and HTML need nothing"
        raise Failure("DOCX needs the library python-docx, which is not installed", hint=hint, code=USAGE) from None
    file = docx.Document()
    _Writer(file, _SMALL if document.compact else _USUAL).document(document)
    made = io.BytesIO()
    file.save(made)
    return _dated(made.getvalue())


def _dated(made: bytes) -> bytes:
    """The same ZIP with its parts in order, each of the same day."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as there, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as dated:
        names = sorted(there.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            dated.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), there.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Writer:
    """Writes one document into a file of python-docx."""

    def __init__(self, file: File, size: int) -> None:
        self._file, self._size = file, size
        self._places: dict[str, str] = {}
        self._style_ids: dict[str, str] = {}
        self._marked: set[str] = set()
        self._wide, self._changes = False, 0
        self._tracked: TrackedChanges | None = None

    @property
    def _room(self) -> float:
        """How wide the text is, in cm."""
        return _A4[self._wide] - 2 * _MARGIN

    def document(self, document: Document) -> None:
        self._wide, self._tracked = document.landscape, document.tracked
        self._settings(document)
        listed = bool(document.running_head) or document.landscape
        kind: Kind = "footnote" if document.compact else "listed" if listed else "endnote"
        self._notes = Notes(self._file, _source, document.sources, kind)
        self._heading(0, document.title)
        if document.gist:
            self._paragraph(capitalised(document.gist))
        for line in document.lead:
            self._paragraph(line)
        for section in (*document.contents, *document.sections):
            self._section(section)
        self._sources(document)

    def _sources(self, document: Document) -> None:
        """Where the sources are, and those that no place in the text cites; of a short paper the latter only."""
        if self._notes.uncited or (document.sources and not document.compact):
            self._heading(1, "Sources", "_sources")
        if self._notes.listed:
            self._notes.write_list()
        elif document.sources and not document.compact:
            self._paragraph((Run(_AT_THE_END, "faint"),))
        for source in self._notes.uncited:
            paragraph = self._file.add_paragraph()
            paragraph.paragraph_format.keep_together = True
            _source(paragraph, source)

    def _settings(self, document: Document) -> None:
        """Page, letters, language, properties."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Cm, Pt, RGBColor

        page = self._file.sections[0]
        page.page_width, page.page_height = (Cm(length) for length in (_A4[::-1] if self._wide else _A4))
        if self._wide:
            page.orientation = WD_ORIENT.LANDSCAPE
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
        if document.running_head:
            page.header.paragraphs[0].add_run(_text(document.running_head)).bold = True
        normal: Any = self._file.styles["Normal"]
        normal.font.size, normal.font.name = Pt(self._size), "Arial"
        normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(2), 1.0
        for level, size in ((0, 16), (1, 12), (2, 11), (3, 10)):
            style: Any = self._file.styles["Title" if level == 0 else f"Heading {level}"]
            style.font.size, style.font.name, style.font.color.rgb = Pt(size), "Arial", RGBColor(0, 0, 0)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(7 if level else 0), Pt(2)
            _fonts(style)
        for language in self._file.styles.element.iter(tag("lang")):
            language.set(tag("val"), "en-GB")
        about = self._file.core_properties
        about.title, about.author, about.last_modified_by = _text(document.title)[:255], "posdiff", "posdiff"
        about.comments, about.language, about.revision = f"posdiff {document.command}", "en-GB", 1
        about.created = about.modified = _DAY

    def _heading(self, level: int, words: str, anchor: str = "") -> None:
        self._place(self._file.add_heading(_text(words), level), anchor)

    def _place(self, paragraph: Paragraph, anchor: str) -> None:
        """Let the paragraph be what links to an anchor lead to. Word takes short names of letters and digits."""
        if not anchor:
            return
        element, number = paragraph._p, str(len(self._marked))
        self._marked.add(anchor)
        start = element.makeelement(tag("bookmarkStart"), {tag("id"): number, tag("name"): self._name(anchor)})
        end = element.makeelement(tag("bookmarkEnd"), {tag("id"): number})
        element.insert_element_before(start, "w:r")
        element.append(end)

    def _name(self, anchor: str) -> str:
        """The name of a place in the file."""
        return self._places.setdefault(anchor, f"place{len(self._places) + 1}")

    def _section(self, section: Section) -> None:
        if section.title:
            sign = f"{_sign(section.mark)} " if _sign(section.mark) else ""
            anchor = f"_{section.anchor}" if section.anchor else ""
            self._heading(section.level - 1, f"{sign}{section.title}", anchor)
        if section.meaning:
            self._paragraph((Run(section.meaning, "faint"),)).paragraph_format.keep_with_next = True
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Bullets):
            for line in block.lines:
                self._paragraph(line, "List Bullet" if self._size == _USUAL else "Normal")
        elif isinstance(block, Ring):
            self._ring(block)
        elif isinstance(block, Chronicle):
            for event in block.events:
                title = (Run(f"{event.day} ", "faint"), Run(event.party, "strong"), Run(f", {event.title}"))
                self._paragraph((*title, Run("", cites=event.cites)), "List Bullet")
        elif isinstance(block, Remarks):
            rows = [[remark.place.repository, remark.message, remark.hint or ""] for remark in block.remarks]
            head = [(Run(title, "strong"),) for title in block.columns]
            self._grid(head, [[[(Run(text),)] for text in row] for row in rows])
        elif isinstance(block, Listing):
            for text in block.lines:
                self._paragraph((Run(text, "code"),))
        else:
            self._paragraph(block.line)

    def _table(self, table: Table) -> None:
        labels = [column.label for column in table.columns]
        rows = [[_lines(cell, label) for cell, label in zip(row.cells, labels, strict=True)] for row in table.rows]
        head = [(Run(column.title, "strong", page=column.page),) for column in table.columns]
        grid = self._grid(head, rows, [row.anchor or "" for row in table.rows], table.key)
        for made, row in zip(grid.rows[1:], table.rows, strict=True):
            tables.shade(made, row.state)
        if self._tracked:
            tables.leave_room(grid)
        for quote in dict.fromkeys(
            quote for row in table.rows for cell in row.cells if cell.evidence for quote in cell.evidence.quotes
        ):
            self._quote(quote)

    def _grid(
        self, head: Sequence[Line], rows: Sequence[Sequence[Sequence[Line]]], anchors: Iterable[str] = repeat(""),
        key: int = 0,
    ) -> Any:  # fmt: skip
        """A table whose first row stands again on every page. ``anchors``: of the rows, in the column ``key``."""
        from docx.shared import Pt

        grid = self._file.add_table(rows=1, cols=len(head), style="Table Grid")
        grid.autofit = False
        for cell, title in zip(grid.rows[0].cells, head, strict=True):
            self._fill(cell, [title])
            if len(head) > tables.MANY_COLUMNS:
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(_SMALL - 1)
        tables.mark(grid.rows[0], "tblHeader")
        for row, anchor in zip(rows, anchors, strict=False):
            made = grid.add_row()
            letters = [[len(text_of(line)) for line in lines] for lines in row]
            if self._size == _SMALL or self._tracked or tables.short(letters, self._room):
                tables.mark(made, "cantSplit")
            for cell, lines in zip(made.cells, row, strict=True):
                self._fill(cell, lines)
            self._place(made.cells[key].paragraphs[0], anchor)
        columns = ([title, *(line for row in rows for line in row[number])] for number, title in enumerate(head))
        tables.set_widths(grid, [max(len(text_of(line)) for line in column) for column in columns], self._room)
        self._file.add_paragraph().paragraph_format.line_spacing = 0.5
        return grid

    def _fill(self, cell: _Cell, lines: Sequence[Line]) -> None:
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = 0
            self._runs(paragraph, line)

    def _ring(self, ring: Ring) -> None:
        self._heading(2, ring.title, f"_{ring.anchor}")
        for edge in ring.edges:
            self._paragraph((Run(edge.words),), "List Bullet")
            for reason in edge.reasons:
                self._paragraph(reason.line, "List Bullet 2")

    def _quote(self, quote: Quotation) -> None:
        runs = [Run(f"“{quote.text}”", language=quote.language)]
        runs += [Run(f" {quote.told}: “{quote.translation}”")] if quote.translation else []
        self._paragraph((*runs, Run(f" — {quote.attribution()}", "faint", quote.cites)), "Quote")

    def _paragraph(self, line: Line, style: str = "Normal") -> Paragraph:
        paragraph = self._file.add_paragraph()
        if style != "Normal":
            paragraph._p.style = self._style_id(style)
        self._runs(paragraph, line)
        return paragraph

    def _style_id(self, name: str) -> str:
        """The id of a style, by which a paragraph names it: python-docx looks each time through all there are."""
        if name not in self._style_ids:
            self._style_ids[name] = self._file.styles[name].style_id
        return self._style_ids[name]

    def _runs(self, paragraph: Paragraph, line: Line) -> None:
        for run in line:
            if self._tracked and run.style in ("removed", "added"):
                self._change(paragraph, run, self._tracked)
                continue
            sign = _sign(run.mark)
            words = f"{sign} {run.text}" if sign else run.text
            made = paragraph.add_run(_lines_of(words) if self._tracked else _text(words))
            _styled(made, run)
            if run.page.startswith("#"):
                link = paragraph._p.makeelement(tag("hyperlink"), {tag("anchor"): self._name(run.page[1:])})
                made._r.addprevious(link)
                link.append(made._r)
            for place, number in enumerate(run.cites):
                if place:
                    paragraph.add_run(",").font.superscript = True
                self._notes.cite(paragraph, number)

    def _change(self, paragraph: Paragraph, run: Run, tracked: TrackedChanges) -> None:
        """Words as a change that whoever reads the file can accept or reject."""
        made = paragraph.add_run(_lines_of(run.text))._r
        if run.style == "removed":
            for text in made.findall(tag("t")):
                text.tag = tag("delText")
        self._changes += 1
        number, author, when = f"{self._changes}", _text(tracked.author), f"{tracked.day}T00:00:00Z"
        about = {tag("id"): number, tag("author"): author, tag("date"): when}
        change = paragraph._p.makeelement(tag("del" if run.style == "removed" else "ins"), about)
        made.addprevious(change)
        change.append(made)


def _source(paragraph: Paragraph, source: Footnote) -> None:
    """What a source is, where it is, what is to be known about it."""
    paragraph.add_run(_text(source.words))
    for before, url in ((", " if source.words else "", source.url), (", archived at ", source.archive)):
        if url:
            paragraph.add_run(before)
            _address(paragraph, visible(url))
    if source.note:
        _styled(paragraph.add_run(_text(f" ({source.note})")), Run("", "faint"))


def _text(words: str) -> str:
    """Text on one line, with what cannot be seen shown as escapes."""
    return " ".join(visible(words).split("\n"))


def _lines_of(words: str) -> str:
    """Text with the line breaks that it has, where the words of two versions are to be told apart exactly."""
    return "\n".join(map(visible, words.split("\n")))


def _sign(mark: str) -> str:
    return MARKS[mark][0].strip() if mark else ""


def _lines(cell: Cell, label: str) -> list[Line]:
    """All lines of a cell: what it says, the days, further parts, notes, facts; ``label``: that of its column."""
    lines = list(cell.lines[:1])
    lines += [(Run(cell.id, "faint"),)] if cell.id else []
    lines += [cell.dates.line] if cell.dates else []
    for part in cell.more:
        lines += [part.line, *([part.dates.line] if part.dates else [])]
    lines += [*cell.lines[1:], *(cell.evidence.notes if cell.evidence else ())]
    for fact in cell.facts:
        lines.append(fact.line if fact.label == label else (Run(f"{fact.label}: ", "faint"), *fact.line))
    return lines


def _styled(made: Any, run: Run) -> None:
    """The look of a run, and its language."""
    from docx.shared import Pt, RGBColor

    if run.style in ("strong", "red-line"):
        made.bold = True
    if run.style in ("red-line", "contradiction"):
        made.font.color.rgb = RGBColor.from_string(_RED)
    if run.style in ("faint", "date"):
        made.font.color.rgb = RGBColor.from_string(_SOFT)
    if run.style == "code":
        made.font.name, made.font.size = "Courier New", Pt(8)
    if run.style == "removed":
        made.font.strike = True
    if run.style == "added":
        made.font.underline = True
    if run.language:
        language = made._element.get_or_add_rPr().makeelement(tag("lang"), {tag("val"): _text(run.language)})
        made._element.get_or_add_rPr().append(language)


def _address(paragraph: Paragraph, url: str) -> None:
    """An address, as a link where it is one of the web."""
    if not _LINK.fullmatch(url):
        paragraph.add_run(_text(url))
        return
    from docx.opc.constants import RELATIONSHIP_TYPE

    to = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = paragraph._p
    link = element.makeelement(tag("hyperlink"), {tag("id", "r"): to})
    shown = paragraph.add_run(_text(url))
    shown.font.underline = True
    link.append(shown._r)
    element.append(link)


def _fonts(style: Any) -> None:
    """Take a style's theme fonts away, which come before its own."""
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
