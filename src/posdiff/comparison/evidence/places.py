"""Where a quote stands in the text of a page: every place, up to a thousand of them.

The longest words of a quote are looked for, and around each place where they stand the rest of it. What is looked at is
counted in characters: beside one walk over the page it is bounded, whatever the quote and the page are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from posdiff.comparison.evidence.denials import is_year, joins
from posdiff.comparison.evidence.left_out import begins_a_sentence, lost_word, over_sentences, within_a_sentence
from posdiff.comparison.evidence.pattern import Brackets, Pattern, Piece, Unbroken
from posdiff.comparison.evidence.pronouns import LONGEST_PRONOUN
from posdiff.comparison.evidence.read_page import ReadPage
from posdiff.comparison.evidence.whole_words import whole
from posdiff.dossier.plain_text import PageText

#: Places after which no more are looked for.
MOST_PLACES = 1_000
#: Characters that ``…`` may stand for.
MOST_LEFT_OUT = 5_000
#: Letters and digits below which words stand everywhere, and prove nothing.
FEWEST_LETTERS = 2
#: Characters of a page that are looked at for one quote, beside one walk over it.
MOST_CHARACTERS = 50_000_000
#: What a step of the search counts for, whatever it looks at.
_STEP = 1_000
#: A word of the page that may be a pronoun, and is none where it is longer.
_PRONOUN = re.compile(rf"[^\W\d_]{{1,{LONGEST_PRONOUN + 1}}}")

#: A word that has a hyphen.
_HYPHEN = re.compile(r"[^\W\d_]-[^\W\d_]")

#: Signs with which a sentence or a part of one ends.
_ENDS = " .,;:!?')"

Span = tuple[int, int]


class Places(NamedTuple):
    """Where a quote stands: places in the page's plain text, in their order. ``more``: there may be others."""

    spans: tuple[Span, ...]
    more: bool


def count(page: PageText, quote: Pattern) -> int:
    """At how many places a quote stands: 0, 1, or 2 for more. Cheaper than to tell where they are."""
    found, more = _places(ReadPage.of(page), quote, 2)
    if more:
        return 2
    if page.joined is None and found:
        return len(found)
    spans, more = places(page, quote, 2)
    return 2 if more else len(spans)


def places(page: PageText, quote: Pattern, most: int = MOST_PLACES) -> Places:
    """Where a quote stands, with words divided at the end of a line read either way.

    Where that is nowhere, a long dash ends a word, as a hyphen does not.
    """
    spans, more = _within(ReadPage.of(page), quote, most)
    joined = ReadPage.joined(page)
    if joined is not None:
        found, more_joined = _within(joined, quote, most)
        spans, more = spans | found, more or more_joined
        if not spans and not more and _HYPHEN.search(quote.words):
            spans, more = _within(ReadPage.otherwise(page.divided_as(quote.words)), quote, most)
    if not spans and not more:
        spans, more = _within(ReadPage.otherwise(page.with_long_dashes()), quote, most)
    return Places(tuple(sorted(spans)[:most]), more or len(spans) > most)


def _within(read: ReadPage | None, quote: Pattern, most: int) -> tuple[set[Span], bool]:
    """The places in a page as it is read in one way, where there is one."""
    found, more = _places(read, quote, most)
    return {read.in_plain(*span) for span in found} if read else set(), more


def own_words(page: PageText, quotes: Sequence[Pattern]) -> list[tuple[tuple[Span, ...], ...]]:
    """Where each of some texts stands: every place, as the stretches that are its own words, without what it left out.

    Nowhere where it is too short to tell.
    """
    found: list[set[tuple[Span, ...]]] = [set() for _ in quotes]
    for read in (ReadPage.of(page), ReadPage.joined(page)):
        for number, quote in enumerate(quotes):
            if read is None or quote.letters < FEWEST_LETTERS:
                continue
            for low, high in _places(read, quote, MOST_PLACES)[0]:
                stretches = _own_words_within(read.text, quote, low, high)
                found[number].add(tuple(read.in_plain(*stretch) for stretch in stretches))
    return [tuple(sorted(each)) for each in found]


