"""The JSON of ``text``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.text import DraftText, SettledIssue
from posdiff.comparison.drafts import DraftVerdict, Reason, Result, TermResult
from posdiff.dossier import brackets
from posdiff.dossier.statement import ClauseStatus
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports import named_red_lines
from posdiff.reports.shapes import draft as of_draft
from posdiff.reports.shapes import red_lines, values
from posdiff.reports.shapes.draft import ChoicesShape, OutcomeShape, RedLineCountsShape
from posdiff.reports.shapes.red_lines import DoubtfulRedLines
from posdiff.reports.shapes.values import DraftId, Label, PartNumber


class PassageShape(TypedDict):
    """Words of a clause, with the brackets around them."""

    depth: Annotated[int, limits(minimum=0, maximum=brackets.DEEPEST), "In how many brackets they stand."]
    text: Annotated[str, "The words. Those of all passages, put together, are the clause."]


class PartUnderClauseShape(values.InheritedPart):
    """What becomes of a part of a party's position."""

    party: Annotated[Label, "The party, as it was asked for."]
    part: PartNumber
    firmness: Annotated[Firmness, "How firm the part is."]
    result: Annotated[Result, "What becomes of it under the draft."]
    reason: Annotated[Reason | None, "Why it is left open; null where it is not."]


class SettledShape(TypedDict):
    """An issue that the draft settles."""

    issue: Annotated[Id, "The issue."]
    outcome: Annotated[OutcomeShape, "What the draft says on it."]
    parts: Annotated[list[PartUnderClauseShape], "What becomes of each part of each party's position on it."]


class UnsettledShape(TypedDict):
    """An issue that the draft does not settle."""

    issue: Annotated[Id, "The issue."]
    parts: Annotated[list[PartUnderClauseShape], "The parts of positions on it that are broken or missing."]


class ClauseShape(TypedDict):
    """A passage of the draft."""

    clause: Annotated[str, "Its id."]
    title: Annotated[str | None, "Its title; null when it has none."]
    text: Annotated[str, "Its words."]
    passages: Annotated[list[PassageShape], "The same, cut at the brackets."]
    status: Annotated[ClauseStatus | None, "Whether its words are agreed; null where nobody said."]
    by: Annotated[list[str], "Who proposed it: ids of parties, or words."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    settles: Annotated[list[SettledShape], "The issues that it settles."]


class VerdictOnPartyShape(of_draft.InheritedVerdict):
    """What the draft does to a party as a whole."""

    party: Annotated[Label, "The party, as it was asked for."]
    verdict: Annotated[DraftVerdict, "The worst that it does."]
    red_lines: Annotated[RedLineCountsShape, "How many of the party's red lines are not met."]


class TextShape(DoubtfulRedLines):
    """What `posdiff text --format json` writes: a draft as a document."""

    schema: Annotated[Literal["posdiff/text/1"], "The name and version of this shape."]
    draft: Annotated[DraftId, "The draft, by its id."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    final: Annotated[bool, "Whether it is put up for adoption: what it leaves out is left out for good."]
    clauses: Annotated[list[ClauseShape], "Its clauses, in the order of the text."]
    elsewhere: Annotated[list[SettledShape], "The issues that it settles, and that no clause on file names."]
    silent: Annotated[
        list[UnsettledShape],
        "The issues that it does not settle, and on which it breaks parts of positions or leaves them out for good.",
    ]
    choices: Annotated[
        ChoicesShape | None, "Which choices among its options leave no red line crossed; null where none can be made."
    ]
    parties: Annotated[list[VerdictOnPartyShape], "What it does to each party."]


def shape(answer: DraftText) -> TextShape:
    """The clauses, what each settles, and what becomes of the parties' parts there."""
    return {
        "schema": "posdiff/text/1",
        "draft": answer.draft.id,
        "as_of": values.day(answer.as_of),
        "final": answer.draft.final,
        "clauses": [
            {
                "clause": clause.id,
                "title": clause.title,
                "text": clause.text,
                "passages": [{"depth": part.depth, "text": part.text} for part in brackets.passages(clause.text)],
                "status": clause.status,
                "by": list(clause.by),
                "note": clause.note,
                "settles": [_settled(issue, answer) for issue in settles],
            }
            for clause, settles in answer.clauses
        ],
        "elsewhere": [_settled(issue, answer) for issue in answer.elsewhere],
        "silent": [{"issue": silent.issue.id, "parts": _parts(silent)} for silent in answer.silent],
        "choices": of_draft.choices(answer.judged),
        "parties": [
            {
                "party": values.name(of_party.party.label),
                "verdict": of_party.verdict,
                "red_lines": of_draft.counts(of_party.result),
                **of_draft.inherited(of_party.result),
            }
            for of_party in answer.judged.parties
        ],
        **red_lines.doubtful(answer.basis, named_red_lines.of_draft(answer.judged)),
    }


def _settled(settled: SettledIssue, answer: DraftText) -> SettledShape:
    return {
        "issue": settled.issue.id,
        "outcome": of_draft.outcome(
            answer.draft.outcomes[settled.issue.id], answer.agenda, answer.draft, answer.basis.proofs
        ),
        "parts": _parts(settled),
    }


def _parts(of_issue: SettledIssue) -> list[PartUnderClauseShape]:
    return [_part(label, term) for label, terms in of_issue.results.items() for term in terms]


def _part(label: str, term: TermResult) -> PartUnderClauseShape:
    return {
        "party": values.name(label),
        "part": term.part.number,
        "firmness": term.part.term.firmness,
        "result": term.result,
        "reason": term.reason,
        **values.inherited(term.part),
    }
