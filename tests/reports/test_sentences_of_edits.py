"""Every sentence about what an edit of the files does to positions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from patterns import headings

from answering import judged
from posdiff.reports import formats
from posdiff.reports.compose import check as compose
from posdiff.reports.document import Document
from repositories import Repository

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
    steps: {talks: Talks, strike-ends: The strike ends}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
      pension: {title: Pension, kind: choice, options: {as-is: As it is, more: More}}
      hours: {title: Hours, kind: quantity, unit: hour}
      holidays: {title: Holidays, kind: quantity, unit: day}
      parking: {title: Parking, kind: choice, options: {free: Free, paid: Paid}}
      preamble: {title: Preamble, kind: text}
      begin: {title: What comes first, kind: sequence}
    """
PAPER = "date: 2026-01-30\ntitle: Paper\nby: [council]\noutcomes: {site: moves}\nclauses:\n"
CLAUSES = (
    PAPER
    + """
- {id: 1, text: The site moves in 90 days.}
- {id: 2, title: Talks, text: Both meet., settles: [site], by: [council], status: open, note: As read.}
- {id: 3, text: It is signed.}
- {id: 5, text: Both pay.}
- {id: 6, text: Fairly.}
"""
)
OTHER_CLAUSES = (
    PAPER
    + """
- {id: 1, text: The site moves in 60 days.}
- {id: 5, text: Both pay.}
- {id: 6, text: Fairly.}
- {id: 2, title: Meeting, text: Both meet., by: [union], status: agreed, note: As heard.}
- {id: 4, title: End, text: It ends.}
"""
)
UNION, EMPLOYER, COUNCIL = "union/2026-01-10.yaml", "employer/2026-01-20.yaml", "council/2026-01-25.yaml"
BASE = {
    "agenda.yaml": AGENDA,
    UNION: """
        date: 2026-01-10
        title: Demands
        terms:
          pay: {min: 6}
          site: [stays, moves]
          canteen: kept
          preamble: In good faith.
          begin: {order: [talks, strike-ends]}
        """,
    EMPLOYER: """
        date: 2026-01-20
        title: Reply
        terms:
          pay: {max: 3}
          site: [moves, closes]
          canteen: kept
          preamble: In good time.
        """,
    COUNCIL: "date: 2026-01-25\ntitle: A view\nterms: {begin: {order: [strike-ends, talks]}}\n",
    "drafts/2026-01-30.yaml": CLAUSES,
}
SAID = "date: 2026-02-20\ntitle: A speech\n"
#: Files as an edit leaves them; None where it removes one, and a path where it moves one.
EDITS: list[Mapping[str, str | Path | None]] = [
    {},
    {"union/2026-02-20.yaml": SAID + "terms: {pay: {min: 2}, site: stays, pension: more, hours: {max: 38}}\n"
                                     "withdraws: [canteen]\nreaffirms: [preamble]\n"},
    {"union/2026-02-20.yaml": SAID + "terms: {pay: {min: 7}, site: closes, preamble: At last.}\n",
     "employer/2026-02-21.yaml": "date: 2026-02-21\nterms: {canteen: {accepts: kept, applies_if: {pay: {max: 3}}}}\n"},
    {"employer/2026-02-20.yaml": SAID + "terms: {canteen: {alternatives: [{accepts: shut, if: {pay: {max: 3}}}, "
                                        "{accepts: kept, if: {pay: {max: 2}}}]}}\n"},
    {"employer/2026-02-20.yaml": SAID + "terms: {canteen: shut, site: {rejects: closes, vague: true}}\n",
     "union/2026-02-20.yaml": SAID + "terms: {pay: {min: 6, firmness: red-line, expires: 2026-03-01}}\n"},
    {"council/2026-02-20.yaml": SAID + "terms: {begin: {order: [talks, strike-ends]}}\n"},
    {COUNCIL: None},
    {"employer/2026-02-20.yaml": SAID + "terms: {begin: {order: [strike-ends, talks]}}\n"},
    {"union/2026-01-30.yaml": "date: 2026-01-30\nterms: {pay: {min: 5}}\n"},
    {"union/2026-01-05.yaml": "date: 2026-01-05\ntitle: A letter\nterms: {holidays: {min: 30}, pay: {min: 1}}\n"},
    {UNION: "date: 2026-01-10\ntitle: Demands\nterms: {pay: {min: 3}, site: stays, holidays: {min: 30}}\n"},
    {UNION: None},
    {UNION: Path("union/2026-01-10-demands.yaml"), "drafts/2026-01-30.yaml": Path("drafts/2026-01-30-paper.yaml")},
    {"union/2026-02-20.yaml": SAID + "standing: reported\nterms: {pay: {min: 1}}\n",
     "drafts/2026-02-20.yaml": SAID + "by: [union]\noutcomes: {pay: {exactly: 4}}\n"},
    {"drafts/2026-01-30.yaml": OTHER_CLAUSES},
    {"agenda.yaml": AGENDA.replace("unit: percent", "unit: permille")},
    {"agenda.yaml": AGENDA.replace("closes: Closes", "ends: It ends")},
    {"council/2026-02-20.yaml": SAID + "terms: {pay: {max: 3}, site: moves, canteen: kept, pension: more, "
                                       "hours: {max: 38}, holidays: {min: 30}, parking: free}\n"},
]  # fmt: skip
#: What the base holds that has errors, and what the edit makes of it.
MENDED = "date: 2026-01-12\nterms: {hours: 7}\n", "date: 2026-01-12\nterms: {hours: {max: 7}}\n"
#: Every line of what these edits mean, in this order, each where it comes first.
LINES = (
    "What the edit means: positions as of 2026-04-01, against BASE of 2026-02-01",
    "No position changed.",
    "4 warnings, 4 for information in 5 files",
    "Union: hardened on Site; softened on Pay; no longer holds a position on Canteen; takes a position on "
    "Pension and Hours; 1 position stated again; contradiction with Employer on Pay resolved: now overlap; new "
    "contradiction with Employer on Site; agreement with Employer on Canteen is gone: one has no position now.",
    "POSITIONS THAT NEW STATEMENTS CHANGE (5)  said later than what was on record of the party",
    "▽ Pay  pay",
    "party  Union",
    "kind  softened",
    "before  at least 6 percent  [said 2026-01-10]",
    "after  at least 2 percent  [said 2026-02-20]",
    "by  union/2026-02-20.yaml of 2026-02-20",
    "▲ Site  site",
    "kind  hardened",
    "before  Stays or Moves  [said 2026-01-10]",
    "after  Stays  [said 2026-02-20]",
    "− Canteen  canteen",
    "kind  withdrawn",
    "before  Kept  [said 2026-01-10]",
    "+ Pension  pension",
    "kind  added",
    "after  More  [said 2026-02-20]",
    "+ Hours  hours",
    "after  at most 38 hours  [said 2026-02-20]",
    "HOW THE POSITIONS STAND TO EACH OTHER (3)",
    "≈ Pay  pay",
    "parties  Union and Employer",
    "before  contradiction",
    "after  overlap",
    "would meet both  at least 2 percent and at most 3 percent",
    "✗ Site  site",
    "before  overlap",
    "after  contradiction",
    "clash  Stays (Union) against Moves or Closes (Employer)",
    "apart  Union and Employer",
    "· Canteen  canteen",
    "before  agreed",
    "after  one is silent",
    "STATEMENTS (1)",
    "new: union/2026-02-20.yaml, Union, said 2026-02-20: A speech",
    "5 warnings, 2 for information in 6 files",
    "Union: replaced on Site; hardened on Pay; reworded on Preamble.",
    "Employer: softened on Canteen; agreement with Union on Canteen is now overlap.",
    "POSITIONS THAT NEW STATEMENTS CHANGE (4)  said later than what was on record of the party",
    "▲ Pay  pay",
    "after  at least 7 percent  [said 2026-02-20]",
    "⇒ Site  site",
    "kind  replaced",
    "after  Closes  [said 2026-02-20]",
    "“ Preamble  preamble",
    "kind  reworded",
    "before  In good faith.  [said 2026-01-10]",
    "after  At last.  [said 2026-02-20]",
    "▽ Canteen  canteen",
    "party  Employer",
    "before  Kept  [said 2026-01-20]",
    "after  Kept – but only where Pay: at most 3 percent  [said 2026-02-21]",
    "by  employer/2026-02-21.yaml of 2026-02-21",
    "HOW THE POSITIONS STAND TO EACH OTHER (1)",
    "≈ Canteen  canteen",
    "parties  Employer and Union",
    "would meet both  Kept",
    "counting  what Employer demands only where Pay: at most 3 percent",
    "STATEMENTS (2)",
    "new: employer/2026-02-21.yaml, Employer, said 2026-02-21",
    "6 warnings, 4 for information in 7 files",
    "Employer: shifted on Canteen; agreement with Union on Canteen is now conditional common ground.",
    "POSITIONS THAT NEW STATEMENTS CHANGE (1)  said later than what was on record of the party",
    "↷ Canteen  canteen",
    "kind  shifted",
    "after  only on a condition: Shut, if Pay: at most 3 percent; or Kept, if Pay: at most 2 percent  [said "
    "2026-02-20]",
    "by  employer/2026-02-20.yaml of 2026-02-20",
    "◇ Canteen  canteen",
    "after  conditional",
    "on condition  Kept, for Employer if Pay: at most 2 percent",
    "new: employer/2026-02-20.yaml, Employer, said 2026-02-20: A speech",
    "5 warnings, 4 for information in 6 files",
    "Union: position expired on Pay; contradiction with Employer on Pay is gone: one has no position now.",
    "Employer: reversed on Canteen; shifted on Site; overlap with Union on Site is now words without a verdict; "
    "new contradiction with Union on Canteen.",
    "POSITIONS THAT NEW STATEMENTS CHANGE (3)  said later than what was on record of the party",
    "… Pay  pay",
    "kind  expired",
    "↷ Site  site",
    "before  Moves or Closes  [said 2026-01-20]",
    "after  rejects “Closes”; does not say what it would accept  [said 2026-02-20]",
    "⇄ Canteen  canteen",
    "kind  reversed",
    "after  Shut  [said 2026-02-20]",
    "· Pay  pay",
    "“ Site  site",
    "after  unassessed",
    "no verdict  cannot be assessed: one side says only what it rejects",
    "✗ Canteen  canteen",
    "clash  Kept (Union) against Shut (Employer)",
    "7 warnings, 4 for information in 7 files",
    "Council: reversed on What comes first; contradiction with Union on What comes first resolved: now agreement.",
    "Deadlock resolved: Talks → The strike ends → Talks (Union and Council).",
    "⇄ What comes first  begin",
    "party  Council",
    "before  “The strike ends” before “Talks”  [said 2026-01-25]",
    "after  “Talks” before “The strike ends”  [said 2026-02-20]",
    "by  council/2026-02-20.yaml of 2026-02-20",
    "= What comes first  begin",
    "parties  Council and Union",
    "after  agreed",
    "↻ DEADLOCK RESOLVED (1)",
    "Talks → The strike ends → Talks (Union and Council)",
    "new: council/2026-02-20.yaml, Council, said 2026-02-20: A speech",
    "Council: by a change to the record: no longer has a position on record on What comes first; contradiction "
    "with Union on What comes first is gone: one has no position now.",
    "Deadlock no longer on record: Talks → The strike ends → Talks (Union and Council).",
    "THE RECORD WAS CHANGED (1)  statements that were on record read otherwise, or are gone",
    "− What comes first  begin",
    "kind  no longer on record",
    "by  council/2026-01-25.yaml of 2026-01-25",
    "· What comes first  begin",
    "↻ DEADLOCK NO LONGER ON RECORD (1)",
    "removed: council/2026-01-25.yaml, Council, said 2026-01-25: A view",
    "1 error, 3 warnings, 4 for information in 4 files",
    "Employer: takes a position on What comes first; new contradiction with Union on What comes first; new "
    "agreement with Council on What comes first.",
    "New deadlock: Talks → The strike ends → Talks (Union, Employer and Council).",
    "+ What comes first  begin",
    "after  “The strike ends” before “Talks”  [said 2026-02-20]",
    "HOW THE POSITIONS STAND TO EACH OTHER (2)",
    "✗ What comes first  begin",
    "before  one is silent",
    "clash  these orders close a circle: Talks → The strike ends → Talks",
    "parties  Employer and Council",
    "↻ NEW DEADLOCK (1)",
    "Talks → The strike ends → Talks (Union, Employer and Council)",
    "Union: softened on Pay (said 2026-01-30).",
    "after  at least 5 percent  [said 2026-01-30]",
    "by  union/2026-01-30.yaml of 2026-01-30",
    "new: union/2026-01-30.yaml, Union, said 2026-01-30",
    "Union: newly recorded, said 2026-01-05: a position on Holidays.",
    "NEWLY RECORDED (1)  said before, and on record only now: no change of position",
    "+ Holidays  holidays",
    "after  at least 30 days  [said 2026-01-05]",
    "by  union/2026-01-05.yaml of 2026-01-05",
    "newly recorded: union/2026-01-05.yaml, Union, said 2026-01-05: A letter",
    "5 warnings, 3 for information in 6 files",
    "Union: by a change to the record: hardened on Site, softened on Pay, now holds a position on Holidays, no "
    "longer has a position on record on Canteen, Preamble and What comes first; contradiction with Employer on "
    "Pay is now overlap; new contradiction with Employer on Site; agreement with Employer on Canteen is gone: "
    "one has no position now; contradiction with Council on What comes first is gone: one has no position now.",
    "THE RECORD WAS CHANGED (6)  statements that were on record read otherwise, or are gone",
    "after  at least 3 percent  [said 2026-01-10]",
    "by  union/2026-01-10.yaml of 2026-01-10",
    "after  Stays  [said 2026-01-10]",
    "after  at least 30 days  [said 2026-01-10]",
    "− Preamble  preamble",
    "before  “Talks” before “The strike ends”  [said 2026-01-10]",
    "HOW THE POSITIONS STAND TO EACH OTHER (5)",
    "would meet both  exactly 3 percent",
    "· Preamble  preamble",
    "before  unassessed",
    "parties  Union and Council",
    "changed: union/2026-01-10.yaml, Union, said 2026-01-10: Demands",
    "5 errors, 4 warnings, 4 for information in 5 files",
    "Union: by a change to the record: no longer has a position on record on Pay, Site, Canteen, Preamble and "
    "What comes first; contradiction with Employer on Pay is gone: one has no position now; overlap with "
    "Employer on Site is gone: one has no position now; agreement with Employer on Canteen is gone: one has no "
    "position now; contradiction with Council on What comes first is gone: one has no position now.",
    "THE RECORD WAS CHANGED (5)  statements that were on record read otherwise, or are gone",
    "− Pay  pay",
    "− Site  site",
    "· Site  site",
    "removed: union/2026-01-10.yaml, Union, said 2026-01-10: Demands",
    "renamed: union/2026-01-10-demands.yaml (before: union/2026-01-10.yaml), Union, said 2026-01-10: Demands",
    "renamed: drafts/2026-01-30-paper.yaml (before: drafts/2026-01-30.yaml), draft of 2026-01-30, not in itself "
    "any party's position: Paper",
    "new: union/2026-02-20.yaml, Union, reported, and not counted, 2026-02-20: A speech",
    "new: drafts/2026-02-20.yaml, draft of 2026-02-20, not in itself any party's position: A speech",
    "Clauses of Paper: 1 has other words; 2 stands elsewhere, has another title, has another status, settles other "
    "issues, is proposed by others and has another note; 3 is gone; 4 is new.",
    "CLAUSES OF DRAFTS (4)",
    "Clause 1",
    "draft  Paper",
    "change  other words",
    "words  The site moves in [-90-]{+60+} days.",
    "Clause 2 Meeting",
    "change  moved; another title; another status; settles other issues; proposed by others; another note",
    "Clause 3",
    "change  no longer in the file",
    "words  [-It is signed.-]",
    "Clause 4 End",
    "change  new",
    "words  {+It ends.+}",
    "changed: drafts/2026-01-30.yaml, draft of 2026-01-30, not in itself any party's position: Paper",
    "3 errors, 4 warnings, 4 for information in 5 files",
    "The agenda changes the meaning of 2 terms of Union and Employer, in statements that were not edited.",
    "READ OTHERWISE (2)  by the agenda, in files not touched",
    "Pay",
    "before  at least 6 percent",
    "after  at least 6 permilles",
    "before  at most 3 percent",
    "after  at most 3 permilles",
    "1 error, 4 warnings, 4 for information in 5 files",
    "Union: overlap with Employer on Site is gone: one has no position now.",
    "The agenda changes the meaning of 1 term of Employer, in statements that were not edited.",
    "READ OTHERWISE (1)  by the agenda, in files not touched",
    "Site",
    "before  Moves or Closes",
    "after  not read",
    "2 errors, 4 warnings, 4 for information in 5 files",
    "Council: takes a position on Pay, Site, Canteen, Pension, Hours, Holidays and 1 more; new contradiction "
    "with Union on Pay; new overlap with Union on Site; new agreement with Union on Canteen; new agreement with "
    "Employer on Pay; new overlap with Employer on Site; new agreement with Employer on Canteen.",
    "POSITIONS THAT NEW STATEMENTS CHANGE (7)  said later than what was on record of the party",
    "+ Pay  pay",
    "after  at most 3 percent  [said 2026-02-20]",
    "+ Site  site",
    "after  Moves  [said 2026-02-20]",
    "+ Canteen  canteen",
    "after  Kept  [said 2026-02-20]",
    "after  at least 30 days  [said 2026-02-20]",
    "+ Parking  parking",
    "after  Free  [said 2026-02-20]",
    "HOW THE POSITIONS STAND TO EACH OTHER (6)",
    "✗ Pay  pay",
    "clash  gap of 3 percent, from 3 percent to 6 percent",
    "apart  Union and Council",
    "≈ Site  site",
    "would meet both  Moves",
    "= Canteen  canteen",
    "= Pay  pay",
    "parties  Council and Employer",
    "5 warnings in 6 files",
    "Union: by a change to the record: now holds a position on Hours.",
    "Incomplete: 1 file of the base could not be read without errors: union/2026-01-12.yaml.",
    "after  at most 7 hours  [said 2026-01-12]",
    "by  union/2026-01-12.yaml of 2026-01-12",
    "changed: union/2026-01-12.yaml, Union, said 2026-01-12",
)
HEADINGS = (
    "",
    "Positions that new statements change",
    "Issue",
    "Party",
    "Kind",
    "Before",
    "After",
    "By",
    "Relations that changed",
    "Parties",
    "On what",
    "Terms whose meaning the agenda changed",
    "Clauses that changed, word by word",
    "Clause",
    "Draft",
    "Change",
    "Words",
    "Severity: error, warning, info",
    "Rule: clause-changed, issue-changed, no-source, unanswered-issue",
)


