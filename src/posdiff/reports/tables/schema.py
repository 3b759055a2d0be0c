"""The tables of ``export``: columns, types and keys. The documentation and every format are derived from this."""

from __future__ import annotations

from typing import Literal, NamedTuple

#: A ``json`` is a text that holds JSON.
ColumnType = Literal["text", "integer", "boolean", "date", "json"]


class ExportColumn(NamedTuple):
    """A column: what it holds in a sentence, and whether it may be empty."""

    name: str
    type: ColumnType
    says: str
    may_be_null: bool = False


class ForeignKey(NamedTuple):
    """Columns that name a row of another table by its key."""

    columns: tuple[str, ...]
    table: str


class ExportTable(NamedTuple):
    """A table: what a row is, the columns that tell one from all others, and those that name rows of others."""

    name: str
    says: str
    columns: tuple[ExportColumn, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


_PARTY = ExportColumn("party", "text", "The party.")
_ISSUE = ExportColumn("issue", "text", "The issue.")
_STATEMENT = ExportColumn("statement", "text", "The statement.")
_VALID_FROM = ExportColumn("valid_from", "date", "The first day on which it is held, at its end.")
_FIRMNESS = ExportColumn("firmness", "text", "`flexible`, `firm` or `red-line`; of several parts that of the firmest.")
_VAGUE = ExportColumn("vague", "boolean", "Whether the words leave open what exactly would do.")
_STANDING = ExportColumn("standing", "text", "`stated`, or `reported` where others report any of it.")
_FIRST_HELD = ExportColumn("first_held", "date", "The day since when the party holds it in this form.")
_LAST_STATED = ExportColumn("last_stated", "date", "The last day by which all of it had been stated again.")
_NOTE = ExportColumn("note", "text", "A remark.", True)
#: What a term says.
_SAYS = (
    _FIRMNESS,
    _VAGUE,
    ExportColumn("offers", "json", "The sets of outcomes that are accepted: a list of `accepts` and `if`, as in JSON."),
    ExportColumn("applies_if", "json", "Where it binds: outcomes by issue; null where it binds everywhere.", True),
    ExportColumn("prefers", "json", "The outcome that is hoped for.", True),
    ExportColumn("expires", "date", "The last day on which it is in force.", True),
    ExportColumn("in_words", "text", "All that it says, in a plain English sentence."),
)

TABLES: tuple[ExportTable, ...] = (
    ExportTable(
        "parties",
        "Who takes positions, observers and blocs too.",
        (
            _PARTY,
            ExportColumn("name", "text", "Its name."),
            ExportColumn("observer", "boolean", "Whether it takes part only where it is named."),
            ExportColumn("number", "integer", "Its place in the agenda, from 1."),
        ),
        ("party",),
    ),
    ExportTable(
        "memberships",
        "Who is in which bloc from one day to another, by itself or by a bloc that is in it.",
        (
            ExportColumn("bloc", "text", "The bloc."),
            _PARTY,
            ExportColumn("number", "integer", "Which stay of that party in that bloc it is, from 1."),
            ExportColumn("valid_from", "date", "The first day; null where no day is given.", True),
            ExportColumn("valid_until", "date", "The first day on which it is in it no longer; null for none.", True),
        ),
        ("bloc", "party", "number"),
        (ForeignKey(("bloc",), "parties"), ForeignKey(("party",), "parties")),
    ),
    ExportTable(
        "issues",
        "The questions that a settlement answers.",
        (
            _ISSUE,
            ExportColumn("title", "text", "Its title."),
            ExportColumn("topic", "text", "Its topic.", True),
            ExportColumn(
                "kind", "text", "What its outcomes are: `choice`, `date`, `quantity`, `sequence`, `set` or `text`."
            ),
            ExportColumn("number", "integer", "Its place in the agenda, from 1."),
        ),
        ("issue",),
    ),
    ExportTable(
        "statements",
        "Every statement, those that count only with `--with-reported` too.",
        (
            ExportColumn("statement", "text", "Its file, relative to the folder of positions."),
            ExportColumn("id", "text", "Its id, which statements of other parties may have as well."),
            ExportColumn("day", "date", "Its day."),
            ExportColumn("title", "text", "Its title.", True),
            ExportColumn("speaker", "text", "Who made it.", True),
            ExportColumn("standing", "text", "`stated`, or `reported` where it is somebody else's account."),
            _NOTE,
        ),
        ("statement",),
    ),
    ExportTable(
        "statement_parties",
        "Whose statement it is: several rows of a joint one.",
        (_STATEMENT, _PARTY),
        ("statement", "party"),
        (ForeignKey(("statement",), "statements"), ForeignKey(("party",), "parties")),
    ),
    ExportTable(
        "terms",
        "What a statement says on an issue, in its own words.",
        (
            _STATEMENT,
            _ISSUE,
            *_SAYS,
            ExportColumn("adds", "boolean", "Whether it comes on top of what was held, and does not take its place."),
            ExportColumn(
                "sources", "text", "The keys of the sources that it stands on, with blanks between them.", True
            ),
            _NOTE,
            ExportColumn("line", "integer", "Its line in the file."),
        ),
        ("statement", "issue"),
        (ForeignKey(("statement",), "statements"), ForeignKey(("issue",), "issues")),
    ),
    ExportTable(
        "dissents",
        "Where a statement says that those whose it is do not hold what their blocs hold: from its day on.",
        (_STATEMENT, _ISSUE),
        ("statement", "issue"),
        (ForeignKey(("statement",), "statements"), ForeignKey(("issue",), "issues")),
    ),
    ExportTable(
        "positions",
        "What a party holds on an issue from one day to another. A row ends where anything moves there, be it only "
        "that the same is said again: then the next has the same `position`.",
        (
            _PARTY,
            _ISSUE,
            _VALID_FROM,
            ExportColumn("valid_until", "date", "The first day on which it is held so no longer; null for none.", True),
            ExportColumn(
                "position", "integer", "The number of what is held, among all that is ever held on the issue."
            ),
            _FIRST_HELD,
            _LAST_STATED,
            _FIRMNESS,
            _VAGUE,
            _STANDING,
            ExportColumn(
                "through",
                "text",
                "The bloc through which it is held, of several the first in the agenda: `parts` has that of each part; "
                "null for the party's own.",
                True,
            ),
            ExportColumn("begun", "text", "How it was taken up on its first day: `added` or `inherited`.", True),
            ExportColumn("ended", "text", "How it was given up on `valid_until`, be it to be taken up again.", True),
            ExportColumn("in_words", "text", "All that it says, in a plain English sentence."),
        ),
        ("party", "issue", "valid_from"),
        (ForeignKey(("party",), "parties"), ForeignKey(("issue",), "issues")),
    ),
    ExportTable(
        "parts",
        "The demands that a row of `positions` is made of: it is met where all of them are.",
        (
            _PARTY,
            _ISSUE,
            _VALID_FROM,
            ExportColumn("part", "integer", "Its number within the position, from 1."),
            ExportColumn("statement", "text", "The statement that set it."),
            *_SAYS,
            _STANDING,
            ExportColumn("set_on", "date", "The day of the statement that set it."),
            _FIRST_HELD,
            ExportColumn("last_stated", "date", "The day on which it was last stated or reaffirmed."),
            ExportColumn(
                "again_in_part", "boolean", "Whether the parts before it say as much: then it counts nowhere."
            ),
            ExportColumn("through", "text", "The bloc through which it is held; null for the party's own.", True),
            ExportColumn("said_by", "text", "The bloc in whose name it was said; null for the party itself.", True),
        ),
        ("party", "issue", "valid_from", "part"),
        (ForeignKey(("party", "issue", "valid_from"), "positions"), ForeignKey(("statement",), "statements")),
    ),
    ExportTable(
        "relations",
        "How each two positions on an issue stand to each other, both ways round, and each to itself.",
        (
            _ISSUE,
            ExportColumn("position", "integer", "A position, by its number on the issue."),
            ExportColumn("other", "integer", "Another, or the same."),
            ExportColumn("relation", "text", "`contradiction`, `conditional`, `overlap`, `agreed` or `unassessed`."),
            ExportColumn(
                "within",
                "boolean",
                "Whether `other` accepts, on some condition, all that `position` accepts on any, and the two do not "
                "contradict each other; null where outcomes cannot be compared.",
                True,
            ),
            ExportColumn(
                "change", "text", "What leads from `position` to `other`; null where they say the same.", True
            ),
        ),
        ("issue", "position", "other"),
        (ForeignKey(("issue",), "issues"),),
    ),
    ExportTable(
        "sources",
        "Where statements can be read.",
        (
            _STATEMENT,
            ExportColumn("source", "text", "Its key in the statement."),
            ExportColumn("title", "text", "Its title.", True),
            ExportColumn("publisher", "text", "Who published it.", True),
            ExportColumn("class", "text", "Who that is: `official`, `press`, `party`, `repost` or `unknown`.", True),
            ExportColumn("date", "text", "The day on which it was published.", True),
            ExportColumn("url", "text", "Its address.", True),
            ExportColumn("archive", "text", "The address of a copy in an archive.", True),
            ExportColumn("accessed", "text", "The day on which it was last read.", True),
            _NOTE,
        ),
        ("statement", "source"),
        (ForeignKey(("statement",), "statements"),),
    ),
    ExportTable(
        "quotes",
        "The words that terms rest on.",
        (
            _STATEMENT,
            _ISSUE,
            ExportColumn("number", "integer", "Its number within the term, from 1."),
            ExportColumn("text", "text", "The words."),
            ExportColumn("speaker", "text", "Who said them.", True),
            ExportColumn("said", "date", "The day on which they were said."),
            ExportColumn(
                "sources", "text", "The keys of the sources of which one has them, with blanks between.", True
            ),
            ExportColumn("language", "text", "Their language, a tag of BCP 47.", True),
            ExportColumn("translation", "text", "A translation.", True),
            ExportColumn(
                "in_pages",
                "text",
                "What became of them in the pages of their sources: verified, absent, ambiguous or not-here; null "
                "where none is kept.",
                True,
            ),
        ),
        ("statement", "issue", "number"),
        (ForeignKey(("statement", "issue"), "terms"),),
    ),
)


def in_markdown() -> str:
    """The schema as a page shows it: of each table its columns and keys."""
    return "\n".join(map(_table, TABLES))


def _table(table: ExportTable) -> str:
    lines = [f"### `{table.name}`\n", f"{table.says} Key: {_code(table.key)}.", *map(_foreign_key, table.foreign_keys)]
    lines += ["", "| column | type | |", "|---|---|---|"]
    for column in table.columns:
        null = ", or null" if column.may_be_null else ""
        lines.append(f"| `{column.name}` | {column.type}{null} | {column.says} |")
    return "\n".join([*lines, ""])


def _foreign_key(key: ForeignKey) -> str:
    return f"{_code(key.columns)} {'names' if len(key.columns) == 1 else 'name'} a row of `{key.table}`."


def _code(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
