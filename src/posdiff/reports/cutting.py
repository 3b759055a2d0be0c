"""Texts cut so that what tells them apart is seen: without what both begin with, or cut in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
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
    same = _in_common(before, after)
    same = max(before.rfind(sign, 0, same) + len(sign) for sign in (": ", ", ", "; "))
    if same < _MANY_LETTERS:
        return before, after
    return f"…{before[same:]}", f"…{after[same:]}"


def _in_common(one: str, other: str) -> int:
    """With how many of the same letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


#: What is shown of a text: from one letter up to another, and so on.
Kept = tuple[tuple[int, int], ...]
#: What is shown of the beginning, as a part of the room, where texts are cut in the middle; in less room, nothing.
_BEGINNING, _LEAST_ROOM = 3, 16


def kept_apart(texts: Sequence[str], rooms: Sequence[int], ellipses: Sequence[int]) -> list[Kept]:
    """Which letters of each text are shown in its room, such that different texts look different.

    A text is cut at its end; in the middle where another one would look the same. ``ellipses``: how much room the sign
    takes that something was cut off.
    """
    if len(set(texts)) < len(texts):
        least: dict[str, tuple[int, int]] = {}
        for text, room, ellipsis in zip(texts, rooms, ellipses, strict=True):
            least[text] = min((room, ellipsis), least.get(text, (room, ellipsis)))
        found = kept_apart(tuple(least), *zip(*least.values(), strict=True))
        by_text = dict(zip(least, found, strict=True))
        return [by_text[text] for text in texts]
    kept = [_at_the_end(*each) for each in zip(texts, rooms, ellipses, strict=True)]
    groups: list[set[int]] = []
    while alike := _alike(texts, kept):
        known = list(groups)
        for group in alike:
            larger = group.union(*(other for other in groups if other & group))
            groups = [*(other for other in groups if not other & group), larger]
        new = [group for group in groups if group not in known]
        if not new:
            break  # there is no room to tell them apart
        for group in new:
            _in_the_middle(sorted(group), texts, rooms, ellipses, kept)
    return kept


def lines_apart(lines: Sequence[Sequence[_Words]], rooms: Sequence[int], ellipsis: str) -> list[list[_Words]]:
    """Lines cut so that different ones look different, with an ellipsis, and the ending, wherever something is cut."""
    texts = ["".join(words.text for words in line) for line in lines]
    taken = [len(ellipsis)] * len(lines)
    while True:
        kept = kept_apart(texts, rooms, taken)
        needed = [
            max(taken[number], *(len(ellipsis) + len(_ending(line, last)) for _, last in kept[number]))
            for number, line in enumerate(lines)
        ]
        if needed == taken:
            return [shown(line, letters, ellipsis) for line, letters in zip(lines, kept, strict=True)]
        taken = needed


def shown(line: Sequence[_Words], kept: Kept, ellipsis: str = "…") -> list[_Words]:
    """What is kept of a line, with an ellipsis, and the ending, wherever something was cut off."""
    found = [line[0]._replace(text=ellipsis)] if kept[0][0] else []
    for first, last in kept:
        start = 0
        for words in line:
            end = start + len(words.text)
            if start < last and end > first:
                found.append(words._replace(text=words.text[max(first - start, 0) : last - start], ending=""))
            start = end
        if first < last < start:
            ending = _ending(line, last)
            found = _without_blanks(found, " ,;" if ending else " ")
            found[-1] = found[-1]._replace(text=f"{found[-1].text}{ellipsis}{ending}")
    return found


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


def in_letters(text: str, kept: Kept) -> str:
    """What is shown of a text, with an ellipsis wherever something was cut off."""
    parts = "…".join(text[start:end].rstrip() if end < len(text) else text[start:end] for start, end in kept)
    return f"{'…' if kept[0][0] else ''}{parts}{'…' if kept[-1][1] < len(text) else ''}"


def _at_the_end(text: str, room: int, ellipsis: int) -> Kept:
    return ((0, len(text)),) if len(text) <= room else ((0, max(room - ellipsis, 0)),)


def _alike(texts: Sequence[str], kept: Sequence[Kept]) -> list[set[int]]:
    """The texts that look the same, by number: what is shown of one is how another begins."""
    looks = {
        number: "…".join(text[start:end].rstrip() for start, end in ranges)
        for number, (text, ranges) in enumerate(zip(texts, kept, strict=True))
        if ranges[-1][1] < len(text) or len(ranges) > 1 or ranges[0][0]
    }
    found: list[set[int]] = []
    for one, other in pairwise(sorted(looks, key=lambda number: looks[number])):
        if looks[other].startswith(looks[one]):
            if found and one in found[-1]:
                found[-1].add(other)
            else:
                found.append({one, other})
    return found


def _in_the_middle(
    group: Sequence[int], texts: Sequence[str], rooms: Sequence[int], ellipses: Sequence[int], kept: list[Kept]
) -> None:
    """Show the beginning of these texts, and then what follows the words that all of them begin with."""
    least, ellipsis = min(rooms[number] for number in group), max(ellipses[number] for number in group)
    same = _in_common(*(bound(texts[number] for number in group) for bound in (min, max)))
    start = max(texts[group[0]].rfind(" ", 0, same) + 1, same - least // _BEGINNING, 0)
    if not start or least <= 2 * ellipsis:
        return
    longest = max(len(texts[number]) - start for number in group)
    begins = max(least // _BEGINNING if least >= _LEAST_ROOM else 0, least - longest - ellipsis)
    begins = begins if begins < start - ellipsis else 0
    begins = max(texts[group[0]].rfind(" ", 0, begins + 1), 0) or begins  # at a word, where there is one
    left = [rooms[number] - begins - ellipses[number] for number in group]
    earlier = [_earlier(texts[number], start, max(begins + ellipsis, len(texts[number]) - room))
               for number, room in zip(group, left, strict=True)]  # fmt: skip
    for starts in (earlier, [start] * len(group)):
        tails = [texts[number][first:] for number, first in zip(group, starts, strict=True)]
        found = kept_apart(tails, left, [ellipses[number] for number in group])
        if len(set(map(in_letters, tails, found))) == len(group):
            break
    for number, first, ranges in zip(group, starts, found, strict=True):
        shifted = tuple((begin + first, end + first) for begin, end in ranges)
        kept[number] = ((0, begins), *shifted) if begins else shifted


def _earlier(text: str, start: int, earliest: int) -> int:
    """Where the first word from ``earliest`` on begins, if that is before ``start``."""
    word = text.find(" ", max(earliest - 1, 0)) + 1
    return word if 0 < word < start else start