def _own_words_within(text: str, quote: Pattern, low: int, high: int) -> Iterator[Span]:
    """The runs of a quote, in a stretch that holds all of it."""
    for run in quote.runs:
        span = next(_occurrences(text, run, low, high, _Effort(MOST_CHARACTERS)), None)
        if span is None:
            return
        yield span
        low = span[1]


def word_left_out(page: PageText, quote: Pattern) -> str | None:
    """Of a quote that stands nowhere, the word that ``…`` would have to leave out, and may not; None without one."""
    if len(quote.runs) < 2:
        return None
    for read in (ReadPage.of(page), ReadPage.joined(page)):
        effort = _Effort(len(read.text) + MOST_CHARACTERS) if read else None
        _places(read, quote, 1, effort)
        if effort and effort.lost:
            return effort.lost
    return None


def _places(read: ReadPage | None, quote: Pattern, most: int, effort: _Effort | None = None) -> tuple[list[Span], bool]:
    """The places in a text that counts, and whether there may be others.

    Where one sentence has the words only with one that ``…`` may not leave out, the beginning of a sentence and the end
    of another are none: "We do not accept it. Others accept it." has no "We … accept it".
    """
    if not quote.runs or read is None:
        return [], False
    found: list[Span] = []
    effort = effort or _Effort(len(read.text) + MOST_CHARACTERS)
    anchor = quote.anchor
    for start, end in _occurrences(read.text, quote.runs[anchor], 0, len(read.text), effort):
        span = _around(read, quote, anchor, start, end, effort)
        if span is not None:
            # They come in their order: of those that lie within each other the last two may be such.
            found[-1:] = _innermost({*found[-1:], span})
            if len(found) - len(effort.over_sentences) >= most or len(found) >= max(most, MOST_PLACES):
                return sorted(found), True
    _refuse_what_one_sentence_denies(read, quote, effort)
    apart = {span for span, gaps in effort.over_sentences.items() if gaps & effort.refused}
    return _innermost({*found} - apart)[:most], effort.left <= 0 or len(found) - len(apart) > most


def _refuse_what_one_sentence_denies(read: ReadPage, quote: Pattern, effort: _Effort) -> None:
    """Of each ``…`` at which a sentence may end, note it where one sentence has the words on both sides with a "not".

    It need not have the rest of the quote: "We do not accept it." is enough against "We … accept it, and peace comes."
    """
    within = _Effort(len(read.text) + MOST_CHARACTERS)
    for gap in sorted(set().union(*effort.over_sentences.values()) - effort.refused):
        lost = _lost_within_a_sentence(read.text, quote.beside(gap), within)
        if lost is not None:
            effort.pass_over(lost, gap, within_a_sentence=True)
    effort.left = min(effort.left, within.left)


def _lost_within_a_sentence(text: str, beside: Pattern, effort: _Effort) -> str | None:
    """The word that stands in one sentence between two runs, and may not be left out; None where there is none."""
    last, first = beside.runs
    ((after, before),) = beside.beside_amounts
    passed = -1
    for start, _ in _occurrences(text, first, 0, len(text), effort):
        furthest = max(0, start - MOST_LEFT_OUT - _length(last))
        found = next(_occurrences(text, last, furthest, start, effort, backwards=True), None)
        # Where the first words stand between as well, these are nearer to the last.
        if found is not None and found[0] > passed and effort.take(start - found[1]):
            lost = lost_word(text, found[1], start, after, before)
            if lost is not None and within_a_sentence(text, found[1], start):
                return lost
        passed = start
    return None


class _Effort:
    """How many more characters may be looked at, and what was seen on the way.

    ``lost``: a word that ``…`` may not leave out; ``refused``: at which ``…`` of the quote, by its number, such a word
    stands in one sentence. ``over_sentences``: by place, at which ``…`` a sentence may end.
    """

    def __init__(self, most: int) -> None:
        self.left = most
        self.lost: str | None = None
        self.refused: set[int] = set()
        self.over_sentences: dict[Span, set[int]] = {}

    def take(self, characters: int) -> bool:
        """Whether that many, and what a step counts for, may still be looked at."""
        self.left -= characters + _STEP
        return self.left > 0

    def pass_over(self, lost: str, gap: int, within_a_sentence: bool) -> None:
        """Note a place that is none, because of a word that it would leave out."""
        if self.lost is None or (within_a_sentence and not self.refused):
            self.lost = lost
        if within_a_sentence:
            self.refused.add(gap)


