"""Numbers in the words of a clause: which are read as numbers, and which of them are missing from the outcomes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.dossier.reading.load import load
from posdiff.review.case import Case
from posdiff.review.rules import clause_number
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      money: {title: Money, kind: quantity, unit: USD bn}
    """
#: The words of a clause that settles money at 1,300 or more, and the numbers that the finding names.
WORDS = {
    "At least 1,300 billion dollars.": "",
    "At least 1.3tn dollars.": "",
    "At least 1.3trn dollars.": "",
    "At least 1,300bn.": "",
    "At least USD 250bn.": "250",
    "At least $2.5trn.": "2.5",
    "At least 1,250bn.": "1,250",
    "Aid for 900k persons.": "900",
    "As in COP29, 2024/25 and version 1.2x.": "",
    "As in point 9 and article 6.": "",
}


@pytest.mark.parametrize("words", WORDS)
def test_numbers_of_clauses(tmp_path: Path, words: str) -> None:
    draft = f"""
        date: 2024-06-14
        by: north
        outcomes: {{money: {{min: 1300}}}}
        clauses: [{{id: e1, text: "{words}", settles: money}}]
        """
    write(tmp_path, {"agenda.yaml": AGENDA, "drafts/2024-06-14-plan.yaml": draft})
    case = Case(load(tmp_path / "positions"), date(2024, 7, 1).toordinal())
    told = [each.message for each in clause_number.examine(case)]
    expected = f"clause e1 says {WORDS[words]}, which stands in no outcome that it settles: `money`"
    assert told == ([expected] if WORDS[words] else [])
