"""Every sentence about a choice of which a party said what it rejects: that, and never what is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answering import asked, asked_in_words, judged, to_dict
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from repositories import Repository
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        issues:
          land: {title: Land, kind: choice, options: {kept: Kept, ours: North gives, theirs: South gives, swap: Swap}}
          trigger: {title: Trigger, kind: choice, options: {joint: All agree, each: Each acts, court: A court}}
          entry:
            title: Entry
            kind: choice
            ordered: true
            options: {barred: Barred, later: Put off, open: Left open, member: Member}
          neutral: {title: Neutrality, kind: choice, options: {no: No, yes: Yes}}
          press: {title: Press, kind: choice, options: {free: Free, shut: Shut}}
          fee: {title: Fee, kind: quantity, unit: coin}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          land: {rejects: [ours, swap], firmness: red-line}
          trigger: {rejects: joint}
          entry: {rejects: [barred, later, open], vague: true}
          neutral: {rejects: yes}
          press: {rejects: shut, applies_if: {fee: {min: 3}}}
        """,
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        terms:
          land: {rejects: [ours, swap], alternatives: [{accepts: swap, if: {fee: {min: 3}}}]}
          trigger: {rejects: court, adds: true, firmness: red-line}
          entry: {accepts: [later, open, member], vague: true}
        """,
    "south/2024-01-05.yaml": """
        date: 2024-01-05
        terms:
          land: {rejects: [kept, theirs]}
          trigger: joint
          entry: {rejects: member, prefers: open}
          neutral: {rejects: no, vague: true}
          press: {alternatives: [{rejects: free, if: {trigger: {rejects: joint}}}]}
        """,
    "west/2024-01-06.yaml": """
        date: 2024-01-06
        terms:
          land: {alternatives: [{accepts: kept}, {rejects: [kept, ours], if: {neutral: yes}}]}
          entry: {vague: true, alternatives: [{rejects: [barred, later]}, {accepts: barred, if: {neutral: yes}}]}
        """,
    "drafts/2024-02-01.yaml": """
        date: 2024-02-01
        by: [west]
        outcomes:
          land: {rejects: [ours, swap]}
          trigger: {options: [{rejects: joint, by: north}, {accepts: joint, by: south}]}
          neutral: {rejects: yes}
        """,
}
#: By command, the page that it prints, to the last line here.
PAGES = {
    "show north --at 2024-02-01": """\
North as of 2024-02-01: a position on 5 of 6 issues

NO TOPIC

Land  land
  position    RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01]
              north/2024-01-01.yaml:3
  rests on    no quote · no publisher named · 1 month old · coded once

Trigger  trigger
  position    rejects “All agree”  [said 2024-01-01]
              north/2024-01-01.yaml:4
  rests on    no quote · no publisher named · 1 month old · coded once

Entry  entry
  position    rejects “Barred”, “Put off” and “Left open”; does not say what it would accept  [said 2024-01-01]
              north/2024-01-01.yaml:5
  rests on    no quote · no publisher named · 1 month old · coded once

Neutrality  neutral
  position    No  [said 2024-01-01]
              north/2024-01-01.yaml:6
  rests on    no quote · no publisher named · 1 month old · coded once

Press  press
  position    rejects “Shut” – but only where Fee: at least 3 coins  [said 2024-01-01]
              north/2024-01-01.yaml:7
  rests on    no quote · no publisher named · 1 month old · coded once

SILENT ON (1)
  Fee  fee
""",
    "show north land trigger entry --at 2024-04-01": """\
North as of 2024-04-01: a position on 3 of 3 issues

NO TOPIC

Land  land
  position    rejects “North gives” and “Swap”; accepts Swap, if Fee: at least 3 coins  [said 2024-03-01]
              north/2024-03-01.yaml:3
  rests on    no quote · no publisher named · 1 month old · coded once

Trigger  trigger
  position    rejects “All agree”  [said 2024-01-01]
              and RED LINE  rejects “A court”  [said 2024-03-01]
              north/2024-01-01.yaml:4, north/2024-03-01.yaml:4
  rests on    no quote · no publisher named · 2 months old · coded once

