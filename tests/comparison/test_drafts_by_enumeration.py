"""Drafts, by definition: every settlement that a draft leaves open is listed, and held against every term."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from enumerating import Term, When, World
from generating import (
    BYTES,
    EVERY_KIND,
    KINDS,
    LAST,
    PARTIES,
    Choices,
    Sketch,
    Words,
    accepting,
    law,
    positions,
    read,
    sketches,
)
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.drafts import PartyResult, against

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

DRAFT = "2024-03-01-deal"


class Drafted:
    """A dossier with a draft and rules, in words; and every settlement that the draft leaves open."""

    def __init__(self, sketch: Sketch, data: bytes) -> None:
        choices = Choices(data)
        agenda = dict(sketch.agenda)
        issues = list(agenda["issues"])
        named = choices.some(issues, 1)
        self.outcomes: dict[str, Words] = {issue: accepting(choices, agenda, issue) for issue in named}
        rules: list[dict[str, Words]] = []
        plain = [issue for issue in issues if agenda["issues"][issue]["kind"] != "text"]
        if len(plain) > 1 and choices.chance(3):
            given_, then = choices.some(plain, 2, 2)
            rules.append({"if": {given_: accepting(choices, agenda, given_)},
                          "then": {then: accepting(choices, agenda, then)}})  # fmt: skip
            agenda["rules"] = rules
        draft = {"date": "2024-03-01", "by": "somebody", "outcomes": self.outcomes}
        self.sketch = Sketch(agenda, {**sketch.statements, f"drafts/{DRAFT}.yaml": draft})
        # What rules name cuts the outcomes of a quantity as finely as what parties name.
        world = World(agenda, {**self.sketch.statements, "rules/all": {"rules": rules}})
        self.world = world
        self.rules: list[tuple[When, When]] = [(world.when(rule["if"]), world.when(rule["then"])) for rule in rules]
        self.clauses: When = tuple(
            (issue, world.accepts(issue, words)) for issue, words in self.outcomes.items() if issue in plain
        )
        sides = dict.fromkeys(world.side(issue) for issue in plain)
        every = product(*(sorted(world.all(side)) for side in sides))
        settlements = (dict(zip(sides, outcomes, strict=True)) for outcomes in every)
        self.within = [each for each in settlements if world.holds(each, self.clauses)]

    def answers(self, parties: Sequence[str]) -> tuple[PartyResult, ...]:
        """What posdiff says of the parties."""
        dossier = read(self.sketch)
        return against(dossier.agenda, dossier.drafts[0], positions(dossier, parties))

    def result(self, term: Term) -> tuple[str, str | None]:
        """What becomes of a term, and why it is left open."""
        world = self.world
        if world.kind(term.issue) == "text":
            return "unassessed", None
        met = [world.meets(each, term) for each in self.within]
        if not any(met):
            return "broken", None
        if all(met):
            bound = not term.applies or any(world.holds(each, term.applies) for each in self.within)
            return ("left-open", "vague") if term.vague and bound else ("met", None)
        if term.issue not in self.outcomes:
            return "left-open", "silent"
        offered = frozenset().union(*(offer.accepts for offer in term.offers))
        left = {each[world.side(term.issue)] for each in self.within}
        return "left-open", "more-than-accepted" if left & offered and left - offered else "condition"

    def completable(self, terms: Sequence[Term]) -> bool:
        """Whether a settlement within the draft, and the agenda's rules, meets all the terms."""
        return any(
            all(self.world.meets(each, term) for term in terms)
            and all(self.world.holds(each, then) for given_, then in self.rules if self.world.holds(each, given_))
            for each in self.within
        )


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(80)
@given(data=st.data())
def test_results_are_those_of_enumeration(kind: str, data: st.DataObject) -> None:
    """Met, broken, left open, the reason, the verdict, and whether a draft can be completed."""
    others = data.draw(st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)))
    drafted = Drafted(data.draw(sketches((kind, *others), 3)), data.draw(BYTES))
    for answer in drafted.answers(PARTIES[:2]):
        held = drafted.world.position(answer.party, LAST)
        parts = {
            (issue, number): part.term
            for issue, holding in held.items()
            for number, part in enumerate(holding.parts, 1)
            if not part.again
        }
        results = {key: drafted.result(term) for key, term in parts.items()}
        told = {(one.issue.id, one.part.number): (one.result, one.reason) for one in answer.terms}
        assert told == results
        broken = [parts[key] for key, (result, _) in results.items() if result == "broken"]
        comparable = [term for term in parts.values() if drafted.world.kind(term.issue) != "text"]
        completable = not broken and drafted.completable(comparable)
        assert answer.completable == completable
        if broken:
            expected = "crosses-red-line" if any(term.firmness == "red-line" for term in broken) else "breaks-terms"
        elif not completable or any(result == "left-open" for result, _ in results.values()):
            expected = "left-open"
        else:
            expected = "all-met"
        assert answer.verdict == expected
        assert list(answer.silent_on) == [
            issue for issue in drafted.sketch.agenda["issues"] if issue in drafted.outcomes and issue not in held
        ]


def test_every_result_is_reached() -> None:
    """The law above is no law about nothing: its examples reach every result, reason and verdict."""
    seen: set[object] = set()

    @law(200)
    @given(sketches(most_issues=3), BYTES)
    def look(sketch: Sketch, data: bytes) -> None:
        for answer in Drafted(sketch, data).answers(PARTIES[:2]):
            seen.update((answer.verdict, (answer.verdict, answer.completable)))
            seen.update((one.result, one.reason) for one in answer.terms)

    look()
    assert seen >= {
        "crosses-red-line", "breaks-terms", "left-open", "all-met", ("left-open", False), ("left-open", True),
        ("met", None), ("broken", None), ("unassessed", None), ("left-open", "silent"), ("left-open", "vague"),
        ("left-open", "more-than-accepted"), ("left-open", "condition"),
    }  # fmt: skip
