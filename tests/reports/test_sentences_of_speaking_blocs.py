"""What is told of members of several blocs: in whose name it was said, what counts once, who dissents."""

from __future__ import annotations

import pytest

from answering import asked_in_words
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Invented talks. Mali is in two blocs that are both in G77, Kenya in one of them and in G77; Nepal dissents.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          g77: {name: G77, members: [ldc, africa, kenya]}
          ldc: {name: LDC, members: [nepal, mali]}
          africa: {name: African Group, members: [mali, kenya]}
          nepal: {name: Nepal, group: inland}
          mali: {name: Mali, group: inland}
          kenya: {name: Kenya}
          us: {name: United States}
        steps: {figure: Figure named, structure: Structure settled}
        issues:
          goal: {title: Total goal, kind: quantity, unit: dollar}
          floor: {title: Floor, kind: quantity, unit: dollar}
          phaseout: {title: Phase-out, kind: choice, options: {no: No, yes: Yes}}
          first: {title: What comes first, kind: sequence}
        """,
    "g77/2024-03-01.yaml": """
        date: 2024-03-01
        terms: {goal: {min: 1300, firmness: red-line}, phaseout: no, first: {order: [structure, figure]}}
        """,
    "africa/2024-03-10.yaml": "date: 2024-03-10\nterms: {goal: {min: 1300}, floor: {max: 100}}\n",
    "ldc/2024-02-01.yaml": "date: 2024-02-01\nterms: {floor: {min: 220, firmness: red-line}}\n",
    "nepal/2024-04-10.yaml": "date: 2024-04-10\nterms: {goal: {min: 1000}}\ndissents: [phaseout]\n",
    "drafts/2024-04-20-offer.yaml": "date: 2024-04-20\nby: [us]\noutcomes: {floor: {exactly: 50}}\n",
    "us/2024-04-02.yaml": """
        date: 2024-04-02
        terms:
          goal: {max: 200, firmness: red-line}
          floor: {max: 50}
          phaseout: yes
          first: {order: [figure, structure]}
        """,
}
#: By the question, the whole answer in full.
PAGES = {
    "compare all --issue goal --at 2024-05-01": """\
G77, LDC, African Group, Nepal, Mali, Kenya and United States as of 2024-05-01 (last heard on this issue: earliest G77 \
2024-03-01, latest Nepal 2024-04-10): 1 issue; 1 contradiction
  Alone in a contradiction, nothing on file keeping the others apart: United States on 1 issue
  Not in their own words: LDC 1 of 1 position through G77; Mali 1 of 1 position through G77 and African Group; Kenya 1 \
of 1 position through G77 and African Group.
  G77 speaks for LDC, African Group, Nepal, Mali and Kenya too: what is held through it is one and the same.
  LDC speaks for Nepal and Mali too: what is held through it is one and the same.
  African Group speaks for Mali and Kenya too: what is held through it is one and the same.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Total goal  7 parties; different positions: 3; posdiff who goal shows since when, and in whose words
  clash: gap of 1,100 dollars, from 200 dollars to 1,300 dollars
  alone: United States; nothing on file keeps the others apart

1. at least 1,300 dollars
  parties                 2: G77; African Group
                          1 through G77: LDC
                          2 through G77 and African Group: Mali; Kenya
  red line of             G77 and 3 through it
  nothing in common with  3

2. at least 1,000 dollars
  parties                 1: Nepal
  nothing in common with  3

3. at most 200 dollars
  parties                 1: United States
  red line of             United States
  nothing in common with  1; 2
""",
    "compare all --issue floor --at 2024-05-01": """\
G77, LDC, African Group, Nepal, Mali, Kenya and United States as of 2024-05-01 (last heard on this issue: earliest LDC \
2024-02-01, latest United States 2024-04-02): 1 issue; 1 contradiction
  Not in their own words: Nepal 1 of 1 position through LDC; Mali 1 of 1 position through LDC and African Group; Kenya \
1 of 1 position through African Group.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).
  LDC speaks for Nepal and Mali too: what is held through it is one and the same.
  African Group speaks for Mali and Kenya too: what is held through it is one and the same.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Floor  6 parties; different positions: 4; posdiff who floor shows since when, and in whose words
  clash: gap of 170 dollars, from 50 dollars to 220 dollars
  both sides: Mali through LDC and African Group: no outcome meets all of it
  between: LDC, at least 220 dollars (red line) against African Group, at most 100 dollars (firm)

