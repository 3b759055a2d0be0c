"""Drafts: each fault in one with the whole of the findings, and what is read of one that is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import AGENDA, clean, told, with_agenda

from posdiff.dossier import brackets
from posdiff.dossier.reading.texts import texts_of
from posdiff.dossier.statement import Clause
from posdiff.findings.location import Location

FILE = "drafts/2024-06-14-plan.yaml"

#: A draft of 2024-06-14; the findings.
FAULTS = {
    "nothing that a draft needs": (
        "title: A plan",
        """
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1
          a draft needs `by`
          hint: add `by:`
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1
          a draft needs `date`
          hint: add `date:`
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1
          a draft needs `outcomes`
          hint: add `outcomes:`
        """,
    ),
    "terms instead of outcomes": (
        "date: 2024-06-14\nby: [guests]\nterms: {corridor: yes}",
        """
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1
          a draft needs `outcomes`
          hint: add `outcomes:`
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:1
          no key `terms` in a draft
          hint: known: by, checked-by, clauses, coded-by, corrects, date, final, note, outcomes, previous, sources, speaker and 2 more
        """,  # noqa: E501
    ),
    "a date that is not the file's": (
        "date: 2024-06-15\nby: [guests]\noutcomes: {corridor: yes}",
        """
        error [date-differs] drafts/2024-06-14-plan.yaml:1:7
          the date 2024-06-15 differs from the 2024-06-14 in the file's name
          hint: correct the date, or rename the file
        """,
    ),
    "an issue that is nearly right": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {coridor: yes}",
        """
        error [unknown-issue] drafts/2024-06-14-plan.yaml:3:12
          no issue `coridor` in the agenda
          hint: did you mean corridor?
        """,
    ),
    "outcomes as a list": (
        "date: 2024-06-14\nby: [guests]\noutcomes: [corridor]",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:3:11
          expected a mapping for the outcomes, found a list
        """,
    ),
    "clauses that are not a list": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: yes}\nclauses: {1: Open.}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:4:10
          expected a list of clauses, found a mapping
          hint: clauses: [{id: 1, text: …, settles: [issue]}]
        """,
    ),
    "clauses without words, with an id of another, and one that is none": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: yes}\nclauses:\n- {id: 1, text: A}\n- {id: 1, text: B}\n"
        "- {id: a b, text: C}\n- {id: 2}\n- {text: D}",
        """
        error [clause-twice] drafts/2024-06-14-plan.yaml:6:8
          the clause `1` stands on line 5 already
          hint: give each clause an id of its own: versions are matched by it
        error [bad-id] drafts/2024-06-14-plan.yaml:7:8
          `a b` cannot be the id of a clause
          hint: letters, digits, dots, hyphens and brackets without blanks, 40 at most: 3, 7a, 2.1, art-5(2)
        error [missing-key] drafts/2024-06-14-plan.yaml:8:3
          a clause needs `text`
          hint: add `text:`
        error [missing-key] drafts/2024-06-14-plan.yaml:9:3
          a clause needs `id`
          hint: add `id:`
        """,
    ),
    "clauses that settle what the draft does not": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: yes}\n"
        "clauses: [{id: 1, text: A, settles: [corridor, ceiling, corrdor], status: agred}]",
        """
        error [clause-without-outcome] drafts/2024-06-14-plan.yaml:4:48
          the clause settles `ceiling`, on which the draft has no outcome
          hint: add the outcome under `outcomes:`, or delete `ceiling` here
        error [unknown-issue] drafts/2024-06-14-plan.yaml:4:57
          no issue `corrdor` in the agenda
          hint: did you mean corridor?
        error [wrong-value] drafts/2024-06-14-plan.yaml:4:75
          `status` is agreed or open, not `agred`
          hint: did you mean agreed?
        """,
    ),
    "brackets that are not whole": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: yes}\nclauses:\n- {id: 1, text: 'It [is open'}\n"
        "- {id: 2, text: 'It is] open'}\n- {id: 3, text: 'It [is [so [very [much [indeed]]]]]'}\n"
        f"- {{id: 4, text: 'It […] is'}}\n- {{id: 5, text: 'It {'[' * 40}is{']' * 40}'}}",
        """
        error [clause-brackets] drafts/2024-06-14-plan.yaml:5:17
          a bracket is not closed, at `[is open`
          hint: open and close each bracket of the paper, at most 4 one in another
        error [clause-brackets] drafts/2024-06-14-plan.yaml:6:17
          a bracket is closed that was not opened, at `It is] open`
          hint: open and close each bracket of the paper, at most 4 one in another
        error [clause-brackets] drafts/2024-06-14-plan.yaml:7:17
          more than 4 brackets one in another, at `[indeed]]]]]`
          hint: open and close each bracket of the paper, at most 4 one in another
        error [clause-brackets] drafts/2024-06-14-plan.yaml:9:17
          more than 4 brackets one in another, at `[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[is]]…`
          hint: open and close each bracket of the paper, at most 4 one in another
        """,
    ),
    "a clause that is too long": (
        f"date: 2024-06-14\nby: [guests]\noutcomes: {{corridor: yes}}\nclauses: [{{id: 1, text: {'a' * 200_000}}}]",
        """
        error [wrong-value] drafts/2024-06-14-plan.yaml:4:25
          `text` has 200,000 characters; a clause has 50,000 at most
          hint: cut it into clauses of their own, each with the issues that it settles
        """,
    ),
    "more options than anybody reads": (
        f"date: 2024-06-14\nby: [guests]\noutcomes: {{ceiling: {{options: [{', '.join(map(str, range(5_000)))}]}}}}",
        """
        error [wrong-value] drafts/2024-06-14-plan.yaml:3:31
          `options` has 5,000 outcomes; 100 are the most
          hint: a range is one outcome: write its bounds
        """,
    ),
    "an option that stands there twice": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {options: [yes, {accepts: yes, by: guests}, no]}}",
        """
        warning [option-twice] drafts/2024-06-14-plan.yaml:3:38
          the same outcome as the option on line 3: no party can tell them apart
          hint: make it one option with all of them under `by`, or correct one of the two
        """,
    ),
    "an outcome with a firmness": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {accepts: yes, firmness: firm}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:37
          no key `firmness` in an outcome on the choice issue corridor
          hint: known: accepts, note, options, quote, rejects, source
        """,
    ),
    "an outcome with alternatives": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {accepts: yes, alternatives: [no]}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:37
          no key `alternatives` in an outcome on the choice issue corridor
          hint: outcomes between which a draft leaves the choice stand under `options: […]`
        """,
    ),
    "an outcome with a target": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {max: 3, prefers: 2}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:30
          no key `prefers` in an outcome on the quantity issue ceiling
          hint: known: above, accepts, below, exactly, max, min, note, options, quote, source
        """,
    ),
    "an outcome that says nothing": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {note: x}}",
        """
        error [no-offer] drafts/2024-06-14-plan.yaml:3:22
          the outcome on corridor is not stated
          hint: write one of accepts, rejects
        """,
    ),
    "an option that is not there": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: maybe}",
        """
        error [unknown-option] drafts/2024-06-14-plan.yaml:3:22
          no option `maybe` in this issue
          hint: known: no, yes
        """,
    ),
    "bare members": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {regions: [east]}",
        """
        error [bare-value] drafts/2024-06-14-plan.yaml:3:21
          a bare list of members says neither `includes` nor `exactly`
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "a bare order": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {first-steps: [truce, talks]}",
        """
        error [bare-value] drafts/2024-06-14-plan.yaml:3:25
          a bare value states no order
          hint: write `order: [first, second]`
        """,
    ),
    "a number with commas": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: '600,000'}",
        """
        error [not-a-number] drafts/2024-06-14-plan.yaml:3:21
          `600,000` is not a plain number
          hint: write 600000, without separators
        """,
    ),
    "a source that is nearly right": (
        "date: 2024-06-14\nby: [guests]\nsources: {post: {title: x}}\noutcomes: {corridor: {accepts: yes, source: psot}}",  # noqa: E501
        """
        error [unknown-source] drafts/2024-06-14-plan.yaml:4:45
          no source `psot` in this statement
          hint: did you mean post?
        """,
    ),
    "what only statements do": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: yes}\nreaffirms: all\nwithdraws: status",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:4:1
          no key `reaffirms` in a draft
          hint: known: by, checked-by, clauses, coded-by, corrects, date, final, note, outcomes, previous, sources, speaker and 2 more
        error [unknown-key] drafts/2024-06-14-plan.yaml:5:1
          no key `withdraws` in a draft
          hint: known: by, checked-by, clauses, coded-by, corrects, date, final, note, outcomes, previous, sources, speaker and 2 more
        """,  # noqa: E501
    ),
    "a bracket with one outcome in it": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {options: [{exactly: 3}]}}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:3:31
          `options` is a list of two outcomes or more, and here is one
          hint: add the others, or write the one outcome without `options`
        """,
    ),
    "a bracket with one outcome and no list": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {options: {exactly: 3}}}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:3:31
          `options` is a list of two outcomes or more, and here is one
          hint: add the others, or write the one outcome without `options`
        """,
    ),
    "a bracket with nothing in it": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {options: []}}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:3:31
          `options` is a list of two outcomes or more, and here is none
          hint: add the others, or write the one outcome without `options`
        """,
    ),
    "a bracket beside an outcome": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {max: 9, options: [{exactly: 3}, {exactly: 4}]}}",
        """
        error [two-ways] drafts/2024-06-14-plan.yaml:3:22
          `max` beside `options`
          hint: make it one of the options, or delete `max`
        """,
    ),
    "options that say no outcome, a wrong one, one with a firmness, one in brackets": (
        "date: 2024-06-14\nby: [guests]\noutcomes:\n  corridor: {options: [{by: guests}, maybe, "
        "{accepts: yes, firmness: firm}, {options: [yes, no]}]}",
        """
        error [no-offer] drafts/2024-06-14-plan.yaml:4:24
          the option on corridor does not say what the outcome is
          hint: write one of accepts, rejects
        error [unknown-option] drafts/2024-06-14-plan.yaml:4:38
          no option `maybe` in this issue
          hint: known: no, yes
        error [unknown-key] drafts/2024-06-14-plan.yaml:4:60
          no key `firmness` in an option on the choice issue corridor
          hint: known: accepts, by, note, rejects, text
        error [no-offer] drafts/2024-06-14-plan.yaml:4:77
          the option on corridor does not say what the outcome is
          hint: write one of accepts, rejects
        error [unknown-key] drafts/2024-06-14-plan.yaml:4:78
          no key `options` in an option on the choice issue corridor
          hint: known: accepts, by, note, rejects, text
        """,
    ),
    "nobody who proposes it, an option and a clause": (
        "date: 2024-06-14\nby: []\noutcomes:\n  corridor: {options: [{accepts: no, by: []}, yes]}\n"
        "clauses: [{id: 1, text: Open., by: []}]",
        """
        error [empty-list] drafts/2024-06-14-plan.yaml:2:5
          `by` is an empty list
          hint: name one at least, or delete the key
        error [empty-list] drafts/2024-06-14-plan.yaml:4:42
          `by` is an empty list
          hint: name one at least, or delete the key
        error [empty-list] drafts/2024-06-14-plan.yaml:5:36
          `by` is an empty list
          hint: name one at least, or delete the key
        """,
    ),
    "what is final in words": (
        "date: 2024-06-14\nby: [guests]\nfinal: yes\noutcomes: {corridor: yes}",
        """
        error [wrong-value] drafts/2024-06-14-plan.yaml:3:8
          `final` is true or false, not `yes`
        """,
    ),
    "two versions before": (
        "date: 2024-06-14\nby: [guests]\nprevious: [a, b]\noutcomes: {corridor: yes}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:3:11
          expected text for `previous`, found a list
          hint: put the text in quotes: "[a, b]"
        """,
    ),
    "by as a mapping": (
        "date: 2024-06-14\nby: {guests: 1}\noutcomes: {corridor: yes}",
        """
        error [wrong-shape] drafts/2024-06-14-plan.yaml:2:5
          expected a name in `by`, found a mapping
        """,
    ),
}


