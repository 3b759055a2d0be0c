"""Every sentence of the four-column paper: as text with the positions of parties; as Markdown, to be written in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from papers import FILES, IN_CLAUSES
from patterns import headings

from answering import asked
from posdiff.answers.drafts import FourColumnPaper
from posdiff.findings.failure import Failure
from posdiff.reports import formats
from posdiff.reports.compose import four_columns
from posdiff.reports.document import Table
from posdiff.reports.formats import Look
from writing import dossier

WITH_POSITIONS = """\
offer and text in four columns, with the positions as of 2026-05-01: 9 rows: 2 across a red line, 3 same in
  both texts, 1 in reach, 3 open
  What is only reported is counted as well.
  offer: The offer. Draft of 2026-04-10, proposed by Employer; not in itself any party's position.
  text: The text. Draft of 2026-04-20, proposed by Employer and a mediator, as reported; not in itself any
    party's position.

THE PAPER

1  Pay
  settles Pay; Length
  in reach
  other words
  offer and text: Pay; Length: the clause has words in brackets; the outcome on file has no options
  offer       Pay rises by 3 percent [at most].
  text        Pay rises by [-3-]{+4+} percent{+,⏎for+} [[-at most]-]{+two] years+}.
  positions   Pay
              Union: RED LINE  at least 4 percent
              Employer: at most 5 percent
              Length
              Union: at most 24 months
              Employer: at most 18 months
              on record: at most 36 months

4
  open
  new on file (offer is on file in part)
  offer       no such clause on file
  text        Bonus & parking: <as before>.
              proposed by a mediator

2
  settles Site
  across a red line: Union
  Employer: Site met with option 1 of 2 only
  other words; agreed now
  offer       The site [stays] [moves].
              clause proposed by Employer; who put in the brackets is not on file
  text        The site [[-stays-]{+moves+}] [[-moves-]{+shuts+}].
              clause proposed by Employer; who put in the brackets is not on file
  positions   Union: RED LINE  Stays
              Employer: Stays or Moves

8
  settles Site
  across a red line: Union
  Employer: Site met with option 1 of 2 only
  new on file (offer is on file in part)
  the words are marked as agreed
  offer       no such clause on file
  text        The site moves.
  positions   Union: RED LINE  Stays
              Employer: Stays or Moves

3
  settles Canteen
  same in both texts
  offer       The canteen is kept.
  text        The canteen is kept.
  positions   Union: Kept
              Employer: silent

5
  settles Hours
  open
  not on file (text is on file in part)
  offer       Hours stay.
  text        no such clause on file
              Hours: More
  positions   Union: silent
              Employer: silent

7
  same in both texts
  offer       Signed by all,
              in two copies.
  text        Signed by all,
              in two copies.

Bonus
  same in both texts
  offer       Paid
  text        Paid
  positions   Union: silent
              Employer: silent

Parking
  open
  breaks Union
  offer crosses a red line: Employer
  offer       Free
  text        Dear
  positions   Union: Free
              Employer: RED LINE  Dear

  across a red line: text settles it so that a red line of a party named is crossed.
  same in both texts: agreed between the texts alone: they leave the same open, in the same words and without
    brackets. No party is said to accept it.
  in reach: both drafts leave an outcome open that every party named has accepted, without conditions or on
    such as both drafts meet; or text meets every party named.
  open: none of these.

What offer and text do to red lines
  offer, Union: RED LINE left open (2): Pay; Site
  offer, Employer: RED LINE crossed (1): Parking
  text, Union: RED LINE crossed (1): Site
"""
TO_BE_WRITTEN_IN = """\

# offer and text in four columns

9 rows: 2 across a red line, 3 same in both texts, 1 in reach, 3 open

**Not counted:** 1 statement only reported; with it: `posdiff drafts offer text --at 2026-05-01 --columns 4 --with-reported`

**offer**: The offer. Draft of 2026-04-10, proposed by Employer; not in itself any party's position.

**text**: The text. Draft of 2026-04-20, proposed by Employer and a mediator, as reported; not in itself any party's position.

The last column is empty, for a proposal; with --for PARTY it has positions. Rows are marked by those of all parties to the talks as of 2026-05-01.

## The paper

