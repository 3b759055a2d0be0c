"""Drawings as inline SVG: the ring of a deadlock, and the moves of each party on an issue along a line of time.

They are drawn in numbers and class names only: words go in through the template engine, which escapes them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from posdiff.reports.paper.blocks import Lane, Ring

_BOX = (168, 50)
_LETTERS = 22


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
    """Boxes (by their upper left corners) and arrows, in a picture of a width and a height."""

    width: int
    height: int
    boxes: tuple[Label, ...]
    arrows: tuple[Arrow, ...]


def ring(one: Ring) -> RingDrawing:
    """The steps of a ring in a circle, with an arrow for each demand from what comes first to what comes after."""
    number = len(one.steps)
    radius_x, radius_y = (250.0, 70.0) if number == 2 else (250.0, 90.0 + 30 * number)
    center = (radius_x + _BOX[0] / 2 + 60, radius_y + _BOX[1] / 2 + 50)
    places = []
    for index in range(number):
        angle = math.pi + 2 * math.pi * index / number
        places.append((center[0] + radius_x * math.cos(angle), center[1] + radius_y * math.sin(angle)))
    arrows = []
    for edge in one.edges:
        start, end = (places[place] for place in edge.ends)
        arrows.append(_arrow(start, end, center, edge.together, edge.label))
    boxes = tuple(
        Label(round(x), round(y), wrapped(step, _LETTERS)) for step, (x, y) in zip(one.steps, places, strict=True)
    )
    return RingDrawing(round(2 * center[0]), round(2 * center[1]), boxes, tuple(arrows))


def _arrow(
    start: tuple[float, float], end: tuple[float, float], center: tuple[float, float], both: bool, label: str
) -> Arrow:
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    out = (middle[0] - center[0], middle[1] - center[1])
    length = math.hypot(*out)
    if length < 1:  # two steps: one arrow above, one below
        out = (0.0, -1.0) if start[0] < end[0] else (0.0, 1.0)
        length = 1.0
    bend = (middle[0] + out[0] / length * 60, middle[1] + out[1] / length * 60)
    first, last = _edge(start, bend), _edge(end, bend)
    path = f"M{first[0]:.0f} {first[1]:.0f}Q{bend[0]:.0f} {bend[1]:.0f} {last[0]:.0f} {last[1]:.0f}"
    # The words stand where the curve is farthest out, half-way between its middle and the point that bends it.
    place = ((middle[0] + bend[0]) / 2, (middle[1] + bend[1]) / 2)
    return Arrow(path, both, Label(round(place[0]), round(place[1]), wrapped(label, _LETTERS)))


def _edge(box: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line from a box's middle to a point leaves the box."""
    dx, dy = towards[0] - box[0], towards[1] - box[1]
    scale = min((_BOX[0] / 2 + 4) / abs(dx) if dx else math.inf, (_BOX[1] / 2 + 4) / abs(dy) if dy else math.inf)
    return box[0] + dx * scale, box[1] + dy * scale


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """Words in lines of at most so many letters, three lines at most."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + (word if len(word) <= most else f"{word[: most - 1]}…")
    return tuple(lines[:3]) if len(lines) <= 3 else (*lines[:2], f"{lines[2][: most - 2]} …")


class Point(NamedTuple):
    """A move: where it stands, its mark's kind, its day (ISO) and the words for it."""

    x: int
    kind: str
    day: str
    words: str


class Track(NamedTuple):
    """One party's line: its height and its points."""

    who: str
    y: int
    points: tuple[Point, ...]


class TimeDrawing(NamedTuple):
    """Tracks between two days (ISO), from ``left`` to ``right``, in a picture of a width and a height."""

    width: int
    height: int
    left: int
    right: int
    first: str
    last: str
    tracks: tuple[Track, ...]


_LEFT, _RIGHT, _ROW = 150, 900, 24


def line_of_time(lanes: Sequence[Lane]) -> TimeDrawing | None:
    """The moves of each party on one issue, from the first to the last of them; None where there is none."""
    days = [move.day for lane in lanes for move in lane.moves]
    if not days:
        return None
    first, span = min(days), max(max(days) - min(days), 1)
    tracks = []
    for number, lane in enumerate(lanes):
        points = tuple(
            Point(
                round(_LEFT + (_RIGHT - _LEFT) * (move.day - first) / span), move.kind,
                date.fromordinal(move.day).isoformat(), move.words,
            )
            for move in lane.moves
        )  # fmt: skip
        tracks.append(Track(lane.who, _ROW * (number + 1), points))
    ends = [date.fromordinal(day).isoformat() for day in (first, max(days))]
    return TimeDrawing(_RIGHT + 20, _ROW * (len(lanes) + 2), _LEFT, _RIGHT, ends[0], ends[1], tuple(tracks))
