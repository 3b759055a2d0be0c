"""Intervals of a line, and unions of them: sorted once, then gone through side by side, never each against each.

An interval is kept as two **cuts** of the line, so that open and closed ends need no cases: the cut just below ``v``
is ``(0, v, 0)``, the one just above it ``(0, v, 1)``; ``(-1, 0, 0)`` lies below every number, ``(1, 0, 0)`` above every
number and below the outcome "unlimited", ``(1, 0, 1)`` above that too. On whole numbers and days every cut is put
just below a whole number, so that ``above: 3`` and ``min: 4`` are one and the same piece.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

Cut = tuple[int, Any, int]

BOTTOM: Cut = (-1, 0, 0)
TOP: Cut = (1, 0, 0)
BEYOND: Cut = (1, 0, 1)


class Interval(NamedTuple):
    """All that lies between two cuts."""

    low: Cut
    high: Cut


def merged(union: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same as disjoint intervals that do not touch, from low to high."""
    pieces: list[Interval] = []
    for span in sorted(union):
        if pieces and span.low <= pieces[-1].high:
            if span.high > pieces[-1].high:
                pieces[-1] = Interval(pieces[-1].low, span.high)
        else:
            pieces.append(span)
    return tuple(pieces)


def shared(one: Sequence[Interval], other: Sequence[Interval]) -> Iterator[Interval]:
    """What two merged unions have in common, from low to high."""
    first = second = 0
    while first < len(one) and second < len(other):
        low = max(one[first].low, other[second].low)
        high = min(one[first].high, other[second].high)
        if low < high:
            yield Interval(low, high)
        if one[first].high <= other[second].high:
            first += 1
        else:
            second += 1


def between(
    one: Sequence[Interval], other: Sequence[Interval], length: Callable[[tuple[Cut, Cut]], Any]
) -> tuple[Cut, Cut] | None:
    """The cuts that bound the shortest space between an interval of the one and one of the other, both merged.

    None where the two have something in common. Of spaces as short, the lowest.
    """
    if any(shared(one, other)):
        return None
    sides = sorted([(span, 0) for span in one] + [(span, 1) for span in other])
    spaces = [
        (span.high, following.low) for (span, side), (following, next_side) in pairwise(sides) if side != next_side
    ]
    return min(spaces, key=length, default=None)
