"""Worst first means red lines first, inside each relation, kind of change and result too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          first: {title: First, kind: choice, options: {no: No, yes: Yes}}
          second: {title: Second, kind: choice, options: {no: No, yes: Yes}}
          third: {title: Third, kind: choice, options: {no: No, yes: Yes}}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {first: yes, second: yes, third: yes}\n",
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        terms: {first: no, second: {accepts: no, firmness: red-line}, third: no}
        """,
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {first: yes, second: yes, third: yes}\n",
    "drafts/2024-03-01-plan.yaml": "date: 2024-03-01\noutcomes: {first: yes, second: yes, third: yes}\n",
}


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("compare north south", ["Second", "First", "Third"]),
        ("changes north --since 2024-01-15", ["Second", "First", "Third"]),
        ("draft plan north", ["Second", "First", "Third"]),
        ("compare north@2024-01-15 south", ["First", "Second", "Third"]),
    ],
)
def test_red_lines_come_first(tmp_path: Path, question: str, titles: list[str]) -> None:
    """And all else in the order of the agenda."""
    write(tmp_path, FILES)
    page = formats.write(asked_in_words(load(tmp_path / "positions"), question), "text")
    assert re.findall(r"(?m)^[✗⇄=] (First|Second|Third)  ", page) == titles
