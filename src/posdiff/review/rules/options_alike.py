"""Outcomes in brackets that nothing on file tells apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.options_alike import alike
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "options-alike"


def examine(case: Case) -> Iterable[Finding]:
    """Options under which every term of every statement fares as under one before them."""
    agenda = case.dossier.agenda
    terms = [term for said in case.dossier.statements for term in said.terms.values()]
    for draft in case.dossier.drafts:
        for found in alike(agenda, draft, terms):
            says = (found.issue.space.in_words(option.accepts) for option in (found.first, found.second))
            before, this = says
            message = f"no term on file tells {this} from {before} on {found.issue.id}"
            hint = "look whether a statement does and is not on file; if none does, it is so"
            subject = (draft.id, found.issue.id, before, this)
            yield Finding.of(found.second.location, ID, message, hint, subject, (found.first.location,))
