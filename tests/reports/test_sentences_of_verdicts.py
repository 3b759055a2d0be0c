"""Every sentence about a comparison: counts, verdicts, days, conflicts over several issues."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words
from posdiff.answers.compare import Compare
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.compose import compare as compose
from writing import write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
    topics: {money: Money}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent, topic: money}
      bonus: {title: Bonus, kind: set, members: {nights: Nights, weekends: Weekends}, topic: money}
      length: {title: Length, kind: quantity, unit: month}
      dismissals: {title: Dismissals, kind: choice, options: {excluded: Excluded, asked: After asking, free: Free}}
      hours: {title: Hours, kind: quantity, unit: hour}
      holidays: {title: Holidays, kind: quantity, unit: day}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
      preamble: {title: Preamble, kind: text}
      arbiter: {title: Arbiter, kind: choice, options: {judge: A judge, panel: A panel, mayor: The mayor}}
      parking: {title: Parking, kind: choice, options: {free: Free, paid: Paid}}
      trainees: {title: Trainees, kind: choice, options: {kept: Kept, let-go: Let go}}
      pension: {title: Pension, kind: choice, options: {as-is: As it is, more: More}}
    rules:
      - {if: {trainees: let-go}, then: {pension: more}, why: Who lets go pays.}
    """
