"""The timeline: lanes, bars with words, signs of moves, measured by what the others held that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from reading_pictures import texts_of

from answering import asked
from posdiff.answers.chart import Chart
from posdiff.answers.timeline import Timeline
from posdiff.reports import formats
from posdiff.reports.charts.timeline import _apart, direction
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        issues:
          toll: {title: Toll, kind: quantity, unit: coin}
          name: {title: Name, kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {max: 10}, name: Ours}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {min: 50}}
        """,
    "west/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: {min: 1, max: 5}}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        terms: {toll: {max: 20}}
        """,
    "south/2024-03-01.yaml": """
        date: 2024-03-01
        terms: {toll: {min: 15, firmness: red-line}}
        """,
    "west/2024-04-01.yaml": """
        date: 2024-04-01
        terms: {toll: {min: 30}}
        """,
    "north/2024-05-01.yaml": """
        date: 2024-05-01
        withdraws: [toll]
        """,
}


def _chart(folder: Path, *parties: str, since: str | None = None, all: bool = False) -> Chart:
    return asked(dossier(folder, FILES)).chart("timeline", *parties, since=since, until="2024-06-01", all=all)


def test_each_move_is_measured_by_what_the_others_held_that_day(tmp_path: Path) -> None:
    facts = _chart(tmp_path).of
    assert isinstance(facts, Timeline)
    found = {
        (lane.party, date.fromordinal(move.step.move.day).month): direction(move)
        for lane in facts.lanes
        for move in lane.moves
        if lane.issue == "toll" and move.step.move.before is not None
    }
    assert found == {
        ("north", 2): "closer",
        ("south", 3): "closer",
        ("west", 4): "both",
        ("north", 5): "not-measurable",
    }


def test_what_stands_in_it(tmp_path: Path) -> None:
    drawn = formats.write(_chart(tmp_path), "svg")
    words = [text.words for text in texts_of(drawn)]
    head = "4 moves on 1 issue: 2 closer to others, 1 closer to one, farther from another, 1 no longer held"
    assert " ".join(words[1:3]).startswith(head)
    assert {"at most 20 coins", "at least 15 coins"} <= set(words)
    assert "and 1 issue on which nobody moved from a position" in words
    assert drawn.count('class="outline"') == 2  # the bar with a red line, and the key
    first = words.index("a position, its words in it or at its right")
    assert words[first : first + 5] == [
        "a position, its words in it or at its right", "closer to others", "closer to one, farther from another",
        "no longer held", "a red line",
    ]  # fmt: skip


def test_what_is_held_at_the_end_has_its_words_beside_the_plot_where_the_bar_is_short(tmp_path: Path) -> None:
    """And a bar whose words are cut, or have no room, shows all of them under the pointer."""
    files = {**FILES, "south/2024-05-20.yaml": "date: 2024-05-20\nterms: {toll: {min: 12, max: 40}}\n"}
    drawn = formats.write(asked(dossier(tmp_path, files)).chart("timeline", until="2024-06-01"), "svg")
    (last,) = (text for text in texts_of(drawn) if text.words.startswith("at least 12"))
    assert last.left > 204 + 150 + 620
    assert "<title>at least 12 coins and at most 40 coins</title>" in drawn


def test_what_cannot_be_measured_is_told_apart_from_what_led_neither_way(tmp_path: Path) -> None:
    """Other words have no measure, nor has a move where nobody else holds anything; that of a set may lead nowhere."""
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties: {north: {name: North}, south: {name: South}}
            issues:
              name: {title: Name, kind: text}
              toll: {title: Toll, kind: quantity}
              side: {title: Side, kind: set, members: {a: A, b: B, c: C}}
            """,
        "north/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {name: Ours, toll: {exactly: 1}, side: {includes: [a]}}
            """,
        "south/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {name: Theirs, side: {includes: [c]}}
            """,
        "north/2024-02-01.yaml": """
            date: 2024-02-01
            terms: {name: Shared, toll: {exactly: 2}, side: {includes: [b]}}
            """,
    }
    answer = asked(dossier(tmp_path, files)).chart("timeline", until="2024-06-01")
    assert "3 moves on 3 issues: 1 neither closer nor farther, 2 not measurable" in formats.write(answer, "text")
    assert [
        line.split("2024-02-01   ")[1] for line in formats.write(answer, "text").splitlines() if "-02-01 " in line
    ] == [
        "reworded: Shared; not measurable",
        "replaced: exactly 2; whether it is closer to South cannot be measured",
        "shifted: must include: B; neither closer to South nor farther away",
    ]


def test_a_period_begins_with_what_was_held(tmp_path: Path) -> None:
    answer = _chart(tmp_path, "north", "west", since="2024-02-15")
    assert formats.write(answer, "text").splitlines()[5:] == [
        "",
        "No topic  and 1 issue on which nobody moved from a position",
        "  Issue   Party   Day          Move",
        "  Toll    North                held before: at most 20 coins",
        "  Toll    North   2024-05-01   withdrawn: no position",
        "  Toll    West                 held before: at least 1 coin and at most 5 coins",
        "  Toll    West    2024-04-01   replaced: at least 30 coins; farther from North",
    ]


@pytest.mark.parametrize(("all", "shown"), [(False, False), (True, True)])
def test_all_has_the_issues_on_which_nobody_moved(all: bool, shown: bool, tmp_path: Path) -> None:
    words = [text.words for text in texts_of(formats.write(_chart(tmp_path, all=all), "svg"))]
    assert ("Name" in words) is shown


def test_signs_of_moves_that_follow_each_other_stand_beside_each_other() -> None:
    assert _apart([10.0, 100.0, 104.0, 106.0]) == [10.0, 72.0, 89.0, 106.0]
    assert _apart([]) == []
