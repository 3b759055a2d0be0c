"""Outcomes in brackets that nothing on file tells apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.options_alike import alike
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import in_runs
from posdiff.review.case import Case

ID: Final = "options-alike"


def examine(case: Case) -> Iterable[Finding]:
    """Options under which every term of every statement fares alike: one finding for all of these."""
    agenda = case.dossier.agenda
    terms = [term for said in case.dossier.statements for term in said.terms.values()]
    for draft in case.dossier.drafts:
        for found in alike(agenda, draft, terms):
            first, second, *others = found.options.values()
            says = tuple(found.issue.space.in_words(option.accepts) for option in found.options.values())
            apart = f"{says[1]} from {says[0]}" if not others else f"options {in_runs([*found.options])} apart"
            message = f"no term on file tells {apart} on {found.issue.id}"
            hint = "look whether a statement does and is not on file; if none does, it is so"
            subject = (draft.id, found.issue.id, *says)
            yield Finding.of(second.location, ID, message, hint, subject, (first.location,))
