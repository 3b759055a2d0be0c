"""Findings on drafts that no single file shows: versions, rules of the agenda, bounds that can be read in two ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from posdiff.dossier.reading.load import load
from posdiff.findings.finding import Finding
from posdiff.review import gate
from posdiff.review.case import Case, Edit
from posdiff.review.rules import brackets_at_odds, draft_open_bound, options_alike
from posdiff.review.validation import validate
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, guests: {name: Guests}}
    steps: {truce: Truce, talks: Talks}
    rules:
      - {if: {guard: yes}, then: {fee: {max: 50}}, why: A guard costs.}
      - {if: {shop: open}, then: {guard: yes}}
      - {if: {shop: open}, then: {fee: {min: 60}}}
    issues:
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
      fee: {title: Fee, kind: quantity, unit: coin}
      start: {title: Start, kind: date}
      first: {title: First, kind: sequence}
      last: {title: Last, kind: sequence}
      cap: {title: Cap, kind: quantity, unit: coin, unlimited: No cap}
"""
FILE = "drafts/2024-06-14-plan.yaml"


def _draft(outcomes: str, head: str = "") -> str:
    return f"date: 2024-06-14\nby: guests\n{head}outcomes: {outcomes}\n"


def _told(findings: list[Finding]) -> str:
    return "\n".join(
        f"{f.severity} [{f.rule}] {f.location.file}:{f.location.line}:{f.location.column} {f.message}"
        + "".join(f" (see {other.file}:{other.line})" for other in f.related)
        + (f"\n  hint: {f.hint}" if f.hint else "")
        for f in findings
    )


def _validated(folder: Path, files: dict[str, str]) -> str:
    return _told(list(validate(load(write(folder, {"agenda.yaml": AGENDA, **files})))))


def _after(name: str, previous: str) -> dict[str, str]:
    return {f"drafts/{name}.yaml": f"date: {name[:10]}\nby: guests\nprevious: {previous}\noutcomes: {{guard: no}}\n"}


VERSIONS = {
    "one that is not there": (
        {FILE: _draft("{guard: no}"), **_after("2024-06-20-plan", "2024-06-15-plan")},
        """
        error [unknown-draft] drafts/2024-06-20-plan.yaml:3:11 no draft `2024-06-15-plan`, which `previous` names
          hint: did you mean 2024-06-14-plan?
        """,
    ),
    "itself": (
        _after("2024-06-20-plan", "2024-06-20-plan"),
        """
        error [circular-drafts] drafts/2024-06-20-plan.yaml:3:11 `2024-06-20-plan` follows itself
          hint: name the version before it, or delete `previous`
        """,
    ),
    "a circle": (
        {
            **_after("2024-06-20-plan", "2024-06-22-plan"), **_after("2024-06-21-plan", "2024-06-20-plan"),
            **_after("2024-06-22-plan", "2024-06-21-plan"), **_after("2024-06-23-plan", "2024-06-22-plan"),
        },
        """
        error [circular-drafts] drafts/2024-06-20-plan.yaml:3:11 drafts follow each other in a circle: \
`2024-06-20-plan`, `2024-06-22-plan`, `2024-06-21-plan` (see drafts/2024-06-22-plan.yaml:3) \
(see drafts/2024-06-21-plan.yaml:3)
          hint: name the version before it, or delete `previous`
        """,
    ),
    "a draft that a statement speaks of": (
        {FILE: _draft("{guard: no}"), "north/2024-06-20.yaml": "date: 2024-06-20\nreactions: {2024-06-13-plan: "
         "{reaction: rejects}, 2024-06-14-plan: {reaction: rejects}}\n"},
        """
        error [unknown-draft] north/2024-06-20.yaml:2:13 no draft `2024-06-13-plan`
          hint: did you mean 2024-06-14-plan?
        """,
    ),
    "a reaction to a draft that is younger": (
        {FILE: _draft("{guard: no}"), "north/2024-06-10.yaml": "date: 2024-06-10\nreactions: {2024-06-14-plan: "
         "{reaction: rejects}}\n"},
        """
        warning [reaction-before-draft] north/2024-06-10.yaml:2:13 a reaction of 2024-06-10 to `2024-06-14-plan`, \
a draft of 2024-06-14
          hint: correct the day of one of them, or name the version that was meant
        """,
    ),
    "one of a later day": (
        {FILE: _draft("{guard: no}"), **_after("2024-06-10-plan", "2024-06-14-plan")},
        """
        warning [draft-before-previous] drafts/2024-06-10-plan.yaml:3:11 a draft of 2024-06-10 follows \
`2024-06-14-plan`, a draft of 2024-06-14
          hint: correct the day of one of them, or name the version before it
        """,
    ),
    "a chain": (
        {**_after("2024-06-21-plan", "2024-06-14-plan"), **_after("2024-06-22-plan", "2024-06-21-plan"),
         FILE: _draft("{guard: no}")},
        "",
    ),
    "one that cannot be read": (
        {FILE: "date: 2024-06-15\nfrom: nobody\n", **_after("2024-06-20-plan", "2024-06-14-plan")},
        """
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1 a draft needs `by`
          hint: add `by:`
        error [missing-key] drafts/2024-06-14-plan.yaml:1:1 a draft needs `outcomes`
          hint: add `outcomes:`
        error [date-differs] drafts/2024-06-14-plan.yaml:1:7 the date 2024-06-15 differs from the 2024-06-14 in the \
file's name
          hint: correct the date, or rename the file
        error [unknown-key] drafts/2024-06-14-plan.yaml:2:1 no key `from` in a draft
          hint: known: by, checked-by, clauses, coded-by, corrects, date, final, note, outcomes, previous, sources, speaker and 2 more
        """,  # noqa: E501
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "findings"), VERSIONS.values(), ids=VERSIONS)
def test_the_version_before(tmp_path: Path, files: dict[str, str], findings: str) -> None:
    assert _validated(tmp_path, files) == dedent(findings).strip()


