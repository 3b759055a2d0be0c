"""The document of ``coverage``: of each page how much was coded, and the sentences that are open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdiff.answers.coverage import Coverage
from posdiff.comparison.evidence.coverage import CoveredSource, OpenSentence, PageCoverage, UnreadSource
from posdiff.comparison.evidence.verification import too_short
from posdiff.dossier.sources.pages import FOLDER
from posdiff.dossier.statement import Dismissed, Draft, Statement
from posdiff.findings.location import shown
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    line,
)

#: Open sentences of a page that are shown unless all are asked for; letters of a sentence that are shown.
_MOST, _LONGEST = 20, 400
#: Lines that are named of dismissed sentences.
_MOST_LINES = 6
#: Of a page whose text is in no file.
NO_TEXT = ". Its text is in no file: `posdiff source add --force` writes it."
#: What is dismissed and sets no sentence aside.
NOT_IN_PAGE, TOO_SHORT = "Dismissed, and not in the page:", "Dismissed, and too short to tell where it stands:"


def document(answer: Coverage) -> Document:
    """A part for each page that is here, and what cannot be said of the others."""
    parts = [_page(each, answer) for each in answer.sources]
    if answer.unread:
        rows = Bullets(tuple(_unread(each, answer) for each in answer.unread))
        parts.append(Section(f"Pages that cannot be read here ({len(answer.unread)})", (rows,), anchor="unread"))
    pages = wording.count(len(answer.pages), "page")
    title = f"{pages} of sources, sentence by sentence" if answer.sources else "No page of a source can be read here"
    lead = (*_lead(answer), *basis.lines(answer.basis))
    return Document("coverage", title, line(_counted(answer)) if answer.sources else (), lead, tuple(parts))


def _lead(answer: Coverage) -> Iterator[Line]:
    if answer.unread:
        number = wording.count(len(answer.unread), "page")
        yield line(f"{number} cannot be read here: nothing is said of what stands in them.", "strong")
    if answer.not_kept:
        number = wording.count(answer.not_kept, "entry", "entries")
        has = "has" if answer.not_kept == 1 else "have"
        told = f"{number} under `sources:` {has} no page kept (a page that several statements name is counted in each)"
        yield line(f"{told}: `posdiff source add` keeps one.", "faint")


def _counted(answer: Coverage) -> str:
    """``41 of 46 sentences quoted or dismissed; 5 open``; of more pages than one, each once, all together."""
    sentences = sum(each.page.sentences for each in answer.pages)
    return counts(sentences, sum(len(each.page.open) for each in answer.pages))


def counts(sentences: int, left: int) -> str:
    """How many of some sentences were coded."""
    return f"{sentences - left:,} of {wording.count(sentences, 'sentence')} quoted or dismissed; {left:,} open"


def _page(each: CoveredSource, answer: Coverage) -> Section:
    page, file = each.page, text_file(each)
    at = Run(shown(answer.basis.root, file), "faint", file=file)
    no_text = () if each.text_file else (Run(NO_TEXT, "faint"),)
    told = Run(f"{counts(page.sentences, len(page.open))} ({page.quoted:,} quoted, {_dismissed(page)}). ")
    blocks: list[Block] = [Paragraph((told, at, *no_text))]
    left = page.open if answer.everything else page.open[:_MOST]
    if left:
        columns = (Column("Place"), Column("Open sentence"), Column("Looks like a demand", "looks like a demand"))
        rows = tuple(_row(sentence, each, answer) for sentence in left)
        blocks.append(Table("Open sentences", columns, rows, "outline"))
    if len(left) < len(page.open):
        blocks.append(Paragraph(line(f"and {len(page.open) - len(left):,} more: --all shows them", "faint")))
    by_words: dict[str, list[Dismissed]] = {}
    for passage in each.absent:
        by_words.setdefault(TOO_SHORT if too_short(passage.text) else NOT_IN_PAGE, []).append(passage)
    for words, passages in by_words.items():
        blocks.append(Paragraph(line(words, "strong")))
        blocks.append(Bullets(tuple(
            (Run(f"“{_cut(passage.text)}” "), basis.place(answer.basis, passage.location.file, passage.location.line))
            for passage in passages
        )))  # fmt: skip
    title = f"{_whose(each.recorded, answer)}: {wording.source_in_words(each.source)}"
    anchor = re.sub("[^a-z0-9]+", "-", f"{each.recorded.location.file.rpartition('.')[0]}-{each.source.key}".lower())
    return Section(title, tuple(blocks), named=True, anchor=f"page-{anchor}")


def _dismissed(page: PageCoverage) -> str:
    """``4 dismissed, 2 of them look like a demand: lines 5 and 9``."""
    lines = [f"{number:,}" for number in dict.fromkeys(page.dismissed_demands)]
    more = [f"{len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
    at = f"line{'' if len(lines) == 1 else 's'} {joined([*lines[:_MOST_LINES], *more])}"
    number = len(page.dismissed_demands)
    looking = f", {number:,} of them look{'s' if number == 1 else ''} like a demand: {at}" if number else ""
    return f"{page.dismissed:,} dismissed{looking}"


def _row(sentence: OpenSentence, of: CoveredSource, answer: Coverage) -> Row:
    looks = ", ".join(sentence.signals) or "no: none of the listed words"
    partly = " (the rest of it is quoted or dismissed)" if sentence.partly and sentence.signals else ""
    file = text_file(of)
    in_page = Run(f"{shown(answer.basis.root, file)}, line {sentence.line} of its text", "faint", file=file)
    place = basis.place(answer.basis, file, sentence.line) if of.text_file else in_page
    return Row((Cell(((place,),)), Cell((line(_cut(sentence.text)),)), Cell((line(looks + partly),))))


def _unread(each: UnreadSource, answer: Coverage) -> Line:
    snapshot = each.source.snapshot
    file = f"{FOLDER}/{snapshot.file}" if snapshot else ""
    about = f"{_whose(each.recorded, answer)}: {wording.source_in_words(each.source)}: "
    return Run(about), Run(shown(answer.basis.root, file), "faint"), Run(f": {each.page.message}")


def _whose(recorded: Statement | Draft, answer: Coverage) -> str:
    """``2026-03-02, Union``; of a draft its id."""
    if isinstance(recorded, Draft):
        return f"draft {recorded.id}"
    return f"{wording.day(recorded.day)}, {joined([answer.agenda.parties[party].name for party in recorded.parties])}"


def text_file(each: CoveredSource) -> str:
    """The file below the positions folder that holds the text of a page; where none does, the page."""
    return f"{FOLDER}/{each.text_file or (each.source.snapshot.file if each.source.snapshot else '')}"


def _cut(text: str) -> str:
    """A text on one line, as far as it is shown."""
    shown = " ".join(text[: _LONGEST * 2].split())
    return shown if len(shown) <= _LONGEST and len(text) <= _LONGEST * 2 else f"{shown[:_LONGEST].rstrip()} …"
