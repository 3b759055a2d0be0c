"""Whether words occur in a text, and where: whatever the case and the accents, wherever a line ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

#: From which character to which, the second not included.
Span = tuple[int, int]


def folded(text: str) -> str:
    """A text in the form in which texts are compared: small letters without accents, one blank between words."""
    return " ".join("".join(map(_folded, text)).split())


@cache
def _folded(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where words (folded) occur in a text, in order, none in another; nothing unless all of them occur."""
    wanted = tuple(words)
    plain = folded(text)
    if not all(word in plain for word in wanted):
        return ()
    letters, places = _placed(text)
    found: list[Span] = []
    for word in wanted:
        for match in re.finditer(re.escape(word), letters):
            end = places[match.end() - 1] + 1
            while end < len(text) and _folded(text[end]) == "":  # an accent that stands by itself
                end += 1
            found.append((places[match.start()], end))
    return _merged(found)


def _placed(text: str) -> tuple[str, Sequence[int]]:
    """A text as ``folded`` has it, and for each of its characters the place of the one that it is made of."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _folded(character):
            if not letter.isspace():
                letters.append(letter)
            elif letters and letters[-1] != " ":
                letters.append(" ")
            else:
                continue
            places.append(place)
    return "".join(letters), places


def _merged(found: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap are one."""
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
