"""A part of a position that is said again: what it keeps, and from when on the position counts as held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from test_fold import held, oddities, ordinal, statements

from posdiff.dossier.fold import position

EAST = "{regions: {includes: east%s}}"
BOTH = "{regions: {includes: [east, west]%s}}"
ADDS = ", adds: true"


def since(folder: Path, *terms: str) -> str:
    """The day since which North holds its position on the regions, stated from 1 January on, a statement a day."""
    read = statements(folder, **{f"jan_{day}": f"terms: {words}" for day, words in enumerate(terms, 1)})
    assert oddities(read) == ""
    (found,) = position(read, "north", ordinal("2024-12-31")).terms.values()
    return date.fromordinal(found.first_held).isoformat()[5:]


@pytest.mark.parametrize(
    ("terms", "first_held"),
    [
        ((BOTH % "", BOTH % ""), "01-01"),
        # What is only said again in part is not the position: when it is said alone, less is demanded than before.
        ((BOTH % "", EAST % ADDS, EAST % ""), "01-03"),
        ((BOTH % "", EAST % ADDS, BOTH % ""), "01-01"),
        ((BOTH % "", EAST % ADDS), "01-01"),
        # Of two parts that count, either alone is another position.
        ((EAST % "", "{regions: {includes: west, adds: true}}", EAST % ""), "01-03"),
        ((EAST % "", "{regions: {includes: west, adds: true}}"), "01-02"),
        # One term in place of two parts, or what is left when one of them expires, may be the position that they made.
        ((EAST % "", "{regions: {includes: west, adds: true}}", BOTH % ""), "01-02"),
        ((EAST % ", expires: 2024-02-01", BOTH % ADDS), "01-02"),
        ((EAST % "", "{regions: {includes: west, adds: true, expires: 2024-02-01}}"), "02-02"),
    ],
)
def test_since_when_a_position_is_held(tmp_path: Path, terms: tuple[str, ...], first_held: str) -> None:
    assert since(tmp_path, *terms) == first_held


def test_a_part_that_is_said_again_by_adding_keeps_its_target(tmp_path: Path) -> None:
    """What is added need not name it again."""
    read = statements(
        tmp_path,
        jan_1="terms: {status: {accepts: [part, free], prefers: free}}",
        jan_2="terms: {status: {accepts: [part, free], adds: true}}",
    )
    assert held(read) == "status: [part, free] by 2024-01-02; set 01-02, first 01-01, last 01-02"
    (found,) = position(read, "north", ordinal("2024-12-31")).terms.values()
    assert [part.term.prefers for part in found.parts] == ["free"]


def test_only_what_is_demanded_makes_a_position_another_one(tmp_path: Path) -> None:
    """Reaffirming and saying again move the day it was last stated, whichever part they name."""
    read = statements(
        tmp_path, jan_1=f"terms: {BOTH % ''}", jan_2=f"terms: {EAST % ADDS}", jan_3="reaffirms: [2024-01-02]"
    )
    assert held(read) == (
        "regions: {includes: [east, west], excludes: []} by 2024-01-01; set 01-01, first 01-01, last 01-01\n"
        "  and {includes: [east], excludes: []} by 2024-01-02; set 01-02, first 01-02, last 01-03 (said again in part)"
    )
