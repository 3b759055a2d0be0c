"""Every sentence about the parts of a position: each with its firmness and days, and what is said again in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words, to_dict
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import dossier, write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: Truce, talks: Talks}
        issues:
          regions: {title: Regions that are left, kind: set, members: {hill: Hill, port: Port, mill: Mill}}
          fee: {title: Fee, kind: quantity, unit: coin}
          course: {title: What comes first, kind: sequence}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: The speech
        speaker: The mayor
        sources: {page: {title: Page of the speech}}
        terms:
          regions: {includes: [hill, port], firmness: red-line, quote: Hill and port must be left.}
          fee: {max: 9, applies_if: {regions: {includes: [hill]}}}
          course: {order: [talks, truce], firmness: red-line}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        title: The interview
        speaker: An aide
        sources: {page: {title: Page of the interview}}
        terms:
          regions: {includes: hill, adds: true, firmness: red-line, quote: The hill must be left.}
          fee: {min: 4, adds: true, firmness: flexible, note: Said of the poor.}
          course: {order: [talks, truce], adds: true}
        """,
    "south/2024-01-05.yaml": """
        date: 2024-01-05
        sources: {page: {title: Page of the offer}}
        terms:
          regions: {excludes: port}
          fee: {max: 3}
          course: {order: [truce, talks]}
        """,
}
#: By command, the page that it prints.
PAGES = {
    "compare north south --at 2024-06-01": """\
North and South as of 2024-06-01 (last heard: North 2024-02-01, South 2024-01-05): 3 issues; 3 contradictions, \
1 deadlock
  No quote is verified here: no source page is kept.

✗ CONTRADICTIONS (3)  nothing is acceptable to all who hold a position

✗ Regions that are left  regions
  North       RED LINE  must include: Hill and Port  [said 2024-01-01]
              said again in part: must include: Hill  [said 2024-02-01]
  South       must not include: Port  [said 2024-01-05]
  clash       Port: included by North, ruled out by South

✗ What comes first  course
  North       RED LINE  “Talks” before “Truce”  [said 2024-01-01]
              said again, less firmly: “Talks” before “Truce”  [said 2024-02-01]
  South       “Truce” before “Talks”  [said 2024-01-05]
  clash       these orders close a circle: Truce → Talks → Truce

✗ Fee  fee
  North       at most 9 coins – but only where Regions that are left: must include Hill  [said 2024-01-01]
              and flexible  at least 4 coins  [said 2024-02-01]
  South       at most 3 coins  [said 2024-01-05]
  clash       gap of 1 coin, from 3 coins to 4 coins
  between     South, at most 3 coins (firm) against North, at least 4 coins (flexible)

↻ DEADLOCK (1)  preconditions that no order of events can meet; 1 by demands alone, 0 with steps that the agenda orders

↻ Truce → Talks → Truce
  “Truce” before “Talks”
      South, said 2024-01-05, on What comes first
  “Talks” before “Truce”
      RED LINE  North, said 2024-01-01, on What comes first
""",
    "show north --at 2024-06-01": """\
North as of 2024-06-01: a position on 3 of 3 issues
  No quote is verified here: no source page is kept.

NO TOPIC

Regions that are left  regions
  position    RED LINE  must include: Hill and Port  [said 2024-01-01]
              said again in part: must include: Hill  [said 2024-02-01]
              “Hill and port must be left.”  [The mayor, 2024-01-01] [1]
              “The hill must be left.”  [An aide, 2024-02-01] [2]
              north/2024-01-01.yaml:6 [1], north/2024-02-01.yaml:6 [2]
  rests on    own quote · no publisher named · 4 months old · coded once

Fee  fee
  position    at most 9 coins – but only where Regions that are left: must include Hill  [said 2024-01-01]
              and flexible  at least 4 coins  [said 2024-02-01]
              Speaker of 2024-01-01: The mayor
              Speaker of 2024-02-01: An aide
              Note of 2024-02-01: Said of the poor.
              north/2024-01-01.yaml:7 [1], north/2024-02-01.yaml:7 [2]
  rests on    no quote · no publisher named · 4 months old · coded once

What comes first  course
  position    RED LINE  “Talks” before “Truce”  [said 2024-01-01]
              said again, less firmly: “Talks” before “Truce”  [said 2024-02-01]
              Speaker of 2024-01-01: The mayor
              Speaker of 2024-02-01: An aide
              north/2024-01-01.yaml:8 [1], north/2024-02-01.yaml:8 [2]
  rests on    no quote · no publisher named · 4 months old · coded once

SOURCES
  [1] Page of the speech
  [2] Page of the interview
""",
    "changes north --since 2024-01-01 --until 2024-06-01": """\
Changes from the end of 2024-01-01 to 2024-06-01

North
  1 of the 3 positions held on 2024-01-01 changed: 1 hardened; 0 reaffirmed, 2 not stated again.
  Said again in part: Regions that are left; What comes first.

▲ HARDENED (1)  accepts less, or more firmly

▲ Fee  fee
  before      at most 9 coins – but only where Regions that are left: must include Hill  [said 2024-01-01]
  after       at most 9 coins – but only where Regions that are left: must include Hill  [said 2024-01-01]
              and flexible  at least 4 coins  [said 2024-02-01]
""",
    "history north --until 2024-06-01": """\
How the positions came about
  No quote is verified here: no source page is kept.

North  2 statements

2024-01-01: The speech  north/2024-01-01.yaml
  The mayor
  + added  Regions that are left: RED LINE  must include: Hill and Port [1]
           “Hill and port must be left.”  [The mayor, 2024-01-01] [1]
  + added  Fee: at most 9 coins – but only where Regions that are left: must include Hill [1]
  + added  What comes first: RED LINE  “Talks” before “Truce” [1]

2024-02-01: The interview  north/2024-02-01.yaml
  An aide
    said again  Regions that are left: as before: RED LINE  must include: Hill and Port
                said again in part: must include: Hill [2]
                “The hill must be left.”  [An aide, 2024-02-01] [2]
  ▲ hardened    Fee: as before: at most 9 coins – but only where Regions that are left: must include Hill
                and flexible  at least 4 coins [2]
                Note: Said of the poor.
    said again  What comes first: as before: RED LINE  “Talks” before “Truce”
                said again, less firmly: “Talks” before “Truce” [2]

SOURCES
  [1] Page of the speech
  [2] Page of the interview
""",
}


