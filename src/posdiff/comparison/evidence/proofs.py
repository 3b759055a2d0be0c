"""What the pages kept of sources prove of single quotes and of silences, each looked up where it is shown, and once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, get_args

from posdiff.comparison.evidence.coverage import Told, coverage
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import Span, places
from posdiff.comparison.evidence.surroundings import at_fragment, fragment
from posdiff.comparison.evidence.verification import result_of, times_in
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.grounds import Result
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.position import Held
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Quote, Snapshot, Source


class Proof(NamedTuple):
    """What became of a quote. ``page`` and ``archive``: addresses that lead to its words, where it is verified."""

    result: Result
    page: str | None = None
    archive: str | None = None


class PlaceInPage(NamedTuple):
    """Where a quote stands: in the text of the page of a source."""

    source: Source
    page: PageText
    span: Span


class PagesOfParty(NamedTuple):
    """How far the texts of a party and of its blocs were looked at: open sentences of pages, sources without a page.

    ``whose``: those of whose texts sentences are open. ``read``: how many pages could be looked at.
    """

    open: int
    unread: int
    whose: tuple[str, ...] = ()
    read: int = 0


class Proofs:
    """Looks quotes up. A few pages are kept: most quotes of a statement stand in the same."""

    def __init__(self, dossier: Dossier, page_of: Callable[[Snapshot], Page]) -> None:
        self._dossier, self._page_of = dossier, lru_cache(maxsize=8)(page_of)
        self._found: dict[Quote, Proof] = {}
        self._told: Told = {}
        self._silences: dict[tuple[str, int], PagesOfParty | None] = {}

    def of(self, quote: Quote) -> Proof:
        """What the pages of its sources prove of a quote."""
        if quote not in self._found:
            self._found[quote] = self._look(quote)
        return self._found[quote]

    def silence(self, party: str, until: int) -> PagesOfParty | None:
        """How far the pages of what a party and its blocs of that day said up to it were coded.

        None where no source of it is on file.
        """
        if (party, until) not in self._silences:
            self._silences[party, until] = self._pages_of(party, until)
        return self._silences[party, until]

    def _pages_of(self, party: str, until: int) -> PagesOfParty | None:
        speakers = (party, *self._dossier.agenda.blocs_on(party, until))
        said = {each.location.file: each for speaker in speakers for each in self._dossier.of(speaker)}
        asked = [statement for statement in said.values() if statement.day <= until]
        if not any(statement.sources for statement in asked):
            return None
        found = coverage(self._dossier, asked, self._page_of, self._told)
        left = {_hash(each.source): len(each.page.open) for each in found.covered}
        unread = sum(_hash(each.source) not in left for each in found.unread)
        whose = {
            speaker for each in found.covered if each.page.open for speaker in said[each.recorded.location.file].parties
        }  # fmt: skip
        return PagesOfParty(
            sum(left.values()), unread + found.not_kept,
            tuple(speaker for speaker in speakers if speaker in whose), len(left),
        )  # fmt: skip

    def counts(self, quotes: Iterable[Quote]) -> Mapping[Result, int]:
        """How many quotes came out each way, zeros included."""
        found = Counter(self.of(quote).result for quote in quotes)
        return {result: found[result] for result in get_args(Result)}

    def results(self, positions: Iterable[Held]) -> Mapping[Quote, Result]:
        """What became of each quote behind positions."""
        quotes = (quote for held in positions for part in held.parts for quote in part.lineage.said)
        return {quote: self.of(quote).result for quote in quotes}

    def place(self, text: str, sources: Iterable[Source]) -> tuple[Result, PlaceInPage | None]:
        """What became of words that may stand in the pages of sources; and where they are verified, if they are."""
        asked = pattern(text)
        seen: list[int | None] = []
        first: PlaceInPage | None = None
        for source in sources:
            page = self._text(source)
            seen.append(None if page is None else times_in(page, asked))
            if page is not None and seen[-1] == 1 and first is None:
                first = PlaceInPage(source, page, places(page, asked, 1).spans[0])
        result = result_of(seen)
        return result, first if result == "verified" else None

    def _look(self, quote: Quote) -> Proof:
        result, place = self.place(quote.text, quote.sources)
        if place is None:
            return Proof(result)
        at = fragment(place.page, place.span)
        return Proof(result, at_fragment(place.source.url, at), at_fragment(place.source.archive, at))

    def _text(self, source: Source) -> PageText | None:
        return self._page_of(source.snapshot).text if source.snapshot else None


def _hash(source: Source) -> str:
    return source.snapshot.sha256 if source.snapshot else ""
