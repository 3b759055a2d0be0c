"""Every sentence about what changed between two days, and about how positions came about."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.compose import changes, history
from writing import dossier, write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}, guild: {name: Guild}}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      bonus: {title: Bonus, kind: set, members: {nights: Nights, weekends: Weekends}}
      length: {title: Length, kind: quantity, unit: month}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
      preamble: {title: Preamble, kind: text}
      hours: {title: Hours, kind: quantity, unit: hour}
      holidays: {title: Holidays, kind: quantity, unit: day}
      parking: {title: Parking, kind: choice, options: {free: Free, paid: Paid}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
      gym: {title: Gym, kind: choice, options: {open: Open, closed: Closed}}
      pension: {title: Pension, kind: choice, options: {as-is: As it is, more: More}}
      trainees: {title: Trainees, kind: choice, options: {kept: Kept, let-go: Let go}}
      arbiter: {title: Arbiter, kind: choice, options: {judge: A judge, panel: A panel, mayor: The mayor}}
    """
FILES = {
    "agenda.yaml": AGENDA,
    "union/2026-01-10.yaml": """
        date: 2026-01-10
        title: Demands
        speaker: The chair
        note: Read out.
        terms:
          pay: {min: 6}
          bonus: {includes: nights}
          length: {max: 12}
          site: stays
          preamble: In good faith.
          hours: {max: 38, expires: 2026-02-28}
          holidays: {min: 30}
          parking: free
          canteen: kept
          gym: open
          pension: {accepts: more, firmness: flexible}
          arbiter: [judge, panel]
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: A speech
        terms:
          pay: {min: 5}
          bonus: {includes: [nights, weekends]}
          length: {min: 18, max: 24}
          site: moves
          preamble: In good time.
          trainees: {accepts: kept, firmness: red-line, quote: Each of them., note: To applause.}
          canteen: shut
          gym: closed
          pension: more
          arbiter: [panel, mayor]
        withdraws: [holidays]
        reaffirms: [parking]
        """,
    "union/2026-03-09.yaml": "date: 2026-03-09\nterms: {canteen: kept, pay: {min: 4}}\n",
    "union/2026-03-16.yaml": "date: 2026-03-16\nstanding: reported\nspeaker: An aide\nterms: {pay: {min: 3}}\n",
    "employer/2026-01-12.yaml": """
        date: 2026-01-12
        terms: {pay: {max: 3}, bonus: {excludes: weekends}, length: {min: 24}, site: [moves, closes], pension: as-is,
                arbiter: panel}
        """,
    "council/2026-01-20.yaml": "date: 2026-01-20\nterms: {site: stays, parking: free}\n",
    "council/2026-03-20.yaml": "date: 2026-03-20\nreaffirms: [site]\n",
    "council/2026-03-27.yaml": "date: 2026-03-27\nwithdraws: [parking]\n",
    "council/2026-04-06.yaml": "date: 2026-04-06\nterms: {parking: paid}\n",
    "guild/2026-01-15.yaml": "date: 2026-01-15\nterms: {pay: {min: 1}, site: stays}\n",
    "guild/2026-03-20.yaml": "date: 2026-03-20\nreaffirms: all\n",
}
#: By command, the page that it prints.
PAGES = {
    "changes union --since 2026-02-01 --until 2026-04-01 --against employer --all --fields": """\
Changes from the end of 2026-02-01 to 2026-04-01
  Not counted: 1 statement only reported; with it: posdiff changes union --since 2026-02-01 --until \
2026-04-01 --against employer --all --fields --with-reported
  No quote is verified here: no source page is kept.

Union
  10 of the 12 positions held on 2026-02-01 changed: 1 reversed, 2 replaced, 2 hardened, 1 softened, 1 shifted, 1 \
reworded, 1 withdrawn, 1 expired; 2 reaffirmed, 0 not stated again.
  Changed, and changed back: Canteen.
  + 1 issue taken up since.

⇄ REVERSED (1)  what was in is out, what came first comes last, yes is no

⇄ Gym  gym
  before      Open  [said 2026-01-10]
  after       Closed  [said 2026-03-02]
  movement    whether it is closer to Employer cannot be measured
  field       offers.0.accepts.0: open → closed

⇒ REPLACED (2)  something else instead: nothing accepted before is accepted now

⇒ Length  length
  before      at most 12 months  [said 2026-01-10]
  after       at least 18 months and at most 24 months  [said 2026-03-02]
  moved       by 6 months, from 12 months to 18 months
  movement    closer to Employer
  field       offers.0.accepts.max: 12 → 24
  field       offers.0.accepts.min: nothing → 18

⇒ Site  site
  before      Stays  [said 2026-01-10]
  after       Moves  [said 2026-03-02]
  movement    closer to Employer
  field       offers.0.accepts.0: stays → moves

▲ HARDENED (2)  accepts less, or more firmly

▲ Bonus  bonus
  before      must include: Nights  [said 2026-01-10]
  after       Nights and Weekends  [said 2026-03-02]
  movement    farther from Employer
  field       offers.0.accepts.includes.1: nothing → weekends

▲ Pension  pension
  before      flexible  More  [said 2026-01-10]
  after       More  [said 2026-03-02]
  movement    whether it is closer to Employer cannot be measured
  field       firmness: flexible → firm

▽ SOFTENED (1)  accepts more, or less firmly

▽ Pay  pay
  before      at least 6 percent  [said 2026-01-10]
  after       at least 4 percent  [said 2026-03-09]
  on the way  softened 2026-03-02, softened 2026-03-09
  movement    closer to Employer
  field       offers.0.accepts.min: 6 → 4

↷ SHIFTED (1)  changed otherwise

↷ Arbiter  arbiter
  before      A judge or A panel  [said 2026-01-10]
  after       A panel or The mayor  [said 2026-03-02]
  movement    neither closer to Employer nor farther away
  field       offers.0.accepts.0: judge → panel
  field       offers.0.accepts.1: panel → mayor

“ REWORDED (1)  other words, for a reader to judge

“ Preamble  preamble
  before      In good faith.  [said 2026-01-10]
  after       In good time.  [said 2026-03-02]
  by word     In good [-faith-]{+time+}.
  field       offers.0.accepts: In good faith. → In good time.
  field       says: In good faith. → In good time.

− WITHDRAWN (1)  no longer held

− Holidays  holidays
  before      at least 30 days  [said 2026-01-10]
  on the way  withdrawn 2026-03-02

… EXPIRED (1)  ended on its own last day

… Hours  hours
  before      at most 38 hours  [said 2026-01-10, expires 2026-02-28]
  on the way  expired 2026-03-01

+ ADDED (1)  no position at the beginning

+ Trainees  trainees
  after       RED LINE  Kept  [said 2026-03-02]

= REAFFIRMED (2)  the same, stated again

= Parking  parking
  now         Free  [said 2026-01-10, reaffirmed 2026-03-02]

= Canteen  canteen
  now         Kept  [said 2026-03-09]
  on the way  reversed 2026-03-02, reversed 2026-03-09
""",
    "changes employer --since 2026-02-01 --until 2026-04-01 --issue pay,site --all": """\
Changes from the end of 2026-02-01 to 2026-04-01

Employer
  = Nothing changed in the 2 positions held on 2026-02-01: 0 reaffirmed, 2 not stated again.

UNCHANGED (2)  the same, not stated again as a whole

  Pay  pay
  now         at most 3 percent  [said 2026-01-12]

  Site  site
  now         Moves or Closes  [said 2026-01-12]
""",
    "changes union --since 2026-02-01 --until 2026-04-01 --issue pay,length --against all": """\
Changes from the end of 2026-02-01 to 2026-04-01
  Not counted: 1 statement only reported; with it: posdiff changes union --since 2026-02-01 --until \
2026-04-01 --issue pay,length --against all --with-reported

Union
  2 of the 2 positions held on 2026-02-01 changed: 1 replaced, 1 softened; 0 reaffirmed, 0 not stated again.

⇒ REPLACED (1)  something else instead: nothing accepted before is accepted now

⇒ Length  length
  before      at most 12 months  [said 2026-01-10]
  after       at least 18 months and at most 24 months  [said 2026-03-02]
  moved       by 6 months, from 12 months to 18 months
  movement    closer to Employer; whether it is closer to Council and Guild cannot be measured

▽ SOFTENED (1)  accepts more, or less firmly

▽ Pay  pay
  before      at least 6 percent  [said 2026-01-10]
  after       at least 4 percent  [said 2026-03-09]
  on the way  softened 2026-03-02, softened 2026-03-09
  movement    closer to Employer; neither closer to Guild nor farther away; whether it is closer to Council cannot be \
measured
""",
    "changes council --since 2026-02-01 --until 2026-03-25 --issue site": """\
Changes from the end of 2026-02-01 to 2026-03-25

Council
  = Nothing changed in the position held on 2026-02-01: it was reaffirmed.

= REAFFIRMED (1)  the same, stated again

= Site  site
  now         Stays  [said 2026-01-20, reaffirmed 2026-03-20]
""",
    "changes council --since 2026-02-01 --until 2026-03-10 --issue site": """\
Changes from the end of 2026-02-01 to 2026-03-10

Council
  = Nothing changed in the position held on 2026-02-01: it was not stated again.
""",
    "changes guild --since 2026-02-01 --until 2026-03-25": """\
Changes from the end of 2026-02-01 to 2026-03-25

Guild
  = Nothing changed in the 2 positions held on 2026-02-01: all were reaffirmed.

= REAFFIRMED (2)  the same, stated again

= Pay  pay
  now         at least 1 percent  [said 2026-01-15, reaffirmed 2026-03-20]

= Site  site
  now         Stays  [said 2026-01-15, reaffirmed 2026-03-20]
""",
    "changes council --since 2026-04-01 --until 2026-04-10 --issue parking": """\
Changes from the end of 2026-04-01 to 2026-04-10

Council
  + 1 issue taken up since, on 1 of them after an earlier position was given up.

+ ADDED (1)  no position at the beginning

+ Parking  parking
  after       Paid  [said 2026-04-06]
  earlier     an earlier position was held until 2026-03-26
""",
    "changes union --since 2026-02-01 --until 2026-04-01 --issue pay --with-reported": """\
Changes from the end of 2026-02-01 to 2026-04-01
  What is only reported is counted as well.

Union
  1 of the 1 position held on 2026-02-01 changed: 1 softened; 0 reaffirmed, 0 not stated again.

▽ SOFTENED (1)  accepts more, or less firmly

▽ Pay  pay
  before      at least 6 percent  [said 2026-01-10]
  after       at least 3 percent  [reported 2026-03-16]
              on record: at least 4 percent  [said 2026-03-09]
  on the way  softened 2026-03-02, softened 2026-03-09, softened 2026-03-16 (reported)
""",
    "changes guild --since 2026-01-01 --until 2026-01-10": """\
Changes from the end of 2026-01-01 to 2026-01-10

Guild
  No position on 2026-01-01, and none on 2026-01-10.
""",
    "history union --until 2026-04-01": """\
How the positions came about
  Not counted: 1 statement only reported; with it: posdiff history union --until 2026-04-01 --with-reported
  No quote is verified here: no source page is kept.

Union  3 statements

2026-01-10: Demands  union/2026-01-10.yaml
  The chair
  Note: Read out.
  + added  Pay: at least 6 percent
  + added  Bonus: must include: Nights
  + added  Length: at most 12 months
  + added  Site: Stays
  + added  Preamble: In good faith.
  + added  Hours: at most 38 hours
  + added  Holidays: at least 30 days
  + added  Parking: Free
  + added  Canteen: Kept
  + added  Gym: Open
  + added  Pension: flexible  More
  + added  Arbiter: A judge or A panel

2026-03-01: a term ended, its last day was the day before
  … expired  Hours: no position

2026-03-02: A speech  union/2026-03-02.yaml
  − withdrawn   Holidays: no position
  ▽ softened    Pay: at least 5 percent
  ▲ hardened    Bonus: Nights and Weekends
  ⇒ replaced    Length: at least 18 months and at most 24 months
  ⇒ replaced    Site: Moves
  “ reworded    Preamble: In good time.
  + added       Trainees: RED LINE  Kept
                Note: To applause.
                “Each of them.”  [2026-03-02]
  ⇄ reversed    Canteen: Shut
  ⇄ reversed    Gym: Closed
  ▲ hardened    Pension: More
  ↷ shifted     Arbiter: A panel or The mayor
  = reaffirmed  Parking: Free

2026-03-09  union/2026-03-09.yaml
  ⇄ reversed  Canteen: Kept
  ▽ softened  Pay: at least 4 percent
""",
    "history union --since 2026-03-15 --until 2026-04-01 --with-reported": """\
How the positions came about
  What is only reported is counted as well.

Union  1 statement

2026-03-16  union/2026-03-16.yaml
  An aide; reported, not stated
  ▽ softened  Pay: at least 3 percent
              on record: at least 4 percent
""",
    "history guild --until 2026-01-10": """\
How the positions came about

Guild  0 statements
  No move to show.
""",
}
HEADINGS = (
    "Union: reversed",
    "Issue",
    "Before",
    "After",
    "Union: replaced",
    "On the way",
    "Union: hardened",
    "Union: softened",
    "Union: shifted",
    "Union: reworded",
    "Union: withdrawn",
    "Before, no longer held",
    "Union: expired",
    "Union: added",
    "Position",
    "Union: reaffirmed",
    "Change: reversed, replaced, hardened, softened, shifted, reworded, withdrawn, expired, added, reaffirmed",
    "Topic: ",
    "Party: Union",
    "Line of statements",
    "Statements",
    "Demands",
    "A speech",
    "2026-03-09",
    "2026-03-16 (reported)",
    "Union, 2026-01-10: every move",
    "Move",
    "Position then",
    "Union, 2026-03-01: every move",
    "Union, 2026-03-02: every move",
    "Union, 2026-03-09: every move",
    "Union, 2026-03-16: every move",
    "Move: reversed, replaced, hardened, softened, shifted, reworded, withdrawn, expired, added, reaffirmed",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("command", PAGES)
def test_the_page_on_changes(command: str, folder: Path) -> None:
    assert formats.write(asked_in_words(load(folder / "positions"), command), "text") == PAGES[command]


def test_the_headings_of_changes(folder: Path) -> None:
    positions = asked(load(folder / "positions"))
    between = positions.changes("union", since="2026-02-01", until="2026-04-01", all=True)
    steps = positions.history("union", until="2026-04-01", with_reported=True)
    assert headings(changes.document(between), history.document(steps)) == HEADINGS


#: Under the overview of many parties (tests/cli/test_overviews_of_many.py).
LEFT_OUT = (
    "18 more, none ever with a red line: 1 shifted, 17 added: posdiff changes russia "
    "--since 2024-06-14 --until 2026-06-30"
)
#: In the overviews of the sample, by how they are asked for.
OF_SAMPLE = {
    "history --until 2026-06-30": (
        "Not shown: 14 more, between 2022-03-07 and 2025-12-29, none of which moved a red line: posdiff history russia "
        "--until 2026-06-30",
    ),
    "history russia --until 2026-06-30": ("2022-03-07 Interview with Reuters",),
    "issues --at 2026-06-30": (
        "Without a line here, of each topic those without a red line on which few have spoken; --full shows all:",
        "TERRITORY, 4 more: ua-withdrawal-area, border-principles, dmz-donbas, crimea-consultation-period",
    ),
    "draft us-28 --at 2026-06-30": (
        "The draft settles, and the party is silent on 9 issues: Russian withdrawal; Special zone in Donbas",
        "✗ Broken (3): Status of Crimea; Ideology and education clauses; Western sanctions",
        "◇ Left open (26 terms on 22 issues): Baseline for talks on territory; Neutrality",
        "= Met (7): Foreign forces that may be in Ukraine (RED LINE, another term: 2026-01-08); Ukraine and NATO",
        "* The agenda has a note on the issue: --full shows it.",
        "= Met (28 terms on 27 issues): Foreign forces that may be in Ukraine (RED LINE, 2 terms); Ukrainian",
    ),
    "conflicts --at 2026-06-30": (
        "Forced (3 outcomes on 2 issues): Where a bar on NATO membership is written; Form of security guarantees",
    ),
}
#: In those of three hundred parties.
OF_MANY = {
    "matrix --at 2026-06-30": (
        "300 PARTIES, 44,850 PAIRS of the issues with a verdict on the two",
        "0 to 20 % 0",
        "THE LOWEST 10 of 44,850",
        "Party 001 and Party 002 33.3 %, 1 of 3 (3 issues)",
        "THE HIGHEST 10 of 44,850",
        "And 3,790 more pairs: --full shows them.",
        "The tables of some of them: posdiff matrix PARTY PARTY…",
    ),
    "matrix --at 2026-06-30 --metric distance": ("too few issues 0", "0.2 to 0.4 22,500"),
    "brief all --at 2026-06-30": (
        "and 294 more: Whether",
        "RED LINES IN THE WAY (30 ON 1 ISSUE)",
        "each leaves nothing on its issue that the parties beside it accept",
        "Each with the positions: posdiff compare all --at 2026-06-30",
        "Party 032 and 284 more",
    ),
    "changes --since 2026-01-01 --until 2026-06-30": (
        "And 294 more parties: 882 added; a red line of Party 061, Party 071, Party 081, Party 091, Party 101, "
        "Party 111, Party 121, Party 131, Party 141, Party 151 and 14 more: posdiff changes PARTY --since 2026-01-01 "
        "--until 2026-06-30",
    ),
    "changes --since 2026-03-01 --until 2026-06-30": (
        "And 294 more parties: nothing changed; none of it of a red line: posdiff changes PARTY --since 2026-03-01 "
        "--until 2026-06-30",
    ),
    "history --until 2026-06-30": ("And 291 more parties: posdiff history PARTY --until 2026-06-30",),
    "draft offer --at 2026-06-30": (
        "And 280 more parties, none of them with a red line crossed: posdiff draft 2026-03-01-offer PARTY "
        "--at 2026-06-30",
    ),
}


#: A red line that came and went between the two days: on an issue held on both, and on one held on neither.
IN_BETWEEN_FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}}
        issues: {pay: {title: Pay, kind: quantity}, site: {title: Site, kind: choice, options: {a: A, b: B}}}
        """,
    "union/2026-01-01.yaml": "date: 2026-01-01\nterms: {pay: {min: 5}}\n",
    "union/2026-02-01.yaml": """
        date: 2026-02-01
        terms: {pay: {min: 6, firmness: red-line}, site: {accepts: a, firmness: red-line}}
        """,
    "union/2026-03-01.yaml": "date: 2026-03-01\nterms: {pay: {min: 4}}\nwithdraws: [site]\n",
}
IN_BETWEEN = """\
Changes from the end of 2026-01-10 to 2026-04-01

Union
  1 of the 1 position held on 2026-01-10 changed: 1 softened; 0 reaffirmed, 0 not stated again.
  Taken up since, and no longer held: Site (a RED LINE in between).

▽ SOFTENED (1)  accepts more, or less firmly

▽ Pay  pay
  before      at least 5  [said 2026-01-01]
  after       at least 4  [said 2026-03-01]
  red line    there was a RED LINE in between, and there is none on either day
  on the way  hardened 2026-02-01, softened 2026-03-01
"""


def test_a_red_line_that_came_and_went(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, IN_BETWEEN_FILES))
    answer = positions.changes("union", since="2026-01-10", until="2026-04-01")
    assert formats.write(answer, "text") == IN_BETWEEN
    overview = formats.write(answer, "text", formats.Look(width=100, full=False))
    assert "  ▽ Pay  at least 5  at least 4  2026-03-01  a RED LINE in between\n" in overview


def sentences() -> list[str]:
    """Every line above."""
    told = [line for pages in (OF_SAMPLE, OF_MANY) for lines in pages.values() for line in lines]
    return [
        LEFT_OUT,
        *IN_BETWEEN.splitlines(),
        *told,
        *HEADINGS,
        *(line for page in PAGES.values() for line in page.splitlines()),
    ]
