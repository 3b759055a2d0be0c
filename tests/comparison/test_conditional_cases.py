"""On which conditions positions have something in common: every case, and none that another one holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison import relations
from posdiff.comparison.relations import on_each_issue
from posdiff.dossier.fold import position
from posdiff.dossier.term import Condition
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
    """


def said(conditions: tuple[tuple[str, Condition], ...]) -> str:
    return ", ".join(
        f"{party} {issue}={'/'.join(sorted(piece))}" for party, condition in conditions for issue, piece in condition
    )


IF_YES, IF_OPEN = "if: {guard: yes}", "if: {shop: open}"


@pytest.mark.parametrize(
    ("north", "south", "relation", "cases"),
    [
        ("a", "b", "contradiction", []),
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}]}}", "b", "conditional",
         ["b if north guard=yes unless -"]),
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}]}}",
         f"{{accepts: c, alternatives: [{{accepts: b, {IF_OPEN}}}]}}", "conditional",
         ["b if north guard=yes, south shop=open unless -"]),
        # As much in common on a further condition is no case of its own.
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}]}}",
         f"{{accepts: b, alternatives: [{{accepts: b, {IF_OPEN}}}]}}", "conditional",
         ["b if north guard=yes unless -"]),
        # With more in common it is.
        (f"{{accepts: a, alternatives: [{{accepts: [b, c], {IF_YES}}}]}}",
         f"{{accepts: b, alternatives: [{{accepts: [b, c], {IF_OPEN}}}]}}", "conditional",
         ["b if north guard=yes unless -", "b/c if north guard=yes, south shop=open unless -"]),
        # Each of two conditions alone is.
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}, {{accepts: b, {IF_OPEN}}}]}}", "b", "conditional",
         ["b if north guard=yes unless -", "b if north shop=open unless -"]),
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}, {{accepts: c, {IF_OPEN}}}]}}", "[b, c]",
         "conditional", ["b if north guard=yes unless -", "c if north shop=open unless -"]),
        # Where a term binds only on a condition, all that the other accepts is common elsewhere.
        ("{accepts: a, applies_if: {guard: yes}}", "b", "conditional", ["b if - unless north guard=yes"]),
        # That conditions of two parties cannot both come about is told by `conflicts`.
        (f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}]}}",
         "{accepts: c, alternatives: [{accepts: b, if: {guard: no}}]}", "conditional",
         ["b if north guard=yes, south guard=no unless -"]),
    ],
)  # fmt: skip
def test_the_cases_of_a_comparison(tmp_path: Path, north: str, south: str, relation: str, cases: list[str]) -> None:
    files = {
        f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{status: {words}}}\n"
        for who, words in (("north", north), ("south", south))
    }
    read = dossier(tmp_path, {"agenda.yaml": AGENDA, **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    day = date(2024, 2, 1).toordinal()
    found = on_each_issue(read.agenda, {party: position(read, party, day) for party in ("north", "south")})[0]
    told = [
        f"{'/'.join(sorted(piece))} if {said(case.conditions) or '-'} unless {said(case.unless) or '-'}"
        for case in found.cases
        for piece in case.common
    ]
    assert (found.relation, told) == (relation, cases)


def test_lists_of_cases_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many combinations are looked at; and of more cases than that none is looked for in another."""
    north = f"{{accepts: a, alternatives: [{{accepts: b, {IF_YES}}}]}}"
    south = f"{{accepts: b, alternatives: [{{accepts: b, {IF_OPEN}}}]}}"
    files = {
        f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{status: {words}}}\n"
        for who, words in (("north", north), ("south", south))
    }
    read = dossier(tmp_path, {"agenda.yaml": AGENDA, **files})
    day = date(2024, 2, 1).toordinal()
    positions = {party: position(read, party, day) for party in ("north", "south")}

    def counted() -> tuple[int, bool]:
        found = on_each_issue(read.agenda, positions)[0]
        return len(found.cases), found.complete

    assert counted() == (1, True)
    for budget, expected in ((6, (1, True)), (5, (0, False)), (3, (0, False))):
        monkeypatch.setattr(relations, "BUDGET", budget)
        assert counted() == expected
    monkeypatch.setattr(relations, "BUDGET", 6)
    for few, number in ((2, 1), (1, 2)):
        monkeypatch.setattr(relations, "_FEW_CASES", few)
        assert counted() == (number, True)


def test_what_one_party_asks_for_cannot_come_about(tmp_path: Path) -> None:
    """Two parts of one position, on conditions that exclude each other, are no case."""
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: {accepts: a, alternatives: "
            "[{accepts: [b, c], if: {guard: yes}}]}}\n",
            "north/2024-01-02.yaml": "date: 2024-01-02\nterms: {status: {accepts: a, alternatives: "
            "[{accepts: [b, c], if: {guard: no}}, {accepts: c, if: {shop: open}}], adds: true}}\n",
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: [b, c]}\n",
        },
    )
    day = date(2024, 2, 1).toordinal()
    found = on_each_issue(read.agenda, {party: position(read, party, day) for party in ("north", "south")})[0]
    assert [(sorted(case.common[0]), said(case.conditions)) for case in found.cases] == [
        (["c"], "north guard=yes, north shop=open")
    ]  # fmt: skip
