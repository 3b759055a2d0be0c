"""Deadlocks, by definition: every set of demands is tried on every course of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from typing import Any

import pytest
from enumerating import Demand, World
from generating import BYTES, LAST, PARTIES, Choices, Sketch, Words, accepting, agendas, law, positions, read
from hypothesis import given
from hypothesis import strategies as st
from spelling import shuffled

from posdiff.comparison.deadlocks import Deadlock, deadlocks

_MOST_DEMANDS = 6


@st.composite
def standoffs(draw: st.DrawFn, several_offers: bool = False, together: int = 2) -> Sketch:
    """Parties that order the same few steps, on one issue or two, with six demands at most."""
    choices = Choices(draw(BYTES))
    agenda = agendas(choices, ("sequence",), 2, 4)
    if choices.chance(2):
        agenda["issues"]["choice-9"] = {"title": "Choice", "kind": "choice", "options": {"no": "No", "yes": "Yes"}}
    statements: dict[str, dict[str, Words]] = {}
    left = _MOST_DEMANDS
    for party in PARTIES:
        terms: dict[str, Words] = {}
        for issue, declared in agenda["issues"].items():
            if declared["kind"] != "sequence" or choices.chance(5):
                continue
            world = World(agenda, {})
            sketched = _in_turn(choices, list(declared.get("steps", agenda["steps"])), together)
            if len(world.demands(sketched)) > left or not world.accepts(issue, {"order": sketched}):
                continue
            left -= len(world.demands(sketched))
            terms[issue] = {"order": sketched} | _besides(choices, agenda, issue, several_offers)
        statements[f"{party}/2024-03-01.yaml"] = {"date": "2024-03-01", "terms": terms}
    return Sketch(agenda, statements)


def _in_turn(choices: Choices, names: Sequence[str], together: int) -> list[Words]:
    """Entries of an order in which no step is named twice; ``together``: how many may be."""
    entries: list[Words] = list(choices.some(names, 2))
    if choices.chance(3):
        place, count = choices.below(len(entries) - 1), 2 + choices.below(together - 1)
        some = entries[place : place + count]
        entries[place : place + count] = [
            {"together": some} if choices.chance(2) or len(some) == len(entries) else some
        ]
    return entries


def _besides(choices: Choices, agenda: Mapping[str, Words], issue: str, several_offers: bool) -> dict[str, Words]:
    """What else stands in a term: an offer on a condition demands nothing, and nothing is demanded under one."""
    when = {"choice-9": "yes"}
    if several_offers and choices.chance(2):
        return {"alternatives": [accepting(choices, agenda, issue)]}
    if "choice-9" in agenda["issues"] and choices.chance(3):
        if choices.chance(2):
            return {"applies_if": when}
        return {"alternatives": [{**accepting(choices, agenda, issue), "if": when}]}
    return {}


def asked(world: World, issue_terms: Mapping[str, Mapping[str, Any]]) -> dict[Demand, set[str]]:
    """Every demand of the terms, with its owners."""
    owners: dict[Demand, set[str]] = {}
    for party, terms in issue_terms.items():
        for words in terms.values():
            if "applies_if" not in words:
                for demand in world.demands(words["order"]):
                    owners.setdefault(demand, set()).add(party)
    return owners


@st.composite
def standoffs_of_blocs(draw: st.DrawFn) -> Sketch:
    """The same, some of them members of others, in none of which a party is that stands before it."""
    sketch = draw(standoffs())
    inside = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    for (bloc, member), one in zip(combinations(PARTIES, 2), inside, strict=True):
        if one:
            sketch.agenda["parties"][bloc].setdefault("members", []).append(member)
    return sketch


def made(sketch: Sketch, party: str, issue: str) -> set[tuple[Demand, tuple[str, ...]]]:
    """What a party demands on an issue, and through which blocs: by its own words, else all that its blocs demand."""
    own = said(sketch)[party].get(issue)
    if own is not None:
        return {(demand, ()) for demand in asked(sketch.world, {party: {issue: own}})}
    blocs = [bloc for bloc in PARTIES if party in sketch.agenda["parties"][bloc].get("members", ())]
    return {(demand, (bloc, *through)) for bloc in blocs for demand, through in made(sketch, bloc, issue)}


def said(sketch: Sketch) -> dict[str, dict[str, Words]]:
    """The terms of each party, in words."""
    return {path.partition("/")[0]: words["terms"] for path, words in sketch.statements.items()}


def demanded(world: World, deadlock: Deadlock) -> frozenset[Demand]:
    """The demands on the edges of a deadlock; steps that are together in the agenda's order."""
    found = set()
    for edge in deadlock.edges:
        first, second = edge.before, edge.after
        if edge.together and world.steps.index(first) > world.steps.index(second):
            first, second = second, first
        if not edge.agenda:
            found.add(Demand(first, second, edge.together))
    return frozenset(found)


def is_a_ring(world: World, deadlock: Deadlock, found: Sequence[Demand]) -> None:
    """Each edge leads to the next and the last to the first, which stands first in the agenda."""
    edges = deadlock.edges
    assert deadlock.steps == tuple(edge.before for edge in edges)
    assert all(edge.after == following.before for edge, following in zip(edges, edges[1:] + edges[:1], strict=True))
    assert world.steps.index(deadlock.steps[0]) == min(map(world.steps.index, deadlock.steps))
    for edge in edges:
        if edge.agenda:
            assert Demand(edge.before, edge.after) in world.after
            assert not edge.together
        else:
            straight = Demand(edge.before, edge.after, edge.together)
            turned = Demand(edge.after, edge.before, edge.together)
            assert straight in found or (edge.together and turned in found)


