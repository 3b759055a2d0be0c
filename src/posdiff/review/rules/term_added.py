"""Terms that were added to a recorded statement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case

ID: Final = "term-added"


def examine(case: Case) -> Iterable[Finding]:
    """The terms that were added to a recorded statement."""
    if case.edit is None:
        return
    known = set(case.edit.before.agenda.issues)
    for pair in history.pairs(case, case.edit):
        for edited in history.edited_terms(pair, case, case.edit):
            if edited.was is None and edited.now is not None and edited.issue in known:
                words = history.said(edited.now, case.dossier)
                message = f"a term on {edited.issue} was added to {pair.name}: {words}"
                subject = (edited.issue, history.value(edited.now, case.dossier))
                yield history.finding(edited.now.location, ID, pair, message, None, subject, edited.issue)
