"""Every quote of a dossier against the pages that its sources were read as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from posdiff.comparison.evidence.near_miss import NearMiss, near_miss
from posdiff.comparison.evidence.pattern import Pattern, pattern
from posdiff.comparison.evidence.places import FEWEST_LETTERS, count, places, word_left_out
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.grounds import Result
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Draft, Snapshot, Source, Statement
from posdiff.findings.location import Location

RESULTS: tuple[Result, ...] = get_args(Result)
#: Quotes of which the nearest words of a page are looked for; places of a quote that are told.
_MOST_NEAR, _MOST_LINES = 200, 10


class SaidQuote(NamedTuple):
    """Words that a statement or draft quotes. ``issue``: None where they are of a draft as a whole.

    ``option``: of an option of a draft, its number, from 1. ``sources``: the keys of those that it stands on.
    """

    recorded: Statement | Draft
    issue: str | None
    option: int | None
    text: str
    sources: tuple[str, ...]
    red_line: bool
    location: Location


class VerifiedQuote(NamedTuple):
    """A quote, and whether it stands in its sources. ``source``: the one in which it does, or in which it is missed.

    ``lines``: where it stands in the page's plain text, when at several places. ``near``: the nearest words there.
    ``lacking``: the sources whose pages do not have it. ``having``: those whose pages do, where others lack it.
    ``cut_short``: whether the page was not looked through: too much of it is like the quote. ``lost``: a word that
    denies, and which the quote would need to leave out by ``…`` to stand there.
    """

    quote: SaidQuote
    result: Result
    source: str | None = None
    lines: tuple[int, ...] = ()
    near: NearMiss | None = None
    lacking: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    cut_short: bool = False
    lost: str | None = None


class KeptPage(NamedTuple):
    """The page of a source, as it is on this machine, without its text. ``quotes``: how many stand on the source."""

    source: Source
    location: Location
    page: Page
    quotes: int


class EvidenceOnFile(NamedTuple):
    """What the pages at hand prove. ``pages``: of sources with a snapshot. ``without``: quoted sources without one.

    ``dismissed``: the passages that statements set aside, looked up as if they were quotes.
    """

    quotes: tuple[VerifiedQuote, ...] = ()
    pages: tuple[KeptPage, ...] = ()
    without: tuple[tuple[Source, int], ...] = ()
    dismissed: tuple[VerifiedQuote, ...] = ()


def quotes_of(dossier: Dossier) -> Iterator[SaidQuote]:
    """Every quote on terms, alternatives, reactions, drafts' outcomes and options, file by file."""
    for statement in dossier.statements:
        for issue, term in statement.terms.items():
            red = term.firmness == "red-line"
            for words, keys in term.words:
                yield SaidQuote(statement, issue, None, words.text, keys, red, term.location)
        for reaction in statement.reactions.values():
            for words, keys in reaction.words:
                yield SaidQuote(statement, None, None, words.text, keys, False, reaction.location)
    for draft in dossier.drafts:
        for issue, outcome in draft.outcomes.items():
            for words, keys in outcome.words:
                yield SaidQuote(draft, issue, None, words.text, keys, False, outcome.location)
            for number, option in enumerate(outcome.options, 1):
                if option.text:
                    yield SaidQuote(draft, issue, number, option.text, outcome.sources, False, option.location)


def dismissed_of(dossier: Dossier) -> Iterator[SaidQuote]:
    """Every passage that a statement dismisses, as a quote of the source that it names, or of any of its sources."""
    for statement in dossier.statements:
        for passage in statement.dismissed:
            keys = (passage.source,) if passage.source else tuple(statement.sources)
            yield SaidQuote(statement, None, None, passage.text, keys, False, passage.location)


def evidence(dossier: Dossier, page_of: Callable[[Snapshot], Page]) -> EvidenceOnFile:
    """What the pages prove. Each is read once, and only one is held in memory at a time."""
    return _Looking(dossier).through(page_of)


def too_short(text: str) -> bool:
    """Whether words are too short to tell where they stand."""
    return pattern(text).letters < FEWEST_LETTERS


def times_in(page: PageText, asked: Pattern) -> int:
    """How often a quote stands in a page, 2 for more; of one that is too short to tell, 2."""
    return 2 if asked.letters < FEWEST_LETTERS else count(page, asked)


def result_of(seen: Sequence[int | None]) -> Result:
    """What became of a quote: how often each of its sources has it, 2 for more, None where that cannot be told.

    A page that lacks it counts more than others that have it: the quote is given as what stands in each of them.
    """
    if 0 in seen:
        return "absent"
    if 1 in seen:
        return "verified"
    return "ambiguous" if 2 in seen else "not-here"


