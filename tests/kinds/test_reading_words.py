"""What a term's words make of it, kind by kind: the piece that is accepted, or each problem with its key and advice."""

from __future__ import annotations

from typing import Any

import pytest
from test_words import SPACES

NUMBER = "not-a-number: `{}` is not a plain number; write plain digits: 21000, 0.5, -3"
CIRCLE = "order empty-offer: the order is circular: {}; delete one of these orders, or correct the agenda's `after`"
ANY = "known: later, never, no, yes; `accepts: any` accepts every outcome; else leave the issue out or withdraw it"
TOGETHER = "wrong-shape: expected `{together: [one, other]}`; None"

#: Of which space, the words, and what is wrong with them: where, the rule, what, and what to do.
PROBLEMS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("share", {"min": "five", "max": "nine"}, ["min " + NUMBER.format("five"), "max " + NUMBER.format("nine")]),
    ("share", {"min": "1", "above": "2", "max": "3", "below": "4"},
     ["above two-ways: two lower bounds: `min` and `above`; keep one",
      "below two-ways: two upper bounds: `max` and `below`; keep one"]),
    ("share", {"exactly": "1", "max": "two"},
     ["exactly two-ways: `exactly` cannot be combined; delete the other bounds", "max " + NUMBER.format("two")]),
    ("share", {"max": "5", "min": "9"},
     ["min empty-offer: `max: 5` and `min: 9` leave no outcome to accept; swap the bounds, or widen them"]),
    ("share", {"above": "5", "below": "5"},
     ["below empty-offer: `above: 5` and `below: 5` leave no outcome to accept; swap the bounds, or widen them"]),
    ("share", {"min": "5", "below": "5"},
     ["below empty-offer: `min: 5` and `below: 5` leave no outcome to accept; swap the bounds, or widen them"]),
    ("duration", {"exactly": "1.5"},
     ["exactly not-a-number: this issue takes whole numbers only, and `1.5` is not one; write a whole number"]),
    ("share", {"accepts": "any", "min": "1"},
     ["accepts wrong-value: on a quantity, `accepts` takes only `any`, and no other key beside it; "
      "write one of min, above, max, below, exactly"]),
    ("date", {"accepts": "2024-06-14"},
     ["accepts wrong-value: on a date, `accepts` takes only `any`, and no other key beside it; "
      "write one of from, until, exactly"]),
    ("date", {"from": "soon", "until": "2024-02-30"},
     ["from not-a-date: expected a date, found `soon`; write it as 2024-06-14",
      "until not-a-date: the date 2024-02-30 does not exist; write it as 2024-06-14"]),
    ("choice", {"accepts": ["yes", "no", "yes"]}, ["accepts.2 named-twice: `yes` is named twice; delete one"]),
    ("choice", {"accepts": []}, ["accepts empty-list: the list is empty; name at least one, or delete the key"]),
    ("choice", {"accepts": "yes", "rejects": "no"},
     ["rejects two-ways: `accepts` and `rejects` cannot be used together; "
      "say what is accepted, or what is rejected"]),
    ("choice", {"accepts": "all"}, ["accepts reserved-word: `accepts: all` is not allowed here; " + ANY]),
    ("choice", {"accepts": "none"}, ["accepts reserved-word: `accepts: none` is not allowed here; " + ANY]),
    ("choice", {"rejects": "any"}, ["rejects reserved-word: `rejects: any` is not allowed here; " + ANY]),
    ("choice", {"rejects": ["no", "yes", "later", "never"]},
     ["rejects empty-offer: every option is rejected; "
      "no settlement could meet this position: name what is accepted"]),
    ("set", {"includes": ["north"], "excludes": ["north"]},
     ["excludes empty-offer: north is both included and left out by `excludes`: no outcome could be accepted; "
      "delete it from one of the two"]),
    ("set", {"exactly": ["north"], "includes": ["south"]},
     ["exactly two-ways: `exactly` cannot be combined; delete the other keys: `exactly` says it all"]),
    ("set", {"includes": []}, ["includes empty-list: the list is empty; name at least one, or delete the key"]),
    ("sequence", {"order": ["truce"]},
     ["order empty-list: an order needs at least two entries, or steps that happen together; "
      "write `order: [first, second]`"]),
    ("sequence", {"order": "truce"}, ["order wrong-shape: expected a list of steps; order: [first, second]"]),
    ("sequence", {"order": [{"together": ["truce"]}, "vote", {"together": ["truce", "vote"], "x": "y"}, {"a": "b"}]},
     ["order.0 " + TOGETHER, "order.2 " + TOGETHER, "order.3 " + TOGETHER]),
    ("sequence", {"order": [{"together": ["truce", "truce"]}, ["vote", "vote"], ["talks", ["a"]], []]},
     ["order.0.together.1 named-twice: `truce` is named twice; delete one",
      "order.1.1 named-twice: `vote` is named twice; delete one",
      "order.2.1 wrong-shape: expected a step; None",
      "order.3 empty-list: the entry is empty; name a step, or delete it"]),
    ("sequence", {"order": ["vote", "talks"]}, [CIRCLE.format("talks before vote before talks")]),
    ("sequence", {"order": [{"together": ["talks", "vote"]}]},
     [CIRCLE.format("talks before vote at the same time as talks")]),
    ("text", {"says": ["a"]}, ["says wrong-shape: expected text; says: the words"]),
]  # fmt: skip

