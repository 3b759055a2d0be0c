"""Scales: a bar for each party, the gap or the common ground, an axis with names."""

from __future__ import annotations

from pathlib import Path

import pytest
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
    assert words[3:6] == ["accepts", "red line: demanded", "goes on"]  # and no mark that is not in the picture
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
    words = [text.words for text in texts_of(drawn)]
    assert words[3:5] == ["accepts", "accepts only on a condition"]
    assert words[words.index("North") :][:3] == ["North", "Open", "only on a condition: Half, if Owner: A"]


def test_what_binds_only_on_a_condition_has_a_lane_of_its_own(tmp_path: Path) -> None:
    """A bracket with its words, and what stands besides: a demand that always binds, or that all else is open."""
    files = {
        **FILES,
        "north/2024-01-02.yaml": """
            date: 2024-01-02
            terms:
              troops: {exactly: 60, applies_if: {owner: a}, firmness: red-line}
              opening: {adds: true, from: 2024-08-01, applies_if: {owner: b}}
            """,
    }
    for issue, said, marks in (
        ("troops", "exactly 60 – but only where Owner: A elsewhere leaves it open South", (3, 4, 2)),
        ("opening", "not before 2024-06-01 not before 2024-08-01 – but only where Owner: B South", (2, 4, 0)),
    ):
        chart = asked(dossier(tmp_path / issue, files)).chart("scale", issue=issue, at="2024-02-01")
        drawn = formats.write(chart, "svg")
        words = [text.words for text in texts_of(drawn)]
        assert said in " ".join(words[words.index("North") :])
        assert "demands only where the condition beside it is met" in words
        styles = ("hollow", "bar", "outline")
        assert tuple(drawn.count(f'class="{style}"') for style in styles) == marks, issue
        assert f"but only where Owner: {'A' if issue == 'troops' else 'B'}" in formats.write(chart, "text")


#: Of each issue and number of parties, what lies between them as the picture and its words have it.
BETWEEN = {
    "troops": ("common ground: at least 80 and at most 120", "common ground: at least 100 and at most 120",
               "gap: gap of 20, from 120 to 140"),
    "opening": ("gap: gap of 30 days, from 2024-06-01 to 2024-07-01",
                "gap: gap of 61 days, from 2024-06-01 to 2024-08-01",
                "gap: gap of 61 days, from 2024-06-01 to 2024-08-01"),
    "status": ("common ground: Half or Open", "common ground: Open", "gap: gap of 1 step, from Half to Open"),
    "road": ("no common ground: no outcome meets all",) * 3,
    "gate": ("common ground only on a condition: Half", "gap: gap of 2 steps, from Shut to Open",
             "gap: gap of 2 steps, from Shut to Open"),
    "sluice": ("gap: gap of at least 1 step, from Half to Open", "gap: gap of at least 2 steps, from Half to Wide",
               "gap: gap of at least 2 steps, from Half to Wide"),
    "lock": ("neither gap nor common ground is known: unassessed",) * 3,
}  # fmt: skip
MANY = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, west: {name: West}, east: {name: East}}
        issues:
          troops: {title: Troops, kind: quantity, whole: true, unlimited: No ceiling}
          opening: {title: Opening, kind: date}
          status: {title: Status, kind: choice, ordered: true, options: DOORS}
          road: {title: Road, kind: choice, ordered: true, options: DOORS}
          gate: {title: Gate, kind: choice, ordered: true, options: DOORS}
          sluice: {title: Sluice, kind: choice, ordered: true, options: DOORS}
          lock: {title: Lock, kind: choice, ordered: true, options: DOORS}
        """.replace("DOORS", "{shut: Shut, half: Half, open: Open, wide: Wide}"),
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          troops: {min: 80}
          opening: {from: 2024-07-01}
          status: [half, open]
          road: [shut, open]
          gate: {accepts: shut, alternatives: [{accepts: half, if: {road: shut}}]}
          sluice: {rejects: [open, wide], vague: true}
          lock: {rejects: shut, vague: true}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          troops: {max: 120}
          opening: {until: 2024-06-01}
          status: {rejects: shut}
          road: half
          gate: half
          sluice: [open, wide]
          lock: half
        """,
    "west/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          {troops: {min: 100}, opening: {from: 2024-08-01}, status: [open, wide], road: half, gate: open, sluice: wide,
           lock: half}
        """,
    "east/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          {troops: {min: 140}, opening: {from: 2024-07-15}, status: half, road: half, gate: open, sluice: wide,
           lock: half}
        """,
}


@pytest.mark.parametrize("number", [2, 3, 4])
@pytest.mark.parametrize("issue", BETWEEN)
def test_what_lies_between_the_parties_is_marked(issue: str, number: int, tmp_path: Path) -> None:
    """On every issue on which two or more hold a position: in the picture, and in the words beside it."""
    parties = ("north", "south", "west", "east")[:number]
    chart = asked(dossier(tmp_path, MANY)).chart("scale", *parties, issue=issue, at="2024-02-01")
    word, in_words = BETWEEN[issue][number - 2].split(": ")
    drawn = formats.write(chart, "svg")
    assert word in [text.words for text in texts_of(drawn)]
    marked = {"gap": "gap", "common ground": "common", "common ground only on a condition": "perhaps"}
    assert [style for style in ("gap", "common", "perhaps") if f'class="{style}"' in drawn] == [
        style for style in (marked.get(word),) if style
    ]
    last = formats.write(chart, "text").splitlines()[-1]
    assert last.split("   ", 1)[0].strip() == f"{word[0].upper()}{word[1:]}"
    assert last.endswith(in_words)


def test_a_red_line_is_drawn_around_what_is_demanded_or_refused(tmp_path: Path) -> None:
    """Not around what the same position says besides: South leaves half open, and will not have it shut."""
    files = {
        **FILES,
        "south/2024-01-02.yaml": """
            date: 2024-01-02
            terms: {status: {accepts: half, firmness: firm}}
            """,
        "south/2024-01-03.yaml": """
            date: 2024-01-03
            terms: {status: {adds: true, rejects: shut, firmness: red-line}}
            """,
    }
    chart = asked(dossier(tmp_path, files)).chart("scale", issue="status", at="2024-02-01")
    drawn = formats.write(chart, "svg")
    outlined = [line for line in drawn.splitlines() if 'class="outline"' in line]
    places = [text.left + (text.right - text.left) / 2 for text in texts_of(drawn) if text.words == "Shut"]
    assert len(outlined) == 2  # one of the key
    left, across = (float(outlined[1].split(f'{name}="')[1].split('"')[0]) for name in ("x", "width"))
    assert left < places[0] - 40 < left + across  # 40: the edge of the picture
    assert "red line: refused" in drawn
    assert "red line: demanded" not in drawn
    assert "Party: South; Accepts: Half (firm); and rejects “Shut” (red line); Red line: rejects “Shut”" in drawn


def test_where_no_issue_has_a_scale(tmp_path: Path) -> None:
    words = [text.words for text in texts_of(_svg(tmp_path, "owner"))]
    assert "0 issues with a scale: numbers, days, ordered options" in words
