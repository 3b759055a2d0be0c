"""The JSON of ``compare``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired

from posdiff.answers.compare import Compare
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import RELATIONS, Comparison, ConditionalCase, Relation, stands_alone
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, Number, OfKinds, TypedDict, limits
from posdiff.reports.in_words import InWords
from posdiff.reports.shapes import accepted, values
from posdiff.reports.shapes.accepted import AcceptedShape, PartyGroupShape
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import (
    ConditionShape,
    Count,
    DissentShape,
    Label,
    Outcomes,
    PartFile,
    PartLine,
    PartNumber,
    PartStatement,
    SourceShape,
    TermShape,
)

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs

_ScaleValue = Annotated[
    Any, OfKinds("scale_json", "scale-value", "A value on a scale: a number in the issue's unit, `unlimited`, a day.")
]

_GapEnds = TypedDict(
    "_GapEnds",
    {
        "from": Annotated[_ScaleValue, "Where the gap begins: the least upper bound."],
        "to": Annotated[_ScaleValue, "Where the gap ends: the greatest lower bound."],
    },
)


class GapShape(_GapEnds):
    """How far apart positions are on a scale."""

    size: Annotated[
        Number | None,
        "The length of the gap in `unit`, 0 when only an end that one leaves out keeps them apart; null when it ends "
        "at `unlimited`.",
    ]
    unit: Annotated[str | None, "The issue's unit, `day` for dates; null when the issue declares none."]


_CaseIf = TypedDict(
    "_CaseIf",
    {
        "common": Annotated[Outcomes, "What all accept in this case."],
        "if": Annotated[
            dict[Label, ConditionShape],
            "By party, what must come out how for its offer; without the parties whose offers hang on nothing.",
        ],
    },
)


class CaseShape(_CaseIf):
    """One way in which conditional positions have something in common."""

    unless: Annotated[
        dict[Label, ConditionShape | list[ConditionShape]],
        "By party, where its demand would bind: the issues must come out otherwise; a list where several of its "
        "demands have a condition each.",
    ]


class OwnerShape(TypedDict):
    """A party that makes a demand, and where."""

    party: Annotated[Label, "The party."]
    issue: Annotated[Id, "The issue on which it makes the demand."]
    part: PartNumber
    firmness: Annotated[Firmness, "How firm that part is."]
    statement: PartStatement
    date: Annotated[Day, "The day of that statement."]
    first_held: Annotated[Day, "The day on which the party first held the position in this form."]
    last_stated: Annotated[Day, "The day on which it was last stated or reaffirmed."]
    file: PartFile
    line: PartLine
    quote: Annotated[str | None, "The party's own words; null when there are none."]
    sources: Annotated[list[SourceShape], "Every source of the position."]


class ReasonShape(TypedDict):
    """What the agenda says of two steps."""

    why: Annotated[str | None, "Why the one step comes after the other; null when the agenda does not say."]


class EdgeShape(TypedDict):
    """From one step of the ring to the next."""

    before: Annotated[Id, "The step that comes first."]
    after: Annotated[Id, "The step that comes after it, or with it; the `before` of the next edge."]
    together: Annotated[bool, "Whether the two are demanded at the same time, instead of one before the other."]
    owners: Annotated[list[OwnerShape], "The parties that demand it; empty when it lies in the nature of things."]
    agenda: Annotated[ReasonShape | None, "What the agenda says about it; null when it is demanded by parties only."]


class DeadlockShape(TypedDict):
    """A ring of demands that no course of events can meet."""

    steps: Annotated[list[Id], limits(minItems=1), "The steps of the ring, begun with the first in the agenda's order."]
    edges: Annotated[
        list[EdgeShape],
        limits(minItems=1),
        "What leads from each step to the next, and from the last back to the first.",
    ]


ClashShape = Annotated[
    Annotated[list[Id], limits(uniqueItems=True)] | None,
    "What clashes, in a contradiction on other kinds: contested members, options that one or another accepts, or a "
    "ring of steps, empty where no single ring shows it; else null.",
]


class PartOfShape(TypedDict):
    """A part of a party's position on the issue."""

    party: Annotated[Label, "The party."]
    part: PartNumber


class StandingShape(TypedDict):
    """How positions stand by the parties' own statements alone."""

    relation: Annotated[Relation, "How they stand to each other."]
    red_line: Annotated[list[Label], "The parties for whom a part of it is a red line."]


