"""Any day of a record: the versions of every position, and what comes of them from which day on.

Relations depend on what is held and not on the day. So nothing is kept by the day: there is an entry for each move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from posdiff.answers.timeline import Timeline, TimelineLane, TimelineMove
from posdiff.comparison.changes import ChangeKind, between, told
from posdiff.comparison.deadlocks import BUDGET, by_themselves, count, made_by
from posdiff.comparison.movement import Apart, Movement, Movements
from posdiff.comparison.relations import AcceptedOutcomes, Relation, alone, relation_between
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Statement
from posdiff.kinds.steps import Demand


class Version(NamedTuple):
    """What a party holds on an issue from a day (an ordinal) on, None for nothing, and how it came to that.

    ``statement``: the last of that day that moved it; None where a term expired. ``movements``: towards whom it led;
    ``apart``: over whose red line it still contradicts a party that it came closer to.
    """

    since: int
    held: Held | None
    kind: ChangeKind
    statement: Statement | None
    movements: Mapping[str, Movement]
    apart: Mapping[str, Apart] = {}


#: By issue and party, in the order of days; no entry for who never held anything there.
Versions = Mapping[tuple[str, str], Sequence[Version]]


class StandingOfDay(NamedTuple):
    """The relation of parties on an issue from a day (an ordinal) on.

    ``alone``: in a contradiction, the party without which nothing keeps the others apart, if there is one.
    """

    since: int
    relation: Relation
    alone: str | None = None


def versions(facts: Timeline) -> dict[tuple[str, str], tuple[Version, ...]]:
    """The versions of all positions of a timeline that begins with the first statement."""
    lanes = {(lane.issue, lane.party): lane for lane in facts.lanes}
    settlements = Settlements(facts.agenda.issues)
    parties = [of.party.party for of in facts.parties]
    found = {}
    for (issue, party), lane in lanes.items():
        others = [lanes[issue, other] for other in parties if other != party and (issue, other) in lanes]
        by_day = groupby(lane.moves, key=lambda moved: moved.step.move.day)
        made = (_version(party, list(moves), facts.agenda.issues[issue], others, settlements) for _, moves in by_day)
        found[issue, party] = tuple(version for version in made if version is not None)
    return found


def _version(
    party: str, moves: Sequence[TimelineMove], issue: Issue, others: Sequence[TimelineLane], settlements: Settlements
) -> Version | None:
    """What the moves of a party on one day come to; None where it is the position of the day before."""
    last = moves[-1]
    day, statement = last.step.move.day, last.step.move.statement
    before, after = moves[0].step.move.before, last.step.move.after
    if len(moves) == 1:
        return Version(day, after, last.step.told, statement, last.movements, last.apart)
    if before is None or after is None:
        begun = [made.step.kind for made in moves if made.step.move.before is None]
        kind = last.step.kind if after is None else begun[-1]
        return None if before is after else Version(day, after, kind, statement, {})
    changed = between(issue, before.terms, after.terms, settlements)
    led = Movements(issue.space).towards(party, before, after, {lane.party: _held(lane, day) for lane in others})
    words = changed and told(changed, issue, before.terms, after.terms)
    return Version(day, after, words, statement, *led) if words else None


def _held(lane: TimelineLane, day: int) -> Held | None:
    """What is held at the end of a day."""
    moves = [moved.step.move for moved in lane.moves if moved.step.move.day <= day]
    return moves[-1].after if moves else lane.first


class Standings:
    """Finds the relations on one issue, of two parties or of all; what was found is looked up the next time."""

    def __init__(self, issue: Issue, of_parties: Mapping[str, Sequence[Version]]) -> None:
        self._space = issue.space
        self._numbers: dict[object, int] = {}
        #: By the number of a position, which all who hold the same have in common.
        self._accepted: list[AcceptedOutcomes] = []
        self._lanes = {
            party: [(version.since, None if version.held is None else self._number(version.held)) for version in lane]
            for party, lane in of_parties.items()
        }
        self._found: dict[tuple[int | None, ...], tuple[Relation, int | None]] = {}

    def of(self, parties: Sequence[str]) -> list[StandingOfDay]:
        """The relation of these parties after every day on which one of them moved."""
        lanes = [self._lanes.get(party, ()) for party in parties]
        if not any(lanes):
            return []
        moves = [(since, place, number) for place, lane in enumerate(lanes) for since, number in lane]
        moves.sort(key=itemgetter(0))
        held: list[int | None] = [None] * len(lanes)
        standings = []
        for day, of_day in groupby(moves, key=itemgetter(0)):
            for _, place, number in of_day:
                held[place] = number
            key = tuple(held)
            if key not in self._found:
                self._found[key] = self._stand(key)
            kind, place_alone = self._found[key]
            standings.append(StandingOfDay(day, kind, None if place_alone is None else parties[place_alone]))
        return standings

    def _stand(self, held: Sequence[int | None]) -> tuple[Relation, int | None]:
        """The relation, and the place of the party that stands alone."""
        speaking = {place: self._accepted[number] for place, number in enumerate(held) if number is not None}
        if len(speaking) < 2:
            return ("one-sided" if speaking else "silent"), None
        kind = relation_between(self._space, list(speaking.values()))
        return kind, alone(self._space, speaking) if kind == "contradiction" else None

    def _number(self, held: Held) -> int:
        """The number of a position: the same for all who hold the same."""
        number = self._numbers.setdefault(held.form, len(self._numbers))
        if number == len(self._accepted):
            self._accepted.append(AcceptedOutcomes(self._space, held.terms))
        return number


#: A demand, and the blocs through which it is made; the same with the party that makes it.
_Made = tuple[Demand, tuple[str, ...]]
_Making = tuple[Demand, tuple[str, ...], str]


class DeadlockCounts:
    """Counts the deadlocks of two parties or of all; what was counted is looked up the next time.

    The budget is that of all counts together: a site is not to wait for a record of very many preconditions.
    """

    def __init__(self, agenda: Agenda, found: Versions) -> None:
        self._course, self._left = agenda.course, BUDGET
        self._counted: dict[frozenset[_Making], int | None] = {}
        self._moves: dict[str, list[tuple[int, str, frozenset[_Made]]]] = {}
        for (id, party), lane in found.items():
            before: frozenset[_Made] = frozenset()
            for version in lane:
                made = made_by(agenda.issues[id], version.held) if version.held else ()
                after = frozenset((demand, part.through) for demand, part in made)
                if after != before:
                    self._moves.setdefault(party, []).append((version.since, id, after))
                before = after

    def of(self, parties: Sequence[str]) -> list[tuple[int, int | None]]:
        """From each day (an ordinal) on which it changes, how many deadlocks these parties have: none before it.

        None where they are not counted: more than are ever listed, or the budget has run out.
        """
        if not any(party in self._moves for party in parties):
            return []  # of many parties most pairs are silent
        moves = sorted((day, party, id, made) for party in parties for day, id, made in self._moves.get(party, ()))
        held: dict[tuple[str, str], frozenset[_Made]] = {}
        counts: list[tuple[int, int | None]] = []
        for day, of_day in groupby(moves, key=itemgetter(0)):
            held |= {(party, id): made for _, party, id, made in of_day}
            number = self._count(frozenset((*each, party) for (party, _), made in held.items() for each in made))
            if number != (counts[-1][1] if counts else 0):
                counts.append((day, number))
        return counts

    def _count(self, made: frozenset[_Making]) -> int | None:
        if made not in self._counted:
            making: dict[Demand, list[tuple[str, tuple[str, ...]]]] = {}
            for demand, through, party in sorted(made):
                making.setdefault(demand, []).append((party, through))
            owners = {
                demand: {party for (party, _), own in zip(each, by_themselves(each), strict=True) if own}
                for demand, each in making.items()
            }
            self._counted[made], spent = count(self._course, owners, self._left)
            self._left -= spent
        return self._counted[made]
