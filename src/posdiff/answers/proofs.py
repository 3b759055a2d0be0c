"""What became of the quotes behind positions in the pages that are kept of their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from posdiff.answers.reading import Reader
from posdiff.dossier.grounds import Result
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Quote, Source


class Proof(NamedTuple):
    """What became of a quote. ``source``: where it is verified, the one in which it stands.

    ``fragment``: what is put behind an address of that page, so that a browser shows the words.
    """

    result: Result
    source: Source | None = None
    fragment: str = ""

    def leads_to(self, address: str | None) -> str | None:
        """An address of the page that leads to the words."""
        return f"{address.split('#')[0]}{self.fragment}" if address and self.fragment else None


def proofs(reader: Reader, positions: Iterable[Held]) -> Mapping[Quote, Proof]:
    """What became of each quote behind positions; nothing where no source of the dossier has a snapshot."""
    if not any(source.snapshot for recorded in reader.dossier.recorded for source in recorded.sources.values()):
        return {}
    from posdiff.comparison.evidence.surroundings import fragment
    from posdiff.comparison.evidence.verification import found_in, result_of
    from posdiff.dossier.sources.pages import Pages

    # A few pages are kept while they are looked in: most quotes of a statement stand in the same.
    page_of = lru_cache(maxsize=8)(Pages.below(reader.opened.folder, reader.environment).page)

    def proof(quote: Quote) -> Proof:
        seen: list[int | None] = []
        for source in quote.sources:
            page = page_of(source.snapshot).text if source.snapshot else None
            spans = None if page is None else found_in(page, quote.text)
            if page is not None and spans is not None and len(spans) == 1:
                return Proof("verified", source, fragment(page, spans[0]))
            seen.append(None if spans is None else len(spans))
        return Proof(result_of(seen))

    quotes = {quote: None for held in positions for part in held.parts for quote in part.lineage.said}
    return {quote: proof(quote) for quote in quotes}