RULES = {
    "one rule": (
        "{guard: yes, fee: 60}",
        """
        warning [draft-breaks-rule] drafts/2024-06-14-plan.yaml:3:12 what the draft settles on guard and fee breaks \
the \
agenda's rule that where Guard: Yes, there Fee: at most 50 coins (A guard costs) (see agenda.yaml:5)
          hint: correct the outcome or the rule; if the text does say so, no party can be blamed for it
        """,
    ),
    "several that can be met one by one": (
        "{shop: open}",
        """
        warning [draft-breaks-rule] drafts/2024-06-14-plan.yaml:3:12 what the draft settles on shop breaks the \
agenda's \
rule that where Guard: Yes, there Fee: at most 50 coins (A guard costs); and that where Shop: Open, there Guard: Yes; \
and \
that where Shop: Open, there Fee: at least 60 coins (see agenda.yaml:5) (see agenda.yaml:6) (see agenda.yaml:7)
          hint: correct the outcome or the rule; if the text does say so, no party can be blamed for it
        """,
    ),
    "orders of its own": (
        "{guard: yes, first: {order: [truce, talks]}, last: {order: [talks, truce]}}",
        """
        warning [draft-contradicts-itself] drafts/2024-06-14-plan.yaml:3:24 no course of events meets what the draft \
settles on first and last (see drafts/2024-06-14-plan.yaml:3)
          hint: correct one of the orders, unless the text does say both
        """,
    ),
    "orders in brackets": (
        "{first: {order: [truce, talks]}, last: {options: [{order: [talks, truce]}, {order: [truce, talks]}]}}",
        "",
    ),
    "what it leaves open can be filled in": ("{guard: yes}", ""),
    "brackets of which one will do": ("{guard: yes, fee: {options: [60, 40]}}", ""),
    "brackets of which none will do": (
        "{guard: yes, fee: {options: [60, 70]}}",
        """
        warning [draft-breaks-rule] drafts/2024-06-14-plan.yaml:3:12 what the draft settles on guard and fee breaks \
the \
agenda's rule that where Guard: Yes, there Fee: at most 50 coins (A guard costs) (see agenda.yaml:5)
          hint: correct the outcome or the rule; if the text does say so, no party can be blamed for it
        """,
    ),
}


