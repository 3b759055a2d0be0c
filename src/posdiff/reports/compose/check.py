"""The document of ``check``: the findings, and what an edit means, first in sentences, then change by change."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.validate import Check, Effect
from posdiff.reports import effect_wording, evidence_wording, wording
from posdiff.reports.compose import validate
from posdiff.reports.compose.evidence import Citations, clause_words, issue, position
from posdiff.reports.document import Bullets, Cell, Column, Document, Fact, Row, Section, Table, cell, line
from posdiff.review.edited_clauses import EditedClauses
from posdiff.review.effect import CAUSES, Moved, Turned


def document(answer: Check) -> Document:
    """The findings; then, where there is an edit, what it means."""
    findings = validate.document(answer)
    if answer.by_result is not None:
        lead = [line(evidence_wording.counted(answer.by_result, answer.has_errors))]
        if answer.lacking:
            lead.append(line(evidence_wording.required(answer.lacking, answer.command), "strong"))
        findings = findings._replace(lead=tuple(lead))
    if answer.effect is None:
        return findings
    citations = Citations()
    parts = _effect(answer.effect, citations)
    return findings._replace(sections=(*findings.sections, *parts), sources=citations.footnotes())


def _effect(effect: Effect, citations: Citations) -> list[Section]:
    edit = effect.edit
    sentences = Bullets(tuple(map(line, effect_wording.sentences(effect))))
    parts = [Section(effect_wording.title(effect), (sentences,), anchor="meaning", named=True)]
    for cause in CAUSES:
        moved = [move for move in edit.moved if move.cause == cause]
        if moved:
            title, means = effect_wording.CAUSE_TITLES[cause]
            table = _changes(title, moved, effect, citations)
            parts.append(Section(f"{title} ({len(moved)})", (table,), means, anchor=cause, level=3))
    if edit.turned:
        title = f"How the positions stand to each other ({len(edit.turned)})"
        parts.append(Section(title, (_relations(edit.turned, effect),), anchor="relations", level=3))
    for title, rings in effect_wording.deadlocks(effect):
        bullets = Bullets(tuple(map(line, rings)))
        parts.append(Section(f"{title} ({len(rings)})", (bullets,), mark="deadlock", level=3))
    reread = effect_wording.reread_in_words(effect)
    if reread:
        title = f"Read otherwise ({len(reread)})"
        parts.append(Section(title, (_reread(reread),), "by the agenda, in files not touched", level=3))
    if edit.clauses:
        number = sum(len(edited.edits) for edited in edit.clauses)
        clauses = _clauses(edit.clauses)
        parts.append(Section(f"Clauses of drafts ({number})", (clauses,), anchor="clauses", level=3))
    if edit.entries:
        entries = Bullets(tuple(line(effect_wording.entry_in_words(entry, effect.agenda)) for entry in edit.entries))
        parts.append(Section(f"Statements ({len(edit.entries)})", (entries,), anchor="statements", level=3))
    return parts


_BEFORE, _AFTER = Column("Before", "before"), Column("After", "after")


def _changes(title: str, moved: Sequence[Moved], effect: Effect, citations: Citations) -> Table:
    columns = (Column("Issue"), Column("Party", "party"), Column("Kind", "kind"), _BEFORE, _AFTER, Column("By", "by"))
    return Table(title, columns, tuple(_change(move, effect, citations) for move in moved))


def _change(moved: Moved, effect: Effect, citations: Citations) -> Row:
    about, name = moved.change.issue, effect.agenda.parties[moved.party].name
    was = effect.before if moved.cause == "agenda-changed" else effect.agenda
    before, after = (
        position(held, agenda, about.title, name, citations) if held else Cell()
        for held, agenda in ((moved.change.before, was), (moved.change.after, effect.agenda))
    )
    by = effect_wording.by_in_words(moved)
    cells = issue(about.title, about.id), cell(name), cell(effect_wording.kind_in_words(moved)), before, after
    mark = "withdrawn" if moved.kind == "off-record" else moved.told
    return Row((*cells, cell(by) if by else Cell()), mark=mark)


def _relations(turned: Sequence[Turned], effect: Effect) -> Table:
    columns = (Column("Issue"), Column("Parties", "parties"), _BEFORE, _AFTER, Column("On what"))
    return Table("Relations that changed", columns, tuple(_relation(relation, effect) for relation in turned))


def _relation(turned: Turned, effect: Effect) -> Row:
    names = {party.id: party.name for party in effect.agenda.parties.values()}
    comparison = turned.now
    before, after = effect_wording.relation_in_words(turned)
    facts = tuple(Fact(label, line(text)) for label, text in wording.verdict(comparison, effect.agenda, names))
    parties = " and ".join(names[party] for party in turned.parties)
    cells = (
        issue(comparison.issue.title, comparison.issue.id),
        cell(parties),
        cell(before),
        cell(after),
        Cell(facts=facts),
    )
    return Row(cells, mark=comparison.relation)


def _clauses(edited: Sequence[EditedClauses]) -> Table:
    columns = (Column("Clause"), Column("Draft", "draft"), Column("Change", "change"), Column("Words", "words"))
    rows = []
    for of_draft in edited:
        for edit in of_draft.edits:
            title = f" {edit.clause.title}" if edit.clause.title else ""
            name = cell(f"Clause {edit.clause.id}{title}", "strong")
            draft = cell(of_draft.draft.title or of_draft.draft.id)
            rows.append(Row((name, draft, cell(effect_wording.clause_in_words(edit)), clause_words(edit))))
    return Table("Clauses that changed, word by word", columns, tuple(rows))


def _reread(rows: Sequence[tuple[str, str, str, str]]) -> Table:
    columns = (Column("Issue"), Column("Party", "party"), _BEFORE, _AFTER)
    return Table(
        "Terms whose meaning the agenda changed", columns,
        tuple(Row((cell(title, "strong"), *map(cell, (party, *texts)))) for party, title, *texts in rows),
    )  # fmt: skip
