"""What several hold through one bloc counts once where refusals and red lines are counted, in every answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          niger: {name: Niger}
          togo: {name: Togo}
          ldc: {name: LDC, members: [niger, togo]}
          eu: {name: EU}
        issues: {loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks}}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: {accepts: fund, firmness: red-line, quote: A fund!}}\n",
    "eu/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: {accepts: talks, firmness: red-line}}\n",
}
#: What who says of an outcome, by the parties.
REFUSED = {
    "": "accepted by 1; refused by 1 (LDC), and 2 through it",
    " niger togo eu": "accepted by 1; refused by 1 (Niger), and 1 with it",
    " ldc eu": "accepted by 1; refused by 1",
}
#: The column of red lines of compare.
RED_LINES = {
    "": "LDC and 2 through it, EU",
    " niger togo eu": "through LDC: 2, EU",
    " niger ldc": "RED LINE LDC and 1 through it",
    " niger eu": "RED LINE both",
}
BRIEF = """\
RED LINES IN THE WAY (2 ON 1 ISSUE)  each leaves nothing on its issue that the parties beside it accept

✗ Loss
  red line    EU: RED LINE  Talks (said 2024-01-10)
              no quote on file
  against     LDC: RED LINE  A fund (said 2024-01-10); through it: Niger and Togo

✗ Loss
  red line    LDC: RED LINE  A fund (said 2024-01-10); through it: Niger and Togo
              “A fund!” — LDC, 2024-01-10
  against     EU: RED LINE  Talks (said 2024-01-10)
"""
WITHOUT_THE_BLOC = "  against     Niger: RED LINE  A fund (through LDC) (said 2024-01-10); with it: Togo"
#: More who refuse, one of them a bloc with a member.
OTHERS = {
    "agenda.yaml": """
        posdiff: 1
        parties: {niger: {name: Niger}, ldc: {name: LDC, members: [niger]}, mali: {name: Mali}}
        issues: {loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks}}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: fund}\n",
    "mali/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: fund}\n",
}
SEVERAL = "refused by 2, and 1 through LDC"


@pytest.mark.parametrize("parties", REFUSED)
def test_who(tmp_path: Path, parties: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"who loss{parties} --refuses talks --at 2024-02-01")
    assert formats.write(answer, "text").splitlines()[1].strip() == REFUSED[parties]


def test_who_several(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, OTHERS), "who loss --refuses talks --at 2024-02-01")
    assert formats.write(answer, "text").splitlines()[1].strip() == SEVERAL


@pytest.mark.parametrize("parties", RED_LINES)
def test_compare(tmp_path: Path, parties: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"compare{parties or ' all'} --at 2024-02-01")
    text = formats.write(answer, "text", Look(width=160, full=False))
    (row,) = (line for line in text.splitlines() if "Loss  " in line)
    assert row.endswith(f"  {RED_LINES[parties]}")


def test_brief(tmp_path: Path) -> None:
    found = dossier(tmp_path, FILES)
    answer = asked_in_words(found, "brief all --at 2024-02-01")
    assert BRIEF in formats.write(answer, "text")
    red = [(each["party"], each.get("speaks_for"), each["against"]) for each in to_dict(answer)["red_lines"]]
    assert red == [("eu", None, ["niger", "togo", "ldc"]), ("ldc", ["niger", "togo"], ["eu"])]
    without = asked_in_words(found, "brief niger togo eu --at 2024-02-01")
    assert WITHOUT_THE_BLOC in formats.write(without, "text").splitlines()
    assert [each.get("shared_by") for each in to_dict(without)["red_lines"]] == [None, ["togo"]]


def sentences() -> list[str]:
    """Every line above."""
    return [*REFUSED.values(), *RED_LINES.values(), *BRIEF.splitlines(), WITHOUT_THE_BLOC, SEVERAL]
