"""Rings of steps as they are told: demands and the agenda's orders in, each edge with who makes it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison import deadlocks as module
from posdiff.comparison.deadlocks import Deadlock, by_themselves, count, deadlocks, demands, own_rings
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties:
      north: {name: North}
      south: {name: South}
      union: {name: Union, members: [north, south]}
    steps:
      a: A
      b: {title: B, after: a, why: B builds on A.}
      c: {title: C, after: b}
      d: D
      e: E
    issues:
      first: {title: First, kind: sequence}
      last: {title: Last, kind: sequence}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
    """


def read(folder: Path, said: dict[str, str]) -> tuple[Agenda, dict[str, Position]]:
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in said.items()}
    known = dossier(folder, {"agenda.yaml": AGENDA, **files})
    assert not [finding for finding in known.findings if finding.severity == "error"], known.findings
    day = date(2024, 2, 1).toordinal()
    return known.agenda, {party: position(known, party, day) for party in known.agenda.parties}


def told(ring: Deadlock) -> str:
    """Each edge: ``a>b`` or ``a=b`` for together; who demands it on which issue, a bloc's own in brackets; or why."""
    edges = []
    for edge in ring.edges:
        who = [f"{owner.party} {owner.issue}" for owner in edge.owners]
        by = " ".join(
            each if owner.by_itself else f"({each})" for each, owner in zip(who, edge.owners, strict=True)
        )  # fmt: skip
        assert edge.agenda is (not edge.owners)
        edges.append(f"{edge.before}{'=' if edge.together else '>'}{edge.after} {by or edge.why}")
    assert ring.steps == tuple(edge.before for edge in ring.edges)
    return ", ".join(edges) + f"; {' '.join(ring.on_all_sides)}" * bool(ring.on_all_sides)


#: What is said, the deadlocks of all, and the rings of what North alone asks for.
RINGS = [
    ({"north": "{first: {order: [d, e]}}", "south": "{first: {order: [e, d]}}"}, ["d>e north first, e>d south first"],
     []),
    ({"north": "{first: {order: [e, d]}, last: {order: [d, e]}}"}, [], ["d>e north last, e>d north first; north"]),
    # The agenda leads over two steps.
    ({"north": "{first: {order: [c, d]}}", "south": "{first: {order: [d, a]}}"},
     ["a>b B builds on A., b>c None, c>d north first, d>a south first"], []),
    ({"north": "{first: {order: [{together: [a, d]}]}}", "south": "{last: {order: [d, e, a]}}"},
     ["a=d north first, d>e south last, e>a south last"], []),
    ({"north": "{first: {order: [{together: [a, d]}]}}", "south": "{first: {order: [{together: [d, b]}]}}"},
     ["a>b B builds on A., b=d south first, d=a north first"], []),
    # Two deadlocks: the shorter one is first, of two as long the one of earlier steps.
    ({"north": "{first: {order: [d, e]}, last: {order: [c, e]}}", "south": "{first: {order: [e, d]}, "
      "last: {order: [e, a]}}"},
     ["d>e north first, e>d south first", "a>b B builds on A., b>c None, c>e north last, e>a south last"], []),
    # The same demand of two, and two of one party.
    ({"north": "{first: {order: [d, e]}, last: {order: [d, e]}}", "south": "{first: {order: [e, d]}}",
      "union": "{first: {order: [d, e]}}"},
     ["d>e north first union first north last, e>d south first"], []),
    # Of several offers, and on a condition.
    ({"north": "{first: {order: [d, e], alternatives: [{order: [d, e, a]}]}}", "south": "{first: {order: [e, d]}}"},
     ["d>e north first, e>d south first"], []),
    ({"north": "{first: {order: [d, e], alternatives: [{order: [e, a]}]}}", "south": "{first: {order: [e, d]}}"}, [],
     []),
    ({"north": "{first: {order: [d, e], applies_if: {guard: yes}}}", "south": "{first: {order: [e, d]}}"}, [], []),
    # What is asked for through a bloc is the bloc's.
    ({"union": "{first: {order: [d, e]}}", "south": "{first: {order: [e, d]}}"},
     ["d>e (north first) union first, e>d south first"], []),
    ({"union": "{first: {order: [d, e]}, last: {order: [e, d]}}"}, [],
     ["d>e north first, e>d north last; north"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected", "own"), RINGS)
def test_the_edges_of_rings(tmp_path: Path, said: dict[str, str], expected: list[str], own: list[str]) -> None:
    agenda, positions = read(tmp_path, said)
    found, complete = deadlocks(agenda, positions)
    assert ([told(ring) for ring in found], complete) == (expected, True)
    assert [told(ring) for ring in own_rings(agenda, positions["north"])] == own
    owners = {
        demand: {owner.party for owner in of_demand if owner.by_itself}
        for demand, of_demand in demands(agenda, positions).items()
    }
    number, spent = count(agenda.course, owners, module.BUDGET)
    assert number == len(expected)
    assert count(agenda.course, owners, spent) == (number, spent)
    assert not spent or count(agenda.course, owners, spent - 1) == (None, spent)


def test_a_bound_on_how_many_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as are listed are all; of one more the shortest are there, and their number is not told."""
    said, expected, _ = RINGS[5]
    agenda, positions = read(tmp_path, said)
    owners = {demand: {owner.party for owner in each} for demand, each in demands(agenda, positions).items()}
    for most, complete, number in ((2, True, 2), (1, False, None)):
        monkeypatch.setattr(module, "MOST_RINGS", most)
        found, whole = deadlocks(agenda, positions)
        assert ([told(ring) for ring in found], whole) == (expected[:most], complete)
        assert count(agenda.course, owners, module.BUDGET)[0] == number


def test_whose_a_demand_is() -> None:
    """Each party with the blocs through which it makes one: no demand of its own where one of these makes it too."""
    assert by_themselves([("north", ()), ("south", ())]) == [True, True]
    assert by_themselves([("north", ("union",)), ("south", ("league", "union")), ("union", ())]) == [False, False, True]
    assert by_themselves([("north", ("union",)), ("league", ())]) == [True, True]
    assert by_themselves([("union", ("league",)), ("league", ("union",))]) == [True, True]
