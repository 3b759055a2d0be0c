"""``matrix``: a figure for every pair, in JSON and on the page."""

from __future__ import annotations

import json
import sys
from itertools import permutations
from pathlib import Path

import pytest

from running import called
from writing import write

FILES = {
    "agenda.yaml": """
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
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {a: {title: A}}
        terms: {fee: {max: 10}, shop: no, guards: {includes: all}, name: [old, new]}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {a: {title: A}}
        terms: {fee: {min: 30}, shop: later, guards: {excludes: gate}, name: new}
        """,
}


def test_the_command(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    run = called("matrix", "north", "south", "west", "--at", "2024-02-01", "--format", "json", cwd=tmp_path)
    assert json.loads(run.out) == {
        "schema": "posdiff/matrix/1", "as_of": "2024-02-01", "metric": "overlap",
        "left_out": [{"party": party, "statements": 0} for party in ("north", "south", "west")],
        "silences": [{"party": "west", "means": "no-statement", "open": 0, "unread": 0}],
        "parties": ["north", "south", "west"],
        "pairs": [
            {"a": "north", "b": "south", "value": 25.0, "shared": 4, "issues": 7, "red_lines": [], "on_record": None},
            {"a": "north", "b": "west", "value": None, "shared": 0, "issues": 7, "red_lines": [], "on_record": None},
            {"a": "south", "b": "west", "value": None, "shared": 0, "issues": 7, "red_lines": [], "on_record": None},
        ],
    }  # fmt: skip
    text = called("matrix", "north", "south", "--at", "2024-02-01", "--metric", "distance", "--full", cwd=tmp_path).out
    assert text.startswith("Distance as of 2024-02-01\n")
    assert "from 0" in text
    assert "0.300 ░" in text
    assert "4 of 7" in text
    for wrong in (("matrix", "north"), ("matrix", "--metric", "mean")):
        assert called(*wrong, cwd=tmp_path).code == 2


def test_the_order_of_likeness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the parties are named; and without the library that joins the groups, which nothing else needs."""
    write(tmp_path, FILES)
    asked = ("--at", "2024-02-01", "--format", "json")
    texts = {
        called("matrix", *named, "--order", "likeness", *asked, cwd=tmp_path).out
        for named in permutations(("north", "south", "west"))
    }
    assert [json.loads(text)["parties"] for text in texts] == [["south", "north", "west"]]
    plain = called("matrix", *asked, cwd=tmp_path).out
    monkeypatch.setitem(sys.modules, "scipy", None)
    assert called("matrix", *asked, cwd=tmp_path).out == plain
    for command in (("matrix",), ("chart", "matrix")):
        run = called(*command, "--order", "likeness", cwd=tmp_path)
        assert (run.code, run.out, run.err) == (
            2,
            "",
            "posdiff: error: the order of likeness needs the library SciPy, which is not installed\n"
            "hint: python -m pip install 'posdiff[likeness]', or leave out --order likeness\n",
        )
