"""Every sentence of draft against draft: three versions of a text, whole; the overview; and where nothing is said."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from patterns import headings

from answering import asked
from posdiff.answers.drafts import DraftSteps
from posdiff.reports import draft_steps_wording as words
from posdiff.reports import formats
from posdiff.reports.compose import draft_steps
from posdiff.reports.formats import Look
from writing import dossier

LOOK = Look(width=110)
FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          length: {title: Length, kind: quantity, unit: month}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, shut: Shut}}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          night: {title: Night work, kind: choice, options: {allowed: Allowed, barred: Barred}}
          bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
          parking: {title: Parking, kind: choice, options: {free: Free, dear: Dear}}
          hours: {title: Hours, kind: quantity, unit: hour}
          preamble: {title: Preamble, kind: text}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms:
          pay: {min: 4, firmness: red-line}
          length: {max: 24, firmness: red-line}
          site: {accepts: stays, firmness: red-line}
          canteen: kept
          night: {accepts: barred, applies_if: {site: stays}}
          bonus: paid
          preamble: The site is ours.
        """,
    "union/2026-04-11.yaml": """
        date: 2026-04-11
        reactions: {2026-04-10-offer: {reaction: rejects}}
        """,
    "employer/2026-03-03.yaml": """
        date: 2026-03-03
        terms: {pay: {max: 3}, hours: {min: 38}, canteen: {accepts: shut, firmness: red-line}, parking: dear}
        """,
    "employer/2026-03-04.yaml": """
        date: 2026-03-04
        standing: reported
        speaker: The press
        terms: {pay: {max: 5}}
        """,
    "drafts/2026-04-10-offer.yaml": """
        date: 2026-04-10
        title: The offer
        by: [employer]
        note: Points 4 and 5 were not seen.
        outcomes:
          pay: {max: 3}
          site: {options: [{accepts: stays, by: union, note: As it is.}, {accepts: moves, by: employer}]}
          canteen: kept
          bonus: {accepts: paid, quote: The bonus is paid.}
          night: barred
          parking: dear
          hours: {min: 38, note: As before.}
        clauses:
          - {id: 1, title: Pay, text: Pay rises by 3 percent at most., settles: [pay], status: open}
          - {id: 2, text: "The site [stays] [moves].", settles: [site], by: [employer]}
          - {id: 3, text: The canteen is kept.}
          - {id: 5, text: Hours stay.}
          - {id: 6, text: The bonus is paid.}
          - {id: 7, text: Signed by all.}
        """,
    "drafts/2026-04-20-text.yaml": """
        date: 2026-04-20
        title: The text
        by: [a mediator]
        standing: reported
        previous: 2026-04-10-offer
        outcomes:
          pay: {exactly: 4}
          length: {max: 36}
          site: {options: [{accepts: stays}, {accepts: moves}, {accepts: shut}]}
          canteen: shut
          bonus: {accepts: paid, quote: The bonus stays.}
          parking: {options: [free, dear]}
          hours: {min: 38}
        clauses:
          - {id: 1, title: Pay, text: Pay rises by 4 percent., settles: [pay], status: agreed}
          - {id: 6, text: The bonus is paid.}
          - {id: 2, text: "The site [stays] [moves].", settles: [site], by: [employer]}
          - {id: 3, text: "The canteen is [shut].", by: [a mediator]}
          - {id: 4, text: Parking is open.}
          - {id: 7, text: Signed by all.}
        """,
    "drafts/2026-04-30-final.yaml": """
        date: 2026-04-30
        by: [a mediator]
        final: true
        previous: 2026-04-20-text
        outcomes:
          pay: {exactly: 4}
          length: {max: 24}
          site: stays
          canteen: kept
          bonus: paid
        clauses:
          - {id: 1, title: Pay, text: Pay rises by 4 percent., settles: [pay], status: agreed}
          - {id: 7, text: Signed by all.}
        """,
}

