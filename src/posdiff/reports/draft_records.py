"""The rows of ``drafts`` with names: what each does to each party; what became of outcomes, clauses and parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from posdiff.answers.draft import DraftAnswer
from posdiff.answers.drafts import DraftSteps
from posdiff.comparison.draft_steps import NOT_ON_FILE
from posdiff.comparison.drafts import RED_LINES, RESULTS
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Outcome
from posdiff.reports import draft_wording

Row = Sequence[Any]
COLUMNS = (
    "from", "to", "about", "issue", "title", "clause", "party", "name", "part", "firmness", "change", "bracket",
    "before", "after", "verdict", "red_lines_crossed", "red_lines_left_open", "red_lines_missing", "broken",
    "left_open", "missing", "met", "unassessed", "choices", "choices_free",
    "not_on_file",
)  # fmt: skip
#: The last of them, which say what a whole draft does to a party; and which of two texts a clause is not on file in.
_OF_A_DRAFT = len(COLUMNS) - COLUMNS.index("verdict")


def rows(answer: DraftSteps) -> list[Row]:
    """A row for each draft and party; then step by step for each outcome, each clause, each part that fares otherwise.

    ``before`` and ``after`` are the outcomes in words, the words of the clause, or what becomes of the part. What a
    draft (``to``) does to a party it does whatever issues are asked for.
    """
    found: list[Row] = list(_drafts(answer))
    for _, after in answer.pairs:
        found += _outcomes(answer, after.id)
        found += _clauses(answer, after.id)
        found += _parts(answer, after.id)
    return found


def _drafts(answer: DraftSteps) -> Iterator[Row]:
    for draft in answer.drafts:
        for of_party in answer.parties:
            result = of_party.by_draft[draft.id].result
            results = [term.result for term in result.terms]
            counts = (*(len(result.red_lines(what)) for what in RED_LINES), *map(results.count, RESULTS))
            whose = (of_party.party.label, of_party.party.name, None, None)
            row = _row(None, draft.id, "draft", None, None, whose, (None,) * 4)
            yield (
                *row[:-_OF_A_DRAFT],
                result.verdict,
                *counts,
                *_choices(answer.judged[draft.id], of_party.party.label),
                None,
            )


def silent(answer: DraftSteps) -> Iterator[str]:
    """For each of the first rows, of a draft and a party, the party where it is silent on what the draft settles."""
    for draft in answer.drafts:
        for of_party in answer.parties:
            yield of_party.party.label.rstrip("#") if of_party.by_draft[draft.id].silent_on else ""


def _choices(judged: DraftAnswer, party: str) -> Row:
    """How many choices there are among the options, and in how many none of a party's red lines is crossed."""
    found = judged.choices
    return (None, None) if found is None else (found.total, found.free.get(party))


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
                row = _row(step.before, after, "clause", None, each.id, (), told)
                yield (*row[:-1], NOT_ON_FILE.get(step.change))


def _parts(answer: DraftSteps, after: str) -> Iterator[Row]:
    for of_party in answer.parties:
        for move in of_party.moves:
            if move.after_draft == after:
                part = move.after.part
                whose = (of_party.party.label, of_party.party.name, part.number, part.term.firmness)
                told = (None, None, move.before.result, move.after.result)
                yield _row(move.before_draft, after, "party", move.after.issue, None, whose, told)


def _row(
    before: str | None, after: str, about: str, issue: Issue | None, clause: str | None, whose: Row, told: Row
) -> Row:
    named = (issue.id, issue.title) if issue else (None, None)
    return (before, after, about, *named, clause, *(whose or (None,) * 4), *told, *(None,) * _OF_A_DRAFT)
