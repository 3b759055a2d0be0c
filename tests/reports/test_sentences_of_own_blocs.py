"""What is told of moves of a bloc and its members: nothing where they speak as one, else towards its own bloc."""

from __future__ import annotations

from pathlib import Path

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.formats import Look
from posdiff.reports.site import feed
from writing import dossier

#: Nepal, which joins within the period, and Mali hold what LDC says; Togo has words of its own on the tax.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          ldc: {name: LDC, members: {nepal: {from: 2024-02-20}, mali: {}, togo: {}}}
          nepal: {name: Nepal}
          mali: {name: Mali}
          togo: {name: Togo}
          west: {name: West}
        issues:
          fee: {title: Fee, kind: quantity, unit: euro}
          tax: {title: Tax, kind: quantity, unit: euro}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {min: 9}, tax: {min: 9}}\n",
    "nepal/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {min: 12, expires: 2024-02-20}}\n",
    "togo/2024-01-10.yaml": "date: 2024-01-10\nterms: {tax: {max: 2}}\n",
    "west/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: {max: 5}, tax: {max: 5}}\n",
    "togo/2024-03-01.yaml": "date: 2024-03-01\nterms: {tax: {max: 4}}\n",
    "ldc/2024-03-10.yaml": "date: 2024-03-10\nterms: {fee: {min: 7}, tax: {min: 7}}\n",
}
ASKED = "--since 2024-02-01 --until 2024-04-01 --against all"
CHANGES = """\
Changes from the end of 2024-02-01 to 2024-04-01

LDC
  2 of the 2 positions held on 2024-02-01 changed: 2 softened; 0 reaffirmed, 0 not stated again.

  Issue  Before            After             Last moved  Movement
  ▽ Fee  at least 9 euros  at least 7 euros  2024-03-10  closer to West
  ▽ Tax  at least 9 euros  at least 7 euros  2024-03-10  closer to West and its own member Togo

Nepal
  1 of the 1 position held on 2024-02-01 changed: 1 softened; 0 reaffirmed, 0 not stated again.
  ⊕ 1 issue inherited since from a bloc that was joined.
  Memberships: joined LDC 2024-02-20.

  Issue  Before             After                           Last moved  Movement
  ▽ Fee  at least 12 euros  at least 7 euros (through LDC)  2024-03-10  closer to West
  ⊕ Tax                     at least 7 euros (through LDC)  2024-03-10

Mali
  2 of the 2 positions held on 2024-02-01 changed: 2 softened; 0 reaffirmed, 0 not stated again.

  Issue  Before                          After                           Last moved  Movement
  ▽ Fee  at least 9 euros (through LDC)  at least 7 euros (through LDC)  2024-03-10  closer to West
  ▽ Tax  at least 9 euros (through LDC)  at least 7 euros (through LDC)  2024-03-10  closer to Togo and West

Togo
  2 of the 2 positions held on 2024-02-01 changed: 2 softened; 0 reaffirmed, 0 not stated again.

  Issue  Before                          After                           Last moved  Movement
  ▽ Fee  at least 9 euros (through LDC)  at least 7 euros (through LDC)  2024-03-10  closer to West
  ▽ Tax  at most 2 euros                 at most 4 euros                 2024-03-01  closer to Nepal, Mali and its own…

West
  = Nothing changed in the 2 positions held on 2024-02-01: 0 reaffirmed, 2 not stated again.

  ▽ softened; ⊕ inherited
  --full shows before and after with their days; -- ISSUE one issue; --quotes --sources their words and where they stand
"""
TOLD = {
    f"changes togo {ASKED}": [
        "  movement    closer to West",
        "  movement    closer to Nepal, Mali and its own bloc LDC; neither closer to West nor farther away",
    ],
    "chart timeline ldc mali togo": [
        "  6 moves on 2 issues: 3 closer to others, 3 neither closer nor farther",
        "  Fee     LDC     2024-03-10   softened: at least 7 euros; neither closer nor farther",
        "  Fee     Mali    2024-03-10   softened: through LDC: at least 7 euros; neither closer nor farther",
        "  Fee     Togo    2024-03-10   softened: through LDC: at least 7 euros; neither closer nor farther",
        "  Tax     LDC     2024-03-10   softened: at least 7 euros; closer to its own member Togo",
        "  Tax     Mali    2024-03-10   softened: through LDC: at least 7 euros; closer to Togo",
        "  Tax     Togo    2024-03-01   softened: at most 4 euros; closer to Mali and its own bloc LDC",
    ],
    "brief ldc nepal togo --since 2024-02-01 --at 2024-04-01": [
        "WHAT MOVED SINCE 2024-02-01  closer and farther: by what the others held at the end",
        "  movement    closer to its own member Togo",
        "  movement    closer to Nepal and its own bloc LDC",
    ],
}
CHART = """\
MOVEMENT
  Party   Towards   Closer   Farther   Neither   Not measurable   One voice
  LDC     Mali      0        0         0         0                2
  LDC     Togo      1        0         0         0                1
  Mali    LDC       0        0         0         0                2
  Mali    Togo      1        0         0         0                1
  Togo    LDC       1        0         0         0                1
  Togo    Mali      1        0         0         0                1
"""
FEED = """\
<summary>LDC: Fee, softened: at least 7 euros; closer to West
Nepal: Fee, softened: through LDC: at least 7 euros; closer to West
Mali: Fee, softened: through LDC: at least 7 euros; closer to West
Togo: Fee, softened: through LDC: at least 7 euros; closer to West
LDC: Tax, softened: at least 7 euros; closer to West and its own member Togo
Nepal: Tax, softened: through LDC: at least 7 euros; closer to Togo and West
Mali: Tax, softened: through LDC: at least 7 euros; closer to Togo and West</summary>
"""
JSON = {
    "fee": {"ldc": "one-voice", "nepal": "one-voice", "mali": "one-voice", "west": "closer"},
    "tax": {"ldc": "closer", "nepal": "closer", "mali": "closer", "west": "neither"},
}


def test_in_short(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"changes {ASKED}")
    assert formats.write(answer, "text", Look(width=120, full=False)) == CHANGES


def test_in_every_place(tmp_path: Path) -> None:
    found = dossier(tmp_path, FILES)
    for command, lines in TOLD.items():
        text = formats.write(asked_in_words(found, command), "text")
        assert [line for line in text.splitlines() if "closer " in line] == lines, command
    command = "chart movement ldc mali togo --since 2024-02-01 --until 2024-04-01"
    assert formats.write(asked_in_words(found, command), "text").endswith(CHART)
    assert FEED in feed.text(asked(found).site(at="2024-04-01"))
    (togo,) = to_dict(asked_in_words(found, f"changes togo {ASKED}"))["parties"]
    assert {change["issue"]: change["movement"] for change in togo["changes"]} == JSON


def sentences() -> list[str]:
    """Every line above."""
    return [line for page in (CHANGES, CHART, FEED, *map("\n".join, TOLD.values())) for line in page.splitlines()]
