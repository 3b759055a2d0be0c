"""What the search for conflicts asks of a kind: its outcomes cut into cells and questions, against all of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from generating import law
from hypothesis import given
from hypothesis import strategies as st
from test_algebra import COMPARABLE, Both, issues
from test_words import SPACES

from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.set import SetSpace
from posdiff.kinds.steps import Demand

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")


@pytest.mark.parametrize("kind", COMPARABLE)
@law(25)
@given(data=st.data())
def test_cells_are_told_apart_by_no_piece(kind: str, data: st.DataObject) -> None:
    """Together they are everything, no two have an outcome in common, and each is inside or outside every piece."""
    both = data.draw(issues(kind, 3))
    cells = both.space.cells(both.pieces)
    if cells is None:  # the kinds whose cells are too many to go through
        assert kind in ("set", "sequence")
        return
    sets = [both.outcomes((cell,)) for cell in cells]
    assert frozenset().union(*sets) == both.world.all(both.issue)
    assert sum(map(len, sets)) == len(both.world.all(both.issue))
    assert all(cell <= piece or not cell & piece for cell in sets for piece in both.sets)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(25)
@given(data=st.data())
def test_an_outcome_lies_in_a_piece_where_all_its_answers_meet_it(kind: str, data: st.DataObject) -> None:
    both = data.draw(issues(kind, 2))
    axes = both.space.axes(both.pieces)
    if axes is None:
        assert kind == "sequence"
        return
    answers = [[(answer, both.outcomes((answer,))) for answer in axis] for axis in axes]
    for piece, outcomes in zip(both.pieces, both.sets, strict=True):
        found = set(both.world.all(both.issue))
        for axis in answers:
            found &= set().union(*(held for answer, held in axis if both.space.meet(answer, piece) is not None))
        assert found == outcomes


def required(both: Both, requirements: Sequence[Any]) -> frozenset[Any]:
    """The outcomes that meet all of some requirements: pieces, or orders of two steps."""
    held = both.world.all(both.issue)
    for each in requirements:
        piece = both.space.steps.close((each,)) if isinstance(each, Demand) else each  # type: ignore[attr-defined]
        held &= both.outcomes((piece,)) if piece is not None else frozenset()
    return held


@pytest.mark.parametrize("kind", COMPARABLE)
@law(25)
@given(data=st.data())
def test_requirements_that_contradict_each_other(kind: str, data: st.DataObject) -> None:
    """Those of a piece make up the piece; of those that nothing meets a part is named that none can be taken from."""
    both = data.draw(issues(kind, 3))
    each = [both.space.requirements(piece) for piece in both.pieces]
    assert [required(both, requirements) for requirements in each] == both.sets
    every = [requirement for requirements in each for requirement in requirements]
    found = both.space.contradiction(every)
    if not found:
        assert required(both, every)
        return
    assert set(found) <= set(every)
    assert not required(both, found)
    assert all(required(both, [other for other in found if other != left_out]) for left_out in found)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(25)
@given(data=st.data())
def test_what_cannot_come_about_leaves_the_rest(kind: str, data: st.DataObject) -> None:
    both = data.draw(issues(kind, 2))
    (one, _), (allowed, _) = both.pieces, both.sets
    seen = [
        (both.outcomes(tuple(denied)), both.outcomes(left))
        for denied, left in both.space.restrictions(both.pieces, lambda piece: both.space.meet(piece, one) is not None)
    ]
    assert all(denied for denied, _ in seen)
    assert not any(denied & allowed for denied, _ in seen)
    assert all(allowed <= left for _, left in seen)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(25)
@given(data=st.data())
def test_pieces_that_lie_within_another_are_left_out(kind: str, data: st.DataObject) -> None:
    both = data.draw(issues(kind, 4))
    kept = both.space.largest(tuple(both.pieces))
    sets = [both.outcomes((piece,)) for piece in kept]
    assert frozenset().union(*sets) == frozenset().union(*both.sets)
    assert not any(
        one < other or (one == other and a != b) for a, one in enumerate(sets) for b, other in enumerate(sets)
    )
    assert [both.space.inside(both.pieces[0], other) for other in both.pieces] == [
        both.sets[0] <= other for other in both.sets
    ]


@pytest.mark.parametrize("kind", ["choice", "set", "sequence", "ranking"])
@law(10)
@given(data=st.data())
def test_a_question_that_may_not_be_asked_is_not_answered(kind: str, data: st.DataObject) -> None:
    """Of two unions it takes two questions to say that they meet, and one for each pair to say that they do not."""
    both = data.draw(issues(kind, 2))
    unions = [(piece,) for piece in both.pieces]
    met = bool(both.sets[0] & both.sets[1])
    assert both.space.meets(unions, 2) is met
    assert both.space.meets(unions, 1) is None
    assert both.space.meets([], 0) is True
    assert both.space.common([])[0] == ()


def test_what_all_hold_is_told_to_be_in_part_where_it_is_in_too_many_pieces() -> None:
    members = {f"m{number}": f"M{number}" for number in range(18)}
    space = SetSpace(members)
    pairs = [
        tuple(space.read({"includes": [id]}).piece for id in list(members)[number : number + 2])
        for number in range(0, 18, 2)
    ]
    assert space.common(pairs[:3])[1] is True
    held, complete = space.common(pairs)
    assert complete is False
    assert all(space.within((piece,), union) for piece in held for union in pairs)


@pytest.mark.parametrize(
    ("options", "ordered", "one", "other", "agreement"),
    [
        ("abc", True, "a", "a", 1),
        ("abc", True, "a", "b", Fraction(1, 2)),
        ("abc", True, "a", "c", 0),
        ("abc", True, "ab", "c", None),
        ("abc", True, "a", "bc", None),
        ("abc", False, "a", "a", None),
        ("a", True, "a", "a", None),
    ],
)
def test_how_near_two_answers_are(options: str, ordered: bool, one: str, other: str, agreement: Any) -> None:
    """Of single answers on a scale of several options only."""
    space = ChoiceSpace({option: option.upper() for option in options}, ordered)
    assert space.agreement((frozenset(one),), (frozenset(other),)) == agreement
    assert space.agreement((frozenset(one), frozenset("b")), (frozenset(other),)) is None


@pytest.mark.parametrize(
    ("name", "one", "other", "apart"),
    [
        ("scale", {"accepts": "barred"}, {"accepts": "open"}, Fraction(2, 3)),
        ("scale", {"accepts": "barred"}, {"rejects": "open"}, 0),
        ("choice", {"accepts": "no"}, {"accepts": "yes"}, 1),
        ("set", {"includes": ["north"]}, {"excludes": ["north", "south"]}, Fraction(1, 4)),
        ("set", {"includes": ["north"]}, {"excludes": ["south"]}, 0),
        ("sequence", {"order": ["truce", "talks"]}, {"order": ["talks", "truce"]}, 1),
        ("ceiling", {"max": "5"}, {"min": "9"}, 1),
        ("ceiling", {"max": "5"}, {"min": "4"}, 0),
    ],
)
def test_the_least_distance_between_outcomes(name: str, one: dict[str, Any], other: dict[str, Any], apart: Any) -> None:
    """From 0 to 1: on an issue without a scale 1 where the two do not meet."""
    space = SPACES[name]
    mine, theirs = ((space.read(words).piece,) for words in (one, other))
    assert space.separation(mine, theirs) == space.separation(theirs, mine) == apart
