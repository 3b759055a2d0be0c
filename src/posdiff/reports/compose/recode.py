"""The document of ``recode compare``: how far two codings agree, and every term on which they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.answers.recode import FIELDS, Agreement, Recode, Recoded
from posdiff.dossier.reading.recoded import SheetRow
from posdiff.dossier.statement import attributed
from posdiff.dossier.term import Term
from posdiff.findings.location import shown
from posdiff.kinds.kind import joined
from posdiff.reports import recode_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import Citations, firmness, issue, quotations
from posdiff.reports.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Evidence,
    Fact,
    Line,
    Row,
    Run,
    Section,
    Table,
    capitalised,
    cell,
    line,
)  # fmt: skip

_ALPHA = "alpha: 1 agrees on all, 0 no more than by chance; in brackets, bounds that hold 95 of 100 samples"


def document(answer: Recode) -> Document:
    """Agreement by field and by kind; the disagreements, those on outcomes first; the rows that are not compared."""
    citations = Citations(proofs=answer.basis.proofs)
    parts: list[Section] = []
    if answer.recoded:
        parts += [_by_field(answer), _by_kind(answer)]
        parts += [_disagreements(answer, citations)] if answer.disagreements else []
    parts += [Section(title, (Bullets(lines),), meaning) for title, meaning, lines in _left_out(answer)]
    short = recode_wording.in_short(
        len(answer.recoded), answer.on_record, recode_wording.alpha_in_words(answer.overall)
    )
    gist = line(short if answer.recoded else f"no term of {answer.on_record} was coded twice")
    coder = f"Second coder: {answer.coder}" if answer.coder else "The sheet does not say who filled it in."
    lead = (*basis.lines(answer.basis), line(coder), *_off_sheet(answer))
    return Document(
        "recode", "Second coding", gist, lead, tuple(parts), citations.footnotes(),
        evidence=True,
    )  # fmt: skip


def _off_sheet(answer: Recode) -> tuple[Line, ...]:
    told = recode_wording.off_sheet(answer.off_sheet, answer.drawn or 0)
    return (line(f"{told}.", "strong"),) if told else ()


def _by_field(answer: Recode) -> Section:
    rows = tuple(
        Row((
            Cell((capitalised(line(recode_wording.FIELDS[agreed.field], "strong")),)),
            cell(recode_wording.agreed_in_words(agreed)), cell(_alpha(agreed)),
        ))
        for agreed in answer.agreements if agreed.kind is None
    )  # fmt: skip
    columns = (Column("Field"), Column("The same", "the same"), Column("Alpha", "alpha"))
    table = Table("How far the two codings agree, field by field", columns, rows, "grid")
    return Section("Agreement", (table,), _ALPHA, anchor="agreement")


def _alpha(agreed: Agreement) -> str:
    """Alpha, and over how many terms it is taken where these are not all."""
    words = recode_wording.alpha_in_words(agreed)
    return words if agreed.measured == agreed.terms else f"{words}, over {agreed.measured} of them"


def _by_kind(answer: Recode) -> Section:
    rows = []
    for kind in dict.fromkeys(agreed.kind for agreed in answer.agreements if agreed.kind):
        of_kind = {agreed.field: agreed for agreed in answer.agreements if agreed.kind == kind}
        rows.append(Row((cell(kind, "strong"), *(_figures(of_kind[field]) for field in FIELDS))))
    titles = (recode_wording.FIELDS[field] for field in FIELDS)
    columns = (Column("Kind"), *(Column(f"{title[:1].upper()}{title[1:]}", title) for title in titles))
    return Section("By kind of issue", (Table("The same by kind of issue", columns, tuple(rows), "grid"),))


def _figures(agreed: Agreement) -> Cell:
    lines = [line(recode_wording.agreed_in_words(agreed))]
    lines += [line(f"alpha {_alpha(agreed)}", "faint")] if agreed.terms else []
    return Cell(tuple(lines))


def _disagreements(answer: Recode, citations: Citations) -> Section:
    columns = (Column("Term"), Column("First coding", "first coding"), Column("Second coding", "second coding"))
    rows = tuple(_row(each, answer, citations) for each in answer.disagreements)
    title = f"Disagreements ({len(rows)})"
    meaning = "outcomes are from 0, the same, to 1 apart; those that are farthest apart come first"
    return Section(title, (Table(title, columns, rows),), meaning, anchor="disagreements")


def _row(each: Recoded, answer: Recode, citations: Citations) -> Row:
    statement, term = each.first.statement, each.first.term
    whose = joined([answer.agenda.parties[party].name for party in statement.parties])
    differs = f"differs in {joined([recode_wording.FIELDS[field] for field in each.differs])}"
    if "outcome" in each.differs and each.distance is not None:
        differs += f", {float(each.distance):.2f} apart"
    about = issue(each.issue.title, each.issue.id)
    about = about._replace(lines=(*about.lines, line(f"{whose}, {wording.day(statement.day)}"), line(differs, "faint")))
    speaking = answer.agenda.parties[statement.parties[0]].name
    quotes = tuple(quotations(attributed(term.words, statement), each.issue.title, speaking, citations))
    file = term.location.file
    cites = citations.cite(statement.sources[key] for key in term.sources)
    place = (Run(f"{file}:{term.location.line}", "faint", cites, file=file),)
    first = Cell(
        (_coding(term, answer),), facts=_note(wording.notes(term)), evidence=Evidence(quotes, place, quotes_shown=True)
    )
    second = Cell((_coding(each.second, answer),), facts=_note([each.row.note] if each.row.note else []))
    return Row((about, first, second), f"{each.first.file.replace('/', '_')}_{each.issue.id}")


def _coding(term: Term, answer: Recode) -> Line:
    """What a coding says, with how firm it is."""
    vague = (Run("vague: ", "faint"),) if term.vague else ()
    return (*firmness(term.firmness), *vague, Run(wording.term_in_words(term, answer.agenda)))


def _note(notes: Sequence[str]) -> tuple[Fact, ...]:
    return tuple(Fact("note", line(note, "faint")) for note in notes)


def _left_out(answer: Recode) -> Iterator[tuple[str, str, tuple[Line, ...]]]:
    """The rows that are not compared, and why; what is wrong with the sheet."""
    for title, meaning, rows in (
        ("Not filled in", "", answer.not_filled_in),
        ("Changed since", "coded otherwise, or on other quotes, when the sheet was written: left out", answer.changed),
        ("No longer there", "the files have no such term: left out", answer.gone),
        ("By the same coder", "who filled in the sheet is named in `coded-by`: left out", answer.same_coder),
        ("Not read", "what was filled in has errors: left out", answer.unread),
    ):  # fmt: skip
        if rows:
            yield f"{title} ({len(rows)})", meaning, tuple(_named(row, answer) for row in rows)
    if answer.findings:
        yield (
            f"What is wrong with the sheet ({len(answer.findings)})",
            "",
            tuple(
                line(
                    f"{finding.severity} [{finding.rule}] {shown(answer.basis.root, finding.location.file)}:"
                    f"{finding.location.line}:{finding.location.column} {finding.message}"
                )
                for finding in answer.findings
            ),
        )


def _named(row: SheetRow, answer: Recode) -> Line:
    known = answer.agenda.issues.get(row.issue)
    note = (Run(f": {row.note}", "faint"),) if row.note else ()
    return (Run(known.title if known else row.issue), Run(f"  {row.file}", "faint"), *note)