class ComparisonShape(TypedDict):
    """One issue, and how the positions on it stand to each other."""

    issue: Annotated[Id, "The issue."]
    relation: Annotated[
        Relation,
        "How the positions stand to each other; one-sided when one party only holds a position, unassessed when no "
        "verdict is made up, silent when none holds a position.",
    ]
    terms: Annotated[dict[Label, TermShape], "The positions by party, of those who have one."]
    common: Annotated[
        Outcomes,
        "The common ground, when the relation is agreed or overlap: what all accept as things stand; else empty.",
    ]
    conditions: Annotated[
        list[CaseShape],
        "When the relation is conditional, the ways in which they have something in common; else empty.",
    ]
    gap: Annotated[GapShape | None, "How far apart they are, in a contradiction on a quantity or date; else null."]
    clash: ClashShape
    clash_parts: Annotated[
        list[PartOfShape],
        "In a contradiction, a minimal set of parts that have nothing in common, the firmest first; else empty.",
    ]
    red_line: Annotated[list[Label], "The parties for whom their position on it is a red line."]
    silent: Annotated[list[Label], "The parties that hold no position on it, and do not dissent."]
    dissents: NotRequired[
        Annotated[dict[Label, DissentShape], "The parties that do not hold what their blocs hold, if there are any."]
    ]
    on_both_sides: NotRequired[
        Annotated[list[Label], "The parties for which what their blocs hold leaves no outcome, if there are any."]
    ]
    only_on_record: Annotated[
        dict[Label, TermShape],
        "With --with-reported, of the silent parties: what each itself has stated, and as reported holds no longer.",
    ]
    conflict_groups: Annotated[
        list[
            Annotated[
                list[Label],
                limits(minItems=2),
                "Parties that have nothing in common together, though any fewer of them have.",
            ]
        ],
        "In a contradiction, the smallest groups of parties that have nothing in common; else empty.",
    ]
    accepted: NotRequired[
        Annotated[
            list[AcceptedShape],
            "Of more than six parties, and where `all` are asked about named issues of three or more: what is accepted "
            "and by whom, where most of them are first. It is the table of the text; else left out.",
        ]
    ]
    alone: Annotated[
        Label | None,
        "Of three parties or more in a contradiction, the one without which nothing keeps the others apart; null where "
        "there is no such one.",
    ]
    on_record: Annotated[
        StandingShape | None,
        "With --with-reported, where a report changed a position: how the parties' own statements stand; else null.",
    ]
    complete: Annotated[
        bool, "Whether conditions and conflict_groups are all there are; false when the search was cut."
    ]


class RelationsOnRecordShape(TypedDict):
    """The same counts, of what the parties themselves stated."""

    summary: Annotated[
        dict[Relation, Count],
        Keys("How many issues are {}.", sometimes=("silent",)),
        "How many issues there are in each relation.",
    ]
    deadlocks: Annotated[Count, "How many deadlocks there are."]


