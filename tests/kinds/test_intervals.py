"""Unions of intervals, gone through side by side: the same as each interval held against each."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from posdiff.kinds.intervals import Cut, Interval, between, merged, shared

_ENDS = st.lists(st.integers(0, 12), min_size=2, max_size=2, unique=True).map(sorted)
_UNIONS = st.lists(_ENDS.map(lambda ends: Interval((0, ends[0], 0), (0, ends[1], 0))), min_size=1, max_size=5)


def _numbers(union: list[Interval] | tuple[Interval, ...]) -> set[int]:
    return {number for span in union for number in range(span.low[1], span.high[1])}


def _length(cuts: tuple[Cut, Cut]) -> int:
    low, high = cuts
    return int(high[1] - low[1])


@given(_UNIONS, _UNIONS)
def test_what_two_unions_share(one: list[Interval], other: list[Interval]) -> None:
    """Merged intervals hold the same numbers and touch nowhere; what two share is what both hold."""
    pieces = merged(one)
    assert _numbers(pieces) == _numbers(one)
    assert all(earlier.high < later.low for earlier, later in pairwise(pieces))
    assert _numbers(tuple(shared(pieces, merged(other)))) == _numbers(one) & _numbers(other)


@given(_UNIONS, _UNIONS)
def test_the_space_between_two_unions(one: list[Interval], other: list[Interval]) -> None:
    """The shortest space between an interval of the one and one of the other; none where they meet."""
    found = between(merged(one), merged(other), _length)
    if _numbers(one) & _numbers(other):
        assert found is None
        return
    lengths = [max(a.low, b.low)[1] - min(a.high, b.high)[1] for a in one for b in other]
    assert found is not None
    assert _length(found) == min(lengths)
