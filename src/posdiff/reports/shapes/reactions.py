"""The JSON of what a party said of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from posdiff.answers.answer import AskedParty
from posdiff.answers.reactions import StatedReaction
from posdiff.comparison.reactions import AtOdds
from posdiff.dossier.statement import ReactionWord, Standing, attributed
from posdiff.kinds.forms import Day, Id, TypedDict
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Label, QuoteShape, SourceShape, StatementId

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs


class AtOddsShape(TypedDict):
    """Where what a party said of a draft does not go with what the draft does to its terms of that day."""

    how: Annotated[
        Literal["crosses-red-line", "meets-all"],
        "It accepts a draft that crosses its own red line, or rejects one that meets all it has said, on these issues.",
    ]
    issues: Annotated[list[Id], "Those of the red lines, or of all that is met."]


class ReactionShape(TypedDict):
    """What a party said of the draft."""

    reaction: Annotated[ReactionWord, "Whether it accepts it, as it is or as a basis, has reservations or rejects it."]
    issues: Annotated[list[Id], "The issues that this is about; empty when it is about the draft as a whole."]
    date: Annotated[Day, "The day on which it was said."]
    standing: Annotated[Standing, "Whether the party said it itself, or somebody else's account says so."]
    statement: Annotated[StatementId, "The statement in which it was said."]
    quotes: Annotated[list[QuoteShape], "The party's words, the earliest first."]
    note: Annotated[str | None, "A note on it; null when there is none."]
    sources: Annotated[list[SourceShape], "Where it can be read."]
    at_odds: Annotated[AtOddsShape | None, "Where it does not go with the party's terms; null where it does."]


class ReactionToDraftShape(ReactionShape):
    """What a party said of a draft, with the draft."""

    draft: Annotated[str, "The draft, by its id."]


class ReactionOfPartyShape(ReactionShape):
    """What a party said of a draft, with the party."""

    party: Annotated[Label, "The party, as it was asked for."]


def reaction(stated: StatedReaction, proofs: Proofs | None = None) -> ReactionShape:
    """What was said, without the draft of which it was."""
    said, of = stated.statement, stated.reaction
    return {
        "reaction": of.reaction,
        "issues": list(of.issues),
        "date": values.day(said.day),
        "standing": said.standing,
        "statement": said.id,
        "quotes": values.quotes(attributed(of.words, said), proofs),
        "note": of.note,
        "sources": [values.source(said.sources[key]) for key in of.sources],
        "at_odds": _at_odds(stated.at_odds),
    }


def to_draft(stated: StatedReaction, proofs: Proofs | None = None) -> ReactionToDraftShape:
    """The same, with the draft."""
    return {"draft": stated.draft.id, **reaction(stated, proofs)}


def of_party(asked: AskedParty, stated: StatedReaction, proofs: Proofs | None = None) -> ReactionOfPartyShape:
    """The same, with the party that said it."""
    return {"party": values.name(asked.label), **reaction(stated, proofs)}


def _at_odds(found: AtOdds | None) -> AtOddsShape | None:
    return None if found is None else {"how": found.how, "issues": list(found.issues)}