FILES = {
    "agenda.yaml": AGENDA,
    "union/2026-01-10.yaml": """
        date: 2026-01-10
        standing: reported
        terms:
          pay: {min: 6}
          length: {max: 12}
          bonus: {includes: nights}
          holidays: {min: 30, quote: A month at least.}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: Demands
        terms:
          pay: {min: 6, firmness: red-line}
          bonus: {includes: weekends, adds: true}
          length: {max: 24, expires: 2026-12-31}
          dismissals:
            accepts: excluded
            prefers: excluded
            alternatives:
              - {accepts: asked, if: {length: {max: 12}}}
              - {accepts: asked, if: {hours: {max: 35}}}
              - {accepts: asked, if: {pay: {min: 9}}}
              - {accepts: asked, if: {canteen: kept}}
          site: {accepts: stays, applies_if: {pay: {max: 8}}}
          canteen: {alternatives: [{accepts: kept, if: {hours: {max: 40}}}]}
          preamble: In good faith.
          arbiter: {rejects: mayor, vague: true}
          hours: {max: 38}
          trainees: let-go
        """,
    "union/2026-03-09.yaml": "date: 2026-03-09\nreaffirms: [pay, length]\n",
    "union/2026-04-01.yaml": "date: 2026-04-01\nstanding: reported\nreaffirms: [length]\n",
    "council/2026-06-01.yaml": "date: 2026-06-01\nterms: {arbiter: {accepts: any, vague: true}, length: {min: 6}}\n",
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        terms:
          pay: {max: 3}
          bonus: {excludes: [weekends]}
          length: {min: 12}
          dismissals: asked
          site: moves
          canteen: kept
          preamble: In good time.
          arbiter: {accepts: [judge, mayor]}
          hours: {max: 38}
          pension: as-is
        """,
    "council/2026-03-06.yaml": """
        date: 2026-03-06
        terms:
          pay: {max: 4}
          site: [stays, moves]
          arbiter: {rejects: [judge], vague: true}
          preamble: In no hurry.
        """,
}


#: By command, the page that it prints.
PAGES = {
    "compare union council --issue arbiter --at 2026-06-02": """\
Union and Council as of 2026-06-02 (last heard on this issue: Union 2026-03-02, Council 2026-06-01): 1 issue; \
no contradiction, 1 unassessed

“ UNASSESSED (1)  no verdict: words for a reader to judge, or vague terms

“ Arbiter  arbiter
  Union       rejects “The mayor”; does not say what it would accept  [said 2026-03-02]
  Council     leaves it open  [said 2026-06-01]
  no verdict  cannot be assessed: Union and Council have not specified what would be accepted
""",
    "compare union employer --all --with-reported --at 2026-05-01": """\
Union and Employer as of 2026-05-01 (last heard: Union 2026-03-09, Employer 2026-03-05): 13 issues; 2 \
contradictions, 2 conflicts over several \
issues, 3 conditional, 1 overlap, 1 agreed, 3 one-sided, 2 unassessed, 1 silent
  What is only reported is counted as well.
  On record, without reports: 13 issues; 2 contradictions, 3 conditional, 1 overlap, 1 agreed, \
2 one-sided, 2 unassessed, 2 silent

✗ CONTRADICTIONS (2)  nothing is acceptable to all who hold a position

✗ Pay  pay
  Union            RED LINE  at least 6 percent  [said 2026-03-02, reaffirmed 2026-03-09]
  Employer         at most 3 percent  [said 2026-03-05]
  clash            gap of 3 percent, from 3 percent to 6 percent

✗ Bonus  bonus
  Union            must include: Nights  [reported 2026-01-10]
                   and must include: Weekends  [said 2026-03-02]
                   on record: must include: Weekends  [said 2026-03-02]
  Employer         must not include: Weekends  [said 2026-03-05]
  clash            Weekends: included by Union, ruled out by Employer

⊗ CONFLICTS OVER SEVERAL ISSUES (2)  terms that cannot all hold, though no single issue shows it

⊗ Trainees × Pension
  Union     Trainees: Let go  [said 2026-03-02]
  Employer  Pension: As it is  [said 2026-03-05]
  By the agenda, if Trainees: Let go, then Pension: More (Who lets go pays).

⊗ Pay × Site
  Employer  Pay: at most 3 percent  [said 2026-03-05]
  Union     Site: Stays – but only where Pay: at most 8 percent  [said 2026-03-02]
  Employer  Site: Moves  [said 2026-03-05]
  Explained step by step: posdiff conflicts union employer --at 2026-05-01 --with-reported

◇ CONDITIONAL (3)  something is acceptable to all who hold a position, on conditions

◇ Dismissals  dismissals
  Union            Excluded; or After asking, if Length: at most 12 months; or After asking, if Hours: at most 35 \
hours; or After asking, if Pay: at least 9 percent; or After asking, if Canteen: Kept; prefers “Excluded”  [said \
2026-03-02]
  Employer         After asking  [said 2026-03-05]
  on condition     After asking, for Union if Length: at most 12 months
  on condition     After asking, for Union if Hours: at most 35 hours
  on condition     After asking, for Union if Pay: at least 9 percent
  on condition     and 1 more

◇ Site  site
  Union            Stays – but only where Pay: at most 8 percent  [said 2026-03-02]
  Employer         Moves  [said 2026-03-05]
  on condition     Moves, unless, for Union, Pay: at most 8 percent

◇ Canteen  canteen
  Union            only on a condition: Kept, if Hours: at most 40 hours  [said 2026-03-02]
  Employer         Kept  [said 2026-03-05]
  on condition     Kept, for Union if Hours: at most 40 hours

≈ OVERLAP (1)  common ground: outcomes that would meet all who hold a position, whether or not anybody has said so

≈ Length  length
  Union            at most 24 months  [said 2026-03-02, reported again 2026-04-01, expires 2026-12-31]
  Employer         at least 12 months  [said 2026-03-05]
  would meet both  at least 12 months and at most 24 months

= AGREED (1)  all who hold a position accept the same

= Hours  hours
  Union            at most 38 hours  [said 2026-03-02]
  Employer         at most 38 hours  [said 2026-03-05]

· ONE-SIDED (3)  only one holds a position

· Holidays  holidays
  Union            at least 30 days  [reported 2026-01-10]
                   on record: no position
  silent           Employer

· Trainees  trainees
  Union            Let go  [said 2026-03-02]
  silent           Employer

· Pension  pension
  Employer         As it is  [said 2026-03-05]
  silent           Union

“ UNASSESSED (2)  no verdict: words for a reader to judge, or vague terms

“ Preamble  preamble
  Union            In good faith.  [said 2026-03-02]
  Employer         In good time.  [said 2026-03-05]
  no verdict       words, for a reader to judge
  by word          In good [-faith-]{+time+}.

“ Arbiter  arbiter
  Union            rejects “The mayor”; does not say what it would accept  [said 2026-03-02]
  Employer         A judge or The mayor  [said 2026-03-05]
  no verdict       cannot be assessed: one side says only what it rejects

SILENT (1)  none holds a position

  Parking  parking
""",
    "compare union employer council --issue pay,arbiter,preamble --at 2026-05-01": """\
Union, Employer and Council as of 2026-05-01 (last heard on these issues: Union 2026-03-09, Employer \
2026-03-05, Council 2026-03-06): 3 issues; 2 contradictions, 2 conflicts over \
several issues, 1 unassessed
  Not counted: 1 statement only reported; with it: posdiff compare union employer council --issue \
pay,arbiter,preamble --at 2026-05-01 --with-reported
  Alone in a contradiction, nothing on file keeping the others apart: Union on 1 issue

✗ CONTRADICTIONS (2)  nothing is acceptable to all who hold a position

✗ Pay  pay
  Union                 RED LINE  at least 6 percent  [said 2026-03-02, reaffirmed 2026-03-09]
  Employer              at most 3 percent  [said 2026-03-05]
  Council               at most 4 percent  [said 2026-03-06]
  clash                 gap of 3 percent, from 3 percent to 6 percent
  apart                 Union and Employer; Union and Council
  alone                 Union; nothing on file keeps the others apart

✗ Arbiter  arbiter
  Union                 rejects “The mayor”; does not say what it would accept  [said 2026-03-02]
  Employer              A judge or The mayor  [said 2026-03-05]
  Council               rejects “A judge”; does not say what it would accept  [said 2026-03-06]
  clash                 The mayor (accepted by Employer, rejected by Union); A judge (accepted by \
Employer, rejected by Council)
  apart                 Union, Employer and Council

⊗ CONFLICTS OVER SEVERAL ISSUES (2)  terms that cannot all hold, though no single issue shows it

⊗ Pay × Site
  Employer  Pay: at most 3 percent  [said 2026-03-05]
  Union     Site: Stays – but only where Pay: at most 8 percent  [said 2026-03-02]
  Employer  Site: Moves  [said 2026-03-05]

⊗ Pay × Site
  Council   Pay: at most 4 percent  [said 2026-03-06]
  Union     Site: Stays – but only where Pay: at most 8 percent  [said 2026-03-02]
  Employer  Site: Moves  [said 2026-03-05]
  Explained step by step: posdiff conflicts union employer council --at 2026-05-01

“ UNASSESSED (1)  no verdict: words for a reader to judge, or vague terms

“ Preamble  preamble
  Union                 In good faith.  [said 2026-03-02]
  Employer              In good time.  [said 2026-03-05]
  Council               In no hurry.  [said 2026-03-06]
  no verdict            words, for a reader to judge
  by word, to Employer  In good [-faith-]{+time+}.
  by word, to Council   In [-good faith-]{+no hurry+}.
""",
    "compare union employer --only conflict --issue pension --at 2026-05-01": """\
Union and Employer as of 2026-05-01 (last heard on this issue: Employer 2026-03-05): 1 issue; no contradiction, \
1 conflict over several \
issues, 1 one-sided

⊗ CONFLICT OVER SEVERAL ISSUES (1)  terms that cannot all hold, though no single issue shows it

⊗ Trainees × Pension
  Union     Trainees: Let go  [said 2026-03-02]
  Employer  Pension: As it is  [said 2026-03-05]
  By the agenda, if Trainees: Let go, then Pension: More (Who lets go pays).
  Explained step by step: posdiff conflicts union employer --at 2026-05-01
""",
    "compare union employer --issue parking --at 2026-05-01": """\
Union and Employer as of 2026-05-01: 0 issues; none of the parties holds a position on the issues asked for
  No issue to show.
""",
    "compare union employer council --issue length --at 2026-06-02": """\
Union, Employer and Council as of 2026-06-02 (last heard on this issue: Union 2026-03-09, Employer 2026-03-05, \
Council 2026-06-01): 1 issue; no contradiction, 1 overlap
  Not counted: 2 statements only reported; with them: posdiff compare union employer council --issue length \
--at 2026-06-02 --with-reported

≈ OVERLAP (1)  common ground: outcomes that would meet all who hold a position, whether or not anybody has said so

≈ Length  length
  Union           at most 24 months  [said 2026-03-02, reaffirmed 2026-03-09, expires 2026-12-31]
  Employer        at least 12 months  [said 2026-03-05]
  Council         at least 6 months  [said 2026-06-01]
  would meet all  at least 12 months and at most 24 months
""",
    "show union holidays arbiter --with-reported --at 2026-05-01": """\
Union as of 2026-05-01: a position on 2 of 2 issues
  What is only reported is counted as well.
  No quote is verified here: no source page is kept.

NO TOPIC

Holidays  holidays
  position    at least 30 days  [reported 2026-01-10]
              on record: no position
              “A month at least.”  [as reported 2026-01-10]
              union/2026-01-10.yaml:7
  rests on    quote as reported · no publisher named · 3 months old · coded once

Arbiter  arbiter
  position    rejects “The mayor”; does not say what it would accept  [said 2026-03-02]
              union/2026-03-02.yaml:18
  rests on    no quote · no publisher named · 1 month old · coded once
""",
}
#: The page where every search was cut.
CUT = """\
Union and Employer as of 2026-05-01 (last heard: Union 2026-03-09, Employer 2026-03-05): 3 issues; no \
contradiction, 1 overlap, 1 agreed, 1 \
unassessed
  What is only reported is counted as well.
  On record, without reports: 13 issues; 2 contradictions, 3 conditional, 1 overlap, 1 agreed, \
2 one-sided, 2 unassessed, 2 silent

⊗ CONFLICTS OVER SEVERAL ISSUES (0)  terms that cannot all hold, though no single issue shows it
  The search was cut: there may be more.
  Explained step by step: posdiff conflicts union employer --at 2026-05-01 --with-reported

≈ OVERLAP (1)  common ground: outcomes that would meet all who hold a position, whether or not anybody has said so

≈ Length  length
  Union            at most 24 months  [said 2026-03-02, reported again 2026-04-01, expires 2026-12-31]
  Employer         at least 12 months  [said 2026-03-05]
  would meet both  at least 12 months and at most 24 months
  cut              the search was cut: there may be more

= AGREED (1)  all who hold a position accept the same

= Hours  hours
  Union            at most 38 hours  [said 2026-03-02]
  Employer         at most 38 hours  [said 2026-03-05]
  cut              the search was cut: there may be more

“ UNASSESSED (1)  no verdict: words for a reader to judge, or vague terms

“ Arbiter  arbiter
  Union            rejects “The mayor”; does not say what it would accept  [said 2026-03-02]
  Employer         A judge or The mayor  [said 2026-03-05]
  no verdict       there are more offers than are compared: the search was cut
"""
HEADINGS = (
    "contradictions: the positions side by side",
    "Issue",
    "Union",
    "Employer",
    "What clashes",
    "Trainees × Pension",
    "Party",
    "Position",
    "Pay × Site",
    "conditional: the positions side by side",
    "What it hangs on",
    "overlaps: the positions side by side",
    "What would meet all",
    "agreed: the positions side by side",
    "one-sided: the positions side by side",
    "unassessed: the positions side by side",
    "Why no verdict",
    "silent: the positions side by side",
    "Relation: contradictions, conflicts over several issues, conditional, overlaps, agreed, one-sided, unassessed, "
    "silent",
    "Topic: Money",
    "Party with a position: Union, Employer",
    "Red lines: with a red line",
    "Besides",
    "Relation: overlaps, agreed, unassessed",
    "Topic: ",
    "Red lines: ",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("command", PAGES)
def test_the_page_on_a_comparison(command: str, folder: Path) -> None:
    assert formats.write(asked_in_words(load(folder / "positions"), command), "text") == PAGES[command]


def test_the_page_where_every_search_was_cut(folder: Path) -> None:
    assert formats.write(cut_short(folder), "text") == CUT


def test_the_headings_of_a_comparison(folder: Path) -> None:
    assert headings(compose.document(compared(folder)), compose.document(cut_short(folder))) == HEADINGS


def compared(folder: Path) -> Compare:
    """Union and employer, with what is only reported."""
    return asked(load(folder / "positions")).compare("union", "employer", at="2026-05-01", all=True, with_reported=True)


def cut_short(folder: Path) -> Compare:
    """The same, as if a few searches had been cut."""
    answer = compared(folder)
    rows = (row._replace(complete=False) for row in answer.issues if row.issue.id in ("arbiter", "length", "hours"))
    return replace(answer, issues=tuple(rows), conflicts=(), conflicts_complete=False)


def sentences() -> list[str]:
    """Every line above."""
    return [*HEADINGS, *(line for page in (*PAGES.values(), CUT) for line in page.splitlines())]
