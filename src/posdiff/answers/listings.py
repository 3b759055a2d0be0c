"""What ``issues`` and ``parties`` answer: what the dossier holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers import reports_left_out
from posdiff.answers.answer import DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.dossier.dossier import Dossier


@dataclass(frozen=True, kw_only=True)
class Issues(DossierAnswer):
    """The issues asked for; ``held``: who holds a position on each, by the issue's id.

    ``through``: who of these holds it through blocs alone, and has not spoken.
    """

    command: ClassVar[str] = "issues"

    dossier: Dossier
    as_of: int
    filter: Filter
    held: dict[str, list[str]]
    through: dict[str, list[str]]
    #: Of these, those on which a party has a red line.
    red: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Parties(DossierAnswer):
    """The parties of the agenda, with how much each has said; ``as_of``: the day on which members are counted."""

    command: ClassVar[str] = "parties"

    dossier: Dossier
    as_of: int


def issues(reader: Reader, as_of: int, chosen: Filter) -> Issues:
    """The issues asked for, and who has spoken on each as of a day."""
    held = {party: reader.position(party, as_of).terms for party in reader.agenda.parties}
    who = {id: [party for party in held if id in held[party]] for id in chosen.issues}
    through = {id: [party for party in parties if held[party][id].through] for id, parties in who.items()}
    red = frozenset(id for id, parties in who.items() if any(held[party][id].red_line for party in parties))
    return Issues(
        agenda=reader.agenda,
        basis=reports_left_out.basis(reader, reader.asked(reader.agenda.parties), as_of, set(chosen.issues)),
        dossier=reader.dossier, as_of=as_of, filter=chosen, held=who, through=through, red=red,
    )  # fmt: skip


def parties(reader: Reader, as_of: int) -> Parties:
    """The parties of the agenda, and who is in a bloc on a day."""
    return Parties(agenda=reader.agenda, basis=reader.basis, dossier=reader.dossier, as_of=as_of)
