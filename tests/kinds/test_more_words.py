"""Words around a term: bare values, reserved words, declarations, units, ticks, and lists of parts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from test_words import SPACES, STEPS

from posdiff.findings.nearest import NotFound
from posdiff.kinds.axis import round_days, round_numbers
from posdiff.kinds.kind import Problem, article, in_runs, joined
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.sequence import SequenceSpace
from posdiff.kinds.steps import AgendaSteps
from posdiff.kinds.table import KINDS
from posdiff.kinds.text import TextSpace


def told(problem: Any) -> str:
    """A problem as text: where, the rule, what and what to do."""
    assert isinstance(problem, Problem)
    hint = problem.hint.hint if isinstance(problem.hint, NotFound) else problem.hint
    return f"{'.'.join(map(str, problem.path))} {problem.rule}: {problem.message}; {hint}"


SET_KEYS = "write `includes:`, `excludes:`, `within:` or `exactly:`"
NONE_IN_IT = "delete the key, or write `exactly: none` if nothing may be in it"


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("set", {"accepts": "north"},
         "accepts wrong-value: on a set, `accepts` takes only `any`, and no other key beside it; " + SET_KEYS),
        ("set", {"accepts": "any", "includes": ["north"]},
         "accepts wrong-value: on a set, `accepts` takes only `any`, and no other key beside it; " + SET_KEYS),
        ("set", {"includes": "none"}, "includes reserved-word: `includes: none` is not allowed; " + NONE_IN_IT),
        ("set", {"exactly": "any"}, "exactly reserved-word: `exactly: any` is not allowed; " + NONE_IN_IT),
        ("set", {"includes": ["north", "south"], "within": ["south"]},
         "within empty-offer: north is both included and left out by `within`: no outcome could be accepted; "
         "delete it from one of the two"),
        ("set", {"includes": ["no-where"]},
         "includes.0 unknown-member: no member `no-where` in this issue; "
         "known: east, north, south, west"),
        ("set", {"includes": [["north"]]}, "includes.0 wrong-shape: expected the id of a member; None"),
        ("choice", {"accepts": {"yes": "no"}}, "accepts wrong-shape: expected the id of an option; None"),
        ("sequence", {"accepts": "truce"},
         "accepts wrong-value: on a sequence, `accepts` takes only `any`, and no other key beside it; "
         "write `order: [first, second]`"),
        ("sequence", {"order": ["nope", "truce"]},
         "order.0 unknown-step: no step `nope` in this issue; known: talks, truce, vote"),
        ("sequence", {"order": ["truce", ["talks", "nope"]]},
         "order.1.1 unknown-step: no step `nope` in this issue; known: talks, truce, vote"),
        ("sequence", {"order": ["truce", {"together": ["talks", "nope"]}]},
         "order.1.together.1 unknown-step: no step `nope` in this issue; known: talks, truce, vote"),
        ("duration", {"min": "9", "max": "5"},
         "max empty-offer: `min: 9` and `max: 5` leave no outcome to accept; swap the bounds, or widen them"),
        ("duration", {"exactly": "0.5"},
         "exactly not-a-number: this issue takes whole numbers only, and `0.5` is not one; write a whole number"),
        ("share", {"min": ["5"]}, "min wrong-shape: expected a number; None"),
        ("share", {"max": "unlimited"},
         "max unlimited-not-declared: this issue has no outcome `unlimited`; "
         "declare it in the agenda: `unlimited: No ceiling`"),
        ("text", {"says": " "}, "says wrong-shape: expected text; says: the words"),
        ("date", {"from": ["2024-06-14"]}, "from not-a-date: expected a date; write it as 2024-06-14"),
        ("date", {"from": "2024-6-14"}, "from not-a-date: expected a date, found `2024-6-14`; write it as 2024-06-14"),
        ("date", {"from": "2024/06/14"},
         "from not-a-date: expected a date, found `2024/06/14`; write it as 2024-06-14"),
        ("date", {"from": "x" * 50}, f"from not-a-date: expected a date, found `{'x' * 40}`; write it as 2024-06-14"),
    ],
)  # fmt: skip
def test_what_else_is_wrong_with_words(name: str, words: dict[str, Any], expected: str) -> None:
    reading = SPACES[name].read(words)
    assert reading.piece is None
    assert [told(problem) for problem in reading.problems] == [expected]


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("set", "north",
         " bare-value: a bare list of members says neither `includes` nor `exactly`; " + SET_KEYS),
        ("date", "2024-06-14",
         " bare-value: a bare date says neither from when nor until when; "
         "write `from:` (not before), `until:` (not after) or `exactly:`"),
        ("share", "five", " not-a-number: `five` is not a plain number; write plain digits: 21000, 0.5, -3"),
    ],
)  # fmt: skip
def test_a_bare_value_that_says_too_little(name: str, word: str, expected: str) -> None:
    assert told(SPACES[name].shorthand(word, draft=False)) == expected


def test_a_bare_value_that_says_enough() -> None:
    assert SPACES["set"].shorthand("any", draft=False) == {"accepts": "any"}
    assert SPACES["text"].shorthand("Words.", draft=False) == {"says": "Words."}
    assert SPACES["date"].shorthand("2024-06-14", draft=True) == {"exactly": "2024-06-14"}


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("choice", "maybe", " unknown-option: no option `maybe` in this issue; known: later, never, no, yes"),
        ("choice", ["yes"], " wrong-shape: expected one option; None"),
        ("share", "five", " not-a-number: `five` is not a plain number; write plain digits: 21000, 0.5, -3"),
    ],
)
def test_what_is_wrong_with_a_target(name: str, word: Any, expected: str) -> None:
    reading = SPACES[name].read_target(word)
    assert (reading.piece, [told(problem) for problem in reading.problems]) == (None, [expected])


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("set", {}, [" missing-key: a set needs `members`; members: {north: North, south: South}"]),
        ("quantity", {"whole": "TRUE"}, ["whole wrong-value: expected true or false; None"]),
        ("text", {}, []),
    ],
)
def test_what_else_is_wrong_with_a_declaration(kind: str, words: dict[str, Any], expected: list[str]) -> None:
    assert [told(problem) for problem in KINDS[kind].declare(words, STEPS).problems] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("choice", {"ordered": False, "options": ["later", "never", "no", "yes"]}),
        ("scale", {"ordered": True, "options": ["barred", "later", "open", "in"]}),
        ("set", {"members": ["east", "north", "south", "west"]}),
        ("duration", {"whole": True, "unit": "day", "unlimited": True}),
        ("share", {"whole": False, "unit": "percent", "unlimited": False}),
        ("date", {"whole": True}),
        ("sequence", {"after": {"vote": ["talks"]}}),
        ("text", {}),
        ("ranking", {}),
    ],
)
def test_what_is_declared_of_the_outcomes(name: str, expected: dict[str, Any]) -> None:
    assert SPACES[name].declared() == expected


@pytest.mark.parametrize(
    ("words", "exactly"),
    [
        ({"min": "5 km"}, 5),
        ({"min": "1.5  km"}, Fraction(3, 2)),
        ({"min": "1500 m"}, Fraction(3, 2)),
        ({"min": "3000 m"}, 3),
        ({"min": "1 mile"}, Fraction(1609344, 1000000)),
    ],
)
def test_a_number_of_another_unit_is_converted_exactly(words: dict[str, str], exactly: Any) -> None:
    piece = QuantitySpace("km").read(words).piece
    assert piece is not None
    value = piece.low[1]
    assert (value, type(value)) == (exactly, type(exactly))


@pytest.mark.parametrize(
    ("unit", "word", "expected"),
    [
        (None, "5 km", "min unknown-unit: the issue has no unit to convert `km` to; declare `unit:`"),
        ("km", "5 leagues of old", "min unknown-unit: the unit `leagues of old` is not known, so nothing can be "
         "converted; write the value in the issue's own unit, `km`"),
        ("brigade", "5 km", "min unknown-unit: the unit `brigade` is not known, so nothing can be converted; "
         "write the value in the issue's own unit, `brigade`"),
        ("km", "5 hours", "min wrong-dimension: `hours` does not measure the same as `km`; "
         "write the value in `km`, or in a unit that measures the same"),
        ("watt", "5 dBm",
         "min wrong-dimension: `dBm` cannot be converted to `watt` exactly; write the value in `watt`"),
        ("km", "5 km**9**9**9", "min unknown-unit: the unit `km**9**9**9` is not known, so nothing can be converted; "
         "write the value in the issue's own unit, `km`"),
        ("km", "five miles",
         "min not-a-number: `five` is not a plain number; write plain digits: 21000, 0.5, -3"),
    ],
)  # fmt: skip
def test_a_unit_that_cannot_be_converted(unit: str | None, word: str, expected: str) -> None:
    assert [told(problem) for problem in QuantitySpace(unit).read({"min": word}).problems] == [expected]


@pytest.mark.parametrize(
    ("first", "last", "most", "words"),
    [
        ("2024-01-01", "2024-01-06", 6, [f"2024-01-0{day}" for day in range(1, 7)]),
        ("2024-01-01", "2024-01-07", 6, ["2024"]),
        ("2024-01-01", "2024-06-29", 6, ["2024", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]),
        ("2024-01-01", "2024-06-30", 6, ["2024", "2024-03", "2024-05"]),
        ("2024-01-01", "2024-07-31", 6, ["2024", "2024-03", "2024-05", "2024-07"]),
        ("2024-01-01", "2025-03-31", 6, ["2024", "2024-04", "2024-07", "2024-10", "2025"]),
        ("2024-01-01", "2026-12-31", 6, ["2024", "2025", "2026"]),
        ("2024-02-01", "2026-07-31", 6, ["2024-07", "2025", "2025-07", "2026", "2026-07"]),
        ("2019-12-31", "2030-01-01", 6, ["2020", "2022", "2024", "2026", "2028", "2030"]),
        ("2000-01-01", "2024-01-01", 6, ["2000", "2005", "2010", "2015", "2020"]),
        ("0001-01-01", "9999-12-31", 6, ["2000", "4000", "6000", "8000"]),
    ],
)
def test_days_that_are_named(first: str, last: str, most: int, words: list[str]) -> None:
    ends = [date.fromisoformat(day).toordinal() for day in (first, last)]
    ticks = round_days(ends[0], ends[1], most)
    assert [tick.words for tick in ticks] == words
    assert all(ends[0] <= tick.at <= ends[1] for tick in ticks)
    assert SPACES["date"].ticks(ends[0], ends[1], most) == ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "whole", "numbers"),
    [
        (0, 100, 6, True, [0, 20, 40, 60, 80, 100]),
        (0, 100, 5, True, [0, 50, 100]),
        (1, 99, 3, True, [50]),
        (0, 2, 6, True, [0, 1, 2]),
        (0, 2, 5, False, [0, Fraction(1, 2), 1, Fraction(3, 2), 2]),
        (0, 10, 1, True, [0, 10]),
        (7, 7, 6, True, [7]),
    ],
)
def test_numbers_that_are_named(low: float, high: float, most: int, whole: bool, numbers: list[Any]) -> None:
    found = round_numbers(low, high, most, whole)
    assert found == numbers[:most]
    assert all(type(one) is type(other) for one, other in zip(found, numbers, strict=False))


def test_the_room_around_a_value() -> None:
    assert [SPACES["share"].room_around(value) for value in (100.0, -100.0, 2.0)] == [25.0, 25.0, 1.0]
    assert SPACES["date"].room_around(700_000.0) == 45.0


@pytest.mark.parametrize(
    ("name", "words", "bounded", "at"),
    [
        ("share", {"min": "5"}, (True, False), {"exactly": "5"}),
        ("share", {"below": "5"}, (False, True), {"exactly": "5"}),
        ("share", {"min": "5", "max": "9"}, (True, True), None),
        ("share", {"accepts": "any"}, (False, False), None),
        ("duration", {"exactly": "unlimited"}, (True, True), None),
        ("duration", {"below": "unlimited"}, (False, True), None),
        ("date", {"from": "2024-06-14"}, (True, False), {"exactly": "2024-06-14"}),
        ("choice", {"accepts": "yes"}, None, None),
    ],
)
def test_the_bound_of_a_piece(name: str, words: dict[str, Any], bounded: Any, at: dict[str, Any] | None) -> None:
    space = SPACES[name]
    piece = space.read(words).piece
    assert space.bounded(piece) == bounded
    assert space.at_bound(piece) == (None if at is None else space.read(at).piece)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (None, "a", "a"),
        ("a", None, "a"),
        ("a", "a", "a"),
        ("a\nb", "b\nc", "a\nb\nc"),
    ],
)
def test_what_two_texts_say_together(one: str | None, other: str | None, both: str) -> None:
    assert TextSpace().meet(one, other) == both


def test_texts_are_the_same_or_not() -> None:
    space = TextSpace()
    assert [space.minus("a", other) for other in ("a", "b", None)] == [(), ("a",), ()]
    assert space.tidy(("b", "a", "b")) == ("b", "a")
    assert [space.in_words(piece) for piece in (None, "a")] == ["anything", "a"]


def test_what_is_named_in_a_piece() -> None:
    space = SPACES["set"]
    piece = space.read({"includes": ["north"], "excludes": ["south"]}).piece
    assert space.named_in(piece) == {"north", "south"}
    assert SPACES["choice"].named_in(frozenset(("yes",))) == {"yes"}
    assert SPACES["ranking"].named_in(frozenset()) == set()
    assert space.lists_all(space.read({"exactly": ["north"]}).piece)
    assert not space.lists_all(piece)
    assert not SPACES["choice"].lists_all(frozenset(("yes",)))


def test_lists_in_words() -> None:
    assert [joined(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert joined(["a", "b, too", "c"], "or") == "a; b, too; or c"
    assert joined(["“a, b”", "c"]) == "“a, b” and c"
    assert joined(["“a, b", "c"]) == "“a, b; and c"
    assert in_runs([1, 3, 7, 8, 9, 11, 12]) == "1, 3, 7 to 9, 11 and 12"
    assert [article(noun) for noun in ("option", "member", "hour")] == ["an option", "a member", "a hour"]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ([{"together": ["a", "b"]}, "c"], "“A” at the same time as “B”; “A” before “C”; “B” before “C”"),
        (["a", {"together": ["b", "c"]}], "“B” at the same time as “C”; “A” before “B”; “A” before “C”"),
        ([["a", "b"], "c"], "“A” and “B” before “C”"),
        (["a", ["b", "c"], "d"], "first “A”; then “B” and “C”; then “D”"),
    ],
)
def test_an_order_of_steps_at_the_same_time_in_words(order: list[Any], words: str) -> None:
    """What comes at the same time is said first."""
    titles = {step: step.upper() for step in "abcd"}
    space = SequenceSpace(AgendaSteps(titles, {}), titles)
    piece = space.read({"order": order}).piece
    assert piece is not None
    assert space.in_words(piece) == words
