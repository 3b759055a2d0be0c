"""What a page has where a quote should stand and does not: the nearest words, shown word by word, never accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from posdiff.comparison.evidence.denials import begins_with_amount, ends_with_amount
from posdiff.comparison.evidence.left_out import lost_word
from posdiff.comparison.evidence.pattern import Pattern, Unbroken
from posdiff.comparison.evidence.whole_words import inside
from posdiff.dossier.plain_text import HIDDEN, Offsets, PageText

#: Words of the quote that are looked for in the page, the longest ones; and places of each that are looked at.
_MOST_WORDS, _MOST_PLACES = 8, 60
#: Stretches of the page that are compared word by word.
_MOST_STRETCHES = 4
#: Words of a quote that are compared: a longer one is shown up to there.
_LONGEST = 120
_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
_LEFT_OUT = "…"
#: Characters beside words in which what goes on there is looked for; pieces of it that are shown.
_BESIDE, _MOST_BESIDE = 80, 3
#: How much of the words has to be the same for the page to be shown at all.
_LEAST_LIKENESS = 0.5


class Difference(NamedTuple):
    """Where quote and page are apart: the words of each, none where the other has words in addition."""

    quote: str
    page: str


class NearMiss(NamedTuple):
    """The nearest words of a page: ``shown`` has what only the page has in ``*asterisks*``; ``line`` is theirs.

    In asterisks too is what stands there with another blank before it, or none, and what goes on where the quote ends.
    """

    shown: str
    differences: tuple[Difference, ...]
    line: int

    @property
    def lacking(self) -> str:
        """The words that only the quote has."""
        return " … ".join(each.quote for each in self.differences if not each.page)

    @property
    def may_be_the_same(self) -> bool:
        """Whether nothing is other than that the page hides or draws something within the words."""
        other = [each for each in self.differences if each.quote or each.page.strip(f"{HIDDEN} ")]
        return bool(self.differences) and not other and self.shown.count("*") == 2 * len(self.differences)


class _Word(NamedTuple):
    """A word or sign of the quote, and the blank before it: none, or None where either will do."""

    text: str
    blank: str | None = None


#: What to do with tokens of the one to come to those of the other: the kind, and from where to where in each.
_Step = tuple[str, int, int, int, int]


class _Aligned(NamedTuple):
    """A quote beside a stretch of a page."""

    likeness: float
    steps: tuple[_Step, ...]
    stretch: tuple[re.Match[str], ...]


def near_miss(page: PageText, quote: Pattern) -> NearMiss | None:
    """The nearest words; None where nothing in the page is like the quote."""
    words = [word for run in quote.runs for word in (_Word(_LEFT_OUT), *_words_of(run))][1 : _LONGEST + 1]
    length = len(quote.words) * 3 // 2 + 80
    best = _Aligned(0.0, (), ())
    for start in _stretches(page.normal, quote.words.split()[:_LONGEST]):
        low = page.normal.find(" ", start) + 1 if start else 0
        stretch = list(_TOKEN.finditer(page.normal, low, min(len(page.normal), low + length)))
        aligned = _aligned(words, stretch)
        if aligned.likeness > best.likeness:
            best = aligned
    return _shown(page, words, best) if best.likeness >= _LEAST_LIKENESS else None


def _words_of(run: Unbroken) -> Iterator[_Word]:
    for piece in run.pieces:
        for token in _TOKEN.finditer(piece.lead + piece.text):
            yield _Word(token[0], _blank_before(token) if token.start() else None)


def _blank_before(token: re.Match[str]) -> str:
    """The white space before a token: none, a blank, or the end of a line between two numbers."""
    return token.string[token.start() - 1 : token.start()] if token.string[: token.start()][-1:].isspace() else ""


def _shown(page: PageText, words: list[_Word], aligned: _Aligned) -> NearMiss:
    offsets = page.offsets()
    spans = [(offsets.start(token.start()), offsets.end(token.end())) for token in aligned.stretch]
    shown, differences, before = "", [], None
    for kind, a, a_end, b, b_end in aligned.steps:
        own = " ".join(word.text for word in words[a:a_end] if word.text != _LEFT_OUT)
        text = " ".join(page.plain[spans[b][0] : spans[b_end - 1][1]].split()) if b < b_end else ""
        left_out = kind != "equal" and not own and a < a_end
        if left_out and not _loses(page, aligned.stretch, b, b_end):
            text = _left_out(page, offsets, aligned.stretch, b, b_end)
        elif kind != "equal":
            differences.append(Difference(own, text))
            text = f"*{text}*" if text else ""
        if text:
            apart = before is not None and (b >= len(spans) or spans[b][0] > before)
            shown += (" " if apart else "") + text
        if b < b_end:
            before = spans[b_end - 1][1]
    line = page.plain.count("\n", 0, spans[0][0]) + 1
    low, high = aligned.stretch[0].start(), aligned.stretch[-1].end()
    begins = aligned.steps[0][0] == "equal" and _goes_on(page, offsets, low, before=True)
    ends = aligned.steps[-1][0] == "equal" and _goes_on(page, offsets, high, before=False)
    return NearMiss(f"{begins or ''}{shown}{ends or ''}", tuple(differences), line)


def _left_out(page: PageText, offsets: Offsets, stretch: Sequence[re.Match[str]], low: int, high: int) -> str:
    """``…`` for some tokens, with what of them goes on from the words before, or into those behind."""
    before = _goes_on(page, offsets, stretch[low - 1].end(), before=False)
    behind = _goes_on(page, offsets, stretch[high].start(), before=True) if high < len(stretch) else ""
    return f"{before.lstrip()} {_LEFT_OUT} {behind.rstrip()}".strip()


def _goes_on(page: PageText, offsets: Offsets, at: int, before: bool) -> str:
    """What stands beside a place and is of the same word or number, in asterisks; nothing where none is."""
    low = high = at
    for _ in range(_MOST_BESIDE):
        if not inside(page.normal, low if before else high):
            break
        near = (
            _TOKEN.finditer(page.normal, max(0, low - _BESIDE), low)
            if before
            else _TOKEN.finditer(page.normal, high, high + _BESIDE)
        )
        tokens = [*near][-1:] if before else [*near][:1]
        if not tokens:
            break
        low, high = (tokens[0].start(), high) if before else (low, tokens[0].end())
    if low == high:
        return ""
    words = page.normal[low:high]
    first, last = ("", " ") if before else (" ", "")
    text = " ".join(page.plain[offsets.start(low) : offsets.end(high)].split())
    return f"{first if words[:1].isspace() else ''}*{text}*{last if words[-1:].isspace() else ''}"


def _loses(page: PageText, stretch: Sequence[re.Match[str]], low: int, high: int) -> bool:
    """Whether tokens that ``…`` would stand for deny what is kept, or make another amount of it."""
    start = stretch[low - 1].end()
    end = stretch[high].start() if high < len(stretch) else stretch[high - 1].end()
    if low >= high:
        return False
    # Of a number that goes on the rest is shown by itself.
    text = page.normal
    after = not inside(text, start) and ends_with_amount(text[max(0, start - _BESIDE) : start])
    before = not inside(text, end) and begins_with_amount(text[end : end + _BESIDE])
    return lost_word(text, start, end, after, before) is not None


def _stretches(text: str, words: list[str]) -> list[int]:
    """Where the quote may begin: the places on which most of its longest words agree."""
    votes: Counter[int] = Counter()
    grain = max(40, len(" ".join(words)) // 2)
    places: dict[str, int] = {}
    offset = 0
    for word in words:
        places.setdefault(word, offset)
        offset += len(word) + 1
    longest = sorted(places, key=lambda word: (-len(word), places[word]))[:_MOST_WORDS]
    for word in longest:
        at = text.find(word)
        for _ in range(_MOST_PLACES):
            if at < 0:
                break
            begins = max(0, at - places[word])
            votes[begins // grain] += 1
            at = text.find(word, at + 1)
    # The nearest words may begin on either side of a bound between two stretches.
    scored = {at: votes[at] + votes[at + 1] + votes[at - 1] for at in votes}
    ranked = sorted(scored, key=lambda at: (-scored[at], at))[:_MOST_STRETCHES]
    return [max(0, (at - 1) * grain) for at in ranked]


def _aligned(words: list[_Word], stretch: list[re.Match[str]]) -> _Aligned:
    """A quote beside a stretch of the page that is longer than it, token by token.

    Capitals make no difference to what stands beside what; then each of them is a difference.
    """
    texts = [token[0].casefold() for token in stretch]
    matcher = SequenceMatcher(None, [word.text.casefold() for word in words], texts, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return _Aligned(0.0, (), ())
    first, last = blocks[0], blocks[-1]
    low = max(0, first.b - first.a)
    high = min(len(stretch), last.b + last.size + len(words) - last.a - last.size)
    matcher.set_seq2(texts[low:high])
    shown = stretch[low:high]
    steps = (part for step in matcher.get_opcodes() for part in _by_capitals(step, words, shown))
    return _Aligned(matcher.ratio(), tuple(steps), tuple(shown))


def _by_capitals(step: _Step, words: list[_Word], stretch: Sequence[re.Match[str]]) -> Iterator[_Step]:
    """A step over tokens that are equal but for capitals, as steps over those that are equal and those that are not.

    Nor are those with another blank between them and the token before, or none.
    """
    kind, a, a_end, b, _ = step
    if kind != "equal":
        yield step
        return
    numbers = range(a_end - a)
    same_as = (
        word.text == token[0] and (not number or word.blank in (None, _blank_before(token)))
        for number, word, token in zip(numbers, words[a:a_end], stretch[b:], strict=False)
    )  # fmt: skip
    equal = list(same_as)
    for same, group in groupby(numbers, lambda number: equal[number]):
        run = list(group)
        yield "equal" if same else "replace", a + run[0], a + run[-1] + 1, b + run[0], b + run[-1] + 1
