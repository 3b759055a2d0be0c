"""The elements of a picture as SVG. Every text goes through ``text``, which escapes it: no party's word is markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from posdiff.reports.escaping import visible

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(words: str) -> str:
    """Words for a place between tags or in an attribute; what XML forbids and nobody could see is made visible."""
    return visible(words).translate(_ESCAPES)


def number(value: float) -> str:
    """A length: one decimal at most, the same on every machine."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


class Drawing(NamedTuple):
    """Elements that lie in a rectangle of this size, from its upper left corner."""

    width: float
    height: float
    elements: tuple[str, ...]


def rect(x: float, y: float, width: float, height: float, style: str, round: float = 0) -> str:
    """A rectangle in one of the styles of ``look``."""
    corners = f' rx="{number(round)}"' if round else ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect class="{style}" {place}{corners}/>'


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    """A straight line."""
    return f'<path class="{style}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def path(steps: str, style: str, x: float = 0, y: float = 0) -> str:
    """A path, by its SVG steps, moved to a place."""
    place = f' transform="translate({number(x)} {number(y)})"' if x or y else ""
    return f'<path class="{style}" d="{steps}"{place}/>'


def text(x: float, y: float, words: str, style: str = "", anchor: str = "start") -> str:
    """Words on one line, from, around or up to a place on its base line."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    look = f' class="{style}"' if style else ""
    return f'<text{look} x="{number(x)}" y="{number(y)}"{where}>{escaped(words)}</text>'


def lines(x: float, y: float, words: Iterable[str], height: float, style: str = "", anchor: str = "start") -> list[str]:
    """Lines of words under each other."""
    return [text(x, y + height * row, line, style, anchor) for row, line in enumerate(words)]


def group(x: float, y: float, elements: Iterable[str]) -> str:
    """Elements moved to a place."""
    return f'<g transform="translate({number(x)} {number(y)})">\n' + "\n".join(elements) + "\n</g>"


def explained(title: str, elements: Iterable[str]) -> str:
    """Elements with words that a browser shows over them."""
    return f"<g><title>{escaped(title)}</title>{''.join(elements)}</g>"
