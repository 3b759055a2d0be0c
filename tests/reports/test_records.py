"""The rows of an answer: typed columns, and the same rows in its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from math import inf
from pathlib import Path
from typing import Any

import pytest

import posdiff
from posdiff.answers.answer import Answer
from posdiff.reports import formats
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {}}
        steps: {first: First, second: Second}
        issues:
          pick: {title: Pick, kind: choice, options: {low: Low, mid: Middle, high: High}}
          kit: {title: Kit, kind: set, members: {cup: Cup, pan: Pan, pot: Pot}}
          cap: {title: Cap, kind: quantity, unit: week, unlimited: No cap}
          due: {title: Due, kind: date}
          order: {title: Order, kind: sequence}
          words: {title: Words, kind: text}
        """,
    "north/2024-01-10.yaml": """
        date: 2024-01-10
        title: On the day
        sources: {talk: {title: Talk, url: "https://example.org/1"}}
        terms:
          pick: {accepts: [low, mid], firmness: red-line, quote: Low or middling.}
          kit: {includes: cup, within: [cup, pan]}
          cap: {min: 0.5, max: 2, alternatives: [{exactly: unlimited, if: {pick: low}}]}
          due: {until: 2024-12-31, expires: 2025-06-30}
          order: {order: [first, second]}
          words: What is said
        """,
    "south/2024-01-20.yaml": """
        date: 2024-01-20
        terms:
          pick: high
          cap: {exactly: unlimited}
          due: {alternatives: [{from: 2025-01-01, if: {pick: low}}]}
        """,
    "north/2024-03-01.yaml": "date: 2024-03-01\nterms: {cap: {min: 0.5, max: 3}}\n",
    "drafts/2024-02-01-plan.yaml": "date: 2024-02-01\nby: north\noutcomes: {pick: low, cap: 2}\n",
}
KINDS = ("options", "members", "excluded_members", "min", "max", "first_day", "last_day")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POSDIFF_CACHE", "off")
    return tmp_path


def answers() -> Mapping[str, Answer]:
    """An answer of every command that has CSV, and its arguments."""
    d = posdiff.open()
    return {
        "compare north south": d.compare("north", "south"),
        "changes --since 2024-02-01": d.changes(since="2024-02-01"),
        "show north": d.show("north"),
        "history": d.history(),
        "matrix north south": d.matrix("north", "south"),
        "draft plan": d.draft("plan"),
        "conflicts": d.conflicts(),
        "report north south": d.report("north", "south"),
        "validate": d.validate(),
    }


def cell(value: Any) -> str:
    """A value as CSV has it, where nothing in it is taken for a formula."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def test_what_is_accepted_has_columns_by_kind(folder: Path) -> None:
    """Numbers are numbers, days ISO text, options and members lists; None without a bound or a term."""
    rows = posdiff.open().compare("north", "south", at="2024-02-01").records()
    held = {(row["issue"], row["party"]): {name: row[name] for name in KINDS if row[name] is not None} for row in rows}
    assert held == {
        ("pick", "north"): {"options": ["low", "mid"]},
        ("pick", "south"): {"options": ["high"]},
        ("kit", "north"): {"members": ["cup"], "excluded_members": ["pot"]},
        ("kit", "south"): {},
        ("cap", "north"): {"min": 0.5, "max": 2},
        ("cap", "south"): {"min": inf, "max": inf},
        ("due", "north"): {"last_day": "2024-12-31"},
        ("due", "south"): {},
        ("order", "north"): {},
        ("order", "south"): {},
        ("words", "north"): {},
        ("words", "south"): {},
    }
    first = rows[0]
    assert (first["vague"], first["line"], first["said"], first["expires"]) == (False, 5, "2024-01-10", None)
    assert first["quote"] == ["2024-01-10: Low or middling."]
    assert first["sources"] == ["Talk, https://example.org/1"]


def test_csv_is_the_rows(folder: Path) -> None:
    """Every command: the same columns in the same order, each cell as the value is."""
    for asked, answer in answers().items():
        records = answer.records()
        written = list(csv.DictReader(io.StringIO(formats.write(answer, "csv"), newline="")))
        assert len(written) == len(records), asked
        for row, record in zip(written, records, strict=True):
            assert list(row) == list(record)
            for name, value in record.items():
                if isinstance(value, list):
                    assert all(text in row[name] for text in value)
                else:
                    assert row[name].removeprefix("'") == cell(value)


def test_columns_have_one_type(folder: Path) -> None:
    """What a data frame is made of: flat values, and in each column of one type, None aside."""
    for asked, answer in answers().items():
        records = answer.records()
        for name in records[0] if records else ():
            types = {type(row[name]) for row in records} - {type(None)}
            assert types <= {int, float} or len(types) <= 1, (asked, name)
            assert types <= {str, int, float, bool, list}, (asked, name)


@pytest.mark.parametrize(("command", "key"), [("issues", "issues"), ("parties", "parties"), ("drafts", "listed")])
def test_listings_have_rows_too(folder: Path, command: str, key: str) -> None:
    """They are the entries of their JSON."""
    answer: Answer = getattr(posdiff.open(), command)()
    assert answer.records() == answer.to_dict()[key] != []


def test_a_report_with_changes_has_no_rows(folder: Path) -> None:
    """It is two tables."""
    with pytest.raises(posdiff.Failure, match="two tables"):
        posdiff.open().report("north", "south", since="2024-02-01").records()
