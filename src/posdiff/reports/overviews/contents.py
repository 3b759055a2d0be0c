"""What a comparison to send on opens with: the overview, each line of which leads to its part; and the other parts."""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.answers.compare import Compare
from posdiff.comparison.relations import RELATIONS
from posdiff.reports import relation_notes
from posdiff.reports.cutting import up_to
from posdiff.reports.document import Block, Cell, Document, Paragraph, Run, Section, Table, text_of
from posdiff.reports.overviews import compare

#: What a page has room for: as many columns as a terminal as wide as that, and so many letters in each.
_WIDTH, _LETTERS = 120, 100
#: So many deadlocks and conflicts over several issues have a line each.
_MOST_LINES = 40
#: The anchors of the parts that the overview leads to.
_RELATIONS = (*RELATIONS, "deadlock", "crossing")


def led(document: Document, answer: Compare, width: int = _WIDTH, keyed: bool = False) -> Document:
    """The document, with the overview of the comparison before its parts, and links to the parts on other questions.

    ``width``: how many columns there are. ``keyed``: what the signs mean is told, since a table has them for titles.
    """
    rows = compare.in_order(answer)
    topics, issues = (
        tuple(_cut(block) if isinstance(block, Table) else block for block in blocks)
        for blocks in (compare.topics(answer), [*compare.issues(answer, width, rows), *relation_notes.blocks(rows)])
    )
    key = (Paragraph(compare.counts(answer)),) if keyed and topics else ()
    across = compare.across_issues(answer, width, _MOST_LINES, "all stand below")
    sections = [
        Section("Overview", (*key, *topics, *_others(document)), anchor="overview"),
        Section("", issues),
        *(section._replace(level=3, anchor="") for section in across),
        *compare.alone(answer),
    ]
    return document._replace(contents=tuple(section for section in sections if section.blocks))


def _others(document: Document) -> Iterable[Paragraph]:
    """The parts of the document that no line of the overview leads to."""
    anchors = [(section.title, section.anchor) for section in document.sections if section.level == 2]
    parts = [(title, anchor) for title, anchor in anchors if anchor not in _RELATIONS]
    parts += [("Sources", "sources")] if document.sources else []
    runs = [run for title, anchor in parts for run in (Run("; "), Run(title, page=f"#_{anchor}"))]
    if runs:
        yield Paragraph((Run("Also below: ", "strong"), *runs[1:]), apart=True)


def _cut(table: Table) -> Block:
    """The table, with what its cells say cut to a line or two: all of it stands where the line leads to."""
    return table._replace(rows=tuple(row._replace(cells=tuple(map(_short, row.cells))) for row in table.rows))


def _short(cell: Cell) -> Cell:
    """Each line of a cell cut at a word."""
    if not any(map(text_of, cell.lines)):
        return Cell()
    return cell._replace(lines=tuple(tuple(up_to(line, _up_to_a_word(text_of(line)), " …")) for line in cell.lines))


def _up_to_a_word(text: str) -> int:
    word = text.rfind(" ", 0, _LETTERS)
    return len(text) if len(text) <= _LETTERS else word if word > 0 else _LETTERS
