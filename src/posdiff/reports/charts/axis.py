"""The axis of an issue with a scale: the part of the line that is drawn, and where on it something lies."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from posdiff.kinds.axis import Stretch
from posdiff.kinds.kind import Space, Union

#: How wide the axis is; and the room beside it for what lies above every number.
PLOT, BEYOND = 420.0, 78.0


class Axis(NamedTuple):
    """The part of the line that is drawn, from ``low`` to ``high``; ``beyond``: what lies above every number."""

    low: float
    high: float
    beyond: str

    @property
    def width(self) -> float:
        """The room of the numbers; what lies beyond them has the rest."""
        return PLOT if self.beyond else PLOT + BEYOND

    @property
    def of_options(self) -> bool:
        """Whether the places are options, each as wide as the others: it begins half of one before the first."""
        return self.low == -0.5

    @property
    def step(self) -> float:
        """How wide a step of one is."""
        return self.width / (self.high - self.low)

    def at(self, value: float) -> float:
        """How far from the left a value lies; what lies outside, at the end of the axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.width * min(max(share, 0.0), 1.0)


def axis_of(space: Space, drawn: Iterable[Stretch]) -> Axis:
    """From the least to the greatest number that is named in what is drawn, and a little more on either side."""
    ends = [end for stretch in space.on_axis(space.everything) for end in stretch[:2] if math.isfinite(end)]
    named = ends or [end for stretch in drawn for end in stretch[:2] if math.isfinite(end)]
    low, high = min(named, default=0.0), max(named, default=1.0)
    if ends:
        return Axis(low - 0.5, high + 0.5, space.beyond())
    room = (high - low) * 0.2 or space.room_around(high)
    return Axis(max(low - room, 0.0) if low >= 0 else low - room, high + room, space.beyond())


def stretches(space: Space, union: Union) -> list[Stretch]:
    """Where outcomes lie on the line."""
    return [stretch for piece in space.tidy(union) for stretch in space.on_axis(piece)]
