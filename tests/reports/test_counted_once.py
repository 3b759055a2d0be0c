"""What several hold through one bloc is one term: it counts once among those not compared, and those coded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Invented talks. Two terms of LDC, one on words; Mali and Nepal hold both through it; Nepal has words of its own.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          ldc: {name: LDC, members: [mali, nepal]}
          mali: {name: Mali}
          nepal: {name: Nepal}
        issues:
          floor: {title: Floor, kind: quantity, unit: dollar}
          review: {title: Review, kind: text}
          seat: {title: Seat, kind: text}
        """,
    "ldc/2024-03-01.yaml": "date: 2024-03-01\nterms: {floor: {min: 220}, review: {says: Every five years}}\n",
    "nepal/2024-03-02.yaml": "date: 2024-03-02\nterms: {seat: {says: In Pokhara}}\n",
}


@pytest.mark.parametrize(("question", "told"), {
    "conflicts ldc mali nepal": "  Words, not compared: 2 terms",
    "conflicts mali nepal": "  Words, not compared: 2 terms",
    "brief ldc mali nepal": "  Coded once: all of 3 positions",
}.items())  # fmt: skip
def test_counted_once(tmp_path: Path, question: str, told: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"{question} --at 2024-05-01")
    assert told in formats.write(answer, "text", Look(full=False)).splitlines()
