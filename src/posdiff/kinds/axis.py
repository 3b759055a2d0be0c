"""Where outcomes lie on a line that can be drawn, and which places of the line are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

INFINITY = float("inf")


class Stretch(NamedTuple):
    """The part of the line that a piece takes up, its ends included; infinite where it has no end there.

    ``beyond``: whether it holds the outcome above every number as well. That outcome alone begins at infinity.
    """

    start: float
    end: float
    beyond: bool = False


class Tick(NamedTuple):
    """A place on the line, and its name."""

    at: float
    words: str


def round_numbers(low: float, high: float, most: int, whole: bool) -> list[int | Fraction]:
    """Round numbers between two others, so many at most: steps of 1, 2 or 5 and a power of ten."""
    from fractions import Fraction

    start, end = Fraction(low), Fraction(high)
    least = (end - start) / max(most - 1, 1)
    power = Fraction(1)
    while power * 10 <= least:
        power *= 10
    while power > least > 0:
        power /= 10
    step = next((power * digit for digit in (1, 2, 5) if power * digit >= least), power * 10)
    if whole:
        step = max(step, Fraction(1))
    first = -(-start // step)
    numbers = [first * step + step * number for number in range(int((end - first * step) // step) + 1)]
    return [number.numerator if number.denominator == 1 else number for number in numbers[:most]]


def round_days(first: int, last: int, most: int) -> list[Tick]:
    """The beginnings of days, months or years between two days (ordinals), so many at most."""
    from datetime import date

    begin, end = date.fromordinal(first), date.fromordinal(last)
    if last - first < most:
        return [Tick(day, date.fromordinal(day).isoformat()) for day in range(first, last + 1)]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000):
        if (last - first) / (months * 30) <= most:
            break
    starts = [
        date(year, month, 1)
        for year in range(begin.year, end.year + 1) if months <= 12 or year % (months // 12) == 0
        for month in range(1, 13, min(months, 12))
    ]  # fmt: skip
    return [
        Tick(day.toordinal(), f"{day.year}" if months >= 12 or day.month == 1 else day.isoformat()[:7])
        for day in starts
        if begin <= day <= end
    ][:most]