1. at least 220 dollars
  parties                 1: LDC
                          1 through LDC: Nepal
  red line of             LDC and 1 through it
  nothing in common with  2; 3; 4

2. at most 100 dollars
  parties                 1: African Group
                          1 through African Group: Kenya
  nothing in common with  1; 3

3. at least 220 dollars; and at most 100 dollars
  no outcome meets all of it
  parties                 1 through LDC and African Group: Mali
  red line of             Mali (through LDC: at least 220 dollars)
  nothing in common with  1; 2; 4

4. at most 50 dollars
  parties                 1: United States
  nothing in common with  1; 3

  silent: G77
""",
    "brief mali us --issue goal --at 2024-05-01": """\
Positions: a brief on Mali and United States: The positions of Mali and United States cannot hold together: the red \
lines alone already conflict.
  Positions as of 2024-05-01 (last heard on this issue: Mali through African Group 2024-03-10, United States \
2024-04-02): 1 issue; 1 contradiction
  Not in their own words: Mali 1 of 1 position through G77 and African Group.

RED LINES IN THE WAY (2 ON 1 ISSUE)  each leaves nothing on its issue that the parties beside it accept

✗ Total goal
  red line    Mali: RED LINE  at least 1,300 dollars (through LDC, from G77) (said 2024-03-01; African Group said it \
less firmly 2024-03-10)
              no quote on file
  against     United States: RED LINE  at most 200 dollars (said 2024-04-02)

✗ Total goal
  red line    United States: RED LINE  at most 200 dollars (said 2024-04-02)
              no quote on file
  against     Mali: RED LINE  at least 1,300 dollars (through LDC, from G77) (said 2024-03-01)

WHERE THEY STAND
  Each with the positions: posdiff compare mali us --at 2024-05-01 --issue goal --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  No quote on file: Mali on 1 (Total goal); United States on 1 (Total goal)
  No publisher named: Mali on 1 (Total goal); United States on 1 (Total goal)
  Coded once: all of 2 positions
  All positions, quotes, days and sources: posdiff report mali us --at 2024-05-01 --issue goal
""",
    "who goal --refuses 300 --at 2024-05-01": """\
Total goal: who refuses exactly 300 dollars, as of 2024-05-01: 7 of 7 parties hold a position, 3 of them through a \
bloc; 3 different positions
  refused by 4, and 1 through G77 and 2 through both G77 and African Group

at least 1,300 dollars: 5 parties, 3 through a bloc

G77  g77
  position    RED LINE  at least 1,300 dollars  [said 2024-03-01]
              g77/2024-03-01.yaml:2
  through it  1: LDC

African Group  africa
  position    at least 1,300 dollars  [said 2024-03-10]
              africa/2024-03-10.yaml:2

G77 and African Group
  position    through LDC, from G77: RED LINE  at least 1,300 dollars  [said 2024-03-01]
              through African Group: said again, less firmly: at least 1,300 dollars  [said 2024-03-10]
              g77/2024-03-01.yaml:2, africa/2024-03-10.yaml:2
  through it  2: Mali (through LDC); Kenya

at least 1,000 dollars: 1 party

Nepal  nepal
  position    at least 1,000 dollars  [said 2024-04-10]
              nepal/2024-04-10.yaml:2

at most 200 dollars: 1 party

United States  us
  position    RED LINE  at most 200 dollars  [said 2024-04-02]
              us/2024-04-02.yaml:3
""",
    "who phaseout --refuses yes --at 2024-05-01": """\
Phase-out: who refuses Yes, as of 2024-05-01: 6 of 7 parties hold a position, 4 of them through a bloc; 2 different \
positions
  accepted by 1; refused by 1 (G77), and 4 through it; 1 without a position (Nepal dissents from LDC)

No: 5 parties, 4 through a bloc

G77  g77
  position    No  [said 2024-03-01]
              g77/2024-03-01.yaml:2
  through it  4: LDC; African Group; Mali (through LDC and African Group); Kenya (through African Group)
""",
    "brief nepal us --issue phaseout --at 2024-05-01": """\
Positions: a brief on Nepal and United States: The positions of Nepal and United States cannot hold together; the red \
lines alone can.
  Positions as of 2024-05-01 (last heard on this issue: United States 2024-04-02): 1 issue; no contradiction, 1 \
one-sided
  Nepal dissents from LDC on Phase-out.

