"""The JSON of ``changes``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from posdiff.answers.changes import Changes
from posdiff.comparison.changes import KINDS, Change, ChangeKind
from posdiff.comparison.fields import FieldChange
from posdiff.comparison.movement import Movement
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Part
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports.shapes import values
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import Count, StatementId, TermShape

#: The kinds that only a dossier with blocs has: they are counted where there are any.
_OF_BLOCS: tuple[ChangeKind, ...] = ("inherited", "no longer inherited")


class PathStepShape(values.MembershipsOfStep):
    """One step on the way."""

    date: Annotated[Day, "The day of the step; for one that expired, the day after its last."]
    statement: Annotated[
        StatementId | None,
        "The statement that took the step; null when a position expired, or blocs made it.",
    ]
    kind: Annotated[ChangeKind, "What kind of change this step was."]


class FieldShape(TypedDict):
    """One field that differs."""

    path: Annotated[
        list[str | int],
        limits(minItems=1),
        "The keys and indexes (from 0) that lead to the field within the position.",
    ]
    before: Annotated[Any, "Its value before, of any type; null when it was absent or null."]
    after: Annotated[Any, "Its value after, of any type; null when it is absent or null."]


class OnlyOnRecordShape(TypedDict):
    """What the party itself had stated where, as reported, it held nothing."""

    before: Annotated[TermShape | None, "At the end of the first day; null when there is nothing such."]
    after: Annotated[TermShape | None, "At the end of the last day; null when there is nothing such."]


class ChangeShape(TypedDict):
    """What became of a party's position on one issue."""

    issue: Annotated[Id, "The issue."]
    kind: Annotated[ChangeKind, "What kind of change leads from the first day to the last."]
    before: Annotated[TermShape | None, "The position at the end of the first day; null when there was none."]
    after: Annotated[TermShape | None, "The position at the end of the last day; null when there is none."]
    only_on_record: Annotated[
        OnlyOnRecordShape, "With --with-reported, what reports took away and the party itself had stated."
    ]
    path: Annotated[list[PathStepShape], "Every step between the two days, in order."]
    movement: Annotated[
        Movement | dict[Id, Movement] | None,
        "Whether the change moved towards the party named with --against; by party where several are named, or all; "
        "null without one, and for a party against itself.",
    ]
    fields: Annotated[
        list[FieldShape],
        "Field by field, what differs inside a position that changed; empty where one of the two is missing or they "
        "are the same.",
    ]


class ChangesOfPartyShape(values.MembershipsOfPeriod):
    """All changes of one party."""

    party: Annotated[Id, "The party."]
    changes: Annotated[list[ChangeShape], "Its changes, in the agenda's order; what is unchanged with --all only."]
    summary: Annotated[
        dict[ChangeKind, Count],
        Keys("How many positions are {}.", sometimes=_OF_BLOCS),
        "How many issues there are of each kind of change, those left out by --only counted too; what is inherited, or "
        "no longer, only where there is any.",
    ]


class ChangesShape(TypedDict):
    """What `posdiff changes --format json` writes: what changed in the positions of parties between two days."""

    schema: Annotated[Literal["posdiff/changes/1"], "The name and version of this shape."]
    since: Annotated[Day, "The first day, whose end is the base: what was said on it is no change."]
    until: Annotated[Day, "The last day, what was said on it included."]
    parties: Annotated[
        list[ChangesOfPartyShape],
        "The parties that were asked for, in the order asked; all of the agenda's when none was.",
    ]


def shape(answer: Changes) -> ChangesShape:
    """The changes that are shown, party by party."""
    return {
        "schema": "posdiff/changes/1",
        "since": values.day(answer.since),
        "until": values.day(answer.until),
        "parties": [
            {
                "party": of_party.party.party,
                "changes": [_change(change, answer) for change in of_party.shown],
                "summary": _summary(of_party.changes),
                **values.memberships_of_period(of_party.turns),
            }
            for of_party in answer.parties
        ],
    }


def _summary(changes: Sequence[Change]) -> dict[ChangeKind, int]:
    counts = {kind: sum(change.kind == kind for change in changes) for kind in KINDS}
    return {kind: number for kind, number in counts.items() if number or kind not in _OF_BLOCS}


def _change(change: Change, answer: Changes) -> ChangeShape:
    agenda, proofs = answer.agenda, answer.basis.proofs
    several, own = len(answer.against) > 1, change.only_on_record
    return {
        "issue": change.issue.id,
        "kind": change.kind,
        "before": values.term(change.before, agenda, proofs) if change.before else None,
        "after": values.term(change.after, agenda, proofs) if change.after else None,
        "only_on_record": {
            "before": values.term(own.before, agenda, proofs) if own.before else None,
            "after": values.term(own.after, agenda, proofs) if own.after else None,
        },
        "path": [
            {
                "date": values.day(step.move.day),
                "statement": step.move.statement.id if step.move.statement else None,
                "kind": step.kind,
                **values.memberships(step.move),
            }
            for step in change.path
        ],
        "movement": dict(change.movements) if several else next(iter(change.movements.values()), None),
        "fields": [
            {"path": list(field.path), "before": field.before, "after": field.after} for field in fields(change, agenda)
        ],
    }


#: The keys of a term that say what it is: all others say when and where it was stated.
_SAYS = ("offers", "applies_if", "firmness", "vague", "prefers", "says", "expires")


def fields(change: Change, agenda: Agenda) -> tuple[FieldChange, ...]:
    """The field-by-field difference inside a position that changed; between several parts, with the place of each."""
    if change.before is None or change.after is None or change.kind in ("reaffirmed", "unchanged"):
        return ()
    from posdiff.comparison.fields import field_changes

    before, after = ([_said(part, agenda) for part in held.parts] for held in (change.before, change.after))
    if len(before) == len(after) == 1:
        return field_changes(before[0], after[0])
    return field_changes({"parts": before}, {"parts": after})


def _said(of_position: Part, agenda: Agenda) -> dict[str, Any]:
    whole = values.part(of_position, agenda, ())
    offers = [{"accepts": offer["accepts"], "if": offer["if"]} for offer in whole["offers"]]
    return {key: value for key, value in whole.items() if key in _SAYS} | {"offers": offers}