@pytest.mark.parametrize(("outcomes", "findings"), RULES.values(), ids=RULES)
def test_a_draft_that_breaks_the_rules_of_the_agenda(tmp_path: Path, outcomes: str, findings: str) -> None:
    assert _validated(tmp_path, {FILE: _draft(outcomes)}) == dedent(findings).strip()


BOUNDS = {
    "on the side on which a party is": (
        "{fee: {min: 250}}", "{fee: {min: 300}}", "{fee: {min: 200}}",
        """
        warning [draft-open-bound] drafts/2024-06-14-plan.yaml:3:12 on fee the draft says at least 250 coins, a bound \
on \
the side on which north and south set their own; read as at least 250 coins: north left open and south met; read as \
exactly 250 coins: north broken and south met
          hint: write `exactly` where the figure is what is offered, and keep the bound where the text leaves more open
        """,
    ),
    "above, and a party that is bound on both sides": (
        "{fee: {max: 250}}", "{fee: {min: 10, max: 100}}", "{fee: {min: 200}}",
        """
        warning [draft-open-bound] drafts/2024-06-14-plan.yaml:3:12 on fee the draft says at most 250 coins, a bound \
on \
the side on which north sets its own; read as at most 250 coins: north left open; read as exactly 250 coins: north \
broken
          hint: write `exactly` where the figure is what is offered, and keep the bound where the text leaves more open
        """,
    ),
    "a day": (
        "{start: {until: 2025-01-01}}", "{start: {until: 2024-12-01}}", "{fee: any}",
        """
        warning [draft-open-bound] drafts/2024-06-14-plan.yaml:3:12 on start the draft says not after 2025-01-01, a \
bound on \
the side on which north sets its own; read as not after 2025-01-01: north left open; read as exactly 2025-01-01: \
north broken
          hint: write `exactly` where the figure is what is offered, and keep the bound where the text leaves more open
        """,
    ),
    "either reading answers the same": ("{fee: {min: 250}}", "{fee: {min: 200}}", "{fee: {min: 10, max: 20}}", ""),
    "on the other side": ("{fee: {max: 250}}", "{fee: {min: 300}}", "{fee: any}", ""),
    "a figure": ("{fee: 250}", "{fee: {min: 300}}", "{fee: {max: 300}}", ""),
    "on both sides": ("{fee: {min: 2, max: 3}}", "{fee: {min: 300}}", "{fee: {max: 300}}", ""),
    "no bound": ("{cap: unlimited}", "{cap: {min: 300}}", "{cap: {exactly: unlimited}}", ""),
    "brackets": ("{fee: {options: [{min: 250}, {min: 300}]}}", "{fee: {min: 300}}", "{fee: {max: 300}}", ""),
    "no number": ("{guard: no}", "{guard: no}", "{fee: {max: 300}}", ""),
}  # fmt: skip


@pytest.mark.parametrize(("outcomes", "north", "south", "findings"), BOUNDS.values(), ids=BOUNDS)
def test_a_bound_that_can_be_read_in_two_ways(
    tmp_path: Path, outcomes: str, north: str, south: str, findings: str
) -> None:
    read = load(write(tmp_path, {
        "agenda.yaml": AGENDA, FILE: _draft(outcomes),
        "north/2024-06-01.yaml": f"date: 2024-06-01\nterms: {north}\n",
        "south/2024-06-01.yaml": f"date: 2024-06-01\nterms: {south}\n",
    }))  # fmt: skip
    found = draft_open_bound.examine(Case(read, date(2024, 7, 1).toordinal()))
    assert _told(list(found)) == dedent(findings).strip()


def test_a_bound_is_read_beside_what_was_held_on_its_day(tmp_path: Path) -> None:
    """What a party says of a number afterwards makes nothing of the draft that it was not."""
    files = {
        "agenda.yaml": AGENDA, FILE: _draft("{fee: {min: 250}}"),
        "north/2024-06-01.yaml": "date: 2024-06-01\nterms: {fee: {min: 200}}\n",
        "north/2024-06-15.yaml": "date: 2024-06-15\nterms: {fee: {min: 300}}\n",
    }  # fmt: skip
    read = load(write(tmp_path, files))
    assert list(draft_open_bound.examine(Case(read, date(2024, 7, 1).toordinal()))) == []