#: Of which space, the words, and what is accepted as JSON.
PIECES: list[tuple[str, dict[str, Any], Any]] = [
    ("sequence", {"order": [{"together": ["truce", "talks"]}]}, [{"together": ["truce", "talks"]}]),
    ("sequence", {"order": [{"together": ["truce", "talks"]}, "vote"]}, [{"together": ["truce", "talks"]}]),
    ("sequence", {"order": ["talks", {"together": ["truce", "vote"]}]}, [{"together": ["truce", "vote"]}]),
    ("sequence", {"order": ["vote", {"together": ["truce"] * 2}]}, None),
    ("sequence", {"order": ["truce", ["talks", "vote"]]}, [["truce", "talks"]]),
]

#: The words of a date or a duration, and the first and last outcome that it leaves; None for no bound.
BOUNDS: list[tuple[str, dict[str, Any], Any, Any]] = [
    ("date", {"until": "9999-12-31"}, None, None),
    ("date", {"until": "9999-12-30"}, None, "9999-12-30"),
    ("date", {"from": "0001-01-01"}, None, None),
    ("date", {"from": "0001-01-02"}, "0001-01-02", None),
    ("date", {"from": "9999-12-31"}, "9999-12-31", None),
    ("date", {"exactly": "2024-02-29"}, "2024-02-29", "2024-02-29"),
    ("duration", {"min": "1.5"}, 2, None),
    ("duration", {"max": "1.5"}, None, 1),
    ("duration", {"above": "1.5", "below": "2.5"}, 2, 2),
    ("duration", {"above": "1", "below": "3"}, 2, 2),
]


@pytest.mark.parametrize(("name", "words", "expected"), PROBLEMS)
def test_what_is_wrong_with_words(name: str, words: dict[str, Any], expected: list[str]) -> None:
    reading = SPACES[name].read(words)
    assert reading.piece is None
    assert [f"{'.'.join(map(str, p.path))} {p.rule}: {p.message}; {p.hint}" for p in reading.problems] == expected


@pytest.mark.parametrize(("name", "words", "expected"), PIECES)
def test_what_words_accept(name: str, words: dict[str, Any], expected: Any) -> None:
    space = SPACES[name]
    reading = space.read(words)
    assert (space.as_json(reading.piece) if reading.piece is not None else None) == expected


@pytest.mark.parametrize(("name", "words", "least", "most"), BOUNDS)
def test_the_bounds_that_words_set(name: str, words: dict[str, Any], least: Any, most: Any) -> None:
    space = SPACES[name]
    told = space.as_json(space.read(words).piece)
    assert (told["min"], told["max"], told["min_open"], told["max_open"]) == (least, most, False, False)


def test_the_last_day_of_the_calendar_is_every_day_before_it() -> None:
    """No day lies after it, and none before the first: such a bound is none."""
    space = SPACES["date"]
    every = space.read({"accepts": "any"}).piece
    assert [space.read(words).piece for words in ({"until": "9999-12-31"}, {"from": "0001-01-01"})] == [every, every]
