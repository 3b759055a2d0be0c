"""A plain text as sentences: where each stands, and in which line.

Written here, and not a library's: those that know English, Russian and Ukrainian bring models of many megabytes or the
machinery of a whole field, and what they answer changes from version to version; a count of sentences has to stay.

Lines come first. A blank line ends what is before it, a bullet or a number begins something new. A text whose lines are
long has a line for each paragraph; in one that was wrapped by hand a line goes on in the next, unless the next word
would have found room in it. Within that a sentence ends at its stop, unless an abbreviation, an initial or the number
of a list item has it, or what follows begins with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from posdiff.comparison.evidence.words_of_languages import words_of_languages


class Sentence(NamedTuple):
    """A sentence, a heading or an item of a list: its place in the text, and the line, from 1, in which it begins."""

    start: int
    end: int
    line: int


#: The width of a text that was wrapped by hand lies between these; of twenty lines one may be longer. Narrower and
#: wider ones count where most of their lines leave no room for the small letters that begin the next.
_NARROW, _WIDE = 40, 120
_NARROWEST, _WIDEST = 12, 1_000
_BULLET = re.compile(r"\s*[•·▪◦‣●■*]\s*\S")
_ITEM = re.compile(r"\s*(?:[-–—+]|(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,5})[.)]|\((?:\d{1,3}|[^\W\d_])\))\s+\S", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,5})\Z", re.IGNORECASE)
#: Letters of the first word of a line that need room in the line before it.
_FIRST_WORD = 40
#: A stop with what closes after it, and the numbers of notes. It always takes all of a run: no run is walked twice.
_CLOSING = "\"'”’»›“)\\]}"
_STOP = re.compile(rf"([.!?…‽؟۔।]+|[。！？]+)[{_CLOSING}]*(?:\[\d{{1,3}}\])*[{_CLOSING}]*")
_WITHOUT_BLANK = frozenset("。！？")
_OPENING = re.compile(r"\s*[\"'“”„«»‹›‘’(\[{—–\-•\s]{0,12}")
#: The last word before a stop, and the letter with a dot before it: ``т. д``.
_WORDS_BEFORE = re.compile(r"(?:(?<!\w)([^\W\d_]\.) ?)?([^\s\"'“„«‹(\[{—–]*)\Z")
#: A sentence that ends with an abbreviation has so many words: before ``В 2026 г. Россия`` none ends.
_FEWEST_WORDS = 4
_LONGEST_WORD = 24
_NEXT_WORD = re.compile(r"[^\W\d_]{2,24}")
_HAS_WORD = re.compile(r"[^\W_]")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order; what stands between them holds no letter and no digit."""
    found: list[Sentence] = []
    counted, line = 0, 1
    for start, end in _passages(text):
        for first, last in _in_passage(text, start, end):
            line += text.count("\n", counted, first)
            counted = first
            found.append(Sentence(first, last, line))
    return found


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines in which no sentence ends but by its stop: paragraphs, headings, items."""
    width = _width(text)
    begun: int | None = None
    start = 0
    before = ""
    for line in text.split("\n"):
        blank = not line.strip()
        if begun is not None and (blank or _begins(before, line, width)):
            yield begun, start - 1
            begun = None
        if not blank and begun is None:
            begun = start
        before = line
        start += len(line) + 1
    if begun is not None:
        yield begun, len(text)


def _width(text: str) -> int:
    """To which width a text was wrapped by hand; 0 where each line is a paragraph."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    width = lengths[(len(lengths) - 1) * 19 // 20 or -1] if lengths else 0
    wrapped = _NARROW <= width <= _WIDE or (_NARROWEST <= width <= _WIDEST and _go_on(lines, width))
    return width if wrapped else 0


def _go_on(lines: Sequence[str], width: int) -> bool:
    """Whether of the lines that follow each other most go on: the next begins small, and had no room before."""
    pairs = [(before, line) for before, line in pairwise(lines) if before.strip() and line.strip()]
    going_on = sum(line.lstrip()[:1].islower() and not _fits(before, line, width) for before, line in pairs)
    return going_on * 2 >= len(pairs) > 0


def _fits(before: str, line: str, width: int) -> bool:
    """Whether the first word of a line would have found room in the line before."""
    return len(line.lstrip()[:_FIRST_WORD].split()[0]) < width - len(before)


def _begins(before: str, line: str, width: int) -> bool:
    """Whether a line begins something new, after one that is not blank."""
    if not width or _BULLET.match(line):
        return True
    fits = _fits(before, line, width)
    ended = before.rstrip()[-1:] in ".:;!?…,"
    if _ITEM.match(line) and (fits or ended):
        return True
    first = line[_behind_opening(line, 0, len(line)) :][:1]
    return fits and (not first.islower() or len(before) * 2 < width)


def _in_passage(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a passage, without the blanks around them."""
    begun = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _goes_on(text, begun, stop, end):
            continue
        if _HAS_WORD.search(text, begun, stop.end()):
            yield _trimmed(text, begun, stop.end())
        begun = stop.end()
    if _HAS_WORD.search(text, begun, end):
        yield _trimmed(text, begun, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _goes_on(text: str, begun: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence goes on after a stop that is not the last thing of a passage."""
    mark, after = stop[1], stop.end()
    if mark[0] in _WITHOUT_BLANK:
        return False
    if not text[after].isspace():
        return True
    following = _behind_opening(text, after, end)
    if text[following:end][:1].islower():
        return True
    return mark == "." and _abbreviates(text, begun, stop.start(), following if following < end else after)


def _behind_opening(text: str, start: int, end: int) -> int:
    """Where the first word of a stretch begins, behind blanks and what opens it."""
    opening = _OPENING.match(text, start, end)
    return opening.end() if opening else start


def _abbreviates(text: str, begun: int, dot: int, after: int) -> bool:
    """Whether the dot belongs to the word before it, and the sentence goes on with what stands ``after`` it."""
    first = text[after : after + 1]
    if dot - begun < _LONGEST_WORD and _NUMBERED.match(text, begun, dot):
        return True
    before = _WORDS_BEFORE.search(text[max(begun, dot - _LONGEST_WORD) : dot])
    letter, word = (before[1] or "", before[2]) if before else ("", "")
    if len(word) == 1 and word.isupper():
        return word != "I"
    within, last, before_names, go_on = _abbreviations()
    written, spaced = f"{word.casefold()}.", f"{letter.casefold()}{word.casefold()}."
    if letter and spaced in (within | before_names):
        return True
    if written in before_names and not text[begun : dot - len(word)].rstrip()[-1:].isdigit():
        return True
    if written in last or (letter and spaced in last):
        following = _NEXT_WORD.match(text, after)
        if following and following[0].casefold() in go_on:
            return True
        return not first.isupper() or len(text[begun:dot].split(maxsplit=_FEWEST_WORDS)) < _FEWEST_WORDS
    if written in within:
        return True
    if word[-2:-1] == "." and word[-1:].isalpha():
        return word.isupper() or not first.isupper()
    return False


class _Abbreviations(NamedTuple):
    """Those of all languages: after which a sentence goes on, which may end one, before names; and what goes on."""

    within: frozenset[str]
    last: frozenset[str]
    before_names: frozenset[str]
    go_on: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    every = words_of_languages().values()
    return _Abbreviations(
        frozenset(word for language in every for word in language.within),
        frozenset(word for language in every for word in language.last),
        frozenset(word for language in every for word in language.before_names),
        frozenset(word for language in every for word in language.go_on),
    )
