"""What a reader is told beside relations: notes of the agenda, the age of parts, what would meet all, what is left out.

Here two parties reject different things: they are no allies, though something would meet both.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.reports import formats, provenance
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A border
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        topics: {land: Land, trade: Trade}
        issues:
          land:
            title: Who gives up land
            topic: land
            kind: choice
            options: {neither: Neither, north-alone: North alone, south-alone: South alone, both: Both}
            note: Each party means the land as it sees it.
          toll: {title: Toll, topic: trade, kind: quantity, unit: coin}
          road: {title: Road, topic: trade, kind: choice, options: {shut: Shut, open: Open}}
        """,
    "north/2022-03-01.yaml": """
        date: 2022-03-01
        terms: {toll: {min: 2}, road: open}
        """,
    "north/2026-01-02.yaml": """
        date: 2026-01-02
        terms:
          land: {rejects: [north-alone, both], firmness: red-line}
          toll: {max: 9, adds: true}
        """,
    "south/2026-01-02.yaml": """
        date: 2026-01-02
        terms:
          land: {rejects: [south-alone, both], firmness: red-line}
          toll: {max: 5}
          road: open
        """,
    "south/2026-01-03.yaml": """
        date: 2026-01-03
        standing: reported
        terms: {toll: {max: 6}}
        """,
    "west/2026-01-02.yaml": "date: 2026-01-02\nterms: {land: both}\n",
}
COMPARED = {
    "north south": """\
North and South as of 2026-02-01 (each last heard 2026-01-02): 3 issues, 1 with a red line; no
  contradiction, ≈ 2 overlaps, = 1 agreed
  Not counted: 1 statement only reported; with it: posdiff compare north south --at 2026-02-01
    --with-reported

  Topic  ≈  =  Red line
  Land   1     1
  Trade  1  1

  Issue                 North                           South                          Red line
  ≈ *Who gives up land  rejects “North alone” and “Bo…  rejects “South alone” and “B…  RED LINE both
  ≈ Toll                at most 9 coins; and said in…   at most 5 coins
  = Road                said in 2022: Open              Open
  ≈ something meets both, said or not; = they accept the same
  ≈ Who gives up land: would meet both: “Neither”; Toll: would meet both: “at least 2 coins and at…
  * Who gives up land: Each party means the land as it sees it.

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and
    where they stand
""",
    "north south west": """\
North, South and West as of 2026-02-01 (each last heard 2026-01-02): 3 issues, 1 with a red line; ✗
  1 contradiction, ≈ 1 overlap (1 with a silent party), = 1 agreed (1 with a silent party)
  Not counted: 1 statement only reported; with it: posdiff compare north south west --at 2026-02-01
    --with-reported

  Topic  ✗  ≈  =  Red line
  Land   1        1
  Trade     1  1

  Issue                 North                       South                       West    Red line
  ✗ *Who gives up land  rejects “North alone” and…  rejects “South alone” and…  Both    North, South
  ≈ Toll                at most 9 coins; and said…  at most 5 coins             silent
  = Road                said in 2022: Open          Open                        silent
  ✗ nothing meets all; ≈ something meets all, said or not; = they accept the same
  ≈ Toll: would meet both: “at least 2 coins and at most 5 coins”
  * Who gives up land: Each party means the land as it sees it.

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and
    where they stand
""",
}
BRIEFS = {
    "north south": """\
A border: a brief on North and South: The positions of North and South can hold together, as far as
  stated.
  Not counted: 1 statement only reported; with it: posdiff brief north south --at 2026-02-01
    --with-reported
  Positions as of 2026-02-01 (each last heard 2026-01-02): 3 issues; no contradiction, 2 overlaps, 1
    agreed

RED LINES IN THE WAY
  No red line stands against another party's position on an issue.

WHERE THEY STAND
  ≈ 2 overlaps: *Who gives up land (RED LINE both); Toll (North: in part said in 2022, in part in
    2026)
  = 1 agreed: Road (North: said in 2022)
  * Who gives up land: Each party means the land as it sees it.
  Each with the positions: posdiff compare north south --at 2026-02-01 --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  No quote on file: North on 3 (Who gives up land; Toll; Road); South on 3 (Who gives up land; Toll;
    Road)
  No publisher named: North on 3 (Who gives up land; Toll; Road); South on 3 (Who gives up land;
    Toll; Road)
  Not stated again for 2 years or more, in whole or in part: North on 2 (Toll; Road)
  Coded once: all of 6 positions
  All positions, quotes, days and sources: posdiff report north south --at 2026-02-01
""",
    "north south west": """\
A border: a brief on North, South and West: The positions of North, South and West cannot hold
  together; the red lines alone can.
  Not counted: 1 statement only reported; with it: posdiff brief north south west --at 2026-02-01
    --with-reported
  Positions as of 2026-02-01 (each last heard 2026-01-02): 3 issues; 1 contradiction, 1 overlap (1
    with a silent party), 1 agreed (1 with a silent party)

RED LINES IN THE WAY (2 ON 1 ISSUE)  each leaves nothing on its issue that the parties beside it
accept

✗ *Who gives up land
  red line    North: RED LINE  rejects “North alone” and “Both” (said 2026-01-02)
              no quote on file
  against     West: Both (said 2026-01-02)

✗ *Who gives up land
  red line    South: RED LINE  rejects “South alone” and “Both” (said 2026-01-02)
              no quote on file
  against     West: Both (said 2026-01-02)

  * Who gives up land: Each party means the land as it sees it.

WHERE THEY STAND
  ≈ 1 overlap (1 with a silent party): Toll (North: in part said in 2022, in part in 2026)
  = 1 agreed (1 with a silent party): Road (North: said in 2022)
  Each with the positions: posdiff compare north south west --at 2026-02-01 --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT IS SILENT, UNVERIFIED OR OLD
  Silent, where another holds a position: West on 2
  No quote on file: North on 3; South on 3; West on 1
  No publisher named: North on 3; South on 3; West on 1
  Not stated again for 2 years or more, in whole or in part: North on 2
  Coded once: all of 7 positions
  All positions, quotes, days and sources: posdiff report north south west --at 2026-02-01
""",
}
DRAWN = {
    "north south": """\
North and South, issue by issue
  2 overlaps, 1 agreed, on 3 issues on which two or more hold a position
  As of 2026-02-01; each last heard 2026-01-02
  Not counted: 1 statement only reported; with it: posdiff chart grid north south --at 2026-02-01 --with-reported
  * Who gives up land: Each party means the land as it sees it.
  No source is on file for what is shown.

Land
  Issue                North                  South                  Relation
  *Who gives up land   has spoken, red line   has spoken, red line   overlap

Trade
  Issue   North                              South        Relation
  Toll    has spoken, in part said in 2022   has spoken   overlap
  Road    has spoken, said in 2022           has spoken   agreed
""",
    "north south west": """\
North, South and West, issue by issue
  1 contradiction, 1 overlap (1 with a silent party), 1 agreed (1 with a silent party), on 3 issues on which two or more hold a position
  As of 2026-02-01; each last heard 2026-01-02
  Not counted: 1 statement only reported; with it: posdiff chart grid north south west --at 2026-02-01 --with-reported
  * Who gives up land: Each party means the land as it sees it.
  No source is on file for what is shown.

Land
  Issue                North                South                West       Relation
  *Who gives up land   letter A, red line   letter B, red line   letter C   contradiction: North and West; South and West

Trade
  Issue   North                              South        West             Relation
  Toll    has spoken, in part said in 2022   has spoken   has not spoken   overlap
  Road    has spoken, said in 2022           has spoken   has not spoken   agreed
""",  # noqa: E501
}


