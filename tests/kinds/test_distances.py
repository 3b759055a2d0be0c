"""How far apart what two parties accept is, kind by kind: words in; gap, distance, clash and what they share out."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from test_words import SPACES

from posdiff.kinds.axis import round_days, round_numbers
from posdiff.kinds.forms import keys_of
from posdiff.kinds.kind import Space, Union
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.table import KINDS

MORE: dict[str, Space] = {
    **SPACES,
    "whole": QuantitySpace("person", whole=True),
    "ranged": QuantitySpace("coin", range=(0, 20), unlimited="No fee"),
}


def union(space: Space, words: str) -> Union:
    """Offers of equal rank, each with its bounds: ``max 5; min 9 & max 10``."""
    pieces = []
    for offer in words.split("; "):
        said: dict[str, Any] = {}
        for each in offer.split(" & "):
            key, _, value = each.partition(" ")
            said[key] = json.loads(value) if value[0] in "[{" else value
        reading = space.read(said)
        assert not reading.problems, reading
        pieces.append(reading.piece)
    return tuple(pieces)


#: Of which space, two unions, and what lies between: the gap for JSON, the distance, the separation, the clash.
BETWEEN: list[tuple[str, str, str, Any, Any, str, Any]] = [
    ("share", "max 5", "min 9", {"from": 5, "to": 9, "size": 4, "unit": "percent"}, 4, "1", None),
    ("share", "max 5", "above 5", {"from": 5, "to": 5, "size": 0, "unit": "percent"}, 0, "1", None),
    ("share", "max 5", "min 5", None, None, "0", None),
    ("share", "max 0.1", "min 1.35", {"from": 0.1, "to": 1.35, "size": 1.25, "unit": "percent"}, "5/4", "1", None),
    ("whole", "max 5", "min 6", {"from": 5, "to": 6, "size": 1, "unit": "person"}, 1, "1", None),
    ("whole", "below 5", "above 6", {"from": 4, "to": 7, "size": 3, "unit": "person"}, 3, "1", None),
    ("whole", "max 5", "max 7", None, None, "0", None),
    # Of several offers the nearest count; where the bounds of all leave nothing, the two that are farthest apart.
    ("share", "max 5; exactly 20", "min 8 & max 10", {"from": 5, "to": 8, "size": 3, "unit": "percent"}, 3, "1", None),
    ("share", "max 5; exactly 20", "exactly 12", {"from": 5, "to": 12, "size": 7, "unit": "percent"}, 7, "1", None),
    ("share", "max 5; exactly 14", "exactly 12", {"from": 12, "to": 14, "size": 2, "unit": "percent"}, 2, "1", None),
    # What lies between two offers of one is no gap.
    ("share", "exactly 1; exactly 2; exactly 30", "exactly 9; exactly 50",
     {"from": 2, "to": 9, "size": 7, "unit": "percent"}, 7, "1", None),
    ("ceiling", "max 5", "exactly unlimited", {"from": 5, "to": "unlimited", "size": None, "unit": "person"}, None,
     "1", None),
    ("ceiling", "below unlimited", "exactly unlimited", None, None, "1", None),
    ("ceiling", "min 7", "exactly unlimited", None, None, "0", None),
    ("ranged", "max 5", "min 9", {"from": 5, "to": 9, "size": 4, "unit": "coin"}, 4, "1/5", None),
    ("ranged", "max 5", "min 90", {"from": 5, "to": 90, "size": 85, "unit": "coin"}, 85, "1", None),
    ("ranged", "max 5", "exactly unlimited", {"from": 5, "to": "unlimited", "size": None, "unit": "coin"}, None, "1",
     None),
    ("ranged", "max 5", "min 3", None, None, "0", None),
    ("date", "until 2024-06-14", "from 2024-06-20",
     {"from": "2024-06-14", "to": "2024-06-20", "size": 6, "unit": "day"}, 6, "1", None),
    ("set", "includes [\"north\", \"south\"]", "excludes [\"south\"]", None, 1, "1/4", ["south"]),
    ("set", "includes [\"north\", \"south\"]; exactly none", "excludes [\"south\"]", None, 0, "0", []),
    ("set", "includes [\"north\"]; includes [\"west\"]", "excludes [\"north\", \"west\"]", None, 1, "1/4", ["north"]),
    ("set", "includes [\"north\"]", "includes [\"south\"]", None, 0, "0", []),
    ("scale", "accepts barred", "accepts [\"open\", \"in\"]", None, 2, "2/3", ["barred", "open", "in"]),
    ("scale", "accepts barred; accepts later", "accepts in", None, 2, "2/3", ["barred", "later", "in"]),
    ("choice", "accepts yes", "accepts no", None, None, "1", ["no", "yes"]),
    ("sequence", "order [\"truce\", \"talks\"]", "order [\"talks\", \"truce\"]", None, 1, "1", ["truce", "talks"]),
    ("sequence", "order [\"truce\", \"talks\"]", "order [{\"together\": [\"talks\", \"truce\"]}]", None, 1, "1",
     ["truce", "talks"]),
    # The agenda has talks before the vote: what is closed over it counts as well.
    ("sequence", "order [\"truce\", \"talks\"]", "order [\"vote\", \"truce\"]", None, 2, "1",
     ["truce", "talks", "vote"]),
    ("sequence", "order [\"truce\", \"vote\"]; order [\"truce\", \"talks\"]", "order [\"vote\", \"truce\"]", None, 1,
     "1", ["truce", "vote"]),
    ("sequence", "order [\"truce\", \"vote\"]", "order [\"truce\", \"talks\"]", None, 0, "0", []),
    ("ranking", "ranks [\"land\", \"time\"]", "ranks [\"time\", \"land\"]", None, None, "1", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "other", "gap", "distance", "separation", "clash"), BETWEEN)
def test_what_lies_between(
    name: str, one: str, other: str, gap: Any, distance: Any, separation: str, clash: Any
) -> None:
    space = MORE[name]
    mine, theirs = union(space, one), union(space, other)
    for first, second in ((mine, theirs), (theirs, mine)):
        found = space.gap((first, second))
        assert (found and space.gap_json(found)) == gap
        apart = space.distance(first, second)
        assert (apart if apart is None or isinstance(distance, int) else str(apart)) == distance
        assert str(space.separation(first, second)) == separation
        assert space.clash((first, second)) == clash


def test_what_several_unions_have_in_common() -> None:
    """All of it, on a line."""
    space = MORE["share"]
    found, complete = space.common([union(space, each) for each in ("max 5; min 9", "min 3", "max 4; exactly 10")])
    assert ([space.in_words(piece) for piece in found], complete) == (
        ["at least 3 percent and at most 4 percent", "exactly 10 percent"], True,
    )  # fmt: skip


def test_the_gap_of_three() -> None:
    """From the least upper bound to the greatest lower one; where these leave none, of the two farthest apart."""
    space = MORE["share"]
    gaps = {
        ("max 5", "min 9", "max 7"): (5, 9), ("max 5", "min 9", "min 2 & max 3; min 11"): (5, 9),
        ("exactly 5; exactly 30", "exactly 9; exactly 20", "exactly 16"): (5, 16), ("max 5", "max 6", "min 5"): None,
    }  # fmt: skip
    assert {
        words: (found.start, found.end) if (found := space.gap([union(space, each) for each in words])) else None
        for words in gaps
    } == gaps


def test_what_a_whole_number_moved() -> None:
    space = MORE["whole"]
    assert space.moved_words(union(space, "max 5"), union(space, "min 6")) == "by 1 person, from 5 persons to 6 persons"
    assert space.moved_words(union(space, "min 6"), union(space, "max 5")) == "by 1 person, from 6 persons to 5 persons"


@pytest.mark.parametrize("kind", ["choice", "set", "quantity", "date", "sequence", "text"])
def test_the_shapes_of_a_kind_are_those_of_its_values(kind: str) -> None:
    """What a schema is derived of has the keys of what is written."""
    name = {"quantity": "ceiling"}.get(kind, kind)
    space, forms = SPACES[name], KINDS[kind].forms
    assert forms is not None
    assert {*space.says} == {*keys_of(forms.words)} >= {key for together in forms.together for key in together}
    assert {*space.declares} == {*keys_of(forms.keys)}
    assert (forms.target is not None, forms.target_json is not None) == (kind in ("choice", "quantity", "date"),) * 2
    assert (forms.scale_json is not None) == (kind in ("quantity", "date"))
    assert forms.piece_json is not Any
    written = space.as_json(space.read({"says": "Words."}).piece if kind == "text" else space.everything)
    if isinstance(written, dict):
        assert {*written} == {*keys_of(forms.piece_json)}
    assert forms.part("words") is forms.words
    titles = {"choice": "options", "set": "members"}
    assert {key: KINDS[kind].key_form(key) for key in space.declares} == {
        key: "titles" if key == titles.get(kind) else "nested" if key in ("range", "steps") else "text"
        for key in space.declares
    }


MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)


@pytest.mark.parametrize(("months", "wider"), [*pairwise(MONTHS)])
def test_days_are_named_by_as_short_a_step_as_there_is_room_for(months: int, wider: int) -> None:
    """As long as thirty days for each month of the steps are enough, and a wider step from the next day on."""
    first, most = date(1, 1, 1).toordinal(), 4
    for last, step in ((first + months * 30 * most, months), (first + months * 30 * most + 1, wider)):
        if last > date.max.toordinal():
            continue
        days = [date.fromordinal(int(tick.at)) for tick in round_days(first, last, most)]
        begun = [12 * (day.year - 1) + day.month - 1 for day in days]
        assert all(day.day == 1 for day in days)
        assert all(number % step == (-12 % step if step >= 12 else 0) for number in begun), (days, step)
        assert all(later - earlier == step for earlier, later in pairwise(begun))


@pytest.mark.parametrize("power", range(1, 6))
def test_numbers_are_named_by_as_short_a_step_as_there_is_room_for(power: int) -> None:
    """Of 1, 2 or 5 and a power of ten, the first for which so many are enough."""
    tenth = 10 ** (power - 1)
    for least, step in ((10, 10), (11, 20), (20, 20), (21, 50), (50, 50), (51, 100)):
        numbers = round_numbers(0, tenth * least * 4, 5, whole=False)
        assert numbers[1] - numbers[0] == tenth * step
        assert len(numbers) <= 5


def test_one_name_or_none_where_there_is_no_room() -> None:
    assert round_numbers(0, 10, 1, whole=True) == [0]
    assert round_numbers(0.5, 0.75, 2, whole=True) == []
    assert round_numbers(-1, 1, 3, whole=False) == [-1, 0, 1]
    assert [tick.words for tick in round_days(5, 8, 4)] == [date.fromordinal(day).isoformat() for day in range(5, 9)]
