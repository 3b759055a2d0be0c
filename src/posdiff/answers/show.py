"""What ``show`` answers: the position of one party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions
from posdiff.answers.reading import Reader
from posdiff.dossier.position import Position

if TYPE_CHECKING:
    from posdiff.answers.proving import QuoteInPage


@dataclass(frozen=True, kw_only=True)
class Show(DossierAnswer):
    """What a party holds as of ``position.day``; ``filter`` has the issues asked for.

    ``reactions``: what it said of drafts up to that day, the first one first.
    """

    command: ClassVar[str] = "show"

    party: AskedParty
    position: Position
    filter: Filter
    reactions: tuple[StatedReaction, ...] = ()
    #: Its quotes in the sentences that they stand in; None where that is not asked for.
    in_pages: tuple[QuoteInPage, ...] | None = None


def show(
    reader: Reader, party: AskedParty, as_of: int, chosen: Filter, environment: Mapping[str, str] | None = None
) -> Show:
    """The position of a party as of its own day, or else that of the answer.

    ``environment``: names the folder of what is kept; given where quotes are to be looked up in their pages.
    """
    position = reader.positions((party,), as_of)[party.label]
    return Show(
        agenda=reader.agenda, basis=reader.basis, party=party, position=position, filter=chosen,
        reactions=reactions(reader, party.party, position.day, issues=set(chosen.issues)),
        in_pages=None if environment is None else _in_pages(reader, position, chosen, environment),
    )  # fmt: skip


def _in_pages(
    reader: Reader, position: Position, chosen: Filter, environment: Mapping[str, str]
) -> tuple[QuoteInPage, ...]:
    from posdiff.answers.proving import in_pages

    shown = [held for issue, held in position.terms.items() if issue in chosen.issues]
    at = {part.term.location for held in shown for part in held.parts}
    return in_pages(reader.dossier, reader.opened.folder, environment, at)
