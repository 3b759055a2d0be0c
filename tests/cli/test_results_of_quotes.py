"""What the pages kept prove of each quote, in the formats that programs read, and counted in a report."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from running import called
from writing import write

PAGE = "We take five at most.\nThe land stays ours. Yes.\nThe land stays ours.\n"
SNAPSHOT = f"snapshot: {{file: page.txt, sha256: {sha256(PAGE.encode()).hexdigest()}, retrieved: 2024-02-02}}"
GONE = f"snapshot: {{file: gone.txt, sha256: {'0' * 64}, retrieved: 2024-02-02}}"
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          fee: {title: Fee, kind: quantity, unit: coin}
          land: {title: Land, kind: choice, options: {kept: Kept, shared: Shared}}
        """,
    "north/2024-02-01.yaml": f"""
        date: 2024-02-01
        sources: {{leaflet: {{title: Leaflet, publisher: North, {SNAPSHOT}}}}}
        terms:
          fee: {{max: 5, quote: [We take five at most., We never take four.]}}
          land: {{accepts: kept, quote: The land stays ours.}}
        """,
    "south/2024-02-10.yaml": f"""
        date: 2024-02-10
        sources: {{letter: {{title: Letter, publisher: South, {GONE}}}}}
        terms: {{fee: {{min: 7, quote: At least seven.}}, land: shared}}
        """,
    "drafts/2024-03-01-deal.yaml": f"""
        date: 2024-03-01
        by: a mediator
        sources: {{text: {{title: The text, {SNAPSHOT}}}}}
        outcomes: {{fee: {{exactly: 5, quote: five at most}}}}
        """,
}
RESULTS = {
    "We take five at most.": "verified",
    "We never take four.": "absent",
    "The land stays ours.": "ambiguous",
    "At least seven.": "not-here",
    "five at most": "verified",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {**FILES, "sources/page.txt": PAGE})
    return tmp_path


def quotes(value: Any) -> set[tuple[str, str]]:
    """Every quote in a JSON value, by its text, and what became of it."""
    if isinstance(value, list):
        return {found for inner in value for found in quotes(inner)}
    if not isinstance(value, dict):
        return set()
    own = {(value["text"], value["in_pages"])} if "in_pages" in value and "text" in value else set()
    return own | {found for inner in value.values() for found in quotes(inner)}


@pytest.mark.parametrize(
    ("command", "left_out"),
    [
        ("compare north south", {"five at most"}),
        ("report north south", {"five at most"}),
        ("changes --since 2024-01-01", {"five at most"}),
        ("history", {"five at most"}),
        ("show north", {"five at most", "At least seven."}),
        ("who fee", {"five at most", "The land stays ours."}),
        ("draft 2024-03-01-deal", set()),
    ],
)
def test_each_quote_in_json_says_what_its_pages_prove(command: str, left_out: set[str], folder: Path) -> None:
    told = json.loads(called(*command.split(), "--format", "json", cwd=folder).out)
    assert quotes(told) == {(text, result) for text, result in RESULTS.items() if text not in left_out}


def test_csv_has_a_result_for_each_quote_of_a_row(folder: Path) -> None:
    rows = csv.DictReader(io.StringIO(called("compare", "north", "south", "--format", "csv", cwd=folder).out))
    assert [(row["issue"], row["party"], row["quote"], row["in_pages"]) for row in rows] == [
        ("fee", "north", "2024-02-01: We take five at most. | 2024-02-01: We never take four.", "verified | absent"),
        ("fee", "south", "2024-02-10: At least seven.", "not-here"),
        ("land", "north", "2024-02-01: The land stays ours.", "ambiguous"),
        ("land", "south", "", ""),
    ]


def test_a_report_counts_them(folder: Path) -> None:
    counts = {"verified": 1, "absent": 1, "ambiguous": 1, "not-here": 1}
    told = json.loads(called("report", "north", "south", "--format", "json", cwd=folder).out)
    assert told["quotes"] == counts
    assert [(each["party"], each["issue"], each["in_pages"], each["quote"]) for each in told["grounds"][:2]] == [
        ("north", "fee", "absent", "own"),
        ("south", "fee", "not-here", "own"),
    ]
    words = "4 quotes: 1 verified, 1 not in its source, 1 at more places than one, 1 not verified here"
    assert f"**Behind these positions:** {words}\n" in called("report", "north", "south", cwd=folder).out


def test_the_export_says_it_of_each_quote(folder: Path) -> None:
    called("export", "--output", "tables", cwd=folder)
    with (folder / "tables" / "quotes.csv").open(encoding="utf-8") as stream:
        said = {row["text"]: row["in_pages"] for row in csv.DictReader(stream)}
    assert said == {text: result for text, result in RESULTS.items() if text != "five at most"}


def test_without_a_page_nothing_is_said(tmp_path: Path) -> None:
    """No key in JSON, an empty column in CSV."""
    files = {name: text.replace(f", {SNAPSHOT}", "").replace(f", {GONE}", "") for name, text in FILES.items()}
    write(tmp_path, files)
    assert not quotes(json.loads(called("report", "north", "south", "--format", "json", cwd=tmp_path).out))
    rows = csv.DictReader(io.StringIO(called("compare", "north", "south", "--format", "csv", cwd=tmp_path).out))
    assert {row["in_pages"] for row in rows} == {""}
