"""What the pages that are kept of sources prove of the quotes of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import FEWEST_LETTERS, places
from posdiff.comparison.evidence.surroundings import fragment, sentence_around
from posdiff.comparison.evidence.verification import EvidenceOnFile, SaidQuote, evidence, keeps_pages, quotes_of
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.sources.pages import Page, Pages
from posdiff.dossier.statement import Snapshot, Source
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


def proven(
    dossier: Dossier, folder: Path, environment: Mapping[str, str], whole: bool = False
) -> EvidenceOnFile | None:
    """What the pages prove that are kept in a positions folder; None where no source of the dossier has one.

    ``whole``: also where none has one, so that it is told which quotes are not verified.
    """
    return evidence(dossier, Pages.below(folder, environment).page) if whole or keeps_pages(dossier) else None


def in_pages(
    dossier: Dossier, folder: Path, environment: Mapping[str, str], at: Collection[Location]
) -> tuple[QuoteInPage, ...]:
    """The quotes that terms at some places have, each in the sentence that it stands in."""
    # A few pages are kept while they are looked in: most quotes of a statement stand in the same.
    page_of = lru_cache(maxsize=8)(Pages.below(folder, environment).page)
    return tuple(_in_page(quote, page_of) for quote in quotes_of(dossier) if quote.location in at)


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
            return QuoteInPage(quote, source, *around, line, source.url and source.url + fragment(page, found[0]))
    return QuoteInPage(quote)
