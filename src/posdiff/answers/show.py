"""What ``show`` answers: the position of one party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions
from posdiff.answers.reading import Reader
from posdiff.dossier.position import Position


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


def show(reader: Reader, party: AskedParty, as_of: int, chosen: Filter) -> Show:
    """The position of a party as of its own day, or else that of the answer."""
    position = reader.positions((party,), as_of)[party.label]
    return Show(
        agenda=reader.agenda, basis=reader.basis, party=party, position=position, filter=chosen,
        reactions=reactions(reader, party.party, position.day, issues=set(chosen.issues)),
    )  # fmt: skip
