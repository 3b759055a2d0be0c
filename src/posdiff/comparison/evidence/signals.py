"""Words in a text that look like a demand: must, will not, unless, only after, a number with its unit.

The words are data (``languages/``), and those of all languages are looked for in every text: a source does not say its
language, a page may be in several, and a wrong tag would hide demands. One walk over the words of the text: each is
looked up once, however long the lists are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from posdiff.comparison.evidence.words_of_languages import words_of_languages

#: A number, a word, or a sign that makes a number an amount. Signs of thousands and decimals belong to the number.
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|[%‰€$£₴₽]")
_MONEY, _SHARE = frozenset("€$£₴₽"), frozenset("%‰")
_BETWEEN = re.compile(r"[\s\-‐‑–]{0,40}")
#: What the page may have for an apostrophe.
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


class Signal(NamedTuple):
    """Words that look like a demand: where they stand, and what they are, in small letters.

    ``group``: the name of their list, or ``amount`` for a number with its unit.
    """

    start: int
    end: int
    words: str
    group: str

    @property
    def qualifies(self) -> bool:
        """Whether they limit, deny or measure what stands beside them, so that it says another thing without them."""
        return self.group in _QUALIFYING


_QUALIFYING = ("refusal", "condition", "limit", "amount")


#: An entry of a list: its words; whether each stands for any ending.
_Entry = tuple[tuple[str, bool], ...]


class _Lists(NamedTuple):
    """Entries by the first of their words, and by the beginning that stands for any ending."""

    whole: dict[str, list[_Entry]]
    begun: dict[str, list[_Entry]]
    longest: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Lists:
        whole: dict[str, list[_Entry]] = {}
        begun: dict[str, list[_Entry]] = {}
        for entry in map(_entry, dict.fromkeys(texts)):
            word, any_ending = entry[0]
            (begun if any_ending else whole).setdefault(word, []).append(entry)
        return cls(whole, begun, max(map(len, begun)))

    def entries(self, word: str) -> list[_Entry]:
        """The entries that may begin with a word, the longest first."""
        found = list(self.whole.get(word, ()))
        for length in range(1, min(len(word), self.longest) + 1):
            found += self.begun.get(word[:length], ())
        return sorted(found, key=len, reverse=True)


def _entry(text: str) -> _Entry:
    return tuple((word.removesuffix("*"), word.endswith("*")) for word in text.split())


@cache
def _signals() -> _Lists:
    languages = words_of_languages().values()
    return _Lists.of(words for language in languages for group in language.signals.values() for words in group)


@cache
def _groups() -> Mapping[_Entry, str]:
    """The list that an entry is of; where it is of several, the first of those that qualify."""
    found: dict[_Entry, str] = {}
    for language in words_of_languages().values():
        for group in sorted(language.signals, key=lambda name: name not in _QUALIFYING):
            for words in language.signals[group]:
                found.setdefault(_entry(words), group)
    return found


@cache
def _units() -> _Lists:
    return _Lists.of(words for language in words_of_languages().values() for words in language.units)


@cache
def _numbers() -> frozenset[str]:
    return frozenset(word for language in words_of_languages().values() for word in language.numbers)


class _Begins(NamedTuple):
    """What a word may begin, or be: entries of signals and of units; a number; a sign of money or of a share.

    ``one``: whether a signal may begin with it at all.
    """

    signals: list[_Entry]
    units: list[_Entry]
    number: bool
    money: bool
    share: bool
    one: bool

    @classmethod
    def of(cls, word: str) -> _Begins:
        number, money, entries = word[0].isdigit() or word in _numbers(), word in _MONEY, _signals().entries(word)
        one = bool(entries) or number or money
        return cls(entries, _units().entries(word), number, money, word in _SHARE, one)


def signals(text: str) -> list[Signal]:
    """What looks like a demand, in the order of the text; nothing is told twice at one place."""
    reader = _Reader(text)
    found: list[Signal] = []
    last = 0
    for token in _TOKEN.finditer(text):
        begins = reader.begins(token[0])
        if begins.one and token.start() >= last:
            end, group = reader.amount(token), "amount"
            if not end:
                end, entry = reader.entry(token, begins.signals)
                group = _groups()[entry] if entry else ""
            if end:
                last = end
                words = " ".join(_folded(text[token.start() : end]).split())
                found.append(Signal(token.start(), end, words, group))
    return found


def _folded(text: str) -> str:
    return text.translate(_APOSTROPHES).casefold()


class _Reader:
    """Reads signals off one text; each word is looked up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, _Begins] = {}

    def begins(self, word: str) -> _Begins:
        """What a word of the text may begin."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = _Begins.of(_folded(word))
        return known

    def amount(self, token: re.Match[str]) -> int:
        """Where a number with its unit ends that begins with a token; 0 where none does."""
        known = self.begins(token[0])
        following = self._next(token.end()) if known.money or known.number else None
        if following is None:
            return 0
        after = self.begins(following[0])
        if known.money:
            return (self._unit(self._next(following.end())) or following.end()) if after.number else 0
        return following.end() if after.money or after.share else self._unit(following)

    def entry(self, token: re.Match[str], entries: list[_Entry]) -> tuple[int, _Entry | None]:
        """Where the longest entry ends that begins with a token, and which it is; 0 where none does."""
        for entry in entries:
            end = token.end()
            for word, any_ending in entry[1:]:
                following = self._next(end)
                if following is None:
                    break
                own = _folded(following[0])
                if not (own.startswith(word) if any_ending else own == word):
                    break
                end = following.end()
            else:
                return end, entry
        return 0, None

    def _unit(self, token: re.Match[str] | None) -> int:
        """Where a unit ends, with a second that it counts (``2 million euros``); 0 where none begins there."""
        end = 0
        for _ in range(2):
            following = self.entry(token, self.begins(token[0]).units)[0] if token else 0
            if not following:
                break
            end, token = following, self._next(following)
        return end

    def _next(self, end: int) -> re.Match[str] | None:
        """The word after a place, where nothing but blanks and hyphens stands between."""
        gap = _BETWEEN.match(self._text, end)
        return _TOKEN.match(self._text, gap.end() if gap else end)


def within(found: list[Signal], start: int, end: int) -> Iterator[Signal]:
    """The signals that lie in a stretch, of some that are in order."""
    from bisect import bisect_left

    for signal in found[bisect_left(found, (start,)) : bisect_left(found, (end,))]:
        if signal.end <= end:
            yield signal
