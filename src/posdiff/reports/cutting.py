"""Texts cut to the room there is: at their end; two that are beside each other, without what both begin with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol, Self, TypeVar


class Words(Protocol):
    """Words of a line, and what stands behind them where there is no room for all of them."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def ending(self) -> str:
        """Such as ``, if…``; empty where only an ellipsis stands there."""

    def _replace(self, *, text: str = ..., ending: str = ...) -> Self: ...


_Words = TypeVar("_Words", bound=Words)

#: So many letters at the beginning of two texts are left out where they are the same.
_MANY_LETTERS = 16
#: What stands between the parts of a position.
_NEXT = "; "


def apart(before: str, after: str) -> tuple[str, str]:
    """Two texts without the words with which both begin, if these are many: what differs would be cut off.

    Where one says all of the other, and more, that one is only what it says more.
    """
    short, long = sorted((before, after), key=len)
    if len(short) >= _MANY_LETTERS and long.startswith(f"{short}{_NEXT}"):
        more = f"…{long[len(short) + len(_NEXT) :]}"
        return (before, more) if before is short else (more, after)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    same = max(before.rfind(sign, 0, same) + len(sign) for sign in (": ", ", ", "; "))
    label = _label(before, same)
    if same - len(label) < _MANY_LETTERS:
        return before, after
    lead = f"{label}…" if before[:same].startswith(label) else f"…{label}"
    return f"{lead}{before[same:]}", f"{lead}{after[same:]}"


def _label(text: str, place: int) -> str:
    """The words up to the colon that what stands at a place is read with: ``must not include: ``, without which it
    would say the opposite. Empty where there are none.
    """
    colon = text.rfind(": ", 0, place)
    if colon < 0:
        return ""
    return text[text.rfind(_NEXT, 0, colon) + len(_NEXT) if _NEXT in text[:colon] else 0 : colon + 2]


def at_the_end(line: Sequence[_Words], room: int, ellipsis: str = "…") -> list[_Words]:
    """As much of a line as there is room for, with an ellipsis, and the ending, where something is cut off."""
    length, taken = sum(len(words.text) for words in line), len(ellipsis)
    while length > room:
        last = max(room - taken, 0)
        needed = len(ellipsis) + len(_ending(line, last))
        if needed <= taken:
            return up_to(line, last, ellipsis)
        taken = needed
    return list(line)


def up_to(line: Sequence[_Words], last: int, ellipsis: str = "…") -> list[_Words]:
    """So many letters of a line, with an ellipsis, and the ending, where something is cut off."""
    found, start = list[_Words](), 0
    for words in line:
        if start < last:
            found.append(words._replace(text=words.text[: last - start], ending=""))
        start += len(words.text)
    if last >= start:
        return found
    ending = _ending(line, last)
    found = _without_blanks(found or [line[0]._replace(text="", ending="")], " ,;" if ending else " ")
    return [*found[:-1], found[-1]._replace(text=f"{found[-1].text}{ellipsis}{ending}")]


def _ending(line: Sequence[Words], place: int) -> str:
    """What words that are cut at a place end with: nothing where the line ends there, or does not say."""
    start = 0
    for number, words in enumerate(line):
        start += len(words.text)
        if place <= start:
            return "" if number == len(line) - 1 and place == start else words.ending
    return ""


def _without_blanks(line: list[_Words], signs: str) -> list[_Words]:
    """Words without blanks, or such ``signs``, at the end; one at least."""
    while len(line) > 1 and not line[-1].text.strip(signs):
        line = line[:-1]
    return [*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(signs))]
