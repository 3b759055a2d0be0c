"""Every sentence about what a draft agreement does to positions."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.reports import draft_wording, formats
from posdiff.reports.compose import draft as compose
from writing import write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}, mayor: {name: Mayor},
              owner: {name: Owner}, bank: {name: Bank}, press: {name: Press}, guild: {name: Guild}}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      bonus: {title: Bonus, kind: set, members: {nights: Nights, weekends: Weekends}}
      length: {title: Length, kind: quantity, unit: month}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
      preamble: {title: Preamble, kind: text}
      hours: {title: Hours, kind: quantity, unit: hour}
      pension: {title: Pension, kind: choice, options: {as-is: As it is, more: More}}
      trainees: {title: Trainees, kind: choice, options: {kept: Kept, let-go: Let go}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
    rules:
      - {if: {pay: {min: 3}}, then: {pension: as-is}, why: Both are paid from one purse.}
    """
FILES = {
    "agenda.yaml": AGENDA,
    "drafts/2026-03-12.yaml": """
        date: 2026-03-12
        title: Draft of the arbiter
        by: [council]
        standing: reported
        note: Third version.
        sources: {paper: {title: The paper}}
        outcomes:
          pay: {min: 3, max: 5, quote: Between three and five., note: In figures.}
          bonus: {exactly: nights}
          site: [stays, moves]
          preamble: In good faith.
          trainees: kept
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms:
          pay: {min: 6, firmness: red-line}
          bonus: {includes: weekends}
          length: {max: 12}
          site: {accepts: [stays, closes], vague: true}
          preamble: In good time.
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        terms:
          pay: {max: 4}
          bonus: {excludes: weekends}
          length: {min: 24}
          site: {accepts: moves, alternatives: [{accepts: stays, if: {hours: {min: 38}}}]}
          preamble: In good time.
        """,
    "council/2026-03-06.yaml": "date: 2026-03-06\nterms: {pay: {max: 2, firmness: red-line}, "
    "bonus: {includes: weekends}}\n",
    "mayor/2026-03-06.yaml": "date: 2026-03-06\nterms: {pay: {max: 2, firmness: red-line}}\n",
    "owner/2026-03-06.yaml": "date: 2026-03-06\nterms: {trainees: kept}\n",
    "bank/2026-03-06.yaml": "date: 2026-03-06\nterms: {preamble: In gold.}\n",
    "press/2026-03-06.yaml": """
        date: 2026-03-06
        terms: {site: {rejects: closes, vague: true},
                canteen: {alternatives: [{accepts: kept, if: {trainees: let-go}}]}}
        """,
    "guild/2026-03-06.yaml": "date: 2026-03-06\nterms: {pension: more}\n",
}
#: By command, the page that it prints.
PAGES = {
    "draft 2026-03-12 --at 2026-04-01": """\
Draft of the arbiter (2026-03-12) against the positions as of 2026-04-01
  Draft of 2026-03-12, proposed by Council, as reported; not in itself any party's position.
  Note: Third version.

SUMMARY
  Party      Broken   Left open   Met   Unassessed   Verdict
  Union      2        2           0     1            1 red line crossed, 2 terms broken in all
  Employer   0        3           1     1            no term broken, some left open
  Council    2        0           0     0            1 red line crossed, 2 terms broken in all
  Mayor      1        0           0     0            1 red line crossed, nothing else broken
  Owner      0        0           1     0            all terms met
  Bank       0        0           0     1            no term to compare it with
  Press      1        1           0     0            1 term broken
  Guild      0        1           0     0            cannot be completed: no term is broken, and yet no settlement \
within the draft meets them all

Union  1 red line crossed, 2 terms broken in all
  The draft settles, and the party is silent on: Trainees

✗ BROKEN (2)

✗ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Union       RED LINE  at least 6 percent  [said 2026-03-02]

✗ Bonus  bonus
  the draft   only: Nights
  Union       must include: Weekends  [said 2026-03-02]

◇ LEFT OPEN (2)

◇ Length  length
  the draft   silent
  Union       at most 12 months  [said 2026-03-02]
  why         left open: the draft is silent on it

◇ Site  site
  the draft   Stays or Moves
  Union       rejects “Moves”; does not say what it would accept  [said 2026-03-02]
  why         left open: the draft would also allow outcomes that the party has not accepted

“ UNASSESSED (1)

“ Preamble  preamble
  the draft   In good faith.
  Union       In good time.  [said 2026-03-02]

Employer  no term broken, some left open
  The draft settles, and the party is silent on: Trainees

◇ LEFT OPEN (3)

◇ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Employer    at most 4 percent  [said 2026-03-05]
  why         left open: the draft would also allow outcomes that the party has not accepted

◇ Length  length
  the draft   silent
  Employer    at least 24 months  [said 2026-03-05]
  why         left open: the draft is silent on it

◇ Site  site
  the draft   Stays or Moves
  Employer    Moves; or Stays, if Hours: at least 38 hours  [said 2026-03-05]
  why         left open: it depends on a condition that the draft does not settle

= MET (1)

= Bonus  bonus
  the draft   only: Nights
  Employer    must not include: Weekends  [said 2026-03-05]

“ UNASSESSED (1)

“ Preamble  preamble
  the draft   In good faith.
  Employer    In good time.  [said 2026-03-05]

Council  1 red line crossed, 2 terms broken in all
  The draft settles, and the party is silent on: Site; Preamble; Trainees

✗ BROKEN (2)

✗ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Council     RED LINE  at most 2 percent  [said 2026-03-06]

✗ Bonus  bonus
  the draft   only: Nights
  Council     must include: Weekends  [said 2026-03-06]

Mayor  1 red line crossed, nothing else broken
  The draft settles, and the party is silent on: Bonus; Site; Preamble; Trainees

✗ BROKEN (1)

✗ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Mayor       RED LINE  at most 2 percent  [said 2026-03-06]

Owner  all terms met
  The draft settles, and the party is silent on: Pay; Bonus; Site; Preamble

= MET (1)

= Trainees  trainees
  the draft   Kept
  Owner       Kept  [said 2026-03-06]

Bank  no term to compare it with
  The draft settles, and the party is silent on: Pay; Bonus; Site; Trainees

“ UNASSESSED (1)

“ Preamble  preamble
  the draft   In good faith.
  Bank        In gold.  [said 2026-03-06]

Press  1 term broken
  The draft settles, and the party is silent on: Pay; Bonus; Preamble; Trainees

✗ BROKEN (1)

✗ Canteen  canteen
  the draft   silent
  Press       only on a condition: Kept, if Trainees: Let go  [said 2026-03-06]
  why         broken: the draft is silent here, and what it settles elsewhere leaves no room for it

◇ LEFT OPEN (1)

◇ Site  site
  the draft   Stays or Moves
  Press       rejects “Closes”; does not say what it would accept  [said 2026-03-06]
  why         left open: the party has not said what it would accept

Guild  cannot be completed: no term is broken, and yet no settlement within the draft meets them all
  The draft settles, and the party is silent on: Pay; Bonus; Site; Preamble; Trainees

◇ LEFT OPEN (1)

◇ Pension  pension
  the draft   silent
  Guild       More  [said 2026-03-06]
  why         left open: the draft is silent on it
""",
}
HEADINGS = (
    "The draft against each party",
    "Party",
    "Broken",
    "Left open",
    "Met",
    "Unassessed",
    "Verdict",
    "Union: Broken",
    "Issue",
    "The draft",
    "Union",
    "Union: Left open",
    "Why",
    "Union: Unassessed",
    "Employer: Left open",
    "Employer",
    "Employer: Met",
    "Employer: Unassessed",
    "Council: Broken",
    "Council",
    "Mayor: Broken",
    "Mayor",
    "Owner: Met",
    "Owner",
    "Bank: Unassessed",
    "Bank",
    "Press: Broken",
    "Press",
    "Press: Left open",
    "Guild: Left open",
    "Guild",
    "Result: Broken, Left open, Met, Unassessed",
    "Topic: ",
    "Party: Union, Employer, Council, Mayor, Owner, Bank, Press, Guild",
)
#: What is said of a text that is put up for adoption, and of brackets in it.
OPEN = """
    date: 2026-03-20
    by: [council, a friend of the council]
    final: true
    outcomes:
      pay: {options: [{min: 3, by: [union, guild]}, 2]}
      site: stays
    """
