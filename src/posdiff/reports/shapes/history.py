"""The JSON of ``history``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.history import History, HistoryOfParty
from posdiff.comparison.changes import ChangeKind, HistoryStep
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Standing, Statement
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.reactions import ReactionToDraftShape, to_draft
from posdiff.reports.shapes.values import PositionFile, SourceShape, StatementId, TermShape


class StatementShape(TypedDict):
    """What a party, or several together, said on one day."""

    id: Annotated[StatementId, "The statement."]
    date: Annotated[Day, "The day on which it was said."]
    parties: Annotated[Ids, "Whose statement it is."]
    title: Annotated[str | None, "What it is called; null when it is not given."]
    speaker: Annotated[str | None, "Who spoke; null when it is not given."]
    standing: Annotated[Standing, "Whether the party said it itself, or somebody else's account says so."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    file: Annotated[PositionFile, "Its file, relative to the positions folder."]
    sources: Annotated[list[SourceShape], "Where it can be read."]


class StepShape(values.MembershipsOfStep):
    """One move on one issue."""

    date: Annotated[Day, "The day of the move; for a position that expired, the day after its last."]
    issue: Annotated[Id, "The issue."]
    kind: Annotated[ChangeKind, "What kind of change it was."]
    statement: Annotated[
        StatementShape | None, "The statement that made it; null when a position expired, or blocs made it."
    ]
    after: Annotated[TermShape | None, "The position from then on; null when it was withdrawn or expired."]
    only_on_record: Annotated[
        TermShape | None,
        "With --with-reported, where reports ended the position, the one that the party itself had stated; else null.",
    ]


class StatedDissentShape(TypedDict):
    """That a party does not hold what its blocs hold on an issue, from a statement on."""

    issue: Annotated[Id, "The issue."]
    date: Annotated[Day, "The day of the statement."]
    statement: Annotated[StatementId, "The first statement that says so."]
    standing: Annotated[Standing, "Whether the party said it itself, or somebody else's account says so."]


class DissentsOfPeriod(TypedDict, total=False):
    dissents: Annotated[
        list[StatedDissentShape],
        "Where it said meanwhile that it does not hold what its blocs hold, the first one first, whether or not that "
        "changed a position; left out where there is none, or with --only.",
    ]


class HistoryOfPartyShape(values.MembershipsOfPeriod, DissentsOfPeriod):
    """How the positions of one party came about."""

    party: Annotated[Id, "The party."]
    steps: Annotated[list[StepShape], "Its moves, in the order of the statements."]
    reactions: Annotated[
        list[ReactionToDraftShape],
        "What it said of drafts meanwhile, the first one first; where not all issues are asked for, on these. Empty "
        "with --only.",
    ]


class HistoryShape(TypedDict):
    """What `posdiff history --format json` writes: how positions came about, statement by statement."""

    schema: Annotated[Literal["posdiff/history/1"], "The name and version of this shape."]
    parties: Annotated[
        list[HistoryOfPartyShape],
        "The parties that were asked for, in the order asked; all of the agenda's when none was.",
    ]


def shape(answer: History) -> HistoryShape:
    """The moves that are shown, party by party."""
    return {
        "schema": "posdiff/history/1",
        "parties": [
            {
                "party": of_party.record.party,
                "steps": [
                    {
                        "date": values.day(step.move.day),
                        "issue": step.move.issue,
                        "kind": step.kind,
                        "statement": _statement(step.move.statement) if step.move.statement else None,
                        "after": _after(step, answer),
                        "only_on_record": _only_on_record(step, answer),
                        **values.memberships(step.move),
                    }
                    for step in of_party.record.steps
                ],
                "reactions": [to_draft(stated, answer.basis.proofs) for stated in of_party.reactions],
                **values.memberships_of_period(of_party.turns),
                **_dissents(of_party),
            }
            for of_party in answer.parties
        ],
    }


def _dissents(of_party: HistoryOfParty) -> DissentsOfPeriod:
    """From what its blocs hold; empty where a party does not dissent."""
    told: list[StatedDissentShape] = [
        {
            "issue": each.issue,
            "date": values.day(each.statement.day),
            "statement": each.statement.id,
            "standing": each.statement.standing,
        }
        for each in of_party.dissents
    ]
    return {"dissents": told} if told else {}


def _after(step: HistoryStep, answer: History) -> TermShape | None:
    """The position after a step."""
    after = step.move.after
    return _term(after._replace(on_record=step.on_record), step, answer) if after else None


def _only_on_record(step: HistoryStep, answer: History) -> TermShape | None:
    """What the party itself had stated where after a step it holds nothing."""
    own = step.on_record.held if step.on_record and step.move.after is None else None
    return _term(own, step, answer) if own else None


def _term(held: Held, step: HistoryStep, answer: History) -> TermShape:
    """A position with the sources of a step alone: the earlier ones stand with the earlier steps."""
    by = step.move.statement.id if step.move.statement else None
    agenda, proofs = answer.agenda, answer.basis.proofs
    parts = [
        values.part(part, agenda, part.lineage.own if part.lineage.statement == by else (), proofs)
        for part in held.parts
    ]
    shown: TermShape = {**values.term(held, agenda, proofs), "parts": parts}
    if held.on_record is not None:
        own = held.on_record.held
        shown["on_record"] = {"term": _term(own, step, answer) if own else None}
    return shown


def _statement(statement: Statement) -> StatementShape:
    return {
        "id": statement.id,
        "date": values.day(statement.day),
        "parties": list(statement.parties),
        "title": statement.title,
        "speaker": statement.speaker,
        "standing": statement.standing,
        "note": statement.note,
        "file": statement.location.file,
        "sources": [values.source(source) for source in statement.sources.values()],
    }
