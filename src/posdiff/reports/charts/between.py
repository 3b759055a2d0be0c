"""What lies between the parties on an axis: a gap, common ground, or that there is neither, or none that is known."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from posdiff.comparison.relations import Comparison
from posdiff.dossier.region import accepted, conceivable
from posdiff.kinds.kind import Gap, Space, Union
from posdiff.reports import wording
from posdiff.reports.charts.axis import BEYOND, PLOT, Axis, stretches

#: From where, and how wide.
Band = tuple[float, float]


class Between(NamedTuple):
    """``word``: what stands in the picture; ``in_words``: what it is, from where to where. ``bands``: where it lies."""

    word: str
    in_words: str
    style: str = ""
    bands: tuple[Band, ...] = ()


def between_parties(row: Comparison, axis: Axis) -> Between | None:
    """What is marked on an issue; nothing where fewer than two parties hold a position."""
    space = row.issue.space
    if len(row.terms) < 2:
        return None
    if row.common:
        bands = tuple(_ground(space, row.common, axis))
        return Between("common ground", space.union_words(row.common), "common", bands)
    if row.relation == "conditional":
        ground = space.tidy(space.intersect([conceivable(space, held.terms) for held in row.terms.values()]))
        bands = tuple(_ground(space, ground, axis))
        return Between("common ground only on a condition", space.union_words(ground), "perhaps", bands)
    if row.gap is not None:
        return Between("gap", space.gap_words(row.gap), "gap", tuple(_gap(row.gap, axis)))
    if row.relation == "contradiction":
        steps = _steps(row) if axis.of_options else None
        return _gap_of_steps(row, steps, axis) if steps else Between("no common ground", "no outcome meets all")
    return Between("neither gap nor common ground is known", wording.RELATION_TITLES[row.relation][0])


def _gap(gap: Gap, axis: Axis) -> Iterator[Band]:
    """Where the gap lies."""
    ends = [float(end) for end in (gap.start, gap.end) if not isinstance(end, str)]
    left, right = axis.at(min(ends)), axis.at(max(ends)) if len(ends) == 2 else axis.width
    yield left, max(right - left, 2.0)


def _steps(row: Comparison) -> tuple[float, float] | None:
    """From the lowest last option that a party accepts to the highest first one; None where no such gap is left."""
    space = row.issue.space
    lie = [
        stretches(space, accepted(space, held.terms) or conceivable(space, held.terms)) for held in row.terms.values()
    ]
    if not all(lie):
        return None
    low = min(max(stretch.end for stretch in of_party) for of_party in lie)
    high = max(min(stretch.start for stretch in of_party) for of_party in lie)
    return (low, high) if low < high else None


def _gap_of_steps(row: Comparison, steps: tuple[float, float], axis: Axis) -> Between:
    """The gap between two options, from the edge of one to the edge of the other; where one is vague, at least that."""
    low, high = steps
    first, last = (tick.words for at in steps for tick in row.issue.space.ticks(at, at, 1))
    least = "at least " if any(held.vague for held in row.terms.values()) else ""
    left, right = axis.at(low) + 0.3 * axis.step, axis.at(high) - 0.3 * axis.step
    in_words = f"gap of {least}{wording.count(round(high - low), 'step')}, from {first} to {last}"
    return Between("gap", in_words, "gap", ((left, right - left),))


def _ground(space: Space, common: Union, axis: Axis) -> Iterator[Band]:
    """Where common ground lies."""
    half = 0.5 * axis.step if axis.of_options else 5.0
    for stretch in stretches(space, common):
        if stretch.start < math.inf:
            left, right = max(axis.at(stretch.start) - half, 0.0), min(axis.at(stretch.end) + half, axis.width)
            yield left, right - left
        if stretch.beyond:
            yield axis.width + 4, PLOT + BEYOND - axis.width - 4
