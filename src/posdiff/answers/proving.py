"""The quotes of a dossier in the sentences of the pages that they stand in."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from posdiff.answers.reading import Reader
from posdiff.comparison.evidence.proofs import Proofs
from posdiff.comparison.evidence.surroundings import at_fragment, fragment, sentence_around
from posdiff.comparison.evidence.verification import SaidQuote, quotes_of
from posdiff.dossier.grounds import Result
from posdiff.dossier.statement import Source
from posdiff.findings.location import Location


class QuoteInPage(NamedTuple):
    """A quote where it stands. ``source``: None where it is not verified; then the fields after it are empty.

    ``before`` and ``after``: the rest of its sentence. ``line``: of the page's plain text. ``link``: the address that
    leads to the words, where the source has one.
    """

    quote: SaidQuote
    result: Result
    source: Source | None = None
    before: str = ""
    words: str = ""
    after: str = ""
    line: int = 0
    link: str | None = None


def in_pages(reader: Reader, at: Collection[Location]) -> tuple[QuoteInPage, ...]:
    """The quotes that terms at some places have, each in the sentence that it stands in."""
    quotes = (quote for quote in quotes_of(reader.dossier) if quote.location in at)
    return tuple(_in_page(quote, reader.proofs) for quote in quotes)


def _in_page(quote: SaidQuote, proofs: Proofs | None) -> QuoteInPage:
    known = quote.recorded.sources
    sources = [known[key] for key in quote.sources if key in known]
    result, place = proofs.place(quote.text, sources) if proofs else ("not-here", None)
    if place is None:
        return QuoteInPage(quote, result)
    source, page, span = place
    line = page.plain.count("\n", 0, span[0]) + 1
    link = at_fragment(source.url, fragment(page, span))
    return QuoteInPage(quote, result, source, *sentence_around(page, span), line, link)
