"""The position as of a day, by definition: the statements are taken one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from enumerating import Holding, Offer, Term, World
from generating import AFTERWARDS, FIRST_DAY, PARTIES, Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from answering import asked, on, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held, Lineage, Move, Position, position_of

FIRST = FIRST_DAY.toordinal()
DAYS_AFTER = st.integers(-1, 12)


def truncated(dossier: Dossier, day: int) -> Dossier:
    """The dossier as it would be if nothing had been said after a day."""
    said = tuple(statement for statement in dossier.statements if statement.day <= day)
    return dossier._replace(statements=said)


def valued(dossier: Dossier, held: Held | None) -> object:
    """What is held as a plain value: its lineage, which is an object, as the statements and sources in it."""
    if held is None:
        return None
    behind = tuple(statement.id for statement in dossier.statements if statement.id in held.lineage)
    return tuple(value for value in held if not isinstance(value, Lineage)), behind, held.sources


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


@law(120)
@given(sketches(most=3), DAYS_AFTER)
def test_positions_are_those_of_the_fold(sketch: Sketch, days: int) -> None:
    """What a party holds, by which statement, since when, how lately said: as taking its statements in turn gives."""
    world, dossier = sketch.world, read(sketch)
    for party in PARTIES:
        expected = world.position(party, FIRST + days)
        shown = to_dict(asked(dossier).show(party, at=on(FIRST + days)))
        assert {term["issue"] for term in shown["terms"]} == set(expected)
        for term in shown["terms"]:
            holding = expected[term["issue"]]
            assert (term["statement"], day(term["set_on"])) == (holding.statement, holding.set_on)
            assert day(term["first_held"]) == holding.first_held
            assert day(term["last_stated"]) == holding.last_stated
            assert (term["expires"] and day(term["expires"])) == holding.term.expires
            reads_back(world, term, holding)


def day(text: str) -> int:
    """An ordinal."""
    return date.fromisoformat(text).toordinal()


def reads_back(world: World, shown: Mapping[str, Any], holding: Holding) -> None:
    """The term in JSON says what the term in the files says: the same settlements meet both."""
    term = holding.term
    assert (shown["firmness"], shown["vague"]) == (term.firmness, term.vague)
    if world.kind(term.issue) == "text":
        said = {offer["accepts"] for offer in shown["offers"]} - {None}
        assert said == {"\n".join(texts) for texts in term.says}
        assert set(shown["says"].split("\n")) == {text for texts in term.says for text in texts}
        return
    offers = tuple(
        Offer(world.accepts(term.issue, offer["accepts"]), world.when(offer["if"] or {})) for offer in shown["offers"]
    )
    applies = world.when(shown["applies_if"] or {})
    told = Term(
        term.issue, offers, applies, term.firmness, term.vague, term.prefers, False, None, frozenset()
    )  # fmt: skip
    assert world.accepted(told) == world.accepted(term)
    assert world.conceivable(told) == world.conceivable(term)
    mine, theirs = world.meeting(told, term)
    assert mine == theirs
    if term.prefers is None or world.kind(term.issue) == "choice":
        assert shown["prefers"] == term.prefers
    else:
        assert world.value(term.issue, str(shown["prefers"])) == term.prefers
