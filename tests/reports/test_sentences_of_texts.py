"""Every sentence of a draft as a document: one with clauses, and one of which no words are on file."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked
from posdiff.reports import formats
from posdiff.reports.compose import text
from posdiff.reports.formats import Look
from writing import dossier

LOOK = Look(width=110)
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          hours: {title: Hours, kind: quantity, unit: hour}
          parking: {title: Parking, kind: choice, options: {free: Free, dear: Dear}}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms: {pay: {min: 4, firmness: red-line}, site: {accepts: stays, firmness: red-line}, hours: {max: 35}}
        """,
    "employer/2026-03-03.yaml": """
        date: 2026-03-03
        terms: {pay: {max: 3}, hours: {min: 38}, canteen: {accepts: shut, firmness: red-line}}
        """,
    "drafts/2026-04-20-text.yaml": """
        date: 2026-04-20
        title: The text
        by: [a mediator]
        outcomes:
          pay: {exactly: 4}
          site: {options: [{accepts: stays, by: union}, {accepts: moves}]}
          canteen: kept
          hours: {exactly: 35}
          parking: free
        clauses:
          - {id: 1, title: Pay, text: Pay rises by 4 percent., settles: [pay], status: agreed}
          - id: 2
            text: |
              The site [stays [for good]] [moves].

              Whoever works there is heard.
            settles: [site, canteen]
            status: open
            by: [employer, a mediator]
            note: Read out in the session.
          - {id: 3, text: Signed by all.}
        """,
    "drafts/2026-04-01-offer.yaml": "date: 2026-04-01\nby: [employer]\noutcomes: {pay: 3}\n",
}

DOCUMENT = """\
The text (2026-04-20)
  Draft of 2026-04-20, proposed by a mediator; not in itself any party's position.
  Where they are silent: Council (no statement on file)
  Beside it the positions as of 2026-05-01.

THE TEXT  1 clause with brackets
  Clause                                                          What it does to the parties

  1  Pay                                                          Pay
  Pay rises by 4 percent.                                         broken: Employer
  agreed                                                          RED LINE met: Union

  2                                                               Site
  The site [stays [for good]] [moves].                            in brackets: 1 Stays (Union); 2 Moves
  Whoever works there is heard.                                   RED LINE left open: Union (met with
  open; clause proposed by Employer and a mediator; who put in    option 1 of 2 only; option 2 crosses its
  the brackets is not on file                                     red line)
  Note: Read out in the session.                                  Canteen
                                                                  the clause has words in brackets; the
                                                                  outcome on file has no options
                                                                  RED LINE crossed: Employer

  3
  Signed by all.

SETTLED IN NO CLAUSE ON FILE (2)
  Issue              What it does to the parties

  Hours              broken: Employer
  exactly 35 hours   met: Union

  Parking            nobody holds a position on it
  Free

SUMMARY
  Party      Broken   Left open   Met   Unassessed   Verdict
  Union      0        1           2     0            1 red line left open (Site); no term broken
  Employer   3        0           0     0            1 red line crossed (Canteen); 3 terms broken in all
  Council    0        0           0     0            no term to compare it with

  In 1 of the 2 choices among the options no red line of Union is crossed.
  In both choices among the options a red line of Employer is crossed.
  Council has no red line on file.
  In both choices among the options a red line of one of these parties is crossed.
"""
NO_WORDS = """\
2026-04-01-offer (2026-04-01)
  Draft of 2026-04-01, proposed by Employer; not in itself any party's position.
  Where they are silent: Council (no statement on file)
  Beside it the positions as of 2026-05-01.

THE TEXT
  None of its words are on file: write them under `clauses` in the draft's file.

SETTLED IN NO CLAUSE ON FILE (1)
  Issue               What it does to the parties

  Pay                 RED LINE crossed: Union
  exactly 3 percent   met: Employer

SUMMARY
  Party      Broken   Left open   Met   Unassessed   Verdict
  Union      1        2           0     0            1 red line crossed (Pay), 1 left open (Site); nothing
                                                     else broken
  Employer   0        2           1     0            1 red line left open (Canteen); no term broken
  Council    0        0           0     0            no term to compare it with
"""
#: Of an issue that is asked for.
NO_CLAUSE = "No clause on file settles this."
#: Over tables and columns.
HEADINGS = (
    "The draft, clause by clause", "Clause", "What it does to the parties", "Settled in no clause on file", "Issue",
    "The draft against each party", "Party", "Broken", "Left open", "Met", "Unassessed", "Verdict",
)  # fmt: skip