| Clause or issue | offer | text | Proposal |
| --- | --- | --- | --- |
| **1  Pay** <br> settles Pay; Length <br> **in reach** <br> other words <br> offer and text: Pay; Length: the clause has words in brackets; the outcome on file has no options | Pay rises by 3 percent \\[at most\\]. | Pay rises by <del>3</del><ins>4</ins> percent<ins>,⏎for</ins> \\[<del>at most\\]</del><ins>two\\] years</ins>. |  |
| **4** <br> open <br> new on file (offer is on file in part) | no such clause on file | Bonus & parking: \\<as before>. <br> proposed by a mediator |  |
| **2** <br> settles Site <br> **across a red line**: Union <br> Employer: Site met with option 1 of 2 only <br> other words; agreed now | The site \\[stays\\] \\[moves\\]. <br> clause proposed by Employer; who put in the brackets is not on file | The site \\[<del>stays</del><ins>moves</ins>\\] \\[<del>moves</del><ins>shuts</ins>\\]. <br> clause proposed by Employer; who put in the brackets is not on file |  |
| **8** <br> settles Site <br> **across a red line**: Union <br> Employer: Site met with option 1 of 2 only <br> new on file (offer is on file in part) <br> the words are marked as agreed | no such clause on file | The site moves. |  |
| **3** <br> settles Canteen <br> **same in both texts** | The canteen is kept. | The canteen is kept. |  |
| **5** <br> settles Hours <br> open <br> not on file (text is on file in part) | Hours stay. | no such clause on file <br> Hours: More |  |
| **7** <br> **same in both texts** | Signed by all, <br> in two copies. | Signed by all, <br> in two copies. |  |
| **Bonus** <br> **same in both texts** | Paid[^1] | Paid |  |
| **Parking** <br> open <br> breaks Union <br> offer crosses a red line: Employer | Free[^1] | Dear |  |

- **across a red line:** text settles it so that a red line of a party to the talks is crossed.
- **same in both texts:** agreed between the texts alone: they leave the same open, in the same words and without brackets. No party is said to accept it.
- **in reach:** both drafts leave an outcome open that every party to the talks has accepted, without conditions or on such as both drafts meet; or text meets every party to the talks.
- **open:** none of these.

## What offer and text do to red lines

- **offer, Union:** **RED LINE left open (2):** Pay; Site
- **offer, Employer:** **RED LINE crossed (1):** Parking
- **text, Union:** **RED LINE crossed (1):** Site

## Sources

