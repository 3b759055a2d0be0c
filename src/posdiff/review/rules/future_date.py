"""Files that are dated after today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "future-date"


def examine(case: Case) -> Iterable[Finding]:
    """The files that are dated after today."""
    for file in case.dossier.recorded:
        if file.day > case.today:
            day = date.fromordinal(file.day).isoformat()
            message = f"the date {day} is in the future"
            hint = "correct the date, in the file and in its name"
            yield Finding.of(file.location, ID, message, hint, (file.id, day))
