"""The JSON of ``sources``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.sources import DEAD_ENDS, DeadEnd, EverySource, ListedSource, PageState
from posdiff.dossier.sourcing import SourceUse
from posdiff.dossier.statement import Draft, SourceClass
from posdiff.kinds.forms import Day, Id, Ids, TypedDict, limits
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import Count, Line, StatementId, day

_Address = Annotated[str, limits(pattern="^https?://")]
_Class = TypedDict(
    "_Class", {"class": Annotated[SourceClass | None, "Who publishes it; null when it is not said."]}
)  # fmt: skip


class SourceUseShape(TypedDict):
    """A statement or draft that names a source, and what of it stands on that."""

    statement: Annotated[StatementId | None, "The statement; null for a draft."]
    draft: Annotated[str | None, "The draft; null for a statement."]
    parties: Annotated[list[str], "Whose it is: of a draft, ids of parties or words."]
    date: Annotated[Day, "Its day."]
    key: Annotated[Id, "The key of the source there."]
    file: Annotated[str, "The file, relative to the positions folder."]
    line: Annotated[Line, "The line of the source in that file, from 1."]
    issues: Annotated[Ids, "The issues of the terms, or outcomes, that stand on it."]
    reactions: Annotated[list[str], "The drafts of which something was said that stands on it."]
    quotes: Annotated[Count, "How many quotes stand on it."]


class ListedSourceShape(_Class):
    """A page or document, as all statements and drafts together tell of it."""

    title: Annotated[str | None, "Its title; null when it is not given."]
    described: Annotated[bool, "Whether the title describes the page and is not its headline."]
    publisher: Annotated[str | None, "Who published it; null when it is not given."]
    date: Annotated[Day | None, "The day on which it was published; null when it is not given."]
    url: Annotated[_Address | None, "Its address; null when it is not given."]
    archive: Annotated[_Address | None, "The address of a copy in an archive; null when it is not given."]
    accessed: Annotated[Day | None, "The day on which it was last read; null when it is not said."]
    snapshot: Annotated[bool, "Whether a snapshot of it is named."]
    page: Annotated[
        PageState | None, "What became of the page of its snapshot, `here` as it was read; null without a snapshot."
    ]
    dead_ends: Annotated[list[DeadEnd], "Why it may lead nowhere, the worst first."]
    terms: Annotated[Count, "How many terms, and outcomes of drafts, stand on it."]
    quotes: Annotated[Count, "How many quotes stand on it."]
    named_by: Annotated[list[SourceUseShape], limits(minItems=1), "The statements, then the drafts, that name it."]


class SourcesShape(TypedDict):
    """What `posdiff sources --format json` writes: every source, with what stands on it."""

    schema: Annotated[Literal["posdiff/sources/1"], "The name and version of this shape."]
    parties: Annotated[Ids, "The parties that were asked for; empty where all were."]
    sources: Annotated[list[ListedSourceShape], "The sources, the dead ends first; then by how much stands on them."]
    dead_ends: Annotated[
        dict[DeadEnd, Count], "How many sources may lead nowhere, by why.", Keys("How many sources are {}.")
    ]


def shape(answer: EverySource) -> SourcesShape:
    """Every source."""
    counts = answer.counts
    return {
        "schema": "posdiff/sources/1",
        "parties": list(answer.parties),
        "sources": [_source(listed) for listed in answer.sources],
        "dead_ends": {end: counts[end] for end in DEAD_ENDS},
    }


def _source(listed: ListedSource) -> ListedSourceShape:
    source = listed.source
    return {
        "title": source.title,
        "described": source.described,
        "publisher": source.publisher,
        "class": source.class_,
        "date": source.date,
        "url": source.url,
        "archive": source.archive,
        "accessed": source.accessed,
        "snapshot": source.snapshot is not None,
        "page": listed.page,
        "dead_ends": list(listed.dead_ends),
        "terms": listed.terms,
        "quotes": listed.quotes,
        "named_by": [_use(use) for use in listed.uses],
    }


def _use(use: SourceUse) -> SourceUseShape:
    recorded, at = use.recorded, use.source.location
    of_draft = isinstance(recorded, Draft)
    return {
        "statement": None if of_draft else recorded.id,
        "draft": recorded.id if of_draft else None,
        "parties": list(recorded.by if isinstance(recorded, Draft) else recorded.parties),
        "date": day(recorded.day),
        "key": use.source.key,
        "file": at.file,
        "line": at.line,
        "issues": list(use.issues),
        "reactions": list(use.reactions),
        "quotes": use.quotes,
    }