#: Two terms that a rule keeps apart, and a draft that settles neither.
KEPT_APART = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        rules: [{if: {port: open}, then: {river: shut}}]
        issues:
          port: {title: Port, kind: choice, options: {open: Open, shut: Shut}}
          river: {title: River, kind: choice, options: {open: Open, shut: Shut}}
          road: {title: Road, kind: choice, options: {open: Open, shut: Shut}}
        """,
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {port: open, river: open}\n",
    "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {road: open}\n",
    "drafts/2026-01-02-one.yaml": "date: 2026-01-02\nby: [south]\noutcomes: {road: shut}\n",
    "drafts/2026-01-03-two.yaml": "date: 2026-01-03\nby: [south]\noutcomes: {road: open}\n",
}

VERSIONS = """\
offer → text → final, against the positions as of 2026-05-01
  What is only reported is counted as well.
  offer: The offer. Draft of 2026-04-10, proposed by Employer; not in itself any party's position.
  Note: Points 4 and 5 were not seen.
  text: The text. Draft of 2026-04-20, proposed by a mediator, as reported; not in itself any party's
    position.
  final: Draft of 2026-04-30, proposed by a mediator, put up for adoption; not in itself any party's position.
  Where they are silent: Council (no statement on file)

WHAT THE DRAFTS DO TO THE PARTIES
  Party      offer
  Union      crosses a red line
             red lines: 1 crossed, 2 left open
             1 broken, 2 left open, 3 met, 1 unassessed
             Site met with option 1 of 2 only; option 2
             crosses its red line
             said: rejects it
  Employer   crosses a red line
             red line: 1 crossed
             1 broken, 3 met
             the draft is by it; the term broken dates from
             2026-03-03
  Council    no term to compare it with

  Party      text                                               final
  Union      breaks terms                                       leaves terms out
             red lines: 2 left open                             1 missing, 5 met, 1 unassessed
             1 broken, 3 left open, 2 met, 1 unassessed
             Site met with option 1 of 3 only; options 2 and
             3 cross its red line
  Employer   leaves terms open                                  crosses a red line
             1 left open, 3 met                                 red line: 1 crossed
             Parking met with option 2 of 2 only                1 broken, 2 missing, 1 met
             on record: breaks terms, 1 broken, 1 left open,    on record: crosses a red line, 2 broken, 2
             2 met                                              missing
  Council    no term to compare it with                         no term to compare it with

  offer, Union: RED LINE crossed (1): Pay
  offer, Union: RED LINE left open (2): Length; Site
  offer, Employer: RED LINE crossed (1): Canteen
  text, Union: RED LINE left open (2): Length; Site
  final, Employer: RED LINE crossed (1): Canteen
  offer: In both choices among the options a red line of Union is crossed.
  offer: In both choices among the options a red line of Employer is crossed.
  offer: Council has no red line on file.
  offer: In both choices among the options a red line of one of these parties is crossed.
  offer: Red lines that stay open whichever is chosen: Union 1
  text: In 2 of the 6 choices among the options no red line of Union is crossed.
  text: In all 6 choices among the options no red line of Employer is crossed.
  text: Council has no red line on file.
  text: In 2 of the 6 choices among the options no red line of these parties is crossed.
  text: No red line of these parties is crossed with: Site: Stays; Parking: Free; or Site: Stays; Parking:
    Dear
  text: Red lines that stay open whichever is chosen: Union 1

WHAT THE PARTIES SAID OF THEM
  offer, Union: rejects it (2026-04-11)

From offer to text  8 issues: 2 replaced, 2 widened, 1 added, 1 dropped, 1 in other words, 1 the same
  Union: RED LINE newly met, no longer crossed (1): Pay
  Union: newly broken, no longer met (1): Canteen
  Union: no longer met (1): Night work
  Employer: RED LINE newly met, no longer crossed (1): Canteen
  Employer: no longer met (1): Parking
  Employer: can be completed now (no term broken, 1 left open)

Pay  pay
  change      replaced
  offer       at most 3 percent
  text        exactly 4 percent
  does        RED LINE newly met, no longer crossed: Union

Canteen  canteen
  change      replaced
  offer       Kept
  text        Shut
  does        RED LINE newly met, no longer crossed: Employer; newly broken, no longer met: Union

Length  length
  change      added
  offer       silent
  text        at most 36 months

Site  site
  change      widened
  offer       in brackets: Stays (Union); or Moves (Employer)
              Note: As it is.
  text        in brackets: Stays; or Moves; or Shut

