"""What parties said of drafts, in every report that shows it: the last word first, and where it is at odds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from answering import asked, asked_in_words
from posdiff.dossier.statement import Reaction, ReactionWord
from posdiff.findings.location import Location
from posdiff.reports import draft_wording, formats
from posdiff.reports.formats import Look
from posdiff.reports.records import records
from posdiff.reports.shapes.writing import to_dict
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
        """,
    "union/2026-03-02.yaml": "date: 2026-03-02\nterms: {pay: {min: 4, firmness: red-line}, site: stays}\n",
    "union/2026-04-11.yaml": """
        date: 2026-04-11
        title: Of the offer
        speaker: the chair
        sources: {mail: {title: Mail, publisher: Press, class: press}}
        reactions: {2026-04-10-offer: {reaction: accepts, quote: Very well., source: mail, note: In a hurry.}}
        """,
    "union/2026-04-12.yaml": """
        date: 2026-04-12
        terms: {bonus: paid}
        reactions: {2026-04-10-offer: {reaction: reserves, issues: [pay]}, 2026-04-12-text: {reaction: rejects}}
        """,
    "employer/2026-03-03.yaml": """
        date: 2026-03-03
        terms: {pay: {max: 5}, site: {accepts: moves, firmness: red-line}}
        """,
    "employer/2026-04-13.yaml": """
        date: 2026-04-13
        standing: reported
        speaker: a paper
        reactions:
          2026-04-12-text: {reaction: accepts-as-basis}
          2026-04-10-offer: {reaction: rejects, issues: [pay]}
        """,
    "drafts/2026-04-10-offer.yaml": "date: 2026-04-10\nby: employer\noutcomes: {pay: {exactly: 3}, site: stays}\n",
    "drafts/2026-04-12-text.yaml": """
        date: 2026-04-12
        by: union
        previous: 2026-04-10-offer
        outcomes: {pay: {exactly: 5}, site: stays, bonus: paid}
        """,
}
LOOK = Look(width=160, sources=True)
SHOW = """\
OF DRAFTS (2)
  2026-04-12-text – rejects it (2026-04-12), though it meets everything that it had said
  2026-04-10-offer – has reservations on Pay (2026-04-12)
  2026-04-10-offer – before that: accepts it (2026-04-11), though it crosses its own red line on Pay: “Very well.” (the chair) [1] Note: In a hurry.

SOURCES
  [1] Mail, Press (press)
"""  # noqa: E501
OVERVIEW = """\
Union  3 statements

  Day         Statement     What it did                                                     Red line
  2026-03-02  2026-03-02    2 added                                                         RED LINE Pay
  2026-04-11  Of the offer  accepts offer
  2026-04-12  2026-04-12    on 1 issue has reservations about offer; rejects text; 1 added
"""
IN_FULL = """\
2026-04-11: Of the offer  union/2026-04-11.yaml
  the chair
  Of the draft 2026-04-10-offer – accepts it (2026-04-11), though it crosses its own red line on Pay: “Very well.” (the chair) [1] Note: In a hurry.

2026-04-12  union/2026-04-12.yaml
  + added  Bonus: Paid
  Of the draft 2026-04-10-offer – has reservations on Pay (2026-04-12)
  Of the draft 2026-04-12-text – rejects it (2026-04-12), though it meets everything that it had said
"""  # noqa: E501
LISTED = """\
2026-04-10-offer  2026-04-10-offer
  day         2026-04-10
  by          Employer
  said of it  Union accepts it (2026-04-11), though it crosses its own red line on Pay (with a note; in full: posdiff draft 2026-04-10-offer): “Very well.” (the
              chair) [1]
              Union has reservations on Pay (2026-04-12)
              Employer rejects it on Pay (as reported 2026-04-13), though it meets everything that it had said on Pay
"""  # noqa: E501
STEPS = """\
WHAT THE DRAFTS DO TO THE PARTIES
  Party      offer                                             text
  Union      crosses a red line                                meets all terms
             red line: 1 crossed                               3 terms on file
             1 broken, 1 left open, 1 met                      3 met, 1 of them held since the draft's day
             said: accepts it                                  said: rejects it
             at odds with its terms                            at odds with its terms
  Employer   crosses a red line                                crosses a red line
             red line: 1 crossed                               red line: 1 crossed
             1 broken, 1 met                                   1 broken, 1 met
             the draft is by it; the term broken dates from    said: accepts it as a basis
             2026-03-03
             said: rejects it on 1 issue
             at odds with its terms

  offer, Union: RED LINE crossed (1): Pay
  offer, Employer: RED LINE crossed (1): Site
  text, Employer: RED LINE crossed (1): Site

WHAT THE PARTIES SAID OF THEM
  offer, Union: accepts it (2026-04-11), though it crosses its own red line on Pay: “Very well.” (the chair) [1] Note: In a hurry.
  offer, Union: has reservations on Pay (2026-04-12)
  offer, Employer: rejects it on Pay (as reported 2026-04-13), though it meets everything that it had said on Pay
  text, Union: rejects it (2026-04-12), though it meets everything that it had said
  text, Employer: accepts it as a basis (as reported 2026-04-13)
"""  # noqa: E501
#: On the draft, beside the verdict.
VERDICT = "accepts it, though it crosses its own red line on Pay"
#: By what is asked: whether in full, and what the answer holds.
PAGES = {
    "show union --at 2026-05-01": (True, SHOW),
    "history union --until 2026-05-01": (False, OVERVIEW),
    "drafts --at 2026-05-01 --with-reported": (True, LISTED),
}


