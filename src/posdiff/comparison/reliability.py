"""How far coders agree: Krippendorff's alpha, and how sure it is.

Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): one less the observed disagreement over the one that
chance would bring, 1 − Dₒ / Dₑ. Here both are kept of each unit, so that values of which only some can be compared with
each other (outcomes of one issue, but not of two) have a chance of their own: with one lot of values it is his alpha.
What posdiff measures with it: docs/recode.md.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from random import Random
from typing import Any, NamedTuple

#: How far two values are apart, 0 where they are the same.
Distance = Callable[[Any, Any], Fraction]

#: Samples that are drawn to find the bounds, and the number that the drawing begins with.
SAMPLES, SEED = 1_000, 2011
#: Of the samples, the share that lies below the lower bound, and above the upper one.
_TAIL = 0.025


class Unit(NamedTuple):
    """What was coded twice or more: how far its values are apart, how far values by chance are, how many it has."""

    observed: Fraction
    expected: Fraction
    values: int = 2


class Bounds(NamedTuple):
    """Between what two values 95 of 100 samples lie."""

    low: Fraction
    high: Fraction


def nominal(one: Hashable, other: Hashable) -> Fraction:
    """The distance between values that are the same or are not."""
    return Fraction(one != other)


def by_chance(values: Sequence[Hashable], distance: Distance) -> Fraction | None:
    """How far two values are apart on average that are drawn from these; None where there are fewer than two."""
    if len(values) < 2:
        return None
    counted = Counter(values)
    apart = sum(
        (counted[one] * counted[other] * distance(one, other) for one, other in combinations(counted, 2)), Fraction(0)
    )
    return 2 * apart / (len(values) * (len(values) - 1))


def units(coded: Sequence[Sequence[Hashable]], distance: Distance) -> list[Unit]:
    """The units of which all values can be compared with each other: those that have two values or more."""
    paired = [values for values in coded if len(values) > 1]
    chance = by_chance([value for values in paired for value in values], distance) or Fraction(0)
    return [Unit(by_chance(values, distance) or Fraction(0), chance, len(values)) for values in paired]


def alpha(coded: Sequence[Unit]) -> Fraction | None:
    """Krippendorff's alpha; None where it is not defined: of fewer than two units, and where nothing varies."""
    observed = sum((unit.observed * unit.values for unit in coded), Fraction(0))
    expected = sum((unit.expected * unit.values for unit in coded), Fraction(0))
    return 1 - observed / expected if len(coded) > 1 and expected else None


def bounds(coded: Sequence[Unit]) -> Bounds | None:
    """Bounds of alpha: of samples of as many units, drawn from these with replacement; None where alpha is None.

    What chance would bring of each unit is held as it was found, as in Krippendorff's own algorithm. The samples are
    the same on every machine: only ``Random.random`` is asked, whose numbers Python keeps for a given seed.
    """
    if alpha(coded) is None:
        return None
    draw, number = Random(SEED).random, len(coded)
    # Whole numbers: the sum of floats is not the same in every version of Python.
    scale = lcm(*(value.denominator for unit in coded for value in unit[:2]))
    observed = [int(unit.observed * unit.values * scale) for unit in coded]
    expected = [int(unit.expected * unit.values * scale) for unit in coded]
    found: list[float] = []
    for _ in range(SAMPLES):
        drawn = [int(draw() * number) for _ in range(number)]
        chance = sum(expected[unit] for unit in drawn)
        if chance:
            found.append((chance - sum(observed[unit] for unit in drawn)) / chance)
    found.sort()
    cut = int(_TAIL * len(found))
    return Bounds(Fraction(found[cut]), Fraction(found[-1 - cut])) if found else None
