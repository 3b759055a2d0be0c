"""Sources as notes of a file of Word. python-docx has none: the part that holds them is made here.

Endnotes, as LibreOffice puts few rows of a long table on a page with their footnotes, often only one. A brief of two
pages has footnotes: LibreOffice sets endnotes on a page of their own, for which it has no room. What has a running
head, or wide pages, has them listed behind the text: LibreOffice sets endnotes on upright pages without a head.
Word and LibreOffice number notes by the order in which the text comes to them, so that a source has the number of the
place where it is cited first; where it is cited again that number is a field, which leads to the same note.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from posdiff.reports.document import Footnote

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

Kind = Literal["footnote", "endnote", "listed"]
#: The ids of the bookmarks of notes are above those of the places in the text.
_FIRST_BOOKMARK = 100_000
#: The lines between the text and the notes, by their ids: every file with notes has to have them.
_LINES = ((-1, "separator"), (0, "continuationSeparator"))
#: What comes behind that in the settings of a file, as far as python-docx writes it.
_BEHIND_NOTES = ("w:endnotePr", "w:compat", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")


class Notes:
    """The notes of one file. ``fill`` writes a source into the paragraph of its note."""

    def __init__(
        self, file: File, fill: Callable[[Paragraph, Footnote], None], sources: tuple[Footnote, ...],
        kind: Kind,
    ) -> None:  # fmt: skip
        self._file, self._fill, self._kind = file, fill, kind
        self._mark, self._text = f"{kind} reference", f"{kind} text"
        self._sources = {source.number: source for source in sources}
        self._numbers: dict[int, int] = {}
        self._part: Any = None
        self._mark_id = ""

    @property
    def uncited(self) -> list[Footnote]:
        """The sources that no place in the text has cited."""
        return [source for number, source in self._sources.items() if number not in self._numbers]

    @property
    def listed(self) -> bool:
        """Whether the sources that are cited are to be listed in the text, as there are no notes."""
        return self._kind == "listed" and bool(self._numbers)

    def write_list(self) -> None:
        """Write each source that is cited, with its number, into a paragraph to which its marks lead."""
        for number, own in self._numbers.items():
            paragraph = self._file.add_paragraph()
            paragraph.paragraph_format.keep_together = True
            made = paragraph.add_run(str(own))
            made.font.superscript = True
            _within_bookmark(made, own)
            paragraph.add_run(" ")
            self._fill(paragraph, self._sources[number])

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """Put the number of a source behind what stands in the paragraph; the first time, write its note."""
        if self._kind == "listed" and number in self._sources:
            self._link(paragraph, self._numbers.setdefault(number, len(self._numbers) + 1))
        elif number in self._numbers:
            self._again(paragraph, self._numbers[number])
        elif number in self._sources:
            self._numbers[number] = own = len(self._numbers) + 1
            self._first(paragraph, own)
            self._note(own, self._sources[number])

    def _first(self, paragraph: Paragraph, number: int) -> None:
        """The mark of a note, in a bookmark to which later marks of the same note lead."""
        made = paragraph.add_run(style=self._mark if self._part is not None else self._made())
        made._r.append(_element(f"{self._kind}Reference", id=number))
        _within_bookmark(made, number)

    def _link(self, paragraph: Paragraph, number: int) -> None:
        """The number of a source that is listed, which leads there."""
        made, link = paragraph.add_run(str(number)), _element("hyperlink", anchor=f"note{number}")
        made.font.superscript = True
        made._r.addprevious(link)
        link.append(made._r)

    def _again(self, paragraph: Paragraph, number: int) -> None:
        field = _element("fldSimple", instr=f" NOTEREF note{number} \\f \\h ")
        made = paragraph.add_run(str(number))
        made._r.style = self._mark_id
        made._r.addprevious(field)
        field.append(made._r)

    def _note(self, number: int, source: Footnote) -> None:
        from docx.text.paragraph import Paragraph

        note = _element(self._kind, id=number)
        note.append(_element("p"))
        self._part.element.append(note)
        paragraph = Paragraph(note[0], self._part)
        paragraph.style = self._file.styles[self._text]
        paragraph.add_run(style=self._mark)._r.append(_element(f"{self._kind}Ref"))
        paragraph.add_run(" ")
        self._fill(paragraph, source)

    def _made(self) -> str:
        """The part that holds the notes, and its styles; the style of their marks."""
        from docx.enum.style import WD_STYLE_TYPE
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.oxml.ns import qn
        from docx.parts.story import StoryPart

        mark = self._file.styles.add_style(self._mark, WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript, self._mark_id = True, mark.style_id
        self._file.styles.add_style(self._text, WD_STYLE_TYPE.PARAGRAPH).base_style = self._file.styles["Normal"]
        notes = _element(f"{self._kind}s")
        for id, line in _LINES:
            note, paragraph, run = _element(self._kind, type=line, id=id), _element("p"), _element("r")
            run.append(_element(line))
            paragraph.append(run)
            note.append(paragraph)
            notes.append(note)
        at, package, ends = PackURI(f"/word/{self._kind}s.xml"), self._file.part.package, self._kind == "endnote"
        content = CONTENT_TYPE.WML_ENDNOTES if ends else CONTENT_TYPE.WML_FOOTNOTES
        self._part = StoryPart(at, content, notes, package)
        self._file.part.relate_to(self._part, RELATIONSHIP_TYPE.ENDNOTES if ends else RELATIONSHIP_TYPE.FOOTNOTES)
        lines = _element(f"{self._kind}Pr")
        if ends:  # else they are numbered i, ii, iii: Word reads it in the settings, LibreOffice in the section
            lines.append(_element("numFmt", val="decimal"))
            of_section = _element("endnotePr")
            of_section.append(_element("numFmt", val="decimal"))
            self._file.sections[0]._sectPr.find(qn("w:pgSz")).addprevious(of_section)
        for id, _ in _LINES:
            lines.append(_element(self._kind, id=id))
        self._file.settings.element.insert_element_before(lines, *_BEHIND_NOTES)
        return self._mark


def _within_bookmark(made: Run, number: int) -> None:
    """Let the marks of a note lead to a run."""
    made._r.addprevious(_element("bookmarkStart", id=_FIRST_BOOKMARK + number, name=f"note{number}"))
    made._r.addnext(_element("bookmarkEnd", id=_FIRST_BOOKMARK + number))


def _element(tag: str, /, **about: object) -> Any:
    """An element of Word's language, with its attributes."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    return OxmlElement(f"w:{tag}", {qn(f"w:{key}"): str(value) for key, value in about.items()})
