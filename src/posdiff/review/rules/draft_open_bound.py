"""Drafts that bound a number or a day on one side only, as parties do: either reading, and what it would answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from posdiff.comparison.drafts import PartyResult, against
from posdiff.dossier.agenda import Issue
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Draft, Outcome
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import Piece, joined
from posdiff.review.case import Case

ID: Final = "draft-open-bound"


def examine(case: Case) -> Iterable[Finding]:
    """The outcomes of drafts that lie open on the side on which a party's term is bounded too, on the draft's day.

    What a member holds through its bloc is told of the bloc.
    """
    agenda = case.dossier.agenda
    for draft in case.dossier.drafts:
        positions: Mapping[str, Position] = {}
        for id, outcome in draft.outcomes.items():
            issue = agenda.issues[id]
            figure = None if outcome.options else issue.space.at_bound(outcome.accepts)
            if figure is None:
                continue
            positions = positions or {party: position(case.dossier, party, draft.day) for party in agenda.parties}
            held = {party: at.terms[id] for party, at in positions.items() if id in at.terms}
            bounding = [
                party
                for party, at in held.items()
                if not at.through and any(_same_side(term, outcome.accepts, issue) for term in at.terms)
            ]
            if bounding:
                yield from _findings(case, draft, outcome, figure, {party: positions[party] for party in bounding})


def _same_side(term: Term, drafted: Piece, issue: Issue) -> bool:
    """Whether an offer of a term is bounded on the side on which the draft's outcome is."""
    sides = issue.space.bounded(drafted)
    bounds = [issue.space.bounded(offer.accepts) for offer in term.offers]
    return any(
        mine and theirs for bound in bounds if bound and sides for mine, theirs in zip(bound, sides, strict=True)
    )


def _findings(
    case: Case, draft: Draft, outcome: Outcome, figure: Piece, positions: Mapping[str, Position]
) -> Iterator[Finding]:
    """One, unless either reading answers the same for all of them."""
    agenda = case.dossier.agenda
    space = agenda.issues[outcome.issue].space
    read_so = against(agenda, draft, positions)
    exact = draft._replace(outcomes={**draft.outcomes, outcome.issue: outcome._replace(accepts=figure)})
    read_exactly = against(agenda, exact, positions)
    if _answers(read_so, outcome.issue) == _answers(read_exactly, outcome.issue):
        return
    open_words, exact_words = space.in_words(outcome.accepts), space.in_words(figure)
    readings = "; ".join(
        f"read as {words}: {_answers(answer, outcome.issue)}"
        for words, answer in ((open_words, read_so), (exact_words, read_exactly))
    )
    whose = f"{joined(list(positions))} set{'s its' if len(positions) == 1 else ' their'} own"
    message = f"on {outcome.issue} the draft says {open_words}, a bound on the side on which {whose}; {readings}"
    hint = "write `exactly` where the figure is what is offered, and keep the bound where the text leaves more open"
    says = str(space.as_json(outcome.accepts))
    subject = (draft.id, outcome.issue, says, _answers(read_so, outcome.issue), *positions)
    yield Finding.of(outcome.location, ID, message, hint, subject)


def _answers(results: Iterable[PartyResult], issue: str) -> str:
    """What becomes of each party's term: ``north is left open``."""
    told = [(result.party, term.result) for result in results for term in result.terms if term.issue.id == issue]
    return joined([f"{party} {word.replace('-', ' ')}" for party, word in told])
