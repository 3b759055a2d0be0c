"""The rows of ``drafts`` with names: what became of outcomes and clauses, and how parts of positions fare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posdiff.answers.drafts import DraftSteps
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Outcome
from posdiff.reports import draft_wording

Row = Sequence[Any]
COLUMNS = (
    "from", "to", "about", "issue", "title", "clause", "party", "name", "part", "firmness", "change", "bracket",
    "before", "after",
)  # fmt: skip


def rows(answer: DraftSteps) -> list[Row]:
    """Step by step: a row for each outcome, each clause, and each part that fares otherwise.

    ``before`` and ``after`` are the outcomes in words, the words of the clause, or what becomes of the part.
    """
    found: list[Row] = []
    for _, after in answer.pairs:
        found += _outcomes(answer, after.id)
        found += _clauses(answer, after.id)
        found += _parts(answer, after.id)
    return found


def _outcomes(answer: DraftSteps, after: str) -> Iterator[Row]:
    def in_words(outcome: Outcome | None) -> str | None:
        return draft_wording.outcome_in_words(outcome, answer.agenda) if outcome else None

    for each in answer.issues:
        for step in each.steps:
            if step.after == after:
                said = (in_words(each.outcomes.get(id)) for id in (step.before, step.after))
                yield _row(step.before, after, "issue", each.issue, None, (), (step.change, step.bracket, *said))


def _clauses(answer: DraftSteps, after: str) -> Iterator[Row]:
    for each in answer.clauses:
        for step in each.steps:
            if step.after == after:
                texts = (each.texts.get(id) for id in (step.before, step.after))
                change = "moved" if step.moved and step.change == "same" else step.change
                told = (change, step.bracket, *(clause.text if clause else None for clause in texts))
                yield _row(step.before, after, "clause", None, each.id, (), told)


def _parts(answer: DraftSteps, after: str) -> Iterator[Row]:
    for of_party in answer.parties:
        for move in of_party.moves:
            if move.after_draft == after:
                part = move.after.part
                whose = (of_party.party.label, of_party.party.name, part.number, part.term.firmness)
                told = (None, None, move.before.result, move.after.result)
                yield _row(move.before_draft, after, "party", move.after.issue, None, whose, told)


def _row(before: str, after: str, about: str, issue: Issue | None, clause: str | None, whose: Row, told: Row) -> Row:
    named = (issue.id, issue.title) if issue else (None, None)
    return (before, after, about, *named, clause, *(whose or (None,) * 4), *told)
