"""Tables of which each row is a line: what does not fit its column is cut, and not wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import zip_longest

from posdiff.reports.writers.terminal.rows import Span

Spans = Sequence[Span]
Cut = Callable[[Spans, int], list[Span]]

_BETWEEN = 2
#: A column of this width can be read though it is cut; where one is narrower, each row has a second line.
_LEAST = 16
#: A table that has room for it twice is folded in two from so many rows on, with so much between the halves.
_MOST_UNFOLDED, _GUTTER = 6, 4


def laid_out(
    head: Sequence[Spans], body: Sequence[Sequence[Spans]], short: Collection[int], folds: bool, room: int, cut: Cut
) -> list[list[Span]]:
    """The lines of a table: columns side by side, each as wide as its longest cell, or as its share of the room.

    A column in which no row says anything is left out. Where columns would be too narrow to be read, all but the first
    and the ``short`` ones (by number) have a line of their own under these; where there are only short ones, bands of
    columns stand below each other, each beside the first column. ``folds``: with room for it twice, the
    table is folded in two.
    """
    shown = [number for number in range(len(head)) if any(cells[number] for cells in body)]
    rows = [[cells[number] for number in shown] for cells in (head, *body)]
    needed = [max(length(cells[number]) for cells in rows) for number in range(len(shown))]
    crowded = sum(needed[1:]) + _BETWEEN * len(needed[1:]) + min(needed[0], _LEAST) > room
    above = [place for place, number in enumerate(shown) if place == 0 or number in short]
    if crowded and len(above) == len(shown):
        return _in_bands(rows, needed, room, cut)
    widths = _shares(rows, room, _BETWEEN)
    narrow = any(width < min(need, _LEAST) for width, need in zip(widths, needed, strict=True))
    if narrow and 1 < len(shown) - len(above) < len(shown):
        return _stacked(rows, above, room, cut)
    lines = _beside(rows, widths, _BETWEEN, cut)
    wide = sum(widths) + _BETWEEN * (len(shown) - 1)
    if folds and len(body) >= _MOST_UNFOLDED and 2 * wide + _GUTTER <= room:
        lines = _folded(lines, wide)
    return lines


def _in_bands(rows: Sequence[Sequence[Spans]], needed: Sequence[int], room: int, cut: Cut) -> list[list[Span]]:
    """Columns side by side, close to each other; where they do not fit so, in bands of about as many each."""
    first = min(needed[0], _LEAST)
    number = -(-(sum(needed[1:]) + len(needed[1:])) // max(1, room - first))
    each, between = -(-len(needed[1:]) // number), 1 if number == 1 else _BETWEEN
    lines: list[list[Span]] = []
    for at in range(1, len(needed), each):
        band = [[cells[0], *cells[at : at + each]] for cells in rows]
        lines += [*([[]] if lines else []), *_beside(band, _shares(band, room, between), between, cut)]
    return lines


def length(spans: Iterable[Span]) -> int:
    """How many characters spans have."""
    return sum(len(span.text) for span in spans)


def wrapped(spans: Spans, room: int) -> list[tuple[Span, ...]]:
    """Spans as lines of this width, broken at blanks; a word that is longer than the room has a line of its own."""
    lines: list[list[Span]] = [[]]
    used = 0
    for span in spans:
        for word in re.findall(r"\S+\s*|\s+", span.text):
            if used and used + len(word.rstrip()) > room:
                lines.append([])
                used = 0
            lines[-1].append(span._replace(text=word))
            used += len(word)
    return [tuple(line) for line in lines]


def _beside(rows: Iterable[Sequence[Spans]], widths: Sequence[int], between: int, cut: Cut) -> list[list[Span]]:
    lines = []
    for cells in rows:
        spans: list[Span] = []
        for cell, width in zip(cells, widths, strict=True):
            fits = cut(cell, width)
            spans += [*fits, Span(" " * (width - length(fits) + between))]
        lines.append(spans[:-1])
    return lines


def _stacked(rows: Sequence[Sequence[Spans]], above: Collection[int], room: int, cut: Cut) -> list[list[Span]]:
    """Some cells of each row on a line, by number, and the others on the next."""
    upper = [[cells[number] for number in above] for cells in rows]
    lower = [[cell for number, cell in enumerate(cells) if number not in above] for cells in rows]
    indent = 2 * _BETWEEN
    first, second = (
        _beside(cells, _shares(cells, width, _BETWEEN), _BETWEEN, cut)
        for cells, width in ((upper, room), (lower, room - indent))
    )
    return [
        line for lines in zip(first, ([Span(" " * indent), *line] for line in second), strict=True) for line in lines
    ]


def _shares(rows: Sequence[Sequence[Spans]], room: int, between: int) -> list[int]:
    """How wide each column is: what it needs, the narrow ones first; wide ones have equal shares of what is left."""
    longest = [max(length(cells[number]) for cells in rows) for number in range(len(rows[0]))]
    room -= between * (len(longest) - 1)
    widths = [0] * len(longest)
    needy = sorted(range(len(longest)), key=lambda number: longest[number])
    for place, number in enumerate(needy):
        widths[number] = min(longest[number], max(room, 0) // (len(needy) - place))
        room -= widths[number]
    return widths


def _folded(lines: Sequence[list[Span]], wide: int) -> list[list[Span]]:
    """The lines of a narrow table in two columns beside each other, each under the line of titles."""
    head, *body = lines
    half = (len(body) + 1) // 2
    folded: list[list[Span]] = []
    nothing: list[Span] = []
    for left, right in zip_longest((head, *body[:half]), (head, *body[half:]), fillvalue=nothing):
        folded.append([*left, Span(" " * (wide - length(left) + _GUTTER)), *right])
    return folded