#: Something held in between only; two parts against one.
BETWEEN = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          fee: {title: Fee, kind: quantity, unit: coin}
          gate: {title: Gate, kind: choice, options: {no: No, yes: Yes}}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {fee: {max: 10}}\n",
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        terms: {gate: yes, fee: {max: 5, adds: true, firmness: red-line}}
        """,
    "north/2024-03-01.yaml": "date: 2024-03-01\nwithdraws: [gate]\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {fee: {min: 20}}\n",
}
#: One of two parts stated again.
RESTATED = {
    **BETWEEN,
    "north/2024-04-01.yaml": "date: 2024-04-01\nterms: {fee: {max: 5, adds: true, firmness: red-line}}\n",
}
RESTATED_PAGE = """\
Changes from the end of 2024-02-15 to 2024-06-01

North
  1 of the 2 positions held on 2024-02-15 changed: 1 withdrawn; 0 reaffirmed, 1 not stated again.
  Reaffirmed in part: Fee.

− WITHDRAWN (1)  no longer held

− Gate  gate
  before      Yes  [said 2024-02-01]
  on the way  withdrawn 2024-03-01

UNCHANGED (1)  the same, not stated again as a whole

  Fee  fee
  now         at most 10 coins  [said 2024-01-01]
              and RED LINE  at most 5 coins  [said 2024-02-01, reaffirmed 2024-04-01]
"""
#: By command, what it prints of that, to the last line here.
BETWEEN_PAGES = {
    "changes north --since 2024-01-01 --until 2024-06-01": """\
Changes from the end of 2024-01-01 to 2024-06-01

North
  1 of the 1 position held on 2024-01-01 changed: 1 hardened; 0 reaffirmed, 0 not stated again.
  Taken up since, and no longer held: Gate.

▲ HARDENED (1)  accepts less, or more firmly

▲ Fee  fee
  before      at most 10 coins  [said 2024-01-01]
  after       at most 10 coins  [said 2024-01-01]
              and RED LINE  at most 5 coins  [said 2024-02-01]
""",
    "conflicts north south --at 2024-06-01": """\
North and South as of 2024-06-01: cannot hold together; the red lines alone can
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  North                     what it holds can hold together, as far as stated
  South                     what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (2)  terms that cannot all hold; without any one of them the rest can

