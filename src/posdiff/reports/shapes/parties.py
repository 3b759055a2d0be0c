"""The JSON of ``parties``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.listings import Parties
from posdiff.dossier.agenda import Membership, Party
from posdiff.dossier.dossier import Dossier
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Count


class MemberShape(TypedDict):
    """A party in a bloc."""

    party: Annotated[Id, "The party."]
    since: Annotated[Day | None, "The first day on which it is in it; null where that is open."]
    until: Annotated[Day | None, "The last day on which it is in it; null where that is open."]


class BlocShape(TypedDict, total=False):
    members: Annotated[list[MemberShape], "Of a bloc, its members that are parties of the agenda."]
    size: Annotated[Count, "Of a bloc whose members are left out, how many it has."]
    group: Annotated[str, "The name of the group in which reports put it."]


class PartyShape(BlocShape):
    """Who takes positions."""

    id: Annotated[Id, "The party."]
    name: Annotated[str, "Its name for readers."]
    aliases: Annotated[list[str], limits(uniqueItems=True), "Other names by which it may be asked for."]
    observer: Annotated[bool, "Whether it is no party to the talks, and takes part in an answer only when it is named."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    statements: Annotated[Count, "How many statements it has made, joint ones and reported ones included."]
    first: Annotated[Day | None, "The day of its first statement; null when it has made none."]
    last: Annotated[Day | None, "The day of its last statement; null when it has made none."]


class PartiesShape(TypedDict):
    """What `posdiff parties --format json` writes: the parties of the agenda."""

    schema: Annotated[Literal["posdiff/parties/1"], "The name and version of this shape."]
    parties: Annotated[list[PartyShape], "The parties, in the agenda's order."]


def shape(answer: Parties) -> PartiesShape:
    """The parties of the agenda."""
    return {
        "schema": "posdiff/parties/1",
        "parties": [_party(party, answer.dossier) for party in answer.agenda.parties.values()],
    }


def _party(party: Party, dossier: Dossier) -> PartyShape:
    statements = dossier.of(party.id)
    return {
        "id": party.id,
        "name": party.name,
        "aliases": list(party.aliases),
        "observer": party.observer,
        "note": party.note,
        "statements": len(statements),
        "first": values.day(statements[0].day) if statements else None,
        "last": values.day(statements[-1].day) if statements else None,
        **bloc(party),
    }


def bloc(party: Party) -> BlocShape:
    """Of a bloc its members, or how many these are; the group in which reports put a party."""
    shape: BlocShape = {}
    if party.members is not None:
        shape["members"] = [member(membership) for membership in party.members]
    if party.size is not None:
        shape["size"] = party.size
    if party.group is not None:
        shape["group"] = party.group
    return shape


def member(membership: Membership) -> MemberShape:
    """A party in a bloc, with the days."""
    since, until = membership.since, membership.until
    return {
        "party": membership.party,
        "since": None if since is None else values.day(since),
        "until": None if until is None else values.day(until),
    }
