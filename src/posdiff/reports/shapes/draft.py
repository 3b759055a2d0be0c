"""The JSON of ``draft``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.comparison.drafts import RED_LINES, DraftVerdict, PartyResult, Reason, Result, TermResult
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft, DraftOption, Outcome, ReactionWord, attributed
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import Day, Id, Ids, TypedDict, limits
from posdiff.kinds.kind import Space
from posdiff.reports import draft_wording
from posdiff.reports.shapes import reactions as reaction_shapes
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import (
    Accepts,
    Count,
    Label,
    Line,
    OnRecordShape,
    PartNumber,
    PartShape,
    QuoteShape,
)
from posdiff.review.drafts import rule_in_words

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs


class _OptionShape(TypedDict):
    accepts: Annotated[Accepts, "The outcome."]
    in_words: Annotated[str, "The same in plain words."]
    by: Annotated[list[str], "Who wants it: ids of parties, or words."]
    text: Annotated[str | None, "The words of the draft for it; null when they are not given."]
    note: Annotated[str | None, "A note on it; null when there is none."]


class BracketShape(_OptionShape):
    """One of the outcomes in brackets."""


class OutcomeShape(TypedDict):
    """What a draft would settle on an issue."""

    accepts: Annotated[Accepts | None, "The outcomes that it leaves open; null where they stand in brackets."]
    options: Annotated[list[BracketShape], "The outcomes in brackets; empty where there are none."]
    in_words: Annotated[str, "The same in plain words."]
    quote: Annotated[str | None, "Its words, or the first of them; null when they are not given."]
    quotes: Annotated[list[QuoteShape], "All its words, the earliest first."]
    note: Annotated[str | None, "A note on it; null when there is none."]


class JudgedOptionShape(_OptionShape):
    """One of the outcomes in brackets, and what becomes of the part where it is taken."""

    option: Annotated[int, limits(minimum=1), "Its number, from 1."]
    result: Annotated[Result, "What becomes of the part with it."]
    reason: Annotated[Reason | None, "Why the part is left open with it; null where it is not."]


class JudgedShape(TypedDict):
    """One part of a position held against the draft."""

    issue: Annotated[Id, "The issue."]
    part: PartNumber
    result: Annotated[Result, "What becomes of the part."]
    reason: Annotated[Reason | None, "Why it is left open; null where it is not."]
    firmness: Annotated[Firmness, "How firm the part is."]
    options: Annotated[
        list[JudgedOptionShape], "What becomes of it with each of the outcomes in brackets; empty without any."
    ]
    draft: Annotated[OutcomeShape | None, "What the draft says on the issue; null when it is silent."]
    term: Annotated[PartShape, "The part itself."]
    on_record: Annotated[
        OnRecordShape | None,
        "With --with-reported, where a report made the position on the issue another one than the party's own "
        "statements do: that one; else null.",
    ]


class RedLineCountsShape(TypedDict):
    """How many of a party's red lines are not met by a draft, whatever was asked for."""

    crossed: Annotated[Count, "Those that no outcome within the draft meets."]
    left_open: Annotated[Count, "Those that some outcomes within the draft meet, and others do not."]
    missing: Annotated[Count, "Those that need an issue on which the draft is silent for good."]


class RedLineIssuesShape(TypedDict):
    """The issues of these red lines."""

    crossed: Annotated[list[Id], "Of those that are crossed."]
    left_open: Annotated[list[Id], "Of those that are left open."]
    missing: Annotated[list[Id], "Of those that are missing."]


class BrokenRuleShape(TypedDict):
    """A rule of the agenda that the draft breaks by itself."""

    in_words: Annotated[str, "The rule in plain words."]
    why: Annotated[str | None, "Why it holds; null when the agenda does not say."]
    line: Annotated[Line, "Its line in the agenda's file, from 1."]


class InheritedVerdict(TypedDict, total=False):
    through: Annotated[
        Ids,
        "The blocs through which the party holds what its verdict rests on, or some of that; left out where all of "
        "that is its own.",
    ]