@pytest.mark.parametrize("command", PAGES)
def test_what_was_said_of_drafts(command: str, tmp_path: Path) -> None:
    full, expected = PAGES[command]
    answer = asked_in_words(dossier(tmp_path, FILES), command)
    assert expected in formats.write(answer, "text", LOOK._replace(full=full))


def test_history_in_full(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).history("union", until="2026-05-01")
    assert IN_FULL in formats.write(answer, "text", LOOK)


def test_draft_against_draft(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", at="2026-05-01", with_reported=True)
    assert STEPS in formats.write(answer, "text", LOOK)


def test_beside_the_verdict(tmp_path: Path) -> None:
    """What was said of the whole draft, though something was said later of an issue."""
    answer = asked(dossier(tmp_path, FILES)).draft("offer", "union", at="2026-05-01")
    assert VERDICT in formats.write(answer, "markdown")


#: In a brief: the words, the day, and a note whole or not at all.
IN_A_BRIEF = (
    "has reservations (2026-04-20): “Not yet.”",
    "accepts it as a basis (2026-04-20), with a note; in full: posdiff draft 2026-04-10-offer",
)


def test_in_a_brief(tmp_path: Path) -> None:
    quoted, noted = (
        "{reaction: reserves, quote: Not yet.}",
        f"{{reaction: accepts-as-basis, note: {'By way of talk. ' * 9}}}",
    )
    files = FILES | {
        "union/2026-04-20.yaml": f"date: 2026-04-20\nreactions: {{2026-04-10-offer: {quoted}}}\n",
        "employer/2026-04-20.yaml": f"date: 2026-04-20\nreactions: {{2026-04-10-offer: {noted}}}\n",
    }
    answer = asked(dossier(tmp_path, files)).brief("union", "employer", draft="offer", at="2026-05-01")
    told = formats.write(answer, "markdown")
    assert all(words in told for words in IN_A_BRIEF)


def test_a_report_counts_only_where_reports_do(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    left_out, counted = (positions.history("employer", until="2026-05-01", with_reported=w) for w in (False, True))
    assert [len(left_out.parties[0].reactions), left_out.basis.not_counted] == [0, 1]
    assert [len(counted.parties[0].reactions), counted.basis.not_counted] == [2, 0]
    assert positions.show("employer", at="2026-05-01").reactions == ()


def test_a_period_and_kinds_of_steps(tmp_path: Path) -> None:
    """A reaction is of its day, and no kind of step; on an issue, where one is asked for."""
    positions = asked(dossier(tmp_path, FILES))

    def said(**asked_for: Any) -> list[str]:
        (of_party,) = to_dict(positions.history("union", **asked_for))["parties"]
        return [f"{each['draft']} {each['reaction']}" for each in of_party["reactions"]]

    assert said(since="2026-04-11", until="2026-05-01") == ["2026-04-10-offer reserves", "2026-04-12-text rejects"]
    assert said(until="2026-04-11") == ["2026-04-10-offer accepts"]
    assert said(until="2026-05-01", only="added") == []
    assert said(until="2026-05-01", issue="site") == []
    assert said(until="2026-05-01", issue="pay") == ["2026-04-10-offer reserves"]


def test_at_odds_in_json(tmp_path: Path) -> None:
    """By what was held on the day: what was said later changes nothing of it."""
    shown = to_dict(asked(dossier(tmp_path, FILES)).draft("offer", "union", at="2026-05-01"))
    assert [each["at_odds"] for each in shown["parties"][0]["reactions"]] == [
        {"how": "crosses-red-line", "issues": ["pay"]},
        None,
    ]


def test_rows_of_reactions(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    rows = [row for row in records(positions.history("union", until="2026-05-01")) if row["reaction"]]
    assert [(row["date"], row["draft"], row["reaction"], row["quote"], row["issue"]) for row in rows] == [
        ("2026-04-11", "2026-04-10-offer", "accepts", ["2026-04-11, the chair: Very well."], None),
        ("2026-04-12", "2026-04-10-offer", "reserves", [], None),
        ("2026-04-12", "2026-04-12-text", "rejects", [], None),
    ]
    listed = records(positions.drafts(at="2026-05-01"))
    assert [row["reactions"] for row in listed] == [["union: accepts", "union: reserves on pay"], ["union: rejects"]]


#: What each word is with the name of a draft.
NAMED: Mapping[ReactionWord, str] = {
    "accepts": "accepts plan", "accepts-as-basis": "takes as a basis plan", "rejects": "rejects plan",
    "reserves": "has reservations about plan",
}  # fmt: skip
#: The same of a reaction to what it says on some issues.
NARROWED = "on 2 issues rejects plan"
#: Where several red lines are crossed.
SEVERAL = "though it crosses its own red lines on Pay; Site"


def _said(word: ReactionWord, *issues: str) -> Reaction:
    return Reaction("plan", word, issues, (), (), None, Location("union/2026-04-01.yaml", 1, 1))


def test_a_reaction_to_a_draft_by_its_name() -> None:
    told = {word: draft_wording.reaction_to(_said(word), "plan") for word in NAMED}
    assert told == NAMED
    assert draft_wording.reaction_to(_said("rejects", "pay", "site"), "plan") == NARROWED


#: Of a reaction that is dated before the draft that it is of.
EARLY = "text, Employer: accepts it (2026-04-02, before the draft's day)"


def test_a_reaction_that_comes_before_its_draft(tmp_path: Path) -> None:
    early = "date: 2026-04-02\nreactions: {2026-04-12-text: {reaction: accepts}}\n"
    positions = asked(dossier(tmp_path, FILES | {"employer/2026-04-02.yaml": early}))
    assert EARLY in formats.write(positions.drafts("offer", "text", at="2026-05-01"), "text", LOOK)


def sentences() -> list[str]:
    """Every line above."""
    pages = (line for page in (SHOW, OVERVIEW, IN_FULL, LISTED, STEPS) for line in page.splitlines())
    return [
        *NAMED.values(),
        NARROWED,
        *(f"{words})" for words in IN_A_BRIEF),
        SEVERAL,
        VERDICT,
        EARLY,
        "Said of it",
        *pages,
    ]
