"""What ``issues``, ``parties`` and ``drafts`` answer: what the dossier holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers.answer import DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft


@dataclass(frozen=True, kw_only=True)
class Issues(DossierAnswer):
    """The issues asked for; ``spoken``: who holds a position on each, by the issue's id."""

    command: ClassVar[str] = "issues"

    dossier: Dossier
    as_of: int
    filter: Filter
    spoken: dict[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Parties(DossierAnswer):
    """The parties of the agenda, with how much each has said."""

    command: ClassVar[str] = "parties"

    dossier: Dossier


@dataclass(frozen=True, kw_only=True)
class Drafts(DossierAnswer):
    """The drafts that there are, the oldest first."""

    command: ClassVar[str] = "drafts"

    drafts: tuple[Draft, ...]
    as_of: int


def issues(reader: Reader, as_of: int, chosen: Filter) -> Issues:
    """The issues asked for, and who has spoken on each as of a day."""
    held = {party: reader.position(party, as_of).terms for party in reader.agenda.parties}
    spoken = {id: [party for party in held if id in held[party]] for id in chosen.issues}
    return Issues(
        agenda=reader.agenda, basis=reader.basis, dossier=reader.dossier, as_of=as_of, filter=chosen, spoken=spoken
    )


def parties(reader: Reader) -> Parties:
    """The parties of the agenda."""
    return Parties(agenda=reader.agenda, basis=reader.basis, dossier=reader.dossier)


def drafts(reader: Reader, as_of: int, last: int | None) -> Drafts:
    """The drafts of the dossier; up to a ``last`` day, where one is given."""
    known = tuple(draft for draft in reader.dossier.drafts if last is None or draft.day <= last)
    return Drafts(agenda=reader.agenda, basis=reader.basis, drafts=known, as_of=as_of)
