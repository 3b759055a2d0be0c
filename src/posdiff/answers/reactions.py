"""What parties said of drafts, as answers hold it: with the statement, and whether it goes with the arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple

from posdiff.answers.reading import Reader
from posdiff.comparison.reactions import AtOdds, at_odds
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft, Reaction, Statement


class StatedReaction(NamedTuple):
    """What a party said of a draft, and the statement in which it did; ``at_odds``: where that does not go together."""

    statement: Statement
    reaction: Reaction
    draft: Draft
    at_odds: AtOdds | None = None


def of_statement(dossier: Dossier, said: Statement) -> tuple[tuple[str, StatedReaction], ...]:
    """What a statement says of drafts that are on file, draft by draft, with each party (its id) that says so."""
    drafts = {each.id: each for each in dossier.drafts}
    return tuple(
        (party, StatedReaction(said, of, drafts[id], at_odds(dossier, drafts[id], party, said, of)))
        for id, of in said.reactions.items()
        for party in said.parties
        if id in drafts
    )


def reactions(
    reader: Reader, party: str, until: int, draft: str | None = None, since: int = 0, issues: Set[str] | None = None
) -> tuple[StatedReaction, ...]:
    """What a party said of one draft, or of all that are on file, in the order in which statements count.

    That is after ``since`` and up to ``until``; where not
    all ``issues`` are asked for, on these alone, and not of whole drafts.
    """
    drafts = {each.id: each for each in reader.dossier.drafts if draft is None or each.id == draft}
    return tuple(
        StatedReaction(said, of, drafts[id], at_odds(reader.dossier, drafts[id], party, said, of))
        for said in reader.dossier.of(party)
        if since < said.day <= until and (said.standing == "stated" or reader.with_reported)
        for id, of in said.reactions.items()
        if id in drafts and (issues is None or about(of, issues, reader.agenda))
    )


def shown(reader: Reader, issues: Set[str]) -> Callable[[str, Reaction], bool]:
    """Whether a reaction to a draft (its id) is to one that is on file, and on one of these issues."""
    drafts = {each.id for each in reader.dossier.drafts}
    return lambda draft, reaction: draft in drafts and about(reaction, issues, reader.agenda)


def about(reaction: Reaction, issues: Set[str], agenda: Agenda) -> bool:
    """Whether a reaction is on one of these issues; of a whole draft it is where all are asked for."""
    return not issues.isdisjoint(reaction.issues or ()) or issues >= agenda.issues.keys()
