"""Movement: on how many issues each party came closer to each other one, or moved away."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_pictures import texts_of

from answering import asked
from posdiff.answers.positions import Positions
from posdiff.reports import formats
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        issues:
          toll: {title: Toll, kind: quantity}
          length: {title: Length, kind: quantity}
          side: {title: Side, kind: choice, options: {a: A, b: B, c: C}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {max: 10}, length: {max: 1}, side: a}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {min: 50}, length: {min: 5}, side: c}
        """,
    "west/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {max: 12}, length: {max: 9}}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        terms: {toll: {min: 40, max: 45}, length: {max: 2}, side: b}
        """,
}


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    return asked(dossier(tmp_path, FILES))


def test_the_same_in_words(positions: Positions) -> None:
    out = formats.write(positions.chart("movement", since="2024-01-10", until="2024-03-01"), "text")
    assert out.splitlines()[-7:] == [
        "  Party   Towards   Closer   Farther   Neither   Not measurable",
        "  North   South     2        0         0         1",
        "  North   West      0        1         1         1",
        "  South   North     0        0         0         0",
        "  South   West      0        0         0         0",
        "  West    North     0        0         0         0",
        "  West    South     0        0         0         0",
    ]


def test_what_stands_in_it(positions: Positions) -> None:
    drawn = formats.write(positions.chart("movement", "north", "south", since="2024-01-10", until="2024-03-01"), "svg")
    words = [text.words for text in texts_of(drawn)]
    assert words[1] == "3 positions became other ones: North 3, South 0"
    assert words[words.index("North") :][:6] == ["North", "2", "0", "1 not measurable", "South", "no change"]


def test_who_held_nothing_at_the_start(positions: Positions) -> None:
    """From nothing no way is measured: it says how many positions were taken up, in the picture and in words."""
    chart = positions.chart("movement", "north", "south", since="2023-12-01", until="2024-03-01")
    words = [text.words for text in texts_of(formats.write(chart, "svg"))]
    assert words[1:3] == ["No position became another one", "6 positions were taken up: North 3, South 3"]
    assert words[words.index("North") :][:6] == [
        "North",
        "3 taken up",
        "none moved",
        "South",
        "3 taken up",
        "none moved",
    ]
    assert "6 positions were taken up: North 3, South 3" in formats.write(chart, "text")


def test_where_nobody_moved(positions: Positions) -> None:
    drawn = formats.write(positions.chart("movement", since="2024-02-10", until="2024-03-01"), "svg")
    assert "No position became another one" in [text.words for text in texts_of(drawn)]


def test_what_was_measured_is_told_apart_from_what_has_no_measure(positions: Positions) -> None:
    """West would accept either length of North's; on the side it holds nothing that North could come closer to."""
    drawn = formats.write(positions.chart("movement", since="2024-01-10", until="2024-03-01"), "svg")
    words = [text.words for text in texts_of(drawn)]
    assert words[words.index("North") :][:8] == [
        "North", "2", "0", "1 not measurable", "0", "1", "1 neither", "1 not measurable",
    ]  # fmt: skip
