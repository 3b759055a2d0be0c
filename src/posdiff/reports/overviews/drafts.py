"""The overview of ``drafts`` with names: the verdicts, and from each draft to the next a line for each issue."""

from __future__ import annotations

from posdiff.answers.drafts import Drafts, DraftSteps, FourColumnPaper
from posdiff.reports import draft_steps_wording as words
from posdiff.reports.compose import draft_steps as in_full
from posdiff.reports.compose import drafts as listed
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Bullets, Document, Line, Run, Section
from posdiff.reports.overviews import short


def document(answer: Drafts, _width: int) -> Document:
    """The same as in full, cut to lines; of clauses only what became of each. The list, and a paper, as they are."""
    if not isinstance(answer, DraftSteps) or isinstance(answer, FourColumnPaper):
        return listed.document(answer)
    parts = [in_full.summary(answer)]
    parts += in_full.said(answer, Citations(shown=False), notes=False)
    for pair in answer.pairs:
        parts += in_full.step(pair, answer, Citations(shown=False), "lines")
    parts += _clauses(answer)
    lead = in_full.lead(answer, notes=False)
    return Document("drafts", in_full.title(answer), (), lead, (*parts, short.more("drafts")))


def _clauses(answer: DraftSteps) -> list[Section]:
    labels = words.labels(answer.drafts, answer.agenda)
    lines: list[Line] = []
    for clause in answer.clauses:
        told = [
            f"{labels[one.after]}: {words.clause_step(one, clause.texts.get(one.before), clause.texts.get(one.after))}"
            for one in clause.steps
        ]
        if told:
            lines.append((Run(f"{clause.id} ", "strong"), Run("; ".join(told))))
    lines += in_full.without_words(answer) if answer.clauses else []
    return [Section("The clauses", (Bullets(tuple(lines), cut=True),), anchor="clauses")] if lines else []
