"""With --with-reported, whatever a report changed shows what is on record beside it: positions, relations, verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status, kind: choice, options: {free: Free, ward: Ward}}
          fee: {title: Fee, kind: quantity, unit: coin}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: {accepts: ward, firmness: red-line}}\n",
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {status: free, fee: {max: 5}}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: free}\n",
    "drafts/2024-03-01.yaml": "date: 2024-03-01\nby: [south]\noutcomes: {status: free}\n",
}
PAGES = {
    "compare north south --with-reported --at 2024-06-01": """\
North and South as of 2024-06-01 (last heard 2024-02-01): 2 issues; no contradiction, 1 agreed, 1 one-sided
  What is only reported is counted as well.

= AGREED (1)  all who have spoken accept the same

= Status  status
  North       Free  [reported 2024-02-01]
              on record: RED LINE  Ward  [said 2024-01-01]
  South       Free  [said 2024-01-01]
  on record   contradiction; red line of North

· ONE-SIDED (1)  only one has spoken

· Fee  fee
  North       at most 5 coins  [reported 2024-02-01]
              on record: no position
  silent      South
""",
    "draft 2024-03-01 north --with-reported --at 2024-06-01": """\
2024-03-01 (2024-03-01) against the positions as of 2024-06-01
  What is only reported is counted as well.
  Draft of 2024-03-01, proposed by South; not in itself any party's position.

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  North   0        1           1     0            no term broken, some left open

North  no term broken, some left open
  On record, without reports: 1 red line crossed (Status); nothing else broken
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path / "positions"


@pytest.mark.parametrize("command", PAGES)
def test_the_page(folder: Path, command: str) -> None:
    assert formats.write(asked_in_words(load(folder), command), "text").startswith(PAGES[command])


def test_in_json(folder: Path) -> None:
    positions = asked(load(folder))
    shown = to_dict(positions.compare("north", "south", at="2024-06-01", with_reported=True))
    assert [(row["issue"], row["relation"], row["on_record"]) for row in shown["issues"]] == [
        ("status", "agreed", {"relation": "contradiction", "red_line": ["north"]}),
        ("fee", "one-sided", {"relation": "silent", "red_line": []}),
    ]
    assert shown["issues"][0]["terms"]["north"]["on_record"]["term"]["firmness"] == "red-line"
    assert shown["issues"][1]["terms"]["north"]["on_record"] == {"term": None}
    (north,) = to_dict(positions.draft("2024-03-01", "north", at="2024-06-01", with_reported=True))["parties"]
    assert north["on_record"] == {
        "verdict": "crosses-red-line", "red_lines": {"crossed": 1, "left_open": 0, "missing": 0},
    }  # fmt: skip
    without = to_dict(positions.compare("north", "south", at="2024-06-01"))
    assert {row["on_record"] for row in without["issues"]} == {None}


def sentences() -> list[str]:
    """Every line of the pages."""
    return [line for page in PAGES.values() for line in page.splitlines()]
