"""The JSON of ``who``."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from posdiff.answers.who import AskedOutcome, Who, WhoGroup
from posdiff.comparison.same_positions import ToOutcome
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.region import accepted
from posdiff.kinds.forms import Day, Id, TypedDict
from posdiff.reports import draft_wording, wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Count, DissentShape, Label, Outcomes, TermShape


class AskedOutcomeShape(TypedDict):
    """With --accepts or --refuses: the outcome that is asked about, and how many parties stand how to it."""

    asked: Annotated[Literal["accepts", "refuses"], "Whether those are asked for who accept it, or who refuse it."]
    outcomes: Annotated[Outcomes, "The outcome; of brackets, each of them."]
    in_words: Annotated[str, "The same in plain English, for readers."]
    accepts: Annotated[Count, "How many parties accept it: each outcome that it names meets what they hold."]
    refuses: Annotated[Count, "How many refuse it: none does."]
    on_both_sides: Annotated[Count, "How many are on both sides: no outcome at all meets what they hold."]
    leaves_open: Annotated[Count, "How many do neither: some do, or all do on a condition, or they are vague."]


class WhoHoldsShape(TypedDict):
    """A party with its position."""

    party: Label
    name: Annotated[str, "Its name for readers."]
    term: Annotated[TermShape, "Its position on the issue."]


class WhoGroupShape(TypedDict):
    """Parties that accept the same, whatever their words, and however firmly."""

    in_words: Annotated[str, "What they accept, in the words of those who say it in the fewest parts."]
    accepts: Annotated[Outcomes, "What all of them accept as things stand."]
    met: Annotated[bool, "Whether any outcome meets all of it; false of a party that is bound to both sides."]
    stands: Annotated[ToOutcome | None, "How they stand to the outcome that is asked about; null where none is."]
    parties: Annotated[list[WhoHoldsShape], "Who they are, in the order in which they were asked for."]


class WhoShape(TypedDict):
    """What `posdiff who --format json` writes: who accepts what on an issue."""

    schema: Annotated[Literal["posdiff/who/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    issue: Annotated[Id, "The issue."]
    parties: Annotated[list[Label], "The parties that were asked for."]
    outcome: Annotated[AskedOutcomeShape | None, "The outcome that is asked about; null where none is."]
    groups: Annotated[
        list[WhoGroupShape],
        "What is accepted and by whom, the most parties first; with --accepts or --refuses only by those of whom "
        "that is so, and by those on both sides.",
    ]
    silent: Annotated[list[Label], "The parties without a position that do not dissent either."]
    dissents: NotRequired[
        Annotated[dict[Label, DissentShape], "The parties that do not hold what their blocs hold, if there are any."]
    ]
    only_on_record: Annotated[
        dict[Label, TermShape],
        "With --with-reported, of the silent parties: what each itself has stated, and as reported holds no longer.",
    ]


def shape(answer: Who) -> WhoShape:
    """The groups that are asked for."""
    days = {label: (answer.asked[label].party, answer.asked[label].on(answer.as_of)) for label in answer.silent}
    dissenting = {label: values.dissent(answer.basis, *of, answer.issue.id) for label, of in days.items()}
    dissents = {values.name(label): found for label, found in dissenting.items() if found is not None}
    told: WhoShape = {
        "schema": "posdiff/who/1",
        "as_of": values.day(answer.as_of),
        "issue": answer.issue.id,
        "parties": values.labels(answer.parties),
        "outcome": _outcome(answer.outcome, answer) if answer.outcome else None,
        "groups": [_group(group, answer) for group in answer.shown],
        "silent": values.names(label for label in answer.silent if dissenting[label] is None),
        "only_on_record": {
            values.name(label): values.term(own, answer.agenda, answer.basis.proofs)
            for label, own in answer.only_on_record.items()
        },
    }
    if dissents:
        told["dissents"] = dissents
    return told


def _outcome(asked: AskedOutcome, answer: Who) -> AskedOutcomeShape:
    return {
        "asked": asked.asked,
        "outcomes": values.outcomes(answer.issue.space, asked.union),
        "in_words": draft_wording.outcome_in_words(asked.outcome, answer.agenda),
        "accepts": len(answer.standing("accepts")),
        "refuses": len(answer.standing("refuses")),
        "on_both_sides": len(answer.standing("on-both-sides")),
        "leaves_open": len(answer.standing("leaves-open")),
    }


def _group(group: WhoGroup, answer: Who) -> WhoGroupShape:
    space, agenda = answer.issue.space, answer.agenda
    return {
        "in_words": wording.terms_in_words(group.same.terms, agenda),
        "accepts": values.outcomes(space, accepted(space, group.same.terms)),
        "met": group.same.met,
        "stands": group.stands,
        "parties": [_holds(label, answer, agenda) for label in group.same.parties],
    }


def _holds(label: str, answer: Who, agenda: Agenda) -> WhoHoldsShape:
    term = values.term(answer.held[label], agenda, answer.basis.proofs)
    return {"party": values.name(label), "name": answer.asked[label].name, "term": term}
