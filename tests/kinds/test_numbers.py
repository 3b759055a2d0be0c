"""Numbers, exactly: how they are read, and written for JSON and in words; and what an agenda declares of a scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from test_words import SPACES, STEPS

from posdiff.kinds.kind import Problem
from posdiff.kinds.numbers import exact, number_in_words, plain_number, unit_in_words

DIGITS = "write plain digits: 21000, 0.5, -3"
ENDS = "range wrong-shape: expected `{min: …, max: …}`; None"
RISING = "range empty-offer: the range must run from a lower to a higher number; None"


@pytest.mark.parametrize(
    ("text", "value", "json", "words"),
    [
        ("21000", 21000, 21000, "21,000"),
        ("-3", -3, -3, "-3"),
        ("+3", 3, 3, "3"),
        ("2.0", 2, 2, "2"),
        ("0.50", Fraction(1, 2), 0.5, "0.5"),
        ("-1234.25", Fraction(-4937, 4), -1234.25, "-1,234.25"),
        ("0.125", Fraction(1, 8), 0.125, "0.125"),
        ("0.05", Fraction(1, 20), 0.05, "0.05"),
        ("0.12345678901234567890123", Fraction("0.12345678901234567890123"), "0.12345678901234567890123",
         "0.12345678901234567890123"),
    ],
)  # fmt: skip
def test_a_number_is_what_was_written(text: str, value: Any, json: Any, words: str) -> None:
    read = plain_number(text, ())
    assert (read, exact(read), number_in_words(read)) == (value, json, words)
    assert (type(read), type(exact(read))) == (type(value), type(json))


def test_a_number_with_endless_digits_is_a_fraction() -> None:
    assert (exact(Fraction(-4000, 3)), number_in_words(Fraction(-4000, 3))) == ("-4000/3", "-4,000/3")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("five", "`five` is not a plain number", DIGITS),
        ("1e3", "`1e3` is not a plain number", DIGITS),
        ("1.", "`1.` is not a plain number", DIGITS),
        ("٣", "`٣` is not a plain number", DIGITS),
        ("21,000", "`21,000` is not a plain number", "write 21000, without separators"),
        ("-1 000_000", "`-1 000_000` is not a plain number", "write -1000000, without separators"),
        ("0,5", "`0,5` is not a plain number", "write a decimal point: 0.5"),
        ("9" * 61, "a number of 61 characters; at most 60 are read", None),
    ],
)
def test_what_is_no_number(text: str, message: str, hint: str | None) -> None:
    assert plain_number(text, ("min",)) == Problem(("min",), "not-a-number", message, hint)
    assert plain_number("9" * 60, ()) == 10**60 - 1


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        (None, 2, ""),
        ("km", 2, "km"),
        ("km**2", 2, "km²"),
        ("m ^ 3", 1, "m³"),
        ("person", 1, "person"),
        ("person", 2, "persons"),
        ("foot", 3, "feet"),
        ("percent", 3, "percent"),
        ("forces", 3, "forces"),
    ],
)
def test_a_unit_beside_a_number(unit: str | None, value: int, words: str) -> None:
    assert unit_in_words(unit, value) == words


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("share", {"whole": "yes", "range": {"min": "1", "max": "1"}},
         ["whole wrong-value: expected true or false; None", RISING]),
        ("share", {"range": {"min": "one", "max": "two"}},
         [f"range.min not-a-number: `one` is not a plain number; {DIGITS}",
          f"range.max not-a-number: `two` is not a plain number; {DIGITS}"]),
        ("share", {"range": "1"}, [ENDS]),
        ("share", {"range": {"min": "1"}}, [ENDS]),
        ("share", {"range": {"min": "2", "max": "1"}}, [RISING]),
        ("share", {"unlimited": "No limit", "range": {"min": "1", "max": "unlimited"}}, [RISING]),
        ("date", {"range": {"min": "2025-01-01", "max": "2024-01-01"}}, [RISING]),
        ("choice", {}, [" missing-key: a choice needs `options`; options: {no: No, yes: Yes}"]),
        ("choice", {"options": {"no": "No"}, "ordered": "yes"}, ["ordered wrong-value: expected true or false; None"]),
        ("share", {"range": {"min": "1", "max": "2"}, "whole": "true", "unit": "km"}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_declaration(name: str, words: dict[str, Any], expected: list[str]) -> None:
    declared = type(SPACES[name]).declare(words, STEPS)
    assert [f"{'.'.join(map(str, p.path))} {p.rule}: {p.message}; {p.hint}" for p in declared.problems] == expected


def test_a_range_is_what_was_declared() -> None:
    spaces = [
        type(SPACES[name]).declare({"range": {"min": least, "max": most}}, STEPS).space
        for name, least, most in (("share", "-1", "2.5"), ("date", "0001-01-01", "0001-01-03"))
    ]
    assert [getattr(space, "range", None) for space in spaces] == [(-1, Fraction(5, 2)), (1, 3)]


@pytest.mark.parametrize(
    ("name", "draft", "expected"),
    [
        ("share", False, "bare-value: a bare number says neither at least nor at most; "
                         "write `min:` (at least), `max:` (at most) or `exactly:`"),
        ("share", True, {"exactly": "5"}),
        ("choice", False, {"accepts": "5"}),
        ("sequence", False, "bare-value: a bare value states no order; write `order: [first, second]`"),
        ("date", False, "not-a-date: expected a date, found `5`; write it as 2024-06-14"),
    ],
)  # fmt: skip
def test_a_bare_value(name: str, draft: bool, expected: Any) -> None:
    found = SPACES[name].shorthand("5", draft)
    assert (f"{found.rule}: {found.message}; {found.hint}" if isinstance(found, Problem) else found) == expected
    if name in ("share", "sequence", "date"):
        assert SPACES[name].shorthand("any", draft) == {"accepts": "any"}
