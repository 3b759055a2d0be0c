"""The JSON of ``check``: that of ``validate``, and what the edit does to positions."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from posdiff.answers.validate import Check, Effect
from posdiff.comparison.draft_steps import ClauseChange
from posdiff.comparison.relations import Relation
from posdiff.comparison.versions import ClauseEdit, ClauseField
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import Result
from posdiff.dossier.statement import Standing, Statement
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports.effect_wording import reread_in_words, sentences
from posdiff.reports.shapes import compare, values
from posdiff.reports.shapes.compare import ClashShape, DeadlockShape, GapShape
from posdiff.reports.shapes.drafts import WordsShape, words
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.validate import VerdictShape, verdict
from posdiff.reports.shapes.values import CommitId, Count, Label, Outcomes, PositionFile, StatementId, TermShape
from posdiff.review.effect import Cause, Entry, Kind, Moved, Turned, What


class EnteredShape(TypedDict):
    """What the edit did to a statement or draft."""

    what: Annotated[
        What,
        "stated: a new file; newly-recorded: a new file, of a statement that is older than the last one that was on "
        "record of its party; changed; removed; renamed.",
    ]
    id: Annotated[StatementId, "Its id."]
    draft: Annotated[bool, "Whether it is a draft, and so not in itself any party's position."]
    parties: Annotated[list[Id], "The parties that it is of; none for a draft."]
    date: Annotated[Day, "The day on which it was said."]
    title: Annotated[str | None, "Its title; null when it has none."]
    standing: Annotated[Standing, "Whether it was stated, or is only reported and does not count."]
    file: Annotated[PositionFile, "Its file, relative to the positions folder; for a removed one the file that it was."]
    was: Annotated[str | None, "The file that it was before, where it was renamed or removed; else null."]


class MovedShape(TypedDict):
    """What became of a party's position on an issue."""

    party: Annotated[Id, "The party."]
    issue: Annotated[Id, "The issue."]
    kind: Annotated[
        Kind,
        "The kind of change, as in changes; off-record when the record of the position is gone, and the party did not "
        "withdraw it.",
    ]
    cause: Annotated[
        Cause,
        "Where it comes from: a new statement; an old one that is only now on record, which is no change of position; "
        "a change to the record itself; a change to the agenda, by which the party is in other blocs than before.",
    ]
    statements: Annotated[list[StatementId], "The statements that it comes from, the last first."]
    before: Annotated[TermShape | None, "The position by the files before the edit; null when there was none."]
    after: Annotated[TermShape | None, "The position by the files after it; null when there is none."]


class TurnedShape(TypedDict):
    """Two parties whose relation on an issue changed."""

    parties: Annotated[list[Id], limits(minItems=2, maxItems=2), "The two, one that moved first."]
    issue: Annotated[Id, "The issue."]
    before: Annotated[Relation | None, "The relation before the edit; null where one of them had no position."]
    after: Annotated[Relation | None, "The relation after it; null where one of them has no position."]
    common: Annotated[
        Outcomes,
        "The common ground, when the relation is agreed or overlap: what all accept as things stand; else empty.",
    ]
    gap: Annotated[GapShape | None, "How far apart they are, in a contradiction on a quantity or date; else null."]
    clash: ClashShape
    red_line: Annotated[list[Label], "The parties for whom their position on it is a red line."]


class RereadShape(TypedDict):
    """A term that the edit did not touch, and that the agenda makes another one of."""

    party: Annotated[Id, "The party."]
    issue: Annotated[Id, "The issue."]
    before: Annotated[str, "What it said under the agenda before the edit, in words."]
    after: Annotated[str, "What it says under the agenda after it, in words."]


class BaseShape(TypedDict):
    """The commit that the files were compared with."""

    commit: Annotated[CommitId, "Its id."]
    date: Annotated[Day, "The day on which it was recorded, by its committer's calendar."]


class DeadlocksShape(TypedDict):
    """Preconditions that no course of events can meet."""

    new: Annotated[list[DeadlockShape], "Those that there were not."]
    resolved: Annotated[list[DeadlockShape], "Those that there are no more."]
    complete: Annotated[bool, "Whether the search for them was not cut."]


class EditedClauseShape(TypedDict):
    """What became of a clause of a draft."""

    draft: Annotated[StatementId, "The draft, by its id."]
    clause: Annotated[str, "The id of the clause."]
    change: Annotated[ClauseChange, "What became of its words; same where only something else changed."]
    moved: Annotated[bool, "Whether it stands elsewhere among the clauses that both versions have."]
    words: Annotated[
        list[WordsShape],
        "Where it was reworded, word by word: `same` and `removed` are the text before, `same` and `added` that after. "
        "Empty where it was not.",
    ]
    fields: Annotated[list[ClauseField], "What else both versions have and say otherwise."]


