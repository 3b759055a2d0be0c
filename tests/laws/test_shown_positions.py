"""A position as it is shown, next to one that is found by taking statements in turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from enumerating import HeldPart, Offer, Term, World
from generating import FIRST_DAY, PARTIES, Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from answering import asked, on, to_dict

FIRST = FIRST_DAY.toordinal()


DAYS_AFTER = st.integers(-1, 12)


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
            assert (day(term["first_held"]), day(term["last_stated"])) == (holding.first_held, holding.last_stated)
            assert day(term["last_heard"]) == max(part.last_stated for part in holding.parts)
            for number, (part, held) in enumerate(zip(term["parts"], holding.parts, strict=True), 1):
                assert (part["part"], part["again_in_part"]) == (number, held.again)
                assert (part["statement"], day(part["set_on"])) == (held.statement, held.set_on)
                assert (day(part["first_held"]), day(part["last_stated"])) == (held.first_held, held.last_stated)
                assert (part["expires"] and day(part["expires"])) == held.term.expires
                reads_back(world, part, held)


def day(text: str) -> int:
    """An ordinal."""
    return date.fromisoformat(text).toordinal()


def reads_back(world: World, shown: Mapping[str, Any], holding: HeldPart) -> None:
    """The part in JSON says what the term in the files says: the same settlements meet both."""
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
