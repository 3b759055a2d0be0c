"""How far two codings of the same words differ: each kind's measure, by hand. Defined in docs/recode.md."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.kind import Space, Union, Words
from posdiff.kinds.steps import AgendaSteps
from posdiff.kinds.table import KINDS

STEPS = AgendaSteps({"a": "A", "b": "B", "c": "C", "d": "D"}, {"d": ("c",)})
OPTIONS = {"p": "P", "q": "Q", "r": "R", "s": "S"}
CHOICE: dict[str, Any] = {"options": OPTIONS}
SCALE: dict[str, Any] = {"options": OPTIONS, "ordered": "true"}
SET: dict[str, Any] = {"members": OPTIONS}
WHOLE: dict[str, Any] = {"whole": "true", "range": {"min": "1", "max": "10"}, "unlimited": "No limit"}
REAL: dict[str, Any] = {"range": {"min": "0", "max": "10"}}
DAYS: dict[str, Any] = {"range": {"min": "2026-01-01", "max": "2026-01-10"}}


@pytest.mark.parametrize(
    ("kind", "keys", "one", "other", "apart"),
    [
        ("choice", CHOICE, {"accepts": "p"}, {"accepts": "p"}, "0"),
        ("choice", CHOICE, {"accepts": ["p", "q"]}, {"accepts": "p"}, "1/2"),
        ("choice", CHOICE, {"rejects": "p"}, {"accepts": ["q", "r"]}, "1/3"),
        ("choice", CHOICE, {"rejects": "p"}, {"accepts": "p"}, "1"),
        ("choice", SCALE, {"accepts": "p"}, {"accepts": "q"}, "1/3"),
        ("choice", SCALE, {"accepts": "p"}, {"accepts": "s"}, "1"),
        ("choice", SCALE, {"accepts": "p"}, {"accepts": ["p", "q"]}, "1/6"),
        ("choice", SCALE, {"accepts": ["p", "s"]}, {"accepts": ["q", "r"]}, "1/3"),
        ("set", SET, {"includes": ["p", "q", "r"]}, {"includes": ["p", "q"]}, "1/6"),
        ("set", SET, {"includes": ["p", "q"]}, {"excludes": ["p", "q"]}, "1"),
        ("set", SET, {"exactly": ["p"]}, {"includes": ["p"]}, "3/8"),
        ("set", SET, {"accepts": "any"}, {"includes": ["p"]}, "1/2"),
        ("quantity", WHOLE, {"min": "4"}, {"above": "3"}, "0"),
        ("quantity", WHOLE, {"min": "4", "max": "9"}, {"min": "4", "max": "7"}, "1/3"),
        ("quantity", WHOLE, {"max": "3"}, {"min": "4"}, "1"),
        ("quantity", WHOLE, {"accepts": "any"}, {"below": "unlimited"}, "1/2"),
        ("quantity", WHOLE, {"min": "20", "max": "30"}, {"min": "25", "max": "30"}, "1/2"),
        ("quantity", REAL, {"min": "2", "max": "10"}, {"min": "4", "max": "10"}, "1/4"),
        ("quantity", REAL, {"exactly": "5"}, {"exactly": "6"}, "1"),
        ("quantity", REAL, {"min": "6"}, {"max": "3"}, "1"),
        ("quantity", {}, {"min": "4"}, {"min": "5"}, "1/2"),
        ("quantity", {}, {"min": "4"}, {"max": "3"}, "1"),
        ("date", DAYS, {"from": "2026-01-06"}, {"from": "2026-01-02"}, "4/9"),
        ("sequence", {}, {"order": ["a", "b", "c"]}, {"order": ["a", "b"]}, "2/5"),
        ("sequence", {}, {"order": ["a", "b"]}, {"order": ["b", "a"]}, "1"),
        ("sequence", {}, {"order": [{"together": ["a", "b"]}]}, {"order": ["b", "a"]}, "1"),
        ("sequence", {}, {"order": ["a", "b"]}, {"accepts": "any"}, "1/2"),
        ("sequence", {}, {"order": ["c", "d"]}, {"accepts": "any"}, "0"),
    ],
)
def test_by_hand(kind: str, keys: dict[str, Any], one: Words, other: Words, apart: str) -> None:
    space = declared(kind, keys)
    mine, theirs = (read(space, words) for words in (one, other))
    assert space.difference(mine, theirs) == space.difference(theirs, mine) == Fraction(apart)


def test_offers_of_equal_rank() -> None:
    """Of a set, what all offers say of a member; unequal ones that say the same of each are half apart."""
    space = declared("set", SET)
    either = (*read(space, {"exactly": ["p"]}), *read(space, {"exactly": ["q"]}))
    assert space.difference(either, either[::-1]) == 0
    assert space.difference(either, read(space, {"excludes": ["r", "s"]})) == Fraction(1, 2)
    assert space.difference(either, read(space, {"exactly": ["p"]})) == Fraction(1, 4)
    scale = declared("quantity", REAL)
    outside = (*read(scale, {"max": "2"}), *read(scale, {"min": "8"}))
    assert scale.difference(outside, read(scale, {"max": "4"})) == Fraction(2, 3)


def declared(kind: str, keys: dict[str, Any]) -> Space:
    """The space of an issue with these keys."""
    space = KINDS[kind].declare(keys, STEPS).space
    assert space is not None
    return space


def read(space: Space, words: Words) -> Union:
    """The union of one piece that words accept."""
    reading = space.read(words)
    assert not reading.problems
    return (reading.piece,)


def test_options_on_a_scale_are_apart_by_their_steps() -> None:
    scale, choice = (ChoiceSpace({"a": "A", "b": "B", "c": "C", "d": "D"}, ordered=one) for one in (True, False))
    a, c, a_or_c = ((frozenset(options),) for options in ("a", "c", "ac"))
    assert [space.separation(a, c) for space in (scale, choice)] == [Fraction(2, 3), 1]
    assert [space.separation(a, a_or_c) for space in (scale, choice)] == [0, 0]
