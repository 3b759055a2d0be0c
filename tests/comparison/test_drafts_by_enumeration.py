"""Drafts, by definition: every settlement that a draft leaves open is listed, and held against every term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from unittest import mock

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

from posdiff.comparison import draft_choices, drafts
from posdiff.comparison.draft_choices import MOST, choices
from posdiff.comparison.drafts import PartyResult, RedLine, against

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

#: Where every bracket stays open.
NOTHING_TAKEN: Mapping[str, int] = {}
DRAFT = "2024-03-01-deal"
OPEN = ("left-open", "missing")


class Drafted:
    """A dossier with a draft and rules, in words; and every settlement that the draft leaves open.

    Some outcomes stand in brackets, and some drafts are final. Rules that the draft breaks by itself count for nobody.
    """

    def __init__(self, sketch: Sketch, data: bytes) -> None:
        choices = Choices(data)
        agenda = dict(sketch.agenda)
        issues = list(agenda["issues"])
        named = choices.some(issues, 1)
        #: By issue, the outcomes that the draft leaves open: one, or several in brackets.
        self.options: dict[str, list[Words]] = {
            issue: [accepting(choices, agenda, issue) for _ in range(choices.one((1, 1, 1, 2, 3)))] for issue in named
        }
        self.outcomes: dict[str, Words] = {
            issue: {"options": options} if len(options) > 1 else options[0] for issue, options in self.options.items()
        }
        self.final = choices.chance(3)
        rules: list[dict[str, Words]] = []
        plain = [issue for issue in issues if agenda["issues"][issue]["kind"] != "text"]
        if len(plain) > 1 and choices.chance(3):
            given_, then = choices.some(plain, 2, 2)
            rules.append({"if": {given_: accepting(choices, agenda, given_)},
                          "then": {then: accepting(choices, agenda, then)}})  # fmt: skip
            agenda["rules"] = rules
        draft = {"date": "2024-03-01", "by": "somebody", "outcomes": self.outcomes}
        draft |= {"final": "true"} if self.final else {}
        self.sketch = Sketch(agenda, {**sketch.statements, f"drafts/{DRAFT}.yaml": draft})
        # What rules name cuts the outcomes of a quantity as finely as what parties name.
        # What rules name cuts the outcomes of a quantity as finely as what parties name, and so do options.
        apart = {f"rules/{number}": {"outcomes": {issue: words}}
                 for issue, options in self.options.items() for number, words in enumerate(options)}  # fmt: skip
        world = World(agenda, {**self.sketch.statements, **apart, "rules/all": {"rules": rules}})
        self.world = world
        self.pieces = {
            issue: [world.accepts(issue, words) for words in options]
            for issue, options in self.options.items()
            if issue in plain
        }
        sides = dict.fromkeys(world.side(issue) for issue in plain)
        every = product(*(sorted(world.all(side)) for side in sides))
        self.settlements = [dict(zip(sides, outcomes, strict=True)) for outcomes in every]
        self.within = self.left_open(self.pieces)
        #: Where the draft contradicts itself (orders in a circle) it is held against a part by its own issue alone.
        self.contradicted = not self.within
        if self.contradicted:
            self.within = self.left_open({issue: p for issue, p in self.pieces.items() if world.side(issue) == issue})
        every_rule = [(world.when(rule["if"]), world.when(rule["then"])) for rule in rules]
        self.rules = [rule for rule in every_rule if any(self.keeps(each, rule) for each in self.within)]

    def left_open(self, pieces: dict[str, list[frozenset[int]]]) -> list[dict[str, int]]:
        """The settlements in which issues come out in one of these pieces."""
        return [
            each
            for each in self.settlements
            if all(any(each[self.world.side(issue)] in piece for piece in some) for issue, some in pieces.items())
        ]

    def keeps(self, settlement: dict[str, int], rule: tuple[When, When]) -> bool:
        """Whether a settlement meets a rule."""
        given_, then = rule
        return not self.world.holds(settlement, given_) or self.world.holds(settlement, then)

    def for_a_part(self, issue: str, taken: Mapping[str, int] = NOTHING_TAKEN) -> list[dict[str, int]]:
        """What the draft leaves open to a part on an issue; with one of the outcomes in brackets taken on some."""
        pieces = {**self.pieces, **{id: [self.pieces[id][option]] for id, option in taken.items()}}
        within = self.left_open(pieces)
        if within or self.world.kind(issue) == "text":
            return within
        apart = {id: some for id, some in pieces.items() if self.world.side(id) == id or id == issue}
        return self.left_open(apart)

    def answers(self, parties: Sequence[str]) -> tuple[PartyResult, ...]:
        """What posdiff says of the parties."""
        dossier = read(self.sketch)
        return against(dossier.agenda, dossier.drafts[0], positions(dossier, parties))

    def result(self, term: Term, taken: Mapping[str, int] = NOTHING_TAKEN) -> tuple[str, str | None]:
        """What becomes of a term, and why it is left open."""
        world = self.world
        if world.kind(term.issue) == "text":
            return "unassessed", None
        within = self.for_a_part(term.issue, taken)
        met = [world.meets(each, term) for each in within]
        if not any(met):
            return "broken", None
        if all(met):
            bound = not term.applies or any(world.holds(each, term.applies) for each in within)
            return ("left-open", "vague") if term.vague and bound else ("met", None)
        needed = {term.issue, *(issue for condition in self.conditions(term) for issue, _ in condition)}
        silent_on = {world.side(issue) for issue in needed if issue not in self.outcomes}
        if self.final and any(self.matters(term, within, {side}) for side in silent_on):
            return "missing", None
        return "left-open", self.reason(term, within)

    def any(self, term: Term) -> bool:
        """Whether every settlement meets a term."""
        return not term.vague and all(self.world.meets(each, term) for each in self.settlements)

    @staticmethod
    def conditions(term: Term) -> list[When]:
        """Every condition of a term."""
        return [condition for condition in (term.applies, *(offer.when for offer in term.offers)) if condition]

    def matters(self, term: Term, within: list[dict[str, int]], sides: set[str]) -> bool:
        """Whether two settlements that differ on these sides alone are met and not met."""
        groups: dict[tuple[int, ...], set[bool]] = {}
        for each in within:
            key = tuple(outcome for side, outcome in each.items() if side not in sides)
            groups.setdefault(key, set()).add(self.world.meets(each, term))
        return any(len(group) > 1 for group in groups.values())

    def reason(self, term: Term, within: list[dict[str, int]]) -> str:
        """Why a term is left open: what makes the difference, the outcome on its issue or a condition?"""
        world, own = self.world, self.world.side(term.issue)
        on_conditions = {world.side(issue) for condition in self.conditions(term) for issue, _ in condition}
        if not self.matters(term, within, {own}):
            return "condition"
        if term.issue not in self.outcomes:
            return "silent"
        offered = frozenset().union(
            *(
                offer.accepts
                for offer in term.offers
                if not offer.when or any(world.holds(each, offer.when) for each in within)
            )
        )
        beyond = {each[own] for each in within} - offered
        return "more-than-accepted" if beyond or not self.matters(term, within, on_conditions - {own}) else "condition"

    def completable(self, terms: Sequence[Term]) -> bool:
        """Whether a settlement within the draft, and the agenda's rules, meets all the terms."""
        return any(
            all(self.world.meets(each, term) for term in terms) and all(self.keeps(each, rule) for rule in self.rules)
            for each in self.within
        )


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(80)
@given(data=st.data())
def test_results_are_those_of_enumeration(kind: str, data: st.DataObject) -> None:
    """Met, broken, left open, the reason, the verdict, and whether a draft can be completed."""
    others = data.draw(st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)))
    drafted = Drafted(data.draw(sketches((kind, *others), 3)), data.draw(BYTES))
    # Where outcomes are not told apart, for it would take too many looks, the answers are the same.
    with mock.patch.object(drafts, "MOST_LOOKS", data.draw(st.sampled_from((0, 3, drafts.MOST_LOOKS)))):
        answers = drafted.answers(PARTIES[:2])
    for answer in answers:
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
        by_any = {(one.issue.id, one.part.number) for one in answer.terms if one.by_any}
        assert by_any == {key for key, (result, _) in results.items() if result == "met" and drafted.any(parts[key])}
        for one in answer.terms:
            number = len(drafted.options.get(one.issue.id, ()))
            expected_options = [
                drafted.result(parts[one.issue.id, one.part.number], {one.issue.id: option})
                for option in range(number if number > 1 and drafted.world.kind(one.issue.id) != "text" else 0)
            ]
            assert [(option.result, option.reason) for option in one.options] == expected_options
        broken = [parts[key] for key, (result, _) in results.items() if result == "broken"]
        comparable = [term for term in parts.values() if drafted.world.kind(term.issue) != "text"]
        completable = not broken and drafted.completable(comparable)
        assert answer.completable == completable
        if broken:
            expected = "crosses-red-line" if any(term.firmness == "red-line" for term in broken) else "breaks-terms"
        elif any(parts[key].firmness == "red-line" for key, (result, _) in results.items() if result in OPEN):
            expected = "leaves-red-line-open"
        elif not completable or any(result in OPEN for result, _ in results.values()):
            expected = "left-open"
        else:
            expected = "all-met"
        assert answer.verdict == expected
        agenda = list(drafted.sketch.agenda["issues"])
        in_order = sorted(results, key=lambda key: (agenda.index(key[0]), key[1]))
        lines = [(key, results[key][0]) for key in in_order if parts[key].firmness == "red-line"]
        kinds: dict[RedLine, str] = {"crossed": "broken", "left_open": "left-open", "missing": "missing"}
        for what, word in kinds.items():
            shown = [(one.issue.id, one.part.number) for one in answer.red_lines(what)]
            assert shown == [key for key, result in lines if result == word]
        assert list(answer.silent_on) == [
            issue for issue in drafted.sketch.agenda["issues"] if issue in drafted.outcomes and issue not in held
        ]