Entry  entry
  position    Put off, Left open or Member (not specified)  [said 2024-03-01]
              north/2024-03-01.yaml:5
""",
    "show south --at 2024-04-01": """\
South as of 2024-04-01: a position on 5 of 6 issues

NO TOPIC

Land  land
  position    rejects “Kept” and “South gives”  [said 2024-01-05]
              south/2024-01-05.yaml:3
  rests on    no quote · no publisher named · 2 months old · coded once

Trigger  trigger
  position    All agree  [said 2024-01-05]
              south/2024-01-05.yaml:4
  rests on    no quote · no publisher named · 2 months old · coded once

Entry  entry
  position    rejects “Member”; prefers “Left open”  [said 2024-01-05]
              south/2024-01-05.yaml:5
  rests on    no quote · no publisher named · 2 months old · coded once

Neutrality  neutral
  position    rejects “No”; does not say what it would accept  [said 2024-01-05]
              south/2024-01-05.yaml:6
  rests on    no quote · no publisher named · 2 months old · coded once

Press  press
  position    only on a condition: anything but “Free”, if Trigger: Each acts or A court  [said 2024-01-05]
              south/2024-01-05.yaml:7
  rests on    no quote · no publisher named · 2 months old · coded once

SILENT ON (1)
  Fee  fee
""",
    "show west --at 2024-04-01": """\
West as of 2024-04-01: a position on 2 of 6 issues

NO TOPIC

Land  land
  position    Kept; or anything but “Kept” or “North gives”, if Neutrality: Yes  [said 2024-01-06]
              west/2024-01-06.yaml:3
  rests on    no quote · no publisher named · 2 months old · coded once

Entry  entry
  position    anything but “Barred” or “Put off” (not specified); or Barred (not specified), if Neutrality: Yes \
 [said 2024-01-06]
              west/2024-01-06.yaml:4
  rests on    no quote · no publisher named · 2 months old · coded once

SILENT ON (4)
  Trigger  trigger
  Neutrality  neutral
  Press  press
  Fee  fee
""",
    "compare north south --at 2024-02-01": """\
North and South as of 2024-02-01 (last heard: North 2024-01-01, South 2024-01-05): 5 issues; 4 contradictions, \
1 conflict over several \
issues, 1 conditional

✗ CONTRADICTIONS (4)  nothing is acceptable to all who hold a position

✗ Land  land
  North         RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01]
  South         rejects “Kept” and “South gives”  [said 2024-01-05]
  clash         each rejects what the others might accept

✗ Trigger  trigger
  North         rejects “All agree”  [said 2024-01-01]
  South         All agree  [said 2024-01-05]
  clash         All agree (accepted by South, rejected by North)

✗ Entry  entry
  North         rejects “Barred”, “Put off” and “Left open”; does not say what it would accept  [said 2024-01-01]
  South         rejects “Member”; prefers “Left open”  [said 2024-01-05]
  clash         each rejects what the others might accept

✗ Neutrality  neutral
  North         No  [said 2024-01-01]
  South         rejects “No”; does not say what it would accept  [said 2024-01-05]
  clash         No (accepted by North, rejected by South)

⊗ CONFLICT OVER SEVERAL ISSUES (1)  terms that cannot all hold, though no single issue shows it

⊗ Trigger × Press
  South  Trigger: All agree  [said 2024-01-05]
  South  Press: only on a condition: anything but “Free”, if Trigger: Each acts or A court  [said 2024-01-05]
  Explained step by step: posdiff conflicts north south --at 2024-02-01

◇ CONDITIONAL (1)  something is acceptable to all who hold a position, on conditions

◇ Press  press
  North         rejects “Shut” – but only where Fee: at least 3 coins  [said 2024-01-01]
  South         only on a condition: anything but “Free”, if Trigger: Each acts or A court  [said 2024-01-05]
  on condition  Shut, for South if Trigger: Each acts or A court, unless, for North, Fee: at least 3 coins
