"""What ``show`` answers: the position of one party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions
from posdiff.answers.reading import Reader
from posdiff.dossier.grounds import Result
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Quote

if TYPE_CHECKING:
    from posdiff.answers.proving import QuoteInPage
    from posdiff.comparison.evidence.proofs import PagesOfParty


@dataclass(frozen=True, kw_only=True)
class Show(DossierAnswer):
    """What a party holds as of ``position.day``; ``filter`` has the issues asked for.

    ``reactions``: what it said of drafts up to that day, the first one first. ``pages``: how far the pages of what it
    said were coded, where it is silent on an issue and any page is kept.
    """

    command: ClassVar[str] = "show"

    party: AskedParty
    position: Position
    filter: Filter
    reactions: tuple[StatedReaction, ...] = ()
    #: Its quotes in the sentences that they stand in; None where that is not asked for.
    in_pages: tuple[QuoteInPage, ...] | None = None
    #: What became of its quotes in the pages kept; empty where none are.
    results: Mapping[Quote, Result] = field(default_factory=dict)
    #: What of its pages is not coded yet; None where nothing it is asked for is silent.
    pages: PagesOfParty | None = None

    @property
    def silent(self) -> tuple[str, ...]:
        """The issues asked for on which it has no position."""
        return tuple(issue for issue in self.filter.issues if issue not in self.position.terms)


def show(reader: Reader, party: AskedParty, as_of: int, chosen: Filter) -> Show:
    """The position of a party as of its own day, or else that of the answer."""
    position = reader.positions((party,), as_of)[party.label]
    return Show(
        agenda=reader.agenda, basis=reader.basis, party=party, position=position, filter=chosen,
        reactions=reactions(reader, party.party, position.day, issues=set(chosen.issues)),
    )  # fmt: skip


def with_pages(answer: Show, reader: Reader, evidence: bool) -> Show:
    """The same with what the pages tell that are kept of sources; no page is looked at where none is.

    ``evidence``: with each quote in the sentence of its page.
    """
    if not (evidence or reader.dossier.keeps_pages):
        return answer
    from posdiff.answers import proving

    shown = [held for issue, held in answer.position.terms.items() if issue in answer.filter.issues]
    at = {part.term.location for held in shown for part in held.parts}
    return replace(
        answer,
        in_pages=proving.in_pages(reader, at) if evidence else None,
        results=proving.results(reader, shown),
        pages=reader.proofs.silence(answer.party.party, answer.position.day)
        if reader.proofs and answer.silent
        else None,
    )
