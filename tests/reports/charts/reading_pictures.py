"""Reads a picture back: its texts with the place that each takes up, by the widths that the program reckons with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from posdiff.reports.charts.lettering import width

SVG = "{http://www.w3.org/2000/svg}"
_SIZES = {"title": 20.0, "heading": 14.0, "small": 11.5}


class Written(NamedTuple):
    """Words in a picture, and the rectangle in which they stand. ``slanted``: turned, so that it is not known."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    slanted: bool


def root_of(picture: str) -> ET.Element:
    """The element of a picture. Raises where it is no XML."""
    return ET.fromstring(picture.encode("utf-8"))


def size_of(picture: str) -> tuple[float, float]:
    """The width and the height of a picture."""
    _, _, across, down = map(float, root_of(picture).attrib["viewBox"].split())
    return across, down


def texts_of(picture: str) -> list[Written]:
    """Every text that is seen."""
    return list(_texts(root_of(picture), 0.0, 0.0, False))


def _texts(element: ET.Element, x: float, y: float, slanted: bool) -> Iterator[Written]:
    moved = element.attrib.get("transform", "")
    if place := re.search(r"translate\(([-.0-9]+) ([-.0-9]+)\)", moved):
        x, y = x + float(place[1]), y + float(place[2])
    slanted = slanted or "rotate" in moved
    if element.tag == f"{SVG}text":
        yield _written(element, x, y, slanted)
    for child in element:
        yield from _texts(child, x, y, slanted)


def _written(element: ET.Element, x: float, y: float, slanted: bool) -> Written:
    styles = element.attrib.get("class", "").split()
    size = next((_SIZES[style] for style in styles if style in _SIZES), 13.0)
    words = element.text or ""
    across = width(words, size, bool({"title", "heading", "strong"} & set(styles)))
    before = {"middle": 0.5, "end": 1.0}.get(element.attrib.get("text-anchor", ""), 0.0)
    start = x + float(element.attrib["x"]) - across * before
    base = y + float(element.attrib["y"])
    return Written(words, start, start + across, base - size * 0.75, base + size * 0.2, slanted)


def outside(picture: str) -> list[str]:
    """The texts that reach out of the picture."""
    across, down = size_of(picture)
    return [
        text.words
        for text in texts_of(picture)
        if not text.slanted and not (text.left >= 0 and text.right <= across and text.top >= 0 and text.bottom <= down)
    ]


def overlapping(picture: str) -> list[tuple[str, str]]:
    """The pairs of texts that stand upon each other."""
    texts = sorted((text for text in texts_of(picture) if not text.slanted and text.words), key=lambda text: text.top)
    found = []
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            if other.top >= one.bottom:
                break
            if min(one.right, other.right) - max(one.left, other.left) > 0.5:
                found.append((one.words, other.words))
    return found
