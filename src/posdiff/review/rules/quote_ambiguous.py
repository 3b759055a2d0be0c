"""Quotes that stand in a page at more places than one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.evidence.places import MOST_CHARACTERS
from posdiff.comparison.evidence.verification import too_short
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case
from posdiff.review.quote_words import named, short

ID: Final = "quote-ambiguous"


def examine(case: Case) -> Iterable[Finding]:
    """The quotes that stand at several places, or are too short to tell."""
    for each in case.evidence.quotes if case.evidence else ():
        if each.result != "ambiguous":
            continue
        where = f"stands at more places than one in `{each.source}`"
        lines = [str(line) for line in dict.fromkeys(each.lines)]
        if too_short(each.quote.text):
            where = f"is too short to tell where it stands in `{each.source}`"
        elif each.cut_short:
            bound = f"at most {MOST_CHARACTERS:,} characters are looked at"
            where = f"is like so much of `{each.source}` that it was not looked through: {bound}"
        elif len(lines) > 1:
            where += f", as on lines {joined(lines)} of its text"
        message = f"{named(each.quote)} {where}: “{short(each.quote.text)}”"
        subject = (each.quote.issue or "", " ".join(each.quote.text.split()))
        yield Finding.of(each.quote.location, ID, message, "quote more of the words around it", subject)
