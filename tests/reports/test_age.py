"""A position that was not stated again for long is told with its age, wherever it is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import open_positions
from posdiff.dossier.position import Part
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.provenance import Age
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: Truce, talks: Talks}
        issues:
          fee: {title: Fee, kind: quantity, unit: coin}
          course: {title: What comes first, kind: sequence}
        """,
    "north/2022-03-29.yaml": """
        date: 2022-03-29
        terms: {fee: {max: 5}, course: {order: [truce, talks]}}
        """,
    "north/2023-01-01.yaml": "date: 2023-01-01\nreaffirms: [fee]\n",
    "south/2025-01-01.yaml": """
        date: 2025-01-01
        terms: {fee: {max: 5}, course: {order: [talks, truce], expires: 2030-01-01}}
        """,
    "drafts/2025-02-01.yaml": "date: 2025-02-01\nby: [north]\noutcomes: {fee: 6}\n",
}


@pytest.mark.parametrize(
    ("stale_after", "words"),
    [
        (2, "at most 5 coins  [said 2022-03-29, reaffirmed 2023-01-01, 3 years before]"),
        (3, "at most 5 coins  [said 2022-03-29, reaffirmed 2023-01-01, 3 years before]"),
        (4, "at most 5 coins  [said 2022-03-29, reaffirmed 2023-01-01]"),
        (0, "at most 5 coins  [said 2022-03-29, reaffirmed 2023-01-01]"),
    ],
)
def test_the_age_that_is_told(tmp_path: Path, stale_after: int, words: str) -> None:
    write(tmp_path, FILES)
    around = Surroundings(tmp_path, {"POSDIFF_CACHE": "off"}, date(2026, 5, 1))
    positions = open_positions(around, tmp_path / "positions", stale_after=stale_after)
    assert words in formats.write(positions.compare("north", "south", at="2026-05-01"), "text")


def test_everywhere(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    positions = asked(load(tmp_path / "positions"))
    for answer in (
        positions.show("north", at="2026-05-01"),
        positions.changes("north", since="2026-01-01", until="2026-05-01", all=True),
        positions.draft("2025-02-01", "north", at="2026-05-01"),
        positions.report("north", "south", at="2026-05-01"),
    ):
        for format in ("text", "markdown", "html"):
            assert "3 years before" in formats.write(answer, format), (answer.command, format)
    out = formats.write(positions.compare("north", "south", at="2026-05-01"), "text")
    assert "North, said 2022-03-29, 4 years before, on What comes first" in out
    assert "[said 2025-01-01, expires 2030-01-01]" in out


@pytest.mark.parametrize(
    ("last", "now", "told"),
    [
        (date(2024, 2, 29), date(2025, 2, 28), []),
        (date(2024, 2, 29), date(2025, 3, 1), ["1 year before"]),
        (date(2024, 3, 1), date(2026, 3, 1), ["2 years before"]),
        (date(2024, 3, 2), date(2026, 3, 1), ["1 year before"]),
    ],
)
def test_whole_years_are_counted(last: date, now: date, told: list[str]) -> None:
    """A year is full on its day; of 29 February on 1 March."""
    part = Part(None, "", None, 0, 0, last.toordinal(), None, "stated")  # type: ignore[arg-type]
    assert Age(now.toordinal(), 1).in_words(part) == told


def sentences() -> list[str]:
    """Both numbers."""
    return ["1 year before", "2 years before"]
