"""What changed between two days, by definition: every settlement is listed and asked."""

from __future__ import annotations

import pytest
from enumerating import Event, Holding, World
from generating import AFTERWARDS, EVERY_KIND, FIRST_DAY, KINDS, LAST, PARTIES, Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.changes import Change, changes
from posdiff.comparison.movement import movement
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

FIRST = FIRST_DAY.toordinal()
_CLOSER = ("contradiction", "conditional", "overlap", "agreed")


def told(dossier: Dossier, since: int, until: int, against: str | None = None) -> dict[str, dict[str, Change]]:
    """The changes of every party by issue, those kept the same included."""
    measured = [position(dossier, against, until)] if against else []
    found = changes(dossier, PARTIES, since, until, against=measured)
    return {each.party: {change.issue.id: change for change in each.changes} for each in found}


def kind_of(world: World, old: Holding | None, new: Holding | None, events: list[Event], since: int) -> str:
    """The kind of a change, from what was held, what is, and what happened in between."""
    if old is None:
        return "added"
    if new is None:
        return next(event.cause for event in events if event.after is None)
    again = new.last_stated > since
    return world.change(old.terms, new.terms) or ("reaffirmed" if again else "unchanged")


def step_kind(world: World, before: Holding | None, event: Event) -> str:
    """The kind of one step: a position that was only said again in part is unchanged."""
    if before is None:
        return "added"
    if event.after is None:
        return event.cause
    again = event.cause != "expired" and any(
        part not in before.parts and part.last_stated == event.day for part in event.after.demands
    )
    return world.change(before.terms, event.after.terms) or ("reaffirmed" if again else "unchanged")


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(100)
@given(data=st.data(), ends=st.tuples(st.integers(-1, 6), st.integers(-1, 6)))
def test_changes_are_those_of_enumeration(kind: str, data: st.DataObject, ends: tuple[int, int]) -> None:
    """Softened, hardened, reversed, shifted or the same: as going through every settlement says."""
    other = data.draw(st.sampled_from(KINDS))
    sketch: Sketch = data.draw(sketches((kind, kind, other), 3, most=3, parties=PARTIES[:2]))
    world, dossier = sketch.world, read(sketch)
    since, until = FIRST + min(ends), FIRST + max(ends)
    found = told(dossier, since, until)
    for party in PARTIES[:2]:
        events = world.history(party, until)
        old, new = held(events, since), held(events, until)
        assert set(found[party]) == set(old) | set(new)
        for issue, change in found[party].items():
            between = [event for event in events if event.issue == issue and event.day > since]
            assert change.kind == kind_of(world, old.get(issue), new.get(issue), between, since)
            assert len(change.path) == len(between)


def held(events: list[Event], day: int) -> dict[str, Holding]:
    """What is held at the end of a day, after all that has happened."""
    found: dict[str, Holding] = {}
    for event in events:
        if event.day <= day:
            found.pop(event.issue, None)
            if event.after is not None:
                found[event.issue] = event.after
    return found


@law(100)
@given(sketches(most=3), st.integers(0, 6))
def test_every_step_on_the_way_is_a_change_by_itself(sketch: Sketch, days: int) -> None:
    """A path tells each event with the kind of change that leads from what was held before it."""
    world, dossier = sketch.world, read(sketch)
    for party, rows in told(dossier, FIRST - 1, FIRST + days).items():
        events = world.history(party, FIRST + days)
        for issue, row in rows.items():
            before: Holding | None = None
            mine = [event for event in events if event.issue == issue]
            for event, step in zip(mine, row.path, strict=True):
                assert step.kind == step_kind(world, before, event)
                before = event.after


@law(100)
@given(sketches(most=2), st.integers(0, 5))
def test_back_is_the_way_there_turned_round(sketch: Sketch, days: int) -> None:
    """What softened one way hardened the other way; the rest is the same both ways."""
    world, dossier = sketch.world, read(sketch)
    turned = {"softened": "hardened", "hardened": "softened"}
    for party, rows in told(dossier, FIRST + days, AFTERWARDS).items():
        events = world.history(party, AFTERWARDS)
        old, new = held(events, FIRST + days), held(events, AFTERWARDS)
        for issue, row in rows.items():
            if issue in old and issue in new and row.kind not in ("reaffirmed", "unchanged"):
                assert world.change(new[issue].terms, old[issue].terms) == turned.get(row.kind, row.kind)


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(80)
@given(data=st.data(), days=st.integers(0, 5))
def test_movement_is_measured_as_defined(kind: str, data: st.DataObject, days: int) -> None:
    """Closer or farther goes by the relation, and within a contradiction by the distance; nobody moves to itself."""
    sketch: Sketch = data.draw(sketches((kind,), 2, most=2))
    world, dossier = sketch.world, read(sketch)
    against = world.position("cyd", LAST)
    for party, rows in told(dossier, FIRST + days, LAST, "cyd").items():
        events = world.history(party, LAST)
        old, new = held(events, FIRST + days), held(events, LAST)
        for issue, row in rows.items():
            if party == "cyd" or row.kind in ("reaffirmed", "unchanged"):
                assert row.movements == ({} if party == "cyd" else {"cyd": "neither"})
                continue
            expected = moved(world, old.get(issue), new.get(issue), against.get(issue))
            assert expected in (None, row.movements["cyd"])


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(120)
@given(data=st.data())
def test_movement_between_any_two_terms(kind: str, data: st.DataObject) -> None:
    """As if one party had gone from the first party's term to the second's, seen from the third."""
    sketch: Sketch = data.draw(sketches((kind,), 4, most_steps=4))
    world, dossier = sketch.world, read(sketch)
    held = [position(dossier, party, LAST).terms for party in PARTIES]
    expected = [world.position(party, LAST) for party in PARTIES]
    for issue, declared in dossier.agenda.issues.items():
        found = movement(declared.space, held[0].get(issue), held[1].get(issue), held[2].get(issue))
        right = moved(world, expected[0].get(issue), expected[1].get(issue), expected[2].get(issue))
        assert right in (None, found)


def moved(world: World, old: Holding | None, new: Holding | None, against: Holding | None) -> str | None:
    """Closer, farther, neither, or what cannot be measured; None where the definition leaves it open."""
    if old is None or new is None or against is None:
        return "cannot-be-measured"
    relations = [world.relation((each.terms, against.terms)) for each in (old, new)]
    if "unassessed" in relations:
        return "cannot-be-measured"
    was, now = (_CLOSER.index(relation) for relation in relations)
    if was != now:
        return "closer" if now > was else "farther"
    if was:
        return "neither"
    terms = (*old.terms, *new.terms, *against.terms)
    if world.kind(terms[0].issue) == "sequence" and any(len(term.offers) > 1 for term in terms):
        return None
    far, near = world.distance(old.terms, against.terms), world.distance(new.terms, against.terms)
    if far is None or near is None:
        return "cannot-be-measured"
    return "neither" if far == near else "closer" if near < far else "farther"


def test_fields_are_in_one_order_whatever_the_hash_seed() -> None:
    """What a list lost and won at one place comes in the order of its values."""
    import os
    import subprocess
    import sys

    lists = "{'a': ['during', 'full']}, {'a': ['no', 'bodies', 'during', 'holiday']}"
    code = f"from posdiff.comparison.fields import field_changes\nprint([tuple(c) for c in field_changes({lists})])"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True,
            timeout=60, check=True,
        ).stdout
        for seed in "01234567"
    }  # fmt: skip
    assert len(printed) == 1
