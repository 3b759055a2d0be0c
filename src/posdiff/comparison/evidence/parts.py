"""Which part of a party's position a term became, on the day on which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import own_record
from posdiff.dossier.position import Move
from posdiff.findings.location import Location


def part_numbers(dossier: Dossier) -> dict[Location, int]:
    """By the place of a term, the number of the part that it is, or is told with; of several parties, of the first.

    What is only reported is a part of the position with reports, what is stated of that without.
    """
    found: dict[Location, int] = {}
    for party in dossier.agenda.parties:
        record = own_record(dossier, party, date.max.toordinal(), True)
        stated = record.stated or record
        for moves, standing in ((stated.moves, "stated"), (record.moves, "reported")):
            for move in moves:
                said = move.statement
                if said and said.standing == standing:
                    first = party == said.parties[0]
                    found |= {at: number for at, number in _set_by(move) if first or at not in found}
    return found


def _set_by(move: Move) -> Iterator[tuple[Location, int]]:
    """The terms of a move's own statement, and which part each became."""
    for part in move.after.parts if move.after else ():
        link = part.lineage
        if move.statement and link.term and link.statement == move.statement.id:
            yield link.term.location, part.number
