"""Quotes that do not stand in the page of their source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.quote_words import in_sources, named, nearest, short

ID: Final = "quote-absent"


def examine(case: Case) -> Iterable[Finding]:
    """The quotes that do not stand there, with the nearest words of the page."""
    for each in case.evidence.quotes if case.evidence else ():
        if each.result != "absent":
            continue
        where = f"does not stand in {in_sources(each.quote)}: “{short(each.quote.text)}”"
        message = f"{named(each.quote)} {where}{nearest(each)}"
        hint = "correct the quote, or name the source that has it"
        subject = (each.quote.issue or "", " ".join(each.quote.text.split()))
        yield Finding.of(each.quote.location, ID, message, hint, subject)
