"""The JSON of ``find``."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from posdiff.answers.find import Find, Hit
from posdiff.dossier.grounds import Result
from posdiff.dossier.reading.texts import TextKind
from posdiff.dossier.statement import Draft, Standing
from posdiff.kinds.forms import Day, Id, Ids, TypedDict, limits
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Count, Line, StatementId


class FoundShape(TypedDict):
    """Where in a text a word was found."""

    start: Annotated[Count, "The character with which it begins, from 0, in Unicode code points."]
    end: Annotated[Count, "The character after its last one."]


class HitShape(TypedDict):
    """A text in which all the words occur."""

    kind: Annotated[TextKind, "What it is a text of."]
    text: Annotated[str, "All of the text."]
    found: Annotated[list[FoundShape], limits(minItems=1), "Where the words are in it, in order."]
    parties: Annotated[Ids, "Whose statement or draft it is from, or the party of the agenda that it is about."]
    date: Annotated[Day | None, "The day of the statement or draft; null in the agenda."]
    issue: Annotated[Id | None, "The issue that it is about; null when it is about none, or more than one."]
    statement: Annotated[StatementId | None, "The statement that it is from; null when it is from none."]
    draft: Annotated[str | None, "The draft that it is from; null when it is from none."]
    in_pages: NotRequired[
        Annotated[Result, "What became of a quote in the pages of its sources; only of quotes, where pages are kept."]
    ]
    standing: Annotated[Standing | None, "Whether the statement or draft is only reported; null in the agenda."]
    file: Annotated[str, "The file that it stands in, relative to the positions folder."]
    line: Annotated[Line, "The line with which it begins, from 1."]


class WithinShape(TypedDict):
    """Where words were looked for: in texts of these parties, on these issues or topics; empty: in those of all."""

    parties: Annotated[Ids, "The parties of --party."]
    issues: Annotated[Ids, "The issues of --issue."]
    topics: Annotated[Ids, "The topics of --topic."]


class FindShape(TypedDict):
    """What `posdiff find --format json` writes: the texts in which all the words occur."""

    schema: Annotated[Literal["posdiff/find/1"], "The name and version of this shape."]
    words: Annotated[list[str], limits(minItems=1), "The words, as they were given."]
    within: Annotated[WithinShape, "Where they were looked for."]
    hits: Annotated[
        list[HitShape], "The texts: those of the agenda, then by day, by party in the agenda's order, and by place."
    ]


def shape(answer: Find) -> FindShape:
    """Every text that was found."""
    agenda, scope = answer.agenda, answer.scope
    return {
        "schema": "posdiff/find/1",
        "words": list(answer.words),
        "within": {
            "parties": [id for id in agenda.parties if id in scope.parties],
            "issues": [id for id in agenda.issues if id in scope.issues],
            "topics": [id for id in agenda.topics if id in scope.topics],
        },
        "hits": [_hit(hit) for hit in answer.hits],
    }


def _hit(hit: Hit) -> HitShape:
    origin, recorded = hit.origin, hit.origin.recorded
    of_draft = isinstance(recorded, Draft)
    told: HitShape = {
        "kind": hit.kind,
        "text": hit.text,
        "found": [{"start": start, "end": end} for start, end in hit.found],
        "parties": list(hit.parties),
        "date": None if origin.day is None else values.day(origin.day),
        "issue": hit.issue,
        "statement": recorded.id if recorded and not of_draft else None,
        "draft": recorded.id if recorded and of_draft else None,
        "standing": origin.standing,
        "file": hit.location.file,
        "line": hit.location.line,
    }
    if hit.in_page is not None:
        told["in_pages"] = hit.in_page
    return told
