"""The JSON of ``show``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.show import Show
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.reactions import ReactionToDraftShape, to_draft
from posdiff.reports.shapes.values import TermShape


class ShowShape(TypedDict):
    """What `posdiff show --format json` writes: the position of one party."""

    schema: Annotated[Literal["posdiff/show/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which the position is shown."]
    party: Annotated[Id, "The party."]
    terms: Annotated[list[TermShape], "Its positions on the issues that were asked for, in the agenda's order."]
    silent: Annotated[Ids, "The issues that were asked for on which it holds no position."]
    only_on_record: Annotated[
        list[TermShape],
        "With --with-reported, of these issues: what the party itself has stated, and as reported holds no longer.",
    ]
    reactions: Annotated[
        list[ReactionToDraftShape],
        "What it said of drafts, the first one first; where not all issues are asked for, on these. It is no position.",
    ]


def shape(answer: Show) -> ShowShape:
    """The terms on the issues asked for."""
    position, issues = answer.position, answer.filter.issues
    return {
        "schema": "posdiff/show/1",
        "as_of": values.day(position.day),
        "party": position.party,
        "terms": [values.term(position.terms[id], answer.agenda) for id in issues if id in position.terms],
        "silent": [id for id in issues if id not in position.terms],
        "only_on_record": [
            values.term(own, answer.agenda) for id, own in position.only_on_record.items() if id in issues
        ],
        "reactions": [to_draft(stated) for stated in answer.reactions],
    }
