"""Drafts: each fault in one with the whole of the findings, and what is read of one that is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import clean, told, with_agenda

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
          hint: known: by, corrects, date, note, outcomes, sources, speaker, standing, title
        """,
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
    "an outcome with a firmness": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {accepts: yes, firmness: firm}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:37
          no key `firmness` in an outcome on the choice issue corridor
          hint: known: accepts, note, quote, rejects, source
        """,
    ),
    "an outcome with alternatives": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {corridor: {accepts: yes, alternatives: [no]}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:37
          no key `alternatives` in an outcome on the choice issue corridor
          hint: known: accepts, note, quote, rejects, source
        """,
    ),
    "an outcome with a target": (
        "date: 2024-06-14\nby: [guests]\noutcomes: {ceiling: {max: 3, prefers: 2}}",
        """
        error [unknown-key] drafts/2024-06-14-plan.yaml:3:30
          no key `prefers` in an outcome on the quantity issue ceiling
          hint: known: above, accepts, below, exactly, max, min, note, quote, source
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
          hint: known: by, corrects, date, note, outcomes, sources, speaker, standing, title
        error [unknown-key] drafts/2024-06-14-plan.yaml:5:1
          no key `withdraws` in a draft
          hint: known: by, corrects, date, note, outcomes, sources, speaker, standing, title
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
    corridor = draft.clauses["corridor"]
    assert (corridor.quote, corridor.note, corridor.sources) == ("there shall be", "in short", ("post",))
    shown = {id: read.agenda.issues[id].space.as_json(clause.accepts) for id, clause in draft.clauses.items()}
    assert shown == {
        "corridor": ["yes"],
        "ceiling": {"min": 600000, "max": 600000, "min_open": False, "max_open": False, "unlimited": False},
        "deadline": {
            "min": "2025-01-01", "max": "2025-01-01", "min_open": False, "max_open": False, "unlimited": False,
        },
        "regions": {"includes": ["east"], "excludes": ["west", "coast"]},
        "language": "both",
    }  # fmt: skip


def test_unlimited_is_a_bare_word_in_a_draft(tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {FILE: "date: 2024-06-14\nby: guests\noutcomes: {ceiling: unlimited}\n"})
    assert told(read.findings) == ""
    shown = read.agenda.issues["ceiling"].space.as_json(read.drafts[0].clauses["ceiling"].accepts)
    assert (shown["min"], shown["unlimited"]) == ("unlimited", True)


def test_an_outcome_with_a_fault_leaves_the_others(tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {FILE: "date: 2024-06-14\nby: guests\noutcomes: {corridor: maybe, status: free}\n"})
    assert [*read.drafts[0].clauses] == ["status"]
