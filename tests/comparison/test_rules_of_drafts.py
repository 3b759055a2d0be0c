"""Whether a draft keeps the agenda's rules, and its own orders, by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.comparison.draft_rules import broken_rules, concerned, contradicting
from posdiff.dossier.dossier import Dossier
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {a: A, b: B, c: C}
    rules:
      - {if: {guard: yes}, then: {fee: {max: 50}}, why: A guard costs.}
      - {if: {shop: open}, then: {guard: yes}, why: A shop is guarded.}
      - {if: {shop: open}, then: {fee: {min: 90}}, why: A shop is dear.}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      first: {title: First, kind: sequence}
      second: {title: Second, kind: sequence}
      third: {title: Third, kind: sequence}
    """


def drafted(folder: Path, outcomes: str) -> Dossier:
    """The dossier of one draft with these outcomes."""
    head = "date: 2024-01-02\nby: someone\nsources: {a: {title: A}}\n"
    read = dossier(folder, {"agenda.yaml": AGENDA, "drafts/2024-01-02-deal.yaml": f"{head}outcomes: {{{outcomes}}}\n"})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    return read


@pytest.mark.parametrize(
    ("outcomes", "broken"),
    [
        ("fee: 20", []),
        ("guard: yes", []),
        ("guard: yes, fee: 60", ["A guard costs."]),
        ("guard: yes, fee: {min: 40}", []),
        ("shop: open, guard: no", ["A shop is guarded."]),
        ("shop: open, guard: no, fee: 60", ["A shop is guarded.", "A shop is dear."]),
        # One by one each can be kept, and not all three of them; of those that remain none is broken.
        ("shop: open", ["A guard costs. A shop is guarded. A shop is dear."]),
        ("shop: open, fee: 95", ["A guard costs. A shop is guarded."]),
        ("shop: open, guard: yes", ["A guard costs. A shop is dear."]),
    ],
)
def test_rules_that_nothing_within_a_draft_meets(tmp_path: Path, outcomes: str, broken: list[str]) -> None:
    read = drafted(tmp_path, outcomes)
    found = broken_rules(read.agenda, read.drafts[0])
    assert [" ".join(rule.why or "" for rule in rules) for rules in found] == broken


@pytest.mark.parametrize(
    ("outcomes", "issues"),
    [
        ("first: {order: [a, b]}, second: {order: [b, c]}", ()),
        ("first: {order: [a, b]}, second: {order: [b, a]}", ("first", "second")),
        # Of three as few as close the circle.
        ("first: {order: [b, c]}, second: {order: [a, b]}, third: {order: [b, a]}", ("second", "third")),
        ("first: {order: [a, b]}, second: {order: [b, c]}, third: {order: [c, a]}", ("first", "second", "third")),
        ("fee: 20", ()),
    ],
)
def test_orders_of_a_draft_that_no_course_of_events_meets(
    tmp_path: Path, outcomes: str, issues: tuple[str, ...]
) -> None:
    read = drafted(tmp_path, outcomes)
    assert contradicting(read.agenda, read.drafts[0]) == issues


def test_the_issues_that_rules_look_at(tmp_path: Path) -> None:
    read = drafted(tmp_path, "fee: 60, guard: yes, shop: no, first: {order: [a, b]}")
    guard, shop, _ = read.agenda.rules
    assert concerned(read.agenda, read.drafts[0], [guard]) == ("fee", "guard")
    assert concerned(read.agenda, read.drafts[0], [shop]) == ("guard", "shop")
    assert concerned(read.agenda, read.drafts[0], []) == ()
