"""A member of blocs that is on both sides of a contradiction: by its own words and its bloc's, or through two blocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from posdiff.comparison.relations import relation
from posdiff.dossier.fold import Known, own_record, record
from posdiff.dossier.inheritance import dissents, turning_days
from posdiff.dossier.position import Held, Record
from posdiff.dossier.region import Settlements
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "both-sides"

#: Whose words stand against each other for a party: on which issue, and the ids of the two; its own, or those of blocs.
Sides = tuple[str, str, str]


class BoundToBoth(NamedTuple):
    """Two positions that bind a party and have nothing in common; the first and the last day (ordinals) of it."""

    first: int
    last: int
    positions: tuple[Held, Held]


def examine(case: Case) -> Iterable[Finding]:
    """Every party in blocs, on every day up to today."""
    settlements = Settlements(case.dossier.agenda.issues)
    members = _Members(case)
    for party in case.dossier.agenda.blocs_of:
        for (issue, one, other), clash in members.clashes(party).items():
            locations = [part.term.location for held in clash.positions for part in held.demands]
            ended = f" until {date.fromordinal(clash.last).isoformat()}" if clash.last < case.today else ""
            when = f"from {date.fromordinal(clash.first).isoformat()} on{ended}"
            if one == party:
                message = f"on {issue}, what {party} itself says and what its bloc {other} says have nothing in common"
            else:
                message = f"{party} is on both sides of {issue}: its blocs {one} and {other} have nothing in common"
            hint = f"read the statements again; where {party} does not hold it, `dissents: [{issue}]` in its statement"
            words = (settlements.written(term) for held in clash.positions for term in held.terms)
            subject = (party, issue, one, other, *words)
            yield Finding.of(locations[0], ID, f"{message}, {when}", hint, subject, tuple(locations[1:]))


class _Members:
    """What binds the members of blocs, day by day. Of two positions it is asked once whether they contradict."""

    def __init__(self, case: Case) -> None:
        self.dossier, self.agenda, self.today = case.dossier, case.dossier.agenda, case.today
        self._known: Known = {}
        self._asked: dict[tuple[int, int], tuple[bool, Held, Held]] = {}

    def clashes(self, party: str) -> dict[Sides, BoundToBoth]:
        """By whose words they are, the positions that bind a party and contradict each other."""
        memberships = self.agenda.blocs_of[party]
        own = own_record(self.dossier, party, self.today, with_reported=False)
        of_blocs = {each.bloc: record(self.dossier, each.bloc, self.today, known=self._known) for each in memberships}
        dissenting = dissents(said for said in self.dossier.of(party) if said.standing == "stated")
        found: dict[Sides, BoundToBoth] = {}
        moved = {move.day for history in (own, *of_blocs.values()) for move in history.moves}
        turning = turning_days(memberships, dissenting.values())
        days = sorted(day for day in moved | turning if day <= self.today)
        held: dict[str, dict[str, Held]] = {name: {} for name in (party, *of_blocs)}
        moves = {name: _moves(each) for name, each in ((party, own), *of_blocs.items())}
        for day, after in pairwise((*days, self.today + 1)):
            for name, of_day in moves.items():
                for issue, position in of_day.get(day, ()):
                    if position is None:
                        held[name].pop(issue, None)
                    else:
                        held[name][issue] = position
            blocs = [each.bloc for each in memberships if each.on(day)]
            dissented = {issue for issue, said in dissenting.items() if said.day <= day}
            for sides, positions in self._contradicting(party, blocs, held, dissented):
                first = found[sides].first if sides in found else day
                found[sides] = BoundToBoth(first, after - 1, positions)
        return found

    def _contradicting(
        self, party: str, blocs: list[str], held: dict[str, dict[str, Held]], dissented: set[str]
    ) -> Iterator[tuple[Sides, tuple[Held, Held]]]:
        """What contradicts on a day: its own words those of each bloc; without any, those of two blocs each other."""
        for issue in {issue: None for bloc in blocs for issue in held[bloc]}:
            if issue in dissented:
                continue
            speaking = [bloc for bloc in blocs if issue in held[bloc]]
            if issue in held[party]:
                pairs = [(party, bloc) for bloc in speaking]
            else:
                pairs = list(combinations(speaking, 2))
            for one, other in pairs:
                positions = held[one][issue], held[other][issue]
                if self._contradict(issue, *positions):
                    yield (issue, one, other), positions

    def _contradict(self, issue: str, one: Held, other: Held) -> bool:
        key = id(one), id(other)
        if key not in self._asked:  # with both of them kept, so that no other position gets their ids
            space = self.agenda.issues[issue].space
            contradict = space.comparable and relation(space, [one.terms, other.terms]) == "contradiction"
            self._asked[key] = contradict, one, other
        return self._asked[key][0]


def _moves(history: Record) -> dict[int, list[tuple[str, Held | None]]]:
    """By day, the issues on which a party moved and what it held then."""
    moves: dict[int, list[tuple[str, Held | None]]] = {}
    for move in history.moves:
        moves.setdefault(move.day, []).append((move.issue, move.after))
    return moves
