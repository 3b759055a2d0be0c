"""Deadlocks: preconditions of several parties that no order of events can meet.

Each entry of an ``order`` is a demand; the same demand of several parties is one demand with several owners. A set of
demands that no course of events satisfies, and of which none can be left out, makes one ring of steps: each demand,
or the agenda's ``after``, leads from one step to the next, and back to the first. What one party alone asks for is
no deadlock; what it asks for through blocs is theirs, where they are compared too.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Part, Position
from posdiff.kinds.steps import AgendaSteps, Demand, path

#: Questions (steps of the search) after which it is cut, and said to be.
BUDGET = 200_000
#: Rings listed at most.
MOST_RINGS = 200


class Owner(NamedTuple):
    """Who makes a demand, and where: the part of its position on an issue.

    ``by_itself``: false where it is made through a bloc that is compared too: then it is the bloc's.
    """

    party: str
    issue: str
    part: Part
    by_itself: bool = True


class RingEdge(NamedTuple):
    """From one step of the ring to the next. Without owners it is the agenda's ``after``; ``why`` is its reason."""

    before: str
    after: str
    together: bool
    owners: tuple[Owner, ...]
    why: str | None

    @property
    def agenda(self) -> bool:
        """Whether it lies in the nature of things."""
        return not self.owners


class Deadlock(NamedTuple):
    """A ring of steps, begun with the first in the agenda's order."""

    steps: tuple[str, ...]
    edges: tuple[RingEdge, ...]

    @property
    def on_all_sides(self) -> tuple[str, ...]:
        """The parties that make all of its demands, some of them through blocs that are compared too."""
        asked = [edge.owners for edge in self.edges if edge.owners]
        making = [{owner.party for owner in owners} for owners in asked]
        parties = dict.fromkeys(owner.party for owners in asked for owner in owners)
        return tuple(party for party in parties if all(party in each for each in making))


class _Ring(NamedTuple):
    """For each step the demand that leads to the next one; None stands for the agenda."""

    steps: tuple[str, ...]
    edges: tuple[Demand | None, ...]

    @property
    def asked(self) -> list[Demand]:
        return [demand for demand in self.edges if demand is not None]


def deadlocks(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[Deadlock, ...], bool]:
    """The deadlocks between the parties, shortest first, and whether these are all."""
    owners = demands(agenda, positions)
    named = {demand: {owner.party for owner in of_demand if owner.by_itself} for demand, of_demand in owners.items()}
    rings, complete, _ = _rings(agenda.course, list(owners), _of_several(named))
    between_parties = [_deadlock(agenda, ring, owners) for ring in rings]
    between_parties.sort(
        key=lambda deadlock: (len(deadlock.steps), [agenda.course.rank[step] for step in deadlock.steps])
    )
    return tuple(between_parties[:MOST_RINGS]), complete and len(between_parties) <= MOST_RINGS


def count(course: AgendaSteps, owners: Mapping[Demand, Set[str]], budget: int) -> tuple[int | None, int]:
    """How many deadlocks there are between the owners of demands, and how much of the budget that took.

    None where the budget ran out, or where there are more than are listed.
    """
    rings, complete, spent = _rings(course, list(owners), _of_several(owners), budget)
    return len(rings) if complete and len(rings) <= MOST_RINGS else None, spent


def _of_several(owners: Mapping[Demand, Set[str]]) -> Callable[[_Ring], bool]:
    """Whether no party makes all demands of a ring."""
    return lambda ring: not set.intersection(*(set(owners[demand]) for demand in ring.asked))


def own_rings(agenda: Agenda, position: Position) -> tuple[Deadlock, ...]:
    """The rings within one party's own demands, over its issues."""
    owners = demands(agenda, {position.party: position})
    rings, _, _ = _rings(agenda.course, list(owners), lambda _: True)
    return tuple(_deadlock(agenda, ring, owners) for ring in rings[:MOST_RINGS])


def demands(agenda: Agenda, positions: Mapping[str, Position]) -> dict[Demand, list[Owner]]:
    """Every demand that the parts of positions make, with its owners.

    Of several offers without a condition, only what all of them imply is demanded; conditional offers, and parts that
    do not bind everywhere, demand nothing.
    """
    owners: dict[Demand, list[Owner]] = {}
    for issue in agenda.issues.values():
        for name, position in positions.items():
            held = position.terms.get(issue.id)
            for demand, part in made_by(issue, held) if held else ():
                owners.setdefault(demand, []).append(Owner(name, issue.id, part))
    for demand, of_demand in owners.items():
        if any(owner.part.through for owner in of_demand):
            own = by_themselves([(positions[owner.party].party, owner.part.through) for owner in of_demand])
            owners[demand] = [owner._replace(by_itself=each) for owner, each in zip(of_demand, own, strict=True)]
    return owners


