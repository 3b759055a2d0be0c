"""Issues on which nobody has spoken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "unanswered-issue"


def examine(case: Case) -> Iterable[Finding]:
    """Issues without a term."""
    answered = {issue for statement in case.dossier.statements for issue in statement.terms}
    for id, issue in case.dossier.agenda.issues.items():
        if id not in answered:
            message = f"no statement speaks on {id}"
            hint = "record a statement that does, or take it off the agenda"
            yield Finding.of(issue.location, ID, message, hint, (id,))