def _told(folder: Path, text: str) -> str:
    return told(with_agenda(folder, {FILE: text + "\n"}).findings)


@pytest.mark.parametrize(("text", "findings"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_draft(tmp_path: Path, text: str, findings: str) -> None:
    assert _told(tmp_path, text) == clean(findings)


def test_a_draft_that_is_right_is_read_whole(tmp_path: Path) -> None:
    text = """
        date: 2024-06-14
        title: A plan
        by: [guests, a mediator]
        note: as it was leaked
        sources: {post: {title: x}}
        outcomes:
          corridor: {accepts: yes, quote: there shall be, note: in short, source: post}
          ceiling: 600000
          deadline: 2025-01-01
          regions: {exactly: [east]}
          language: both
    """
    read = with_agenda(tmp_path, {FILE: text})
    assert told(read.findings) == ""
    assert read.statements == ()
    (draft,) = read.drafts
    assert (draft.id, draft.by, draft.title) == ("2024-06-14-plan", ("guests", "a mediator"), "A plan")
    assert (draft.note, draft.standing, draft.day) == ("as it was leaked", "stated", date(2024, 6, 14).toordinal())
    corridor = draft.outcomes["corridor"]
    assert (corridor.quote, corridor.note, corridor.sources) == ("there shall be", "in short", ("post",))
    shown = {id: read.agenda.issues[id].space.as_json(outcome.accepts) for id, outcome in draft.outcomes.items()}
    assert shown == {
        "corridor": ["yes"],
        "ceiling": {"min": 600000, "max": 600000, "min_open": False, "max_open": False, "unlimited": False},
        "deadline": {
            "min": "2025-01-01", "max": "2025-01-01", "min_open": False, "max_open": False, "unlimited": False,
        },
        "regions": {"includes": ["east"], "excludes": ["west", "coast"]},
        "language": "both",
    }  # fmt: skip


def test_brackets_are_read_whole(tmp_path: Path) -> None:
    """Each outcome with whose it is and its words; a bare value is an outcome too."""
    text = """
        date: 2024-06-14
        by: guests
        final: true
        previous: 2024-06-01-plan
        outcomes:
          ceiling:
            options: [{exactly: 600000, by: [north], text: "no more than 600,000"}, 800000, {min: 900000, note: new}]
            quote: the ceiling
          corridor: {options: [yes, {rejects: yes, by: [south, a friend of the south]}]}
          language: {options: [{says: both, by: north}, one of the two]}
          status: free
    """
    read = with_agenda(tmp_path, {FILE: text, "drafts/2024-06-01-plan.yaml": text.replace("06-14", "06-01")})
    assert told(read.findings) == ""
    draft = read.drafts[1]
    assert (draft.final, draft.previous and draft.previous.name) == (True, "2024-06-01-plan")
    assert draft.brackets == ("ceiling", "corridor", "language")
    shown = {
        id: [
            (read.agenda.issues[id].space.in_words(option.accepts), option.by, option.text, option.note)
            for option in outcome.options
        ]
        for id, outcome in draft.outcomes.items()
    }
    assert shown == {
        "ceiling": [
            ("exactly 600,000 persons", ("north",), "no more than 600,000", None),
            ("exactly 800,000 persons", (), None, None),
            ("a ceiling of 900,000 persons or higher, or none", (), None, "new"),
        ],
        "corridor": [("Yes", (), None, None), ("No", ("south", "a friend of the south"), None, None)],
        "language": [("both", ("north",), None, None), ("one of the two", (), None, None)],
        "status": [],
    }
    assert draft.outcomes["ceiling"].quote == "the ceiling"


def test_what_a_party_says_of_drafts_is_read(tmp_path: Path) -> None:
    """It may be all that a statement says; whether there is such a draft is looked at with all files."""
    text = """
        date: 2024-06-20
        sources: {post: {title: x}}
        reactions:
          2024-06-14-plan:
            {reaction: accepts-as-basis, issues: [status, ceiling], quote: a good start, source: post, note: in short}
          2024-06-01-plan: {reaction: rejects}
    """
    read = with_agenda(tmp_path, {"north/2024-06-20.yaml": text})
    assert told(read.findings) == ""
    shown = [
        (each.draft, each.reaction, each.issues, [quote.text for quote in each.quotes], each.sources, each.note)
        for each in read.statements[0].reactions.values()
    ]
    assert shown == [
        ("2024-06-14-plan", "accepts-as-basis", ("status", "ceiling"), ["a good start"], ("post",), "in short"),
        ("2024-06-01-plan", "rejects", (), [], ("post",), None),
    ]
    found = [(each.kind, each.text) for each in texts_of("north/2024-06-20.yaml", clean(text), read.agenda)]
    assert found == [("source-title", "x"), ("quote", "a good start"), ("note", "in short")]


def test_faults_in_reactions(tmp_path: Path) -> None:
    """What is wrong in one leaves the others, and the terms."""
    text = """
        date: 2024-06-20
        terms: {status: part}
        reactions:
          2024-06-14-plan: {reaction: likes}
          2024-06-15-plan: rejects
          2024-06-16-plan: {issues: [nothing]}
          2024-06-17-plan: {reaction: rejects}
    """
    read = with_agenda(tmp_path, {"north/2024-06-20.yaml": text})
    assert told(read.findings) == clean("""
        error [wrong-value] north/2024-06-20.yaml:4:31
          `reaction` is accepts, accepts-as-basis, reserves or rejects, not `likes`
        error [wrong-shape] north/2024-06-20.yaml:5:20
          expected a mapping for a reaction to 2024-06-15-plan, found text
        error [missing-key] north/2024-06-20.yaml:6:20
          a reaction to 2024-06-16-plan needs `reaction`
          hint: add `reaction:`
        error [unknown-issue] north/2024-06-20.yaml:6:30
          no issue `nothing` in the agenda
          hint: known: area, ceiling, corridor, deadline, first-steps, language, regions, status
    """)
    (statement,) = read.statements
    assert ([*statement.terms], [*statement.reactions]) == (["status"], ["2024-06-17-plan"])


def test_the_texts_in_brackets_are_found(tmp_path: Path) -> None:
    text = "date: 2024-06-14\nby: a mediator\noutcomes:\n  ceiling: {options: [{max: 3, by: [north, a friend], " + (
        "text: at most three, note: in short}, 4]}\n  language: {options: [{says: both}, one of the two]}\n"
        "clauses: [{id: 1, title: Forces, text: 'At most [three].', by: a friend, note: Unclear.}]\n"
    )
    read = with_agenda(tmp_path, {FILE: text})
    found = [(each.kind, each.text, each.issue) for each in texts_of(FILE, text, read.agenda)]
    assert found == [
        ("by", "a mediator", None),
        ("by", "a friend", "ceiling"),
        ("quote", "at most three", "ceiling"),
        ("note", "in short", "ceiling"),
        ("says", "both", "language"),
        ("says", "one of the two", "language"),
        ("clause-title", "Forces", None),
        ("clause", "At most [three].", None),
        ("by", "a friend", None),
        ("note", "Unclear.", None),
    ]


def test_clauses_are_read_whole(tmp_path: Path) -> None:
    text = (
        "date: 2024-06-14\nby: a mediator\noutcomes: {ceiling: {max: 3}, language: both}\nclauses:\n"
        "- {id: 2.10, title: Forces, text: 'At most [three [or four]].', settles: [ceiling], status: open, by: north}\n"
        "- id: art-5(2)\n  text: |\n    Both languages […]\n    are official.\n  settles: language\n  note: A note.\n"
    )
    read = with_agenda(tmp_path, {FILE: text})
    assert told(read.findings) == ""
    shown = [clause._replace(location=Location("", clause.location.line, 0)) for clause in read.drafts[0].clauses]
    assert shown == [
        Clause(
            "2.10", "Forces", "At most [three [or four]].", ("ceiling",), "open", ("north",), None, Location("", 5, 0)
        ),
        Clause(
            "art-5(2)", None, "Both languages […]\nare official.", ("language",), None, (), "A note.",
            Location("", 6, 0),
        ),
    ]  # fmt: skip
    (first, second) = shown
    assert [*map(tuple, brackets.passages(first.text))] == [
        (0, "At most "), (1, "[three "), (2, "[or four]"), (1, "]"), (0, "."),
    ]  # fmt: skip
    assert [brackets.bracketed(clause.text) for clause in (first, second)] == [1, 0]


ELSEWHERE = {
    "final in a statement": (
        {"north/2024-06-14.yaml": "date: 2024-06-14\nfinal: true\nterms: {corridor: yes}\n"},
        """
        error [unknown-key] north/2024-06-14.yaml:2:1
          no key `final` in a statement
          hint: `final` is for drafts, which stand in drafts/
        """,
    ),
    "a bracket inside a condition": (
        {"north/2024-06-14.yaml": "date: 2024-06-14\nterms:\n  corridor: {accepts: no, alternatives: [{accepts: yes, "
         "if: {ceiling: {options: [3, 4]}}}]}\n  status: free\n"},
        """
        error [unknown-key] north/2024-06-14.yaml:3:72
          no key `options` in a condition on the quantity issue ceiling
          hint: brackets are for the outcomes of a draft; a condition names one outcome, or several that will do
        """,
    ),
    "a bracket inside a rule of the agenda": (
        {"agenda.yaml": AGENDA + "    rules: [{if: {corridor: {options: [yes, no]}}, then: {status: free}}]\n",
         "north/2024-06-14.yaml": "date: 2024-06-14\nterms: {status: free}\n"},
        """
        error [unknown-key] agenda.yaml:18:26
          no key `options` in a condition on the choice issue corridor
          hint: brackets are for the outcomes of a draft; a condition names one outcome, or several that will do
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "findings"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_for_drafts_alone(tmp_path: Path, files: dict[str, str], findings: str) -> None:
    """Nothing else in the dossier is lost."""
    right = "date: 2024-06-15\nterms: {corridor: yes, status: part}\n"
    read = with_agenda(tmp_path, {**files, "south/2024-06-15.yaml": right})
    assert told(read.findings) == clean(findings)
    assert [*read.statements[-1].terms] == ["corridor", "status"]
    assert read.statements[0].terms


def test_unlimited_is_a_bare_word_in_a_draft(tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {FILE: "date: 2024-06-14\nby: guests\noutcomes: {ceiling: unlimited}\n"})
    assert told(read.findings) == ""
    shown = read.agenda.issues["ceiling"].space.as_json(read.drafts[0].outcomes["ceiling"].accepts)
    assert (shown["min"], shown["unlimited"]) == ("unlimited", True)


def test_an_outcome_with_a_fault_leaves_the_others(tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {FILE: "date: 2024-06-14\nby: guests\noutcomes: {corridor: maybe, status: free}\n"})
    assert [*read.drafts[0].outcomes] == ["status"]
