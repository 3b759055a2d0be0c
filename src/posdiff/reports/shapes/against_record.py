"""The JSON of what changes against the record where something is supposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from posdiff.answers import against_record as facts
from posdiff.comparison.conflicts.conflict import ConflictVerdict, FirmnessLevel
from posdiff.comparison.drafts import DraftVerdict, Result, TermResult
from posdiff.comparison.figures import Metric
from posdiff.comparison.relations import Relation
from posdiff.kinds.forms import Id, TypedDict, limits
from posdiff.reports.shapes import matrix, values
from posdiff.reports.shapes.matrix import FigureShape
from posdiff.reports.shapes.values import Count, DraftId, Label

SupposedTexts = Annotated[
    list[str],
    limits(minItems=1),
    "With --suppose: what is supposed and not on record, each as `PARTY: ISSUE=TERM`.",
]


class GoneAndNewShape(TypedDict):
    """How many there are on record only, and as supposed only."""

    gone: Annotated[Count, "How many are on record, and not as supposed."]
    new: Annotated[Count, "How many are there as supposed, and not on record."]


class RelationThereShape(TypedDict):
    """How parties stand on an issue."""

    relation: Annotated[Relation, "The relation."]
    red_line: Annotated[list[Label], "The parties for whom their position on it is a red line."]


class RelationAgainstRecordShape(TypedDict):
    """An issue on which the relation, or a red line, is another one."""

    issue: Annotated[Id, "The issue."]
    before: Annotated[RelationThereShape, "On record."]
    after: Annotated[RelationThereShape, "As supposed."]


class CompareAgainstRecordShape(TypedDict):
    """What is otherwise than the record has it, of a comparison."""

    issues: Annotated[list[RelationAgainstRecordShape], "The issues on which the relation, or a red line, is another."]
    deadlocks: Annotated[GoneAndNewShape, "The deadlocks, by their steps."]
    conflicts: Annotated[
        GoneAndNewShape | None,
        "The conflicts over several issues; null where they are not looked for, as in `compare --format json`.",
    ]


class LevelAgainstRecordShape(TypedDict):
    """Another verdict on the terms so firm."""

    level: Annotated[FirmnessLevel, "Which terms: all, red lines and firm ones, red lines alone."]
    before: Annotated[ConflictVerdict, "The verdict on record."]
    after: Annotated[ConflictVerdict, "The verdict as supposed."]


class AloneAgainstRecordShape(TypedDict):
    """Another verdict on a party's own terms."""

    party: Annotated[Label, "The party, as it was asked for."]
    before: Annotated[ConflictVerdict, "The verdict on record."]
    after: Annotated[ConflictVerdict, "The verdict as supposed."]


class ConflictsAgainstRecordShape(TypedDict):
    """What is otherwise than the record has it, of conflicts."""

    verdict: Annotated[list[LevelAgainstRecordShape], "The verdicts that are others."]
    alone: Annotated[list[AloneAgainstRecordShape], "The verdicts on a party by itself that are others."]
    conflicts: Annotated[GoneAndNewShape, "The minimal conflicts."]


class VerdictAgainstRecordShape(TypedDict):
    """What a draft does to a party at worst."""

    before: Annotated[DraftVerdict, "On record."]
    after: Annotated[DraftVerdict, "As supposed."]


class CompletableAgainstRecordShape(TypedDict):
    """Whether a draft can be completed; null where that is not known."""

    before: Annotated[bool | None, "On record."]
    after: Annotated[bool | None, "As supposed."]


class ResultsAgainstRecordShape(TypedDict):
    """An issue on which parts of a position fare otherwise."""

    issue: Annotated[Id, "The issue."]
    before: Annotated[list[Result], "What becomes of each part of the position on record; empty where there is none."]
    after: Annotated[list[Result], "The same as supposed."]
    options_before: Annotated[
        list[list[Result]],
        "Of each of these parts what becomes of it by each outcome in brackets, on record; empty without brackets.",
    ]
    options_after: Annotated[list[list[Result]], "The same as supposed."]


class ChoicesAgainstRecordShape(TypedDict):
    """Another number of choices among the options of a draft, or others, in which no red line is crossed."""

    draft: DraftId
    party: Annotated[Label | None, "Of whose red lines; null of those of all parties together."]
    before: Annotated[Count | None, "How many on record; null where that was not counted."]
    after: Annotated[Count | None, "The same as supposed."]


