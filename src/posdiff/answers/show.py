"""What ``show`` answers: the position of one party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.dossier.position import Held, Position


@dataclass(frozen=True, kw_only=True)
class Show(DossierAnswer):
    """What a party holds as of ``position.day``; ``filter`` has the issues asked for.

    ``changed``: by the ids of the issues on which a report changed the position, the one on record, or None for none.
    """

    command: ClassVar[str] = "show"

    party: AskedParty
    position: Position
    filter: Filter
    changed: Mapping[str, Held | None] = field(default_factory=dict)


def show(reader: Reader, party: AskedParty, as_of: int, chosen: Filter) -> Show:
    """The position of a party as of its own day, or else that of the answer."""
    position = reader.positions((party,), as_of)[party.label]
    changed = reader.changed_by_reports((party,), as_of).get(party.label, {})
    return Show(
        agenda=reader.agenda, basis=reader.basis, party=party, position=position, filter=chosen, changed=changed
    )  # fmt: skip
