"""Every sentence about orders that clash, and about deadlocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answering import asked, asked_in_words
from posdiff.answers.days import DeadlockCounts, versions
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.compose import compare as compose
from posdiff.reports.document import Ring
from posdiff.reports.formats import Look
from writing import dossier, write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
    steps:
      talks: Talks
      strike-ends: The strike ends
      back-pay: {title: Back pay, after: offer, why: Nothing is paid that was not offered.}
      vote: {title: The vote, after: back-pay}
      offer: The offer
    issues:
      begin: {title: What comes first, kind: sequence}
      end: {title: What comes last, kind: sequence}
    """
FILES = {
    "agenda.yaml": AGENDA,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms: {begin: {order: [talks, strike-ends], firmness: red-line}}
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        terms: {begin: {order: [strike-ends, offer]}, end: {order: [vote, talks]}}
        """,
    "council/2026-03-06.yaml": """
        date: 2026-03-06
        terms: {begin: {order: [{together: [talks, back-pay]}]}}
        """,
}
#: By command, the page that it prints.
PAGES = {
    "compare union employer council --issue begin --at 2026-05-01": """\
Union, Employer and Council as of 2026-05-01 (last heard on this issue: Union 2026-03-02, Employer 2026-03-05, \
Council 2026-03-06): 1 issue; 1 contradiction, 3 deadlocks

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ What comes first  begin
  Union       RED LINE  “Talks” before “The strike ends”  [said 2026-03-02]
  Employer    “The strike ends” before “The offer”  [said 2026-03-05]
  Council     “Talks” and “Back pay” at the same time  [said 2026-03-06]
  clash       these orders close a circle: Talks → The strike ends → The offer → Back pay at the same time as Talks
  apart       Union, Employer and Council

↻ DEADLOCKS (3)  preconditions that no order of events can meet; 0 by demands alone, 3 with steps that the agenda orders

↻ Talks at the same time as Back pay → The vote → Talks
  “Talks” at the same time as “Back pay”
      Council, said 2026-03-06, on What comes first
  “Back pay” before “The vote”
      by the agenda
  “The vote” before “Talks”
      Employer, said 2026-03-05, on What comes last

↻ Talks → The strike ends → The offer → Back pay at the same time as Talks
  “Talks” before “The strike ends”
      RED LINE  Union, said 2026-03-02, on What comes first
  “The strike ends” before “The offer”
      Employer, said 2026-03-05, on What comes first
  “The offer” before “Back pay”
      by the agenda: Nothing is paid that was not offered.
  “Back pay” at the same time as “Talks”
      Council, said 2026-03-06, on What comes first

↻ Talks → The strike ends → The offer → Back pay → The vote → Talks
  “Talks” before “The strike ends”
      RED LINE  Union, said 2026-03-02, on What comes first
  “The strike ends” before “The offer”
      Employer, said 2026-03-05, on What comes first
  “The offer” before “Back pay”
      by the agenda: Nothing is paid that was not offered.
  “Back pay” before “The vote”
      by the agenda
  “The vote” before “Talks”
      Employer, said 2026-03-05, on What comes last
""",
    "compare union employer --only deadlock --at 2026-05-01": """\
Union and Employer as of 2026-05-01 (last heard: Union 2026-03-02, Employer 2026-03-05): 2 issues; no \
contradiction, 1 deadlock, 1 overlap, 1 \
one-sided

↻ DEADLOCK (1)  preconditions that no order of events can meet; 0 by demands alone, 1 with steps that the agenda orders

↻ Talks → The strike ends → The offer → Back pay → The vote → Talks
  “Talks” before “The strike ends”
      RED LINE  Union, said 2026-03-02, on What comes first
  “The strike ends” before “The offer”
      Employer, said 2026-03-05, on What comes first
  “The offer” before “Back pay”
      by the agenda: Nothing is paid that was not offered.
  “Back pay” before “The vote”
      by the agenda
  “The vote” before “Talks”
      Employer, said 2026-03-05, on What comes last
""",
    "compare union employer council --all --at 2026-03-05": """\
Union, Employer and Council as of 2026-03-05 (last heard: Union 2026-03-02, Employer 2026-03-05): 2 issues; no \
contradiction, 1 deadlock, 1 overlap (1 with a \
silent party), 1 one-sided

↻ DEADLOCK (1)  preconditions that no order of events can meet; 0 by demands alone, 1 with steps that the agenda orders

↻ Talks → The strike ends → The offer → Back pay → The vote → Talks
  “Talks” before “The strike ends”
      RED LINE  Union, said 2026-03-02, on What comes first
  “The strike ends” before “The offer”
      Employer, said 2026-03-05, on What comes first
  “The offer” before “Back pay”
      by the agenda: Nothing is paid that was not offered.
  “Back pay” before “The vote”
      by the agenda
  “The vote” before “Talks”
      Employer, said 2026-03-05, on What comes last

≈ OVERLAP (1)  common ground: outcomes that would meet all who hold a position, whether or not anybody has said so

≈ What comes first  begin
  Union            RED LINE  “Talks” before “The strike ends”  [said 2026-03-02]
  Employer         “The strike ends” before “The offer”  [said 2026-03-05]
  would meet both  first “Talks”; then “The strike ends”; then “The offer”
  but              in a deadlock with the orders on What comes last
  silent           Council (no statement on file by that day)

· ONE-SIDED (1)  only one holds a position

· What comes last  end
  Employer         “The vote” before “Talks”  [said 2026-03-05]
  silent           Union; Council (no statement on file by that day)
""",
    "compare union employer --only deadlock --at 2026-03-02": """\
Union and Employer as of 2026-03-02: 1 issue; no contradiction, 1 one-sided
  No issue to show.
""",
}
#: The beginning of the second page where the search for deadlocks was cut.
CUT = """\
DEADLOCK (1)  preconditions that no order of events can meet; 0 by demands alone, 1 with steps that the agenda orders
  The search was cut: there may be more.
"""
#: By the day, what the summary says of the deadlocks of all three.
COUNTED = {
    "2026-05-01": "preconditions that no order of events can meet; 0 by demands alone, 3 with steps that the agenda "
    "orders",
}

#: Papua is in two blocs, on whose orders one after the other there is no course of events.
IN_BOTH = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          alpha: {name: Alpha, members: [papua]}
          beta: {name: Beta, members: [papua]}
          papua: {name: Papua}
          quito: {name: Quito}
        steps: {pay: Pay, cut: Cut}
        issues: {order: {title: Order, kind: sequence}, again: {title: Order two, kind: sequence}}
        """,
    "alpha/2024-01-10.yaml": "date: 2024-01-10\nterms: {order: {order: [pay, cut], firmness: red-line}}\n",
    "beta/2024-01-11.yaml": "date: 2024-01-11\nterms: {again: {order: [cut, pay]}}\n",
}
#: By who is compared, who is told to be in deadlock: what one asks for through a bloc is the bloc's where that is asked
#: for too. Without them what Papua asks for is its own, and no deadlock between parties.
WHOSE = {
    "alpha beta": "Alpha and Beta",
    "alpha beta papua": "Alpha and Beta (Papua demands all of it)",
    "alpha papua": "Alpha and Papua (through Beta) (Papua demands all of it)",
    "papua quito": "",
}
#: The same in full.
WITH_PAPUA = """↻ Pay → Cut → Pay
  “Pay” before “Cut”
      RED LINE  Alpha, said 2024-01-10, on Order
      RED LINE  Papua, through Alpha, said 2024-01-10, on Order
  “Cut” before “Pay”
      Beta, said 2024-01-11, on Order two
      Papua, through Beta, said 2024-01-11, on Order two
"""
#: Of each edge of the ring of the council and the employer, what stands beside its arrow.
HOLDERS = ["Council: at the same time", "the agenda", "Employer"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("command", PAGES)
def test_the_page_on_deadlocks(command: str, folder: Path) -> None:
    assert formats.write(asked_in_words(load(folder / "positions"), command), "text") == PAGES[command]


def test_a_search_that_was_cut(folder: Path) -> None:
    answer = asked(load(folder / "positions")).compare("union", "employer", at="2026-05-01")
    assert CUT in formats.write(replace(answer, deadlocks_complete=False), "text")


def test_whose_demands_a_drawing_shows(folder: Path) -> None:
    """An arrow with a point at either end is said to be no order."""
    compared = compose.document(asked(load(folder / "positions")).compare("council", "employer", at="2026-05-01"))
    rings = [block for section in compared.sections for block in section.blocks if isinstance(block, Ring)]
    assert [edge.holders for ring in rings for edge in ring.edges] == HOLDERS


@pytest.mark.parametrize("parties", WHOSE)
def test_a_member_of_two_blocs_hides_no_deadlock_of_theirs(parties: str, tmp_path: Path) -> None:
    question, read = f"{parties} --at 2024-02-01", dossier(tmp_path, IN_BOTH)
    rings = f"  {WHOSE[parties]}: Pay → Cut → Pay"
    overview = formats.write(asked_in_words(read, f"compare {question}"), "text", Look(full=False)).splitlines()
    assert [line for line in overview if "→ Cut" in line] == ([rings] if WHOSE[parties] else [])
    in_time = formats.write(asked_in_words(read, f"brief {question}"), "text").splitlines()
    ring = f"  ↻ RED LINE  Pay → Cut → Pay – {WHOSE[parties]}" if WHOSE[parties] else "  No deadlock."
    assert ring in in_time
    counts = DeadlockCounts(read.agenda, versions(asked(read).site().history))
    assert counts.of(parties.split()) == ([(date(2024, 1, 11).toordinal(), 1)] if WHOSE[parties] else [])


def test_a_member_of_two_blocs_in_full(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, IN_BOTH), "compare alpha beta papua --at 2024-02-01")
    assert WITH_PAPUA in formats.write(answer, "text")


@pytest.mark.parametrize("day", COUNTED)
def test_how_many_deadlocks_come_from_demands_alone(day: str, folder: Path) -> None:
    compared = compose.document(asked(load(folder / "positions")).compare("union", "employer", "council", at=day))
    assert COUNTED[day] in {section.meaning for section in compared.sections}


def sentences() -> list[str]:
    """Every line above."""
    return [
        *HOLDERS,
        *CUT.splitlines(),
        *COUNTED.values(),
        *WHOSE.values(),
        *WITH_PAPUA.splitlines(),
        *(line for page in PAGES.values() for line in page.splitlines()),
    ]