Night work  night
  change      dropped
  offer       Barred
  text        silent
  does        no longer met: Union

Bonus  bonus
  change      in other words
  offer       Paid
  text        Paid

Parking  parking
  change      widened; in brackets now
  offer       Dear
  text        in brackets: Free; or Dear
  does        no longer met: Employer

  widened: text leaves all of the outcomes open that offer leaves open, and others.
  added: offer, as far as it is on file (see its note above), settles nothing there.
  dropped: text, as far as it is on file, settles nothing there; what is no longer met or broken for that
    reason is left open.

  The same (1): Hours

From text to final  7 issues: 1 replaced, 2 narrowed, 2 dropped, 2 the same
  Union: RED LINE newly met (2): Length; Site
  Union: newly met, no longer broken (1): Canteen
  Union: now missing (1): Night work
  Union: can be completed now (no term broken, none left open, 1 missing)
  Employer: RED LINE newly crossed, no longer met (1): Canteen
  Employer: now missing (1): Parking
  Employer: now missing, no longer met (1): Hours
  Employer: can be completed no more (1 term broken)

Length  length
  change      narrowed
  text        at most 36 months
  final       at most 24 months
  does        RED LINE newly met: Union

Site  site
  change      narrowed; no brackets any more
  text        in brackets: Stays; or Moves; or Shut
  final       Stays
  does        RED LINE newly met: Union

Canteen  canteen
  change      replaced
  text        Shut
  final       Kept
  does        RED LINE newly crossed, no longer met: Employer; newly met, no longer broken: Union

Parking  parking
  change      dropped
  text        in brackets: Free; or Dear
  final       silent
  does        now missing: Employer

Hours  hours
  change      dropped
  text        at least 38 hours
  final       silent
  does        now missing, no longer met: Employer

Night work  night
  change      silent in both
  text        silent
  final       silent
  does        now missing: Union

  narrowed: final leaves some of the outcomes open that text leaves open, and no others.
  dropped: final is put up for adoption, so what it does not settle counts as left out for good.

  The same (2): Pay; Bonus

THE CLAUSES
  The same words (1): 7

1 Pay
  offer → text: other words; agreed now. Pay rises by [-3-]{+4+} percent[- at most-].

6
  offer → text: the same words; moved. The bonus is paid.
  text → final: not on file. The bonus is paid.

2
  text → final: not on file. The site [stays] [moves].

3
  offer → text: other words; in brackets now. The canteen is [-kept-]{+[shut]+}. (clause proposed by a
    mediator; who put in the brackets is not on file)
  text → final: not on file. The canteen is [shut].

5
  offer → text: not on file. Hours stay.

4
  offer → text: new on file. Parking is open.
  text → final: not on file. Parking is open.
"""
OVERVIEW = """\
offer → text, against the positions as of 2026-05-01
  offer: The offer, 2026-04-10, by Employer
  text: The text, 2026-04-20, by a mediator, as reported
  A draft is not in itself any party's position.

  Party  Draft  What it does        Red lines               Broken  Left open  Met  Unassessed
  Union  offer  crosses a red line  1 crossed, 2 left open  1       2          3    1
  Union  text   breaks terms        2 left open             1       3          2    1

  Union: RED LINE crossed (1): Pay (offer)
  Union: RED LINE left open (2): Length (all drafts); Site (all drafts)
  Union, offer: Site met with option 1 of 2 only; option 2 crosses its red line
  Union, text: Site met with option 1 of 3 only; options 2 and 3 cross its red line
  offer: In both choices among the options a red line of Union is crossed.
  offer: Red lines that stay open whichever is chosen: Union 1
  text: In 2 of the 6 choices among the options no red line of Union is crossed.
  text: No red line of Union is crossed with: Site: Stays; Parking: Free; or Site: Stays; Parking: Dear
  text: Red lines that stay open whichever is chosen: Union 1

WHAT THE PARTIES SAID OF THEM
  offer, Union: rejects it (2026-04-11)

