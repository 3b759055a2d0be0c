"""Every sentence about what a draft agreement does to positions."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words
from posdiff.comparison.draft_choices import Choices
from posdiff.dossier.reading.load import load
from posdiff.reports import choices_wording, draft_wording, formats, verdict_wording
from posdiff.reports.compose import draft as compose
from posdiff.reports.document import Bullets, text_of
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
#: A text that is put up for adoption, with brackets in it; one that breaks a rule; and what parties say of the first.
FILES |= {
    "drafts/2026-03-20-final.yaml": """
        date: 2026-03-20
        by: [council, a friend of the council]
        final: true
        previous: 2026-03-12
        outcomes:
          pay: {options: [{min: 3, by: [union, guild], text: "[three or more", note: Old.}, 2, {min: 6}]}
          trainees: kept
          hours: {options: [35, 36]}
        """,
    "drafts/2026-03-22-odd.yaml": """
        date: 2026-03-22
        by: council
        outcomes: {pay: 4, pension: more}
        """,
    "union/2026-03-24.yaml": """
        date: 2026-03-24
        sources: {leaflet: {title: The leaflet}}
        terms:
          site: {accepts: stays, firmness: red-line}
          canteen: {accepts: kept, firmness: red-line}
          hours: {max: 40}
        reactions: {2026-03-20-final: {reaction: rejects, issues: [pay, site], quote: Not so., note: In a leaflet.}}
        """,
    "employer/2026-03-24.yaml": """
        date: 2026-03-24
        standing: stated
        reactions: {2026-03-20-final: {reaction: accepts-as-basis}}
        """,
    "council/2026-03-24.yaml": "date: 2026-03-24\nreactions: {2026-03-20-final: {reaction: accepts}}\n",
    "owner/2026-03-24.yaml": """
        date: 2026-03-24
        terms: {site: {accepts: stays, firmness: red-line}, hours: {max: 40, vague: true}}
        reactions: {2026-03-20-final: {reaction: reserves}}
        """,
}
#: By command, the page that it prints.
PAGES = {
    "draft 2026-03-12 --at 2026-03-23": """\
Draft of the arbiter (2026-03-12) against the positions as of 2026-03-23
  Draft of 2026-03-12, proposed by Council, as reported; not in itself any party's position.
  Note: Third version.

SUMMARY
  Party      Broken   Left open   Met   Unassessed   Verdict
  Union      2        2           0     1            1 red line crossed (Pay); 2 terms broken in all
  Employer   0        3           1     1            no term broken, some left open
  Council    2        0           0     0            1 red line crossed (Pay); 2 terms broken in all
  Mayor      1        0           0     0            1 red line crossed (Pay); nothing else broken
  Owner      0        0           1     0            all terms met: 1 term on file; silent on 4 issues that \
the draft settles
  Bank       0        0           0     1            no term to compare it with
  Press      1        1           0     0            1 term broken
  Guild      0        1           0     0            cannot be completed: no term is broken, and yet no settlement \
within the draft meets them all

Union  1 red line crossed (Pay); 2 terms broken in all
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
  Union       Stays or Closes (not specified)  [said 2026-03-02]
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

Council  1 red line crossed (Pay); 2 terms broken in all
  Its own 2 terms date from 2026-03-06.
  The draft settles, and the party is silent on: Site; Preamble; Trainees

✗ BROKEN (2)

✗ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Council     RED LINE  at most 2 percent  [said 2026-03-06]

✗ Bonus  bonus
  the draft   only: Nights
  Council     must include: Weekends  [said 2026-03-06]

Mayor  1 red line crossed (Pay); nothing else broken
  The draft settles, and the party is silent on: Bonus; Site; Preamble; Trainees

✗ BROKEN (1)

✗ Pay  pay
  the draft   at least 3 percent and at most 5 percent
              Note: In figures.
  Mayor       RED LINE  at most 2 percent  [said 2026-03-06]

