"""Sets of outcomes are sets: whatever the words, and whatever is done with them."""

from __future__ import annotations

from typing import Any

import pytest
from enumerating import Offer, Outcomes, Term, World
from generating import BYTES, EVERY_KIND, Choices, Words, accepting, agendas, law, unchecked
from hypothesis import given
from hypothesis import strategies as st

from posdiff.kinds.kind import Space
from posdiff.kinds.kind import Union as Pieces
from posdiff.kinds.steps import AgendaSteps
from posdiff.kinds.table import KINDS

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

COMPARABLE = tuple(kind for kind in EVERY_KIND if kind != "text")


class Both:
    """One issue, read twice: by posdiff, and by the oracle."""

    def __init__(self, kind: str, choices: Choices, count: int) -> None:
        agenda = agendas(choices, (kind,), 1)
        self.issue = next(iter(agenda["issues"]))
        self.words = [accepting(choices, agenda, self.issue) for _ in range(count)]
        said = {str(number): {self.issue: words} for number, words in enumerate(self.words)}
        self.world = World(agenda, said)
        self.space = declared(kind, agenda["issues"][self.issue], agenda.get("steps", {}))
        self.pieces = [self.piece(words) for words in self.words]
        self.sets = [self.world.accepts(self.issue, words) for words in self.words]

    def __repr__(self) -> str:
        return f"{self.world.agenda}: {self.words}"

    def piece(self, words: dict[str, Words]) -> Any:
        """The words, read by posdiff."""
        reading = self.space.read(words)
        assert not reading.problems
        return reading.piece

    def outcomes(self, pieces: Pieces) -> Outcomes:
        """The outcomes of pieces, as their JSON says."""
        return self.world.union(self.issue, [self.space.as_json(piece) for piece in pieces])


def declared(kind: str, issue: dict[str, Words], steps: dict[str, Words]) -> Space:
    """The space of an issue, declared as the agenda has it."""
    full = {id: {"title": step} if isinstance(step, str) else step for id, step in steps.items()}
    after = {id: step["after"] for id, step in full.items() if "after" in step}
    course = AgendaSteps(
        {id: step["title"] for id, step in full.items()},
        {id: [before] if isinstance(before, str) else before for id, before in after.items()},
    )
    found = KINDS[kind].declare({key: issue[key] for key in KINDS[kind].declares & issue.keys()}, course)
    assert found.space is not None
    assert not found.problems
    return found.space


@st.composite
def issues(draw: st.DrawFn, kind: str, count: int) -> Both:
    """An issue of a kind, with a number of sets on it."""
    return Both(kind, Choices(draw(BYTES)), count)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(100)
@given(data=st.data())
def test_words_are_read_as_sets(kind: str, data: st.DataObject) -> None:
    """A piece holds the outcomes that its words say; equal sets are equal pieces, and only they are."""
    both = data.draw(issues(kind, 2))
    (one, other), (mine, theirs) = both.pieces, both.sets
    assert both.outcomes((one,)) == mine
    assert (one == other) == (mine == theirs)
    assert both.space.equal((one,), (other,)) == (mine == theirs)
    if one == other:
        assert hash(one) == hash(other)
        assert both.space.as_json(one) == both.space.as_json(other)
        assert both.space.in_words(one) == both.space.in_words(other)
    assert both.outcomes((both.space.everything,)) == both.world.all(both.issue)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(100)
@given(data=st.data())
def test_meet_and_minus_are_those_of_sets(kind: str, data: st.DataObject) -> None:
    """What two pieces share, and what the one has beyond the other, is what their outcomes say."""
    both = data.draw(issues(kind, 2))
    (one, other), (mine, theirs) = both.pieces, both.sets
    met, rest = both.space.meet(one, other), both.space.minus(one, other)
    assert (met is None) == (not mine & theirs)
    assert met is None or both.outcomes((met,)) == mine & theirs
    assert both.space.meet(other, one) == met
    assert both.space.meet(one, one) == one
    assert both.outcomes(rest) == mine - theirs
    assert sum(len(both.outcomes((piece,))) for piece in rest) == len(mine - theirs)
    assert all(both.outcomes((piece,)) for piece in rest)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(100)
@given(data=st.data(), cut=st.integers(1, 3))
def test_unions_are_those_of_sets(kind: str, data: st.DataObject, cut: int) -> None:
    """Tidying changes no outcome; inclusion, equality, common ground and remainder are those of the outcomes."""
    both = data.draw(issues(kind, 4))
    space = both.space
    one, other = tuple(both.pieces[:cut]), tuple(both.pieces[cut:])
    mine, theirs = frozenset().union(*both.sets[:cut]), frozenset().union(*both.sets[cut:])
    assert both.outcomes(space.tidy(one)) == mine
    assert space.tidy(space.tidy(one)) == space.tidy(one)
    assert space.tidy(one) == space.tidy(one[::-1]) == space.tidy((*one, *one))
    assert both.outcomes(space.intersect((one, other))) == mine & theirs
    assert space.meets((one, other)) == bool(mine & theirs)
    left = one
    for other_piece in other:
        left = tuple(rest for piece in left for rest in space.minus(piece, other_piece))
    assert both.outcomes(left) == mine - theirs
    assert space.within(one, other) == (mine <= theirs)
    assert space.equal(one, other) == (mine == theirs)


@pytest.mark.parametrize("kind", COMPARABLE)
@law(250)
@given(data=st.data())
def test_distance_is_measured_on_outcomes(kind: str, data: st.DataObject) -> None:
    """Sets with nothing in common are as far apart as steps, members, numbers or pairs of steps say, both ways."""
    both = data.draw(issues(kind, 2))
    (one, other), (mine, theirs) = both.pieces, both.sets
    if mine & theirs:
        return
    found = both.space.distance((one,), (other,))
    assert both.space.distance((other,), (one,)) == found
    expected = both.world.distance(*(_term(both.issue, outcomes) for outcomes in (mine, theirs)))
    assert found == (None if expected is None else expected[1])


def _term(issue: str, outcomes: Outcomes) -> Term:
    return Term(issue, (Offer(outcomes),), (), "firm", False, None, False, None, frozenset())


@pytest.mark.parametrize("kind", COMPARABLE)
@law(300)
@given(data=st.data())
def test_equal_unions_are_tidied_alike(kind: str, data: st.DataObject) -> None:
    """Unions that hold the same outcomes are shown as the same pieces, whatever they were made of."""
    both = data.draw(issues(kind, 4))
    one, other = both.pieces[:2], both.pieces[2:]
    same = frozenset().union(*both.sets[:2]) == frozenset().union(*both.sets[2:])
    assert (both.space.tidy(tuple(one)) == both.space.tidy(tuple(other))) == same


@pytest.mark.parametrize("kind", COMPARABLE)
@law(100)
@given(data=st.data())
def test_words_that_accept_nothing_are_a_finding(kind: str, data: st.DataObject) -> None:
    """Words that no outcome meets are a problem, and no piece is made of them."""
    both = data.draw(issues(kind, 1))
    choices = Choices(data.draw(BYTES))
    words = unchecked(choices, both.world.agenda, both.issue)
    world = World(both.world.agenda, {"": {both.issue: words}})
    reading = both.space.read(words)
    assert bool(reading.problems) == (not world.accepts(both.issue, words))
    assert (reading.piece is None) == bool(reading.problems)
