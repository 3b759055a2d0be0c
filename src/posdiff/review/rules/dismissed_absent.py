"""Dismissed passages that do not stand in the page of their source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.evidence.verification import too_short
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.quote_words import nearest, pages_of, short

ID: Final = "dismissed-absent"


def examine(case: Case) -> Iterable[Finding]:
    """The passages that do not stand there, with the nearest words of the page; and those too short to tell."""
    for each in case.evidence.dismissed if case.evidence else ():
        is_short = each.result == "ambiguous" and too_short(each.quote.text)
        if each.result == "absent" or is_short:
            where = f"does not stand in {pages_of(each.lacking)}"
            if is_short:
                where = f"is too short to tell where it stands in `{each.source}`"
            message = f"the dismissed passage {where}: “{short(each.quote.text)}”{nearest(each)}"
            hint = "write it as the page has it: as it is, no sentence is set aside by it"
            hint = "dismiss the whole sentence: as it is, none is set aside by it" if is_short else hint
            yield Finding.of(each.quote.location, ID, message, hint, (" ".join(each.quote.text.split()),))