[^1]: The paper
"""  # noqa: E501
#: Over the table.
HEADINGS = (
    "The two drafts, row by row", "Clause or issue", "offer", "text", "Positions of Union and Employer",
)  # fmt: skip
#: Where the later text says that a clause is agreed, and all it settles stands in clauses; the words of one were not
#: seen in the earlier text, which settles its issue.
MARKED = """\
7 rows: 2 across a red line, 1 same in both texts, 1 marked as agreed, 1 in reach, 2 open
| **4** <br> settles Bonus; Parking <br> open <br> breaks Union <br> offer crosses a red line: Employer <br> new on file (offer is on file in part) | \
no such clause on file <br> Bonus: Paid[^1] <br> Parking: Free[^1] | Bonus & parking: \\<as before>. <br> proposed by a mediator |  |
| **3** <br> settles Canteen <br> **marked as agreed** <br> the same words; agreed now | The canteen is kept. | The canteen is kept. |  |
| **5** <br> settles Hours <br> open <br> not on file | Hours stay. | <del>Hours stay.</del> |  |
- **marked as agreed:** text says so of the clause. No party is said to accept it.
"""  # noqa: E501
#: Where the clause has its words in the later text, and does not settle its issue there.
BESIDE_THE_WORDS = (
    "| **5** <br> settles Hours <br> open <br> text, in no clause on file: Hours: More | Hours stay. | Hours stay. |  |"
)
#: What is accepted on conditions alone; what the later text meets; red lines that both cross or that are left.
CONDITIONS = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}}
        issues:
          length: {title: Length, kind: quantity, unit: month}
          jobs: {title: Jobs, kind: choice, options: {safe: Safe, unsafe: Unsafe}}
          step: {title: Second step, kind: choice, options: {granted: Granted, refused: Refused}}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms:
          length: {max: 24}
          jobs: {accepts: safe, firmness: red-line}
          step: {accepts: granted, alternatives: [{accepts: refused, if: {length: {max: 12}}}]}
          site: {accepts: stays, firmness: red-line}
          canteen: {accepts: kept, firmness: red-line}
          bonus: paid
        """,
    "employer/2026-03-03.yaml": """
        date: 2026-03-03
        terms:
          length: {min: 24}
          jobs: {accepts: unsafe, alternatives: [{accepts: safe, if: {length: {min: 36}}}]}
          step: {accepts: refused, applies_if: {length: {max: 24}}}
          site: moves
          canteen: {accepts: kept, firmness: red-line}
          bonus: {accepts: paid, alternatives: [{accepts: unpaid, if: {site: moves}}]}
        """,
    "drafts/2026-04-10-one.yaml": """
        date: 2026-04-10
        by: [employer]
        outcomes: {length: 36, site: moves, bonus: unpaid}
        """,
    "drafts/2026-04-20-two.yaml": """
        date: 2026-04-20
        by: [union]
        final: true
        outcomes: {length: 24, jobs: safe, step: granted, site: moves, bonus: unpaid}
        """,
}
ON_CONDITIONS = """\
Length
  in reach
  two meets every party named
  one         exactly 36 months
  two         exactly 24 months
  positions   Union: at most 24 months
              Employer: at least 24 months

Jobs
  open
  breaks Employer
  in reach only on a condition: Employer: if Length: at least 36 months
  one         silent
  two         Safe
  positions   Union: RED LINE  Safe
              Employer: Unsafe; or Safe, if Length: at least 36 months

Second step
  open
  breaks Employer
  in reach only on a condition: Employer: unless Length: at most 24 months
  one         silent
  two         Granted
  positions   Union: Granted; or Refused, if Length: at most 12 months
              Employer: Refused – but only where Length: at most 24 months

Site
  across a red line: Union (both texts)
  one         Moves
  two         Moves
  positions   Union: RED LINE  Stays
              Employer: Moves

Bonus
  same in both texts
  breaks Union
  one         Unpaid
  two         Unpaid
  positions   Union: Paid
              Employer: Paid; or Unpaid, if Site: Moves
"""
#: Under a text that is silent: one that is not final, and one that is.
LEFT = (
    "silent on it: leaves a red line of Union and Employer open",
    "leaves it out: misses a red line of Union and Employer",
)
#: What two texts do by not saying something: an order that another issue decides, and what a final text leaves out.
UNSAID = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}}
        steps: {vote: Vote, rise: Rise, cuts: Cuts}
        issues:
          rise-order: {title: Order of the rise, kind: sequence}
          cuts-order: {title: Order of the cuts, kind: sequence}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms:
          cuts-order: {order: [rise, cuts], firmness: red-line}
          canteen: {accepts: kept, firmness: red-line}
          bonus: paid
          site: {accepts: stays, applies_if: {canteen: shut}}
        """,
    "employer/2026-03-03.yaml": "date: 2026-03-03\nterms: {canteen: shut, cuts-order: {order: [cuts, vote]}}\n",
    "drafts/2026-04-10-one.yaml": """
        date: 2026-04-10
        final: true
        outcomes: {cuts-order: {order: [vote, rise]}, canteen: kept, bonus: paid}
        clauses:
          - {id: 1, text: The cuts come last., settles: [cuts-order]}
          - {id: 2, text: The canteen and the bonus stay., settles: [canteen, bonus]}
        """,
    "drafts/2026-04-20-two.yaml": """
        date: 2026-04-20
        final: true
        outcomes: {rise-order: {order: [cuts, vote, rise]}, site: moves}
        clauses: [{id: 3, text: The site moves., settles: [site]}]
        """,
}
UNSAID_ROWS = """\
1
  settles Order of the cuts
  across a red line: Union
  silent on it, and what it settles elsewhere leaves no room for it
  not on file (two is on file in part)
  one         The cuts come last.
  two         no such clause on file

2
  settles Canteen; Bonus
  open
  leaves Canteen and Bonus out: misses a red line of Union; misses Employer
  not on file (two is on file in part)
  one         The canteen and the bonus stay.
  two         no such clause on file

