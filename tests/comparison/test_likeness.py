"""The order of parties by likeness: groups joined step by step as the two papers say it, each mean computed anew."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations, product

import pytest

from posdiff.comparison.figures import METRICS, Metric, PairFigure
from posdiff.comparison.likeness import by_likeness

Group = tuple[str, ...]


def every_order(groups: list[Group], far: dict[frozenset[str], Fraction]) -> Iterator[Group]:
    """The orders that average linkage and the nearest ends allow: several, where two steps are equally good."""
    if len(groups) == 1:
        yield groups[0]
        return
    means = {
        (one, other): sum((far[frozenset(two)] for two in product(one, other)), Fraction(0)) / (len(one) * len(other))
        for one, other in combinations(groups, 2)
    }
    for one, other in (two for two, mean in means.items() if mean == min(means.values())):
        ways = [(a, b) for a in (one, one[::-1]) for b in (other, other[::-1])]
        gaps = [far[frozenset((a[-1], b[0]))] for a, b in ways]
        left = [group for group in groups if group not in (one, other)]
        for (a, b), gap in zip(ways, gaps, strict=True):
            if gap == min(gaps):
                yield from every_order([*left, a + b], far)


def drawn(seed: int, most: int, steps: int, metric: Metric) -> tuple[list[PairFigure], dict[frozenset[str], Fraction]]:
    """Figures of a few parties in this many steps, some of them missing, and how far apart that is."""
    draw = random.Random(seed)
    labels = [f"p{number}" for number in range(draw.randint(2, most))]
    pairs, far = [], {}
    for a, b in combinations(draw.sample(labels, len(labels)), 2):
        share = None if draw.random() < 0.2 else Fraction(draw.randint(0, steps), steps)
        value = share if share is None or metric == "distance" else 100 * (1 - share)
        pairs.append(PairFigure(a, b, value, 0 if share is None else 3, 5, ()))
        far[frozenset((a, b))] = Fraction(1) if share is None else share
    return pairs, far


def named_in(pairs: list[PairFigure]) -> list[str]:
    """The parties of the figures, in the order of their names."""
    return sorted({label for pair in pairs for label in (pair.a, pair.b)})


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("seed", range(20))
def test_any_figures(metric: Metric, seed: int) -> None:
    """Many ties, or hardly any."""
    for most, steps in ((5, 3), (8, 10_007)):
        pairs, far = drawn(seed, most, steps, metric)
        labels = named_in(pairs)
        found = by_likeness(labels, pairs, metric)
        allowed = set(every_order([(label,) for label in labels], far))
        assert found in allowed or found[::-1] in allowed


@pytest.mark.parametrize("seed", range(20))
def test_the_order_in_which_parties_are_named_makes_no_difference(seed: int) -> None:
    pairs, _ = drawn(seed, 5, 2, "overlap")
    labels = named_in(pairs)
    turned = [pair._replace(a=pair.b, b=pair.a) for pair in reversed(pairs)]
    assert len({by_likeness(named, of, "overlap") for named in permutations(labels) for of in (pairs, turned)}) == 1


def test_two_camps_stand_apart() -> None:
    """However they are named, those that agree stand together."""
    camps = {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0}
    pairs = [
        PairFigure(one, other, Fraction(90 if camps[one] == camps[other] else 10), 5, 5, ())
        for one, other in combinations(camps, 2)
    ]
    assert by_likeness(list(camps), pairs, "overlap") == ("b", "d", "e", "a", "c")
    assert by_likeness(["a"], [], "overlap") == ("a",)
    assert by_likeness([], [], "overlap") == ()
