"""Every sentence of what is supposed: each command's whole text; and the words that none of these shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.against_record import ChoicesAgainstRecord, ConflictsAgainstRecord, GoneAndNew
from posdiff.answers.answer import Answer
from posdiff.answers.positions import Positions
from posdiff.reports import formats, supposed_wording
from posdiff.reports.compose import supposed
from posdiff.reports.document import text_of
from posdiff.reports.formats import Look
from writing import dossier

LOOK = Look(full=False)
FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A treaty
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: {title: Truce}, talks: {title: Talks}}
        issues:
          port: {title: Port, kind: choice, options: {open: Open, shut: Shut, leased: Leased}}
          troops: {title: Troops, kind: quantity}
          first: {title: What comes first, kind: sequence}
        """,
    "north/2026-01-10.yaml": """
        date: 2026-01-10
        terms:
          port: {accepts: open, firmness: red-line, quote: The port is open.}
          troops: {min: 100}
          first: {order: [truce, talks]}
        """,
    "south/2026-01-11.yaml": """
        date: 2026-01-11
        terms:
          port: {accepts: shut, firmness: red-line, quote: The port is shut.}
          troops: {max: 80}
          first: {order: [talks, truce]}
        """,
    "drafts/2026-01-20-plan.yaml": """
        date: 2026-01-20
        title: The plan
        by: [north]
        outcomes: {port: open, troops: {exactly: 90}}
        """,
    "drafts/2026-01-25-text.yaml": """
        date: 2026-01-25
        title: The text
        by: [north]
        previous: 2026-01-20-plan
        outcomes: {port: leased, troops: {exactly: 80}}
        """,
}
AT = "2026-02-01"
#: What is supposed of the south: one term, and a position taken away.
SUPPOSED = ("south: port={accepts: open, firmness: flexible}", "south: first=withdrawn")
#: What each command tells of it.
TEXTS = {
    "compare": """\
North and South as of 2026-02-01 (last heard: North 2026-01-10, South 2026-01-11) (supposed): 3 issues, 1 with a red line; ✗ 1 contradiction, = 1 agreed, · 1 one-sided
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.
  No quote is verified here: no source page is kept.

AGAINST THE RECORD (3)  what is otherwise than the record has it
  Port: contradiction (red line of North and South) → agreed (red line of North)
  What comes first: contradiction → one-sided
  Deadlocks: 1 gone

AS SUPPOSED

  Issue     North         South           Red line
  = Port    Open          supposed: Open  RED LINE North
  ✗ Troops  at least 100  at most 80
  ✗ nothing meets both; = they accept the same

  · Only North (1): What comes first

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",  # noqa: E501
    "conflicts": """\
North and South as of 2026-02-01 (supposed): cannot hold together; the red lines alone can
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.
  No quote is verified here: no source page is kept.

AGAINST THE RECORD (2)  what is otherwise than the record has it
  Red lines alone: cannot hold together → can hold together, as far as stated
  Minimal conflicts: 2 gone

AS SUPPOSED
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  each party                what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can
  1. North (firm) × South (firm): Troops

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out

  Issues  Any of these
  Troops  North (firm) or South (firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.

  North    South    Ways
  nothing  1 firm   1
  1 firm   nothing  1

  Silent: South on 1 issue

  --full explains each conflict step by step; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "draft": """\
The plan (2026-01-20) against the positions as of 2026-02-01 (supposed)
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.
  Draft of 2026-01-20, proposed by North; not in itself any party's position.
  No quote is verified here: no source page is kept.

AGAINST THE RECORD (3)  what is otherwise than the record has it
  South: 1 red line crossed; 2 terms broken in all → 1 term broken
  South, Port: broken → met
  South, What comes first: left open → silent

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  North   1        1           1     0            1 term broken
  South   1        0           1     0            1 term broken

North
  Its own 3 terms date from 2026-01-10.

  Issue     The draft   North
  ✗ Troops  exactly 90  at least 100

  ◇ Left open (1): What comes first
  = Met (1): Port (RED LINE)

South

  Issue     The draft   South
  ✗ Troops  exactly 90  at most 80

  = Met (1): Port

  --full shows every term beside the draft; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "drafts": """\
plan → text, against the positions as of 2026-02-01 (supposed)
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.
  plan: The plan, 2026-01-20, by North
  text: The text, 2026-01-25, by North
  A draft is not in itself any party's position.
  No quote is verified here: no source page is kept.

AGAINST THE RECORD (5)  what is otherwise than the record has it
  plan, South: 1 red line crossed; 2 terms broken in all → 1 term broken
  plan, South, Port: broken → met
  plan, South, What comes first: left open → silent
  text, South: 1 red line crossed; nothing else broken → 1 term broken
  text, South, What comes first: left open → silent

AS SUPPOSED

  Party  Draft  What it does        Red lines  Broken  Left open  Met
  North  plan   breaks terms                   1       1          1
  North  text   crosses a red line  1 crossed  2       1
  South  plan   breaks terms                   1                  1
  South  text   breaks terms                   1                  1

  North: RED LINE crossed (1): Port (text)
  North, plan: the draft is by it; the term broken dates from 2026-01-10
  North, text: the draft is by it; the 2 terms broken date from 2026-01-10

From plan to text  2 issues: 2 replaced
  North: RED LINE newly crossed, no longer met (1): Port
  South: newly broken 1 (met before); no longer broken 1 (now met); newly met 1 (broken before); no longer met 1 (now broken)

  Issue   What it does   Red line  Party  plan        text
  Port    newly crossed  RED LINE  North  Open        Leased
  Port    newly broken             South  Open        Leased
  Troops  newly met                South  exactly 90  exactly 80

  --full shows outcomes and clauses in their words; -- ISSUE one issue
""",  # noqa: E501
    "matrix": """\
Overlap as of 2026-02-01 (supposed)
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.

AGAINST THE RECORD (1)  what is otherwise than the record has it
  North and South: 0.0 %, 0 of 3 (3 issues), a red line on 1 issue → 1 of 2, over 2 of 3 issues

OVERLAP, IN PERCENT  of the issues with a verdict on the two, the percentage agreed or with an outcome that neither refuses; ·: too few for a figure

  Party  North  South
  North  –      ·
  South  ·      –

ISSUES THAT THE FIGURE IS TAKEN OVER

  Party  North  South
  North  –      2
  South  2      –

  --full shows all of it for each pair
""",  # noqa: E501
    "brief": """\
A treaty: a brief on North and South (supposed): The positions of North and South cannot hold together; the red lines alone can.
  SUPPOSED, not on record: South on Port: Open (flexible).
  SUPPOSED, not on record: South on What comes first: no position.
  Positions as of 2026-02-01 (last heard: North 2026-01-10, South 2026-01-11): 3 issues; 1 contradiction, 1 agreed, 1 one-sided

AGAINST THE RECORD (3)  what is otherwise than the record has it
  Port: contradiction (red line of North and South) → agreed (red line of North)
  What comes first: contradiction → one-sided
  Deadlocks: 1 gone

RED LINES IN THE WAY
  No red line stands against another party's position on an issue.

WHERE THEY STAND
  ✗ 1 contradiction: Troops
  = 1 agreed: Port (RED LINE North)
  Each with the positions: posdiff compare north south --at 2026-02-01 --suppose 'south: port={accepts: open, firmness: flexible}' --suppose 'south: first=withdrawn' --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT MOVED SINCE 2026-01-10  on record: what is supposed is no move
  North: nothing changed. South: 3 added.

+ Port
  change      South, added 2026-01-11: RED LINE  Shut
  movement    –

+ Troops
  change      South, added 2026-01-11: at most 80
  movement    –

+ What comes first
  change      South, added 2026-01-11: “Talks” before “Truce”
  movement    –

THE DRAFT: THE TEXT (2026-01-25)
  Draft of 2026-01-25, proposed by North; not in itself any party's position.
  North: 1 red line crossed (Port); 2 terms broken in all; the draft is by it; the 2 terms broken date from \
2026-01-10
  South: 1 term broken

  Issue by issue: posdiff draft 2026-01-25-text north south --at 2026-02-01 --suppose 'south: port={accepts: open, firmness: flexible}' --suppose 'south: first=withdrawn'

WHAT IS SILENT, UNVERIFIED OR OLD
  Silent, where another holds a position: South on 1 (What comes first)
  No quote on file: North on 2 (Troops; What comes first); South on 1 (Troops)
  No publisher named: North on 3 (Port; Troops; What comes first); South on 1 (Troops)
  Not verified: every quote; no source page is kept
  Coded once: all of 4 positions
  All positions, quotes, days and sources: posdiff compare north south --at 2026-02-01 --full --quotes --sources --suppose 'south: port={accepts: open, firmness: flexible}' --suppose 'south: first=withdrawn'
""",  # noqa: E501
}


def _answer(positions: Positions, command: str, suppose: tuple[str, ...] = SUPPOSED) -> Answer:
    questions: dict[str, Callable[[], Answer]] = {
        "compare": lambda: positions.compare("north", "south", at=AT, suppose=suppose),
        "conflicts": lambda: positions.conflicts(at=AT, suppose=suppose),
        "draft": lambda: positions.draft("plan", at=AT, suppose=suppose),
        "drafts": lambda: positions.drafts("plan", "text", at=AT, suppose=suppose),
        "matrix": lambda: positions.matrix(at=AT, suppose=suppose),
        "brief": lambda: positions.brief("north", "south", at=AT, since="2026-01-10", draft="text", suppose=suppose),
    }
    return questions[command]()


@pytest.mark.parametrize("command", TEXTS)
def test_what_each_command_tells(tmp_path: Path, command: str) -> None:
    positions = asked(dossier(tmp_path, FILES))
    assert formats.write(_answer(positions, command), "text", LOOK) == TEXTS[command]


#: What is supposed: firm, on top of what is held, of words that end with a stop.
MARKS = {
    "north: troops={min: 120, adds: true}": (
        "SUPPOSED, not on record: North on Troops: at least 120, besides what it holds."
    ),
    "south: port={accepts: leased, firmness: red-line}": "SUPPOSED, not on record: South on Port: Leased (red line).",
    "south: port={accepts: [open, leased]}": "SUPPOSED, not on record: South on Port: Open or Leased.",
}


@pytest.mark.parametrize("text", MARKS)
def test_the_mark(tmp_path: Path, text: str) -> None:
    answer = asked(dossier(tmp_path, FILES)).compare("north", "south", at=AT, suppose=text)
    assert [text_of(each) for each in supposed.lines(answer)] == [MARKS[text]]


#: What becomes of a party that contradicts itself, and of more issues than a brief has room for.
ALONE = "North, what it holds: can hold together, as far as stated → cannot hold together"
NEW = ("Minimal conflicts: 1 gone, 2 new", "and 3 more")
#: A supposed red line of which a brief has no words, and the day of one that was said before.
OF_PARTS = ("supposed: nobody has said it", "said 2026-01-10, supposed", "(supposed)")
#: Over the answer where it has no title; where nothing is otherwise.
TITLES = (supposed_wording.AS_SUPPOSED, "No figure changes.")
#: Where positions are others and the relation is not.
STILL = "Troops: South on other terms; the relation is still contradiction"
NOTHING = (
    "No verdict changes, and no minimal conflict.", "What the draft does to the parties does not change.",
    "What the drafts do to the parties does not change.", "No position, no relation and no deadlock changes.",
    "No position, no relation, no deadlock and no conflict over several issues changes.",
)  # fmt: skip


def test_verdicts_and_counts() -> None:
    changed = ConflictsAgainstRecord({}, {"north": ("can-hold", "cannot-hold")}, GoneAndNew(1, 2))
    assert tuple(supposed_wording.conflicts(changed, {"north": "North"})) == (ALONE, NEW[0])


def test_a_brief_has_room_for_six(tmp_path: Path) -> None:
    issues = "\n".join(f"  i{n}: {{title: Issue {n}, kind: choice, options: {{a: A, b: B}}}}" for n in range(8))
    files = {
        "agenda.yaml": f"posdiff: 1\nparties: {{north: {{name: North}}, south: {{name: South}}}}\nissues:\n{issues}\n",
        "north/2026-01-10.yaml": "date: 2026-01-10\nterms:\n" + "".join(f"  i{n}: a\n" for n in range(8)),
    }
    answer = asked(dossier(tmp_path, files)).brief(
        "north", "south", at=AT, suppose=[f"south: i{n}=b" for n in range(8)]
    )
    told = formats.write(answer, "text", LOOK).splitlines()
    start = told.index("AGAINST THE RECORD (8)  what is otherwise than the record has it")
    assert told[start + 1 : start + 7] == [
        *(f"  Issue {n}: one-sided → contradiction" for n in range(5)),
        f"  {NEW[1]}",
    ]


def test_a_supposed_red_line_in_a_brief(tmp_path: Path) -> None:
    """Nobody has said it; what was said before in the same words stays said."""
    positions = asked(dossier(tmp_path, FILES))
    suppose = ("north: troops={min: 100, firmness: red-line}", "north: port={accepts: open, firmness: red-line}")
    told = formats.write(positions.brief("north", "south", at=AT, suppose=suppose), "text", LOOK)
    assert [words in told for words in OF_PARTS] == [True, True, True]


#: A draft with brackets, and what changes of the choices among its options, by what is supposed and who is asked about.
BRACKETS = {
    "drafts/2026-01-26-open.yaml": """
        date: 2026-01-26
        by: [north]
        outcomes:
          port: {options: [{accepts: open}, {accepts: shut}, {accepts: leased}]}
          troops: {options: [{exactly: 90}, {exactly: 70}]}
        """,
}
CHOICES = {
    ("south: port={accepts: [shut, leased], firmness: red-line}", "north", "south"): (
        "South, Port: left open (met with option 2 of 3 only; options 1 and 3 cross its red line) → "
        "left open (met with options 2 and 3 of 3 only; option 1 crosses its red line)",
        "Choices among the options that cross no red line of South: 2 of 6 → 4 of 6",
    ),
    ("south: port={accepts: leased, firmness: red-line}", "south"): (
        "South, Port: left open (met with option 2 of 3 only; options 1 and 3 cross its red line) → "
        "left open (met with option 3 of 3 only; options 1 and 2 cross its red line)",
        "Choices among the options that cross no red line of South: 2 of 6 → 2 of 6, and others",
    ),
    ("south: port=any", "north", "south"): (
        "South: 1 red line left open; no term broken → no term broken, some left open",
        "South, Port: left open (met with option 2 of 3 only; options 1 and 3 cross its red line) → met",
        "Choices among the options that cross no red line of South: 2 of 6 → 6 of 6",
        "Choices among the options that cross no red line of these parties: 0 of 6 → 2 of 6",
    ),
}
OF_DRAFTS = (
    "open, choices among the options that cross no red line of South: 2 of 6 → 4 of 6",
    "open, choices among the options that cross no red line of these parties: not known → 1 of 6",
)


@pytest.mark.parametrize("asked_about", CHOICES)
def test_choices_among_options(tmp_path: Path, asked_about: tuple[str, ...]) -> None:
    suppose, *parties = asked_about
    answer = asked(dossier(tmp_path, FILES | BRACKETS)).draft("open", *parties, at=AT, suppose=suppose)
    _, _, rest = formats.write(answer, "text", LOOK).partition("otherwise than the record has it\n")
    assert rest.partition("\n\n")[0] == "\n".join(f"  {told}" for told in CHOICES[asked_about])


def test_choices_among_options_of_several_drafts(tmp_path: Path) -> None:
    suppose = "south: port={accepts: [shut, leased], firmness: red-line}"
    answer = asked(dossier(tmp_path, FILES | BRACKETS)).drafts("plan", "open", at=AT, suppose=suppose)
    assert OF_DRAFTS[0] in formats.write(answer, "text", LOOK)
    changed = formats.to_dict(answer)["against_record"]
    of_south = {"draft": "2026-01-26-open", "party": "south", "before": 2, "after": 4}
    assert changed["choices"] == [of_south]
    (port,) = changed["parties"][-1]["results"]
    before, after = ["broken", "met", "broken"], ["broken", "met", "met"]
    assert (port["options_before"], port["options_after"]) == ([before], [after])
    open_one = answer.drafts[1]
    not_known = [ChoicesAgainstRecord(open_one, None, None, 1, 6)]
    names = {"north": "North", "south": "South"}
    assert [*supposed_wording.choices(not_known, {open_one.id: "open"}, names)] == [OF_DRAFTS[1]]


def test_where_nothing_changes(tmp_path: Path) -> None:
    told = formats.write(_answer(asked(dossier(tmp_path, FILES)), "matrix", ("south: troops={max: 80}",)), "text", LOOK)
    assert TITLES[1] in told
    assert {*supposed_wording.NOTHING.values()} | {supposed_wording.NOTHING_COMPARED} <= {TITLES[1], *NOTHING}
    changed = _answer(asked(dossier(tmp_path, FILES)), "compare", ("south: troops={max: 85}",))
    assert STILL in formats.write(changed, "text", LOOK)


def sentences() -> list[str]:
    """Every line above."""
    pages = (line for page in TEXTS.values() for line in page.splitlines())
    return [*pages, *MARKS.values(), ALONE, *NEW, *OF_PARTS, *TITLES, *NOTHING, STILL, *OF_DRAFTS,
            *(told for lines in CHOICES.values() for told in lines)]  # fmt: skip