1. Fee  North (red line) × South (firm)
  1.  North: RED LINE  at most 5 coins  [said 2024-02-01; north/2024-02-01.yaml:2]
      no quote on file
  2.  South: at least 20 coins  [said 2024-01-01; south/2024-01-01.yaml:2]
      Given step 1, no outcome is left: a gap of 15 coins, from 5 coins to 20 coins.

2. Fee  North (firm) × South (firm)
  1.  North: at most 10 coins  [said 2024-01-01; north/2024-01-01.yaml:2]
  2.  South: at least 20 coins  [said 2024-01-01; south/2024-01-01.yaml:2]
      Given step 1, no outcome is left: a gap of 10 coins, from 10 coins to 20 coins.

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Fee
    South (firm)
    or North (firm) and North (part 2: red line)

REFUSAL TABLES  for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent
  Fee
  Outcome                              North                South
  at most 5 coins                      –                    refuses (firm)
  above 5 coins and at most 10 coins   refuses (red line)   refuses (firm)
  above 10 coins and below 20 coins    refuses (red line)   refuses (firm)
  at least 20 coins                    refuses (red line)   –

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.
  North                South     Ways   One of them
  nothing              1 firm    1      South: Fee
  1 red line, 1 firm   nothing   1      North: Fee
""",
}
#: All of a position in one sentence, by issue; how firm each part is where they differ.
WHOLE = {
    "regions": "must include: Hill and Port",
    "fee": "at most 9 coins – but only where Regions that are left: must include Hill (firm); "
    "and at least 4 coins (flexible)",
    "course": "“Talks” before “Truce”",
}


def test_the_note_of_an_earlier_statement_stays(tmp_path: Path) -> None:
    files = {
        **FILES,
        "south/2024-01-05.yaml": FILES["south/2024-01-05.yaml"].replace("{max: 3}", "{max: 3, note: Before tax.}"),
        "south/2024-03-01.yaml": """
            date: 2024-03-01
            sources: {page: {title: Page of the letter}}
            terms: {fee: {max: 3, note: After tax.}}
            """,
    }
    write(tmp_path, files)
    shown = formats.write(asked_in_words(load(tmp_path / "positions"), "show south fee --at 2024-06-01"), "text")
    assert [line.strip() for line in shown.splitlines() if "Note" in line] == [
        "Note of 2024-01-05: Before tax.", "Note of 2024-03-01: After tax.",
    ]  # fmt: skip


def test_one_of_two_parts_is_reaffirmed(tmp_path: Path) -> None:
    question = "changes north --since 2024-02-15 --until 2024-06-01 --all"
    assert formats.write(asked_in_words(dossier(tmp_path, RESTATED), question), "text") == RESTATED_PAGE


def sentences() -> list[str]:
    """Every line of the pages, and every position in one sentence."""
    pages = (*PAGES.values(), *BETWEEN_PAGES.values(), RESTATED_PAGE)
    return [JOINTLY, *WHOLE.values(), *(line for page in pages for line in page.splitlines())]


#: Under the words of a joint statement: whose they are.
JOINTLY = "> — North and others, jointly, 2024-01-03"


def test_words_of_a_joint_statement_are_not_put_on_one_party(tmp_path: Path) -> None:
    joint = "date: 2024-01-03\nparties: [north, south]\nterms: {gate: {accepts: yes, quote: The gate opens.}}\n"
    write(tmp_path, {**BETWEEN, "joint/2024-01-03.yaml": joint})
    shown = asked_in_words(load(tmp_path / "positions"), "show north --at 2024-01-05")
    assert JOINTLY in formats.write(shown, "markdown").splitlines()


@pytest.mark.parametrize("command", BETWEEN_PAGES)
def test_the_page_on_what_was_in_between(tmp_path: Path, command: str) -> None:
    write(tmp_path, BETWEEN)
    assert formats.write(asked_in_words(load(tmp_path / "positions"), command), "text") == BETWEEN_PAGES[command]


def test_a_position_in_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    terms = to_dict(asked_in_words(load(tmp_path / "positions"), "show north --at 2024-06-01"))["terms"]
    assert {term["issue"]: term["in_words"] for term in terms} == WHOLE


@pytest.mark.parametrize("command", PAGES)
def test_the_page_on_parts(tmp_path: Path, command: str) -> None:
    write(tmp_path, FILES)
    assert formats.write(asked_in_words(load(tmp_path / "positions"), command), "text") == PAGES[command]