EDITS = {
    "another text": (
        "{fee: {options: [{exactly: 3, text: no more}, 4]}}", "{fee: {options: [{exactly: 3, text: some more}, 4]}}",
        """
        warning [quote-changed] drafts/2024-06-14-plan.yaml:3:12 the draft 2024-06-14-plan no longer quotes on fee: \
“no more”
          hint: restore the quote; if it was wrong, add `corrects:` with the reason
        """,
    ),
    "another proposer": (
        "{fee: {options: [{exactly: 3, by: north}, 4]}}", "{fee: {options: [{exactly: 3, by: south}, 4]}}",
        """
        error [term-changed] drafts/2024-06-14-plan.yaml:3:12 the term on fee in the draft 2024-06-14-plan was changed \
(options)
          hint: if the file was wrong, add `corrects:` with the reason
        """,
    ),
    "a bracket that is closed": (
        "{fee: {options: [3, 4]}}", "{fee: 3}",
        """
        error [term-changed] drafts/2024-06-14-plan.yaml:3:12 the draft 2024-06-14-plan said on fee: [exactly 3 coins; \
or exactly 4 coins]; now it says: exactly 3 coins
          hint: if the file was wrong, add `corrects:` with the reason
        """,
    ),
    "the same in other words": ("{fee: {options: [3, {exactly: 4}]}}", "{fee: {options: [{exactly: 3}, 4]}}", ""),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "findings"), EDITS.values(), ids=EDITS)
def test_an_edit_of_brackets(tmp_path: Path, before: str, after: str, findings: str) -> None:
    old, new = (
        load(write(tmp_path / name, {"agenda.yaml": AGENDA, FILE: _draft(outcomes)}))
        for name, outcomes in (("old", before), ("new", after))
    )
    found = gate.judge(Case(new, date(2024, 7, 1).toordinal(), Edit(old))).findings
    assert _told([f for f in found if f.rule in ("quote-changed", "term-changed")]) == dedent(findings).strip()


