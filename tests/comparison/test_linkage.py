"""Whether terms on several issues can clash at all: a condition, a rule on what was spoken of, orders with offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.linkage import linked
from posdiff.dossier.fold import position
from writing import dossier

ISSUES = """
issues:
  fee: {title: Fee, kind: quantity, unit: coin}
  shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
  guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
  first: {title: First, kind: sequence}
  second: {title: Second, kind: sequence}
"""
HEAD = "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\nsteps: {a: A, b: B, c: C}\n"
FEE_IF_OPEN = "{if: {shop: open}, then: {fee: {max: 5}}}"
BOTH_IF_OPEN = "{if: {shop: open}, then: {fee: {max: 5}, guard: yes}}"
GUARD_IF_OPEN = "{if: {shop: open}, then: {guard: yes}}"
ORDERS = "{first: {order: [a, b], alternatives: [{order: [b, c]}]}}"


@pytest.mark.parametrize(
    ("rules", "north", "south", "tied"),
    [
        ([], "{fee: {max: 5}, shop: open}", "{fee: {min: 9}}", False),
        ([], "{fee: {max: 5, alternatives: [{max: 9, if: {shop: open}}]}}", "{}", True),
        ([], "{fee: {max: 5, applies_if: {shop: open}}}", "{}", True),
        # One rule: somebody has spoken on all that it asks, and on some of what it demands.
        ([FEE_IF_OPEN], "{shop: open}", "{fee: {max: 5}}", True),
        ([BOTH_IF_OPEN], "{shop: open}", "{guard: yes}", True),
        ([FEE_IF_OPEN], "{shop: open}", "{guard: yes}", False),
        ([FEE_IF_OPEN], "{fee: {max: 5}}", "{guard: yes}", False),
        ([FEE_IF_OPEN], "{first: {order: [a, b]}}", "{guard: yes}", False),
        # Of two, one may lead to the other, so that one issue of either is enough.
        ([FEE_IF_OPEN, GUARD_IF_OPEN], "{fee: {max: 5}}", "{}", True),
        ([FEE_IF_OPEN, GUARD_IF_OPEN], "{first: {order: [a, b]}}", "{}", False),
        # Orders on one course of events: several offers beside another issue on it.
        ([], ORDERS, "{second: {order: [a, b]}}", True),
        ([], ORDERS, "{first: {order: [a, b]}}", False),
        ([], "{first: {order: [a, b]}}", "{second: {order: [a, b]}}", False),
        ([], ORDERS, "{fee: {max: 5}}", False),
    ],
)
def test_what_ties_issues_together(tmp_path: Path, rules: list[str], north: str, south: str, tied: bool) -> None:
    stated = {"north": north, "south": south}
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": HEAD + (f"rules: [{', '.join(rules)}]\n" if rules else "") + ISSUES,
            **{
                f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n"
                for who, terms in stated.items()
                if terms != "{}"
            },
        },
    )
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    day = date(2024, 2, 1).toordinal()
    assert linked(read.agenda, {party: position(read, party, day) for party in stated}) is tied
