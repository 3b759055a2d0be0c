"""What of the pages of sources was coded: each sentence is quoted, dismissed, or open.

A sentence counts as quoted, or as dismissed, where a passage that stands at one place is part of it, or where passages
are at least half of it. But it is open where what they leave out limits, denies or measures something (``unless``, ``in
principle``, ``4 percent``), or is over half of the sentence and looks like a demand: who quotes what comes before the
``unless`` has not quoted the sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import Span, own_words
from posdiff.comparison.evidence.sentences import sentences
from posdiff.comparison.evidence.signals import Signal, signals, within
from posdiff.comparison.evidence.verification import SaidQuote, quotes_of
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Dismissed, Draft, Snapshot, Source, Statement


class OpenSentence(NamedTuple):
    """A sentence that is neither quoted nor dismissed. ``line``: of the page's plain text; ``signals``: what is left
    of it that looks like a demand. ``partly``: whether some of it is quoted or dismissed.
    """

    line: int
    text: str
    signals: tuple[str, ...]
    partly: bool


class PageCoverage(NamedTuple):
    """The sentences of a page. ``open``: those that look like a demand first, then in their order.

    ``dismissed_demands``: the lines of those that are dismissed and look like one.
    """

    sentences: int
    quoted: int
    dismissed: int
    open: tuple[OpenSentence, ...]
    dismissed_demands: tuple[int, ...]


class CoveredSource(NamedTuple):
    """A source of a statement or draft whose page is here. ``absent``: what is dismissed and does not stand in it.

    ``text_file``: the file below ``sources`` whose lines are those of the open sentences; None where none is.
    """

    recorded: Statement | Draft
    source: Source
    page: PageCoverage
    absent: tuple[Dismissed, ...]
    text_file: str | None


class UnreadSource(NamedTuple):
    """A source with a snapshot of which nothing can be said: its page is not here, or is another, or has no text."""

    recorded: Statement | Draft
    source: Source
    page: Page


class CoverageOnFile(NamedTuple):
    """What the pages at hand tell. ``not_kept``: how many sources have no snapshot."""

    covered: tuple[CoveredSource, ...]
    unread: tuple[UnreadSource, ...]
    not_kept: int


#: By the hash of a page: the page under each path that is named, without its text, what of it was coded, and what is
#: dismissed and not in it.
Told = dict[str, tuple[Mapping[Snapshot, Page], PageCoverage | None, list[Dismissed]]]


def coverage(
    dossier: Dossier, asked: Iterable[Statement | Draft], page_of: Callable[[Snapshot], Page], known: Told | None = None
) -> CoverageOnFile:
    """What of the pages of some statements and drafts was coded; each page is looked at once.

    On a page that several statements stand on, the quotes and dismissed passages of all of them count for each.
    ``known``: the pages of the dossier that were looked at before, and those that are now.
    """
    known = {} if known is None else known
    chosen = {recorded.location.file for recorded in asked}
    standing: dict[str, list[tuple[Statement | Draft, Source]]] = {}
    not_kept = 0
    for recorded in dossier.recorded:
        for source in recorded.sources.values():
            if source.snapshot:
                standing.setdefault(source.snapshot.sha256, []).append((recorded, source))
            else:
                not_kept += recorded.location.file in chosen
    said: _Quotes | None = None
    covered: list[CoveredSource] = []
    unread: list[UnreadSource] = []
    for hash, sources in standing.items():
        of_asked = [(recorded, source) for recorded, source in sources if recorded.location.file in chosen]
        if not of_asked:
            continue
        if hash not in known:
            said = _by_file(dossier) if said is None else said
            known[hash] = _told(sources, page_of, said)
        pages, told, absent = known[hash]
        for recorded, source in of_asked:
            page = pages[source.snapshot] if source.snapshot else None
            if page and (told is None or page.problem):
                unread.append(UnreadSource(recorded, source, page))
            elif told and page:
                of_source = tuple(each for each in absent if _is_on(each, recorded, source))
                covered.append(CoveredSource(recorded, source, told, of_source, page.text_file))
    order = {recorded.location.file: rank for rank, recorded in enumerate(dossier.recorded)}
    return CoverageOnFile(
        tuple(sorted(covered, key=lambda each: (order[each.recorded.location.file], each.source.location))),
        tuple(sorted(unread, key=lambda each: (order[each.recorded.location.file], each.source.location))),
        not_kept,
    )


def _pages_of(
    sources: Sequence[tuple[Statement | Draft, Source]], page_of: Callable[[Snapshot], Page]
) -> tuple[Mapping[Snapshot, Page], PageText | None]:
    """The page that sources of one hash name, under each path without its text; and that, where any has it."""
    pages: dict[Snapshot, Page] = {}
    text: PageText | None = None
    for snapshot in dict.fromkeys(source.snapshot for _, source in sources if source.snapshot):
        page = page_of(snapshot)
        text = text or page.text
        pages[snapshot] = page._replace(text=None)
    return pages, text


def _is_on(passage: Dismissed, recorded: Statement | Draft, source: Source) -> bool:
    """Whether a passage is one that a statement dismisses of this source, and of no other that it may be."""
    return passage.location.file == recorded.location.file and (
        passage.source == source.key or (passage.source is None and len(recorded.sources) == 1)
    )


#: By file, what it quotes.
_Quotes = Mapping[str, Sequence[SaidQuote]]


def _by_file(dossier: Dossier) -> _Quotes:
    found: dict[str, list[SaidQuote]] = {}
    for quote in quotes_of(dossier):
        found.setdefault(quote.recorded.location.file, []).append(quote)
    return found


def _quoted_of(recorded: Statement | Draft, source: str, quotes: _Quotes) -> Iterator[str]:
    """What a statement or draft has of a source in its words: quotes, of which one without a source may be of any."""
    if isinstance(recorded, Draft):
        yield from (clause.text for clause in recorded.clauses)
    for quote in quotes.get(recorded.location.file, ()):
        if source in quote.sources or not quote.sources:
            yield quote.text


def _told(
    sources: Sequence[tuple[Statement | Draft, Source]], page_of: Callable[[Snapshot], Page], said: _Quotes
) -> tuple[Mapping[Snapshot, Page], PageCoverage | None, list[Dismissed]]:
    """What of a page was coded, and which of the passages dismissed on it do not stand in it."""
    pages, text = _pages_of(sources, page_of)
    if text is None:
        return pages, None, []
    texts = (text for recorded, source in sources for text in _quoted_of(recorded, source.key, said))
    quotes = list(dict.fromkeys(texts))
    passages = list(dict.fromkeys(
        passage
        for recorded, source in sources
        if isinstance(recorded, Statement)
        for passage in recorded.dismissed
        if passage.source in (source.key, None)
    ))  # fmt: skip
    found = own_words(text, [pattern(text) for text in (*quotes, *(passage.text for passage in passages))])
    of_quotes, of_passages = found[: len(quotes)], found[len(quotes) :]
    absent = [passage for passage, places in zip(passages, of_passages, strict=True) if not places]
    return pages, _counted(text.plain, of_quotes, of_passages), absent


_Places = Sequence[tuple[tuple[Span, ...], ...]]


def _counted(text: str, quotes: _Places, passages: _Places) -> PageCoverage:
    every, quoted = _Stretches.of(text, (*quotes, *passages)), _Stretches.of(text, quotes)
    once = _Stretches.of(text, [places for places in (*quotes, *passages) if len(places) == 1])
    looking = signals(text)
    open_ones: list[OpenSentence] = []
    found = sentences(text)
    number_quoted = number_dismissed = 0
    demands: list[int] = []
    for start, end, line in found:
        left_out = list(every.gaps(start, end))
        whole, left = _letters(text, start, end), sum(_letters(text, low, high) for low, high in left_out)
        signs = _left(looking, every, start, end) if left else ()
        left_alone = any(sign.qualifies or left * 2 > whole for sign in signs)
        if not left_alone and (left * 2 <= whole or once.touch(start, end)):
            if quoted.touch(start, end):
                number_quoted += 1
            else:
                number_dismissed += 1
                demands += [line] if any(within(looking, start, end)) else []
        else:
            told = tuple(dict.fromkeys(sign.words for sign in signs))
            open_ones.append(OpenSentence(line, text[start:end], told, left < whole))
    open_ones.sort(key=lambda each: not each.signals)
    return PageCoverage(len(found), number_quoted, number_dismissed, tuple(open_ones), tuple(demands))


def _left(looking: list[Signal], every: _Stretches, start: int, end: int) -> list[Signal]:
    """What looks like a demand in a sentence and is in no passage whole."""
    return [signal for signal in within(looking, start, end) if not every.hold(signal.start, signal.end)]


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


class _Stretches(NamedTuple):
    """Stretches of a text, in order and apart; between each and the next stands a letter or a digit."""

    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str, texts: Iterable[tuple[tuple[Span, ...], ...]]) -> _Stretches:
        """All stretches of all places of some texts, put together."""
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted({span for places in texts for place in places for span in place}):
            if ends and (start <= ends[-1] or not _letters(text, ends[-1], start)):
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def gaps(self, start: int, end: int) -> Iterator[Span]:
        """What of a stretch lies in none of them."""
        number = bisect_right(self.ends, start)
        while number < len(self.starts) and self.starts[number] < end:
            if self.starts[number] > start:
                yield start, self.starts[number]
            start = self.ends[number]
            number += 1
        if start < end:
            yield start, end

    def touch(self, start: int, end: int) -> bool:
        """Whether any has something in common with a stretch."""
        number = bisect_right(self.ends, start)
        return number < len(self.starts) and self.starts[number] < end

    def hold(self, start: int, end: int) -> bool:
        """Whether a stretch lies in one of them."""
        number = bisect_right(self.starts, start) - 1
        return number >= 0 and self.ends[number] >= end
