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
    assert words[1] == "Of 6 positions held on 2024-01-10, 3 became other ones: North 3 of 3, South 0 of 3"
    assert words[words.index("North") :][:6] == ["North", "2", "0", "1 not measurable", "South", "no change"]


def test_who_held_nothing_at_the_start(positions: Positions) -> None:
    """From nothing no way is measured: how many were taken up, how many of these changed since, and where that stands.

    North took up three and changed all of them; that it moved on none would be wrong.
    """
    chart = positions.chart("movement", "north", "south", since="2023-12-01", until="2024-03-01")
    words = [text.words for text in texts_of(formats.write(chart, "svg"))]
    assert words[1:3] == [
        "No position was held on 2023-12-01",
        "6 positions were taken up: North 3, South 3; of these 3 changed since",
    ]
    assert words[words.index("North") :][:10] == [
        "North", "3 taken up", "3 of those taken up changed", "first statement on file 2024-01-01",
        "held nothing on", "2023-12-01",
        "South", "3 taken up", "first statement on file 2024-01-01", "held nothing on",
    ]  # fmt: skip
    out = formats.write(chart, "text").splitlines()
    assert (
        "  Moves on issues that a party took up after the first day are not shown here, since it held nothing there "
        "from which the way could be measured: chart timeline shows them."
    ) in out
    assert out[-2:] == [
        "  North   South                                  held none",
        "  South   North                                  held none",
    ]


def test_who_held_some_at_the_start(tmp_path: Path) -> None:
    """Of three that North held none moved; it took up a fourth."""
    files = {**FILES, "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {weight: {max: 5}}\n"}
    files["agenda.yaml"] = files["agenda.yaml"].rstrip() + "\n          weight: {title: Weight, kind: quantity}\n"
    chart = asked(dossier(tmp_path, files)).chart("movement", "north", "south", since="2024-01-10", until="2024-03-01")
    words = [text.words for text in texts_of(formats.write(chart, "svg"))]
    assert words[1:3] == [
        "Of 6 positions held on 2024-01-10, none became another: North 0 of 3, South 0 of 3",
        "1 position was taken up: North 1, South 0",
    ]
    assert words[words.index("North") :][:5] == ["North", "1 taken up", "none of 3 moved", "South", "no change"]


def test_where_nobody_moved(positions: Positions) -> None:
    drawn = formats.write(positions.chart("movement", since="2024-02-10", until="2024-03-01"), "svg")
    assert (
        "Of 8 positions held on 2024-02-10, none became another: North 0 of 3, South 0 of 3, West 0 of 2"
    ) in " ".join(text.words for text in texts_of(drawn))


def test_what_was_measured_is_told_apart_from_what_has_no_measure(positions: Positions) -> None:
    """West would accept either length of North's; on the side it holds nothing that North could come closer to."""
    drawn = formats.write(positions.chart("movement", since="2024-01-10", until="2024-03-01"), "svg")
    words = [text.words for text in texts_of(drawn)]
    assert words[words.index("North") :][:8] == [
        "North", "2", "0", "1 not measurable", "0", "1", "1 neither", "1 not measurable",
    ]  # fmt: skip