def _around(read: ReadPage, quote: Pattern, anchor: int, start: int, end: int, effort: _Effort) -> Span | None:
    """The shortest stretch that holds the whole quote, with its longest words at a place; None where there is none."""
    left_out: list[Span] = []
    behind: list[Span] = []
    for run in quote.runs[anchor + 1 :]:
        furthest = end + MOST_LEFT_OUT + _length(run)
        following = next(_occurrences(read.text, run, end, furthest, effort), None)
        if following is None or following[0] - end > MOST_LEFT_OUT:
            return None
        behind.append((end, following[0]))
        end = following[1]
    for run in reversed(quote.runs[:anchor]):
        furthest = max(0, start - MOST_LEFT_OUT - _length(run))
        before = next(_occurrences(read.text, run, furthest, start, effort, backwards=True), None)
        if before is None or start - before[1] > MOST_LEFT_OUT:
            return None
        left_out.append((before[1], start))
        start = before[0]
    stretches = (*reversed(left_out), *behind)
    for gap, ((low, high), (after, before_one)) in enumerate(zip(stretches, quote.beside_amounts, strict=True)):
        if not effort.take(high - low):
            return None
        lost = lost_word(read.text, low, high, after, before_one)
        if lost is not None:
            effort.pass_over(lost, gap, within_a_sentence(read.text, low, high))
            return None
    gaps = {gap for gap, stretch in enumerate(stretches) if over_sentences(read.text, *stretch)}
    if gaps:
        effort.over_sentences[start, end] = gaps
    return start, end


