"""What the pages that are kept of sources prove of the quotes of a dossier, and of those behind positions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from posdiff.answers.reading import Reader
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import FEWEST_LETTERS, places
from posdiff.comparison.evidence.surroundings import at_fragment, fragment, sentence_around
from posdiff.comparison.evidence.verification import SaidQuote, quotes_of
from posdiff.dossier.grounds import Result
from posdiff.dossier.position import Held
from posdiff.dossier.sources.pages import Page, Pages
from posdiff.dossier.statement import Quote, Snapshot, Source
from posdiff.findings.location import Location


class QuoteInPage(NamedTuple):
    """A quote where it stands. ``source``: None where it is not verified; then the other fields are empty.

    ``before`` and ``after``: the rest of its sentence. ``line``: of the page's plain text. ``link``: the address that
    leads to the words, where the source has one.
    """

    quote: SaidQuote
    source: Source | None = None
    before: str = ""
    words: str = ""
    after: str = ""
    line: int = 0
    link: str | None = None


def results(reader: Reader, positions: Iterable[Held]) -> Mapping[Quote, Result]:
    """What became of each quote behind positions."""
    proofs = reader.proofs
    if proofs is None:
        return {}
    quotes = (quote for held in positions for part in held.parts for quote in part.lineage.said)
    return {quote: proofs.of(quote).result for quote in quotes}


def in_pages(reader: Reader, at: Collection[Location]) -> tuple[QuoteInPage, ...]:
    """The quotes that terms at some places have, each in the sentence that it stands in."""
    page_of = _looked_at(reader)
    return tuple(_in_page(quote, page_of) for quote in quotes_of(reader.dossier) if quote.location in at)


def _looked_at(reader: Reader) -> Callable[[Snapshot], Page]:
    """What gives the page of a snapshot. A few are kept: most quotes of a statement stand in the same."""
    return lru_cache(maxsize=8)(Pages.below(reader.opened.folder, reader.environment).page)


def _in_page(quote: SaidQuote, page_of: Callable[[Snapshot], Page]) -> QuoteInPage:
    asked = pattern(quote.text)
    for key in quote.sources:
        source = quote.recorded.sources.get(key)
        page = page_of(source.snapshot).text if source and source.snapshot else None
        if source is None or page is None or asked.letters < FEWEST_LETTERS:
            continue
        found = places(page, asked, 2).spans
        if len(found) == 1:
            around = sentence_around(page, found[0])
            line = page.plain.count("\n", 0, found[0][0]) + 1
            return QuoteInPage(quote, source, *around, line, at_fragment(source.url, fragment(page, found[0])))
    return QuoteInPage(quote)