def edited(repo: Repository, edit: Mapping[str, str | Path | None]) -> list[str]:
    """The lines on what an edit means."""
    make(repo, edit)
    page = formats.write(judged(repo.folder, "main", date(2026, 4, 1)), "text")
    repo.git("add", "--all")
    repo.git("reset", "--quiet", "--hard")
    shown = re.sub("against [0-9a-f]{12} of", "against BASE of", page)
    return [re.sub(" {2,}", "  ", line.strip()) for line in shown[shown.index("What the edit means") :].splitlines()]


def make(repo: Repository, edit: Mapping[str, str | Path | None]) -> None:
    """Write, remove and move the files of an edit."""
    positions = repo.folder / "positions"
    for path, after in edit.items():
        if after is None:
            repo.remove(path)
        elif isinstance(after, Path):
            (positions / path).rename(positions / after)
        else:
            repo.write({path: after})


def recorded(folder: Path) -> Repository:
    """A repository in which the base is recorded."""
    repo = Repository(folder)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit(BASE, day="2026-02-01T12:00:00+0000")
    return repo


def told(folder: Path) -> list[str]:
    """The lines on all the edits."""
    repo = recorded(folder)
    lines = [line for edit in EDITS for line in edited(repo, edit)]
    repo.commit({"union/2026-01-12.yaml": MENDED[0]}, day="2026-02-01T12:00:00+0000")
    return lines + edited(repo, {"union/2026-01-12.yaml": MENDED[1]})


def test_every_line_on_an_edit(tmp_path: Path) -> None:
    assert tuple(line for line in dict.fromkeys(told(tmp_path)) if line) == LINES


def composed(folder: Path) -> Document:
    """The page on the findings and on an edit of statements and of the agenda."""
    repo = recorded(folder)
    agenda = AGENDA.replace("unit: percent", "unit: permille")
    make(repo, {**EDITS[1], "agenda.yaml": agenda, "drafts/2026-01-30.yaml": OTHER_CLAUSES})
    return compose.document(judged(folder, "main", date(2026, 4, 1), "error"))


def test_the_headings_of_an_edit(tmp_path: Path) -> None:
    assert headings(composed(tmp_path)) == HEADINGS


def sentences() -> list[str]:
    """Every line above."""
    return [*LINES, *HEADINGS]
