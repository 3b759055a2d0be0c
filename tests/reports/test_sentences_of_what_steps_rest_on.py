"""What a step rests on: terms held since a draft's own day, terms broken by silence, terms left out for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: Truce, talks: Talks}
        issues:
          pay: {title: Pay, kind: quantity, unit: coin}
          first: {title: First, kind: sequence}
          second: {title: Second, kind: sequence}
          hall: {title: Hall, kind: choice, options: {a: A, b: B}}
          site: {title: Site, kind: choice, options: {a: A, b: B}}
        """,
    "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {pay: {max: 5}, second: {order: [truce, talks]}}\n",
    "north/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a}\n",
    "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {hall: b, pay: {exactly: 4, vague: true}}\n",
    "drafts/2026-01-10-one.yaml": """
        date: 2026-01-10
        outcomes: {pay: {options: [{exactly: 3}, {exactly: 4}]}, hall: b}
        """,
    "drafts/2026-02-01-two.yaml": """
        date: 2026-02-01
        by: [north]
        final: true
        outcomes: {pay: 4, site: a, first: {order: [talks, truce]}}
        """,
}
TOLD = {
    "drafts": """\
  North, two: 2 met, 1 of them held since the draft's day
  South, one: Pay left open with option 2 of 2 (its term is not specified), met with none
  North: newly broken 1; newly met 1 (held since the draft's day); can be completed no more (1 term broken)
  South: no longer met 1 (now missing); now missing 1 (met before)
  Second: broken though two is silent there; what it settles elsewhere leaves no room for it
  now missing, no longer met: South (Hall)
""",
    "drafts --full": """\
         2 met, 1 of them held since the draft's day
  North: newly met (1, held since the draft's day): Site
  South: now missing, no longer met (1): Hall
          what it settles elsewhere leaves no room for it
""",
    "text": "2 met, 1 of them held since the draft's day\n",
    "brief": "  North: 1 term broken; 2 met, 1 of them held since the draft's day; "
    "the draft is by it; the term broken dates from 2026-01-01\n",
}


@pytest.mark.parametrize("command", TOLD)
def test_what_is_told(tmp_path: Path, command: str) -> None:
    positions = asked(dossier(tmp_path, FILES))
    name, _, full = command.partition(" ")
    if name == "drafts":
        answer: Answer = positions.drafts("one", "two", at="2026-03-01")
    elif name == "text":
        answer = positions.text("two", at="2026-03-01")
    else:
        answer = positions.brief("north", "south", draft="two", at="2026-03-01")
    written = formats.write(answer, "text", Look(width=150, full=bool(full)))
    lines = [line.strip() for line in written.splitlines()]
    assert [line for line in TOLD[command].splitlines() if line.strip() not in lines] == []


#: Of terms that were said before a draft, and again on its day or after it: they are no later ones.
SAID_AGAIN = """\
  North, one: 2 met, 1 of them newer than this text (2026-02-01)
  North, two: 3 met, 2 of them held since the draft's day
  North: newly met 1 (held since the draft's day)
"""


def test_a_term_that_is_only_said_again_is_no_later_one(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": FILES["agenda.yaml"],
        "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {pay: {max: 5}}\n",
        "north/2026-02-01.yaml": "date: 2026-02-01\nterms: {pay: {max: 5}, site: a, hall: b}\n",
        "south/2026-01-01.yaml": FILES["south/2026-01-01.yaml"],
        "north/2026-03-01.yaml": "date: 2026-03-01\nterms: {pay: {max: 5}, site: a}\n",
        "drafts/2026-01-10-one.yaml": "date: 2026-01-10\noutcomes: {pay: 4, hall: b}\n",
        "drafts/2026-02-01-two.yaml": "date: 2026-02-01\nby: [north]\noutcomes: {pay: 4, hall: b, site: a}\n",
    }
    answer = asked(dossier(tmp_path, files)).drafts("one", "two", parties="north", at="2026-04-01")
    written = formats.write(answer, "text", Look(width=110, full=False)).splitlines()
    assert [line for line in SAID_AGAIN.splitlines() if line not in written] == []


#: Where a text breaks and leaves out what it has no word on.
SILENT = """\
WHERE THE TEXT IS SILENT (2)
  Issue    What it does to the parties

  Second   broken: North
           what it settles elsewhere leaves no room
           for it

  Hall     missing: South
           the draft is final, and leaves out for
           good what the party needs
"""


def test_where_a_text_is_silent(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).text("two", at="2026-03-01")
    assert SILENT in formats.write(answer, "text", Look(width=110))
    assert [(each.issue.id, *each.results) for each in answer.silent] == [("second", "north"), ("hall", "south")]
    only = asked(dossier(tmp_path, FILES)).text("two", at="2026-03-01", issue="hall")
    assert [each.issue.id for each in only.silent] == ["hall"]


#: Of a draft that two are a part of, or words name: what each said that day, and what it breaks of its own.
BY_SEVERAL = """\
  North, joint: 1 met, held since the draft's day
  North, joint: the draft is by it as well; the term broken dates from 2026-01-01
  South, joint: 2 met, 1 of them held since the draft's day
"""


def test_a_draft_by_several_and_by_words(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": FILES["agenda.yaml"],
        "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {pay: {max: 5}}\n",
        "north/2026-02-01.yaml": "date: 2026-02-01\nterms: {pay: {max: 5}, site: a}\n",
        "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {hall: b}\n",
        "south/2026-02-01.yaml": "date: 2026-02-01\nterms: {site: a}\n",
        "drafts/2026-01-10-one.yaml": "date: 2026-01-10\nby: [the ministry]\noutcomes: {pay: 4}\n",
        "drafts/2026-02-01-joint.yaml": """
            date: 2026-02-01
            by: [north, the ministry]
            outcomes: {pay: 6, hall: b, site: a}
            """,
    }
    answer = asked(dossier(tmp_path, files)).drafts("one", "joint", at="2026-04-01")
    written = formats.write(answer, "text", Look(width=110, full=False)).splitlines()
    assert [line for line in BY_SEVERAL.splitlines() if line not in written] == []


def sentences() -> list[str]:
    """Every line above."""
    return [line for told in (*TOLD.values(), SAID_AGAIN, BY_SEVERAL, SILENT) for line in told.splitlines()]