From offer to text  8 issues: 2 replaced, 2 widened, 1 added, 1 dropped, 1 in other words, 1 the same
  Union: RED LINE newly met, no longer crossed (1): Pay; in all: newly broken 1 (met before); no longer broken
    1 (now met); newly met 1 (broken before); no longer met 2 (1 now broken, 1 now left open)
  Brackets opened (1): Parking

  Issue    What it does  Red line  offer              text               Change
  Pay      newly met     RED LINE  at most 3 percent  exactly 4 percent  replaced
  Canteen  newly broken            Kept               Shut               replaced
  Without a line here: 5 issues: 2 widened, 1 added, 1 dropped, 1 in other words
  silent: as far as offer and text are on file (notes: --full); what was dropped counts as left open.

  Clauses: from offer to text: 2 other words, 1 moved, 2 the same words, 1 not on file, 1 new on file,
    brackets opened in clause 3

  --full shows outcomes and clauses in their words; -- ISSUE one issue
"""
IN_TWO_STEPS = """\
offer → text → final, against the positions as of 2026-05-01
  What is only reported is counted as well.
  offer: The offer, 2026-04-10, by Employer
  text: The text, 2026-04-20, by a mediator, as reported
  final: 2026-04-30, by a mediator, put up for adoption
  A draft is not in itself any party's position.
  Where they are silent: Council (no statement on file)

  Party     Draft  What it does                Red lines               Broken  Left open  Missing  Met  Unassessed
  Union     offer  crosses a red line          1 crossed, 2 left open  1       2                   3    1
  Union     text   breaks terms                2 left open             1       3                   2    1
  Union     final  leaves terms out                                                       1        5    1
  Employer  offer  crosses a red line          1 crossed               1                           3
  Employer  text   leaves terms open                                           1                   3
  Employer  final  crosses a red line          1 crossed               1                  2        1
  Council   offer  no term to compare it with
  Council   text   no term to compare it with
  Council   final  no term to compare it with

  Union: RED LINE crossed (1): Pay (offer)
  Union: RED LINE left open (2): Length (offer and text); Site (offer and text)
  Employer: RED LINE crossed (1): Canteen (offer and final)
  Union, offer: Site met with option 1 of 2 only; option 2 crosses its red line
  Union, text: Site met with option 1 of 3 only; options 2 and 3 cross its red line
  Employer, offer: the draft is by it; the term broken dates from 2026-03-03
  Employer, text: Parking met with option 2 of 2 only
  Employer, text: on record: breaks terms, 1 broken, 1 left open, 2 met
  Employer, final: on record: crosses a red line, 2 broken, 2 missing
  offer: In both choices among the options a red line of Union is crossed.
  offer: In both choices among the options a red line of Employer is crossed.
  offer: Council has no red line on file.
  offer: In both choices among the options a red line of one of these parties is crossed.
  offer: Red lines that stay open whichever is chosen: Union 1
  text: In 2 of the 6 choices among the options no red line of Union is crossed.
  text: In all 6 choices among the options no red line of Employer is crossed.
  text: Council has no red line on file.
  text: In 2 of the 6 choices among the options no red line of these parties is crossed.
  text: No red line of these parties is crossed with: Site: Stays; Parking: Free; or Site: Stays; Parking: Dear
  text: Red lines that stay open whichever is chosen: Union 1

WHAT THE PARTIES SAID OF THEM
  offer, Union: rejects it (2026-04-11)

From offer to text  8 issues: 2 replaced, 2 widened, 1 added, 1 dropped, 1 in other words, 1 the same
  Union: RED LINE newly met, no longer crossed (1): Pay; in all: newly broken 1 (met before); no longer broken 1 (now
    met); newly met 1 (broken before); no longer met 2 (1 now broken, 1 now left open)
  Employer: RED LINE newly met, no longer crossed (1): Canteen; in all: no longer broken 1 (now met); newly met 1
    (broken before); no longer met 1; can be completed now (no term broken, 1 left open)
  Brackets opened (1): Parking

  Issue    What it does  Red line  Party     offer              text
  Pay      newly met     RED LINE  Union     at most 3 percent  exactly 4 percent
  Canteen  newly met     RED LINE  Employer  Kept               Shut
  Canteen  newly broken            Union     Kept               Shut
  Without a line here: 5 issues: 2 widened, 1 added, 1 dropped, 1 in other words
  silent: as far as offer and text are on file (notes: --full); what was dropped counts as left open.

