"""The exponent of a time against a size: 1 where twice as much takes twice as long, 2 where it takes four times."""

from __future__ import annotations

from collections.abc import Mapping
from math import log


def exponent(times: Mapping[int, float]) -> float:
    """The slope, by least squares, of the logarithm of the time against that of the size."""
    points = [(log(size), log(time)) for size, time in times.items()]
    x_mean = sum(x for x, _ in points) / len(points)
    y_mean = sum(y for _, y in points) / len(points)
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)
