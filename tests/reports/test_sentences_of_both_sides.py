"""A party that its blocs bind to both sides is named in each answer, and no gap is drawn from one of its sides."""

from __future__ import annotations

from pathlib import Path

from answering import asked_in_words, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats, records
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal}
          aosis: {name: AOSIS, members: [nepal]}
          ldc: {name: LDC, members: [nepal]}
          west: {name: West}
        issues: {fee: {title: Fee, kind: quantity, unit: euro}}
        """,
    "aosis/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {max: 5}}\n",
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {min: 10}}\n",
    "west/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {max: 8}}\n",
}
LINE = "  Bound to both sides of a contradiction: Nepal on Fee (through AOSIS and LDC)."
COMPARED = """\
Nepal and West as of 2024-02-01 (last heard: Nepal through AOSIS and LDC 2024-01-10, West 2024-01-10): 1 issue; 1 \
contradiction
  Not in their own words: Nepal 1 of 1 position through AOSIS and LDC.
  Bound to both sides of a contradiction: Nepal on Fee (through AOSIS and LDC).

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Fee  fee
  Nepal       through AOSIS: at most 5 euros  [said 2024-01-10]
              and through LDC: at least 10 euros  [said 2024-01-10]
              no outcome meets all of it
  West        at most 8 euros  [said 2024-01-10]
  both sides  Nepal through AOSIS and LDC: no outcome meets all of it
"""
VERDICT = "both sides: Nepal through AOSIS and LDC: no outcome meets all of it"
GAP_OF_THE_OTHERS = {"from": 8, "to": 10, "size": 2, "unit": "euro"}


def read(folder: Path) -> Dossier:
    return dossier(folder, FILES)


def test_compare(tmp_path: Path) -> None:
    answer = asked_in_words(read(tmp_path), "compare nepal west --at 2024-02-01")
    assert formats.write(answer, "text") == COMPARED
    (row,) = to_dict(answer)["issues"]
    assert (row["gap"], row["on_both_sides"]) == (None, ["nepal"])
    assert {row["verdict"] for row in records.records(answer)} == {VERDICT}


def test_the_gap_is_that_of_the_others(tmp_path: Path) -> None:
    (row,) = to_dict(asked_in_words(read(tmp_path), "compare nepal west ldc --at 2024-02-01"))["issues"]
    assert (row["gap"], row["on_both_sides"]) == (GAP_OF_THE_OTHERS, ["nepal"])
    (row,) = to_dict(asked_in_words(read(tmp_path), "compare west ldc --at 2024-02-01"))["issues"]
    assert row["gap"] == GAP_OF_THE_OTHERS
    assert "on_both_sides" not in row


def test_in_short(tmp_path: Path) -> None:
    found = read(tmp_path)
    for command in ("compare nepal west", "matrix nepal west", "brief nepal west"):
        answer = asked_in_words(found, f"{command} --at 2024-02-01")
        assert LINE in formats.write(answer, "text", Look(width=120, full=False)).splitlines(), command
    matrix = to_dict(asked_in_words(found, "matrix all --at 2024-02-01"))
    assert matrix["on_both_sides"] == [{"party": "nepal", "issue": "fee"}]


def sentences() -> list[str]:
    """Every line above."""
    return [LINE, VERDICT, *COMPARED.splitlines()]