class CompareShape(TypedDict):
    """What `posdiff compare --format json` writes: how the positions of two or more parties stand, issue by issue."""

    schema: Annotated[Literal["posdiff/compare/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions are compared, for the parties without a day of their own."]
    parties: Annotated[
        list[Label],
        limits(minItems=2),
        "The parties that are compared, as they were asked for; one that was asked for twice stands here twice, and "
        "once where parties are keys.",
    ]
    issues: Annotated[
        list[ComparisonShape],
        "The issues that were asked for, in the agenda's order; those on which none holds a position with --all only.",
    ]
    deadlocks: Annotated[
        list[DeadlockShape],
        "Preconditions of several parties, over all issues, that no course of events can meet; the shortest rings "
        "first.",
    ]
    deadlocks_complete: Annotated[
        bool, "Whether the search for deadlocks came to its end, so that there are no others."
    ]
    summary: Annotated[
        dict[Relation, Count],
        Keys("How many issues are {}.", sometimes=("silent",)),
        "How many issues there are in each relation, those left out by --only counted too.",
    ]
    on_record: Annotated[
        RelationsOnRecordShape | None,
        "With --with-reported, where a report changed a position: the counts of what the parties themselves stated; "
        "else null.",
    ]
    groups: NotRequired[Annotated[list[PartyGroupShape], "With --by group, the groups, as the parties were asked for."]]


def shape(answer: Compare) -> CompareShape:
    """The relation on every issue that is shown, the deadlocks, and the groups where they were asked for."""
    recorded = answer.recorded
    written: CompareShape = {
        "schema": "posdiff/compare/1",
        "as_of": values.day(answer.as_of),
        "parties": values.labels(answer.parties),
        "issues": [
            _of_the_answer(
                comparison(issue, answer.agenda, answer.on_record.get(issue.issue.id), answer.basis.proofs),
                issue,
                answer,
            )
            for issue in answer.shown_issues
        ],
        "deadlocks": [deadlock(ring) for ring in answer.shown_deadlocks],
        "deadlocks_complete": answer.deadlocks_complete,
        "summary": summary(answer.issues),
        "on_record": None
        if recorded is None
        else {"summary": summary(recorded.issues), "deadlocks": len(recorded.deadlocks)},
    }
    if answer.groups:
        written["groups"] = [accepted.group(group, answer) for group in answer.groups]
    return written


def _of_the_answer(written: ComparisonShape, row: Comparison, answer: Compare) -> ComparisonShape:
    """The same, with those who dissent apart from those who are silent, and of many parties what is accepted."""
    found = answer.accepted.get(row.issue.id)
    if found is not None:
        written = {**written, "accepted": accepted.table(row, found, answer)}
    asked = [each for each in answer.parties if each.label in row.silent]
    every = {
        values.name(each.label): values.dissent(answer.basis, each.party, each.on(answer.as_of), row.issue.id)
        for each in asked
    }
    dissents = {label: found for label, found in every.items() if found is not None}
    if not dissents:
        return written
    return {**written, "silent": [label for label in written["silent"] if label not in dissents], "dissents": dissents}


def summary(comparisons: Sequence[Comparison]) -> dict[Relation, int]:
    """How many issues there are in each relation, zeros included; silent ones only where there are such."""
    counted = [compared.relation for compared in comparisons]
    return {word: counted.count(word) for word in RELATIONS if word != "silent" or word in counted}


def comparison(
    compared: Comparison, agenda: Agenda, own: Comparison | None = None, proofs: Proofs | None = None
) -> ComparisonShape:
    """How the positions on one issue stand to each other; ``own``: those that the parties themselves stated."""
    in_words = InWords(agenda)
    space = compared.issue.space
    gap, alone = compared.gap, stands_alone(compared)
    told: ComparisonShape = {
        "issue": compared.issue.id,
        "relation": compared.relation,
        "terms": {
            values.name(party): values.term(held, agenda, proofs, in_words) for party, held in compared.terms.items()
        },
        "common": values.outcomes(space, compared.common),
        "conditions": [
            {
                "common": values.outcomes(space, case.common),
                "if": {values.name(party): values.condition(condition, agenda) for party, condition in case.conditions},
                "unless": _unless(case, agenda),
            }
            for case in compared.cases
        ],
        "gap": None if gap is None else space.gap_json(gap),
        "clash": None if compared.clash is None else list(compared.clash),
        "clash_parts": [{"party": values.name(party), "part": part.number} for party, part in compared.clash_parts],
        "red_line": values.names(compared.red_line),
        "silent": values.names(compared.silent),
        "conflict_groups": [values.names(group) for group in compared.conflict_groups],
        "only_on_record": {
            values.name(party): values.term(own.terms[party], agenda, proofs)
            for party in compared.silent
            if own is not None and party in own.terms
        },
        "alone": None if alone is None else values.name(alone),
        "on_record": None if own is None else {"relation": own.relation, "red_line": values.names(own.red_line)},
        "complete": compared.complete,
    }
    if compared.on_both_sides:
        told["on_both_sides"] = values.names(compared.on_both_sides)
    return told


def _unless(case: ConditionalCase, agenda: Agenda) -> dict[str, Any]:
    """By party, the condition on which its demand binds; of several demands, those of each."""
    conditions: dict[str, list[Any]] = {}
    for party, condition in case.unless:
        conditions.setdefault(values.name(party), []).append(values.condition(condition, agenda))
    return {party: listed[0] if len(listed) == 1 else listed for party, listed in conditions.items()}


def deadlock(ring: Deadlock) -> DeadlockShape:
    """A ring of steps, with who asks for each of them."""
    return {
        "steps": list(ring.steps),
        "edges": [
            {
                "before": edge.before,
                "after": edge.after,
                "together": edge.together,
                "owners": [
                    {
                        "party": values.name(owner.party),
                        "issue": owner.issue,
                        "part": owner.part.number,
                        "firmness": owner.part.term.firmness,
                        "statement": values.statement(owner.part),
                        "date": values.day(owner.part.set_on),
                        "first_held": values.day(owner.part.first_held),
                        "last_stated": values.day(owner.part.last_stated),
                        "file": values.file(owner.part),
                        "line": values.line(owner.part),
                        "quote": next((quote.text for quote in owner.part.lineage.said), None),
                        "sources": [values.source(source) for source in owner.part.sources],
                    }
                    for owner in edge.owners
                ],
                "agenda": {"why": edge.why} if edge.agenda else None,
            }
            for edge in ring.edges
        ],
    }
