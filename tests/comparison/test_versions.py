"""Two versions of one statement or draft: what became of terms, outcomes, lists and clauses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from posdiff.comparison.versions import clause_edits, list_changes, said_changes
from posdiff.dossier.dossier import Dossier
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, yes: Yes}}
      talk: {title: Talk, kind: text}
    """


def read(folder: Path, name: str, body: str) -> Dossier:
    """A dossier of one file beside the agenda."""
    found = dossier(folder, {"agenda.yaml": AGENDA, name: body})
    assert not [finding for finding in found.findings if finding.severity == "error"], found.findings
    return found


def statements(folder: Path, *bodies: str) -> list[str]:
    """What became of North's terms from one version to the other, and of the lists behind them."""
    one, other = (
        read(folder / str(number), "north/2024-01-01.yaml", f"date: 2024-01-01\n{body}\n")
        for number, body in enumerate(bodies)
    )
    before, after = one.statements[0], other.statements[0]
    told = [
        f"{each.issue.id} {each.kind} {'-' if each.before is None else 'was'} {'-' if each.after is None else 'is'}"
        for each in said_changes(one.agenda, before, after)
    ]
    lists = list_changes(before, after)
    return told + [f"{each.key} +{','.join(each.added)} -{','.join(each.removed)}" for each in lists]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("terms: {fee: {max: 9}}", "terms: {fee: {max: 9}}", []),
        ("terms: {fee: {max: 9}}", "terms: {fee: {max: 9, quote: a}}", []),
        ("terms: {fee: {max: 9}}", "terms: {fee: {max: 8}}", ["fee hardened was is"]),
        ("terms: {fee: {max: 9}}", "terms: {fee: {max: 10}}", ["fee softened was is"]),
        ("terms: {fee: {max: 9}}", "terms: {shop: yes}", ["fee None was -", "shop None - is"]),
        ("terms: {shop: yes, fee: {max: 9}}", "terms: {shop: no, fee: {min: 10}}",
         ["fee replaced was is", "shop reversed was is"]),
        ("withdraws: [fee, shop]\nreaffirms: [talk]", "withdraws: [shop]\nreaffirms: [talk, fee]",
         ["withdraws + -fee", "reaffirms +fee -"]),
        ("withdraws: [fee]", "withdraws: [shop]", ["withdraws +shop -fee"]),
        ("withdraws: [fee]", "withdraws: [fee]\nterms: {shop: yes}", ["shop None - is"]),
    ],
)  # fmt: skip
def test_what_became_of_a_statement(tmp_path: Path, before: str, after: str, changes: list[str]) -> None:
    assert statements(tmp_path, before, after) == changes


def test_a_statement_that_is_new_or_gone_says_all_or_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, "north/2024-01-01.yaml", "date: 2024-01-01\nterms: {fee: {max: 9}}\n")
    (only,) = found.statements
    assert [(each.before, each.after) for each in said_changes(found.agenda, None, only)] == [(None, only.terms["fee"])]
    assert [(each.before, each.after) for each in said_changes(found.agenda, only, None)] == [(only.terms["fee"], None)]
    assert said_changes(found.agenda, None, None) == ()
    assert list_changes(None, only) == ()


def drafts(folder: Path, *bodies: str) -> list[Dossier]:
    head = "date: 2024-01-02\nby: someone\nsources: {a: {title: A}}\n"
    return [
        read(folder / str(number), "drafts/2024-01-02-deal.yaml", f"{head}{body}\n")
        for number, body in enumerate(bodies)
    ]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("fee: 9", "fee: 9", False),
        ("fee: 9", "fee: 8", True),
        ("fee: {options: [9, 8]}", "fee: {options: [8, 9]}", False),
        ("fee: {options: [{max: 9}, {max: 8}]}", "fee: {max: 9}", True),  # the brackets are gone
    ],
)
def test_what_became_of_an_outcome(tmp_path: Path, before: str, after: str, changed: bool) -> None:
    one, other = drafts(tmp_path, f"outcomes: {{{before}}}", f"outcomes: {{{after}}}")
    changes = said_changes(one.agenda, one.drafts[0], other.drafts[0])
    assert [(each.issue.id, each.kind) for each in changes] == ([("fee", None)] if changed else [])
    assert list_changes(one.drafts[0], other.drafts[0]) == ()


#: A key of a clause, what it says before and after, and both as they are told.
FIELDS: Mapping[str, tuple[str, str, str, str]] = {
    "title": ("title: One", "title: Two", "One", "Two"),
    "settles": ("settles: [fee]", "settles: [fee, shop]", "fee", "fee, shop"),
    "by": ("by: [north]", "by: [north, south]", "north", "north, south"),
    "note": ("note: a", "", "a", ""),
}


@pytest.mark.parametrize("key", FIELDS)
def test_what_is_to_be_known_of_a_clause_besides_its_words(tmp_path: Path, key: str) -> None:
    before, after, was, becomes = FIELDS[key]
    one, other = drafts(
        tmp_path,
        *(
            "outcomes: {fee: 9, shop: yes}\nclauses: [{" + ", ".join(filter(None, ("id: 1, text: Words", about))) + "}]"
            for about in (before, after)
        ),
    )
    (edit,) = clause_edits(one.drafts[0], other.drafts[0])
    assert (edit.step.change, edit.step.moved, edit.fields) == ("same", False, {key: (was, becomes)})
    assert edit.clause == other.drafts[0].clauses[0]


def test_what_became_of_clauses(tmp_path: Path) -> None:
    one, other = drafts(
        tmp_path,
        "outcomes: {fee: 9}\nclauses: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, {id: d, text: D}]",
        "outcomes: {fee: 9}\nclauses: [{id: c, text: C}, {id: a, text: A}, {id: b, text: B two}, {id: e, text: E}]",
    )
    before, after = one.drafts[0], other.drafts[0]
    told = [(edit.clause.id, edit.step.change, edit.step.moved) for edit in clause_edits(before, after)]
    assert told == [
        ("c", "same", True), ("d", "dropped", False), ("b", "reworded", False), ("e", "added", False),
    ]  # fmt: skip
    assert [edit.step.change for edit in clause_edits(None, after)] == ["added"] * 4
    assert [edit.clause.id for edit in clause_edits(before, None)] == ["a", "b", "c", "d"]
    assert clause_edits(before, before) == clause_edits(None, None) == ()
