"""The rows of a paper of two drafts, by enumeration: which there are, and how far each is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from enumerating import Term, World
from generating import (
    BYTES,
    EVERY_KIND,
    KINDS,
    LAST,
    PARTIES,
    Choices,
    Sketch,
    accepting,
    law,
    positions,
    read,
    sketches,
)
from hypothesis import assume, given
from hypothesis import strategies as st

from posdiff.comparison.drafts import against
from posdiff.comparison.four_columns import ROW_STATES, PaperRow, paper_rows

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

BEFORE, AFTER = DRAFTS = ("2024-03-01-one", "2024-03-02-two")
TEXTS = ("It is [so].", "It is so.", "It is not so.")


Accepts = Callable[[dict[str, int], Term, list[str]], bool]


class Papered:
    """A dossier with two drafts, in words; some of what they settle stands in clauses."""

    def __init__(self, sketch: Sketch, data: bytes) -> None:
        choices = Choices(data)
        agenda = dict(sketch.agenda)
        issues = list(agenda["issues"])
        plain = [issue for issue in issues if agenda["issues"][issue]["kind"] != "text"]
        said = {issue: [accepting(choices, agenda, issue) for _ in range(2)] for issue in issues}
        rules: list[dict[str, Any]] = []
        if len(plain) > 1 and choices.chance(4):
            given_, then = choices.some(plain, 2, 2)
            rules = [{"if": {given_: choices.one(said[given_])}, "then": {then: choices.one(said[then])}}]
            agenda["rules"] = rules
        self.issues = issues
        self.drafts: dict[str, dict[str, Any]] = {}
        for id in DRAFTS:
            outcomes: dict[str, Any] = {}
            for issue in choices.some(issues, 1):
                some = said[issue] if choices.chance(3) else [choices.one(said[issue])]
                outcomes[issue] = {"options": some} if len(some) > 1 else some[0]
            clauses = [
                {
                    "id": clause,
                    "text": choices.one(TEXTS),
                    "settles": choices.some(list(outcomes), 1),
                    **({"status": choices.one(("agreed", "open"))} if choices.chance(4) else {}),
                }
                for clause in choices.some(["a", "b"], 1)
            ]
            draft: dict[str, Any] = {"date": id[:10], "by": "somebody", "outcomes": outcomes}
            draft |= {"clauses": clauses} if choices.chance(2) else {}
            draft |= {"final": "true"} if choices.chance(5) else {}
            self.drafts[id] = draft
        self.rules = rules
        files = {f"drafts/{id}.yaml": draft for id, draft in self.drafts.items()}
        self.sketch = Sketch(agenda, {**sketch.statements, **files})
        apart = {
            f"rules/{issue}{number}": {"outcomes": {issue: words}}
            for issue, several in said.items() for number, words in enumerate(several)
        }  # fmt: skip
        self.world = World(agenda, {**self.sketch.statements, **apart, "rules/all": {"rules": rules}})
        sides = dict.fromkeys(self.world.side(issue) for issue in plain)
        every = product(*(sorted(self.world.all(side)) for side in sides))
        self.settlements = [dict(zip(sides, outcomes, strict=True)) for outcomes in every]
        self.held = {party: self.world.position(party, LAST) for party in PARTIES[:2]}

    def rows(self) -> tuple[PaperRow, ...]:
        """What posdiff says."""
        dossier = read(self.sketch)
        before, after = (next(draft for draft in dossier.drafts if draft.id == id) for id in DRAFTS)
        self.results = against(dossier.agenda, after, positions(dossier, PARTIES[:2]))
        return paper_rows(dossier.agenda, before, after, self.results)

    def pieces(self, id: str, issue: str) -> list[Any]:
        """What a draft says of an issue: one outcome, or those in brackets."""
        words = self.drafts[id]["outcomes"][issue]
        return list(words["options"]) if isinstance(words, dict) and "options" in words else [words]

    def leaves(self, id: str, issue: str) -> frozenset[Any]:
        """Every outcome that a draft leaves open on an issue; of text, the words."""
        if self.world.kind(issue) == "text":
            return frozenset(each["says"] if isinstance(each, dict) else each for each in self.pieces(id, issue))
        return frozenset().union(*(self.world.accepts(issue, each) for each in self.pieces(id, issue)))

    def settled(self, id: str) -> dict[str, Any]:
        """What a draft settles."""
        outcomes: dict[str, Any] = self.drafts[id]["outcomes"]
        return outcomes

    def clause(self, id: str, clause: str) -> dict[str, Any] | None:
        """A clause of a draft."""
        return next((each for each in self.drafts[id].get("clauses", ()) if each["id"] == clause), None)

    def state(self, clause: str | None, issues: list[str]) -> str:
        """How far a row is: by what is written, and by going through all settlements."""
        if self.crossed(issues):
            return "across-red-line"
        if self.agreed(clause, issues):
            return "agreed"
        return "in-reach" if issues and self.in_reach(issues) else "open"

    def crossed(self, issues: list[str]) -> bool:
        """Whether a red line on the issues is broken: results of parts have a law of their own."""
        return any(
            judged.result == "broken" and judged.part.term.firmness == "red-line" and judged.issue.id in issues
            for result in self.results for judged in result.terms
        )  # fmt: skip

    def agreed(self, clause: str | None, issues: list[str]) -> bool:
        """Whether the two texts are at one."""
        if clause is not None:
            before, after = (self.clause(id, clause) for id in DRAFTS)
            if after is not None and "status" in after:
                return bool(after["status"] == "agreed")
            if before is None or after is None or before["text"] != after["text"] or "[" in after["text"]:
                return False
        return all(
            all(issue in self.settled(id) and len(self.pieces(id, issue)) == 1 for id in DRAFTS)
            and self.leaves(BEFORE, issue) == self.leaves(AFTER, issue)
            for issue in issues
        )

    def judged(self, issues: list[str]) -> list[str]:
        """What becomes of each part on the issues: results of parts have a law of their own."""
        return [each.result for result in self.results for each in result.terms if each.issue.id in issues]

    def all_met(self, issues: list[str]) -> bool:
        """Whether both parties have spoken on every issue, and the second draft meets all that they have said."""
        spoken = all(issue in held for issue in issues for held in self.held.values())
        return bool(issues) and spoken and set(self.judged(issues)) == {"met"}

    def in_reach(self, issues: list[str]) -> bool:
        """Whether some settlement is left open by both and accepted by both parties; or the second draft meets all."""
        reached = self.reached(issues, self.accepts_as_settled) and "broken" not in self.judged(issues)
        return self.all_met(issues) or reached

    def on_conditions(self, issues: list[str]) -> bool:
        """Whether it is so on conditions that the drafts do not both meet, and not without."""
        return self.reached(issues, self.accepts) and not self.reached(issues, self.accepts_as_settled)

    def reached(self, issues: list[str], accepts: Accepts) -> bool:
        """Whether some settlement is left open by both and accepted by both parties."""
        if any(
            self.world.kind(issue) == "text" or any(issue not in held for held in self.held.values())
            for issue in issues
        ):
            return False
        if any(self.drafts[id].get("final") and issue not in self.settled(id) for id in DRAFTS for issue in issues):
            return False
        terms = [part.term for held in self.held.values() for issue in issues for part in held[issue].demands]
        return any(
            self.lies_between(settlement, issues)
            and all(accepts(settlement, term, issues) for term in terms)
            and all(self.keeps(settlement, rule) for rule in self.rules if self.can_be_kept(rule))
            for settlement in self.settlements
        )

    def accepts_as_settled(self, settlement: dict[str, int], term: Term, issues: list[str]) -> bool:
        """Whether it meets a term; conditions on other issues count as both drafts meet them, whatever comes out."""
        mine = settlement[self.world.side(term.issue)]

        def both(issue: str, outcomes: Any, met: bool) -> bool:
            if issue in issues:
                return (settlement[self.world.side(issue)] in outcomes) == met
            return all(
                issue in self.settled(id)
                and (self.leaves(id, issue) <= outcomes if met else self.leaves(id, issue).isdisjoint(outcomes))
                for id in DRAFTS
            )

        if any(both(issue, outcomes, False) for issue, outcomes in term.applies):
            return True
        return not term.vague and any(
            mine in offer.accepts and all(both(issue, outcomes, True) for issue, outcomes in offer.when)
            for offer in term.offers
        )

    def lies_between(self, settlement: dict[str, int], issues: list[str]) -> bool:
        """Within both drafts on the issues; on all others that both settle, within the one or the other."""
        for issue in self.issues:
            there = [
                settlement[self.world.side(issue)] in self.leaves(id, issue)
                for id in DRAFTS if issue in self.settled(id) and self.world.kind(issue) != "text"
            ]  # fmt: skip
            if (issue in issues and not all(there)) or (len(there) == 2 and not any(there)):
                return False
        return True

    def accepts(self, settlement: dict[str, int], term: Term, _: list[str]) -> bool:
        """Whether it meets a term; what is vague accepts nothing yet where it binds."""
        if term.vague:
            return bool(term.applies) and not self.world.holds(settlement, term.applies)
        return self.world.meets(settlement, term)

    def keeps(self, settlement: dict[str, int], rule: dict[str, Any]) -> bool:
        """Whether it keeps a rule of the agenda."""
        world = self.world
        return not world.holds(settlement, world.when(rule["if"])) or world.holds(settlement, world.when(rule["then"]))

    def can_be_kept(self, rule: dict[str, Any]) -> bool:
        """Whether neither draft breaks a rule by itself; one that contradicts itself breaks none."""
        for id in DRAFTS:
            within = [
                each for each in self.settlements
                if all(each[self.world.side(issue)] in self.leaves(id, issue)
                       for issue in self.settled(id) if self.world.kind(issue) != "text")
            ]  # fmt: skip
            if within and not any(self.keeps(each, rule) for each in within):
                return False
        return True

    def expected(self) -> list[tuple[str | None, list[str], str, bool, bool]]:
        """Every row in order: its clause, its issues, its state; all met? In reach on a condition only?"""
        first, last = ([each["id"] for each in self.drafts[id].get("clauses", ())] for id in DRAFTS)
        order = list(last)
        for place, id in enumerate(first):
            if id not in order:
                order.insert(order.index(first[place - 1]) + 1 if place else 0, id)
        named = {
            id: {issue for each in self.drafts[id].get("clauses", ()) for issue in each["settles"]} for id in DRAFTS
        }
        rows: list[tuple[str | None, list[str]]] = []
        for id in order:
            then, now = (self.clause(draft, id) for draft in DRAFTS)
            issues = [*(now["settles"] if now else ())]
            issues += [issue for issue in (then["settles"] if then else ()) if issue not in {*named[AFTER], *issues}]
            rows.append((id, issues))
        for issue in self.issues:
            there = issue in self.settled(BEFORE) or issue in self.settled(AFTER) or self.crossed([issue])
            if there and issue not in named[BEFORE] | named[AFTER]:
                rows.append((None, [issue]))
        told = [(clause, issues, self.state(clause, issues)) for clause, issues in rows]
        return [
            (*each, self.all_met(each[1]), each[2] == "open" and bool(each[1]) and self.on_conditions(each[1]))
            for each in told
        ]


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(60)
@given(data=st.data())
def test_rows_are_those_of_enumeration(kind: str, data: st.DataObject) -> None:
    """Which rows there are, in which order, how far each is; whether all is met, or in reach on a condition only."""
    others = data.draw(st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)))
    papered = Papered(data.draw(sketches((kind, *others), 3)), data.draw(BYTES))
    # Of two drafts that contradict each other on the course of events, other rows are not told to be out of reach.
    assume(any(papered.lies_between(each, []) for each in papered.settlements))
    told = [
        (
            row.clause.id if row.clause else None,
            [issue.id for issue in row.issues],
            row.state,
            row.all_met,
            bool(row.hangs_on),
        )
        for row in papered.rows()
    ]
    assert told == papered.expected()


def test_every_state_is_reached() -> None:
    """The law above is no law about nothing."""
    seen: set[object] = set()

    @law(200)
    @given(sketches(most_issues=3), BYTES)
    def look(sketch: Sketch, data: bytes) -> None:
        for row in Papered(sketch, data).rows():
            state = "on-a-condition" if row.hangs_on else row.state
            seen.add((state, row.clause is None))

    look()
    states = (*ROW_STATES, "on-a-condition")
    assert seen == {(state, alone) for state in states for alone in (True, False)}
