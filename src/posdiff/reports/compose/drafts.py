"""The document of ``drafts``: every draft, with its day, who proposed it, the version before it, and its state."""

from __future__ import annotations

from posdiff.answers.drafts import Drafts, DraftSteps, FourColumnPaper
from posdiff.dossier.statement import Draft
from posdiff.kinds.kind import joined
from posdiff.reports import draft_wording, wording
from posdiff.reports.compose import basis, draft_steps, four_columns, reactions
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Cell, Column, Document, Line, Row, Run, Section, Table, cell, line


def document(answer: Drafts) -> Document:
    """The drafts, the oldest first; those named, each beside the next."""
    if isinstance(answer, FourColumnPaper):
        return four_columns.document(answer)
    if isinstance(answer, DraftSteps):
        return draft_steps.document(answer)
    citations = Citations(proofs=answer.basis.proofs)
    said = any(answer.said.values())
    columns = (
        Column("Draft"), Column("Day", "day"), Column("By", "by"), Column("Version", "version"),
        Column("State", "state"), *([Column("Said of it", "said of it")] if said else []),
    )  # fmt: skip
    table = Table("The drafts", columns, tuple(_row(draft, answer, citations) for draft in answer.drafts))
    title = wording.count(len(answer.drafts), "draft")
    sections = (Section("Drafts", (table,)),) if answer.drafts else ()
    lead = (*basis.lines(answer.basis), *draft_steps.circles(answer))
    return Document("drafts", title, (), lead, sections, citations.footnotes())


def _row(draft: Draft, answer: Drafts, citations: Citations) -> Row:
    lines: list[Line] = [(Run(draft.title or draft.id, "strong", page=f"drafts/{draft.id}"),)]
    lines += [line(draft.note, "faint")] if draft.note else []
    version = cell(f"follows {draft.previous.name}") if draft.previous else Cell()
    state = _state(draft, answer)
    by = draft_wording.whose(draft.by, answer.agenda)
    said: list[Cell] = []
    if any(answer.said.values()):
        told = tuple(
            (Run(f"{asked.name} ", "strong"), *reactions.in_words(stated, answer.agenda, citations, notes=False))
            for asked, stated in answer.said[draft.id]
        )
        said = [Cell(told)]
    return Row((Cell(tuple(lines), draft.id), cell(wording.day(draft.day)), cell(by), version, state, *said))


def _state(draft: Draft, answer: Drafts) -> Cell:
    """What is to be known of a draft before it is held against anybody."""
    titles = [answer.agenda.issues[id].title for id in draft.brackets]
    states = ["as reported"] if draft.standing == "reported" else []
    states += ["put up for adoption"] if draft.final else []
    states += [f"{wording.count(len(titles), 'bracket')} open: {joined(titles)}"] if titles else []
    return cell("; ".join(states)) if states else Cell()
