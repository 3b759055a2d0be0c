"""A position as of a day, whatever was said later."""

from __future__ import annotations

from datetime import date

from generating import AFTERWARDS, FIRST_DAY, PARTIES, Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held, Lineage, Move, Position, position_of

FIRST = FIRST_DAY.toordinal()


DAYS_AFTER = st.integers(-1, 12)


def truncated(dossier: Dossier, day: int) -> Dossier:
    """The dossier as it would be if nothing had been said after a day."""
    said = (statement for statement in dossier.statements if statement.day <= day)
    return dossier.saying(said)


def valued(dossier: Dossier, held: Held | None) -> object:
    """What is held as a plain value: each lineage, which is an object, as the statements and sources in it."""
    if held is None:
        return None
    parts = []
    for part in held.parts:
        behind = tuple(statement.id for statement in dossier.statements if statement.id in part.lineage)
        parts.append((tuple(value for value in part if not isinstance(value, Lineage)), behind, part.sources))
    return parts, held.first_held


def terms(dossier: Dossier, found: Position) -> dict[str, object]:
    """A position as plain values."""
    return {issue: valued(dossier, held) for issue, held in found.terms.items()}


@law(120)
@given(sketches(most=3), DAYS_AFTER, DAYS_AFTER)
def test_an_earlier_position_is_not_touched_by_what_came_later(sketch: Sketch, one: int, other: int) -> None:
    """The position as of an earlier day is the same with or without the statements of later days."""
    dossier = read(sketch)
    earlier, later = FIRST + min(one, other), FIRST + max(one, other)
    for party in PARTIES:
        whole = position(dossier, party, earlier)
        for found in (
            position(truncated(dossier, later), party, earlier),
            position(truncated(dossier, earlier), party, earlier),
            position_of(record(dossier, party, later), earlier, dossier.agenda.issues),
        ):
            assert (found.party, found.day) == (party, earlier)
            assert terms(dossier, found) == terms(dossier, whole)


@law(100)
@given(sketches(most=3), DAYS_AFTER, st.booleans())
def test_a_record_only_grows(sketch: Sketch, days: int, reported: bool) -> None:
    """The moves up to an earlier day are the first of those up to any later one."""
    dossier = read(sketch)
    for party in PARTIES:
        whole = record(dossier, party, AFTERWARDS, with_reported=reported).moves
        part = record(dossier, party, FIRST + days, with_reported=reported).moves
        assert [plain(dossier, move) for move in part] == [
            plain(dossier, move) for move in whole if move.day <= FIRST + days
        ]


def plain(dossier: Dossier, move: Move) -> object:
    """A move as a plain value."""
    said = move.statement.id if move.statement else None
    return move.day, move.issue, move.cause, said, valued(dossier, move.before), valued(dossier, move.after)


def day(text: str) -> int:
    """An ordinal."""
    return date.fromisoformat(text).toordinal()