RED LINES IN THE WAY
  No red line stands against another party's position on an issue.

WHERE THEY STAND
  Each with the positions: posdiff compare nepal us --at 2024-05-01 --issue phaseout --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  Silent, where another holds a position: Nepal on 1 (Phase-out)
  No quote on file: United States on 1 (Phase-out)
  No publisher named: United States on 1 (Phase-out)
  Coded once: all of 1 position
  All positions, quotes, days and sources: posdiff report nepal us --at 2024-05-01 --issue phaseout
""",
    "brief nepal mali --issue first --at 2024-05-01": """\
Positions: a brief on Nepal and Mali: The positions of Nepal and Mali cannot hold together; the red lines alone can.
  Positions as of 2024-05-01 (last heard on this issue: Nepal through G77 2024-03-01, Mali through G77 2024-03-01): 1 \
issue; no contradiction, 1 agreed
  Not in their own words: Nepal 1 of 1 position through G77; Mali 1 of 1 position through G77.

RED LINES IN THE WAY
  No red line stands against another party's position on an issue.

WHERE THEY STAND
  = 1 agreed: What comes first (one voice: G77)
  Each with the positions: posdiff compare nepal mali --at 2024-05-01 --issue first --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  No quote on file: Nepal on 1 (What comes first); Mali on 1 (What comes first)
  No publisher named: Nepal on 1 (What comes first); Mali on 1 (What comes first)
  Coded once: all of 1 position
  All positions, quotes, days and sources: posdiff report nepal mali --at 2024-05-01 --issue first
""",
    "compare nepal mali kenya --issue first --at 2024-05-01": """\
Nepal, Mali and Kenya as of 2024-05-01 (last heard on this issue: Nepal through G77 2024-03-01, Mali through G77 \
2024-03-01, Kenya through G77 2024-03-01): 1 issue; no contradiction, 1 agreed
  Not in their own words: Nepal 1 of 1 position through G77; Mali 1 of 1 position through G77; Kenya 1 of 1 position \
through G77.

= AGREED (1)  all who hold a position accept the same

= What comes first  first
  Nepal       through LDC, from G77: “Structure settled” before “Figure named”  [said 2024-03-01]
  Mali        through LDC and African Group, from G77: “Structure settled” before “Figure named”  [said 2024-03-01]
  Kenya       through G77, also through African Group: “Structure settled” before “Figure named”  [said 2024-03-01]
  one voice   G77
""",
}
#: By the question, the whole overview.
OVERVIEWS = {
    "compare all --at 2024-05-01": """\
G77, LDC, African Group, Nepal, Mali, Kenya and United States as of 2024-05-01 (last heard: earliest LDC 2024-02-01, \
latest Nepal 2024-04-10): 4 issues, 2 with a red line; ✗ 4 contradictions, ↻ 1 deadlock
  Alone in a contradiction, nothing on file keeping the others apart: United States on 3 issues
  5 parties hold positions through G77, LDC and African Group.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).
  G77 speaks for LDC, African Group, Nepal, Mali and Kenya too: what is held through it is one and the same.
  LDC speaks for Nepal and Mali too: what is held through it is one and the same.
  African Group speaks for Mali and Kenya too: what is held through it is one and the same.
  Nepal dissents from LDC on Phase-out.

  Issue               Sides, by what they accept                           Red line
  ✗ Total goal        G77 and 1 through it, AG, Ne, MALI, Ke; US           G77 and 3 through it, US
  ✗ Floor             LDC and 1 through it; AG and 1 through it, US; MALI  LDC and 2 through it
  ✗ Phase-out         G77 and 4 through it “No”; US “Yes”
  ✗ What comes first  G77 and 5 through it; US
  AG African Group, Ne Nepal, MALI Mali, Ke Kenya, US United States
  ✗ nothing meets all
  Total goal: African Group said it less firmly 2024-03-10

