"""The pages of ``show`` and ``history``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import PartyHistory
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Position
from posdiff.dossier.statement import Statement
from posdiff.reports import provenance, wording
from posdiff.reports.terminal.page import Page, Span, quoted
from posdiff.reports.terminal.proof import sources

_WIDTH = 11


def show(position: Position, agenda: Agenda, name: str, issues: Sequence[str], unicode: bool = True) -> Page:
    """A position, with every quote, note and source."""
    made = Page(unicode)
    held = [issue for issue in issues if issue in position.terms]
    silent = [agenda.issues[issue].title for issue in issues if issue not in position.terms]
    made.line(
        Span(name, "strong"), f" as of {wording.day(position.day)}: a position on {len(held)} of "
        f"{wording.count(len(issues), 'issue')}", hang=2,
    )  # fmt: skip
    topic: str | None = None
    for issue in held:
        if agenda.issues[issue].topic != topic:
            topic = agenda.issues[issue].topic
            made.space()
            made.line(Span(wording.topic_title(agenda, topic), "heading"))
        _term(made, position.terms[issue], agenda)
    if silent:
        made.space()
        made.labelled("silent on", Span("; ".join(silent), "faint"), indent=0, width=_WIDTH)
    return made


def _term(made: Page, held: Held, agenda: Agenda) -> None:
    term = held.term
    issue = agenda.issues[term.issue]
    made.space()
    made.line(Span(issue.title, "strong"), Span(f"  {issue.id}", "faint"), hang=2)
    firmness = {"red-line": Span(wording.RED_LINE, "red-line")}.get(term.firmness, Span(term.firmness))
    made.labelled("position", wording.term_in_words(term, agenda), width=_WIDTH)
    made.labelled("firmness", firmness, width=_WIDTH)
    links = held.lineage.links
    reported = {link.day for link in links if link.standing == "reported"}
    said = next(link.standing for link in reversed(links) if link.statement == held.statement)
    words = f"{wording.day(held.set_on)}, {term.location.file.rsplit('.', 1)[0]}"
    if held.first_held != held.set_on:
        words += f", first {'reported' if held.first_held in reported else 'held'} {wording.day(held.first_held)}"
    words += "".join(
        f", on top of what was reported {wording.day(on)}"
        for on in sorted(reported)
        if on < held.set_on and on != held.first_held
    )
    if held.last_stated != held.set_on:
        words += f", last stated {wording.day(held.last_stated)}"
    if term.expires is not None:
        words += f", expires {wording.day(term.expires)}"
    made.labelled("said" if said == "stated" else "reported", words, width=_WIDTH)
    for quote in held.lineage.said:
        made.labelled("quote", quoted(quote.text), Span(f"  [{provenance.quoted_on(quote)}]", "date"), width=_WIDTH)
    for note in wording.notes(term):
        made.labelled("note", note, width=_WIDTH)
    sources(made, held, 2 + _WIDTH)


def history(
    records: Sequence[PartyHistory],
    agenda: Agenda,
    names: Mapping[str, str],
    left_out: Mapping[str, int],
    unicode: bool = True,
) -> Page:
    """How positions came about, statement by statement. ``left_out``: by party, those that are only reported."""
    made = Page(unicode)
    for number, record in enumerate(records):
        if number:
            made.space()
        said = {step.move.statement.id for step in record.steps if step.move.statement}
        made.line(Span(names[record.party], "strong"), f": {wording.count(len(said), 'statement')}", hang=2)
        if number_out := left_out.get(record.party):
            made.line(Span(wording.left_out(number_out), "faint"), indent=2)
        last: tuple[int, str | None] | None = None
        for move, kind in record.steps:
            key = move.day, move.statement.id if move.statement else None
            if key != last:
                made.space()
                _statement(made, move.day, move.statement)
                last = key
            red = move.after is not None and move.after.term.firmness == "red-line"
            made.line(
                Span(f"{made.mark(kind)} {kind:<11}"), Span(agenda.issues[move.issue].title, "strong"),
                Span(f"  {wording.RED_LINE}" if red else "", "red-line"), indent=2, hang=13,
            )  # fmt: skip
            if move.after is not None and kind != "reaffirmed":
                made.line(wording.term_in_words(move.after.term, agenda), indent=15)
                for note in wording.notes(move.after.term):
                    made.line(Span(f"note: {note}", "faint"), indent=15, hang=2)
                for quote in move.after.lineage.quotes:
                    made.line(quoted(quote), indent=15, hang=1)
    return made


def _statement(made: Page, on: int, statement: Statement | None) -> None:
    if statement is None:
        made.line(Span(wording.day(on), "strong"), f"  {provenance.ENDED}")
        return
    parts = [part for part in (statement.title, statement.speaker) if part]
    words = f"  {' – '.join(parts)}" if parts else ""
    reported = f"  {provenance.REPORTED}" if statement.standing == "reported" else ""
    place = Span(f"  {statement.location.file}", "faint")
    made.line(
        Span(wording.day(on), "strong"), words, Span(reported, "conditional"), place,
        hang=12,
    )  # fmt: skip
    if statement.note:
        made.line(Span(f"note: {statement.note}", "faint"), indent=2, hang=2)