class MeaningShape(TypedDict):
    """What the edit means: the positions by the files before it and by the files after it."""

    as_of: Annotated[Day, "The day of the positions: its end."]
    base: Annotated[BaseShape, "The commit that the files were compared with."]
    sentences: Annotated[
        list[str],
        limits(minItems=1),
        "All of it in plain English, for readers: a sentence for each party, then deadlocks, the agenda, what could "
        "not be told.",
    ]
    statements: Annotated[list[EnteredShape], "What became of statements and drafts."]
    changes: Annotated[list[MovedShape], "The positions that changed, by party and issue in the agenda's order."]
    reaffirmed: Annotated[
        dict[Id, Annotated[int, limits(minimum=1)]],
        "By party, how many positions are the same and were stated again.",
    ]
    relations: Annotated[list[TurnedShape], "The relations that changed, pair by pair."]
    deadlocks: Annotated[DeadlocksShape, "Preconditions that no course of events can meet."]
    reread: Annotated[list[RereadShape], "Terms that the edit did not touch, and that the agenda makes others of."]
    clauses: Annotated[list[EditedClauseShape], "The clauses that changed in drafts that were on record."]
    unread: Annotated[
        list[str], "Files of the base with errors: what they say may be missing from what is told as before."
    ]


class CheckShape(VerdictShape):
    """What `posdiff check --format json` writes: whether the files and the edit are right, and what the edit means."""

    schema: Annotated[Literal["posdiff/check/1"], "The name and version of this shape."]
    accepted: Annotated[Count, "How many findings are left out because somebody accepted them."]
    older: Annotated[Count, "How many findings are left out because there were as many before the edit (--new)."]
    quotes: NotRequired[
        Annotated[
            dict[Result, Count],
            Keys("How many quotes are {}."),
            "How many quotes there are of each result; only where a source has a page, and with --require-verified.",
        ]
    ]
    meaning: Annotated[MeaningShape | None, "What the edit means; null where no edit was judged."]


def shape(answer: Check) -> CheckShape:
    """The verdict on the files, and what the edit does."""
    judged = verdict(answer)
    told: CheckShape = {
        "schema": "posdiff/check/1",
        "status": judged["status"],
        "findings": judged["findings"],
        "more": judged["more"],
        "counts": judged["counts"],
        "accepted": len(answer.verdict.accepted),
        "older": len(answer.verdict.older),
        "meaning": None if answer.effect is None else _meaning(answer.effect),
    }
    if answer.quotes is not None:
        told["quotes"] = dict(answer.quotes)
    return told


def _meaning(effect: Effect) -> MeaningShape:
    edit, agenda, base = effect.edit, effect.agenda, effect.base
    return {
        "as_of": values.day(edit.as_of),
        "base": {"commit": base.id, "date": values.day(base.day)},
        "sentences": sentences(effect),
        "statements": [_entered(entry) for entry in edit.entries],
        "changes": [_moved(moved, effect) for moved in edit.moved],
        "reaffirmed": dict(edit.reaffirmed),
        "relations": [_turned(turned, agenda) for turned in edit.turned],
        "deadlocks": {
            "new": [compare.deadlock(ring) for ring in edit.new_deadlocks],
            "resolved": [compare.deadlock(ring) for ring in edit.resolved_deadlocks],
            "complete": edit.complete,
        },
        "reread": [
            {"party": reread.party, "issue": reread.issue, "before": before, "after": after}
            for reread, (_, _, before, after) in zip(edit.reread, reread_in_words(effect), strict=True)
        ],
        "clauses": [_clause(edited.draft.id, clause) for edited in edit.clauses for clause in edited.edits],
        "unread": list(edit.unread),
    }


def _clause(draft: str, edit: ClauseEdit) -> EditedClauseShape:
    return {
        "draft": draft,
        "clause": edit.clause.id,
        "change": edit.step.change,
        "moved": edit.step.moved,
        "words": words(edit.step.words),
        "fields": list(edit.fields),
    }


def _entered(entry: Entry) -> EnteredShape:
    file = entry.file
    return {
        "what": entry.what,
        "id": file.id,
        "draft": not isinstance(file, Statement),
        "parties": list(file.parties) if isinstance(file, Statement) else [],
        "date": values.day(file.day),
        "title": file.title,
        "standing": file.standing,
        "file": file.location.file,
        "was": entry.was,
    }


def _moved(moved: Moved, effect: Effect) -> MovedShape:
    before, after = moved.change.before, moved.change.after
    was = effect.before if moved.cause == "agenda-changed" else effect.agenda
    return {
        "party": moved.party,
        "issue": moved.change.issue.id,
        "kind": moved.kind,
        "cause": moved.cause,
        "statements": [statement.id for statement in moved.by],
        "before": values.term(before, was) if before else None,
        "after": values.term(after, effect.agenda) if after else None,
    }


def _turned(turned: Turned, agenda: Agenda) -> TurnedShape:
    compared = compare.comparison(turned.now, agenda)
    return {
        "parties": list(turned.parties),
        "issue": turned.now.issue.id,
        "before": turned.before,
        "after": turned.after,
        "common": compared["common"],
        "gap": compared["gap"],
        "clash": compared["clash"],
        "red_line": compared["red_line"],
    }
