"""Who gives what: concession sets of components in, the trade-offs that are better for no party without a worse one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.cells import minimal
from posdiff.comparison.conflicts.concessions import MOST_SETS, Chosen, Tradeoff, chosen, pareto_front
from posdiff.comparison.conflicts.conflict import Component
from posdiff.comparison.conflicts.constraints import Stated, bits, mask_of
from posdiff.comparison.conflicts.hitting_sets import Budget, connected, hitting_sets

_FIRMNESS = {"r": "red-line", "f": "firm", "x": "flexible"}


def stated(words: str) -> Stated:
    """A term that counts by its party and its firmness alone: ``a r``."""
    party, firmness = words.split()
    return cast(
        Stated, SimpleNamespace(party=party, part=SimpleNamespace(term=SimpleNamespace(firmness=_FIRMNESS[firmness])))
    )


def component(sets: str, complete: bool = True) -> Component:
    """A component by its concession sets: ``a r, b f | b x``."""
    concessions = tuple(tuple(stated(each.strip()) for each in one.split(",")) for one in sets.split("|") if one)
    return Component((), (), (), complete, concessions, complete, None)


def short(terms: tuple[Stated, ...]) -> str:
    return ", ".join(f"{each.party} {each.part.term.firmness[0]}" for each in terms)


def front(parties: str, components: list[Component]) -> dict[str, Any]:
    found = pareto_front(tuple(parties), components)
    return {
        "trade-offs": [(each.gives, short(each.example), each.variants) for each in found.tradeoffs],
        "complete": found.complete, "sets": len(found.sets), "all sets": found.sets_complete, "number": found.number,
    }  # fmt: skip


NONE, RED, FIRM, FLEXIBLE = (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)


def test_the_better_trade_offs_of_two_parties() -> None:
    """A red line is more than any firm terms; sets that give the same are told once, with how many they are."""
    both = component("a r | b f | a f, b f | b f | a f")
    assert front("ab", [both]) == {
        "trade-offs": [((NONE, FIRM), "b f", 2), ((FIRM, NONE), "a f", 1)],
        "complete": True, "sets": 5, "all sets": True, "number": 5,
    }  # fmt: skip
    assert front("ab", [both, component("a x | b r")]) == {
        "trade-offs": [
            ((NONE, (1, 1, 0)), "b f, b r", 2), ((FLEXIBLE, FIRM), "b f, a f", 2), (((0, 1, 1), NONE), "a f, a f", 1),
        ],
        "complete": True, "sets": 10, "all sets": True, "number": 10,
    }  # fmt: skip


def test_the_better_trade_offs_of_three_parties() -> None:
    assert front("abc", [component("a r | b f, c f | b f | c x, a r | a f, b x, c x")]) == {
        "trade-offs": [((NONE, FIRM, NONE), "b f", 1), ((FIRM, FLEXIBLE, FLEXIBLE), "a f, b f, c f", 1),
                       ((RED, NONE, NONE), "a r", 1)],
        "complete": True, "sets": 5, "all sets": True, "number": 5,
    }  # fmt: skip


def test_components_of_which_not_all_is_known() -> None:
    cut = component("a r | b r", complete=False)
    assert front("ab", [cut]) == {
        "trade-offs": [((NONE, RED), "b r", 1), ((RED, NONE), "a r", 1)],
        "complete": False, "sets": 2, "all sets": False, "number": 2,
    }  # fmt: skip
    nothing = {"trade-offs": [], "sets": 0, "number": 0}
    assert front("ab", [cut, component("", complete=False)]) == {**nothing, "complete": False, "all sets": False}
    assert front("ab", []) == {
        "trade-offs": [], "complete": True, "sets": 1, "all sets": True, "number": 1,
    }  # fmt: skip


def test_of_too_many_trade_offs_only_the_ends_are_there() -> None:
    """For each party the one in which it gives least, then the next party, and so on."""
    many = " | ".join(f"a r, {', '.join(['b r'] * (n + 1))}" for n in range(201))
    assert front("abc", [component(f"{many} | b f, c r | c f, a f")]) == {
        "trade-offs": [((NONE, FIRM, RED), "b f, c r", 1), ((FIRM, NONE, FIRM), "c f, a f", 1),
                       ((RED, RED, NONE), "a r, b r", 1)],
        "complete": False, "sets": 203, "all sets": True, "number": 203,
    }  # fmt: skip
    with_more = front("abc", [component(f"{many} | b f, c r | c f, a f"), component("b x | a x")])
    assert with_more["trade-offs"] == [
        ((NONE, (0, 1, 1), RED), "b f, c r, b f", 1), (((0, 1, 1), NONE, FIRM), "c f, a f, a f", 1),
        ((RED, (1, 0, 1), NONE), "a r, b r, b f", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("bound", ["_MOST_SUMS", "_MOST_PAIRS", "_MOST_TRADEOFFS"])
def test_what_putting_together_may_cost(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    """Two sets, and two with each of the two: six sums in all, four pairs at the end, two trade-offs of a component."""
    components = [component("a r | b f"), component("a f | b x")]
    most = {"_MOST_SUMS": 6, "_MOST_PAIRS": 4, "_MOST_TRADEOFFS": 2}[bound]
    for allowed, complete in ((most, True), (most - 1, False)):
        monkeypatch.setattr(concessions, bound, allowed)
        found = front("ab", components)
        assert found["complete"] is complete
        assert [each[0] for each in found["trade-offs"]] == [
            (NONE, (0, 1, 1)), *([(FIRM, FIRM), (RED, FLEXIBLE)] if complete else []), ((1, 1, 0), NONE),
        ]  # fmt: skip


def test_sets_are_listed_while_they_are_few() -> None:
    half = component(" | ".join(["a r"] * (MOST_SETS // 2)))
    assert (front("ab", [half, component("a f | b f")])["sets"], front("ab", [half, half])["sets"]) == (MOST_SETS, 1)


def tradeoffs(gives: list[tuple[int, ...]]) -> list[Tradeoff]:
    return [Tradeoff(tuple((red, 0, 0) for red in each), (), number) for number, each in enumerate(gives)]


#: What each party gives, how many trade-offs are shown, which those are, and whether each party's least is there.
SHOWN: list[tuple[list[tuple[int, ...]], int, list[int], bool]] = [
    ([(n, 9 - n) for n in range(10)], 10, list(range(10)), True),
    ([(n, 9 - n) for n in range(10)], 4, [0, 3, 6, 9], True),
    ([(n, 9 - n) for n in range(10)], 2, [0, 9], True),
    ([(5, 1, 5), (5, 5, 1), (1, 5, 5), (1, 5, 5), (5, 1, 5)], 3, [0, 1, 2], True),
    ([(5, 1, 5), (5, 5, 1), (1, 5, 5), (1, 5, 5), (5, 1, 5)], 4, [0, 1, 2, 4], True),
    ([(5, 1, 5), (5, 5, 1), (1, 5, 5), (1, 5, 5), (5, 1, 5)], 2, [0, 4], False),
    ([tuple(int(place != number) for place in range(6)) for number in range(6)], 4, [0, 1, 3, 5], False),
]  # fmt: skip


@pytest.mark.parametrize(("gives", "most", "places", "least"), SHOWN)
def test_which_trade_offs_are_shown(gives: list[tuple[int, ...]], most: int, places: list[int], least: bool) -> None:
    rows = tradeoffs(gives)
    assert chosen(rows, most) == Chosen(tuple(rows[place] for place in places), least)


def test_minimal_hitting_sets_and_what_hangs_together() -> None:
    family = [mask_of(each) for each in ({0, 1}, {1, 2}, {3})]
    assert [bits(mask) for mask in hitting_sets(family, Budget(100))] == [[0, 2, 3], [1, 3]]
    assert [bits(mask) for mask in hitting_sets([], Budget(1))] == [[]]
    budget = Budget(3)
    assert (list(hitting_sets(family, budget)), budget.left) == ([], -1)
    assert minimal([0b110, 0b1000, 0b11, 0b111, 0b1001, 0b11]) == [0b1000, 0b11, 0b110]
    groups = [mask_of(each) for each in ({4}, {0, 1}, {2, 3}, {5, 2}, {1, 3})]
    assert [bits(mask) for mask in connected(groups)] == [[0, 1, 2, 3, 5], [4]]
