"""Which of several constraints are needed for it that they cannot hold together: by trying every set of them."""

from __future__ import annotations

from itertools import combinations

from generating import law
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.conflicts.constraints import mask_of
from posdiff.comparison.conflicts.questions import Questions
from posdiff.dossier.region import Box

NUMBERS = range(6)
_SETS = st.frozensets(st.sampled_from(NUMBERS), min_size=1, max_size=4)


class Told(Questions):
    """Constraints of which it is known which cannot hold together; what is asked is counted."""

    def __init__(self, apart: frozenset[frozenset[int]]) -> None:
        self.apart, self.asked = apart, 0

    def hold(self, chosen: int, within: Box | None = None) -> bool:
        assert within is None
        self.asked += 1
        return not any(mask_of(each) & ~chosen == 0 for each in self.apart)


@law(400)
@given(st.frozensets(_SETS, max_size=5), st.permutations(NUMBERS), st.integers(0, 6), st.frozensets(_SETS, max_size=1))
def test_what_is_needed_is_minimal_and_does_without_what_comes_late(
    apart: frozenset[frozenset[int]], order: list[int], many: int, bases: frozenset[frozenset[int]]
) -> None:
    """Of all minimal sets it is the one whose last is earliest, then the one before that, and so on."""
    numbers, base = order[:many], frozenset[int]().union(*bases)
    told = Told(apart)

    def holds(chosen: frozenset[int]) -> bool:
        return not any(each <= chosen for each in apart)

    every = [frozenset(some) for size in range(many + 1) for some in combinations(numbers, size)]
    cannot = [some for some in every if not holds(base | some)]
    minimal = [some for some in cannot if not any(other < some for other in cannot)]
    if holds(base | frozenset(numbers)):
        return
    first = min(minimal, key=lambda some: sorted(map(numbers.index, some), reverse=True))
    assert told.needed(numbers, mask_of(base)) == sorted(first, key=numbers.index)
    # Two questions for each that is needed, by the halvings, and one for the base.
    assert told.asked <= 1 + 2 * max(1, len(first)) * (many.bit_length() + 1)


def test_what_was_asked_of_three_hundred() -> None:
    """One of many is found by halving."""
    told = Told(frozenset((frozenset((7,)), frozenset((200, 299)))))
    assert told.needed(range(300), 0) == [7]
    assert told.asked < 30
    assert told.needed([*range(8, 300), 7], 0) == [200, 299]
    assert told.needed([], 0) == []
    assert told.needed([8, 7], mask_of((7,))) == []
