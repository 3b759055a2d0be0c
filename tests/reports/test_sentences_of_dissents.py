"""A member that dissents is not silent: each answer says from which bloc, and where that is only reported so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats, records
from posdiff.reports.site import days
from writing import dossier

#: Mali dissents before the bloc speaks, and the bloc takes back what it said; others say that Niger dissents.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          mali: {name: Mali}
          niger: {name: Niger}
          togo: {name: Togo}
          ldc: {name: LDC, members: [mali, niger]}
        issues: {fee: {title: Fee, kind: choice, options: {yes: Yes, no: No}}}
        """,
    "mali/2024-01-02.yaml": "date: 2024-01-02\ndissents: [fee]\n",
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: yes}\n",
    "niger/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\ndissents: [fee]\n",
    "ldc/2024-03-01.yaml": "date: 2024-03-01\nwithdraws: [fee]\n",
}
AT = "--at 2024-02-15"
MALI = {"blocs": ["ldc"], "reported": False}
NIGER = {"blocs": ["ldc"], "reported": True}
WORDS = {"mali": "dissents from LDC", "niger": "reported to dissent from LDC"}
#: By the question, who is silent, and who dissents.
JSON = {
    f"who fee {AT}": (["togo"], {"mali": MALI}),
    f"who fee {AT} --with-reported": (["togo"], {"mali": MALI, "niger": NIGER}),
    f"show mali {AT}": ([], {"fee": MALI}),
    f"show togo {AT}": (["fee"], None),
    f"show niger {AT} --with-reported": ([], {"fee": NIGER}),
    "who fee --at 2024-03-15": (["mali", "niger", "togo", "ldc"], None),
}


@pytest.mark.parametrize("question", JSON)
def test_json(tmp_path: Path, question: str) -> None:
    told = to_dict(asked_in_words(dossier(tmp_path, FILES), question))
    assert (told["silent"], told.get("dissents")) == JSON[question]


def test_json_of_compare(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"compare all {AT} --with-reported")
    (row,) = to_dict(answer)["issues"]
    assert (row["silent"], row["dissents"]) == (["togo"], {"mali": MALI, "niger": NIGER})


@pytest.mark.parametrize("question", ["compare all", "who fee"])
def test_csv(tmp_path: Path, question: str) -> None:
    found = dossier(tmp_path, FILES)
    rows = records.records(asked_in_words(found, f"{question} {AT} --with-reported"))
    assert {row["party"]: row["dissents"] for row in rows if row["dissents"]} == WORDS
    assert all("dissents" not in row for row in records.records(asked_in_words(found, f"{question} --at 2024-03-15")))


def test_text(tmp_path: Path) -> None:
    text = formats.write(asked_in_words(dossier(tmp_path, FILES), f"who fee {AT} --with-reported"), "text")
    assert "  Mali  dissents from LDC\n  Niger  reported to dissent from LDC  on record: through LDC: Yes\n" in text


def test_any_day_of_a_site(tmp_path: Path) -> None:
    """The times at which it dissents stand with its versions: from the day on which the bloc spoke on."""
    script = days.script(asked(dossier(tmp_path, FILES)).site(at="2024-04-01"))
    table = json.loads(script.removeprefix("var posdiffDays=").removesuffix(";\n"))
    mali, niger, togo, _ = table["issues"][0][3]
    assert mali == [[8, "", 0, len(table["kinds"]) - 1, -1, "", [[8, 58, "dissents from LDC"]]]]
    assert [version[:2] for version in niger] == [[8, "Yes (through LDC)"], [59, ""]]
    assert togo == [] and table["kinds"][-1][0] == "unchanged"


def sentences() -> list[str]:
    """Every line above."""
    return [*WORDS.values()]