@law(200)
@given(standoffs())
def test_deadlocks_are_those_of_brute_force(sketch: Sketch) -> None:
    """Exactly the minimal sets of demands that no course of events keeps, none of them held by one party alone."""
    world, dossier = sketch.world, read(sketch)
    owners = asked(world, said(sketch))
    found, complete = deadlocks(dossier.agenda, positions(dossier, PARTIES))
    assert complete
    assert {demanded(world, deadlock) for deadlock in found} == world.deadlocks(owners)
    assert len(found) == len({demanded(world, deadlock) for deadlock in found})
    lengths = [len(deadlock.steps) for deadlock in found]
    assert lengths == sorted(lengths)
    for deadlock in found:
        is_a_ring(world, deadlock, list(owners))
        for edge in deadlock.edges:
            if not edge.agenda:
                straight = [
                    demand for demand in demanded(world, deadlock) if set(demand[:2]) == {edge.before, edge.after}
                ]
                assert {owner.party for owner in edge.owners} in [owners[demand] for demand in straight]


@law(200)
@given(standoffs_of_blocs(), st.sets(st.sampled_from(PARTIES), min_size=1))
def test_what_is_demanded_through_a_bloc_is_the_blocs(sketch: Sketch, compared: set[str]) -> None:
    """A demand that is made through a bloc which is compared too counts with the bloc, and not with the member."""
    world, dossier = sketch.world, read(sketch)
    parties = [party for party in PARTIES if party in compared]
    owners: dict[Demand, set[str]] = {}
    for party, issue in product(parties, sketch.agenda["issues"]):
        for demand, through in made(sketch, party, issue):
            if compared.isdisjoint(through):
                owners.setdefault(demand, set()).add(party)
    found, complete = deadlocks(dossier.agenda, positions(dossier, parties))
    assert complete
    assert {demanded(world, deadlock) for deadlock in found} == world.deadlocks(owners)


@law(100)
@given(standoffs())
def test_a_search_that_ends_early_has_the_shortest(sketch: Sketch) -> None:
    """With more rings than are listed, those that are listed are the ones that a whole search puts first."""
    dossier = read(sketch)
    held = positions(dossier, PARTIES)
    everything, _ = deadlocks(dossier.agenda, held)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("posdiff.comparison.deadlocks.MOST_RINGS", 1)
        found, complete = deadlocks(dossier.agenda, held)
    assert found == everything[:1]
    assert complete == (len(everything) <= 1)


@law(150)
@given(standoffs(several_offers=True))
def test_a_deadlock_is_made_of_what_every_offer_implies(sketch: Sketch) -> None:
    """Of several offers only what all imply is demanded; what is so demanded and cannot be done is a deadlock."""
    world, dossier = sketch.world, read(sketch)
    held = {party: world.position(party, LAST) for party in PARTIES}
    found, complete = deadlocks(dossier.agenda, positions(dossier, PARTIES))
    assert complete
    for deadlock in found:
        demands = demanded(world, deadlock)
        assert not world.possible(demands)
        assert all(world.possible(demands - {demand}) for demand in demands)
        alone = set(PARTIES)
        for edge in deadlock.edges:
            alone &= {owner.party for owner in edge.owners} if edge.owners else alone
            for owner in edge.owners:
                term = held[owner.party][owner.issue].parts[owner.part.number - 1].term
                assert not term.applies
                kept = world.union(owner.issue, [[_as_json(edge.before, edge.after, edge.together)]])
                assert world.accepted(term) <= kept
        assert not alone
    implied = {
        party: [world.implied(term) for each in mine.values() for term in each.terms] for party, mine in held.items()
    }
    alone_possible = all(world.possible({d for each in mine for d in each}) for mine in implied.values())
    if alone_possible and not world.possible({d for mine in implied.values() for each in mine for d in each}):
        assert found


def _as_json(before: str, after: str, together: bool) -> Words:
    return {"together": [before, after]} if together else [before, after]


@law(150)
@given(standoffs(together=3), BYTES)
def test_steps_that_are_together_have_no_order(sketch: Sketch, data: bytes) -> None:
    """In whatever order steps are named that are together or side by side, the deadlocks are the same."""
    mixed = shuffled(Choices(data), sketch)
    world = sketch.world
    found, other = (deadlocks(read(each).agenda, positions(read(each), PARTIES))[0] for each in (sketch, mixed))
    assert {demanded(world, deadlock) for deadlock in found} == {demanded(world, deadlock) for deadlock in other}
    assert [deadlock.steps for deadlock in found] == [deadlock.steps for deadlock in other]


@law(100)
@given(standoffs(several_offers=True), st.sampled_from(PARTIES))
def test_no_party_is_in_deadlock_with_itself(sketch: Sketch, party: str) -> None:
    """What one party alone asks for is no deadlock, though it be named twice."""
    dossier = read(sketch)
    position = positions(dossier, [party])[party]
    assert deadlocks(dossier.agenda, {party: position}) == ((), True)
    assert deadlocks(dossier.agenda, {party: position, f"{party}#2": position}) == ((), True)
