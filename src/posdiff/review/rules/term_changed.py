"""Terms of recorded statements that were changed or deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case

ID: Final = "term-changed"


def examine(case: Case) -> Iterable[Finding]:
    """The terms that were changed or deleted."""
    if case.edit is None:
        return
    before = case.edit.before
    for pair in history.pairs(case, case.edit):
        for edited in history.edited_terms(pair, case, case.edit):
            if edited.was is None or pair.now is None:
                continue
            words_before, words_after = history.said(edited.was, before), history.said(edited.now, case.dossier)
            if edited.now is None:
                message = f"the term on {edited.issue} was deleted from {pair.name}; it said: {words_before}"
            elif words_before != words_after:
                message = f"{pair.name} said on {edited.issue}: {words_before}; now it says: {words_after}"
            else:
                parts = ", ".join(field or "what it says" for field in edited.fields)
                message = f"the term on {edited.issue} in {pair.name} was changed ({parts})"
            files = history.new_files([pair.was], case.today) if isinstance(pair.was, Statement) else ""
            hint = "if the file was wrong, add `corrects:` with the reason"
            if files:
                hint = f"record a new position in a new file: {files}; {hint}"
            at = edited.now.location if edited.now else pair.now.location
            subject = (edited.issue, history.value(edited.was, before), history.value(edited.now, case.dossier))
            yield history.finding(at, ID, pair, message, hint, subject, edited.issue)
