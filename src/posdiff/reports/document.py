"""What an answer to be read is made of: chosen and ordered once, and then written for a terminal, as Markdown, as HTML.

Texts are plain: each writer escapes them for the place that it puts them in, and takes from what a text or a part *is*
(a red line, a contradiction, a date) the look that it has there.
"""

from typing import Literal, NamedTuple

Style = Literal[
    "plain", "strong", "faint", "date", "red-line", "contradiction", "conditional", "common", "removed", "added",
    "code",
]  # fmt: skip


class Run(NamedTuple):
    """Words in one style. ``cites``: the numbers of the sources that they stand on. ``mark``: the sign before them.

    Signs are named as in ``wording.MARKS``, since not every terminal has them all. ``file``: the position file that the
    words name, by its path in the folder of positions. ``page``: what the words name, as the pages of a site are
    called, ``issues/ceasefire``, or a place in the same document, ``#_contradiction``. ``language``: a tag of BCP 47 of
    words in another language than the document's, or empty. ``ending``: what stands behind the words where there is no
    room for all of them.
    """

    text: str
    style: Style = "plain"
    cites: tuple[int, ...] = ()
    mark: str = ""
    file: str = ""
    page: str = ""
    language: str = ""
    ending: str = ""


#: One line or paragraph.
Line = tuple[Run, ...]


class Quotation(NamedTuple):
    """A quote: about what, whose words, who spoke (empty: nobody is named), of which day.

    The day is ISO, or that with the word that it is reported. ``language``: a tag of BCP 47, or empty.
    ``translation``: the same words in another language, under the words ``told`` (``translated from Russian``); where
    there is none, ``told`` says in which language they are (``in Russian``), or nothing.
    ``proven``: that it could not be found in the page of its source; empty where it was, or where nobody looked.
    ``links``: words with the addresses that lead to the quote in its page, and in an archive's copy of that.
    """

    about: str
    party: str
    speaker: str
    day: str
    text: str
    cites: tuple[int, ...]
    language: str = ""
    told: str = ""
    translation: str = ""
    proven: str = ""
    links: tuple[tuple[str, str], ...] = ()

    def attribution(self, party: bool = True) -> str:
        """Who spoke, for which party (where that is not plain), and when: ``The minister, North, 2024-06-13``."""
        names = dict.fromkeys((self.speaker, self.party) if party else (self.speaker,))
        return ", ".join(
            part for part in (*names, self.day, "" if self.translation else self.told, self.proven) if part
        )


class Dates(NamedTuple):
    """When something was said and stated again: each day with its sources, and in short the first day and the last.

    ``place``: where that stands in the files, where it is told beside the days.
    """

    line: Line
    short: str
    place: Line = ()


class PartLine(NamedTuple):
    """One more part of a position: what it says, and when that was said, where anything was."""

    line: Line
    dates: Dates | None = None


class Evidence(NamedTuple):
    """What a position stands on: its quotes, where each of its parts stands in the files, the coder's notes.

    ``places``: each a file and line, with its sources.
    ``quotes_shown``: quotes and notes are shown even to a reader at a terminal who did not ask for quotes.
    """

    quotes: tuple[Quotation, ...] = ()
    places: Line = ()
    notes: tuple[Line, ...] = ()
    quotes_shown: bool = False


class Fact(NamedTuple):
    """A line with a word before it that says what it is."""

    label: str
    line: Line


class Cell(NamedTuple):
    """One cell of a table.

    ``id``: the id of what the first line names. ``dates`` belong to the first line; ``more`` are the further parts of
    the position that it says; ``facts`` come after the lines. ``silent``: there is no position; the cell only says so.
    """

    lines: tuple[Line, ...] = ()
    id: str = ""
    dates: Dates | None = None
    facts: tuple[Fact, ...] = ()
    evidence: Evidence | None = None
    silent: bool = False
    more: tuple[PartLine, ...] = ()


class LaneMove(NamedTuple):
    """A point on the time line of one issue: a day (an ordinal), the kind of change, what was held from then on."""

    day: int
    kind: str
    words: str


