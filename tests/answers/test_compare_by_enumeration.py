"""The relations that ``compare`` answers, by definition: every outcome is listed and asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from typing import Any

import pytest
from enumerating import COURSE, UNLIMITED, Terms, Value, World, each, length
from generating import EVERY_KIND, KINDS, LAST, PARTIES, Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from answering import asked, on, to_dict
from posdiff.dossier.dossier import Dossier

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

SKETCHES = sketches()


def compared(dossier: Dossier, parties: Sequence[str]) -> dict[str, Any]:
    """The comparison as JSON has it, with the issues on which none holds a position."""
    return to_dict(asked(dossier).compare(*parties, at=on(LAST), all=True, conflicts=False))


def by_issue(answer: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows of a comparison by issue."""
    return {row["issue"]: row for row in answer["issues"]}


@law(150)
@given(SKETCHES)
def test_a_party_agrees_with_itself(sketch: Sketch) -> None:
    """A party compared with itself agrees, save where its words bar a verdict or hang on conditions."""
    world, dossier = sketch.world, read(sketch)
    answer = compared(dossier, ["ada", "ada"])
    held = world.position("ada", LAST)
    for issue, row in by_issue(answer).items():
        if issue not in held:
            assert row["relation"] == "silent"
        elif world.kind(issue) == "text" or any(term.vague for term in held[issue].terms):
            assert row["relation"] == "unassessed"
        elif not world.accepted(held[issue].terms):
            assert row["relation"] == "conditional"
        else:
            assert row["relation"] == "agreed"
            assert world.union(issue, row["common"]) == world.accepted(held[issue].terms)


def of_groups(row: Mapping[str, Any]) -> set[frozenset[str]]:
    """The groups of a row, whatever their order."""
    return {frozenset(group) for group in row["conflict_groups"]}


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(60)
@given(data=st.data(), parties=st.permutations(PARTIES), count=st.integers(2, 3))
def test_the_order_of_parties_means_nothing(kind: str, data: st.DataObject, parties: list[str], count: int) -> None:
    """Whoever is named first: relation, common ground, gap, clash, conflict groups and deadlocks are the same."""
    sketch: Sketch = data.draw(sketches((kind, kind, data.draw(st.sampled_from(KINDS))), 3))
    dossier = read(sketch)
    named = sorted(parties[:count])
    answer = compared(dossier, named)
    mirror = compared(dossier, parties[:count])
    for row, other in zip(answer["issues"], mirror["issues"], strict=True):
        for key in ("issue", "relation", "common", "gap", "clash", "terms"):
            assert row[key] == other[key], key
        assert of_groups(row) == of_groups(other)
        assert sorted(row["red_line"]) == sorted(other["red_line"])
        assert sorted(row["silent"]) == sorted(other["silent"])
        assert sorted(map(str, (_sorted(case) for case in row["conditions"]))) == sorted(
            map(str, (_sorted(case) for case in other["conditions"]))
        )
    assert _owners_sorted(answer) == _owners_sorted(mirror)
    assert answer["summary"] == mirror["summary"]


def _sorted(case: Mapping[str, Any]) -> str:
    return json.dumps(case, sort_keys=True)


def _owners_sorted(answer: Mapping[str, Any]) -> list[str]:
    for deadlock in answer["deadlocks"]:
        for edge in deadlock["edges"]:
            edge["owners"].sort(key=str)
    return sorted(json.dumps(deadlock) for deadlock in answer["deadlocks"])


@law(100)
@given(SKETCHES, st.integers(2, 3))
def test_every_permutation_finds_the_same_groups(sketch: Sketch, count: int) -> None:
    """The minimal conflict groups are those of the parties, in whatever order they are asked for."""
    dossier = read(sketch)
    found = {
        json.dumps([sorted(sorted(group) for group in of_groups(row)) for row in compared(dossier, named)["issues"]])
        for named in permutations(PARTIES[:count])
    }
    assert len(found) == 1


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(120)
@given(data=st.data(), count=st.integers(2, 3))
def test_relations_are_those_of_enumeration(kind: str, data: st.DataObject, count: int) -> None:
    """Relation, common ground, conflict groups, gap and clash are what going through every outcome gives."""
    other = data.draw(st.sampled_from(KINDS))
    sketch: Sketch = data.draw(sketches((kind, kind, other), 3))
    world, dossier = sketch.world, read(sketch)
    named = PARTIES[:count]
    answer = compared(dossier, named)
    held = {party: world.position(party, LAST) for party in named}
    for issue, row in by_issue(answer).items():
        terms = {party: each[issue].terms for party, each in held.items() if issue in each}
        assert list(row["terms"]) == list(terms)
        assert row["silent"] == [party for party in named if party not in terms]
        assert row["red_line"] == [
            party for party, of_party in terms.items() if any(term.firmness == "red-line" for term in of_party)
        ]
        if len(terms) < 2:
            assert row["relation"] == ("one-sided" if terms else "silent")
            continue
        _is_right(world, issue, terms, row)