From text to final  7 issues: 1 replaced, 2 narrowed, 2 dropped, 2 the same
  Union: RED LINE newly met (2): Length; Site; in all: no longer broken 1 (now met); newly met 3 (1 broken before, 2
    left open before); now missing 1; can be completed now (no term broken, none left open, 1 missing)
  Employer: RED LINE newly crossed, no longer met (1): Canteen; in all: newly broken 1 (met before); no longer met 2 (1
    now broken, 1 now missing); now missing 2 (1 left open before, 1 met before); can be completed no more (1 term
    broken)
  Brackets closed (1): Site; dropped with the issue (1): Parking

  Issue    What it does   Red line  Party     text                                   final
  Canteen  newly crossed  RED LINE  Employer  Shut                                   Kept
  Length   newly met      RED LINE  Union     at most 36 months                      at most 24 months
  Site     newly met      RED LINE  Union     in brackets: Stays; or Moves; or Shut  Stays
  Canteen  newly met                Union     Shut                                   Kept
  now missing: Union (Night work) and Employer (Parking); now missing, no longer met: Employer (Hours)
  silent: final is put up for adoption, so what was dropped counts as left out for good.

  Clauses: from offer to text: 2 other words, 1 moved, 2 the same words, 1 not on file, 1 new on file, brackets opened
    in clause 3; from text to final: 2 the same words, 4 not on file

  --full shows outcomes and clauses in their words; -- ISSUE one issue
"""
NOTHING = """\
text → final, against the positions as of 2026-05-01
  text: The text. Draft of 2026-04-20, proposed by a mediator, as reported; not in itself any party's
    position.
  final: Draft of 2026-04-30, proposed by a mediator, put up for adoption; not in itself any party's position.
  Where they are silent: Council (no statement on file)

WHAT THE DRAFTS DO TO THE PARTIES
  Party     text                         final
  Council   no term to compare it with   no term to compare it with

  text: Council has no red line on file.

From text to final  nothing is settled in either
  No term of a party fares otherwise.
"""
APART = """\
one → two, against the positions as of 2026-05-01
  one: 2026-01-02, by South
  two: 2026-01-03, by South
  A draft is not in itself any party's position.
  On file not every draft follows the one before it: two names no version that it follows.

  Party  Draft  What it does       Broken  Left open  Met
  North  one    leaves terms open          2
  North  two    leaves terms open          2
  South  one    breaks terms       1
  South  two    meets all terms                       1

  North, one: cannot be completed
  North, two: cannot be completed
  South, one: the draft is by it; the term broken dates from 2026-01-01
  South, two: 1 term on file

From one to two  1 issue: 1 replaced
  South: no longer broken 1 (now met); newly met 1 (broken before); can be completed now (no term broken, none
    left open)

  Issue  What it does  Party  one   two
  Road   newly met     South  Shut  Open

  --full shows outcomes and clauses in their words; -- ISSUE one issue
