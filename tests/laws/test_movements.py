"""What is told of a move is the same in the timeline, in the picture of movement and in ``changes --against``."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest
from generating import Sketch, law, read, sketches
from hypothesis import given

from answering import asked, on, to_dict
from posdiff.answers.brief import red_lines_in_the_way
from posdiff.answers.changes import Changes
from posdiff.answers.positions import Positions
from posdiff.answers.timeline import Timeline, TimelineMove
from posdiff.comparison.changes import SAME
from posdiff.comparison.movement import Movement
from posdiff.comparison.relations import apart_over_red_lines
from posdiff.dossier.reading.load import load
from posdiff.reports.charts.movement import counted
from posdiff.reports.charts.timeline import direction

ROOT = Path(__file__).resolve().parents[2]
LAST = "2026-11-28"
MOVEMENTS = get_args(Movement)


@law(25)
@given(sketches(most=3, most_issues=3))
def test_all_three_say_the_same_of_each_move(sketch: Sketch) -> None:
    same_of_each_move(asked(read(sketch)))


@pytest.mark.parametrize(("folder", "at_least"), [("positions", 50), ("examples/wages/positions", 10)])
def test_of_those_of_a_dossier(folder: str, at_least: int) -> None:
    assert same_of_each_move(asked(load(ROOT / folder))) >= at_least


@law(25)
@given(sketches(most=3, most_issues=3))
def test_two_are_apart_over_the_red_lines_that_a_brief_names(sketch: Sketch) -> None:
    positions = asked(read(sketch))
    for pair in combinations(positions.agenda.taking_part, 2):
        compared = positions.compare(*pair, at=LAST)
        named = red_lines_in_the_way(compared)
        for row in (row for row in compared.issues if len(row.terms) == 2):
            on_it = [line for line in named if line.issue.id == row.issue.id]
            whose = {label for line in on_it for label in (line.party, *line.shared_by)}
            assert set(apart_over_red_lines(row.issue.space, row.terms)) == whose


def same_of_each_move(positions: Positions) -> int:
    """Asked of the day of a move, all three measure it alike; returns how many moves there are."""
    timeline = positions.chart("timeline", until=LAST).of
    assert isinstance(timeline, Timeline)
    of_days: dict[int, dict[tuple[str, str], list[TimelineMove]]] = {}
    for lane in timeline.lanes:
        for move in lane.moves:
            of_days.setdefault(move.step.move.day, {}).setdefault((lane.party, lane.issue), []).append(move)
    found = 0
    for day, of_day in of_days.items():
        answer = positions.chart("movement", since=on(day - 1), until=on(day)).of
        assert isinstance(answer, Changes)
        changes = to_dict(positions.changes(since=on(day - 1), until=on(day), against="all", pictures=False))
        told = {(of["party"], change["issue"]): change for of in changes["parties"] for change in of["changes"]}
        for moved, moves in of_day.items():
            if len(moves) == 1 and moves[0].step.move.before is not None:  # of several the day tells what they come to
                found += 1
                led = moves[0].movements
                assert led == {other: told[moved]["movement"][other] for other in led}
                assert (direction(moves[0]) == "not-measurable") == (set(led.values()) <= {"cannot-be-measured"})
        for of_party in answer.parties:
            for other in {each.party.party for each in answer.parties} - {of_party.party.party}:
                assert counted(of_party, other) == dict.fromkeys(MOVEMENTS, 0) | Counter(
                    change["movement"][other]
                    for (party, _), change in told.items()
                    if party == of_party.party.party
                    and change["before"]
                    and change["after"]
                    and change["kind"] not in SAME
                )
    return found