class StatedResultShape(TypedDict):
    """What a draft does to what a party itself stated."""

    verdict: Annotated[DraftVerdict, "The worst that it does."]
    red_lines: Annotated[RedLineCountsShape, "How many of its red lines are not met."]


class PartyResultShape(InheritedVerdict):
    """What a draft does to the position of one party."""

    party: Annotated[Label, "The party, as it was asked for."]
    verdict: Annotated[
        DraftVerdict, "The worst that the draft does to it; all-met is about the terms that can be assessed."
    ]
    red_lines: Annotated[RedLineCountsShape, "How many of its red lines are not met: no filter takes from these."]
    red_line_issues: Annotated[RedLineIssuesShape, "The issues of these red lines: no filter takes from them."]
    on_record: Annotated[
        StatedResultShape | None,
        "With --with-reported, what the draft does to what the party itself stated; else null.",
    ]
    completable: Annotated[
        bool | None, "Whether a settlement within the draft meets all its terms; null when it was not found out."
    ]
    reaction: Annotated[
        ReactionWord | None, "What it last said of the draft, as a whole if it did; null when it said nothing of it."
    ]
    reactions: Annotated[list[reaction_shapes.ReactionShape], "All that it said of the draft, the first one first."]
    terms: Annotated[list[JudgedShape], "Its terms on the issues that were asked for, in the agenda's order."]
    silent_on: Annotated[list[Id], "The issues that the draft settles and on which the party is silent."]
    only_on_record: Annotated[
        list[values.TermShape],
        "With --with-reported, of these issues: what the party itself has stated, and as reported holds no longer.",
    ]


class ChoicesShape(TypedDict):
    """The choices among the options of a draft with brackets, and which of them leave no red line crossed."""

    options: Annotated[dict[Id, Count], "By issue how many options there are."]
    total: Annotated[Count, "How many choices there are: one option on each of these issues."]
    complete: Annotated[bool, "Whether `for_all` has all of them; if not, the first ones, or none."]
    free: Annotated[
        dict[Label, Count],
        "By party in how many of them none of its red lines is crossed; without a party for which that could not be "
        "counted, as its red lines look at too many choices together.",
    ]
    free_together: Annotated[
        Count | None, "In how many of them none of their red lines is crossed; null where that could not be counted."
    ]
    for_all: Annotated[
        list[dict[Id, Annotated[int, limits(minimum=1)]]],
        "Those in which none of their red lines is crossed: by issue the number of the option that is taken, from 1. "
        "The first 4,096 where there are more.",
    ]


class DraftResultShape(TypedDict):
    """What `posdiff draft --format json` writes: a draft agreement against the positions of parties."""

    schema: Annotated[Literal["posdiff/draft/1"], "The name and version of this shape."]
    draft: Annotated[str, "The id of the draft: its file without the ending."]
    as_of: Annotated[Day, "The day as of which positions are looked at, for the parties without a day of their own."]
    final: Annotated[bool, "Whether the draft is put up for adoption: what it leaves out is left out for good."]
    broken_rules: Annotated[
        list[list[BrokenRuleShape]],
        "The agenda's rules that the draft breaks by itself, each alone or several together. No party's terms are "
        "blamed for them.",
    ]
    contradicting: Annotated[
        list[Id], "The issues on which the draft contradicts itself: orders that no course of events meets."
    ]
    choices: Annotated[
        ChoicesShape | None, "Which choices among its options leave no red line crossed; null where none can be made."
    ]
    parties: Annotated[list[PartyResultShape], "The parties, in the order in which they were asked for."]


def shape(answer: DraftAnswer) -> DraftResultShape:
    """What becomes of the terms that are shown, party by party."""
    return {
        "schema": "posdiff/draft/1",
        "draft": answer.draft.id,
        "as_of": values.day(answer.as_of),
        "final": answer.draft.final,
        "broken_rules": [
            [
                {"in_words": rule_in_words(rule, answer.agenda), "why": rule.why, "line": rule.location.line}
                for rule in rules
            ]
            for rules in answer.broken_rules
        ],
        "contradicting": list(answer.contradicting),
        "choices": choices(answer),
        "parties": [_party(of_party, answer) for of_party in answer.parties],
    }


