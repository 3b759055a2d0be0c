"""What ``matrix --blocs`` answers: how far the own words of members stay within those of their blocs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers import reports_left_out
from posdiff.answers.answer import DossierAnswer, Filter
from posdiff.answers.asked_parties import stands_for_several
from posdiff.answers.reading import Reader
from posdiff.comparison.cohesion import BlocCohesion, cohesion
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.inheritance import dissents
from posdiff.findings.failure import USAGE, Failure


@dataclass(frozen=True, kw_only=True)
class Cohesion(DossierAnswer):
    """Each bloc with its members of the day, over the issues asked for."""

    command: ClassVar[str] = "cohesion"

    as_of: int
    filter: Filter
    blocs: tuple[BlocCohesion, ...]


def blocs_asked(agenda: Agenda, parties: Iterable[str], texts: Iterable[str] = ()) -> tuple[str, ...]:
    """The blocs that are named, or all whose members are named. Raises Failure (usage) for parties that are none.

    ``texts``: as they were written; ``all`` and ``@BLOC`` stand for parties.
    """
    named = tuple(dict.fromkeys(parties))
    known = tuple(id for id, party in agenda.parties.items() if party.members)
    if not known:
        hint = "write `members: [one, other]` under a party of the agenda"
        raise Failure("no bloc of the agenda has members that are named", hint=hint, code=USAGE)
    stranger = next((party for party in named if party not in known), None)
    if stranger is not None:
        several = next((text for text in texts if stands_for_several(text)), "")
        hint = f"known: {', '.join(known)}"
        if several.startswith("@"):
            hint = f"`{several}` stands for the members: write {several[1:]} for the bloc itself"
        elif several:
            hint = "without a name they are all blocs"
        raise Failure(f"{stranger} is no bloc whose members are named", hint=hint, code=USAGE)
    return named or known


def of_blocs(reader: Reader, blocs: Iterable[str], as_of: int, chosen: Filter) -> Cohesion:
    """How far the members of each bloc stay within its words as of a day."""
    agenda = reader.agenda
    found, parties = [], dict[str, None]()
    for bloc in blocs:
        members = _in_bloc(agenda, bloc, as_of)
        positions = {party: reader.position(party, as_of) for party in (bloc, *members)}
        dissenting = {member: _dissents(reader, member, as_of) for member in members}
        parties |= dict.fromkeys((bloc, *members))
        found.append(cohesion(agenda, bloc, members, positions, dissenting, chosen.issues))
    basis = reports_left_out.basis(reader, reader.asked(parties), as_of, set(chosen.issues))
    return Cohesion(agenda=agenda, basis=basis, as_of=as_of, filter=chosen, blocs=tuple(found))


def _in_bloc(agenda: Agenda, bloc: str, day: int) -> tuple[str, ...]:
    """Every party to the talks that is in a bloc on a day, by itself or by a bloc; that bloc too."""
    parties = (id for id, party in agenda.parties.items() if not party.observer)
    return tuple(id for id in parties if bloc in agenda.blocs_on(id, day))


def _dissents(reader: Reader, party: str, day: int) -> set[str]:
    """The issues on which a party has said by a day that it does not hold what its blocs hold."""
    said = (one for one in reader.dossier.of(party) if one.day <= day)
    return set(dissents(one for one in said if one.standing == "stated" or reader.with_reported))
