"""Whose terms they are that cannot hold together by themselves: the party's own, or those of its blocs; on what."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Invented talks. Mali has said nothing: its blocs hold both sides of Phase-out. Kenya has said one side itself.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          g77: {name: G77, members: [aosis, mali]}
          aosis: {name: AOSIS, members: [mali, kenya]}
          mali: {name: Mali}
          kenya: {name: Kenya}
          us: {name: United States}
        issues:
          floor: {title: Floor, kind: quantity, unit: dollar}
          phaseout: {title: Phase-out, kind: choice, options: {no: No, yes: Yes}}
          site: {title: Site, kind: choice, options: {here: Here, there: There}}
        rules:
          - {if: {phaseout: yes}, then: {site: here}}
        """,
    "g77/2024-03-01.yaml": "date: 2024-03-01\nterms: {floor: {min: 220}, phaseout: no}\n",
    "aosis/2024-03-02.yaml": "date: 2024-03-02\nterms: {phaseout: yes}\ndissents: [floor]\n",
    "kenya/2024-03-03.yaml": "date: 2024-03-03\nterms: {site: there}\n",
    "us/2024-03-04.yaml": "date: 2024-03-04\nterms: {phaseout: yes, site: there}\n",
}
#: By the question, what is said of each party by itself.
ALONE = {
    "conflicts mali kenya us": [
        "  Mali                      what it holds through G77 and AOSIS cannot hold together (Phase-out)",
        "  Kenya                     its own terms and what it holds through AOSIS "
        "cannot hold together (Phase-out × Site)",
        "  United States             its own terms cannot hold together (Phase-out × Site)",
    ],
    "conflicts mali g77 aosis": [
        "  Mali                      what it holds through G77 and AOSIS cannot hold together (Phase-out)",
        "  G77 and AOSIS             what it holds can hold together, as far as stated",
    ],
    "conflicts mali us --issue floor": [
        "  Mali                      what it holds through G77 and AOSIS cannot hold together (Phase-out)",
        "  United States             its own terms cannot hold together (Phase-out × Site)",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("question", "lines"), ALONE.items())
def test_of_each_party_by_itself(tmp_path: Path, question: str, lines: list[str]) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"{question} --at 2024-05-01")
    told = formats.write(answer, "text", Look(full=False))
    assert [line for line in told.splitlines() if "own terms" in line or "what it holds" in line] == lines
