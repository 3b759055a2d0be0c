"""Drawings in numbers: where the steps of a ring stand, and the moves on a line of time."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from posdiff.reports.document import Edge, Lane, LaneMove, Ring
from posdiff.reports.writers.html.drawings import draw_lanes, draw_ring


def made(number: int) -> Ring:
    """A ring of so many steps, each demanded before the next one."""
    steps = tuple(f"step {n}" for n in range(number))
    edges = tuple(
        Edge(f"{steps[n]} before the next", (n, (n + 1) % number), False, "North and South", ()) for n in range(number)
    )
    return Ring("A ring", steps, edges, "deadlock-1")


@pytest.mark.parametrize("number", range(2, 12))
def test_a_ring_fits_a_telephone_and_its_boxes_do_not_meet(number: int) -> None:
    drawn = draw_ring(made(number))
    assert drawn.width == 380
    assert len(drawn.boxes) == len(drawn.arrows) == number
    for box in drawn.boxes:
        assert 0 <= box.x - drawn.box_width / 2 <= box.x + drawn.box_width / 2 <= drawn.width
        assert 0 <= box.y - drawn.box_height / 2 <= box.y + drawn.box_height / 2 <= drawn.height
    for one, other in combinations(drawn.boxes, 2):
        assert abs(one.x - other.x) >= drawn.box_width or abs(one.y - other.y) >= drawn.box_height
    assert len({arrow.path for arrow in drawn.arrows}) == number
    assert len({(arrow.label.x, arrow.label.y) for arrow in drawn.arrows}) == number


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_a_line_of_time_ends_on_the_day_of_the_report_and_shows_when_a_position_was_held() -> None:
    north = Lane("North", (
        LaneMove(day("2020-01-01"), "added", "a"), LaneMove(day("2022-01-01"), "withdrawn", "no position"),
        LaneMove(day("2023-01-01"), "added", "b"), LaneMove(day("2023-07-02"), "reversed", "c"),
    ), day("2024-01-01"))  # fmt: skip
    south = Lane("South", (LaneMove(day("2021-01-01"), "added", "a"),), day("2024-01-01"))
    drawn = draw_lanes((north, south))
    assert drawn is not None
    assert (drawn.first, drawn.last) == ("2020-01-01", "2024-01-01")
    assert [year for year, _ in drawn.years] == [2021, 2022, 2023, 2024]
    first, second = drawn.tracks
    assert [(point.x, point.kind, point.day) for point in first.points] == [
        (1.5, "added", "2020-01-01"), (50.0, "withdrawn", "2022-01-01"), (74.3, "added", "2023-01-01"),
        (86.4, "reversed", "2023-07-02"),
    ]  # fmt: skip
    assert first.held == ((1.5, 48.5), (74.3, 24.2))
    assert second.held == ((25.8, 72.7),)
    assert second.y - first.y >= 30


def test_a_long_name_stays_within_a_telephone() -> None:
    name = "The Coalition of the Willing and All Those Who May Join It Later"
    drawn = draw_lanes((Lane(name, (LaneMove(day("2020-01-01"), "added", "a"),), day("2020-01-01")),))
    assert drawn is not None
    assert drawn.tracks[0].party == "The Coalition of the Willing and All…"


def test_a_line_of_time_of_one_day_and_of_no_move() -> None:
    drawn = draw_lanes((Lane("North", (LaneMove(day("2020-01-01"), "added", "a"),), day("2020-01-01")),))
    assert drawn is not None
    assert drawn.tracks[0].points[0].x == 1.5
    assert drawn.years == ()
    assert draw_lanes((Lane("North", (), day("2020-01-01")),)) is None


@pytest.mark.parametrize(("until", "most"), [("2025-01-01", 6), ("2120-01-01", 7)])
def test_there_are_never_more_years_than_can_be_read(until: str, most: int) -> None:
    drawn = draw_lanes((Lane("North", (LaneMove(day("2019-06-01"), "added", "a"),), day(until)),))
    assert drawn is not None
    assert 0 < len(drawn.years) <= most
