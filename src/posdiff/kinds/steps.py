"""The steps of an agenda, and the orders in which they can be done.

Every step happens at some time, two may coincide. An order is kept as all that its demands imply together with the
agenda's ``after``: which step is strictly before which, and which are at the same time. That closure is the same
whatever the words, so that equal sets of courses are equal pieces. (Orders of points in time, strict or equal: the
convex part of the point algebra of Vilain and Kautz 1986; satisfiable as long as no circle holds a strict order.)
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise, product
from typing import Any, NamedTuple

#: Pairs of steps in the orders that are kept: one answer asks for the same orders again and again (measured on the
#: sample's site: 4,400 closures, 1,600 of them different), and a hundred megabytes would be too much for it.
_MOST_PAIRS = 300_000


class Demand(NamedTuple):
    """``first`` strictly before ``second``; or, with ``together``, both at the same time."""

    first: str
    second: str
    together: bool = False


class Order(NamedTuple):
    """Every course of events that keeps these orders."""

    before: frozenset[tuple[str, str]]
    together: frozenset[tuple[str, str]]
    #: The demands as they were made; two pieces that imply the same are equal whatever these are.
    demands: tuple[Demand, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Order) and self[:2] == other[:2]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:2])


class AgendaSteps:
    """The steps of an agenda, in its order, with what lies in the nature of things (``after``)."""

    def __init__(self, titles: Mapping[str, str], after: Mapping[str, Sequence[str]]) -> None:
        self.titles = dict(titles)
        self.after = {step: tuple(earlier) for step, earlier in after.items()}
        self.rank = {step: rank for rank, step in enumerate(self.titles)}
        self.given = tuple(Demand(first, step) for step, earlier in self.after.items() for first in earlier)
        self._forget()
        free = self.close(())
        self.free = free if free is not None else Order(frozenset(), frozenset())

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_closed": {}, "_reduced": {}, "_kept": 0}

    def _forget(self) -> None:
        """Begin anew with what was found before."""
        self._closed: dict[tuple[Demand, ...], Order | None] = {}
        self._reduced: dict[Order, tuple[Demand, ...]] = {}
        self._kept = 0

    def _keep(self, course: Order | None) -> None:
        """Count what is kept, so that the memory that it takes is bounded."""
        if self._kept > _MOST_PAIRS:
            self._forget()
        self._kept += 1 + (len(course.before) + len(course.together) if course else 0)

    def close(self, demands: Iterable[Demand]) -> Order | None:
        """All that the demands and the agenda imply; None when no course of events keeps them."""
        asked = tuple(demands)
        if asked in self._closed:
            return self._closed[asked]
        closed = self._close(asked)
        self._keep(closed)
        self._closed[asked] = closed
        return closed

    def can_hold(self, demands: Sequence[Demand]) -> bool:
        """Whether some course of events keeps the demands: what ``close`` is None for, at the cost of their steps."""
        named = dict.fromkeys(step for demand in demands for step in demand[:2])
        same = {step: step for step in named}

        def find(step: str) -> str:
            while same[step] != step:
                step = same[step]
            return step

        pairs = list(combinations(named, 2))
        joined = [demand[:2] for demand in demands if demand.together]
        joined += [pair for pair in pairs if pair in self.free.together or pair[::-1] in self.free.together]
        for first, second in joined:
            same[find(second)] = find(first)
        given = [pair for one in pairs for pair in (one, one[::-1]) if pair in self.free.before]
        later: dict[str, set[str]] = {}
        for first, second in (*given, *(demand[:2] for demand in demands if not demand.together)):
            later.setdefault(find(first), set()).add(find(second))
        return _reach(later) is not None

    def _close(self, asked: tuple[Demand, ...]) -> Order | None:
        every = (*self.given, *asked)
        # AgendaSteps at the same time are one node, named after the first of them.
        node: dict[str, str] = {}

        def find(step: str) -> str:
            while step in node:
                step = node[step]
            return step

        for demand in every:
            if demand.together:
                first, second = sorted((find(demand.first), find(demand.second)), key=self.rank.__getitem__)
                if first != second:
                    node[second] = first
        later: dict[str, set[str]] = {}
        for demand in every:
            if not demand.together:
                later.setdefault(find(demand.first), set()).add(find(demand.second))
        reach = _reach(later)
        if reach is None:
            return None
        groups: dict[str, list[str]] = {}
        for step in self.titles:
            groups.setdefault(find(step), []).append(step)
        before = {pair for a, ends in reach.items() for b in ends for pair in product(groups[a], groups[b])}
        together = {pair for group in groups.values() for pair in combinations(group, 2)}
        return Order(frozenset(before), frozenset(together), asked)

    def reduced(self, course: Order) -> tuple[Demand, ...]:
        """The fewest demands that imply a course beside the agenda's: the same for equal courses (Aho et al. 1972).

        What is asked of steps at the same time is asked of each of them.
        """
        if course in self._reduced:
            return self._reduced[course]
        reduced = self._reduce(course)
        self._keep(course)
        self._reduced[course] = reduced
        return reduced

    def _reduce(self, course: Order) -> tuple[Demand, ...]:
        together = [Demand(a, b, True) for a, b in self.sorted(course.together) if not self._between(course, a, b)]
        # What is asked of two steps is asked of the steps at the same time as they are: of the first of these.
        first: dict[str, str] = {}
        for a, b in self.sorted(course.together):
            first.setdefault(b, first.get(a, a))
        given = {(first.get(a, a), first.get(b, b)) for a, b in self.free.before}
        later: dict[str, set[str]] = {}
        for a, b in course.before:
            later.setdefault(first.get(a, a), set()).add(first.get(b, b))
        needed = {
            (a, b)
            for a, ends in later.items()
            for b in ends
            if (a, b) not in given and not any(b in later.get(middle, ()) for middle in ends)
        }
        before = [Demand(a, b) for a, b in self.sorted(course.before) if (first.get(a, a), first.get(b, b)) in needed]
        return (*before, *together)

    def straight(self, demand: Demand) -> Demand:
        """The same demand in one form: steps that are together in the agenda's order."""
        if demand.together and self.rank[demand.first] > self.rank[demand.second]:
            return Demand(demand.second, demand.first, True)
        return demand

    def ring(self, demands: Sequence[Demand]) -> list[Demand]:
        """Demands that make a shortest ring, which no course of events keeps; empty where one keeps them all."""
        if self.can_hold(demands):
            return []
        by: dict[tuple[str, str], Demand | None] = {}
        for demand in sorted(demands, key=lambda demand: demand.together):  # strict ones first
            by.setdefault((demand.first, demand.second), demand)
            if demand.together:
                by.setdefault((demand.second, demand.first), demand)
        inner = {step for demand in demands for step in demand[:2]}
        for pair in self.free.before:
            if pair[0] in inner and pair[1] in inner:
                by[pair] = None
        edges: dict[str, list[str]] = {}
        for first, second in self.sorted(by):
            edges.setdefault(first, []).append(second)
        strict = [(demand.first, demand.second) for demand in demands if not demand.together]
        strict += [pair for pair, asked in by.items() if asked is None]
        came_from = {start: ways(edges, start) for start in {second for _, second in strict}}
        rings = [way for first, second in self.sorted(strict) if (way := way_to(came_from[second], first))]
        way = min(rings, key=lambda way: (len(way), [self.rank[step] for step in way]))
        around = [*pairwise(way), (way[-1], way[0])]
        return list(dict.fromkeys(asked for pair in around if (asked := by[pair]) is not None))

    def _between(self, course: Order, a: str, b: str) -> bool:
        """Whether a step at the same time lies between two others in the agenda's order: their chain says it."""
        inside = range(self.rank[a] + 1, self.rank[b])
        return any((a, step) in course.together for step, rank in self.rank.items() if rank in inside)

    def sorted(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return sorted(pairs, key=lambda pair: (self.rank[pair[0]], self.rank[pair[1]]))


def _reach(later: Mapping[str, set[str]]) -> dict[str, set[str]] | None:
    """For each node all that come strictly after it; None where a node would come after itself."""
    reach: dict[str, set[str]] = {}
    state: dict[str, int] = {}
    for start in later:
        stack = [start]
        while stack:
            step = stack[-1]
            if state.get(step) is None:
                state[step] = 1
                for following in later.get(step, ()):
                    if state.get(following) == 1:
                        return None
                    if following not in state:
                        stack.append(following)
            else:
                stack.pop()
                if state[step] == 1:
                    state[step] = 2
                    ends = later.get(step, set())
                    reach[step] = set(ends).union(*(reach[end] for end in ends)) if ends else set()
    return reach


def circle(steps: Sequence[str], together: Sequence[bool], before: str = " → ") -> str:
    """A ring of steps in words, back to the first: ``Talks → Truce at the same time as Vote → Talks``.

    ``together``: of each step, whether the next one is asked for at the same time, and not after it.
    """
    parts = [f"{step}{' at the same time as ' if same else before}" for step, same in zip(steps, together, strict=True)]
    return "".join((*parts, steps[0]))


def path(edges: Mapping[str, Sequence[str]], start: str, end: str) -> list[str]:
    """The steps of a shortest way from ``start`` to ``end``; empty without one."""
    return way_to(ways(edges, start), end)


def ways(edges: Mapping[str, Sequence[str]], start: str) -> dict[str, str | None]:
    """For every step that can be reached from ``start`` the one before it on a shortest way; None for the start."""
    came_from: dict[str, str | None] = {start: None}
    queue = [start]
    for step in queue:
        for following in edges.get(step, ()):
            if following not in came_from:
                came_from[following] = step
                queue.append(following)
    return came_from


def way_to(came_from: Mapping[str, str | None], end: str) -> list[str]:
    """The way to ``end`` on which it was reached, from the start on; empty where it was not."""
    way: list[str] = []
    step = end if end in came_from else None
    while step is not None:
        way.append(step)
        step = came_from[step]
    return way[::-1]
