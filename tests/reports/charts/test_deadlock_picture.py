"""Deadlocks as one graph: each step and each demand once, lines that meet no box, all rings in words."""

from __future__ import annotations

import re
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
        parties: {north: {name: North}, south: {name: South}}
        steps:
          truce: Truce
          talks: Talks
          pullback: Pullback
          vote: {title: Vote, after: talks, why: Nothing to vote on before}
        issues:
          order: {title: What comes first, kind: sequence}
          also: {title: What else, kind: sequence}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {order: {order: [truce, talks]}, also: {order: [truce, pullback]}}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {order: {order: [vote, truce]}, also: {order: [pullback, truce]}}
        """,
}


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    return asked(dossier(tmp_path, FILES))


def test_what_stands_in_it(positions: Positions) -> None:
    drawn = formats.write(positions.chart("deadlocks", at="2024-02-01"), "svg")
    words = [text.words for text in texts_of(drawn)]
    assert words[1] == "2 deadlocks in 4 steps and 4 demands: no order of events can meet all of them"
    assert words[words.index("Truce") :] == [
        "Truce", "Talks", "Pullback", "Vote", "North, in 1", "North, in 1", "the agenda, in 1", "South, in 1",
        "South, in 1", "No source is on file for what is shown.",
    ]  # fmt: skip
    assert drawn.count('class="step"') == 4


def test_all_rings_in_words(positions: Positions) -> None:
    out = formats.write(positions.chart("deadlocks", at="2024-02-01"), "text")
    assert out.splitlines()[4:] == [
        "",
        "1. Truce → Pullback → Truce",
        "  Order                       Demanded by",
        "  “Truce” before “Pullback”   North (What else)",
        "  “Pullback” before “Truce”   South (What else)",
        "",
        "2. Truce → Talks → Vote → Truce",
        "  Order                    Demanded by",
        "  “Truce” before “Talks”   North (What comes first)",
        "  “Talks” before “Vote”    the agenda: Nothing to vote on before",
        "  “Vote” before “Truce”    South (What comes first)",
    ]


def test_no_line_goes_through_a_box(positions: Positions) -> None:
    """What goes beside the column stays beside it."""
    drawn = formats.write(positions.chart("deadlocks", at="2024-02-01"), "svg")
    (box,) = set(re.findall(r'class="step" x="([-.0-9]+)" y="[-.0-9]+" width="([.0-9]+)"', drawn))
    left, right = float(box[0]), float(box[0]) + float(box[1])
    routed = re.findall(r'class="(?:demand|given)" d="M([-.0-9]+) [-.0-9]+H([-.0-9]+)V[-.0-9]+H([-.0-9]+)"', drawn)
    assert len(routed) == 4
    for places in routed:
        assert all(float(x) <= left for x in places) or all(float(x) >= right for x in places)


def test_what_is_asked_for_at_the_same_time(tmp_path: Path) -> None:
    """A line with a point at either end, which the key explains; in words it is no order."""
    files = {
        **FILES,
        "north/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {order: {order: [{together: [truce, talks]}]}}
            """,
    }
    chart = asked(dossier(tmp_path, files)).chart("deadlocks", at="2024-02-01")
    words = [text.words for text in texts_of(formats.write(chart, "svg"))]
    assert "a party demands both at the same time" in words
    assert formats.write(chart, "text").splitlines()[4:] == [
        "",
        "1. Truce at the same time as Talks → Vote → Truce",
        "  Order                                 Demanded by",
        "  “Truce” at the same time as “Talks”   North (What comes first)",
        "  “Talks” before “Vote”                 the agenda: Nothing to vote on before",
        "  “Vote” before “Truce”                 South (What comes first)",
    ]


def test_where_there_is_none(positions: Positions) -> None:
    drawn = formats.write(positions.chart("deadlocks", at="2023-02-01"), "svg")
    assert "No deadlock: some order of events meets all preconditions" in [text.words for text in texts_of(drawn)]
