"""The matrix: a square for each pair, larger with more shared issues; red lines in the way outlined."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_pictures import SVG, root_of, texts_of

from answering import asked
from posdiff.answers.positions import Positions
from posdiff.comparison.figures import Metric
from posdiff.reports import formats
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        issues:
          a: {title: First, kind: choice, options: {no: No, yes: Yes}}
          b: {title: Second, kind: choice, options: {no: No, yes: Yes}}
          c: {title: Third, kind: choice, options: {no: No, yes: Yes}}
          d: {title: Fourth, kind: choice, options: {no: No, yes: Yes}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {a: {accepts: no, firmness: red-line}, b: no, c: no, d: no}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {a: yes, b: no, c: no, d: no}
        """,
    "west/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {b: no}
        """,
}


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    return asked(dossier(tmp_path, FILES))


def test_what_stands_in_it(positions: Positions) -> None:
    words = [text.words for text in texts_of(formats.write(positions.chart("matrix", at="2024-02-01"), "svg"))]
    assert words[words.index("North") :][:11] == [
        "North", "South", "South", "75.0 %", "over 4 issues", "1 with a red line", "West", "1 of 1", "over 1 issue",
        "1 of 1", "over 1 issue",
    ]  # fmt: skip


def test_the_size_is_the_number_of_shared_issues(positions: Positions) -> None:
    """By area: a quarter of the issues is a square of half the side."""
    root = root_of(formats.write(positions.chart("matrix", at="2024-02-01"), "svg"))
    sides = [
        float(rect.attrib["width"])
        for rect in root.iter(f"{SVG}rect")
        if rect.attrib["class"] in ("step-3", "hollow") and float(rect.attrib["width"]) > 20
    ]
    assert sides == [62, 31, 31]


def test_the_same_in_words(positions: Positions) -> None:
    out = formats.write(positions.chart("matrix", at="2024-02-01"), "text")
    assert out.splitlines()[-4:] == [
        "  Parties           Overlap   Taken over      Contested, with a red line",
        "  North and South   75.0 %    4 of 4 issues   First",
        "  North and West    1 of 1    1 of 4 issues",
        "  South and West    1 of 1    1 of 4 issues",
    ]


def test_distance_has_a_scale_of_its_own(positions: Positions) -> None:
    answer = positions.chart("matrix", at="2024-02-01", metric="distance")
    words = [text.words for text in texts_of(formats.write(answer, "svg"))]
    assert {"0.0 to 0.2", "0.8 to 1.0", "0.250"} <= set(words)


@pytest.mark.parametrize("metric", ["overlap", "distance"])
def test_no_figure_of_many_parties_is_cut_off(metric: Metric, tmp_path: Path) -> None:
    """Nine parties that agree on three issues or on one, and one that has not spoken."""
    files = {
        f"p{number}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{b: no{', c: no, d: no' if number % 2 else ''}}}\n"
        for number in range(9)
    }
    parties = ", ".join(f"p{number}: {{name: P{number}}}" for number in range(10))
    agenda = FILES["agenda.yaml"].replace(
        "{north: {name: North}, south: {name: South}, west: {name: West}}", f"{{{parties}}}"
    )
    positions = asked(dossier(tmp_path, {"agenda.yaml": agenda, **files}))
    words = {text.words for text in texts_of(formats.write(positions.chart("matrix", metric=metric), "svg"))}
    assert not any(word.endswith("…") for word in words)
    assert {"100 %", "1 of 1"} <= words if metric == "overlap" else {"0.000", "too few"} <= words


def test_nothing_shared_is_told_apart_from_nothing_in_the_way(tmp_path: Path) -> None:
    """In the picture a dash with its key, in the tables a sign with its key; 0 where no red line is in the way."""
    silent = asked(dossier(tmp_path, {name: text for name, text in FILES.items() if not name.startswith("west")}))
    chart = silent.chart("matrix", at="2024-02-01")
    words = [text.words for text in texts_of(formats.write(chart, "svg"))]
    assert "no issue shared" in words
    assert words[words.index("West") :][:3] == ["West", "none shared", "none shared"]
    written = formats.write(silent.matrix(at="2024-02-01"), "text")
    assert "; ∅: no issue shared\n" in written
    assert "  North  –      1      ∅\n  South  1      –      ∅\n  West   ∅      ∅      –\n" in written
