"""Orders of steps by every course of events: what can hold, what follows, the fewest demands, a shortest ring."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterable
from itertools import product

import pytest

from posdiff.kinds import steps as module
from posdiff.kinds.kind import Stance
from posdiff.kinds.sequence import SequenceSpace
from posdiff.kinds.steps import AgendaSteps, Demand, Order, circle, path

STEPS = "abcd"


def courses(demands: Iterable[Demand]) -> list[dict[str, int]]:
    """The courses of events that keep demands: for each step when it comes."""
    every = (dict(zip(STEPS, times, strict=True)) for times in product(range(len(STEPS)), repeat=len(STEPS)))
    return [
        course
        for course in every
        if all(
            course[first] == course[second] if together else course[first] < course[second]
            for first, second, together in demands
        )
    ]


def follows(given: list[Demand], demands: list[Demand]) -> set[Demand]:
    """All that demands and the agenda's own imply, steps that are together in the agenda's order."""
    kept = courses([*given, *demands])
    pairs = [(a, b) for a in STEPS for b in STEPS if a != b]
    found = {Demand(a, b) for a, b in pairs if all(course[a] < course[b] for course in kept)}
    return found | {Demand(a, b, True) for a, b in pairs if a < b and all(course[a] == course[b] for course in kept)}


def said(order: Order) -> set[Demand]:
    return {Demand(a, b) for a, b in order.before} | {Demand(a, b, True) for a, b in order.together}


@pytest.mark.parametrize("seed", range(120))
def test_orders_are_those_of_every_course_of_events(seed: int) -> None:
    draw = random.Random(seed)
    pairs = [(a, b) for a in STEPS for b in STEPS if a < b]
    after: dict[str, list[str]] = {}
    for first, second in draw.sample(pairs, draw.choice((0, 0, 1, 1, 2))):
        after.setdefault(second, []).append(first)
    given = [Demand(first, second) for second, firsts in after.items() for first in firsts]
    steps = AgendaSteps({step: step.upper() for step in STEPS}, after)
    demands = list(dict.fromkeys(
        Demand(first, second, draw.random() < 0.3)
        for first, second in (draw.sample(STEPS, 2) for _ in range(draw.randint(0, 5)))
    ))  # fmt: skip
    holds = bool(courses([*given, *demands]))
    closed = steps.close(demands)
    assert (steps.can_hold(demands), closed is not None) == (holds, holds)
    ring = steps.ring(demands)
    if closed is None:
        assert set(ring) <= set(demands)
        assert not courses([*given, *ring])
        assert all(courses([*given, *(each for each in ring if each != left_out)]) for left_out in ring)
        return
    assert ring == []
    assert said(closed) == follows(given, demands)
    assert closed.demands == tuple(demands)
    reduced, together = steps.reduced(closed), closed.together
    assert follows(given, [*reduced]) == said(closed)
    # None can be left out; what is asked of steps at the same time is asked of each of them.
    alike = {
        step: {step, *(b for a, b in together if a == step), *(a for a, b in together if b == step)} for step in STEPS
    }
    for left_out in reduced:
        same = {Demand(a, b) for a in alike[left_out.first] for b in alike[left_out.second]}
        assert left_out.together or same - {*given} <= {*reduced}
        rest = [each for each in reduced if each != left_out and (left_out.together or each not in same)]
        assert follows(given, rest) != said(closed)
    again = steps.close(reduced)
    assert again is not None
    assert steps.reduced(again) == reduced


def test_what_is_kept_of_orders_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once too much is kept all is found anew, and is the same."""
    steps = AgendaSteps({step: step for step in STEPS}, {})
    monkeypatch.setattr(module, "_MOST_PAIRS", 2)
    some = [(Demand(a, b),) for a in STEPS for b in STEPS if a < b]
    found = [steps.close(each) for each in some]
    assert [steps.close(each) for each in some] == found
    assert all(order is not None and said(order) == set(each) for order, each in zip(found, some, strict=True))


def test_what_is_kept_is_not_kept_elsewhere() -> None:
    """As where another process has it: it finds all of it anew."""
    steps = AgendaSteps({step: step for step in STEPS}, {"b": ["a"]})
    order = steps.close((Demand("b", "c"),))
    assert order is not None
    assert steps.reduced(order)
    copied = pickle.loads(pickle.dumps(steps))
    assert vars(copied) == {**vars(steps), "_closed": {}, "_reduced": {}, "_kept": 0}
    assert copied.close((Demand("b", "c"),)) == order


