"""Drawings in numbers: where the steps of a ring stand."""

from __future__ import annotations

from itertools import combinations

import pytest

from posdiff.reports.document import Edge, Ring
from posdiff.reports.writers.html.drawings import draw_ring


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