def test_a_draft_as_a_document(tmp_path: Path) -> None:
    assert formats.write(asked(dossier(tmp_path, FILES)).text("text", at="2026-05-01"), "text", LOOK) == DOCUMENT


def test_the_summary_in_a_narrow_window(tmp_path: Path) -> None:
    """Party by party, as that of ``draft``: in columns the heads and numbers would break."""
    written = formats.write(asked(dossier(tmp_path, FILES)).text("text", at="2026-05-01"), "text", Look(width=80))
    _, summary = written.split("\nSUMMARY\n")
    assert "Verdict" not in summary
    assert max(map(len, summary.splitlines())) <= 80


def test_a_draft_without_words(tmp_path: Path) -> None:
    assert formats.write(asked(dossier(tmp_path, FILES)).text("offer", at="2026-05-01"), "text", LOOK) == NO_WORDS


#: Of a party of which one part is met and another broken.
APART = ("broken: Employer and Council (at least 6 percent", "met: Council (at least 4 percent")


def test_parts_that_fare_differently(tmp_path: Path) -> None:
    files = FILES | {
        "council/2026-03-04.yaml": "date: 2026-03-04\nterms: {pay: {min: 4}}\n",
        "council/2026-03-05.yaml": "date: 2026-03-05\nterms: {pay: {min: 6, adds: true}}\n",
    }
    told = formats.write(asked(dossier(tmp_path, files)).text("text", at="2026-05-01"), "markdown")
    assert [words in told for words in APART] == [True, True], told


#: Of another agenda's worth of parties asked about: what is said where none of them has spoken.
ASKED = {
    (): ("nobody holds a position on it",),
    ("council",): ("Council is silent", "nobody holds a position on it"),
    ("council", "union"): ("none of the parties asked about holds a position on it", "nobody holds a position on it"),
}


@pytest.mark.parametrize("parties", ASKED)
def test_nobody_is_said_of_all_parties_only(parties: tuple[str, ...], tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).text("text", *parties, at="2026-05-01")
    told = formats.write(answer, "markdown")
    found = [words for words in dict.fromkeys(w for said in ASKED.values() for w in said) if words in told]
    assert sorted(found) == sorted(ASKED[parties]), told


NOT_READ = (
    "1 clause on file could not be read: posdiff validate tells why.", "Settled in no clause that could be read",
)  # fmt: skip


@pytest.mark.parametrize("read", [True, False])
def test_clauses_that_could_not_be_read_are_on_file(read: bool, tmp_path: Path) -> None:
    clauses = "clauses:\n  - {id: 1, text: 'Pay [rises.', settles: [pay]}\n"
    clauses += "  - {id: 2, text: All sign.}\n" if read else ""
    draft = {"drafts/2026-04-01-offer.yaml": FILES["drafts/2026-04-01-offer.yaml"] + clauses}
    positions = asked(dossier(tmp_path, FILES | draft))
    told = formats.write(positions.text("offer", at="2026-05-01"), "markdown")
    assert [words in told for words in (*NOT_READ, "All sign.", "are on file")] == [True, True, read, False], told
    steps = formats.write(positions.drafts("offer", "text", at="2026-05-01"), "markdown")
    assert (f"offer: {NOT_READ[0]}" in steps, "No clauses on file" in steps) == (True, False)


def test_the_headings(tmp_path: Path) -> None:
    assert headings(text.document(asked(dossier(tmp_path, FILES)).text("text", at="2026-05-01"))) == HEADINGS


def sentences() -> list[str]:
    """Every line above."""
    return [
        *HEADINGS,
        NO_CLAUSE,
        *NOT_READ,
        *(words for said in ASKED.values() for words in said),
        *DOCUMENT.splitlines(),
        *NO_WORDS.splitlines(),
    ]


def test_only_the_clauses_on_an_issue(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    of_site = positions.text("text", "union", issue="site", at="2026-05-01")
    assert ([each.clause.id for each in of_site.clauses], of_site.elsewhere) == (["2"], ())
    of_hours = positions.text("text", "union", issue="hours", at="2026-05-01")
    assert [each.issue.id for each in of_hours.elsewhere] == ["hours"]
    told = formats.write(of_hours, "text", LOOK)
    assert f"THE TEXT\n  {NO_CLAUSE}\n" in told
    assert "SUMMARY  of the whole draft, whatever is shown below\n" in told
