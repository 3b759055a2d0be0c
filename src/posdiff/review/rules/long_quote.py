"""Quotes that are longer than the limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from posdiff.dossier.statement import Draft
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review.case import Case

ID: Final = "long-quote"


def examine(case: Case) -> Iterable[Finding]:
    """The quotes above the limit."""
    most = case.settings.longest_quote
    for at, issue, quote in _quotes(case):
        words = len(quote.split())
        if words > most:
            message = f"the quote on {issue} has {words} words; the limit is {most}"
            hint = "keep only the words that support the term"
            yield Finding.of(at, ID, message, hint, (issue, " ".join(quote.split())))


def _quotes(case: Case) -> Iterator[tuple[Location, str, str]]:
    for file in case.dossier.recorded:
        if isinstance(file, Draft):
            for issue, outcome in file.outcomes.items():
                yield from ((outcome.location, issue, quote.text) for quote in outcome.quotes)
        else:
            for issue, term in file.terms.items():
                yield from ((term.location, issue, quote.text) for quote in term.every_quote)
            for draft, reaction in file.reactions.items():
                yield from ((reaction.location, draft, quote.text) for quote in reaction.quotes)