#: Where there is room for it: which part is old, and that the other is not.
IN_PART = "  ≈ Toll                at most 9 coins; and said in 2022: at least 2 coins  at most 5 coins\n"


DRAFT = "date: 2026-01-09\nby: [a mediator]\noutcomes: {land: both}\nclauses: [{id: 1, text: Both., settles: [land]}]\n"
#: A draft that settles an issue on which the agenda has a note: the overview, in full, and as a document.
OF_A_DRAFT = {
    "overview": """\
  ✗ *Who gives up land  Both       rejects “North alone” and “Both”  RED LINE crossed
  * Who gives up land: Each party means the land as it sees it.
""",
    "full": """\
✗ *Who gives up land  land
NOTES OF THE AGENDA
  * Who gives up land: Each party means the land as it sees it.
""",
    "text": """\
  1        *Who gives up land
  * Who gives up land: Each party means the land as it sees it.
""",
    "drafts": """\
  last: 2026-01-20, by a mediator, put up for adoption (its note: --full)
  North: RED LINE crossed (1): *Who gives up land (offer)
  North: RED LINE missing (1): *Who gives up land (last)
  *Who gives up land  now missing, no longer crossed  RED LINE  Both    silent  dropped
  * Who gives up land: Each party means the land as it sees it.
""",
    "drafts --full": """\
  Note: Of its part on land no words are known.
  last, North: RED LINE missing (1): *Who gives up land
*Who gives up land  land
NOTES OF THE AGENDA
  * Who gives up land: Each party means the land as it sees it.
""",
    "brief": """\
  North: 1 red line missing (*Who gives up land); no term broken
  * with a note of the agenda; issue by issue: posdiff draft 2026-01-20-last north south --at 2026-02-01
""",
}
#: The same draft put up for adoption, where it leaves out what the agenda has a note on.
LAST = """
    date: 2026-01-20
    by: [a mediator]
    final: true
    previous: 2026-01-09-offer
    note: Of its part on land no words are known.
    outcomes: {road: open}
    """


