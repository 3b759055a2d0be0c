"""Where pieces lie on a line, and which places of it are named."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import inf

import pytest

from posdiff.kinds.axis import Stretch, Tick, round_days, round_numbers
from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.date import DateSpace
from posdiff.kinds.kind import Space
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.text import TextSpace

STEPS = ChoiceSpace({"no": "No", "later": "Later", "yes": "Yes", "more": "More"}, ordered=True)
CEILING = QuantitySpace("person", whole=True, unlimited="No ceiling")


@pytest.mark.parametrize(
    ("space", "words", "stretches"),
    [
        (CEILING, {"min": "5", "max": "9"}, (Stretch(5, 9),)),
        (CEILING, {"above": "5"}, (Stretch(6, inf, True),)),
        (CEILING, {"exactly": "unlimited"}, (Stretch(inf, inf, True),)),
        (CEILING, {"below": "unlimited"}, (Stretch(-inf, inf),)),
        (QuantitySpace(None), {"min": "0.5"}, (Stretch(0.5, inf),)),
        (DateSpace(), {"until": "2024-01-01"}, (Stretch(-inf, date(2024, 1, 1).toordinal()),)),
        (STEPS, {"accepts": ["no", "yes", "more"]}, (Stretch(0, 0), Stretch(2, 3))),
        (ChoiceSpace({"no": "No", "yes": "Yes"}), {"accepts": "no"}, ()),
    ],
)
def test_where_a_piece_lies(space: Space, words: dict[str, str], stretches: tuple[Stretch, ...]) -> None:
    assert space.on_axis(space.read(words).piece) == stretches


def test_words_lie_nowhere() -> None:
    space = TextSpace()
    assert (space.on_axis(space.everything), space.ticks(0, 1, 5), space.beyond()) == ((), [], "")


@pytest.mark.parametrize(
    ("low", "high", "whole", "numbers"),
    [
        (0, 10, True, [0, 2, 4, 6, 8, 10]),
        (-7, 7, True, [-5, 0, 5]),
        (560_000, 840_000, True, [600_000, 700_000, 800_000]),
        (0, 1, True, [0, 1]),
        (0.125, 0.45, False, [Fraction(1, 5), Fraction(3, 10), Fraction(2, 5)]),
        (3, 3, False, [3]),
    ],
)
def test_round_numbers(low: float, high: float, whole: bool, numbers: list[int]) -> None:
    assert round_numbers(low, high, 6, whole) == numbers


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-01-30", "2024-02-02", ["2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02"]),
        ("2024-11-15", "2025-02-15", ["2024-12", "2025", "2025-02"]),
        ("2024-11-01", "2025-02-28", ["2024-11", "2024-12", "2025", "2025-02"]),
        ("2024-01-01", "2027-06-01", ["2024", "2024-07", "2025", "2025-07", "2026", "2026-07", "2027"]),
        ("2022-02-24", "2026-06-07", ["2023", "2024", "2025", "2026"]),
        ("1900-01-01", "2026-01-01", ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_round_days(first: str, last: str, words: list[str]) -> None:
    ticks = round_days(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), 7)
    assert [tick.words for tick in ticks] == words


def test_numbers_and_days_are_named_where_they_stand() -> None:
    share, first = QuantitySpace("percent"), date(2024, 1, 30).toordinal()
    assert share.ticks(0, 1, 3) == [Tick(0.0, "0"), Tick(0.5, "0.5"), Tick(1.0, "1")]
    assert CEILING.ticks(0, 4_000, 5) == [Tick(number, f"{number:,}") for number in range(0, 4_001, 1_000)]
    assert DateSpace().ticks(first, first + 1, 5) == [Tick(first, "2024-01-30"), Tick(first + 1, "2024-01-31")]


def test_options_are_named_where_they_stand() -> None:
    assert [(tick.at, tick.words) for tick in STEPS.ticks(-0.5, 3.5, 9)] == [
        (0, "No"), (1, "Later"), (2, "Yes"), (3, "More"),
    ]  # fmt: skip
    assert STEPS.beyond() == "" and CEILING.beyond() == "No ceiling"