3
  settles Site
  open
  leaves out what a term depends on: misses Union
  one leaves it out
  new on file
  one         no such clause on file
  two         {+The site moves.+}

Order of the rise
  open
  one leaves it out
  one         silent
  two         first “Cuts”; then “Vote”; then “Rise”
"""
#: Where a clause of the later text could not be read.
UNREAD = """\
  Left out here: what is wrong in the files (1 error); it is listed by posdiff validate
  text: 1 clause on file could not be read: posdiff validate tells why.
  text        no such clause that could be read
"""
NOTHING = "Neither draft has a clause or an outcome here."


def paper(tmp_path: Path, *named: str, **asked_for: Any) -> FourColumnPaper:
    answer = asked(dossier(tmp_path, FILES)).drafts(*named or ("offer", "text"), at="2026-05-01", **asked_for)
    assert isinstance(answer, FourColumnPaper)
    return answer


def test_with_positions(tmp_path: Path) -> None:
    answer = paper(tmp_path, columns=4, parties=("union", "employer"), with_reported=True)
    assert formats.write(answer, "text", Look(width=110)) == WITH_POSITIONS
    assert formats.write(answer, "text", Look(width=110, full=False)) == WITH_POSITIONS
    assert headings(four_columns.document(answer)) == HEADINGS


def test_to_be_written_in(tmp_path: Path) -> None:
    assert formats.write(paper(tmp_path, columns=4), "markdown").partition("\n")[2] == TO_BE_WRITTEN_IN


def test_what_is_marked_as_agreed_taken_out_and_not_seen(tmp_path: Path) -> None:
    drafts = {id: text for id, text in IN_CLAUSES.items() if "text" in id}
    drafts = {id: text.replace("[canteen]}", "[canteen], status: agreed}") for id, text in drafts.items()}
    answer = asked(dossier(tmp_path, FILES | drafts)).drafts("offer", "text", columns=4, at="2026-05-01")
    written = formats.write(answer, "markdown").splitlines()
    assert [each for each in MARKED.splitlines() if each not in written] == []


def test_an_issue_that_a_clause_settles_no_more(tmp_path: Path) -> None:
    name = "drafts/2026-04-20-text.yaml"
    text = FILES[name].replace("- {id: 7,", "- {id: 5, text: Hours stay.}\n          - {id: 7,")
    answer = asked(dossier(tmp_path, FILES | {name: text})).drafts("offer", "text", columns=4, at="2026-05-01")
    assert BESIDE_THE_WORDS in formats.write(answer, "markdown").splitlines()


def test_what_is_accepted_on_conditions_and_red_lines_of_both_texts(tmp_path: Path) -> None:
    """None of it is coloured as if parties could meet there: nor what is the same in both and breaks a term."""
    answer = asked(dossier(tmp_path, CONDITIONS)).drafts(
        "one", "two", columns=4, parties=("union", "employer"), at="2026-05-01"
    )
    assert isinstance(answer, FourColumnPaper)
    written = formats.write(answer, "text", Look(width=110))
    _, _, rows = written.partition("THE PAPER\n\n")
    assert rows.partition("\n  across a red line: two")[0] == ON_CONDITIONS
    table = four_columns.document(answer).sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [row.state for row in table.rows] == ["in-reach", "open", "open", "across-red-line", "open"]


@pytest.mark.parametrize(("final", "told"), [("", LEFT[0]), ("final: true\n", LEFT[1])])
def test_a_red_line_that_is_left(tmp_path: Path, final: str, told: str) -> None:
    clause = "clauses: [{id: 1, text: The canteen., settles: [canteen]}]\noutcomes: {canteen: any}\n"
    two = f"date: 2026-04-20\nby: [union]\n{final}outcomes: {{length: 24}}\n"
    one = {"drafts/2026-04-10-one.yaml": f"date: 2026-04-10\nby: [employer]\n{clause}",
           "drafts/2026-04-20-two.yaml": two}  # fmt: skip
    answer = asked(dossier(tmp_path, CONDITIONS | one)).drafts("one", "two", columns=4, at="2026-05-01")
    assert f"  {told}\n" in formats.write(answer, "text", Look(width=110))


def test_what_is_red_or_open_by_silence(tmp_path: Path) -> None:
    """In words: which text leaves an issue out, and whom that misses."""
    answer = asked(dossier(tmp_path, UNSAID)).drafts("one", "two", columns=4, at="2026-05-01")
    _, _, rows = formats.write(answer, "text", Look(width=110)).partition("THE PAPER\n\n")
    assert rows.partition("\n  across a red line: two")[0] == UNSAID_ROWS


def test_a_clause_that_could_not_be_read(tmp_path: Path) -> None:
    """What is sent on says by itself that something is missing from it."""
    name = "drafts/2026-04-20-text.yaml"
    broken = FILES[name].replace("The site [moves]", "The site [moves")
    answer = asked(dossier(tmp_path, FILES | {name: broken})).drafts("offer", "text", columns=4, at="2026-05-01")
    written = formats.write(answer, "text", Look(width=110)).splitlines()
    assert [each for each in UNREAD.splitlines() if each not in written] == []


def test_some_issues(tmp_path: Path) -> None:
    """Rows of others are left out; red lines are named whatever is asked for."""
    answer = paper(tmp_path, columns=4, issue=["parking", "canteen"])
    assert [row.clause.id if row.clause else row.issues[0].id for row in answer.rows] == ["3", "parking"]
    text = formats.write(answer, "text", Look(width=110))
    assert "RED LINE crossed (1): Site" in text


def test_nothing_to_show(tmp_path: Path) -> None:
    quiet = {"drafts/2026-04-10-offer.yaml": "date: 2026-04-10\noutcomes: {bonus: paid}\n",
             "drafts/2026-04-20-text.yaml": "date: 2026-04-20\noutcomes: {bonus: paid}\n"}  # fmt: skip
    answer = asked(dossier(tmp_path, FILES | quiet)).drafts("offer", "text", columns=4, issue="pay", at="2026-05-01")
    text = formats.write(answer, "text", Look(width=110))
    assert f"\nTHE PAPER\n  {NOTHING}\n" in text


@pytest.mark.parametrize("named", [("offer", "sketch"), ("sketch", "offer")])
def test_one_without_clauses_on_file(tmp_path: Path, named: tuple[str, str]) -> None:
    """Nothing is marked as taken out or put in, and what it settles stands once, in its column."""
    sketch = {"drafts/2026-04-15-sketch.yaml": "date: 2026-04-15\noutcomes: {canteen: kept}\n"}
    answer = asked(dossier(tmp_path, FILES | sketch)).drafts(*named, columns=4, at="2026-05-01")
    text = formats.write(answer, "text", Look(width=110, full=False))
    assert " sketch Canteen: Kept " in " ".join(text.split())
    assert "in no clause on file" not in text
    assert not re.search(r"\[-|\{\+|^ *(not|new) on file$", text, re.M)


def test_its_json_is_that_of_the_drafts(tmp_path: Path) -> None:
    plain = asked(dossier(tmp_path, FILES)).drafts("offer", "text", at="2026-05-01")
    assert formats.to_dict(paper(tmp_path / "again", columns=4)) == formats.to_dict(plain)


@pytest.mark.parametrize(
    ("named", "columns", "message"),
    [
        (("offer", "text"), 3, "a paper of two drafts has four columns, not `3`"),
        (("text",), 4, "the four-column paper takes two drafts, not 1"),
        ((), 4, "the four-column paper takes two drafts, not 0"),
        (("offer", "offer"), 4, "the draft `2026-04-10-offer` is named twice"),
    ],
)
def test_what_is_refused(tmp_path: Path, named: tuple[str, ...], columns: int, message: str) -> None:
    with pytest.raises(Failure) as refused:
        asked(dossier(tmp_path, FILES)).drafts(*named, columns=columns)
    assert refused.value.message == message
    assert refused.value.hint


def sentences() -> list[str]:
    """Every line above."""
    return [
        *WITH_POSITIONS.splitlines(),
        *TO_BE_WRITTEN_IN.splitlines(),
        *MARKED.splitlines(),
        BESIDE_THE_WORDS,
        *ON_CONDITIONS.splitlines(),
        *LEFT,
        *UNSAID_ROWS.splitlines(),
        *UNREAD.splitlines(),
        *HEADINGS,
        NOTHING,
    ]
