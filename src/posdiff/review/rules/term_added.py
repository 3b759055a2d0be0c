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
        for change in history.changes(pair, case, case.edit):
            if change.was is None and change.now is not None and change.issue in known:
                words = history.said(change.now, case.dossier)
                message = f"a term on {change.issue} was added to {pair.name}: {words}"
                subject = (change.issue, history.value(change.now, case.dossier))
                yield history.finding(change.now.location, ID, pair, message, None, subject, change.issue)