""",
    "compare north south west --issue land --at 2024-02-01": """\
North, South and West as of 2024-02-01 (last heard on this issue: North 2024-01-01, South 2024-01-05, West \
2024-01-06): 1 issue; 1 contradiction, 1 conflict over \
several issues

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Land  land
  North       RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01]
  South       rejects “Kept” and “South gives”  [said 2024-01-05]
  West        Kept; or anything but “Kept” or “North gives”, if Neutrality: Yes  [said 2024-01-06]
  clash       Swap (accepted by West, rejected by North); Kept or South gives (accepted by West, rejected by South)
  apart       North and South

⊗ CONFLICT OVER SEVERAL ISSUES (1)  terms that cannot all hold, though no single issue shows it

⊗ Land × Neutrality
  South  Land: rejects “Kept” and “South gives”  [said 2024-01-05]
  West   Land: Kept; or anything but “Kept” or “North gives”, if Neutrality: Yes  [said 2024-01-06]
  North  Neutrality: No  [said 2024-01-01]
  Explained step by step: posdiff conflicts north south west --at 2024-02-01
""",
    "changes north --since 2024-02-01 --until 2024-04-01": """\
Changes from the end of 2024-02-01 to 2024-04-01

North
  3 of the 5 positions held on 2024-02-01 changed: 1 hardened, 2 softened; 0 reaffirmed, 2 not stated again.

▲ HARDENED (1)  accepts less, or more firmly

▲ Trigger  trigger
  before      rejects “All agree”  [said 2024-01-01]
  after       rejects “All agree”  [said 2024-01-01]
              and RED LINE  rejects “A court”  [said 2024-03-01]

▽ SOFTENED (2)  accepts more, or less firmly

▽ Land  land
  before      RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01]
  after       rejects “North gives” and “Swap”; accepts Swap, if Fee: at least 3 coins  [said 2024-03-01]

▽ Entry  entry
  before      rejects “Barred”, “Put off” and “Left open”; does not say what it would accept  [said 2024-01-01]
  after       Put off, Left open or Member (not specified)  [said 2024-03-01]
""",
    "history north": """\
How the positions came about

North  2 statements

2024-01-01  north/2024-01-01.yaml
  + added  Land: RED LINE  rejects “North gives” and “Swap”
  + added  Trigger: rejects “All agree”
  + added  Entry: rejects “Barred”, “Put off” and “Left open”; does not say what it would accept
  + added  Neutrality: No
  + added  Press: rejects “Shut” – but only where Fee: at least 3 coins

2024-03-01  north/2024-03-01.yaml
  ▽ softened  Land: rejects “North gives” and “Swap”; accepts Swap, if Fee: at least 3 coins
  ▲ hardened  Trigger: as before: rejects “All agree”
              and RED LINE  rejects “A court”
  ▽ softened  Entry: Put off, Left open or Member (not specified)
""",
    "draft 2024-02-01 north --at 2024-02-01": """\
2024-02-01 (2024-02-01) against the positions as of 2024-02-01
  Draft of 2024-02-01, proposed by West; not in itself any party's position.

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  North   0        3           2     0            no term broken, some left open

BRACKETS (1 ISSUE)
  Trigger: 1 anything but “All agree” (North); 2 All agree (South)

  In both choices among the options no red line of North is crossed.

North  no term broken, some left open

◇ LEFT OPEN (3)

◇ Trigger  trigger
  the draft   in brackets: anything but “All agree” (North); or All agree (South)
  North       rejects “All agree”  [said 2024-01-01]
  why         left open: the draft would also allow outcomes that the party has not accepted; met with option 1 \
of 2 only

◇ Entry  entry
  the draft   silent
  North       rejects “Barred”, “Put off” and “Left open”; does not say what it would accept  [said 2024-01-01]
  why         left open: the draft is silent on it

◇ Press  press
  the draft   silent
  North       rejects “Shut” – but only where Fee: at least 3 coins  [said 2024-01-01]
  why         left open: the draft is silent on it

