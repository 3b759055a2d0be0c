"""Statements and drafts whose coding nobody else has looked through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import second_readers
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "single-coded"


def examine(case: Case) -> Iterable[Finding]:
    """Files without ``checked-by``, and those in which it names nobody but who coded them."""
    for recorded in case.dossier.recorded:
        if not second_readers(recorded):
            by = f" beside {', '.join(recorded.coded_by)}" if recorded.coded_by else ""
            message = f"nobody{by} is named who looked through this coding"
            message += ": `checked-by` has the same name as `coded-by`" if recorded.checked_by else ""
            hint = "have a second person read the source, and name them: `checked-by: …`"
            yield Finding.of(recorded.location, ID, message, hint, (recorded.id,))