class Lane(NamedTuple):
    """One party's moves on an issue, in order."""

    party: str
    moves: tuple[LaneMove, ...]


Facets = tuple[tuple[str, str], ...]


class Row(NamedTuple):
    """A row of a table.

    ``anchor``: an id for links, unique in the document: an issue's own id, or ``PARTY_ISSUE``. ``facets``: what a
    reader may filter by, such as ``(("relation", "agreed"), ("party", "russia"))``. ``mark``: the sign of what it is.
    ``depth``: within how many cases it stands. ``state``: of a paper of two drafts, how far the row is; its colour.
    """

    cells: tuple[Cell, ...]
    anchor: str | None = None
    facets: Facets = ()
    lanes: tuple[Lane, ...] = ()
    mark: str = ""
    depth: int = 0
    state: Literal["across-red-line", "agreed", "in-reach", "open", ""] = ""


class Column(NamedTuple):
    """A column of a table: its title, and the word that stands before its cell where each row is read by itself.

    ``page``: what the title names, as in ``Run``.
    ``mark``: of a table of counts, the sign that stands for the title where a row is a line. ``short``: its cells are
    short, and stand beside the first where a row takes two lines.
    """

    title: str
    label: str = ""
    page: str = ""
    mark: str = ""
    short: bool = False


Reading = Literal["records", "list", "outline", "grid", "lines"]


class Table(NamedTuple):
    """Rows under columns. ``caption`` says what it holds, for those who do not see it.

    ``key``: the number of the column that names what a row is about. ``reading``: how it is read where there is no
    room for columns: as ``records``, each row by itself, its cells under each other with their labels; as a ``list``,
    each row beside what its first cell says; as an ``outline``, each row under it; in columns, as a
    ``grid``; or as ``lines``, a line for each row, where what does not fit its column is cut. ``spaced``: long
    cells are wrapped in their columns, with a blank line between rows.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    reading: Reading = "records"
    key: int = 0
    spaced: bool = False


class Reason(NamedTuple):
    """Who holds a demand of a ring, and what that stands on."""

    line: Line
    evidence: Evidence | None = None


class Edge(NamedTuple):
    """One demand of a ring in words: which step comes before which, or together with it; and who holds it, and why.

    ``ends``: the places of the two in the ring's steps; two steps may have the same title. ``holders``: who holds it,
    in a few words.
    """

    words: str
    ends: tuple[int, int]
    together: bool
    holders: str
    reasons: tuple[Reason, ...]


class Ring(NamedTuple):
    """A deadlock: its steps, by title, and its edges in the same order. ``anchor`` as in ``Row``."""

    title: str
    steps: tuple[str, ...]
    edges: tuple[Edge, ...]
    anchor: str
    facets: Facets = ()


class Event(NamedTuple):
    """A statement: its day (ISO), whose it is, its title, its sources, and lines with what is to be known about it.

    ``file``: its file, as in ``Run``.
    """

    day: str
    party: str
    title: str
    cites: tuple[int, ...] = ()
    lines: tuple[Line, ...] = ()
    file: str = ""


class Chronicle(NamedTuple):
    """Statements in order. Drawn as a line of time."""

    title: str
    events: tuple[Event, ...]


class Excerpt(NamedTuple):
    """A line of a file, by its number, and the column (from 1) that is meant."""

    number: int
    text: str
    column: int


class Place(NamedTuple):
    """A place in a file: by the path from here, and by that from the top of the repository; ``file`` as in ``Run``."""

    here: str
    repository: str
    file: str


class Remark(NamedTuple):
    """A finding: how severe it is, by which rule, where, what is wrong, and what to do. ``related``: other places."""

    severity: str
    rule: str
    place: Place
    message: str
    hint: str | None = None
    related: tuple[Place, ...] = ()
    excerpt: Excerpt | None = None


class Remarks(NamedTuple):
    """Findings under columns: where, what was found, what to do."""

    caption: str
    columns: tuple[str, str, str]
    remarks: tuple[Remark, ...]


class Paragraph(NamedTuple):
    """A paragraph. ``apart``: an empty line comes before it, where it is read as lines."""

    line: Line
    apart: bool = False


class Bullets(NamedTuple):
    """A list, each item a line. ``cut``: what does not fit on a line is cut. ``apart``: an empty line comes before."""

    lines: tuple[Line, ...]
    cut: bool = False
    apart: bool = False


class Listing(NamedTuple):
    """Lines that are shown as they are: an example (``yaml``), a difference line by line (``diff``), or ``text``."""

    lines: tuple[str, ...]
    language: Literal["yaml", "diff", "text"] = "yaml"


Block = Table | Ring | Chronicle | Remarks | Paragraph | Bullets | Listing


class Section(NamedTuple):
    """A heading, what it means, and what stands under it.

    ``level``: 2 for a part of the document, 3 and 4 for what belongs to the part before. ``named``: the title is the
    name of a party, a statement or a draft, as somebody wrote it, and not a word for a kind of things. ``overview``:
    it sums up what the lines at the head and the sections after it say. Without a title it goes on with what stands
    before it. ``file``: the position file that the meaning names, as in ``Run``.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    meaning: str = ""
    mark: str = ""
    anchor: str = ""
    level: int = 2
    named: bool = False
    overview: bool = False
    file: str = ""


