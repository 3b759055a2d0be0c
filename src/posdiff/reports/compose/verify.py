"""The document of ``verify``: how many quotes are proven, which are not, and what was found."""

from __future__ import annotations

from posdiff.answers.verify import Verify
from posdiff.comparison.evidence.verification import VerifiedQuote
from posdiff.dossier.grounds import WORST_FIRST
from posdiff.reports import evidence_wording as words
from posdiff.reports import wording
from posdiff.reports.compose import basis, validate
from posdiff.reports.document import Cell, Column, Document, Paragraph, Row, Section, Table, line

#: Quotes that are listed one by one.
_MOST = 60


def document(answer: Verify) -> Document:
    """The counts, the quotes that are not verified with red lines first, and the findings."""
    base = validate.document(answer)
    unverified = [each for each in answer.quotes if each.result != "verified"]
    unverified.sort(key=lambda each: (WORST_FIRST.index(each.result), not each.quote.red_line, each.quote.location))
    lead = [line(words.counted(answer.by_result, answer.has_errors)), *basis.lines(answer.basis)]
    if not answer.keeps_pages and not answer.has_errors:
        lead.append(line(words.NO_PAGES, "faint"))
    if answer.unverified_red_lines:
        lead.append(line(words.red_lines(len(answer.unverified_red_lines)), "strong"))
    if answer.lacking:
        lead.append(line(words.required(answer.lacking, answer.command), "strong"))
    sections = list(base.sections)
    if unverified and answer.keeps_pages:
        sections.append(_table(unverified, answer))
    return base._replace(lead=tuple(lead), sections=tuple(sections))


def _table(unverified: list[VerifiedQuote], answer: Verify) -> Section:
    title = f"Quotes that are not verified ({len(unverified):,})"
    columns = (Column("Result"), Column("Quote"), Column("Issue"), Column("Source", "source"), Column("Place"))
    rows = tuple(_row(each, answer) for each in unverified[:_MOST])
    blocks: tuple[Table | Paragraph, ...] = (Table(title, columns, rows, "outline"),)
    if len(unverified) > _MOST:
        rest = len(unverified) - _MOST
        blocks += (Paragraph(line(f"and {wording.count(rest, 'quote')} more: --format csv lists them", "faint")),)
    return Section(title, blocks, anchor="not-verified")


def _row(each: VerifiedQuote, answer: Verify) -> Row:
    quote = each.quote
    issue = answer.agenda.issues[quote.issue].title if quote.issue else "reaction to a draft"
    place = basis.place(answer.basis, quote.location.file, quote.location.line)
    result = words.RESULTS[each.result] + (", red line" if quote.red_line else "")
    about = (result, f"“{quote.text}”", issue, ", ".join(each.lacking or quote.sources) or "none")
    return Row((*(Cell((line(text),)) for text in about), Cell(((place,),))))
