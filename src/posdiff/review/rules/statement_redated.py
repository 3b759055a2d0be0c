"""Recorded files whose date was changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case

ID: Final = "statement-redated"


def examine(case: Case) -> Iterable[Finding]:
    """The files whose date was changed."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is not None and pair.now.day != pair.was.day:
            days = [date.fromordinal(file.day).isoformat() for file in (pair.was, pair.now)]
            message = f"{pair.name} is now dated {days[1]}"
            hint = "restore the date; if it was wrong, add `corrects:` with the reason"
            yield history.finding(pair.now.location, ID, pair, message, hint, (pair.was.id, *days))
