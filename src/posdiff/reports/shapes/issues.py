"""The JSON of ``issues``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from posdiff.answers.listings import Issues
from posdiff.kinds.forms import Day, Id, Ids, OfKinds, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Line


class IssueShape(TypedDict):
    """A question that a settlement answers."""

    id: Annotated[Id, "The issue."]
    title: Annotated[str, "What it is called."]
    topic: Annotated[Id | None, "The topic to which it belongs; null when it belongs to none."]
    kind: Annotated[
        Any,
        OfKinds("kind", "kind", "A kind of issue."),
        "What an outcome is: one of the options, a set of members, a number, a day, an order of steps, or words.",
    ]
    question: Annotated[str | None, "The question in full; null when the agenda does not give it."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    parties: Annotated[Ids, "The parties that hold a position on it, in the agenda's order."]
    line: Annotated[Line, "The line of its title in the agenda's file, from 1."]


class IssuesShape(TypedDict):
    """What `posdiff issues --format json` writes: the issues of the agenda, and who has spoken on each."""

    schema: Annotated[Literal["posdiff/issues/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions were counted."]
    issues: Annotated[list[IssueShape], "The issues that were asked for, in the agenda's order."]


def shape(answer: Issues) -> IssuesShape:
    """The issues that were asked for."""
    return {
        "schema": "posdiff/issues/1",
        "as_of": values.day(answer.as_of),
        "issues": [
            {
                "id": issue.id,
                "title": issue.title,
                "topic": issue.topic,
                "kind": issue.space.kind,
                "question": issue.question,
                "note": issue.note,
                "parties": list(answer.held[issue.id]),
                "line": issue.location.line,
            }
            for issue in (answer.agenda.issues[id] for id in answer.filter.issues)
        ],
    }
