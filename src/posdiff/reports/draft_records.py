"""The rows of ``draft``, and of ``drafts`` with names: what each does to each party; what became of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.answers.drafts import DraftSteps
from posdiff.comparison.draft_steps import NOT_ON_FILE
from posdiff.comparison.drafts import RED_LINES, RESULTS, TermResult
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Outcome
from posdiff.reports import draft_wording
from posdiff.reports.position_columns import (
    ISSUE,
    TERM,
    accepted_cells,
    issue_cells,
    kind_columns,
    part_cells,
    stated_on_record,
)

Row = Sequence[Any]
COLUMNS = (
    "from", "to", "about", "issue", "title", "clause", "party", "name", "part", "firmness", "change", "bracket",
    "before", "after", "verdict", "red_lines_crossed", "red_lines_left_open", "red_lines_missing", "broken",
    "left_open", "missing", "met", "unassessed", "choices", "choices_free",
    "not_on_file", "verdict_through",
)  # fmt: skip
#: Red lines that a draft does not meet, by what becomes of them.
_RED_LINES = tuple(f"red_lines_{what}" for what in RED_LINES)
#: The last of them, which say what a whole draft does to a party; and which of two texts a clause is not on file in.
_OF_A_DRAFT = len(COLUMNS) - COLUMNS.index("verdict")


def of_draft(answer: DraftAnswer) -> tuple[tuple[str, ...], list[Row]]:
    """The columns; a row for each party and term, and for each issue that the draft settles and the party is silent on.

    Every row has the verdict on its party and the red lines that are not met. A party of which no term is shown has a
    row of its own, so that no filter takes these away.
    """
    kinds = kind_columns()
    rows = [row for of_party in answer.parties for row in _of_party(of_party, answer, kinds)]
    columns = (
        *ISSUE, "party", "name", "result", "reason", "draft", *TERM, *kinds, "verdict", *_RED_LINES, "on_record",
        "by_option", "through", "verdict_through",
    )  # fmt: skip
    return columns, rows


def _of_party(of_party: DraftForParty, answer: DraftAnswer, kinds: Sequence[str]) -> Iterator[Row]:
    agenda, party = answer.agenda, (of_party.party.label.rstrip("#"), of_party.party.name)
    after = (of_party.verdict, *(_titles(of_party.red_lines(what)) for what in RED_LINES))
    blocs = list(of_party.result.through)
    for judged in of_party.shown:
        outcome = draft_wording.outcome_in_words(judged.outcome, agenda) if judged.outcome else None
        yield (
            *issue_cells(judged.issue, agenda), *party, judged.result, judged.reason, outcome,
            *part_cells(judged.part, answer), *accepted_cells((judged.part.term,), judged.issue, kinds), *after,
            stated_on_record(judged.issue.id, of_party.changed, agenda), [one.result for one in judged.options],
            next(iter(judged.part.through), None), blocs,
        )  # fmt: skip
    for issue in (agenda.issues[id] for id in of_party.silent_on):
        outcome = draft_wording.outcome_in_words(answer.draft.outcomes[issue.id], agenda)
        yield (
            *issue_cells(issue, agenda), *party, "silent", None, outcome, *part_cells(None, answer),
            *accepted_cells((), issue, kinds), *after, stated_on_record(issue.id, of_party.changed, agenda), [],
            None, blocs,
        )  # fmt: skip
    if not (of_party.shown or of_party.silent_on):
        nothing = [None] * (3 + len(TERM) + len(kinds))
        yield (*(None for _ in ISSUE), *party, *nothing, *after, None, [], None, blocs)


def _titles(judged: Iterable[TermResult]) -> list[str]:
    return list(dict.fromkeys(term.issue.title for term in judged))


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
                list(result.through),
            )


def silent(answer: DraftSteps) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each of the first rows, of a draft and a party, the party and the issues of the draft on which it is silent.

    No party where it is silent on none.
    """
    for draft in answer.drafts:
        for of_party in answer.parties:
            issues = of_party.by_draft[draft.id].silent_on
            yield of_party.party.label.rstrip("#") if issues else "", issues


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
                yield (*row[:-2], NOT_ON_FILE.get(step.change), None)


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