class Footnote(NamedTuple):
    """A source: its number, the words, links to it and to a copy where there are any, what is to be known about it."""

    number: int
    words: str
    url: str | None
    note: str | None
    archive: str | None = None


class Choice(NamedTuple):
    """What rows can be filtered by: a facet, its title, and its values with their titles, in order."""

    facet: str
    title: str
    values: tuple[tuple[str, str], ...]


class TrackedChanges(NamedTuple):
    """Whose changes the words are that are removed or added, and of which day (ISO)."""

    author: str
    day: str


class Document(NamedTuple):
    """An answer to be read. ``command`` gave it.

    ``gist`` says in a line what it comes to, ``lead`` what is to be known besides. ``evidence``: what positions stand
    on is shown whether or not it is asked for. ``ends_with_gist``: read as lines, what it comes to stands at the end,
    after the sign ``mark``, and there is no title. ``contents``: where it is no text, what leads to the sections stands
    before them. ``compact``: it is to fit on two pages, and is set small and close. ``landscape``: its pages are wide.
    ``tracked``: in a file of Word, what is removed and added can be accepted or rejected as changes of somebody.
    ``running_head``: stands on every page, or nothing.
    """

    command: str
    title: str
    gist: Line = ()
    lead: tuple[Line, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Footnote, ...] = ()
    choices: tuple[Choice, ...] = ()
    evidence: bool = False
    ends_with_gist: bool = False
    mark: str = ""
    contents: tuple[Section, ...] = ()
    compact: bool = False
    landscape: bool = False
    tracked: TrackedChanges | None = None
    running_head: str = ""


def line(text: str, style: Style = "plain") -> Line:
    """A line in one style."""
    return (Run(text, style),)


def cell(text: str, style: Style = "plain") -> Cell:
    """A cell with one line."""
    return Cell((line(text, style),))


def text_of(runs: Line) -> str:
    """The words of a line, without any look."""
    return "".join(run.text for run in runs)


def capitalised(runs: Line) -> Line:
    """A line that begins with a capital letter, as it does where it stands by itself."""
    if not runs:
        return runs
    first, *others = runs
    return (first._replace(text=f"{first.text[:1].upper()}{first.text[1:]}"), *others)


def lowered(section: Section, within: str) -> Section:
    """The section as part of a document on more: one level down, its anchors apart from those of others."""
    return section._replace(
        level=section.level + 1, anchor=f"{within}-{section.anchor}" if section.anchor else "",
        blocks=tuple(_apart(block, within) if isinstance(block, Table) else block for block in section.blocks),
    )  # fmt: skip


def _apart(table: Table, within: str) -> Table:
    rows = (row._replace(anchor=f"{within}_{row.anchor}" if row.anchor else None) for row in table.rows)
    return table._replace(rows=tuple(rows))
