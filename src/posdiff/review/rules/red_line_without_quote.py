"""Red lines without a quote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.region import Settlements
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "red-line-without-quote"


def examine(case: Case) -> Iterable[Finding]:
    """The red lines that no quote shows."""
    settlements = Settlements(case.dossier.agenda.issues)
    for statement in case.dossier.statements:
        for issue, term in statement.terms.items():
            if term.firmness == "red-line" and not term.every_quote:
                message = f"the red line on {issue} has no quote"
                hint = "add `quote:` with the words that say so, or leave `firmness` out"
                subject = (issue, settlements.written(term))
                yield Finding.of(term.location, ID, message, hint, subject)
