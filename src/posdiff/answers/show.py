"""What ``show`` answers: the position of one party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions, shown
from posdiff.answers.reading import Reader
from posdiff.dossier.grounds import Grounds
from posdiff.dossier.position import Position

if TYPE_CHECKING:
    from posdiff.answers.proving import QuoteInPage
    from posdiff.comparison.evidence.proofs import PagesOfParty


@dataclass(frozen=True, kw_only=True)
class Show(DossierAnswer):
    """What a party holds as of ``position.day``; ``filter`` has the issues asked for.

    ``reactions``: what it said of drafts up to that day, the first one first. ``held_since``: by issue since which day
    (an ordinal) it holds what it does through blocs, where it does not as long as these.
    """

    command: ClassVar[str] = "show"

    party: AskedParty
    position: Position
    filter: Filter
    reactions: tuple[StatedReaction, ...] = ()
    #: Its quotes in the sentences that they stand in; None where that is not asked for.
    in_pages: tuple[QuoteInPage, ...] | None = None
    held_since: Mapping[str, int] = field(default_factory=dict)

    @property
    def silent(self) -> tuple[str, ...]:
        """The issues asked for on which it has no position."""
        return tuple(issue for issue in self.filter.issues if issue not in self.position.terms)

    @property
    def pages(self) -> PagesOfParty | None:
        """How far the pages of what it said were coded; None where it is silent on nothing, or no page is kept."""
        proofs = self.basis.proofs
        return proofs.silence(self.party.party, self.position.day) if proofs and self.silent else None

    def grounds(self, issue: str) -> Grounds:
        """What its position on an issue rests on."""
        return self.basis.grounds(self.position.terms[issue], self.position.day)


def show(reader: Reader, party: AskedParty, as_of: int, chosen: Filter, evidence: bool = False) -> Show:
    """The position of a party as of its own day, or else that of the answer.

    ``evidence``: with each quote in the sentence of its page.
    """
    position = reader.positions((party,), as_of)[party.label]
    in_pages = None
    if evidence:
        from posdiff.answers import proving

        held_on = [held for issue, held in position.terms.items() if issue in chosen.issues]
        links = (link for held in held_on for part in held.parts for link in part.lineage.links)
        in_pages = proving.in_pages(reader, {link.term.location for link in links if link.term})
    asked = set(chosen.issues)
    basis = reports_left_out.basis(reader, (party,), as_of, asked, shows=shown(reader, asked))
    on = position.day
    since = {id: reader.held_since(held, id, on) for id, held in position.terms.items() if id in asked}
    return Show(
        agenda=reader.agenda, basis=basis, party=party, position=position, filter=chosen, in_pages=in_pages,
        reactions=reactions(reader, party.party, position.day, issues=asked),
        held_since={issue: day for issue, day in since.items() if day is not None},
    )  # fmt: skip