def _party(of_party: DraftForParty, answer: DraftAnswer) -> PartyResultShape:
    crossed, left_open, missing = ([judged.issue.id for judged in of_party.red_lines(what)] for what in RED_LINES)
    reaction, own = of_party.reaction, of_party.on_record
    return {
        "party": values.name(of_party.party.label),
        "verdict": of_party.verdict,
        "red_lines": counts(of_party.result),
        "red_line_issues": {
            "crossed": list(dict.fromkeys(crossed)),
            "left_open": list(dict.fromkeys(left_open)),
            "missing": list(dict.fromkeys(missing)),
        },
        "on_record": None if own is None else {"verdict": own.verdict, "red_lines": counts(own)},
        **inherited(of_party.result),
        "completable": of_party.completable,
        "reaction": reaction.reaction if reaction else None,
        "reactions": [reaction_shapes.reaction(stated, answer.basis.proofs) for stated in of_party.reactions],
        "terms": [_judged(judged, of_party, answer) for judged in of_party.shown],
        "silent_on": list(of_party.silent_on),
        "only_on_record": [
            values.term(held, answer.agenda, answer.basis.proofs)
            for id in of_party.silent_on
            if (held := of_party.changed.get(id))
        ],
    }


def choices(answer: DraftAnswer) -> ChoicesShape | None:
    """Which choices among the options of a draft leave no red line crossed."""
    found = answer.choices
    if found is None:
        return None
    return {
        "options": dict(found.options),
        "total": found.total,
        "complete": found.complete,
        "free": {values.name(label): free for label, free in found.free.items()},
        "free_together": found.free_together,
        "for_all": [
            {issue: number + 1 for issue, number in zip(found.options, choice, strict=True)} for choice in found.for_all
        ],
    }


def counts(result: PartyResult) -> RedLineCountsShape:
    """How many red lines are not met, each way by itself."""
    return {
        "crossed": len(result.red_lines("crossed")),
        "left_open": len(result.red_lines("left_open")),
        "missing": len(result.red_lines("missing")),
    }


def inherited(result: PartyResult) -> InheritedVerdict:
    """Through which blocs the party holds what its verdict rests on; empty where all of that is its own."""
    return {"through": list(result.through)} if result.through else {}


def _judged(judged: TermResult, of_party: DraftForParty, answer: DraftAnswer) -> JudgedShape:
    issue, own = judged.issue.id, of_party.changed.get(judged.issue.id)
    return {
        "issue": issue,
        "part": judged.part.number,
        "result": judged.result,
        "reason": judged.reason,
        "firmness": judged.part.term.firmness,
        "options": [
            {
                **_option(each.option, judged.issue.space),
                "option": number,
                "result": each.result,
                "reason": each.reason,
            }
            for number, each in enumerate(judged.options, 1)
        ],
        "draft": None
        if judged.outcome is None
        else outcome(judged.outcome, answer.agenda, answer.draft, answer.basis.proofs),
        "term": values.part(judged.part, answer.agenda, judged.part.sources, answer.basis.proofs),
        "on_record": {"term": own and values.term(own, answer.agenda, answer.basis.proofs)}
        if issue in of_party.changed
        else None,
    }


def outcome(outcome: Outcome, agenda: Agenda, draft: Draft, proofs: Proofs | None = None) -> OutcomeShape:
    """What a draft says on an issue."""
    space = agenda.issues[outcome.issue].space
    return {
        "accepts": None if outcome.options else space.as_json(outcome.accepts),
        "options": [{**_option(option, space)} for option in outcome.options],
        "in_words": draft_wording.outcome_in_words(outcome, agenda),
        "quote": outcome.quote,
        "quotes": values.quotes(attributed(outcome.words, draft), proofs),
        "note": outcome.note,
    }


def _option(option: DraftOption, space: Space) -> _OptionShape:
    return {
        "accepts": space.as_json(option.accepts),
        "in_words": space.as_said(option.accepts, option.refusal),
        "by": list(option.by),
        "text": option.text,
        "note": option.note,
    }
