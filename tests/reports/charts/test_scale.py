"""Scales: a bar for each party, the gap or the common ground, an axis with names."""

from __future__ import annotations

from pathlib import Path

from reading_pictures import texts_of

from answering import asked
from posdiff.reports import formats
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          troops: {title: Troops, kind: quantity, whole: true, unlimited: No ceiling}
          opening: {title: Opening, kind: date}
          status: {title: Status, kind: choice, ordered: true, options: {shut: Shut, half: Half, open: Open}}
          owner: {title: Owner, kind: choice, options: {a: A, b: B}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          troops: {min: 80, firmness: red-line}
          opening: {from: 2024-06-01}
          status: {accepts: open, alternatives: [{accepts: half, if: {owner: a}}]}
          owner: a
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {troops: {max: 50}, opening: {until: 2024-09-01}, status: shut, owner: b}
        """,
}


def _svg(folder: Path, issue: str) -> str:
    return formats.write(asked(dossier(folder, FILES)).chart("scale", issue=issue, at="2024-02-01"), "svg")


def test_a_gap(tmp_path: Path) -> None:
    drawn = _svg(tmp_path, "troops")
    words = [text.words for text in texts_of(drawn)]
    assert words[words.index("Troops") :] == [
        "Troops", "contradiction: gap of 30, from 50 to 80", "gap", "North", "a ceiling of 80 or higher, or none",
        "South", "at most 50", "50", "60", "70", "80", "No ceiling", "No source is on file for what is shown.",
    ]  # fmt: skip
    assert drawn.count('class="gap"') == 1
    assert drawn.count('class="outline"') == 3  # both parts of the bar with a red line, and the key


def test_common_ground(tmp_path: Path) -> None:
    drawn = _svg(tmp_path, "opening")
    assert drawn.count('class="common"') == 1
    assert [text.words for text in texts_of(drawn)][-4:-1] == ["2024-07", "2024-08", "2024-09"]


def test_what_hangs_on_a_condition_is_hollow(tmp_path: Path) -> None:
    drawn = _svg(tmp_path, "status")
    assert (drawn.count('class="hollow"'), drawn.count('class="bar"')) == (2, 3)  # each once in the key


def test_where_no_issue_has_a_scale(tmp_path: Path) -> None:
    words = [text.words for text in texts_of(_svg(tmp_path, "owner"))]
    assert "0 issues with a scale: numbers, days, ordered options" in words