def by_result(quotes: Iterable[VerifiedQuote]) -> dict[Result, int]:
    """How many of some quotes came out each way, zeros included."""
    found = Counter(each.result for each in quotes)
    return {result: found[result] for result in RESULTS}


class _Looking:
    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        quotes, dismissed = list(quotes_of(dossier)), dismissed_of(dossier)
        #: The first ``quoted`` of them are quotes, the others passages that are dismissed.
        self.quotes, self.quoted = [*quotes, *dismissed], len(quotes)
        self.patterns: list[Pattern] = [pattern(quote.text) for quote in self.quotes]
        #: By quote, what each of its sources showed: how often it stands there, or None where that cannot be told.
        self.seen: list[dict[str, int | None]] = [{} for _ in self.quotes]
        self.lines: dict[int, tuple[int, ...]] = {}
        self.near: dict[tuple[int, str], NearMiss] = {}
        self.lost: dict[tuple[int, str], str | None] = {}
        self.cut_short: set[int] = set()

    def through(self, page_of: Callable[[Snapshot], Page]) -> EvidenceOnFile:
        on_source: dict[tuple[str, str], list[int]] = {}
        for number, quote in enumerate(self.quotes):
            for key in dict.fromkeys(quote.sources):
                on_source.setdefault((quote.recorded.location.file, key), []).append(number)
        by_page: dict[tuple[str, str], list[tuple[Source, Location]]] = {}
        without = []
        for recorded in self.dossier.recorded:
            for key, source in recorded.sources.items():
                numbers = on_source.get((recorded.location.file, key), [])
                if source.snapshot:
                    by_page.setdefault((source.snapshot.file, source.snapshot.sha256), []).append(
                        (source, source.location)
                    )
                elif quoted := self._quoted(numbers):
                    without.append((source, quoted))
        kept = []
        for sources in by_page.values():
            snapshot = sources[0][0].snapshot
            assert snapshot is not None
            page = page_of(snapshot)
            for source, location in sources:
                numbers = on_source.get((location.file, source.key), [])
                for number in numbers:
                    self._look(number, source.key, page.text)
                kept.append(KeptPage(source, location, page._replace(text=None), self._quoted(numbers)))
        verified = tuple(self._verified(number) for number in range(len(self.quotes)))
        pages = tuple(sorted(kept, key=lambda each: each.location))
        return EvidenceOnFile(verified[: self.quoted], pages, tuple(without), verified[self.quoted :])

    def _quoted(self, numbers: Sequence[int]) -> int:
        """How many of these are quotes."""
        return sum(number < self.quoted for number in numbers)

    def _look(self, number: int, key: str, page: PageText | None) -> None:
        asked = self.patterns[number]
        if page is None:
            self.seen[number][key] = None
            return
        found = times_in(page, asked)
        self.seen[number][key] = found
        if found == 2 and asked.letters >= FEWEST_LETTERS and len(self.lines) < _MOST_NEAR:
            spans = places(page, asked, _MOST_LINES).spans
            if len(spans) < 2:
                self.cut_short.add(number)
            self.lines[number] = tuple(page.plain.count("\n", 0, start) + 1 for start, _ in spans)
        elif found == 0 and len(self.near) < _MOST_NEAR:
            near = near_miss(page, asked)
            self.lost[number, key] = lost = word_left_out(page, asked)
            if near is not None and (near.differences or not lost):  # else it may be all the words, of two sentences
                self.near[number, key] = near

    def _verified(self, number: int) -> VerifiedQuote:
        quote, seen = self.quotes[number], self.seen[number]
        times_seen = [seen.get(key) for key in quote.sources]
        if number >= self.quoted:  # a passage that is dismissed stands in any of the sources that it may be of
            times_seen = [times for times in times_seen if times != 0] or times_seen
        result = result_of(times_seen)
        if result == "absent":
            lacking = tuple(key for key in quote.sources if seen.get(key) == 0)
            having = tuple(key for key in quote.sources if seen.get(key))
            source = next((key for key in lacking if (number, key) in self.near), lacking[-1])
            near, lost = self.near.get((number, source)), self.lost.get((number, source))
            return VerifiedQuote(quote, result, source, (), near, lacking, having, lost=lost)
        if result == "not-here":
            return VerifiedQuote(quote, result, quote.sources[0] if len(quote.sources) == 1 else None)
        times = 1 if result == "verified" else 2
        source = next(key for key in quote.sources if seen.get(key) == times)
        if times == 1:
            return VerifiedQuote(quote, result, source)
        return VerifiedQuote(quote, result, source, self.lines.get(number, ()), cut_short=number in self.cut_short)
