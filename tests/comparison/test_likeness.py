"""The order of parties by likeness: by joining groups step by step, each mean computed anew."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations, product

import pytest

from posdiff.comparison.figures import METRICS, PairFigure
from posdiff.comparison.likeness import by_likeness


def plainly(labels: list[str], far: dict[frozenset[str], Fraction]) -> tuple[str, ...]:
    """Average linkage and the nearest ends, as the two papers say it."""
    groups: list[tuple[str, ...]] = [(label,) for label in labels]
    while len(groups) > 1:
        means = {
            (one, other): sum((far[frozenset(two)] for two in product(groups[one], groups[other])), Fraction(0))
            / (len(groups[one]) * len(groups[other]))
            for one, other in combinations(range(len(groups)), 2)
        }
        one, other = min(means, key=lambda two: (means[two], two))
        second, first = groups.pop(other), groups[one]
        ways = [(a, b) for a in (first, first[::-1]) for b in (second, second[::-1])]
        a, b = min(ways, key=lambda way: far[frozenset((way[0][-1], way[1][0]))])
        groups[one] = (*a, *b)
    return groups[0]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("seed", range(20))
def test_any_figures(metric: str, seed: int) -> None:
    draw = random.Random(seed)
    labels = [f"p{number}" for number in range(draw.randint(1, 9))]
    pairs, far = [], {}
    for a, b in combinations(labels, 2):
        share = None if draw.random() < 0.2 else Fraction(draw.randint(0, 6), 6)
        value = share if share is None or metric == "distance" else 100 * (1 - share)
        pairs.append(PairFigure(a, b, value, 0 if share is None else 3, 5, ()))
        far[frozenset((a, b))] = Fraction(1) if share is None else share
    found = by_likeness(labels, pairs, metric)  # type: ignore[arg-type]
    assert found == plainly(labels, far)


def test_two_camps_stand_apart() -> None:
    """However they are named, those that agree stand together."""
    camps = {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0}
    pairs = [
        PairFigure(one, other, Fraction(90 if camps[one] == camps[other] else 10), 5, 5, ())
        for one, other in combinations(camps, 2)
    ]
    assert by_likeness(list(camps), pairs, "overlap") == ("a", "c", "e", "b", "d")