Owner  all terms met: 1 term on file; silent on 4 issues that the draft settles
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
    "draft 2026-03-20-final union employer council owner --at 2026-04-01": """\
2026-03-20-final (2026-03-20) against the positions as of 2026-04-01
  Draft of 2026-03-20, proposed by Council and a friend of the council, put up for adoption; not in itself any \
party's position.

SUMMARY
  Party      Broken   Left open   Missing   Met   Unassessed   Verdict
  Union      0        1           4         1     1            1 red line left open (Pay), 2 missing (Site; \
Canteen); no term broken
  Employer   0        1           3         0     1            no term broken, some left open or missing
  Council    0        1           1         0     0            1 red line left open (Pay); no term broken
  Owner      0        1           1         1     0            1 red line missing (Site); no term broken

BRACKETS (2 ISSUES)
  Pay: 1 at least 3 percent (Union and Guild); 2 exactly 2 percent; 3 at least 6 percent
  Hours: 1 exactly 35 hours; 2 exactly 36 hours

  In 4 of the 6 choices among the options no red line of Union is crossed.
  In 2 of the 6 choices among the options no red line of Council is crossed.
  In all 6 choices among the options no red line of Owner is crossed.
  Employer has no red line on file.
  In each of the 6 choices among the options a red line of one of these parties is crossed.

Union  1 red line left open (Pay), 2 missing (Site; Canteen); no term broken
  Of the draft: rejects it on Pay; Site (2026-03-24): “Not so.” Note: In a leaflet.
  4 missing, 2 of them newer than this text (2026-03-24); 1 met, newer than this text (2026-03-24).
  The draft settles, and the party is silent on: Trainees

◇ LEFT OPEN (1)

◇ Pay  pay
  the draft   in brackets: at least 3 percent (Union and Guild); or exactly 2 percent; or at least 6 percent
              Note: Old.
  Union       RED LINE  at least 6 percent  [said 2026-03-02]
  why         left open: the draft would also allow outcomes that the party has not accepted; met with option 3 of \
3 only; option 2 crosses its red line

∅ MISSING (4)  the draft is final, and leaves out for good what the party needs

∅ Site  site
  the draft   silent
  Union       RED LINE  Stays  [said 2026-03-24]

∅ Canteen  canteen
  the draft   silent
  Union       RED LINE  Kept  [said 2026-03-24]

∅ Bonus  bonus
  the draft   silent
  Union       must include: Weekends  [said 2026-03-02]

∅ Length  length
  the draft   silent
  Union       at most 12 months  [said 2026-03-02]

= MET (1)

= Hours  hours
  the draft   in brackets: exactly 35 hours; or exactly 36 hours
  Union       at most 40 hours  [said 2026-03-24]

“ UNASSESSED (1)

“ Preamble  preamble
  the draft   silent
  Union       In good time.  [said 2026-03-02]

Employer  no term broken, some left open or missing
  Of the draft: accepts it as a basis (2026-03-24)
  The draft settles, and the party is silent on: Hours; Trainees

◇ LEFT OPEN (1)

◇ Pay  pay
  the draft   in brackets: at least 3 percent (Union and Guild); or exactly 2 percent; or at least 6 percent
              Note: Old.
  Employer    at most 4 percent  [said 2026-03-05]
  why         left open: the draft would also allow outcomes that the party has not accepted; met with option 2 of \
3 only

∅ MISSING (3)  the draft is final, and leaves out for good what the party needs

∅ Bonus  bonus
  the draft   silent
  Employer    must not include: Weekends  [said 2026-03-05]

∅ Length  length
  the draft   silent
  Employer    at least 24 months  [said 2026-03-05]

∅ Site  site
  the draft   silent
  Employer    Moves; or Stays, if Hours: at least 38 hours  [said 2026-03-05]

“ UNASSESSED (1)

“ Preamble  preamble
  the draft   silent
  Employer    In good time.  [said 2026-03-05]

Council  1 red line left open (Pay); no term broken
  Of the draft: accepts it (2026-03-24)
  Its own 2 terms date from 2026-03-06.
  The draft settles, and the party is silent on: Hours; Trainees

◇ LEFT OPEN (1)

◇ Pay  pay
  the draft   in brackets: at least 3 percent (Union and Guild); or exactly 2 percent; or at least 6 percent
              Note: Old.
  Council     RED LINE  at most 2 percent  [said 2026-03-06]
  why         left open: the draft would also allow outcomes that the party has not accepted; met with option 2 of \
3 only; options 1 and 3 cross its red line

∅ MISSING (1)  the draft is final, and leaves out for good what the party needs

∅ Bonus  bonus
  the draft   silent
  Council     must include: Weekends  [said 2026-03-06]

Owner  1 red line missing (Site); no term broken
  Of the draft: has reservations (2026-03-24)
  1 missing, newer than this text (2026-03-24).
  The draft settles, and the party is silent on: Pay

◇ LEFT OPEN (1)

◇ Hours  hours
  the draft   in brackets: exactly 35 hours; or exactly 36 hours
  Owner       at most 40 hours (not specified)  [said 2026-03-24]
  why         left open: the party has not said what it would accept; met with none of the 2 options

∅ MISSING (1)  the draft is final, and leaves out for good what the party needs

∅ Site  site
  the draft   silent
  Owner       RED LINE  Stays  [said 2026-03-24]

= MET (1)

= Trainees  trainees
  the draft   Kept
  Owner       Kept  [said 2026-03-06]
""",
    "draft 2026-03-22-odd guild --at 2026-04-01": """\
2026-03-22-odd (2026-03-22) against the positions as of 2026-04-01
  Draft of 2026-03-22, proposed by Council; not in itself any party's position.
  By itself the draft breaks the agenda's rule that where Pay: at least 3 percent, there Pension: As it is (Both \
are paid from one purse). No party's terms are blamed for that.

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  Guild   0        0           1     0            all terms met: 1 term on file; silent on 1 issue that the \
draft settles

Guild  all terms met: 1 term on file; silent on 1 issue that the draft settles
  The draft settles, and the party is silent on: Pay

= MET (1)

= Pension  pension
  the draft   More
  Guild       More  [said 2026-03-06]
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
#: What is said of rules that a draft breaks only together.
ITSELF = "No course of events meets what the draft settles on “Pay” and “Site”. No party's terms are blamed for that."
TOGETHER = (
    "By itself the draft breaks the agenda's rule that where Pay: at least 3 percent, there Pension: As it is (Both "
    "are paid from one purse); and that where Pay: at least 3 percent, there Pension: As it is (Both are paid from one "
    "purse). No party's terms are blamed for that."
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
    answer = asked(load(folder / "positions")).draft("2026-03-12", "owner", at="2026-03-23")
    cut = answer.parties[0].result._replace(completable=None)
    assert verdict_wording.verdict_on_draft(cut, answer.agenda) == CUT


def test_rules_that_are_broken_together(folder: Path) -> None:
    agenda = load(folder / "positions").agenda
    assert draft_wording.broken_rules((*agenda.rules, *agenda.rules), agenda) == TOGETHER


def test_a_draft_that_contradicts_itself(folder: Path) -> None:
    agenda = load(folder / "positions").agenda
    assert draft_wording.contradicting(("pay", "site"), agenda) == ITSELF


def test_the_headings_of_a_draft(folder: Path) -> None:
    answer = asked(load(folder / "positions")).draft("2026-03-12", at="2026-03-23")
    assert headings(compose.document(answer)) == HEADINGS


def _found(union: int, for_all: int, total: int = 18) -> Choices:
    """So many choices in which no red line of the union is crossed, and none of anybody."""
    free = {"union": union, "employer": total}
    return Choices({"pay": total // 2, "site": 2}, free, for_all, ((0, 0),) * for_all)


#: By how many choices cross no red line of the union, and of anybody.
CHOICES = {
    (4, 4): (
        "In 4 of the 18 choices among the options no red line of Union is crossed.",
        "In all 18 choices among the options no red line of Employer is crossed.",
        "In 4 of the 18 choices among the options no red line of these parties is crossed.",
    ),
    (1, 0): (
        "In 1 of the 18 choices among the options no red line of Union is crossed.",
        "In all 18 choices among the options no red line of Employer is crossed.",
        "In each of the 18 choices among the options a red line of one of these parties is crossed.",
    ),
}
#: Choices in which no red line is crossed: where three are shown, and all of them.
MORE = "and 1 more"
IN_SHORT = [
    "In 4 of the 6 choices among the options no red line of Union is crossed.",
    "No red line of Union is crossed with: Pay: at least 3 percent (Union and Guild); Hours: exactly 35 hours; "
    "or Pay: at least 3 percent (Union and Guild); Hours: exactly 36 hours; "
    "or Pay: at least 6 percent; Hours: exactly 35 hours; and 1 more (posdiff draft 2026-03-20-final)",
    "Red lines that stay open whichever is chosen: Union 2",
]
NOBODYS = "Those in which none of their red lines is crossed:"
SHOWN = [
    "  Pay: at least 3 percent (Union and Guild); Hours: exactly 35 hours",
    "  Pay: at least 3 percent (Union and Guild); Hours: exactly 36 hours",
]
NONE = "In all 18 choices among the options no red line of these parties is crossed."
BEFORE = "The positions are those of 2026-03-19, 1 day before the draft."
NO_RED_LINE = "Union has no red line on file."
#: By the labels of those that have no red line.
WITHOUT = {
    ("employer",): (
        "In 4 of the 18 choices among the options no red line of Union is crossed.",
        "Employer has no red line on file.",
        "In 4 of the 18 choices among the options no red line of these parties is crossed.",
    ),
    ("union", "employer"): ("None of these parties has a red line on file.",),
}
#: By the parties for which they were counted.
TOO_MANY = {
    (): (
        "There are 5,000 choices among the options: too many to go through for Union and Employer, "
        "and for all of these parties together.",
    ),
    ("employer",): (
        "In 20 of the 5,000 choices among the options no red line of Employer is crossed.",
        "There are 5,000 choices among the options: too many to go through for Union, "
        "and for all of these parties together.",
    ),
    ("union", "employer"): (
        "In 20 of the 5,000 choices among the options no red line of Union is crossed.",
        "In 20 of the 5,000 choices among the options no red line of Employer is crossed.",
        "There are 5,000 choices among the options: too many to go through for all of these parties together.",
    ),
}
TOO_MANY_FOR_ONE = "There are 5,000 choices among the options: too many to go through for Union."


def test_how_many_choices_among_the_options_cross_no_red_line() -> None:
    names = {"union": "Union", "employer": "Employer"}
    for (union, for_all), lines in CHOICES.items():
        assert tuple(choices_wording.counted(_found(union, for_all), names)) == lines
    assert choices_wording.counted(_found(18, 18), names) == [NONE]
    for without, told in WITHOUT.items():
        assert tuple(choices_wording.counted(_found(4, 4), names, without)) == told
    assert choices_wording.counted(_found(4, 4), {"union": "Union"}, ["union"]) == [NO_RED_LINE]
    for parties, told in TOO_MANY.items():
        found = Choices({"pay": 2500, "site": 2}, dict.fromkeys(parties, 20), None, ())
        assert tuple(choices_wording.counted(found, names)) == told
    none_counted = Choices({"pay": 2500, "site": 2}, {}, None, ())
    assert choices_wording.counted(none_counted, {"union": "Union"}) == [TOO_MANY_FOR_ONE]


def test_positions_of_a_day_before_the_draft(folder: Path) -> None:
    answer = asked(load(folder / "positions")).draft("2026-03-20-final", "union", at="2026-03-19")
    assert draft_wording.before_the_draft(answer.draft, answer.as_of) == BEFORE
    assert draft_wording.before_the_draft(answer.draft, answer.draft.day) == ""


def test_many_choices_are_counted(folder: Path) -> None:
    answer = asked(load(folder / "positions")).draft("2026-03-20-final", "union", at="2026-04-01")
    assert choices_wording.in_short(answer) == IN_SHORT
    (section,) = compose.options(answer, most=3)
    shown = formats.write(answer, "text").splitlines()
    assert [line for line in shown if line.startswith("  Pay: at least 3 percent (Union and Guild); H")] == SHOWN
    assert f"  {NOBODYS}" in shown
    *_, last = section.blocks
    assert isinstance(last, Bullets) and text_of(last.lines[-1]) == MORE


#: Where a draft, or an option of it, is by the party that it is held against.
OWN = {
    "north": ["The draft is by it as well; its own 2 terms date from 2026-01-02 to 2026-02-01; of those met, 1 from "
              "the draft's day.",
              "Pay: its position on file is of 2026-01-02; option 2 is by it."],
    "south": ["The draft is by it as well; its own 2 terms date from 2026-02-01; of those met, 2 from the "
              "draft's day."],
    "east": ["1 term that is met has been held since the draft's day."],
    "west": ["2 terms that are met have been held since the draft's day."],
}  # fmt: skip


def test_what_of_a_draft_is_by_a_party(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
            issues: {pay: {title: Pay, kind: quantity}, site: {title: Site, kind: choice, options: {a: A, b: B}},
                     hall: {title: Hall, kind: choice, options: {a: A, b: B}}}
            """,
        "north/2026-01-02.yaml": "date: 2026-01-02\nterms: {pay: {min: 9}}\n",
        "north/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a}\n",
        "south/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a, hall: b}\n",
        "east/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a}\n",
        "west/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a, hall: b}\n",
        "drafts/2026-02-01.yaml": """
            date: 2026-02-01
            by: [north, south]
            outcomes: {site: a, hall: b, pay: {options: [{exactly: 3}, {exactly: 4, by: north}]}}
            """,
    }
    answer = asked(load(write(tmp_path, files))).draft("2026-02-01", at="2026-03-01")
    told = {each.party.party: draft_wording.by_the_party(each.party.party, each.result, answer.draft)
            for each in answer.parties}  # fmt: skip
    assert told == OWN


def sentences() -> list[str]:
    """Every line above."""
    choices = [
        NONE,
        *(line for told in TOO_MANY.values() for line in told),
        TOO_MANY_FOR_ONE,
        MORE,
        BEFORE,
        NOBODYS,
        NO_RED_LINE,
        *(line for lines in WITHOUT.values() for line in lines),
        *IN_SHORT,
        *SHOWN,
        *(line for lines in CHOICES.values() for line in lines),
    ]
    pages = (line for page in PAGES.values() for line in page.splitlines())
    return [*(line for lines in OWN.values() for line in lines), *HEADINGS, CUT, TOGETHER, ITSELF, *choices, *pages]
