"""The JSON of ``drafts``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from posdiff.answers.listings import Drafts
from posdiff.dossier.statement import Standing
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports.shapes import values


class ListedDraftShape(TypedDict):
    """A draft of the dossier."""

    draft: Annotated[str, "Its id: its file without the ending."]
    date: Annotated[Day, "Its day."]
    title: Annotated[str | None, "Its title; null when it has none."]
    by: Annotated[list[str], "Who proposed it: ids of parties, or words."]
    standing: Annotated[Standing, "Whether it is a text that is known, or is only reported."]
    previous: Annotated[str | None, "The draft that it follows; null when it names none."]
    final: Annotated[bool, "Whether it is put up for adoption: what it leaves out is left out for good."]
    brackets: Annotated[list[Id], limits(uniqueItems=True), "The issues on which it has brackets."]
    note: Annotated[str | None, "A remark on it; null when there is none."]


class DraftsShape(TypedDict):
    """What `posdiff drafts --format json` writes: the drafts that there are."""

    schema: Annotated[Literal["posdiff/drafts/1"], "The name and version of this shape."]
    drafts: Annotated[list[str], "The ids of the drafts, the oldest first."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    issues: Annotated[list[Any], limits(maxItems=0), "Empty: what drafts say is compared when drafts are named."]
    clauses: Annotated[list[Any], limits(maxItems=0), "Empty, for the same reason."]
    parties: Annotated[list[Any], limits(maxItems=0), "Empty, for the same reason."]
    listed: Annotated[list[ListedDraftShape], "The drafts, the oldest first."]


def shape(answer: Drafts) -> DraftsShape:
    """The drafts that there are."""
    return {
        "schema": "posdiff/drafts/1",
        "drafts": [draft.id for draft in answer.drafts],
        "as_of": values.day(answer.as_of),
        "issues": [],
        "clauses": [],
        "parties": [],
        "listed": [
            {
                "draft": draft.id,
                "date": values.day(draft.day),
                "title": draft.title,
                "by": list(draft.by),
                "standing": draft.standing,
                "previous": draft.previous.name if draft.previous else None,
                "final": draft.final,
                "brackets": list(draft.brackets),
                "note": draft.note,
            }
            for draft in answer.drafts
        ],
    }