OF_BRACKETS = (
    "Draft of 2026-03-20, proposed by Council and a friend of the council, put up for adoption; not in itself any "
    "party's position.",
    "in brackets: at least 3 percent (Union and Guild); or exactly 2 percent",
    "Stays",
)
#: What is said of a draft where the search for a settlement was cut.
CUT = "no term broken; whether it can be completed was not found out"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("command", PAGES)
def test_the_page_on_a_draft(command: str, folder: Path) -> None:
    assert formats.write(asked_in_words(load(folder / "positions"), command), "text") == PAGES[command]


def test_a_verdict_that_was_not_found_out(folder: Path) -> None:
    answer = asked(load(folder / "positions")).draft("2026-03-12", "owner", at="2026-04-01")
    assert draft_wording.verdict_on_draft(answer.parties[0].result._replace(completable=None)) == CUT


def test_brackets(tmp_path: Path) -> None:
    read = load(write(tmp_path, {**FILES, "drafts/2026-03-20.yaml": OPEN}))
    draft = read.drafts[-1]
    clauses = [draft_wording.clause_in_words(clause, read.agenda) for clause in draft.clauses.values()]
    assert (draft_wording.draft_by(draft, read.agenda), *clauses) == OF_BRACKETS


def test_the_headings_of_a_draft(folder: Path) -> None:
    answer = asked(load(folder / "positions")).draft("2026-03-12", at="2026-04-01")
    assert headings(compose.document(answer)) == HEADINGS


def sentences() -> list[str]:
    """Every line above."""
    return [*HEADINGS, CUT, *OF_BRACKETS, *(line for page in PAGES.values() for line in page.splitlines())]
