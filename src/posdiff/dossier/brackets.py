"""Brackets in the words of a draft: what stands in them is not agreed yet."""

from collections.abc import Iterator
from typing import NamedTuple

#: So many brackets may stand one in another.
DEEPEST = 4
#: In brackets these words are no bracket of the paper: they say that something was left out.
_LEFT_OUT = ("[…]", "[...]")


class Passage(NamedTuple):
    """Words of a text, and in how many brackets they stand. The brackets belong to what they enclose."""

    depth: int
    text: str


def passages(text: str) -> tuple[Passage, ...]:
    """A text cut at its brackets, in order; put together, it is the text again."""
    cut: list[Passage] = []
    begin = depth = 0
    for place, step in _steps(text):
        end = place + (step < 0)
        if end > begin:
            cut.append(Passage(max(depth, 0), text[begin:end]))
        begin, depth = end, depth + step
    return (*cut, Passage(max(depth, 0), text[begin:])) if begin < len(text) else tuple(cut)


def bracketed(text: str) -> int:
    """How many brackets a text has that stand in no other."""
    depth = count = 0
    for _, step in _steps(text):
        count += step > 0 and depth == 0
        depth += step
    return count


def fault(text: str) -> str | None:
    """What is wrong with the brackets of a text: the words for it, or None."""
    opened: list[int] = []
    for place, step in _steps(text):
        if step > 0:
            opened.append(place)
            if len(opened) > DEEPEST:
                return f"more than {DEEPEST} brackets one in another, at {_shown(text, place)}"
        elif not opened:
            return f"a bracket is closed that was not opened, at {_shown(text, max(0, place - 20))}"
        else:
            opened.pop()
    return f"a bracket is not closed, at {_shown(text, opened[-1])}" if opened else None


def _steps(text: str) -> Iterator[tuple[int, int]]:
    """Each bracket by its place: 1 where it opens, -1 where it closes."""
    place = 0
    while place < len(text):
        if text.startswith(_LEFT_OUT, place):
            place = text.index("]", place)
        elif text[place] in "[]":
            yield place, 1 if text[place] == "[" else -1
        place += 1


def _shown(text: str, place: int) -> str:
    """Some words of a text, on one line."""
    words = " ".join(text[place : place + 41].split())
    return f"`{words[:40]}{'…' if len(text) > place + 40 else ''}`"
