"""The search by itself: clauses and assumptions in, the answer that trying every assignment gives out."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest

from posdiff.comparison.conflicts import search
from posdiff.comparison.conflicts.search import Search

Clause = tuple[int, ...]
MANY = 100_000


def can_hold(clauses: list[Clause], number: int) -> bool:
    """By trying every assignment to so many variables."""
    return any(
        all(any((literal > 0) == values[abs(literal) - 1] for literal in clause) for clause in clauses)
        for values in product((False, True), repeat=number)
    )


def meets(model: frozenset[int], clauses: list[Clause]) -> bool:
    """Whether a model has one side of each variable, and something of every clause."""
    return not any(-literal in model for literal in model) and all(model & {*clause} for clause in clauses)


@pytest.mark.parametrize("seed", range(150))
def test_answers_are_those_of_every_assignment(seed: int) -> None:
    """Clauses come in between questions, some with literals twice, or with both sides of a variable."""
    draw = random.Random(seed)
    number = draw.randint(1, 8)
    literals = [sign * variable for variable in range(1, number + 1) for sign in (1, -1)]
    engine, clauses = Search(), list[Clause]()
    for _ in range(6):
        for _ in range(draw.randint(0, number)):
            clauses.append(tuple(draw.choices(literals, k=draw.choice((1, 2, 3, 3, 3, 4)))))
            engine.add(clauses[-1])
        for _ in range(3):
            asked = draw.choices(literals, k=draw.randint(0, 4))
            answer = engine.solve(asked, MANY)
            assert answer is can_hold([*clauses, *((literal,) for literal in asked)], number)
            if answer:
                assert meets(engine.model(), clauses)
                assert engine.model() >= {*asked}


def pigeons(number: int, holes: int) -> list[Clause]:
    """Each of some pigeons in one of the holes, no two in one."""
    at = [[1 + pigeon * holes + hole for hole in range(holes)] for pigeon in range(number)]
    apart = [(-one[hole], -other[hole]) for hole in range(holes) for one, other in combinations(at, 2)]
    return [*map(tuple, at), *apart]


@pytest.mark.parametrize("too_large", [1e100, 50.0])
def test_hard_questions_with_and_without_an_assumption(monkeypatch: pytest.MonkeyPatch, too_large: float) -> None:
    """Many failures, restarts, and activities that grow too large; what was learnt stays true of later questions."""
    monkeypatch.setattr(search, "_TOO_LARGE", too_large)
    monkeypatch.setattr(search, "_FEWEST_BEFORE_RESTART", 3)
    engine = Search()
    # Pigeon 6 has no hole where 31 holds: with 31 five holes have to do for six, without it for five.
    clauses = pigeons(6, 5)
    for clause in clauses[:5]:
        engine.add(clause)
    engine.add((-31, *clauses[5]))
    for clause in clauses[6:]:
        engine.add(clause)
    answers = [engine.solve(asked, MANY) for asked in ([31], [-31], [31, 1], [-31, 1], [-31, 1, 7], [], [31])]
    assert answers == [False, True, False, True, True, True, False]
    engine.add((31,))
    assert [engine.solve(asked, MANY) for asked in ([], [1], [-31])] == [False, False, False]


def test_a_question_that_is_too_hard_is_given_up_and_asked_anew() -> None:
    """After as many failures as are allowed there is no answer; what was learnt by then helps, and harms nothing."""
    engine = Search()
    for clause in pigeons(6, 5):
        engine.add(clause)
    given_up = 0
    while (answer := engine.solve([], 10)) is None:
        given_up += 1
    assert (answer, 0 < given_up < 50) == (False, True)
    one = Search()
    for clause in ((1, 2), (1, -2), (-1, 3), (-1, -3)):
        one.add(clause)
    assert one.solve([], 0) is None
    assert one.solve([], 1) is False


def test_what_can_never_hold_is_remembered() -> None:
    engine = Search()
    engine.add((1, 2))
    assert engine.solve([-1], MANY) is True
    assert engine.model() == {-1, 2}
    assert engine.solve([-1, -2], MANY) is False
    engine.add((-2,))
    assert (engine.solve([], MANY), engine.model()) == (True, frozenset((1, -2)))
    assert engine.solve([-1], MANY) is False
    engine.add((-1, 1))
    engine.add((2, 2))
    assert engine.solve([], MANY) is False
    engine.add((3,))
    assert engine.solve([3], MANY) is False
    nothing = Search()
    assert (nothing.solve([], MANY), nothing.model()) == (True, frozenset())
    nothing.add(())
    assert nothing.solve([], MANY) is False
