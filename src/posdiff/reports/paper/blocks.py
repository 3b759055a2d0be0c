"""What a paper is made of. Texts are plain: whoever writes a format escapes them for it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Style = Literal["plain", "strong", "faint", "date", "red-line", "clash", "common", "removed", "added"]


class Run(NamedTuple):
    """Words in one style. ``cites``: the numbers of the sources they stand on."""

    text: str
    style: Style = "plain"
    cites: tuple[int, ...] = ()


#: One line or paragraph.
Line = tuple[Run, ...]


class Quoted(NamedTuple):
    """A quote: whose words, of which day (ISO, or that with the word that it is reported), about what."""

    about: str
    who: str
    day: str
    text: str
    cites: tuple[int, ...]


class Cell(NamedTuple):
    """One cell of a table: its lines, and the quotes that stand behind them."""

    lines: tuple[Line, ...] = ()
    quotes: tuple[Quoted, ...] = ()


class Move(NamedTuple):
    """A point on the time line of one issue: a day (an ordinal), the kind of change, what was held from then on."""

    day: int
    kind: str
    words: str


class Lane(NamedTuple):
    """One party's moves on an issue, in order, up to the day (an ordinal) that they were looked at."""

    who: str
    moves: tuple[Move, ...]
    until: int


class Row(NamedTuple):
    """A row of a table. The first cell is its header.

    ``anchor``: an id for links, unique in the paper: an issue's own id, or ``PARTY_ISSUE``. ``facets``: what a reader
    may filter by, such as ``(("relation", "agreed"), ("party", "russia"))``.
    """

    cells: tuple[Cell, ...]
    anchor: str | None = None
    facets: tuple[tuple[str, str], ...] = ()
    lanes: tuple[Lane, ...] = ()


class Table(NamedTuple):
    """Rows under column headers. ``caption`` says what it holds, for those who do not see it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


class Edge(NamedTuple):
    """One demand of a ring: which step, what before or together with, and lines that say who holds it.

    ``ends``: the places of the two in the ring's steps; two steps may be called the same.
    """

    before: str
    after: str
    ends: tuple[int, int]
    together: bool
    label: str
    lines: tuple[Line, ...]
    quotes: tuple[Quoted, ...]


class Ring(NamedTuple):
    """A deadlock: its steps, by title, and its edges in the same order. ``anchor`` as in ``Row``."""

    title: str
    steps: tuple[str, ...]
    edges: tuple[Edge, ...]
    anchor: str
    facets: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """A statement: its day (ISO), whose it is, its title, its sources, and lines with what is to be known about it."""

    day: str
    who: str
    title: str
    cites: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()


class Chronicle(NamedTuple):
    """Statements in order. Drawn as a line of time."""

    title: str
    entries: tuple[Entry, ...]


class Paragraph(NamedTuple):
    """A paragraph."""

    line: Line


class Bullets(NamedTuple):
    """A list, each item a line."""

    lines: tuple[Line, ...]


Block = Table | Ring | Chronicle | Paragraph | Bullets


class Section(NamedTuple):
    """A heading, what it means, and what stands under it. ``level`` 2 or 3."""

    title: str
    blocks: tuple[Block, ...]
    meaning: str = ""
    mark: str = ""
    anchor: str = ""
    level: int = 2


class Note(NamedTuple):
    """A source, as a footnote: the words, a link where there is one, and what is to be known about it."""

    number: int
    words: str
    url: str | None
    note: str | None


class Filter(NamedTuple):
    """What rows can be filtered by: a facet, its title, and its values with their titles, in order."""

    facet: str
    title: str
    values: tuple[tuple[str, str], ...]


class Paper(NamedTuple):
    """An answer to be sent on. ``command`` made it; ``lead`` says in a line or two what it holds."""

    command: str
    title: str
    lead: tuple[Line, ...]
    sections: tuple[Section, ...]
    sources: tuple[Note, ...]
    filters: tuple[Filter, ...] = ()
    stamp: str | None = None
