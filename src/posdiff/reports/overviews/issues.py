"""The overview of ``issues``: a line for each, under its topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from posdiff.answers.listings import Issues
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)
from posdiff.reports.initials import initials, key_to
from posdiff.reports.overviews import short

#: Of so many parties the names are written out.
_MOST_NAMES = 3
#: Of more there are letters, and in a window that is narrower how many have spoken.
_WIDTH_OF_LETTERS = 100
#: Of more, in a window that is narrower, the kinds make room for the titles.
_WIDTH_OF_KINDS = 80
#: Of more issues than this some have no line; in each topic those without a red line that the fewest have spoken on.
_LINES = 42
_LEFT_OUT = "Without a line here, of each topic those without a red line on which few have spoken; --full shows all:"


def document(answer: Issues, width: int) -> Document:
    """The issues, topic by topic, in the order of the agenda, with who has spoken on each."""
    issues, topics = answer.agenda.issues, answer.agenda.topics
    names = {id: party.name for id, party in answer.agenda.parties.items()}
    called = names if len(names) <= _MOST_NAMES else initials(names)
    counted = called != names and width < _WIDTH_OF_LETTERS
    rows: list[Row] = []
    left_out: list[Line] = []
    for topic, ids, left in _shown(answer):
        if left:
            about = f"{wording.topic_title(answer.agenda, topic)}, " if topics else ""
            left_out.append((Run(f"{about}{len(left)} more: ", "faint"), Run(", ".join(left))))
        if topics:
            heading = wording.topic_title(answer.agenda, topic)
            rows.append(Row((cell(heading, "faint"), Cell(), Cell(), Cell())))
        for id in ids:
            through = answer.through[id]
            own = [called[party] for party in answer.held[id] if party not in through]
            spoken = f"{len(own)} of {len(names)}" if counted else ", ".join(own)
            of_blocs = f"{len(through)} through a bloc" if through else ""
            spoken = "; ".join(words for words in (spoken, of_blocs) if words)
            kind = "" if counted and width < _WIDTH_OF_KINDS else issues[id].space.kind
            rows.append(Row((cell(issues[id].title, "strong"), cell(id), cell(kind), cell(spoken))))
    columns = (Column("Issue"), Column("Id"), Column("Kind", short=True), Column("Who has spoken", short=True))
    key = () if called == names or counted else (Paragraph(key_to(called, names)),)
    table = Table("Every issue", columns, tuple(rows), "lines")
    title = wording.count(len(answer.filter.issues), "issue")
    rest: list[Block] = []
    if left_out:
        rest = [Paragraph(line(_LEFT_OUT, "faint"), apart=True), Bullets(tuple(left_out), cut=True)]
    parts = (Section("", (table, *key, *rest)), short.more("issues")) if rows else ()
    return Document("issues", title, (), basis.lines(answer.basis), parts)


def _shown(answer: Issues) -> Iterator[tuple[str | None, list[str], list[str]]]:
    """Of each topic the issues that have a line, and those that have none."""
    of_topics = groupby(answer.filter.issues, key=lambda id: answer.agenda.issues[id].topic)
    listed = [(topic, list(ids)) for topic, ids in of_topics]
    shares = short.shared_out([len(ids) for _, ids in listed], max(_LINES, len(listed)))
    for (topic, ids), share in zip(listed, shares, strict=True):
        first = sorted(ids, key=lambda id: (id not in answer.red, -len(answer.held[id])))[:share]
        yield topic, [id for id in ids if id in first], [id for id in ids if id not in first]
