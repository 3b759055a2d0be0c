"""Groups of parties are found among the different terms: the same ones as among all parties."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison import conflict_groups
from posdiff.comparison.conflict_groups import MOST, groups_of_parties
from posdiff.kinds.choice import ChoiceSpace

SPACE = ChoiceSpace({option: option for option in "abcd"})
PIECES = [frozenset(options) for size in (1, 2, 3) for options in combinations("abcd", size)]


def by_trying(positions: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]) -> list[tuple[str, ...]]:
    """Every group of parties, the smaller first, that has nothing in common while no smaller one in it has."""
    groups: list[tuple[str, ...]] = []
    for size in range(2, len(positions) + 1):
        for group in combinations(positions, size):
            if any(set(found) <= set(group) for found in groups):
                continue
            unions = [frozenset().union(*union) for party in group for union in positions[party]]
            if not frozenset.intersection(*unions):
                groups.append(group)
    return groups


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=2), min_size=2, max_size=8))
def test_the_groups_are_those_that_trying_finds(parts: list[list[frozenset[str]]]) -> None:
    positions = {f"p{place}": tuple((piece,) for piece in pieces) for place, pieces in enumerate(parts)}
    assert groups_of_parties(SPACE, positions) == (tuple(by_trying(positions)), True)


def test_a_position_that_nothing_meets_is_apart_from_everybody() -> None:
    nothing, anything = ((frozenset("a"),), (frozenset("b"),)), ((frozenset("abc"),),)
    positions = {"north": nothing, "south": anything, "west": nothing}
    assert groups_of_parties(SPACE, positions) == ((("north", "south"), ("north", "west"), ("south", "west")), True)


def test_a_search_that_takes_too_long_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are looked at before groups of three: six of them, then the three of which each two meet."""
    positions = {f"p{place}": ((frozenset(options),),) for place, options in enumerate(("ab", "bc", "ac", "d"))}
    pairs = (("p0", "p3"), ("p1", "p3"), ("p2", "p3"))
    for budget, expected in ((7, ((*pairs, ("p0", "p1", "p2")), True)), (6, (pairs, False)), (3, (pairs[:1], False))):
        monkeypatch.setattr(conflict_groups, "BUDGET", budget)
        assert groups_of_parties(SPACE, positions) == expected


def test_so_many_groups_are_listed_and_no_more() -> None:
    positions = {f"p{place:02}": ((frozenset("ab"[place % 2]),),) for place in range(100)}
    groups, complete = groups_of_parties(SPACE, positions)
    assert (len(groups), complete) == (MOST, False)
    assert groups[:2] == (("p00", "p01"), ("p00", "p03"))