def _innermost(spans: set[Span]) -> list[Span]:
    """The places within which no other lies."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        while kept and kept[-1][1] >= end:
            kept.pop()
        kept.append((start, end))
    return kept


def _length(run: Unbroken) -> int:
    """How long a run can be in a page."""
    between = sum(max([LONGEST_PRONOUN, *map(len, each.marks)]) + 2 for each in run.put_in)
    return between + sum(len(piece.text) + 1 for piece in run.pieces)


def _occurrences(
    text: str, run: Unbroken, low: int, high: int, effort: _Effort, backwards: bool = False
) -> Iterator[Span]:
    """Where a run stands between two places, one after the other, or the last of them first."""
    anchor = run.anchor
    for start, end in _pieces(text, run.pieces[anchor], low, high, effort, backwards):
        span = _whole_run(text, run, anchor, start, end, effort)
        if span is not None and low <= span[0] and span[1] <= high:
            yield span


def _whole_run(text: str, run: Unbroken, anchor: int, start: int, end: int, effort: _Effort) -> Span | None:
    for at in range(anchor, len(run.put_in)):
        piece = run.pieces[at + 1]
        following = _next(text, piece, end, run.put_in[at]) if effort.take(len(piece.text)) else None
        if following is None:
            return None
        end = following
    for at in reversed(range(anchor)):
        piece = run.pieces[at]
        before = _previous(text, piece, start, run.put_in[at]) if effort.take(len(piece.text)) else None
        if before is None:
            return None
        start = before
    return (start, end) if _stand_at_edges(text, run, start, end) else None


def _next(text: str, piece: Piece, end: int, brackets: Brackets) -> int | None:
    """Where a piece ends that follows a place, with nothing but what brackets may stand for between."""
    length = len(piece.lead) + len(piece.text)
    for start in _beginnings(text, end, brackets):
        if text.startswith(piece.text, start + len(piece.lead)) and _stands(text, piece, start, start + length):
            return start + length
    return None


def _previous(text: str, piece: Piece, start: int, brackets: Brackets) -> int | None:
    """The same for a piece that comes before a place: where it begins."""
    for end in _ends(text, start, brackets):
        begins = end - len(piece.lead) - len(piece.text)
        if begins >= 0 and text.endswith(piece.text, begins, end) and _stands(text, piece, begins, end):
            return begins
    return None


def _beginnings(text: str, end: int, brackets: Brackets) -> Iterator[int]:
    """Where what follows brackets may begin, when they stand at a place."""
    yield end
    if text.startswith(" ", end):
        end += 1
        yield end
    pronoun = _PRONOUN.match(text, end)
    afters = [pronoun.end()] if pronoun and brackets.may_be(text, end, pronoun.end()) else []
    afters += [end + len(mark) for mark in brackets.marks if text.startswith(mark, end)]
    for after in afters:
        yield after
        if text.startswith(" ", after):
            yield after + 1


def _ends(text: str, start: int, brackets: Brackets) -> Iterator[int]:
    """Where what comes before brackets may end, when they end at a place."""
    yield start
    if start and text[start - 1] == " ":
        start -= 1
        yield start
    word = _word_before(text, start)
    befores = [start - len(word)] if brackets.may_be(text, start - len(word), start) else []
    befores += [start - len(mark) for mark in brackets.marks if text.endswith(mark, 0, start)]
    for before in befores:
        yield before
        if before and text[before - 1] == " ":
            yield before - 1


def _word_before(text: str, end: int) -> str:
    """The letters that end at a place, as many as a pronoun has at most, and one."""
    low = end
    while low > 0 and end - low <= LONGEST_PRONOUN and text[low - 1].isalpha():
        low -= 1
    return text[low:end]


def _stand_at_edges(text: str, run: Unbroken, start: int, end: int) -> bool:
    """Whether what is put in before and after a run may stand there: not in the place of other words."""
    return _may_begin(text, run.first, start) and _may_end(text, run.last, end)


def _may_begin(text: str, put_in: Brackets, start: int) -> bool:
    if not put_in.marks or put_in.only(joins):
        return True
    blank = start - (start > 0 and text[start - 1] == " ")
    before = blank - len(_word_before(text, blank))
    if before < blank < start and put_in.may_be(text, before, blank):
        return True
    return text.endswith(put_in.marks, 0, blank) or begins_a_sentence(text, start)


def _may_end(text: str, put_in: Brackets, end: int) -> bool:
    if not put_in.marks or put_in.ending or put_in.only(joins):
        return True
    blank = end + text.startswith(" ", end)
    pronoun = _PRONOUN.match(text, blank)
    if pronoun and blank > end and put_in.may_be(text, blank, pronoun.end()):
        return True
    return text.startswith(put_in.marks, blank) or (put_in.only(is_year) and not text[end : end + 2].strip(_ENDS))


def _pieces(text: str, piece: Piece, low: int, high: int, effort: _Effort, backwards: bool) -> Iterator[Span]:
    """Where a piece stands as whole words between two places."""
    own, before, first = piece.text, len(piece.lead), low
    find: Callable[[str, str, int, int], int] = _last if backwards else str.find
    high = min(high, len(text))
    while effort.left > 0:
        at = find(text, own, low, high)
        looked = at - low if at >= 0 and not backwards else high - low
        if not effort.take(looked + len(own)) or at < 0:
            return
        start, end = at - before, at + len(own)
        if start >= first and _stands(text, piece, start, end):
            yield start, end
        low, high = (low, end - 1) if backwards else (at + 1, high)


def _last(text: str, words: str, low: int, high: int) -> int:
    """Where words stand last between two places, -1 for nowhere.

    The text is turned round: ``rfind`` takes as many steps as both lengths multiplied, where words repeat themselves.
    """
    at = text[low:high][::-1].find(words[::-1])
    return -1 if at < 0 else high - at - len(words)


def _stands(text: str, piece: Piece, start: int, end: int) -> bool:
    """Whether a piece whose own text stands somewhere does so in whole words, after its letter."""
    return (not piece.lead or text[start].casefold() == piece.lead.casefold()) and whole(text, start, end)
