"""Clauses in brackets whose outcome is told as settled, and outcomes with options whose clauses have no brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from posdiff.dossier import brackets
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Clause, Draft
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "brackets-at-odds"


def examine(case: Case) -> Iterable[Finding]:
    """Both ways, clause by clause and outcome by outcome. Of a clause that could not be read nothing is known."""
    for draft in case.dossier.drafts:
        for clause in draft.clauses:
            yield from _without_options(clause, draft, case.dossier.agenda)
        if not draft.clauses_unread:
            yield from _without_brackets(draft)


def _without_options(clause: Clause, draft: Draft, agenda: Agenda) -> Iterator[Finding]:
    """A clause with brackets where none of what it settles has options; words that nobody compares aside."""
    compared = [issue for issue in clause.settles if agenda.issues[issue].space.comparable]
    has_options = any(draft.outcomes[issue].options for issue in clause.settles)
    if compared and not has_options and brackets.bracketed(clause.text):
        issues = joined([f"`{issue}`" for issue in compared])
        message = f"clause {clause.id} has words in brackets, and the outcome that it settles has no options: {issues}"
        hint = "write each outcome under `options`; accept the finding if with or without these words it is the same"
        yield Finding.of(clause.location, ID, message, hint, (draft.id, clause.id, *compared))


def _without_brackets(draft: Draft) -> Iterator[Finding]:
    """An outcome with options where none of the clauses that settle it has words in brackets."""
    for issue in draft.brackets:
        settling = [clause for clause in draft.clauses if issue in clause.settles]
        if settling and not any(brackets.bracketed(clause.text) for clause in settling):
            ids = [clause.id for clause in settling]
            clauses = f"clause {ids[0]}, which settles it, has" if len(ids) == 1 else f"clauses {joined(ids)} have"
            message = f"the outcome on {issue} has options, and {clauses} no words in brackets"
            hint = "put in the brackets of the paper; if it has none, write the one outcome that it settles"
            places = tuple(clause.location for clause in settling)
            yield Finding.of(draft.outcomes[issue].location, ID, message, hint, (draft.id, issue, *ids), places)
