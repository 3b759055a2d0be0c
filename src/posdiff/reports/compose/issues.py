"""The document of ``issues``: every issue, with its kind, its question, and who has spoken on it."""

from __future__ import annotations

from itertools import groupby

from posdiff.answers.listings import Issues
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import issue
from posdiff.reports.document import Column, Document, Row, Section, Table, cell


def document(answer: Issues) -> Document:
    """The issues, topic by topic, in the order of the agenda."""
    issues, topics = answer.agenda.issues, answer.agenda.topics
    parts = []
    for topic, ids in groupby(answer.filter.issues, key=lambda id: issues[id].topic):
        title = topics[topic] if topic is not None else "No topic"
        columns = (Column("Issue"), Column("Kind", "kind"), Column("Positions", "positions"))
        parts.append(Section(title, (Table(title, columns, tuple(_row(id, answer) for id in ids)),)))
    title = wording.count(len(answer.filter.issues), "issue")
    return Document("issues", title, (), basis.lines(answer.basis), tuple(parts))


def _row(id: str, answer: Issues) -> Row:
    about = answer.agenda.issues[id]
    through = answer.through[id]
    own, others = (
        ", ".join(answer.agenda.parties[party].name for party in answer.held[id] if (party in through) is of_blocs)
        for of_blocs in (False, True)
    )
    words = "; ".join(([own] if own else []) + ([f"through blocs: {others}"] if others else [])) or "none"
    cells = issue(about.title, id, about.question), cell(about.space.kind), cell(words)
    return Row(cells, id, (("topic", about.topic or ""),))