CLAUSES = (
    "clauses:\n- {id: 1, text: The fee is 3., settles: [fee], by: [north]}\n- {id: 2, text: A guard.}\n"
    "- {id: 3, text: A shop., status: open}\n"
)
_NEXT = "hint: record the next version as a draft of its own; if this one was wrong, add `corrects:` with the reason"
#: An edit of the clauses: what was written, what is written now; the findings.
EDITS_OF_CLAUSES = {
    "one that came in addition, others laid out anew": (
        CLAUSES + "- {id: 4, text: New.}\n", CLAUSES.replace("The fee", "The  fee"), "",
    ),
    "a word": (
        CLAUSES.replace("The fee is 3", "The fee is 4"), CLAUSES,
        f"""
        error [clause-changed] {FILE}:5:3 clause 1 of the draft 2024-06-14-plan has another `text`
          {_NEXT}
        """,
    ),
    "what it settles, who proposed it, whether it stands": (
        CLAUSES.replace("by: [north]", "by: [south]").replace("settles: [fee]", "settles: [guard]")
        .replace("status: open", "status: agreed"), CLAUSES,
        f"""
        error [clause-changed] {FILE}:5:3 clause 1 of the draft 2024-06-14-plan has another `settles` and another `by`
          {_NEXT}
        error [clause-changed] {FILE}:7:3 clause 3 of the draft 2024-06-14-plan has another `status`
          {_NEXT}
        """,
    ),
    "one that is gone": (
        CLAUSES.replace("- {id: 2, text: A guard.}\n", ""), CLAUSES,
        f"""
        error [clause-changed] {FILE}:1:1 clause 2 of the draft 2024-06-14-plan is gone
          {_NEXT}
        """,
    ),
    "one that was moved": (
        CLAUSES.replace("- {id: 3, text: A shop., status: open}\n", "").replace(
            "clauses:\n", "clauses:\n- {id: 3, text: A shop., status: open}\n"), CLAUSES,
        f"""
        error [clause-changed] {FILE}:5:3 clause 3 of the draft 2024-06-14-plan stands elsewhere in the text
          {_NEXT}
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("after", "before", "findings"), EDITS_OF_CLAUSES.values(), ids=EDITS_OF_CLAUSES)
def test_an_edit_of_clauses(tmp_path: Path, after: str, before: str, findings: str) -> None:
    old, new = (
        load(write(tmp_path / name, {"agenda.yaml": AGENDA, FILE: _draft("{fee: 3, guard: no}") + clauses}))
        for name, clauses in (("old", before), ("new", after))
    )
    found = gate.judge(Case(new, date(2024, 7, 1).toordinal(), Edit(old))).findings
    assert _told([f for f in found if f.rule == "clause-changed"]) == dedent(findings).strip()


def test_a_clause_is_corrected_with_a_reason(tmp_path: Path) -> None:
    after = "corrects: A misprint.\n" + CLAUSES.replace("The fee is 3", "The fee is 4")
    old, new = (
        load(write(tmp_path / name, {"agenda.yaml": AGENDA, FILE: _draft("{fee: 3, guard: no}") + clauses}))
        for name, clauses in (("old", CLAUSES), ("new", after))
    )
    found = gate.judge(Case(new, date(2024, 7, 1).toordinal(), Edit(old))).findings
    assert [(f.rule, f.severity) for f in found if f.rule == "clause-changed"] == [("clause-changed", "info")]


def test_an_edit_of_what_a_draft_is(tmp_path: Path) -> None:
    """Whether it is final and which version it follows are on record like who proposed it."""
    older = {"drafts/2024-06-01-plan.yaml": "date: 2024-06-01\nby: guests\noutcomes: {fee: 3}\n"}
    old, new = (
        load(write(tmp_path / str(number), {"agenda.yaml": AGENDA, FILE: _draft("{fee: 3}", head), **older}))
        for number, head in enumerate(("final: true\n", "previous: 2024-06-01-plan\n"))
    )
    found = gate.judge(Case(new, date(2024, 7, 1).toordinal(), Edit(old))).findings
    assert [f.message for f in found if f.rule == "statement-changed"] == [
        "`final` of the draft 2024-06-14-plan was changed from true to none",
        "`previous` of the draft 2024-06-14-plan was changed from none to 2024-06-01-plan",
    ]


ALIKE = {
    "beyond what anybody accepts": (
        "{fee: {options: [40, 60, 70]}}", "{fee: {max: 50}}", "{guard: no}",
        """
        info [options-alike] drafts/2024-06-14-plan.yaml:3:36 no term on file tells exactly 70 coins from exactly 60 \
coins on fee (see drafts/2024-06-14-plan.yaml:3)
          hint: look whether a statement does and is not on file; if none does, it is so
        """,
    ),
    "many": (
        f"{{fee: {{options: [40, {', '.join(str(number) for number in range(60, 111))}]}}}}", "{fee: {max: 50}}",
        "{guard: no}",
        """
        info [options-alike] drafts/2024-06-14-plan.yaml:3:36 no term on file tells options 2 to 52 apart on fee (see \
drafts/2024-06-14-plan.yaml:3)
          hint: look whether a statement does and is not on file; if none does, it is so
        """,
    ),
    "one of them twice": (
        "{fee: {options: [60, 60, 70]}}", "{fee: {max: 50}}", "{guard: no}",
        """
        info [options-alike] drafts/2024-06-14-plan.yaml:3:36 no term on file tells exactly 70 coins from exactly 60 \
coins on fee (see drafts/2024-06-14-plan.yaml:3)
          hint: look whether a statement does and is not on file; if none does, it is so
        """,
    ),
    "another party tells them apart": ("{fee: {options: [60, 70]}}", "{fee: {max: 50}}", "{fee: {min: 65}}", ""),
    "a condition tells them apart": (
        "{fee: {options: [60, 70]}}", "{fee: {max: 50}}", "{guard: {accepts: no, applies_if: {fee: {min: 65}}}}", "",
    ),
    "another bracket tells them apart": (
        "{fee: {options: [60, 70]}, guard: {options: [no, yes]}}",
        "{fee: {max: 60, alternatives: [{exactly: 70, if: {guard: yes}}, {max: 60, if: {guard: no}}]}}",
        "{guard: no}", "",
    ),
    "one is preferred": ("{fee: {options: [40, 45]}}", "{fee: {max: 50, prefers: 45}}", "{guard: no}", ""),
    "nobody speaks of it": ("{fee: {options: [40, 60]}}", "{guard: no}", "{shop: no}", ""),
    "the same twice": ("{fee: {options: [60, 60]}}", "{fee: {max: 50}}", "{guard: no}", ""),
}  # fmt: skip


@pytest.mark.parametrize(("outcomes", "north", "south", "findings"), ALIKE.values(), ids=ALIKE)
def test_options_that_no_term_on_file_tells_apart(
    tmp_path: Path, outcomes: str, north: str, south: str, findings: str
) -> None:
    read = load(write(tmp_path, {
        "agenda.yaml": AGENDA, FILE: _draft(outcomes),
        "north/2024-06-01.yaml": f"date: 2024-06-01\nterms: {north}\n",
        "south/2024-06-01.yaml": f"date: 2024-06-01\nterms: {south}\n",
    }))  # fmt: skip
    found = options_alike.examine(Case(read, date(2024, 7, 1).toordinal()))
    assert _told(list(found)) == dedent(findings).strip()


#: The outcomes and clauses of a draft; the findings.
BRACKETS = {
    "words in brackets, and the outcome has no options": (
        "{fee: 3, guard: no}", "{id: 1, text: 'A fee of 3 [or more], and no guard.', settles: [fee, guard]}",
        """
        info [brackets-at-odds] drafts/2024-06-14-plan.yaml:5:3 clause 1 has words in brackets, and the outcome that \
it settles has no options: `fee` and `guard`
          hint: write each outcome under `options`; accept the finding if with or without these words it is the same
        """,
    ),
    "one of what it settles has options": (
        "{fee: {options: [3, 4]}, guard: no}",
        "{id: 1, text: 'A fee of [3] [4], no guard.', settles: [fee, guard]}", "",
    ),
    "options, and no words in brackets": (
        "{fee: {options: [3, 4]}}", "{id: 1, text: A fee of 3., settles: [fee]}",
        """
        info [brackets-at-odds] drafts/2024-06-14-plan.yaml:3:12 the outcome on fee has options, and clause 1, which \
settles it, has no words in brackets (see drafts/2024-06-14-plan.yaml:5)
          hint: put in the brackets of the paper; if it has none, write the one outcome that it settles
        """,
    ),
    "neither of two clauses": (
        "{fee: {options: [3, 4]}}",
        "{id: 1, text: A fee of 3., settles: [fee]}\n- {id: 2, text: It is 4., settles: [fee]}",
        """
        info [brackets-at-odds] drafts/2024-06-14-plan.yaml:3:12 the outcome on fee has options, and clauses 1 and 2 \
have no words in brackets (see drafts/2024-06-14-plan.yaml:5) (see drafts/2024-06-14-plan.yaml:6)
          hint: put in the brackets of the paper; if it has none, write the one outcome that it settles
        """,
    ),
    "one of two clauses": (
        "{fee: {options: [3, 4]}}",
        "{id: 1, text: A fee., settles: [fee]}\n- {id: 2, text: 'It is [3] [4].', settles: [fee]}", "",
    ),
    "one that could not be read": (
        "{fee: {options: [3, 4]}}", "{id: 1, text: A fee., settles: [fee]}\n- {id: 2, text: 'It is [3.'}", "",
    ),
    "no clause settles it": ("{fee: {options: [3, 4]}, guard: no}", "{id: 1, text: No guard., settles: [guard]}", ""),
    "words left out, or on nothing": (
        "{fee: 3}", "{id: 1, text: 'A fee […] of 3.', settles: [fee]}\n- {id: 2, text: 'Signed [by all].'}", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("outcomes", "clauses", "findings"), BRACKETS.values(), ids=BRACKETS)
def test_brackets_of_words_and_of_outcomes(tmp_path: Path, outcomes: str, clauses: str, findings: str) -> None:
    draft = _draft(outcomes) + f"clauses:\n- {clauses}\n"
    read = load(write(tmp_path, {"agenda.yaml": AGENDA, FILE: draft}))
    found = brackets_at_odds.examine(Case(read, date(2024, 7, 1).toordinal()))
    assert _told(list(found)) == dedent(findings).strip()
