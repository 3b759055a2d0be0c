"""What the pages kept of sources prove of single quotes, each looked up where it is shown, and once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import FEWEST_LETTERS, places
from posdiff.comparison.evidence.surroundings import at_fragment, fragment
from posdiff.comparison.evidence.verification import result_of, times_in
from posdiff.dossier.grounds import Result
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Quote, Snapshot, Source


class Proof(NamedTuple):
    """What became of a quote. ``page`` and ``archive``: addresses that lead to its words, where it is verified."""

    result: Result
    page: str | None = None
    archive: str | None = None


class Proofs:
    """Looks quotes up. A few pages are kept: most quotes of a statement stand in the same."""

    def __init__(self, page_of: Callable[[Snapshot], Page]) -> None:
        self._page_of = lru_cache(maxsize=8)(page_of)
        self._found: dict[Quote, Proof] = {}

    def of(self, quote: Quote) -> Proof:
        """What the pages of its sources prove of a quote."""
        if quote not in self._found:
            self._found[quote] = self._look(quote)
        return self._found[quote]

    def _look(self, quote: Quote) -> Proof:
        asked = pattern(quote.text)
        seen: list[int | None] = []
        for source in quote.sources:
            page = self._text(source)
            seen.append(None if page is None else times_in(page, asked))
            if page is not None and seen[-1] == 1 and asked.letters >= FEWEST_LETTERS:
                at = fragment(page, places(page, asked, 1).spans[0])
                return Proof("verified", at_fragment(source.url, at), at_fragment(source.archive, at))
        return Proof(result_of(seen))

    def _text(self, source: Source) -> PageText | None:
        return self._page_of(source.snapshot).text if source.snapshot else None