↻ DEADLOCK (1)  1 by demands alone, 0 with steps that the agenda orders; → means before
  United States and G77: Figure named → Structure settled → Figure named

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "compare @ldc us --at 2024-05-01": """\
Nepal, Mali and United States as of 2024-05-01 (last heard: Nepal 2024-04-10, Mali through African Group 2024-03-10, \
United States 2024-04-02): 4 issues, 2 with a red line; ✗ 4 contradictions, ↻ 1 deadlock
  Alone in a contradiction, nothing on file keeping the others apart: United States on 2 issues
  Not in their own words: Nepal 2 of 3 positions through LDC and G77; Mali 4 of 4 positions through G77, African \
Group and LDC.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).

  Issue               Nepal                    Mali                     United States            Red line
  ✗ Total goal        at least 1,000 dollars   at least 1,300 dollars…  at most 200 dollars      Mali (through G77), Un…
  ✗ Floor             at least 220 dollars (…  at least 220 dollars (…  at most 50 dollars       through LDC: 2
  ✗ Phase-out         dissents from LDC        No (through LDC, from…   Yes
  ✗ What comes first  “Structure settled” be…  “Structure settled” be…  “Figure named” before…
  ✗ nothing meets all
  Total goal: African Group said it less firmly 2024-03-10

↻ DEADLOCK (1)  1 by demands alone, 0 with steps that the agenda orders; → means before
  United States, Nepal (through G77) and Mali (through G77): Figure named → Structure settled → Figure named

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "compare nepal us --at 2024-05-01": """\
Nepal and United States as of 2024-05-01 (last heard: Nepal 2024-04-10, United States 2024-04-02): 4 issues, 2 with a \
red line; ✗ 3 contradictions, ↻ 1 deadlock, · 1 one-sided
  Not in their own words: Nepal 2 of 3 positions through LDC and G77.
  Nepal dissents from LDC on Phase-out.

  Issue               Nepal                              United States                      Red line
  ✗ Total goal        at least 1,000 dollars             at most 200 dollars                RED LINE United States
  ✗ Floor             at least 220 dollars (through LD…  at most 50 dollars                 RED LINE Nepal (through LDC)
  ✗ What comes first  “Structure settled” before “Figu…  “Figure named” before “Structure…
  ✗ nothing meets both

↻ DEADLOCK (1)  1 by demands alone, 0 with steps that the agenda orders; → means before
  United States and Nepal (through G77): Figure named → Structure settled → Figure named

  · Only United States (1): Phase-out

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "compare nepal mali --by group --at 2024-05-01": """\
Nepal and Mali as of 2024-05-01 (last heard: Nepal 2024-04-10, Mali through African Group 2024-03-10): 4 issues, 2 \
with a red line; ✗ 1 contradiction, ≈ 1 overlap, = 1 agreed, · 1 one-sided
  Not in their own words: Nepal 2 of 3 positions through LDC and G77; Mali 4 of 4 positions through G77, African \
Group and LDC.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).
  Nepal dissents from LDC on Phase-out.

  Issue               Nepal                              Mali                                Red line
  ✗ Floor             at least 220 dollars (through LD…  at least 220 dollars (through LDC…  RED LINE through LDC: 2
  ≈ Total goal        at least 1,000 dollars             at least 1,300 dollars (through L…  RED LINE Mali (through G77)
  = What comes first  “Structure settled” before “Figu…  “Structure settled” before “Figur…
  ✗ nothing meets both; ≈ something meets both, said or not; = they accept the same
  ≈ Total goal: would meet both: “at least 1,300 dollars”
  One voice: G77 on What comes first
  Total goal: African Group said it less firmly 2024-03-10

GROUP BY GROUP  how those of each group stand to each other; a group is a heading of the agenda, and speaks for nobody
  inland: Nepal, Mali

  Group   ✗  ≈  =              ·
  inland  1  1  1 (one voice)  1

  Issue             inland
  Total goal        RED LINE Mali: ≈ overlap, 2 positions
  Floor             RED LINE Nepal, Mali: ✗ contradiction, 2 positions
  Phase-out         No – Mali
  What comes first  “Structure settled” before “Figure named” (one voice: G77)

  · Only Mali (1): Phase-out

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "conflicts nepal us --at 2024-05-01": """\
Nepal and United States as of 2024-05-01: cannot hold together; the red lines alone can
  Not in their own words: Nepal 2 of 3 positions through LDC and G77.
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  each party                what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (3)  terms that cannot all hold; without any one of them the rest can
  1. Nepal (firm) × United States (red line): Total goal
  2. Nepal through LDC (red line) × United States (firm): Floor
  3. Nepal through G77 (firm) × United States (firm): What comes first

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out

  Issues            Any of these
  Total goal        Nepal (firm) or United States (red line)
  Floor             Nepal through LDC (red line) or United States (firm)
  What comes first  Nepal through G77 (firm) or United States (firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.

  Nepal               United States       Ways
  nothing             1 red line, 2 firm  1
  1 firm              2 firm              1
  2 firm              1 firm              1
  1 red line, 2 firm  nothing             1

  Silent: Nepal on 1 issue
  Nepal dissents from LDC on Phase-out.

  --full explains each conflict step by step; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "conflicts @ldc us --at 2024-05-01": """\
Nepal, Mali and United States as of 2024-05-01: cannot hold together: the red lines alone already conflict
  Nepal and Mali hold the same through LDC: it counts once, with Nepal.
  Nepal and Mali hold the same through G77: it counts once, with Nepal.
  Not in their own words: Nepal 2 of 3 positions through LDC and G77; Mali 4 of 4 positions through G77, African Group \
and LDC.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           cannot hold together
  Nepal and United States   what it holds can hold together, as far as stated
  Mali                      what it holds through LDC and African Group cannot hold together (Floor)

✗ MINIMAL CONFLICTS (6)  terms that cannot all hold; without any one of them the rest can
  1. Mali through G77 (red line) × United States (red line): Total goal
  2. Nepal (firm) × United States (red line): Total goal
  3. Nepal and Mali through LDC (red line) × Mali through African Group (firm): Floor
  4. Nepal and Mali through LDC (red line) × United States (firm): Floor
  5. Mali through G77 (firm) × United States (firm): Phase-out
  6. Nepal and Mali through G77 (firm) × United States (firm): What comes first

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out

  Issues            Any of these
  Total goal        2 sets of 1 to 2 terms
  Floor             2 sets of 1 to 2 terms
  Phase-out         Mali through G77 (firm) or United States (firm)
  What comes first  Nepal and Mali through G77 (firm) or United States (firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.

  Nepal (also LDC and G77)  Mali through G77 and African Group  United States       Ways
  nothing                   1 firm                              1 red line, 3 firm  1
  1 firm                    1 red line, 2 firm                  2 firm              1
  1 red line                nothing                             1 red line, 2 firm  1
  1 red line, 1 firm        nothing                             1 red line, 1 firm  1
  1 red line, 2 firm        1 red line, 1 firm                  nothing             1
  5 of 16 rows, for each party one in which it gives least: --all shows them all

  Silent: Nepal on 1 issue
  Nepal dissents from LDC on Phase-out.

  --full explains each conflict step by step; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "draft 2024-04-20-offer mali nepal --at 2024-05-01": """\
2024-04-20-offer (2024-04-20) against the positions as of 2024-05-01
  Draft of 2024-04-20, proposed by United States; not in itself any party's position.
  Not in their own words: Mali 4 of 4 positions through G77, LDC and African Group; Nepal 2 of 3 positions through \
LDC and G77.
  Bound to both sides of a contradiction: Mali on Floor (through LDC and African Group).

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  Mali    1        3           1     0            1 red line crossed (Floor, through LDC), 1 left open (Total goal, \
through G77); nothing else broken
  Nepal   1        2           0     0            1 red line crossed (Floor, through LDC); nothing else broken

Mali

  Issue         The draft           Mali                                            Red line
  ✗ Floor       exactly 50 dollars  at least 220 dollars (through LDC)              RED LINE crossed
  ◇ Total goal  silent              at least 1,300 dollars (through LDC, from G77)  RED LINE left open

  ◇ Left open (2): Phase-out (through G77); What comes first (through G77)
  = Met (1): Floor (through African Group, another term: at most 100 dollars (firm, through African Group), 2024-03-10)

Nepal

  Issue    The draft           Nepal                               Red line
  ✗ Floor  exactly 50 dollars  at least 220 dollars (through LDC)  RED LINE crossed

  ◇ Left open (2): Total goal; What comes first (through G77)

  --full shows every term beside the draft; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
}


def sentences() -> list[str]:
    """Every line above."""
    return [line for page in (*PAGES.values(), *OVERVIEWS.values()) for line in page.splitlines()]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier above."""
    return dossier(tmp_path_factory.mktemp("talks"), FILES)


@pytest.mark.parametrize(("question", "page"), PAGES.items())
def test_in_full(read: Dossier, question: str, page: str) -> None:
    assert formats.write(asked_in_words(read, question), "text") == page


@pytest.mark.parametrize(("question", "page"), OVERVIEWS.items())
def test_in_short(read: Dossier, question: str, page: str) -> None:
    assert formats.write(asked_in_words(read, question), "text", Look(full=False)) == page
