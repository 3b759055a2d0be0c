"""The ring of a deadlock as inline SVG.

It is drawn in numbers and class names only: words go in through the template engine, which escapes them.
"""

import math
from typing import NamedTuple

from posdiff.reports.charts.lettering import wrapped
from posdiff.reports.document import Ring

_BOX = (140, 46)
#: Every ring is this wide, so that it can be read on a telephone as well; longer rings are higher.
_WIDTH = 380
#: How far from the middle the steps stand that go down on the right side and up on the left one.
_ASIDE = 112
_SIZE = 13


class Label(NamedTuple):
    """Words at a place, in lines."""

    x: float
    y: float
    lines: tuple[str, ...]


class Arrow(NamedTuple):
    """A curve from one box to another, as an SVG path; ``both``: with a point at either end."""

    path: str
    both: bool
    label: Label


class RingDrawing(NamedTuple):
    """Boxes (by their middles) and arrows, in a picture of a width and a height."""

    width: int
    height: int
    boxes: tuple[Label, ...]
    arrows: tuple[Arrow, ...]
    box_width: int = _BOX[0]
    box_height: int = _BOX[1]


def draw_ring(ring: Ring) -> RingDrawing:
    """The steps of a ring, with an arrow for each demand from what comes first to what comes after.

    The first step stands on top; the others go down on the right and come up on the left.
    """
    aside, last = divmod(len(ring.steps) - 1, 2)
    gap = 150 if len(ring.steps) == 2 else 110
    top, middle = 40.0, _WIDTH / 2
    right = [(middle + _ASIDE, top + gap * row) for row in range(1, aside + 1)]
    left = [(2 * middle - x, y) for x, y in reversed(right)]
    places = [(middle, top), *right, *([(middle, top + gap * (aside + 1))] if last else []), *left]
    lowest = max(y for _, y in places)
    center = (middle, (top + lowest) / 2)
    arrows = []
    for edge in ring.edges:
        start, end = (places[place] for place in edge.ends)
        arrows.append(_arrow(start, end, center, edge.together, edge.holders))
    boxes = tuple(
        Label(round(x), round(y), wrapped(step, _BOX[0] - 8, _SIZE, 3))
        for step, (x, y) in zip(ring.steps, places, strict=True)
    )
    return RingDrawing(_WIDTH, round(lowest) + (40 if last else 80), boxes, tuple(arrows))


def _arrow(
    start: tuple[float, float], end: tuple[float, float], center: tuple[float, float], both: bool, label: str
) -> Arrow:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    out = (middle[0] - center[0], middle[1] - center[1])
    length = math.hypot(*out)
    far = 20.0 if start[0] == end[0] != center[0] else 60.0  # along a side there is no more room
    if length < 1:  # two steps: one arrow down on the right, one up on the left
        out, length, far = (1.0 if start[1] < end[1] else -1.0, 0.0), 1.0, 110.0
    bend = (middle[0] + out[0] / length * far, middle[1] + out[1] / length * far)
    first, last = _edge(start, bend), _edge(end, bend)
    path = f"M{first[0]:.0f} {first[1]:.0f}Q{bend[0]:.0f} {bend[1]:.0f} {last[0]:.0f} {last[1]:.0f}"
    # The words stand where the curve is farthest out, half-way between its middle and the point that bends it.
    place = ((middle[0] + bend[0]) / 2, (middle[1] + bend[1]) / 2)
    return Arrow(path, both, Label(round(place[0]), round(place[1]), wrapped(label, _BOX[0] - 20, _SIZE - 1, 3)))


def _edge(box: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line from a box's middle to a point leaves the box."""
    dx, dy = towards[0] - box[0], towards[1] - box[1]
    scale = min((_BOX[0] / 2 + 4) / abs(dx) if dx else math.inf, (_BOX[1] / 2 + 4) / abs(dy) if dy else math.inf)
    return box[0] + dx * scale, box[1] + dy * scale
