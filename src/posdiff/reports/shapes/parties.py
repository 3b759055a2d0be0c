"""The JSON of ``parties``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.listings import Parties
from posdiff.dossier.agenda import Party
from posdiff.dossier.dossier import Dossier
from posdiff.kinds.forms import Day, Id, TypedDict, limits
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Count


class PartyShape(TypedDict):
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
    }
