"""The JSON of ``draft``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.draft import DraftAnswer
from posdiff.comparison.drafts import DraftVerdict, Reason, Result, TermResult
from posdiff.dossier.statement import attributed
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Accepts, Label, PartNumber, PartShape, QuoteShape


class ClauseShape(TypedDict):
    """What a draft would settle on an issue."""

    accepts: Annotated[Accepts, "The outcomes that it leaves open."]
    in_words: Annotated[str, "The same in plain words."]
    quote: Annotated[str | None, "Its words, or the first of them; null when they are not given."]
    quotes: Annotated[list[QuoteShape], "All its words, the earliest first."]
    note: Annotated[str | None, "A note on it; null when there is none."]


class JudgedShape(TypedDict):
    """One part of a position held against the draft."""

    issue: Annotated[Id, "The issue."]
    part: PartNumber
    result: Annotated[Result, "What becomes of the term."]
    reason: Annotated[Reason | None, "Why it is left open; null where it is not."]
    firmness: Annotated[Firmness, "How firm the term is."]
    draft: Annotated[ClauseShape | None, "What the draft says on the issue; null when it is silent."]
    term: Annotated[PartShape, "The part itself."]


class PartyResultShape(TypedDict):
    """What a draft does to the position of one party."""

    party: Annotated[Label, "The party, as it was asked for."]
    verdict: Annotated[
        DraftVerdict, "The worst that the draft does to it; all-met is about the terms that can be assessed."
    ]
    completable: Annotated[
        bool | None, "Whether a settlement within the draft meets all its terms; null when it was not found out."
    ]
    terms: Annotated[list[JudgedShape], "Its terms on the issues that were asked for, in the agenda's order."]
    silent_on: Annotated[list[Id], "The issues that the draft settles and on which the party is silent."]


class DraftResultShape(TypedDict):
    """What `posdiff draft --format json` writes: a draft agreement against the positions of parties."""

    schema: Annotated[Literal["posdiff/draft/1"], "The name and version of this shape."]
    draft: Annotated[str, "The id of the draft: its file without the ending."]
    as_of: Annotated[Day, "The day as of which positions are looked at, for the parties without a day of their own."]
    parties: Annotated[list[PartyResultShape], "The parties, in the order in which they were asked for."]


def shape(answer: DraftAnswer) -> DraftResultShape:
    """What becomes of the terms that are shown, party by party."""
    return {
        "schema": "posdiff/draft/1",
        "draft": answer.draft.id,
        "as_of": values.day(answer.as_of),
        "parties": [
            {
                "party": values.name(of_party.party.label),
                "verdict": of_party.verdict,
                "completable": of_party.completable,
                "terms": [_judged(judged, answer) for judged in of_party.shown],
                "silent_on": list(of_party.silent_on),
            }
            for of_party in answer.parties
        ],
    }


def _judged(judged: TermResult, answer: DraftAnswer) -> JudgedShape:
    space, clause = judged.issue.space, judged.clause
    return {
        "issue": judged.issue.id,
        "part": judged.part.number,
        "result": judged.result,
        "reason": judged.reason,
        "firmness": judged.part.term.firmness,
        "draft": None
        if clause is None
        else {
            "accepts": space.as_json(clause.accepts),
            "in_words": space.in_words(clause.accepts),
            "quote": clause.quote,
            "quotes": values.quotes(attributed(clause.words, answer.draft)),
            "note": clause.note,
        },
        "term": values.part(judged.part, answer.agenda, judged.part.sources),
    }
