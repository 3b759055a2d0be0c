"""What ``export`` writes: every position of every party from day to day, and how each two on one issue stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from posdiff.answers.answer import Basis
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import ChangeKind, HistoryStep, PartyHistory, between, party_history
from posdiff.comparison.cohesion import straying
from posdiff.comparison.relations import Relation, relation
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.position import Held
from posdiff.dossier.region import Settlements
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Space


class HeldStretch(NamedTuple):
    """What a party holds on an issue from a day on, to the day before ``until`` (ordinals); None for without end.

    A stretch begins on each day on which anything moved there, be it only that the same was said again. ``begun``: how
    the position was taken up on its first day, if it was; ``ended``: how it was given up on the day after its last, if
    it was, be it for an hour. ``position``: the number of what is held among all positions on the issue.
    """

    party: str
    issue: str
    since: int
    until: int | None
    held: Held
    begun: ChangeKind | None
    ended: ChangeKind | None
    position: int = 0


class Stay(NamedTuple):
    """A party in a bloc, by itself or by a bloc, to the day before ``until`` (ordinals); None where it is open.

    ``number``: which of its stays in that bloc it is, from 1.
    """

    bloc: str
    party: str
    number: int
    since: int | None
    until: int | None


class PairStanding(NamedTuple):
    """How two positions on an issue stand to each other, by their numbers.

    ``within``: whether a member that holds ``position`` stays within the words of a bloc that holds ``other``; None
    where outcomes cannot be compared. ``change``: what became of a party's position that went from the one to the
    other; None where they say the same.
    """

    issue: str
    position: int
    other: int
    relation: Relation
    within: bool | None
    change: ChangeKind | None


@dataclass(frozen=True, kw_only=True)
class Export:
    """All of a dossier. ``stretches``: by issue, party and day, the first two in the agenda's order.

    ``memberships``: by bloc and party in the agenda's order, then by day.
    """

    agenda: Agenda
    basis: Basis
    dossier: Dossier
    memberships: tuple[Stay, ...]
    stretches: tuple[HeldStretch, ...]
    standings: tuple[PairStanding, ...]


def export(reader: Reader) -> Export:
    """All positions of all parties, observers too, on every day that the files tell of."""
    agenda = reader.agenda
    histories = (party_history(reader.record(id, date.max.toordinal()), agenda.issues) for id in agenda.parties)
    held = [stretch for history in histories for stretch in _stretches(history)]
    of_issue: dict[str, list[HeldStretch]] = {id: [] for id in agenda.issues}
    for stretch in held:
        of_issue[stretch.issue].append(stretch)
    settlements = Settlements(agenda.issues)
    stretches: list[HeldStretch] = []
    standings: list[PairStanding] = []
    for id, on_issue in of_issue.items():
        numbered, positions = _numbered(on_issue)
        stretches += numbered
        standings += _standings(agenda.issues[id], positions, settlements)
    return Export(
        agenda=agenda, basis=reader.basis, dossier=reader.dossier, memberships=tuple(_stays(agenda)),
        stretches=tuple(stretches), standings=tuple(standings),
    )  # fmt: skip


def _stays(agenda: Agenda) -> Iterator[Stay]:
    """Who is in which bloc, from day to day: on the days before the first that a membership names, and from each on."""
    turns = sorted({day for each in chain.from_iterable(agenda.blocs_of.values()) for day in each.turning_days})
    starts = [None, *turns]
    looked_at = [0 if day is None else day for day in starts]
    found: dict[str, list[Stay]] = {}
    for party in agenda.blocs_of:
        above = [frozenset(agenda.blocs_on(party, day)) for day in looked_at]
        for bloc in frozenset().union(*above):
            days = zip([bloc in blocs for blocs in above], starts, [*turns, None], strict=True)
            runs = [list(run) for is_in, run in groupby(days, key=itemgetter(0)) if is_in]
            stays = (Stay(bloc, party, number, run[0][1], run[-1][2]) for number, run in enumerate(runs, 1))
            found.setdefault(bloc, []).extend(stays)
    place = {id: number for number, id in enumerate(agenda.parties)}
    for bloc in sorted(found, key=place.__getitem__):
        yield from sorted(found[bloc], key=lambda stay: (place[stay.party], stay.number))


def _stretches(history: PartyHistory) -> Iterator[HeldStretch]:
    """The stretches of one party."""
    of_issue: dict[str, list[HistoryStep]] = {}
    for step in history.steps:
        of_issue.setdefault(step.move.issue, []).append(step)
    for issue, steps in of_issue.items():
        days = [(day, list(of_day)) for day, of_day in groupby(steps, key=lambda step: step.move.day)]
        for (since, of_day), (until, next_steps) in zip(days, [*days[1:], (None, [])], strict=True):
            held = of_day[-1].move.after
            if held is not None:
                begun = next((step.kind for step in reversed(of_day) if step.move.before is None), None)
                ended = next((step.kind for step in next_steps if step.move.after is None), None)
                yield HeldStretch(history.party, issue, since, until, held, begun, ended)


def _numbered(on_issue: Iterable[HeldStretch]) -> tuple[list[HeldStretch], list[Sequence[Term]]]:
    """The stretches with the numbers of their positions, from 1 in the order of days, and these positions."""
    stretches = list(on_issue)
    numbers: dict[object, int] = {}
    positions: list[Sequence[Term]] = []
    for stretch in sorted(stretches, key=lambda stretch: stretch.since):
        if numbers.setdefault(stretch.held.form, len(numbers) + 1) > len(positions):
            positions.append(stretch.held.terms)
    return [stretch._replace(position=numbers[stretch.held.form]) for stretch in stretches], positions


#: What a change is called that goes the other way.
_BACK: Mapping[ChangeKind | None, ChangeKind] = {"softened": "hardened", "hardened": "softened"}


def _standings(issue: Issue, positions: Sequence[Sequence[Term]], settlements: Settlements) -> list[PairStanding]:
    """Each position on an issue against each, itself too, both ways round."""
    found: dict[tuple[int, int], PairStanding] = {}
    for place, terms in enumerate(positions, 1):
        for other, against in enumerate(positions[:place], 1):
            kind = relation(issue.space, (against, terms))
            change = None if place == other else between(issue, against, terms, settlements)
            there, back = _within(issue.space, against, terms), _within(issue.space, terms, against)
            found[other, place] = PairStanding(issue.id, other, place, kind, there, change)
            found[place, other] = PairStanding(issue.id, place, other, kind, back, _BACK.get(change, change))
    return [found[pair] for pair in sorted(found)]


def _within(space: Space, terms: Sequence[Term], bloc: Sequence[Term]) -> bool | None:
    return straying(space, terms, bloc) is None if space.comparable else None