@law(60)
@given(data=st.data())
def test_choices_among_options_are_those_of_enumeration(data: st.DataObject) -> None:
    """In which choices no red line is crossed, of each party and of all: each choice is a draft of its own."""
    drafted = Drafted(data.draw(sketches(most_issues=3)), data.draw(BYTES))
    most = data.draw(st.sampled_from((1, 2, 4, MOST)))
    dossier = read(drafted.sketch)
    with mock.patch.object(draft_choices, "MOST", most):
        found = choices(dossier.agenda, dossier.drafts[0], positions(dossier, PARTIES[:2]))
    open_ones = [id for id in dossier.agenda.issues if len(drafted.pieces.get(id, ())) > 1]
    if not open_ones:
        assert found is None
        return
    assert found is not None and list(found.options) == open_ones
    every = [*product(*(range(len(drafted.pieces[id])) for id in open_ones))]
    free: dict[str, list[tuple[int, ...]]] = {}
    left_open = {}
    for party in PARTIES[:2]:
        held = drafted.world.position(party, LAST)
        parts = [part for holding in held.values() for part in holding.parts if not part.again]
        red_lines = [part.term for part in parts if part.term.firmness == "red-line"]
        taken = [dict(zip(open_ones, choice, strict=True)) for choice in every]
        results = [[drafted.result(term, each)[0] for each in taken] for term in red_lines]
        crossed = [any(of_term[place] == "broken" for of_term in results) for place in range(len(every))]
        free[party] = [choice for choice, is_crossed in zip(every, crossed, strict=True) if not is_crossed]
        left_open[party] = sum({*of_term} <= {"left-open", "missing"} for of_term in results)
    together = [choice for choice in every if all(choice in of for of in free.values())]
    counted = {party: len(of_party) for party, of_party in free.items()}
    # What was counted is right, whatever the bound; with room for all of them all is counted.
    assert found.free == {party: counted[party] for party in found.free}
    assert found.open == {party: left_open[party] for party in found.free}
    assert found.free_together in (len(together), None)
    assert found.for_all == (() if found.free_together is None else tuple(together[:most]))
    assert found.complete == (found.free_together is not None and len(together) <= most)
    if len(every) <= most:
        assert (found.free, found.free_together) == (counted, len(together))


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
        "crosses-red-line", "breaks-terms", "leaves-red-line-open", "left-open", "all-met", ("missing", None),
        ("left-open", False), ("left-open", True),
        ("met", None), ("broken", None), ("unassessed", None), ("left-open", "silent"), ("left-open", "vague"),
        ("left-open", "more-than-accepted"), ("left-open", "condition"),
    }  # fmt: skip
