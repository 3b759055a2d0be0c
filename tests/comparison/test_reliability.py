"""Krippendorff's alpha: his own examples, and his figures as the library `krippendorff` has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from random import Random
from typing import Any

import krippendorff
import pytest

from posdiff.comparison.reliability import Distance, Unit, alpha, bounds, by_chance, nominal, units

#: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A, B and C: a row for each observer, a
#: dot for a missing value.
BINARY = ("0100000010", "1110010000")
TWO_OBSERVERS = ("aabbdccceDda".lower(), "babbbcccEddd".lower())
FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def coded(rows: Sequence[str]) -> list[list[int]]:
    """The values of each unit, those that are missing left out."""
    return [[ord(value) - ord("0") for value in unit if value != "."] for unit in zip(*rows, strict=True)]


def ordinal(values: Sequence[Sequence[int]]) -> Distance:
    """The distance on a scale of which only the order counts: how many values lie between two."""
    counted = Counter(value for unit in values if len(unit) > 1 for value in unit)

    def between(one: int, other: int) -> Fraction:
        low, high = min(one, other), max(one, other)
        inside = sum(number for value, number in counted.items() if low <= value <= high)
        return (inside - Fraction(counted[low] + counted[high], 2)) ** 2

    return between


def interval(one: int, other: int) -> Fraction:
    """The distance on a scale of numbers."""
    return Fraction(one - other) ** 2


@pytest.mark.parametrize(
    ("rows", "level", "published"),
    [
        (BINARY, "nominal", 0.095),
        (TWO_OBSERVERS, "nominal", 0.692),
        (FOUR_OBSERVERS, "nominal", 0.743),
        (FOUR_OBSERVERS, "ordinal", 0.815),
        (FOUR_OBSERVERS, "interval", 0.849),
    ],
)
def test_the_published_examples(rows: Sequence[str], level: str, published: float) -> None:
    values = coded(rows)
    distance = {"nominal": nominal, "ordinal": ordinal(values), "interval": interval}[level]
    found = alpha(units(values, distance))
    assert found is not None
    assert round(float(found), 3) == published


def test_what_the_library_finds() -> None:
    """On codings by chance, by two to four coders, with values missing."""
    draw = Random(15)
    for coders in (2, 3, 4):
        table = [[draw.choice((0, 1, 2, 3, None)) for _ in range(12)] for _ in range(coders)]
        numbers = [[float("nan") if value is None else value for value in row] for row in table]
        values = [[value for value in unit if value is not None] for unit in zip(*table, strict=True)]
        levels = {"nominal": nominal, "ordinal": ordinal(values), "interval": interval}
        for level, distance in levels.items():
            found = alpha(units(values, distance))
            theirs: Any = krippendorff.alpha(reliability_data=numbers, level_of_measurement=level)  # type: ignore[arg-type]
            assert found is not None
            assert float(found) == pytest.approx(float(theirs)), (coders, level)


def test_where_it_is_not_defined() -> None:
    assert alpha(units([[1, 1], [1, 1]], nominal)) is None  # nothing varies
    assert alpha(units([[1, 2]], nominal)) is None  # one unit
    assert alpha(units([[1], [2], [3]], nominal)) is None  # nothing was coded twice
    assert bounds(units([[1, 1], [1, 1]], nominal)) is None
    assert by_chance([1], nominal) is None


def test_units_with_a_chance_of_their_own() -> None:
    """By hand: 1/2 and 0 apart where chance brings 3/4 and 1/2: 1 − 0.5 / 1.25."""
    unlike = [Unit(Fraction(1, 2), Fraction(3, 4)), Unit(Fraction(0), Fraction(1, 2))]
    assert alpha(unlike) == Fraction(3, 5)


def test_bounds_are_the_same_on_every_machine() -> None:
    found = bounds(units(coded(FOUR_OBSERVERS), nominal))
    assert found is not None
    assert (round(float(found.low), 3), round(float(found.high), 3)) == (0.463, 1.0)
    every = bounds(units([[1, 1], [2, 2], [3, 3]], nominal))
    assert every is not None
    assert {every.low, every.high} == {Fraction(1)}