def test_ways_over_steps() -> None:
    """A shortest one, of as short ones that which comes first; none where there is none."""
    edges = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["a"], "e": ["e"]}
    ways = ("ad", "ae", "da", "dd", "ee", "ea", "fa", "ff")
    assert {each: "".join(path(edges, each[0], each[1])) for each in ways} == {
        "ad": "abd", "ae": "ace", "da": "da", "dd": "d", "ee": "e", "ea": "", "fa": "", "ff": "f",
    }  # fmt: skip
    assert circle(["A", "B", "C"], [False, True, False]) == "A → B at the same time as C → A"
    assert circle(["A", "B"], [False, False], " before ") == "A before B before A"


SPACE = SequenceSpace(
    AgendaSteps({"a": "A", "b": "B", "c": "C", "d": "D"}, {"d": ["c"]}), {each: each for each in "abcd"}
)


def order(words: str) -> Order:
    """``ab`` for a before b, ``a=b`` for together, several with blanks between."""
    demands = [Demand(each[0], each[-1], "=" in each) for each in words.split()]
    found = SPACE.steps.close(demands)
    assert found is not None
    return found


def short(demands: Iterable[Demand]) -> str:
    return " ".join(f"{first}{'=' * together}{second}" for first, second, together in demands)


#: Offers of equal rank, what they demand, and the union of them as it is kept.
OFFERS = [
    (["ab bc"], "ab bc", ["ab bc"]),
    (["b=a"], "a=b", ["a=b"]),
    (["ab", "ab bc"], "ab", ["ab"]),
    (["ab bc", "ac cb"], "ab ac", ["ab bc", "ac cb"]),
    (["ab", "ba"], "", ["ab", "ba"]),
    (["ab", "ba", "a=b"], "", ["ab", "ba", "a=b"]),
    (["ab", "a=b", "bc"], "", ["ab", "bc", "a=b"]),
    (["b=a cd", "ab"], "", ["ab", "a=b"]),
    (["ac cb", "ab"], "ab", ["ab"]),
    (["ad", "ac"], "ad", ["ad"]),
    ([""], "", [""]),
]


@pytest.mark.parametrize(("offers", "demanded", "tidied"), OFFERS)
def test_what_several_offers_demand(offers: list[str], demanded: str, tidied: list[str]) -> None:
    union = tuple(map(order, offers))
    assert short(SPACE.demands(union)) == demanded
    assert sorted(short(SPACE.steps.reduced(piece)) for piece in SPACE.tidy(union)) == sorted(
        short(SPACE.steps.reduced(order(each))) for each in tidied
    )


def test_of_no_offer_nothing_is_demanded() -> None:
    assert SPACE.demands(()) == []


#: An order, and what of it is left without another.
LEFT = [
    ("", "ab", ["ba", "a=b"]), ("", "a=b", ["ab", "ba"]), ("ab", "bc", ["ab cb", "ab b=c"]), ("ab bc", "ab", []),
    ("ab", "ab bc", ["ab cb", "ab b=c"]), ("ab", "ba", ["ab"]), ("", "ab bc", ["ba", "a=b", "ab cb", "ab b=c"]),
    ("", "cd", []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "left"), LEFT)
def test_what_is_left_of_an_order(one: str, other: str, left: list[str]) -> None:
    found = SPACE.minus(order(one), order(other))
    assert [said(piece) for piece in found] == [said(order(each)) for each in left]
    assert SPACE.within((order(one),), (order(other),)) is (not left)


#: Pieces that are named, the course that comes about, and what is told of two steps: what cannot be, and what is left.
RESTRICTED = [
    (["ab"], "ab", ["ba a=b -> ab"]), (["ab"], "", []), (["ab bc"], "a=b bc", ["ab ba -> a=b", "cb b=c -> bc"]),
    (["cd"], "cd", []), (["ab", "ba"], "ba", ["ab a=b -> ba"]), (["a=b"], "ba", ["ab a=b -> ba"]),
]  # fmt: skip


@pytest.mark.parametrize(("pieces", "course", "told"), RESTRICTED)
def test_which_of_two_steps_has_to_come_first(pieces: list[str], course: str, told: list[str]) -> None:
    within = order(course)
    found = SPACE.restrictions(list(map(order, pieces)), lambda piece: SPACE.meet(piece, within) is not None)
    assert [
        f"{' '.join(short(d.demands) for d in denied)} -> {short(left[0].demands)}" for denied, left in found
    ] == told


