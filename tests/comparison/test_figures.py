"""Figures: the worked example of docs/figures.md, and what is left out of them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from posdiff.comparison.figures import METRICS, Metric, PairFigure, pairs, rounded
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues:
      fee: {title: Fee, kind: quantity, range: {min: 0, max: 100}}
      toll: {title: Toll, kind: quantity}
      shop: {title: Shop, kind: choice, options: {no: No, later: Later, open: Open}, ordered: true}
      guards: {title: Guards, kind: set, members: {gate: Gate, wall: Wall}}
      name: {title: Name, kind: choice, options: {old: Old, new: New}}
      until: {title: Until, kind: date, range: {min: 2024-01-01, max: 2024-01-11}}
      talk: {title: Talk, kind: text}
    """
NORTH = {"fee": "{max: 10}", "shop": "no", "guards": "{includes: all}", "name": "[old, new]"}
SOUTH = {"fee": "{min: 30}", "shop": "later", "guards": "{excludes: gate}", "name": "new"}
DAY = 738_000 + 10_000


def statement(terms: dict[str, str]) -> str:
    return "date: 2024-01-01\nsources: {a: {title: A}}\nterms:\n" + "".join(f"  {k}: {v}\n" for k, v in terms.items())


def figure(folder: Path, metric: Metric, **sides: dict[str, str]) -> Any:
    """The figure of the first pair of parties, with these terms."""
    files = {f"{party}/2024-01-01.yaml": statement(terms) for party, terms in sides.items() if terms}
    read = dossier(folder / str(len(list(folder.iterdir()))), {"agenda.yaml": AGENDA, **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    held = {party: position(read, party, DAY) for party in sides}
    return pairs(read.agenda, held, metric, list(read.agenda.issues))[0]


@pytest.mark.parametrize(
    ("metric", "value", "shared"),
    [("overlap", Fraction(25), 4), ("agreement", Fraction(50), 1), ("distance", Fraction(3, 10), 4)],
)
def test_the_example_of_the_page(tmp_path: Path, metric: Metric, value: Fraction, shared: int) -> None:
    found = figure(tmp_path, metric, north=NORTH, south=SOUTH)
    assert (found.value, found.shared, found.issues, found.red_lines) == (value, shared, 7, ())


@pytest.mark.parametrize("metric", METRICS)
def test_none_where_nothing_is_shared(tmp_path: Path, metric: Metric) -> None:
    found = figure(tmp_path, metric, north=NORTH, south={"talk": "words"})
    assert (found.value, found.shared) == (None, 0)


@pytest.mark.parametrize(
    "left_out",
    [
        {"talk": "other words"},
        {"shop": "{accepts: later, vague: true}"},
        {"shop": "{alternatives: [{accepts: later, if: {name: new}}]}"},
    ],
    ids=["text", "vague", "conditional only"],
)
def test_what_is_left_out(tmp_path: Path, left_out: dict[str, str]) -> None:
    for metric in ("agreement", "distance"):
        found = figure(tmp_path, metric, north={"shop": "no", "talk": "words"}, south=left_out)
        assert (found.value, found.shared) == (None, 0)


@pytest.mark.parametrize(
    ("term", "value", "shared"),
    [
        ("{accepts: later, vague: true}", Fraction(0), 1),
        ("{accepts: [no, later], vague: true}", None, 0),
        ("{alternatives: [{accepts: no, if: {name: new}}]}", Fraction(0), 1),
        ("no", Fraction(100), 1),
    ],
    ids=["a contradiction with a vague term", "a vague term", "conditional", "agreed"],
)
def test_overlap_counts_what_has_a_verdict(tmp_path: Path, term: str, value: Fraction | None, shared: int) -> None:
    found = figure(tmp_path, "overlap", north={"shop": "no", "talk": "words"}, south={"shop": term, "talk": "other"})
    assert (found.value, found.shared) == (value, shared)


@pytest.mark.parametrize(
    ("issue", "one", "other", "distance"),
    [
        ("fee", "{max: 10}", "{min: 30}", Fraction(1, 5)),
        ("fee", "{max: 10}", "{min: 900}", Fraction(1)),
        ("fee", "{max: 10}", "{min: 10}", Fraction(0)),
        ("toll", "{max: 10}", "{min: 11}", Fraction(1)),
        ("toll", "{max: 10}", "{min: 9}", Fraction(0)),
        ("shop", "no", "open", Fraction(1)),
        ("shop", "no", "[later, open]", Fraction(1, 2)),
        ("name", "old", "new", Fraction(1)),
        ("guards", "{exactly: all}", "{exactly: none}", Fraction(1)),
        ("guards", "{includes: gate}", "{includes: wall}", Fraction(0)),
        ("until", "{until: 2024-01-03}", "{from: 2024-01-08}", Fraction(1, 2)),
    ],
)
def test_distance_of_one_issue(tmp_path: Path, issue: str, one: str, other: str, distance: Fraction) -> None:
    there = figure(tmp_path, "distance", north={issue: one}, south={issue: other})
    back = figure(tmp_path, "distance", north={issue: other}, south={issue: one})
    assert there.value == back.value == distance


def test_agreement_takes_single_options_only(tmp_path: Path) -> None:
    assert figure(tmp_path, "agreement", north={"shop": "no"}, south={"shop": "[later, open]"}).value is None
    assert figure(tmp_path, "agreement", north={"name": "old"}, south={"name": "new"}).value is None
    assert figure(tmp_path, "agreement", north={"shop": "open"}, south={"shop": "open"}).value == 100


def test_red_lines_stand_beside_the_figure(tmp_path: Path) -> None:
    """Where one is crossed in a contradiction, or common ground hangs on a condition; not where there is an overlap."""
    north = {
        "shop": "{accepts: no, firmness: red-line}", "name": "{accepts: old, firmness: red-line}",
        "fee": "{max: 10, firmness: red-line}",
    }  # fmt: skip
    south = {
        "shop": "open",
        "name": "{accepts: new, alternatives: [{accepts: old, if: {fee: {min: 5}}}]}",
        "fee": "{max: 5}",
    }
    for metric in METRICS:
        assert figure(tmp_path, metric, north=north, south=south).red_lines == ("shop", "name")


def test_over_no_issue_there_is_no_figure(tmp_path: Path) -> None:
    read = dossier(tmp_path, {"agenda.yaml": AGENDA})
    held = {party: position(read, party, DAY) for party in ("north", "south", "west")}
    assert pairs(read.agenda, held, "overlap", []) == tuple(
        PairFigure(a, b, None, 0, 0, ()) for a, b in (("north", "south"), ("north", "west"), ("south", "west"))
    )


def test_halves_are_rounded_away_from_zero() -> None:
    assert rounded(Fraction(1, 16) * 100, "overlap") == 6.3
    assert rounded(Fraction(1, 2000), "distance") == 0.001
    assert rounded(Fraction(2, 3), "distance") == 0.667
