"""Who accepts the same, and how a position stands to an outcome: by going through every settlement."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from enumerating import Term, World
from generating import BYTES, EVERY_KIND, KINDS, LAST, Choices, accepting, law, positions, read, sketches
from hypothesis import assume, given
from hypothesis import strategies as st

from posdiff.comparison.same_positions import same_positions, to_outcome
from posdiff.dossier.reading.supposed import Wrong, read_outcome
from posdiff.dossier.region import Settlements

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")
PARTIES = ("ada", "bob", "cyd", "dan", "eve")


def plain(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms without how firm they are, and what is hoped for."""
    return tuple(term._replace(firmness="firm", prefers=None) for term in terms)


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(25)
@given(data=st.data())
def test_who_accepts_the_same_and_how_each_stands_to_an_outcome(kind: str, data: st.DataObject) -> None:
    """Two parties are in one group where the same settlements meet them; the largest group is first."""
    sketch = data.draw(sketches((kind, kind, data.draw(st.sampled_from(KINDS))), 2, most=2, parties=PARTIES))
    issue = next((id for id, declared in sketch.agenda["issues"].items() if declared["kind"] == kind), None)
    assume(issue is not None)
    assert issue is not None
    words = accepting(Choices(data.draw(BYTES)), sketch.agenda, issue)
    world = World(sketch.agenda, {**sketch.statements, "drafts/2024-01-01.yaml": {"outcomes": {issue: words}}})
    dossier = read(sketch)
    space = dossier.agenda.issues[issue].space
    held = {
        party: position.terms[issue]
        for party, position in positions(dossier, PARTIES).items()
        if issue in position.terms
    }
    terms = {party: plain(world.position(party, LAST)[issue].terms) for party in held}
    found = same_positions(space, held, Settlements(dossier.agenda.issues))
    together = {frozenset(other for other in held if world.same(terms[party], terms[other])) for party in held}
    assert {frozenset(group.parties) for group in found} == together
    assert sum(len(group.parties) for group in found) == len(held)
    order = [(-len(group.parties), PARTIES.index(group.parties[0])) for group in found]
    assert order == sorted(order)
    outcome = read_outcome(issue, json.dumps(words), dossier.agenda)
    assert not isinstance(outcome, Wrong)
    asked = world.accepts(issue, words)
    for group in found:
        terms_of = terms[group.parties[0]]
        conceived, accepted = world.conceivable(terms_of), world.accepted(terms_of)
        if kind == "text":
            expected = "unassessed"
        elif not conceived & asked:
            expected = "refuses" if conceived else "on-both-sides"
        else:
            vague = any(term.vague for term in terms_of)
            expected = "accepts" if asked <= accepted and not vague else "leaves-open"
        assert to_outcome(space, group.terms, (outcome.accepts,)) == expected
        assert kind == "text" or group.met == bool(conceived)