def sentences() -> Iterator[str]:
    yield from OF_A_DRAFT.values()
    for pages in (COMPARED, BRIEFS, DRAWN):
        yield from pages.values()
    yield IN_PART
    yield SAID_LATER


#: In the order in which they were said, as where the first of them is a red line.
SAID_LATER = "said in 2022: at least 2 coins; and said later: at most 9 coins"


def test_which_part_of_a_position_is_old(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).compare("north", "south", at="2026-02-01")
    parts = next(row.terms["north"].demands for row in answer.issues if row.issue.id == "toll")
    assert provenance.with_years(parts, {0: "2022"}, answer.agenda) == SAID_LATER
    assert IN_PART in formats.write(answer, "text", formats.Look(width=200, full=False))


@pytest.mark.parametrize("parties", COMPARED)
def test_the_overview(tmp_path: Path, parties: str) -> None:
    answer = asked(dossier(tmp_path, FILES)).compare(*parties.split(), at="2026-02-01")
    assert formats.write(answer, "text", formats.Look(width=100, full=False)) == COMPARED[parties]


@pytest.mark.parametrize("parties", BRIEFS)
def test_the_brief(tmp_path: Path, parties: str) -> None:
    answer = asked(dossier(tmp_path, FILES)).brief(*parties.split(), at="2026-02-01")
    assert formats.write(answer, "text", formats.Look(width=100)) == BRIEFS[parties]


@pytest.mark.parametrize("parties", DRAWN)
def test_the_grid(tmp_path: Path, parties: str) -> None:
    answer = asked(dossier(tmp_path, FILES)).chart("grid", *parties.split(), at="2026-02-01")
    assert formats.write(answer, "text") == DRAWN[parties]


@pytest.mark.parametrize("view", OF_A_DRAFT)
def test_a_draft_on_what_the_agenda_has_a_note(tmp_path: Path, view: str) -> None:
    drafts = {"drafts/2026-01-09-offer.yaml": DRAFT, "drafts/2026-01-20-last.yaml": LAST}
    positions = asked(dossier(tmp_path, FILES | drafts))
    if view == "text":
        answer: Answer = positions.text("offer", at="2026-02-01")
    elif view == "brief":
        answer = positions.brief("north", "south", draft="last", at="2026-02-01")
    elif view.startswith("drafts"):
        answer = positions.drafts("offer", "last", parties="north", at="2026-02-01")
    else:
        answer = positions.draft("offer", "north", at="2026-02-01")
    in_full = view not in ("overview", "drafts")
    lines = formats.write(answer, "text", formats.Look(width=130, full=in_full)).splitlines()
    assert [line for line in OF_A_DRAFT[view].splitlines() if line not in lines] == []