def _is_right(world: World, issue: str, terms: Mapping[str, Terms], row: Mapping[str, Any]) -> None:
    every = list(terms.values())
    relation = world.relation(every)
    assert row["relation"] == relation
    assert world.union(issue, row["common"]) == (world.common(every) if relation in ("agreed", "overlap") else set())
    assert of_groups(row) == (world.conflict_groups(terms) if relation == "contradiction" else set())
    assert bool(row["conditions"]) == (relation == "conditional")
    if relation == "conditional":
        _cases_are_right(world, issue, terms, row["conditions"])
    if relation != "contradiction":
        assert row["gap"] is None
        assert row["clash"] is None
    elif world.kind(issue) in ("quantity", "date"):
        _gap_is_right(world, issue, every, row["gap"])
    elif world.kind(issue) == "ranking":
        assert row["gap"] is row["clash"] is None
    else:
        assert row["gap"] is None
        _clash_is_right(world, issue, every, row["clash"])


def _cases_are_right(world: World, issue: str, terms: Mapping[str, Terms], cases: Sequence[Mapping[str, Any]]) -> None:
    """All that all could accept is in some case; where the conditions of a case hold, its common ground meets all."""
    could = frozenset.intersection(*(world.conceivable(term) for term in terms.values()))
    assert frozenset().union(*(world.union(issue, case["common"]) for case in cases)) == could
    every = world.settlements(terms.values())
    side = world.side(issue)
    for case in cases:
        common = world.union(issue, case["common"])
        given_ = [world.when(condition) for condition in case["if"].values()]
        unless = [
            world.when(condition)
            for said in case["unless"].values()
            for condition in (said if isinstance(said, list) else [said])
        ]
        for settlement in every:
            if (
                settlement[side] in common
                and all(world.holds(settlement, condition) for condition in given_)
                and not any(world.holds(settlement, condition) for condition in unless)
            ):
                assert all(world.meets(settlement, term) for term in terms.values())


def _gap_is_right(world: World, issue: str, terms: Sequence[Terms], shown: Mapping[str, Any] | None) -> None:
    expected = world.gap(terms)
    assert (shown is None) == (expected is None)
    if shown is None or expected is None:
        return
    ends, size = length(*expected)
    assert shown["size"] == (None if ends else size)
    assert shown["unit"] == ("day" if world.kind(issue) == "date" else world.issues[issue].get("unit"))
    start, end = (world.value(issue, str(shown[key])) for key in ("from", "to"))
    stands = [world.stand(term) for term in terms]
    cells = world.cells(issue)
    if min(max(stand) for stand in stands) < max(min(stand) for stand in stands):
        assert (start, end) == expected
    else:
        bounds = {cell.low for cell in cells} | {cell.high for cell in cells}
        assert {start, end} <= bounds
        assert _length(start, end) == _length(*expected)


def _length(start: Value, end: Value) -> tuple[int, Fraction]:
    return (1, Fraction(0)) if UNLIMITED in (start, end) else length(start, end)


def _clash_is_right(world: World, issue: str, terms: Sequence[Terms], clash: list[str]) -> None:
    stands = [world.stand(term) for term in terms]
    if world.kind(issue) == "choice":
        options = list(world.issues[issue]["options"])
        assert clash == [options[place] for place in sorted(frozenset().union(*stands))]
    elif world.kind(issue) == "set":
        # The nearest outcomes of two parties differ in the contested members, and in nothing else.
        contested = set()
        nearest: list[set[frozenset[str]]] = []
        for one, other in combinations(stands, 2):
            differences = {world.members(issue, a ^ b) for a, b in product(one, other)}
            least = min(map(len, differences))
            nearest.append({difference for difference in differences if len(difference) == least})
        for chosen in product(*nearest):
            contested.add(frozenset().union(*chosen))
        assert set(clash) in contested
        assert clash == [member for member in world.issues[issue]["members"] if member in clash]
    else:
        _ring_is_right(world, terms, clash)


def _ring_is_right(world: World, terms: Sequence[Terms], ring: Sequence[str]) -> None:
    """On every edge of the ring an offer, or the agenda, wants no later step first; on one edge it wants it later."""
    assert ring
    offers = [offer.accepts for each_of in terms for term in each(each_of) for offer in term.offers] + [
        world.all(COURSE)
    ]
    strict = []
    for one, other in pairwise([*ring, ring[0]]):
        times = [[(world.courses[c][one], world.courses[c][other]) for c in offer] for offer in offers]
        assert any(all(a <= b for a, b in each) for each in times if each)
        strict.append(any(all(a < b for a, b in each) for each in times if each))
    assert any(strict)
