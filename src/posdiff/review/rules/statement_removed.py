"""Recorded files that were deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case

ID: Final = "statement-removed"


def examine(case: Case) -> Iterable[Finding]:
    """The files that were deleted."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is None:
            held = len(pair.was.terms if isinstance(pair.was, Statement) else pair.was.outcomes)
            terms = f", with {held} {'term' if held == 1 else 'terms'}" if held else ""
            hint = "restore the file; if the position is no longer held, withdraw it in a new file (`withdraws:`)"
            subject = (pair.was.id, *pair.was.parties) if isinstance(pair.was, Statement) else (pair.was.id,)
            message = f"{pair.name} was deleted{terms}"
            yield Finding.of(pair.was.location, ID, message, hint, subject)
