"""What overviews say of evidence: which silence it is, and which red lines have a quote that is not verified."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from running import called
from writing import write

#: Two parties that are silent, one of them on a red line's issue with a quote that its page does not have.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
        issues:
          seat: {title: Seat, kind: choice, options: {capital: The capital, coast: The coast}}
          fee: {title: Fee, kind: quantity}
          tax: {title: Tax, kind: quantity}
        """,
    "north/2026-01-01.yaml": """
        date: 2026-01-01
        sources: {paper: {title: Paper}}
        terms: {seat: {accepts: capital, quote: The capital and nowhere else., source: paper, firmness: red-line}}
        """,
    "south/2026-01-01.yaml": """
        date: 2026-01-01
        sources: {letter: {title: Letter}}
        terms: {fee: {max: 3, quote: At most three., source: letter}}
        """,
    "east/2026-01-01.yaml": "date: 2026-01-01\nsources: {speech: {title: Speech}}\nterms: {fee: {max: 5}}\n",
    "drafts/2026-02-01-plan.yaml": "date: 2026-02-01\nby: [South]\noutcomes: {seat: coast, fee: 3}\n",
}
PAGES = {"north": ("paper", "The capital it is.\n"), "south": ("letter", "At most three. We must keep the tax.\n")}
HEAD = """\
  Where they are silent: North and South (not looked at: 1 passage not coded yet); East (not looked at: no page of 1
    source is here)
"""
DOUBT = "Red lines with a quote that is not verified: North on Seat (quote not in its source)"


def test_overviews_tell_silences_apart_and_doubtful_red_lines(tmp_path: Path) -> None:
    """A party of which no statement is on file is told as such."""
    write(tmp_path, FILES)
    for party, (key, text) in PAGES.items():
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
        page = ("source", "add", f"{key}.txt", "--party", party, "--statement", "2026-01-01", "--key", key)
        assert called(*page, cwd=tmp_path).code == 0
    day = ("--at", "2026-02-02", "--width", "118")
    compared = called("compare", "north", "south", "east", "west", *day, cwd=tmp_path).out
    assert f"{HEAD.rstrip()}; West (no statement on file)\n  {DOUBT}\n" in compared
    assert f"{HEAD}  {DOUBT}\n" in called("conflicts", "north", "south", "east", *day, cwd=tmp_path).out
    assert HEAD not in called("compare", "north", "south", "east", "--full", *day, cwd=tmp_path).out
    changes, history = "changes north --since 2025-01-01 --until 2026-02-02", "history north --until 2026-02-02"
    for asked in (changes, history, "draft plan --at 2026-02-02", "text plan --at 2026-02-02"):
        assert f"  {DOUBT}\n" in called(*asked.split(), "--width", "118", cwd=tmp_path).out, asked
    answer = json.loads(called("compare", "north", "south", "east", "west", "-f", "json", *day, cwd=tmp_path).out)
    assert answer["silences"] == [
        {"party": "north", "means": "not-looked-at", "open": 1, "unread": 0},
        {"party": "south", "means": "not-looked-at", "open": 1, "unread": 0},
        {"party": "east", "means": "not-looked-at", "open": 0, "unread": 1},
        {"party": "west", "means": "no-statement", "open": 0, "unread": 0},
    ]
    rows = list(csv.DictReader(called("compare", "north", "west", "-f", "csv", *day, cwd=tmp_path).out.splitlines()))
    assert [(row["issue"], row["party"], row["silence"]) for row in rows] == [
        ("seat", "north", ""), ("seat", "west", "no statement on file"),
    ]  # fmt: skip
    shown = csv.DictReader(called("show", "north@2026-02-02", "-f", "csv", cwd=tmp_path).out.splitlines())
    not_coded = "not looked at: 1 passage not coded yet"
    assert [row["silence"] for row in shown] == ["", not_coded, not_coded]
    brief = called("brief", "north", "south", *day, cwd=tmp_path).out
    assert "Not verified: 1 of 2 quotes (1 not in its source); posdiff verify says why" in brief
    found = called("find", "capital", cwd=tmp_path).out
    assert "quote on Seat, not in its source" in found