"""
ROWS = """\
from,to,about,issue,title,clause,party,name,part,firmness,change,bracket,before,after,verdict,red_lines_crossed,red_lines_left_open,red_lines_missing,broken,left_open,missing,met,unassessed,choices,choices_free,not_on_file,verdict_through
,2026-04-10-offer,draft,,,,union,Union,,,,,,,crosses-red-line,1,2,0,1,2,0,3,1,2,0,,
,2026-04-20-text,draft,,,,union,Union,,,,,,,breaks-terms,0,2,0,1,3,0,2,1,6,2,,
2026-04-10-offer,2026-04-20-text,issue,pay,Pay,,,,,,replaced,,at most 3 percent,exactly 4 percent,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,length,Length,,,,,,added,,,at most 36 months,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,site,Site,,,,,,widened,,in brackets: Stays (Union); or Moves (Employer),in brackets: Stays; or Moves; or Shut,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,canteen,Canteen,,,,,,replaced,,Kept,Shut,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,night,Night work,,,,,,dropped,,Barred,,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,bonus,Bonus,,,,,,reworded,,Paid,Paid,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,parking,Parking,,,,,,widened,opened,Dear,in brackets: Free; or Dear,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,issue,hours,Hours,,,,,,same,,at least 38 hours,at least 38 hours,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,clause,,,1,,,,,reworded,,Pay rises by 3 percent at most.,Pay rises by 4 percent.,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,clause,,,6,,,,,moved,,The bonus is paid.,The bonus is paid.,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,clause,,,2,,,,,same,,The site [stays] [moves].,The site [stays] [moves].,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,clause,,,3,,,,,reworded,opened,The canteen is kept.,The canteen is [shut].,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,clause,,,5,,,,,dropped,,Hours stay.,,,,,,,,,,,,,to,
2026-04-10-offer,2026-04-20-text,clause,,,4,,,,,added,,,Parking is open.,,,,,,,,,,,,from,
2026-04-10-offer,2026-04-20-text,clause,,,7,,,,,same,,Signed by all.,Signed by all.,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,party,pay,Pay,,union,Union,1,red-line,,,broken,met,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,party,canteen,Canteen,,union,Union,1,firm,,,met,broken,,,,,,,,,,,,,
2026-04-10-offer,2026-04-20-text,party,night,Night work,,union,Union,1,firm,,,met,left-open,,,,,,,,,,,,,
"""  # noqa: E501


def test_three_versions_of_a_text(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    assert formats.write(positions.drafts("final", at="2026-05-01", with_reported=True), "text", LOOK) == VERSIONS


def test_the_overview(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", parties="union", at="2026-05-01")
    assert formats.write(answer, "text", LOOK._replace(full=False)) == OVERVIEW
    assert formats.write(answer, "csv", LOOK).splitlines() == ROWS.splitlines()
    every = asked(dossier(tmp_path, FILES)).drafts("final", at="2026-05-01", with_reported=True)
    assert formats.write(every, "text", Look(width=120, full=False)) == IN_TWO_STEPS


def test_where_nothing_is_said(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).drafts("text", "final", parties="council", at="2026-05-01", issue="night")
    assert formats.write(answer, "text", LOOK) == NOTHING


#: Of a party that spoke after both drafts: beside the verdict, of the step, and where another issue is asked for.
LATER = (
    "Council, text: 1 broken, newer than this text (2026-05-01)",
    "Council: newly broken 1 (met before; newer than this text); no longer met 1 (now broken); "
    "can be completed no more (1 term broken)",
    "Council: of the whole draft: can be completed no more (1 term broken: Canteen)",
)


def test_what_was_said_after_a_text_is_told(tmp_path: Path) -> None:
    later = "date: 2026-05-01\nterms: {site: moves, canteen: kept, length: {max: 24}}\n"
    positions = asked(dossier(tmp_path, FILES | {"council/2026-05-01.yaml": later}))
    told = "".join(
        formats.write(
            positions.drafts("offer", "text", parties="council", at="2026-05-02", issue=issue),
            "text",
            Look(width=200, full=False),
        )
        for issue in ((), "site")
    )
    assert [line for line in LATER if f"  {line}\n" not in told] == []


NO_MORE = "can be completed no more (no term broken, and yet nothing that can be filled in meets them all)"


def test_what_can_be_completed_no_more_though_no_term_is_broken(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, KEPT_APART)).drafts("one", "two", at="2026-05-01")
    assert isinstance(answer, DraftSteps)
    *_, after = answer.parties[0].by_draft.values()
    before = after.result._replace(completable=True)
    assert words.completing(before, after.result) == NO_MORE


def test_terms_that_a_rule_keeps_apart(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, KEPT_APART)).drafts("one", "two", at="2026-05-01")
    assert formats.write(answer, "text", LOOK._replace(full=False)) == APART


#: What a step does to a part: by the results before and after, of a red line or another.
MOVED = {
    ("met", "left-open", False): "no longer met",
    ("broken", "left-open", False): "no longer broken",
    ("broken", "left-open", True): "no longer crossed",
    ("missing", "left-open", True): "no longer missing",
    ("met", "missing", False): "now missing, no longer met",
    ("broken", "missing", False): "now missing, no longer broken",
    ("broken", "missing", True): "now missing, no longer crossed",
}


#: What a draft does to a party as a whole: ``words.VERDICTS``.
WHOLE = {"leaves-red-line-open": "leaves a red line open", "all-met": "meets all terms"}


def test_what_a_draft_does_as_a_whole() -> None:
    assert words.VERDICTS.items() >= WHOLE.items()


#: Of a draft put up for adoption that is silent where a party has a red line.
LEFT_OUT = "leaves a red line out"


def test_a_red_line_left_out_for_good(tmp_path: Path) -> None:
    bare = "date: 2026-05-01\nby: [union]\noutcomes: {bonus: paid}\n"
    files = FILES | {"drafts/2026-05-01-bare.yaml": f"{bare}final: true\n", "drafts/2026-05-01-open.yaml": bare}
    answer = asked(dossier(tmp_path, files)).drafts("open", "bare", parties="union", at="2026-05-01")
    (union,) = answer.parties  # type: ignore[attr-defined]
    told = [words.verdict(of_draft.result, answer.agenda) for of_draft in union.by_draft.values()]
    assert told == [WHOLE["leaves-red-line-open"], LEFT_OUT]


def test_what_a_step_does_to_a_part() -> None:
    assert {key: words.moved(*key) for key in MOVED} == MOVED  # type: ignore[arg-type]


#: What it rests on that an outcome was dropped, where the draft after it has a note.
ON_FILE = (
    "text, as far as it is on file (see its note above), settles nothing there; what is no longer met or broken for "
    "that reason is left open."
)


def test_what_a_silence_means(tmp_path: Path) -> None:
    draft = asked(dossier(tmp_path, FILES)).drafts("offer", "text", at="2026-05-01").drafts[0]
    assert words.as_on_file("dropped", draft, "text") == ON_FILE


#: Of drafts that follow each other, and of one that follows itself.
CIRCLES = (
    "2026-05-01-a and 2026-05-01-b follow each other in a circle: which came first is not known, posdiff validate "
    "tells where.",
    "2026-05-01-c is said to follow itself: posdiff validate tells where.",
)


def test_drafts_in_a_circle(tmp_path: Path) -> None:
    """It is told of the list and of those along ``previous``, and nobody waits."""
    follows = {"a": "b", "b": "a", "c": "c"}
    files = FILES | {
        f"drafts/2026-05-01-{one}.yaml": f"date: 2026-05-01\noutcomes: {{pay: 3}}\nprevious: 2026-05-01-{other}\n"
        for one, other in follows.items()
    }
    positions = asked(dossier(tmp_path, files))
    listed, steps = (formats.write(positions.drafts(*named, at="2026-05-01"), "text") for named in ((), ("b",)))
    assert all(told in listed for told in CIRCLES)
    assert CIRCLES[0] in steps.replace("2026-05-01-b and 2026-05-01-a", "2026-05-01-a and 2026-05-01-b")


#: Of drafts in another order than that in which they follow each other.
ORDER = (
    "On file not every draft follows the one before it: the third follows the first; alone names no version that it "
    "follows."
)
REVERSE = "Given in reverse: the second follows the first."


def test_drafts_that_do_not_follow_each_other() -> None:
    labels = {"first": "the first", "second": "the second", "third": "the third", "alone": "alone"}
    follows = {"second": "first", "third": "first"}
    drafts: dict[str, Any] = {
        id: SimpleNamespace(id=id, previous=SimpleNamespace(name=follows[id]) if id in follows else None)
        for id in labels
    }
    asked_for = list(drafts.values())
    assert words.order(pairwise(asked_for), labels) == ORDER
    assert words.order([(drafts["first"], drafts["third"])], labels) == ""
    assert words.order([(drafts["second"], drafts["first"])], labels) == REVERSE


def test_drafts_of_one_day_stand_as_they_follow_each_other(tmp_path: Path) -> None:
    """By the day, then along ``previous``, then by the id; a circle is left as it is."""
    follows = {"dawn": "night", "night": "evening", "evening": "morning", "a": "b", "b": "a", "noon": None}
    files = FILES | {
        f"drafts/2026-05-01-{one}.yaml": "date: 2026-05-01\noutcomes: {pay: 3}\n"
        + (f"previous: 2026-05-01-{other}\n" if other else "")
        for one, other in follows.items()
    }
    files |= {"drafts/2026-05-01-morning.yaml": "date: 2026-05-01\noutcomes: {pay: 3}\nprevious: 2026-04-20-text\n"}
    drafts = dossier(tmp_path, files).drafts
    last = [each.id.removeprefix("2026-05-01-") for each in drafts if each.id.startswith("2026-05")]
    assert last == ["a", "b", "morning", "evening", "night", "dawn", "noon"]


#: Of a draft without clauses nobody knows what became of a clause.
NO_WORDS = ("No clauses on file: bare", "none on file: bare")


def test_a_draft_without_words(tmp_path: Path) -> None:
    files = FILES | {
        "drafts/2026-04-30-bare.yaml": "date: 2026-04-30\nby: [union]\nprevious: 2026-04-20-text\noutcomes: {pay: 3}\n",
    }
    answer = asked(dossier(tmp_path, files)).drafts("offer", "text", "bare", parties="union", at="2026-05-01")
    for full, told in zip((True, False), NO_WORDS, strict=True):
        written = formats.write(answer, "text", Look(full=full))
        assert told in written
        assert "bare: dropped" not in written


#: Over tables and columns.
HEADINGS = (
    "What each draft does to each party", "Party", "offer", "text", "From offer to text", "Issue", "Change", "Union",
)  # fmt: skip


def test_the_headings(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", parties="union", at="2026-05-01")
    assert headings(draft_steps.document(answer)) == HEADINGS  # type: ignore[arg-type]


def sentences() -> list[str]:
    """Every line above."""
    pages = (line for page in (VERSIONS, OVERVIEW, IN_TWO_STEPS, NOTHING, APART) for line in page.splitlines())
    known = (*LATER, *CIRCLES, *NO_WORDS, TOO_LONG, *MOVED.values(), *WHOLE.values(), *HEADINGS)
    return [ORDER, REVERSE, ON_FILE, LEFT_OUT, NO_MORE, *known, *pages]


def test_option_by_option_in_json(tmp_path: Path) -> None:
    """Of each draft, in the order of its options: the whole bracket may be left open in both, and say less."""
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", parties="union", at="2026-05-01")
    (union,) = json.loads(formats.write(answer, "json"))["parties"]
    assert {draft: told["options"] for draft, told in union["verdicts"].items()} == {
        "2026-04-10-offer": [{"issue": "site", "part": 1, "results": ["met", "broken"]}],
        "2026-04-20-text": [{"issue": "site", "part": 1, "results": ["met", "broken", "broken"]}],
    }
    assert [move for move in union["moves"] if move["issue"] == "site"] == []


#: Two versions of a clause that are too long for each other, and what is said of them.
LONG = ("Pay rises by one in May.", "Pay rises by two in July, and again in May.")
TOO_LONG = "too long to compare word by word: from the first change to the last all words of both are shown"


def test_what_is_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the clause is shown; the words that both begin and end with stay apart from what changed."""
    old, new = "drafts/2026-04-10-offer.yaml", "drafts/2026-04-20-text.yaml"
    files = FILES | {
        old: FILES[old].replace("Pay rises by 3 percent at most.", LONG[0]),
        new: FILES[new].replace("Pay rises by 4 percent.", f'"{LONG[1]}"'),
    }
    positions = asked(dossier(tmp_path, files))
    steps, paper = (positions.drafts("offer", "text", at="2026-05-01", columns=number) for number in (None, 4))
    assert TOO_LONG not in formats.write(steps, "text")
    monkeypatch.setattr("posdiff.comparison.words._MOST_PAIRS", 8)  # one word against eleven, with blanks and commas
    steps, paper = (positions.drafts("offer", "text", at="2026-05-01", columns=number) for number in (None, 4))
    told = f"other words; agreed now; {TOO_LONG}. Pay rises by [-one-]{{+two in July, and again+}} in May."
    assert told in formats.write(steps, "text")
    for format in ("text", "markdown", "html"):
        assert TOO_LONG in " ".join(formats.write(paper, format).split())