class PartyAgainstRecordShape(TypedDict):
    """A party to whom a draft does something else."""

    draft: DraftId
    party: Annotated[Label, "The party, as it was asked for."]
    verdict: Annotated[VerdictAgainstRecordShape, "What the whole draft does to it at worst."]
    completable: Annotated[CompletableAgainstRecordShape, "Whether some settlement within the draft meets all of it."]
    results: Annotated[list[ResultsAgainstRecordShape], "What becomes of its terms, where that is something else."]


class DraftAgainstRecordShape(TypedDict):
    """What is otherwise than the record has it, of drafts."""

    parties: Annotated[list[PartyAgainstRecordShape], "The parties to whom a draft does something else."]
    choices: Annotated[
        list[ChoicesAgainstRecordShape],
        "By draft, party by party and then of all: in how many choices among the options no red line is crossed, where "
        "that is another number, or other choices.",
    ]


class PairAgainstRecordShape(TypedDict):
    """Two parties with another figure."""

    a: Annotated[Id, "The first party."]
    b: Annotated[Id, "The second party."]
    before: Annotated[FigureShape, "On record."]
    after: Annotated[FigureShape, "As supposed."]


class MatrixAgainstRecordShape(TypedDict):
    """What is otherwise than the record has it, of figures."""

    pairs: Annotated[list[PairAgainstRecordShape], "The pairs with another figure."]


def shape(answer: Any) -> Any:
    """What changes against the record, in the shape of the command."""
    record = answer.of_record
    if answer.command == "brief":
        answer, record = answer.compare, record.compare
    if answer.command == "compare":
        return _compare(facts.of_compare(record, answer))
    if answer.command == "conflicts":
        return _conflicts(facts.of_conflicts(record, answer))
    if answer.command == "matrix":
        return {"pairs": [_pair(pair, answer.metric) for pair in facts.of_matrix(record, answer)]}
    if answer.command == "text":
        answer, record = answer.judged, record.judged
    if answer.command == "drafts":
        changed, choices = facts.of_drafts(record, answer), facts.choices_of_drafts(record, answer)
    else:
        changed, choices = facts.of_draft(record, answer), facts.choices_of_draft(record, answer)
    return {"parties": [_party(party) for party in changed], "choices": [_choices(each) for each in choices]}


def _compare(changed: facts.CompareAgainstRecord) -> CompareAgainstRecordShape:
    return {
        "issues": [
            {"issue": issue.issue.id, "before": _relation(issue.before), "after": _relation(issue.after)}
            for issue in changed.issues
        ],
        "deadlocks": _counted(changed.deadlocks),
        "conflicts": None if changed.conflicts is None else _counted(changed.conflicts),
    }


def _relation(there: facts.RelationThere) -> RelationThereShape:
    return {"relation": there.relation, "red_line": values.names(there.red_line)}


def _counted(number: facts.GoneAndNew) -> GoneAndNewShape:
    return {"gone": number.gone, "new": number.new}


def _conflicts(changed: facts.ConflictsAgainstRecord) -> ConflictsAgainstRecordShape:
    return {
        "verdict": [
            {"level": level, "before": before, "after": after} for level, (before, after) in changed.levels.items()
        ],
        "alone": [
            {"party": values.name(label), "before": before, "after": after}
            for label, (before, after) in changed.alone.items()
        ],
        "conflicts": _counted(changed.conflicts),
    }


def _party(changed: facts.DraftAgainstRecord) -> PartyAgainstRecordShape:
    before, after = changed.before, changed.after
    return {
        "draft": changed.draft.id,
        "party": values.name(changed.party.label),
        "verdict": {"before": before.verdict, "after": after.verdict},
        "completable": {"before": before.completable, "after": after.completable},
        "results": [
            {
                "issue": results.issue.id,
                "before": [term.result for term in results.before],
                "after": [term.result for term in results.after],
                "options_before": _options(results.before),
                "options_after": _options(results.after),
            }
            for results in changed.results
        ],
    }


def _options(terms: Iterable[TermResult]) -> list[list[Result]]:
    return [[option.result for option in term.options] for term in terms]


def _choices(changed: facts.ChoicesAgainstRecord) -> ChoicesAgainstRecordShape:
    return {
        "draft": changed.draft.id,
        "party": None if changed.party is None else values.name(changed.party.label),
        "before": changed.before,
        "after": changed.after,
    }


def _pair(changed: facts.PairAgainstRecord, metric: Metric) -> PairAgainstRecordShape:
    return {
        "a": changed.after.a,
        "b": changed.after.b,
        "before": matrix.figure(changed.before, metric),
        "after": matrix.figure(changed.after, metric),
    }
