"""The names of parties over columns: upright where each finds room, else slanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdiff.reports.charts import look, svg
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.escaping import visible

_LINE = 14.0
#: The sine of the angle at which names are slanted, and its cosine: 45 degrees.
_SLANT = 0.7071
_MOST_ROOM = 260.0


class Header(NamedTuple):
    """The names from ``y`` 0 to ``height``, over columns of a width; ``beyond``: how far the last one reaches out."""

    elements: tuple[str, ...]
    column: float
    height: float
    beyond: float = 0


def header(names: Sequence[str], column: float | None = None) -> Header:
    """The names over columns, which are as wide as so many of them can be unless a width is asked for."""
    across = column or (76.0 if len(names) <= 4 else 64.0 if len(names) <= 8 else 34.0)
    room = across - 4
    if all(width(word, look.SMALL, True) <= room for name in names for word in visible(name).split()):
        upright = [wrapped(name, room, look.SMALL, 4, True) for name in names]
        most = max(map(len, upright))
        elements = [
            words
            for number, lines in enumerate(upright)
            for words in svg.lines(
                across * (number + 0.5), _LINE * (most - len(lines) + 1) - 3, lines, _LINE, "small strong", "middle"
            )
        ]
        return Header(tuple(elements), across, _LINE * most + 4)
    slanted = [cut(name, _MOST_ROOM, look.SMALL, True) for name in names]
    lengths = [width(name, look.SMALL, True) for name in slanted]
    height = max(lengths) * _SLANT + 12
    elements = [
        f'<g transform="translate({svg.number(across * (number + 0.5))} {svg.number(height - 6)}) rotate(-45)">'
        f"{svg.text(0, 0, name, 'small strong')}</g>"
        for number, name in enumerate(slanted)
    ]
    reach = max(across * (number + 0.5) + length * _SLANT for number, length in enumerate(lengths))
    return Header(tuple(elements), across, height, max(0.0, reach + 8 - across * len(names)))