= MET (2)

= Land  land
  the draft   anything but “North gives” or “Swap”
  North       RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01]

= Neutrality  neutral
  the draft   No
  North       No  [said 2024-01-01]
""",
    "conflicts north south --issue land,trigger --at 2024-02-01": """\
North and South as of 2024-02-01: cannot hold together; the red lines alone can
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  North                     what it holds can hold together, as far as stated
  South                     its own terms cannot hold together (Trigger × Press)

✗ MINIMAL CONFLICTS (3)  terms that cannot all hold; without any one of them the rest can

1. Land  North (red line) × South (firm)
  1.  North: RED LINE  rejects “North gives” and “Swap”  [said 2024-01-01; north/2024-01-01.yaml:3]
      no quote on file
  2.  South: rejects “Kept” and “South gives”  [said 2024-01-05; south/2024-01-05.yaml:3]
      Given step 1, no outcome is left.

2. Trigger  North (firm) × South (firm)
  1.  North: rejects “All agree”  [said 2024-01-01; north/2024-01-01.yaml:4]
  2.  South: All agree  [said 2024-01-05; south/2024-01-05.yaml:4]
      Given step 1, no outcome is left.

3. Trigger × Press  South (2 firm)
  1.  South, Trigger: All agree  [said 2024-01-05; south/2024-01-05.yaml:4]
  2.  South, Press: only on a condition: anything but “Free”, if Trigger: Each acts or A court  [said \
2024-01-05; south/2024-01-05.yaml:7]
      Given step 1, no outcome is left.
""",
}

#: What an edit of the agenda that adds an option makes of the terms before it.
REREAD = (
    "READ OTHERWISE (2) by the agenda, in files not touched",
    "",
    "Trigger",
    "party North",
    "before rejects “All agree” (firm); and rejects “A court” (red line) (leaves Each acts)",
    "after rejects “All agree” (firm); and rejects “A court” (red line) (leaves Each acts or A board)",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path / "positions"


@pytest.mark.parametrize("command", PAGES)
def test_the_page(folder: Path, command: str) -> None:
    assert formats.write(asked_in_words(load(folder), command), "text").startswith(PAGES[command])


def test_in_json(folder: Path) -> None:
    """In words what was said; beside it the outcomes, in the same form whatever the words."""
    positions = asked(load(folder))
    land = to_dict(positions.show("north", at="2024-02-01"))["terms"][0]
    assert land["in_words"] == "rejects “North gives” and “Swap”"
    assert land["parts"][0]["offers"][0]["accepts"] == ["kept", "theirs"]
    terms = to_dict(positions.draft("2024-02-01", "north", at="2024-02-01"))["parties"][0]["terms"]
    drafted = {term["issue"]: term["draft"] for term in terms}
    assert (drafted["land"]["in_words"], drafted["land"]["accepts"]) == (
        "anything but “North gives” or “Swap”", ["kept", "theirs"],
    )  # fmt: skip
    assert [(option["in_words"], option["accepts"]) for option in drafted["trigger"]["options"]] == [
        ("anything but “All agree”", ["each", "court"]), ("All agree", ["joint"]),
    ]  # fmt: skip


def test_an_option_more_leaves_more(tmp_path: Path) -> None:
    """The words of a refusal stay when the agenda has another option, and what they leave does not."""
    repo = Repository(tmp_path)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit(FILES, day="2024-04-01T12:00:00+0000")
    repo.write({"agenda.yaml": FILES["agenda.yaml"].replace("court: A court", "court: A court, board: A board")})
    page = formats.write(judged(repo.folder, "main", date(2024, 4, 2)), "text")
    lines = [" ".join(line.split()) for line in page[page.index("READ OTHERWISE") :].splitlines()]
    assert tuple(lines[: len(REREAD)]) == REREAD


def sentences() -> list[str]:
    """Every line of the pages."""
    return [line for page in PAGES.values() for line in page.splitlines()] + [*REREAD]
