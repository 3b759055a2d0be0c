"""The JSON of ``show``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NotRequired

from posdiff.answers.show import Show
from posdiff.dossier.grounds import Result
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.grounds import GroundsShape, grounds
from posdiff.reports.shapes.reactions import ReactionToDraftShape, to_draft
from posdiff.reports.shapes.values import DissentShape, StatementId, TermShape

if TYPE_CHECKING:
    from posdiff.answers.proving import QuoteInPage


class EvidenceShape(TypedDict):
    """A quote, and where it stands."""

    issue: Annotated[Id, "The issue."]
    statement: Annotated[StatementId, "The statement that quotes it."]
    text: Annotated[str, "The quote, as it is written."]
    result: Annotated[Result, "What became of it in the pages of its sources."]
    source: Annotated[Id | None, "The key of the source in whose page it stands; null where it is not verified."]
    line: Annotated[int | None, "The line of the page's plain text, from 1; null where it is not verified."]
    before: Annotated[str, "What stands before it in its sentence; empty where it is not verified."]
    words: Annotated[str, "The words of the page that it is; empty where it is not verified."]
    after: Annotated[str, "What stands after it in its sentence; empty where it is not verified."]
    link: Annotated[str | None, "The address that leads to its words; null where the source has none."]


class ShowShape(TypedDict):
    """What `posdiff show --format json` writes: the position of one party."""

    schema: Annotated[Literal["posdiff/show/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which the position is shown."]
    party: Annotated[Id, "The party."]
    terms: Annotated[list[TermShape], "Its positions on the issues that were asked for, in the agenda's order."]
    grounds: Annotated[list[GroundsShape], "What each of these positions rests on, in the same order: facts, no score."]
    evidence: NotRequired[
        Annotated[list[EvidenceShape], "With --evidence: its quotes in the sentences of their pages, file by file."]
    ]
    silent: Annotated[Ids, "The issues that were asked for on which it holds no position, and does not dissent."]
    dissents: NotRequired[
        Annotated[dict[Id, DissentShape], "Those on which it does not hold what its blocs hold, if there are any."]
    ]
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
    position, issues, proofs = answer.position, answer.filter.issues, answer.basis.proofs
    dissenting = {id: values.dissent(answer.basis, position.party, position.day, id) for id in issues}
    dissents = {id: found for id, found in dissenting.items() if found is not None and id not in position.terms}
    told: ShowShape = {
        "schema": "posdiff/show/1",
        "as_of": values.day(position.day),
        "party": position.party,
        "terms": [values.term(position.terms[id], answer.agenda, proofs) for id in issues if id in position.terms],
        "grounds": [grounds(id, answer.grounds(id)) for id in issues if id in position.terms],
        "silent": [id for id in issues if id not in position.terms and id not in dissents],
        "only_on_record": [
            values.term(own, answer.agenda, proofs) for id, own in position.only_on_record.items() if id in issues
        ],
        "reactions": [to_draft(stated, proofs) for stated in answer.reactions],
    }
    if dissents:
        told["dissents"] = dissents
    if answer.in_pages is not None:
        told["evidence"] = [_evidence(each) for each in answer.in_pages]
    return told


def _evidence(each: QuoteInPage) -> EvidenceShape:
    return {
        "issue": each.quote.issue or "",
        "statement": each.quote.recorded.id,
        "text": each.quote.text,
        "result": each.result,
        "source": each.source.key if each.source else None,
        "line": each.line or None,
        "before": each.before,
        "words": each.words,
        "after": each.after,
        "link": each.link,
    }
