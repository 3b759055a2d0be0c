"""The JSON of ``conflicts``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from posdiff.answers.conflicts import Conflicts
from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis
from posdiff.comparison.conflicts.conflict import Component, Conflict, ConflictVerdict, FirmnessLevel
from posdiff.comparison.conflicts.consequences import ExcludedCondition, Forced, Reasons
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.comparison.conflicts.explanation import Explanation
from posdiff.comparison.conflicts.tables import RefusalTable
from posdiff.comparison.evidence.proofs import Proofs
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.grounds import Result, worst
from posdiff.dossier.region import Settlements
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, Named, TypedDict, limits
from posdiff.reports import conflict_wording, wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import (
    ConditionShape,
    Count,
    InheritedPart,
    Label,
    Line,
    Outcomes,
    PartFile,
    PartLine,
    PartNumber,
    PartStanding,
    PartStatement,
    SourceShape,
)

#: The greatest whole number that every reader of JSON takes as it is; a greater one is written as text.
_GREATEST = 2**53

_AnyCount = Annotated[
    Count | Annotated[str, limits(pattern="^[0-9]+$")],
    Named("any-count", "A number; one above 2**53 is written as text."),
]
_Verdict = Annotated[
    ConflictVerdict,
    Named("verdict", "Whether terms can hold together, as far as stated; undecided: the search was cut."),
]
_Level = Annotated[
    FirmnessLevel, Named("level", "Of which terms it is told: the strongest of these levels that can hold.")
]
_Gives = Annotated[dict[Label, "CountsShape"], Named("gives", "What each party gives.")]
_Outcomes = Annotated[list[Id], "The issues of the draft's outcomes that it needs."]


class KeyShape(TypedDict):
    """A party and an issue."""

    party: Annotated[Label, "The party, as it was asked for."]
    issue: Annotated[Id, "The issue."]


class PartKeyShape(KeyShape):
    """A part of a position, by party, issue and number."""

    part: PartNumber


class _InPagesShape(TypedDict, total=False):
    in_pages: Annotated[
        Result, "What became of its quotes in the pages kept, the worst of it; only where pages are kept."
    ]


class SpeaksForShape(TypedDict, total=False):
    speaks_for: Annotated[
        list[Label],
        "Of a bloc, the parties beside it that hold these words through it, and are not listed again; left out where "
        "there is none.",
    ]
    shared_by: Annotated[
        list[Label],
        "Of words held through a bloc that is not asked about, the other parties that hold them through it, and are "
        "not listed again; left out where there is none.",
    ]


class StatedShape(PartKeyShape, InheritedPart, SpeaksForShape, _InPagesShape):
    """A term, and where it stands."""

    firmness: Annotated[Firmness, "How firm the term is."]
    vague: Annotated[bool, "Whether it leaves open what would do: then it counts only by what it refuses."]
    in_words: Annotated[str, "The term in plain words."]
    statement: PartStatement
    date: Annotated[Day, "The day of that statement."]
    first_held: Annotated[Day, "The day on which the party first held the position in this form."]
    last_stated: Annotated[Day, "The day on which it was last stated or reaffirmed."]
    standing: PartStanding
    file: PartFile
    line: PartLine
    quote: Annotated[str | None, "The party's own words; null when there are none."]
    sources: Annotated[list[SourceShape], "Every source of the position."]


_RuleIf = TypedDict(
    "_RuleIf",
    {
        "if": Annotated[ConditionShape, "Where issues come out so …"],
        "then": Annotated[ConditionShape, "… these do."],
    },
)


class RuleShape(_RuleIf):
    """A rule of the agenda: it holds in any settlement, whoever speaks."""

    why: Annotated[str | None, "Why; null when the agenda does not say."]
    file: Annotated[str, "The file, relative to the positions folder."]
    line: Line


class ConflictShape(TypedDict):
    """Terms that cannot all hold, of which none can be left out."""

    terms: Annotated[list[StatedShape], limits(minItems=1), "The terms."]
    rules: Annotated[list[RuleShape], "The rules of the agenda that it needs, a minimal part."]
    draft: _Outcomes
    steps: Annotated[list[str], limits(minItems=1), "Why they cannot all hold, step by step, in plain words."]


class ClusterShape(TypedDict):
    """Terms that are tied by conflicts; what would have to go here says nothing about other clusters."""

    issues: Annotated[list[Id], limits(minItems=1), "The issues of the terms."]
    conflicts: Annotated[Count, "How many minimal conflicts there are."]
    complete: Annotated[bool, "Whether these are all."]
    concessions: Annotated[list[list[PartKeyShape]], "Every minimal set of terms without which the rest can hold."]
    concessions_complete: Annotated[bool, "Whether these are all."]


class RefusingShape(PartKeyShape):
    """A term that refuses outcomes."""

    firmness: Annotated[Firmness, "How firm the term is."]


class TableRowShape(TypedDict):
    """Outcomes that no term tells apart."""

    outcomes: Annotated[Outcomes, "The outcomes."]
    in_words: Annotated[str, "The same in plain words."]
    refused_by: Annotated[list[RefusingShape], "The terms that refuse them."]
    minimal: Annotated[bool, "Whether no other row asks for less."]


class TableShape(TypedDict):
    """A refusal table: for one issue the outcomes, and the terms that would have to go for them."""

    issue: Annotated[Id, "The issue."]
    complete: Annotated[
        bool,
        "Whether every outcome is in it; of a set or sequence only those are for which the least would have to go.",
    ]
    rows: Annotated[list[TableRowShape], "Outcomes that no term tells apart."]


class CountsShape(TypedDict):
    """What a party gives, by firmness. Never added over parties."""

    red_line: Annotated[Count, "Red lines."]
    firm: Annotated[Count, "Firm terms."]
    flexible: Annotated[Count, "Flexible terms."]


class ConcessionShape(TypedDict):
    """A minimal concession set."""

    terms: Annotated[list[PartKeyShape], "The terms that go."]
    gives: Annotated[_Gives, "What each party gives so."]


class RowShape(TypedDict):
    """Who gives what."""

    gives: Annotated[_Gives, "What each party gives so."]
    ways: Annotated[_AnyCount, "How many sets do so. A number above 2**53 is written as text."]


class BecauseShape(TypedDict):
    """From what it follows: none of these can be left out for any one of the outcomes ruled out."""

    terms: Annotated[list[PartKeyShape], "Terms."]
    rules: Annotated[list[RuleShape], "Rules of the agenda."]
    draft: Annotated[list[Id], "The issues of outcomes of the draft."]


class ForcedShape(TypedDict):
    """One side of a settlement."""

    issue: Annotated[Id | None, "The issue; null for the course of events, which all sequence issues share."]
    outcomes: Annotated[Outcomes, "What is left."]
    in_words: Annotated[str, "The same in plain words."]
    level: Annotated[_Level, "Of which terms it is told."]
    because: Annotated[BecauseShape, "From what it follows."]


class RuledOutShape(PartKeyShape):
    """One condition of one term."""

    condition: Annotated[ConditionShape, "The condition."]
    of: Annotated[
        Literal["demand", "offer"],
        "Whether a demand that so never binds, or an offer that so is never taken, hangs on it.",
    ]
    in_words: Annotated[str, "The same in plain words."]
    level: Annotated[_Level, "Of which terms it is told."]
    because: Annotated[BecauseShape, "From what it follows."]


class UnassessedShape(PartKeyShape):
    """A term that stays outside, or counts only by what it refuses."""

    why: Annotated[Literal["text", "vague"], "Why."]


class ChangedByReportShape(KeyShape):
    """A position that a report changed."""

    term: Annotated[values.TermShape | None, "What the party itself has stated; null when it has stated nothing."]


class AloneShape(TypedDict):
    """One party."""

    party: Annotated[Label, "The party."]
    verdict: Annotated[_Verdict, "Whether they can."]


class ConflictsOnRecordShape(TypedDict):
    """The same question, asked of what the parties themselves stated."""

    verdict: Annotated[
        dict[FirmnessLevel, _Verdict],
        Keys("Whether the terms of this level can hold: {}."),
        "Whether the terms of all parties can hold together: all, red lines and firm ones, red lines alone.",
    ]
    alone: Annotated[list[AloneShape], "Each party's own terms by themselves."]
    conflicts: Annotated[Count, "How many minimal conflicts there are, over all issues."]
    complete: Annotated[bool, "Whether these are all."]
    changed: Annotated[list[ChangedByReportShape], "Every position that a report changed."]


class ConflictsShape(TypedDict):
    """What `posdiff conflicts --format json` writes: what cannot hold together, why not, and what would have to go."""

    schema: Annotated[Literal["posdiff/conflicts/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    parties: Annotated[list[Label], "The parties, as they were asked for."]
    draft: Annotated[str | None, "The draft within which settlements are looked at; null without one."]
    alone: Annotated[list[AloneShape], "Each party's own terms by themselves."]
    verdict: Annotated[
        dict[FirmnessLevel, _Verdict],
        Keys("Whether the terms of this level can hold: {}."),
        "Whether the terms of all parties can hold together: all, red lines and firm ones, red lines alone.",
    ]
    conflicts: Annotated[
        list[ConflictShape],
        "The minimal conflicts on the issues asked for, the firmest first, and of equal ones those with more red "
        "lines.",
    ]
    complete: Annotated[bool, "Whether these are all."]
    clusters: Annotated[list[ClusterShape], "What is tied together by conflicts, on the issues asked for."]
    tables: Annotated[list[TableShape], "The refusal tables of single issues."]
    concessions: Annotated[
        list[ConcessionShape],
        "Every minimal concession set over all issues, while there are few; else one of some of the rows.",
    ]
    concessions_complete: Annotated[bool, "Whether these are all."]
    concessions_number: Annotated[_AnyCount, "How many there are, as far as was found."]
    rows: Annotated[
        list[RowShape],
        "Who gives what: the concession sets that are better for no party without being worse for another.",
    ]
    rows_complete: Annotated[bool, "Whether these are all."]
    forced: Annotated[
        list[ForcedShape], "What is so in every settlement that meets the terms, though no single term says it."
    ]
    forced_complete: Annotated[bool, "Whether these are all."]
    ruled_out: Annotated[
        list[RuledOutShape], "Conditions that do not come about in any settlement that meets the terms."
    ]
    ruled_out_complete: Annotated[bool, "Whether these are all."]
    silent: Annotated[list[KeyShape], "Issues in play on which a party is silent."]
    on_record: Annotated[
        ConflictsOnRecordShape | None,
        "With --with-reported, where a report changed a position: what holds by the own statements; else null.",
    ]
    unassessed: Annotated[
        list[UnassessedShape], "Terms that stay outside (text), or count only by what they refuse (vague)."
    ]


def shape(answer: Conflicts) -> ConflictsShape:
    """The whole analysis; the conflicts and clusters on the issues asked for."""
    analysis, agenda = answer.analysis, answer.agenda
    front = analysis.pareto_front
    return {
        "schema": "posdiff/conflicts/1",
        "as_of": values.day(answer.as_of),
        "parties": values.labels(answer.parties),
        "draft": analysis.draft.id if analysis.draft else None,
        "alone": _alone(analysis),
        "verdict": dict(analysis.verdicts),
        "conflicts": [
            _conflict(conflict, explanation, answer)
            for conflict, explanation in zip(answer.conflicts, answer.explanations, strict=True)
        ],
        "complete": analysis.complete,
        "clusters": [_cluster(cluster) for cluster in answer.clusters],
        "tables": [_table(cluster.table) for cluster in answer.clusters if cluster.table],
        "concessions": [
            {"terms": [_key(term) for term in terms],
             "gives": _gives(analysis.parties, concessions.gives(analysis.parties, terms))}
            for terms in front.sets
        ],
        "concessions_complete": front.sets_complete,
        "concessions_number": _count(front.number),
        "rows": [
            {"gives": _gives(analysis.parties, row.gives), "ways": _count(row.variants)} for row in front.tradeoffs
        ],
        "rows_complete": front.complete,
        "forced": [_forced(forced, agenda) for forced in analysis.forced],
        "forced_complete": analysis.forced_complete,
        "ruled_out": [_ruled_out(excluded, answer) for excluded in analysis.excluded_conditions],
        "ruled_out_complete": analysis.excluded_complete,
        "silent": [{"party": values.name(party), "issue": issue} for party, issue in analysis.silent],
        "on_record": _on_record(answer),
        "unassessed": [{**_key(term.stated), "why": term.why} for term in analysis.unassessed],
    }  # fmt: skip


def _alone(analysis: ConflictAnalysis) -> list[AloneShape]:
    return [{"party": values.name(party), "verdict": verdict} for party, verdict in analysis.alone.items()]


def _on_record(answer: Conflicts) -> ConflictsOnRecordShape | None:
    own = answer.on_record
    if own is None:
        return None
    return {
        "verdict": dict(own.verdicts),
        "alone": _alone(own),
        "conflicts": len(own.conflicts),
        "complete": own.complete,
        "changed": [
            {
                "party": values.name(label),
                "issue": id,
                "term": stated and values.term(stated, answer.agenda, answer.basis.proofs),
            }
            for label, id, stated in answer.shown_changed
        ],
    }


def _count(number: int) -> int | str:
    return number if number < _GREATEST else str(number)


def _key(stated: Stated) -> PartKeyShape:
    return {"party": values.name(stated.party), "issue": stated.issue.id, "part": stated.part.number}


def _gives(parties: Sequence[str], gives: Sequence[concessions.Counts]) -> dict[str, CountsShape]:
    return {
        values.name(party): {"red_line": red_line, "firm": firm, "flexible": flexible}
        for party, (red_line, firm, flexible) in zip(parties, gives, strict=True)
    }


def _conflict(conflict: Conflict, explanation: Explanation, answer: Conflicts) -> ConflictShape:
    return {
        "terms": [_stated(stated, answer.agenda, answer.basis.proofs) for stated in conflict.terms],
        "rules": [_rule(rule, answer.agenda) for rule in conflict.rules],
        "draft": [outcome.issue for outcome in conflict.outcomes],
        "steps": [
            step.words for step in conflict_wording.reasoning(conflict, explanation, answer.agenda, answer.names)
        ],
    }


def _stated(stated: Stated, agenda: Agenda, proofs: Proofs | None) -> StatedShape:
    part = stated.part
    term = part.term
    results = {proofs.of(quote).result for quote in part.lineage.said} if proofs else set()
    result = worst(results)
    in_pages: _InPagesShape = {} if result is None else {"in_pages": result}
    return {
        **_key(stated),
        "firmness": term.firmness,
        "vague": term.vague,
        "in_words": wording.term_in_words(term, agenda),
        "statement": values.statement(part),
        "date": values.day(part.set_on),
        "first_held": values.day(part.first_held),
        "last_stated": values.day(part.last_stated),
        "standing": values.standing(part),
        "file": values.file(part),
        "line": values.line(part),
        "quote": term.quote or next((offer.quote for offer in term.offers if offer.quote), None),
        "sources": [values.source(source) for source in part.sources],
        **values.inherited(part),
        **_speaks_for(stated),
        **in_pages,
    }


def _speaks_for(stated: Stated) -> SpeaksForShape:
    shape: SpeaksForShape = {"speaks_for": values.names(stated.speaks_for)} if stated.speaks_for else {}
    if stated.shared_by:
        shape["shared_by"] = values.names(stated.shared_by)
    return shape


def _rule(rule: Rule, agenda: Agenda) -> RuleShape:
    return {
        "if": values.condition(rule.given, agenda),
        "then": values.condition(rule.then, agenda),
        "why": rule.why,
        "file": rule.location.file,
        "line": rule.location.line,
    }


def _cluster(component: Component) -> ClusterShape:
    return {
        "issues": list(component.issues),
        "conflicts": len(component.conflicts),
        "complete": component.complete,
        "concessions": [[_key(term) for term in terms] for terms in component.concessions],
        "concessions_complete": component.concessions_complete,
    }


def _table(table: RefusalTable) -> TableShape:
    space = table.issue.space
    return {
        "issue": table.issue.id,
        "complete": table.complete,
        "rows": [
            {
                "outcomes": values.outcomes(space, row.outcomes),
                "in_words": conflict_wording.outcomes_in_words(row, space),
                "refused_by": [{**_key(term), "firmness": term.part.term.firmness} for term in row.refused_by],
                "minimal": row.minimal,
            }
            for row in table.rows
        ],
    }


def _forced(forced: Forced, agenda: Agenda) -> ForcedShape:
    return {
        "issue": forced.side if forced.side in agenda.issues else None,
        "outcomes": values.outcomes(Settlements(agenda.issues).space(forced.side), forced.outcomes),
        "in_words": conflict_wording.forced_in_words(forced, agenda),
        "level": forced.level,
        "because": _because(forced.because, agenda),
    }


def _ruled_out(excluded: ExcludedCondition, answer: Conflicts) -> RuledOutShape:
    return {
        **_key(excluded.stated),
        "condition": values.condition(excluded.condition, answer.agenda),
        "of": "demand" if excluded.demand else "offer",
        "in_words": conflict_wording.price_in_words(excluded, answer.agenda, answer.names),
        "level": excluded.level,
        "because": _because(excluded.because, answer.agenda),
    }


def _because(reasons: Reasons, agenda: Agenda) -> BecauseShape:
    return {
        "terms": [_key(term) for term in reasons.terms],
        "rules": [_rule(rule, agenda) for rule in reasons.rules],
        "draft": [outcome.issue for outcome in reasons.outcomes],
    }
