"""Dismissed passages that do not stand in the page of their source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.quote_words import nearest, pages_of, short

ID: Final = "dismissed-absent"


def examine(case: Case) -> Iterable[Finding]:
    """The passages that do not stand there, with the nearest words of the page."""
    for each in case.evidence.dismissed if case.evidence else ():
        if each.result == "absent":
            where = f"does not stand in {pages_of(each.lacking)}: “{short(each.quote.text)}”"
            message = f"the dismissed passage {where}{nearest(each)}"
            hint = "write it as the page has it: as it is, no sentence is set aside by it"
            yield Finding.of(each.quote.location, ID, message, hint, (" ".join(each.quote.text.split()),))