def test_orders_are_the_same_that_imply_the_same() -> None:
    """However they were asked for."""
    one, same, other = order("ab bc"), order("bc ab ac"), order("ab")
    assert one.demands != same.demands
    assert (one == same, one != same, hash(one) == hash(same)) == (True, False, True)
    assert (one == other, one != other, one == tuple(one)) == (False, True, False)


def test_whether_an_order_is_turned_round() -> None:
    """Only where of every two offers something that came first comes last."""
    cases = {("ab", "ba"): True, ("ab", "a=b"): False, ("a=b", "ba"): False, ("ab bc", "cb"): True, ("ab", "bc"): False}
    assert {each: SPACE.reverses((order(each[0]),), (order(each[1]),)) for each in cases} == cases
    assert not SPACE.reverses((order("ab"), order("bc")), (order("ba"),))


#: An order in words, and for JSON.
WORDS = [
    ("", "any order", []),
    ("ab bc", "first “A”; then “B”; then “C”", ["ab", "bc"]),
    ("a=b b=c", "“A”, “B” and “C” at the same time", ["a=b", "b=c"]),
    ("ab ac", "“A” before “B” and “C”", ["ab", "ac"]),
    ("ac bc", "“A” and “B” before “C”", ["ac", "bc"]),
    ("ab ac bd", "“A” before “B”; “A” before “C”; “B” before “D”", ["ab", "ac", "bd"]),
    ("a=b bc", "“A” at the same time as “B”; “A” before “C”; “B” before “C”", ["ac", "bc", "a=b"]),
    ("ab b=d", "“B” at the same time as “D”; “A” before “B”; “A” before “D”", ["ab", "ad", "b=d"]),
    ("ab ca", "first “C”; then “A”; then “B”", ["ab", "ca"]),
    ("ab ad bc", "first “A”; then “B”; then “C”", ["ab", "bc"]),
]  # fmt: skip


@pytest.mark.parametrize(("said_in", "words", "written"), WORDS)
def test_an_order_in_words_and_for_json(said_in: str, words: str, written: list[str]) -> None:
    found = order(said_in)
    assert SPACE.in_words(found) == words
    assert SPACE.as_json(found) == [{"together": [*each.split("=")]} if "=" in each else [*each] for each in written]


BY_LAW = ". By the agenda, “C” before “D”: it is so"
#: Offers of two or three parties, the ring that they close, and the first of each with what the agenda says of it.
RINGS = [
    (["ab", "ba"], "A → B → A", "A → B → A"),
    (["ab", "bc", "ca"], "A → B → C → A", "A → B → C → A"),
    (["da", "ac"], "A → C → D → A", f"A → C → D → A{BY_LAW}"),
    (["ab; cb", "ba"], "A → B → A", "A → B → A"),
    (["cb; ab", "ba"], "A → B → A", None),
    (["a=b", "bd", "da"], "A at the same time as B → D → A", "A at the same time as B → D → A"),
    (["a=d", "ac"], "A → C → D at the same time as A", f"A → C → D at the same time as A{BY_LAW}"),
    (["ab bc", "ca; ba"], "A → B → A", "A → B → C → A"),
    (["cd da", "ac"], "A → C → D → A", "A → C → D → A"),
]  # fmt: skip


@pytest.mark.parametrize(("offers", "nearest", "first"), RINGS)
def test_rings_that_orders_close(offers: list[str], nearest: str, first: str | None) -> None:
    unions = [tuple(map(order, each.split("; "))) for each in offers]
    stances = [Stance(party, union, union) for party, union in zip(("North", "South", "East"), unions, strict=False)]
    ring = SPACE.clash(unions)
    assert SPACE.clash_words(ring, stances) == f"these orders close a circle: {nearest}"
    assert ring == nearest.lower().replace("at the same time as", "→").split(" → ")[:-1]
    told = SPACE.emptied_words([union[0] for union in unions], lambda step: "it is so." if step == "d" else None)
    nothing_said = SPACE.emptied_words([union[0] for union in unions], lambda _: None)
    assert nothing_said == told.replace(": it is so", "")
    assert told == (f"the orders close a circle, {first}" if first else "together the orders close a circle")