def by_themselves(making: Sequence[tuple[str, Sequence[str]]]) -> list[bool]:
    """Of those who make one demand, each with the blocs through which it does: whether it is no bloc's among them."""
    parties = {party for party, _ in making}
    found = [parties.isdisjoint(through) for _, through in making]
    return found if any(found) else [True] * len(found)  # two blocs, each as of a day when it was in the other


def made_by(issue: Issue, held: Held) -> Iterator[tuple[Demand, Part]]:
    """The demands that the parts of one position make."""
    for part in held.demands:
        if not part.term.condition:
            for demand in issue.space.demands(part.term.accepted):
                yield demand, part


def _rings(
    course: AgendaSteps, asked: Sequence[Demand], wanted: Callable[[_Ring], bool], budget: int = BUDGET
) -> tuple[list[_Ring], bool, int]:
    """Every minimal ring that is wanted, the shortest first, within the budget; whether these are all; what that took.

    Ways are grown breadth first, each from its earliest step over later ones only, so that a ring is met once. Once
    more are found than are listed, and all others are longer, the search ends.
    """
    edges: dict[str, list[tuple[str, Demand | None]]] = {}
    inner = {step for demand in asked for step in demand[:2]}
    for demand in asked:
        edges.setdefault(demand.first, []).append((demand.second, demand))
        if demand.together:
            edges.setdefault(demand.second, []).append((demand.first, demand))
    for first, second in course.sorted(course.free.before):
        if first in inner and second in inner:
            edges.setdefault(first, []).append((second, None))
    circular, after = _circular(edges), _after(course)
    rings: dict[frozenset[Demand], _Ring] = {}
    ways = deque(_Ring((step,), ()) for step in sorted(circular, key=course.rank.__getitem__))
    spent = length = 0
    while ways:
        way = ways.popleft()
        if len(way.edges) > length:
            length = len(way.edges)
            if sum(len(_shown(after, ring)) <= length for ring in rings.values()) > MOST_RINGS:
                return list(rings.values()), False, spent
        start = way.steps[0]
        for following, by in edges.get(way.steps[-1], ()):
            spent += 1
            if spent > budget:
                return list(rings.values()), False, spent
            if by is None and way.edges and way.edges[-1] is None:
                continue  # the agenda's orders are closed: two in a row are one
            if following == start:
                ring = _Ring(way.steps, (*way.edges, by))
                if wanted(ring):
                    _keep(course, rings, ring)
            elif following in circular and course.rank[following] > course.rank[start] and following not in way.steps:
                ways.append(_Ring((*way.steps, following), (*way.edges, by)))
    return list(rings.values()), True, spent


def _keep(course: AgendaSteps, rings: dict[frozenset[Demand], _Ring], ring: _Ring) -> None:
    """Keep a ring when it cannot be done and each of its demands is needed for that."""
    asked = ring.asked
    key = frozenset(asked)
    if not asked or key in rings or course.can_hold(asked):
        return
    if all(course.can_hold([remaining for remaining in asked if remaining != demand]) for demand in asked):
        rings[key] = ring


def _circular(edges: Mapping[str, Sequence[tuple[str, Demand | None]]]) -> set[str]:
    """The steps that can lie on a ring: what is left when those without a way in or out are taken away."""
    left = set(edges)
    while True:
        entered = {end for step in left for end, _ in edges[step] if end in left}
        going = {step for step in left if any(end in left for end, _ in edges[step])}
        kept = left & entered & going
        if kept == left:
            return left
        left = kept


def _deadlock(agenda: Agenda, ring: _Ring, owners: Mapping[Demand, Sequence[Owner]]) -> Deadlock:
    """A ring with its owners; where the agenda leads over several steps, each of them."""
    course = agenda.course
    edges = [
        RingEdge(before, following, demand.together, tuple(owners[demand]), None)
        if demand is not None
        else RingEdge(before, following, False, (), agenda.why(following))
        for before, following, demand in _shown(_after(course), ring)
    ]
    first = min(range(len(edges)), key=lambda index: course.rank[edges[index].before])
    turned = edges[first:] + edges[:first]
    return Deadlock(tuple(edge.before for edge in turned), tuple(turned))


def _after(course: AgendaSteps) -> dict[str, list[str]]:
    """For each step those that the agenda puts right after it."""
    after: dict[str, list[str]] = {}
    for order in course.given:
        after.setdefault(order.first, []).append(order.second)
    return after


def _shown(after: Mapping[str, Sequence[str]], ring: _Ring) -> list[tuple[str, str, Demand | None]]:
    """The edges of a ring as they are shown: where the agenda leads over several steps, each of them."""
    shown: list[tuple[str, str, Demand | None]] = []
    for index, demand in enumerate(ring.edges):
        before, following = ring.steps[index], ring.steps[(index + 1) % len(ring.steps)]
        if demand is not None:
            shown.append((before, following, demand))
        else:
            shown += [(earlier, later, None) for earlier, later in pairwise(path(after, before, following))]
    return shown
