"""Sequence: an outcome is a course of events, which says when each step is done. A piece is the orders it keeps.

Every step happens at some time, two may coincide. A piece is kept as all that its demands imply together with the
agenda's ``after``: which step is strictly before which, and which are at the same time. That closure is the same
whatever the words, so that equal sets of courses are equal pieces. (Orders of points in time, strict or equal: the
convex part of the point algebra of Vilain and Kautz 1986; satisfiable as long as no circle holds a strict order.)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, islice, pairwise, product
from typing import Any, NamedTuple

from posdiff.kinds.kind import (
    Declared,
    Piece,
    Problem,
    Reading,
    Space,
    Stance,
    Union,
    Words,
    joined,
    quoted,
    titles_in_comments,
    unknown,
)

#: Above so many pieces a union is only cleared of those within another one: what it holds is the same.
_FEW = 6
#: Combinations of offers that are searched for the shortest ring.
_MOST_CHOICES = 200


class Demand(NamedTuple):
    """``first`` strictly before ``second``; or, with ``together``, both at the same time."""

    first: str
    second: str
    together: bool = False

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of steps between which it says something, first the one that may come first."""
        there = (self.first, self.second)
        return (there, there[::-1]) if self.together else (there,)


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
        free = self.close(())
        self.free = free if free is not None else Order(frozenset(), frozenset())

    def close(self, demands: Iterable[Demand]) -> Order | None:
        """All that the demands and the agenda imply; None when no course of events keeps them."""
        asked = tuple(demands)
        every = (*self.given, *asked)
        # AgendaSteps at the same time are one node, named after the first of them.
        node: dict[str, str] = {}

        def find(step: str) -> str:
            while step in node:
                step = node[step]
            return step

        for demand in every:
            if demand.together:
                one, other = sorted((find(demand.first), find(demand.second)), key=self.rank.__getitem__)
                if one != other:
                    node[other] = one
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
        """The fewest demands that imply a course beside the agenda's: the same for equal courses (Aho et al. 1972)."""
        together = [Demand(a, b, True) for a, b in self.sorted(course.together) if not self._between(course, a, b)]
        reach: dict[str, set[str]] = {}
        for a, b in course.before:
            reach.setdefault(a, set()).add(b)
        before = []
        same: dict[str, list[str]] = {}
        for a, b in course.together:
            same.setdefault(a, [a]).append(b)
            same.setdefault(b, [b]).append(a)
        for a, b in self.sorted(course.before):
            if any((c, d) in self.free.before for c in same.get(a, (a,)) for d in same.get(b, (b,))):
                continue
            middle = [step for step in reach[a] if b in reach.get(step, ())]
            if not middle:
                before.append(Demand(a, b))
        return (*before, *together)

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


class SequenceSpace(Space):
    """The courses of events over the agenda's steps; ``steps`` narrows those that terms of this issue may name."""

    kind = "sequence"
    uses_steps = True
    declares = frozenset(("steps",))
    says = frozenset(("order", "accepts"))

    def __init__(self, steps: AgendaSteps, named: Mapping[str, str]) -> None:
        self.steps = steps
        self.named = dict(named)

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: AgendaSteps) -> Declared:
        if not steps.titles:
            hint = "declare `steps:` at the top of the agenda"
            return Declared(
                None, (Problem((), "missing-key", "a sequence needs steps, and the agenda has none", hint),)
            )
        if "steps" not in words:
            return Declared(cls(steps, steps.titles))
        problems, named = [], {}
        listed = words["steps"] if isinstance(words["steps"], list) else [words["steps"]]
        for index, step in enumerate(listed):
            if not isinstance(step, str) or step not in steps.titles:
                problems.append(unknown(("steps", index), "step", str(step), list(steps.titles)))
            else:
                named[step] = steps.titles[step]
        return Declared(cls(steps, named or steps.titles), tuple(problems))

    @property
    def everything(self) -> Piece:
        return self.steps.free

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        if word == "any":
            return {"accepts": word}
        return Problem((), "bare-value", "a bare value says no order", "write `order: [first, second]`")

    def read(self, words: Mapping[str, Words]) -> Reading:
        if "accepts" in words:
            if words["accepts"] == "any" and len(words) == 1:
                return Reading(self.everything)
            message = "on a sequence, `accepts` takes only `any`, and stands alone"
            return Reading(None, (Problem(("accepts",), "wrong-value", message, "write `order: [first, second]`"),))
        problems: list[Problem] = []
        demands = self._demands(words["order"], problems)
        if problems:
            return Reading(None, tuple(problems))
        if not demands:
            message = "an order needs two entries at least, or steps that are together"
            return Reading(None, (Problem(("order",), "empty-list", message, "write `order: [first, second]`"),))
        course = self.steps.close(demands)
        if course is None:
            ring = self._ring(demands)
            message = "the order bites its own tail: " + " before ".join([*ring, ring[0]] if ring else [])
            hint = "delete one of these orders, or correct the agenda's `after`"
            return Reading(None, (Problem(("order",), "empty-offer", message, hint),))
        return Reading(course)

    def _demands(self, order: Words, problems: list[Problem]) -> list[Demand]:
        if not isinstance(order, list):
            problems.append(Problem(("order",), "wrong-shape", "expected a list of steps", "order: [first, second]"))
            return []
        entries: list[list[str]] = []
        found: list[Demand] = []
        for index, entry in enumerate(order):
            path: tuple[str | int, ...] = ("order", index)
            if isinstance(entry, dict):
                if set(entry) != {"together"} or not isinstance(entry["together"], list) or len(entry["together"]) < 2:
                    message = "expected `{together: [one, other]}`"
                    problems.append(Problem(path, "wrong-shape", message, None))
                    continue
                steps = self._named(entry["together"], (*path, "together"), problems)
                found += [Demand(a, b, True) for a, b in combinations(steps, 2)]
            else:
                listed = entry if isinstance(entry, list) else [entry]
                steps = self._named(listed, path if isinstance(entry, list) else ("order",), problems, index)
                if isinstance(entry, list) and not entry:
                    problems.append(Problem(path, "empty-list", "the entry is empty", "name a step, or delete it"))
            entries.append(steps)
        for earlier, following in pairwise(entries):
            found += [Demand(a, b) for a, b in product(earlier, following)]
        return list(dict.fromkeys(found))

    def _named(
        self, listed: list[Words], path: tuple[str | int, ...], problems: list[Problem], only: int | None = None
    ) -> list[str]:
        steps = []
        for index, step in enumerate(listed):
            at = (*path, only if path == ("order",) and only is not None else index)
            if not isinstance(step, str):
                problems.append(Problem(at, "wrong-shape", "expected a step", None))
            elif step not in self.named:
                problems.append(unknown(at, "step", step, list(self.named)))
            elif step in steps:
                problems.append(Problem(at, "named-twice", f"`{step}` is named twice", "delete one"))
            else:
                steps.append(step)
        return steps

    def _ring(self, demands: Sequence[Demand]) -> list[str]:
        edges: dict[str, list[str]] = {}
        for demand in (*self.steps.given, *demands):
            edges.setdefault(demand.first, []).append(demand.second)
            if demand.together:
                edges.setdefault(demand.second, []).append(demand.first)
        strict = [demand for demand in (*demands, *self.steps.given) if not demand.together]
        rings = [self._turned(ring) for d in strict if (ring := path(edges, d.second, d.first))]
        return min(rings, key=self._ring_order, default=[])

    def _turned(self, ring: list[str]) -> list[str]:
        """A ring begun with its first step in the agenda's order."""
        first = min(range(len(ring)), key=lambda index: self.steps.rank[ring[index]])
        return ring[first:] + ring[:first]

    def _ring_order(self, ring: list[str]) -> tuple[int, list[int]]:
        return len(ring), [self.steps.rank[step] for step in ring]

    def meet(self, one: Order, other: Order) -> Order | None:
        both = (*one.demands, *(demand for demand in other.demands if demand not in one.demands))
        # Closing an order is the dear part: most pairs that meet are nested, and the inner one is what both hold.
        if self.inside(one, other):
            return one._replace(demands=both)
        if self.inside(other, one):
            return other._replace(demands=both)
        every = (*self.steps.reduced(one), *self.steps.reduced(other))
        closed = self.steps.close(every)
        return closed._replace(demands=both) if closed else None

    def inside(self, one: Order, other: Order) -> bool:
        return other.before <= one.before and other.together <= one.together

    def minus(self, one: Order, other: Order) -> Union:
        if self.inside(one, other):
            return ()
        pieces = []
        kept: list[Demand] = list(self.steps.reduced(one))
        for demand in self.steps.reduced(other):
            a, b = demand.first, demand.second
            against = (Demand(a, b), Demand(b, a)) if demand.together else (Demand(b, a), Demand(a, b, True))
            pieces += [closed for denied in against if (closed := self.steps.close((*kept, denied)))]
            kept.append(demand)
            if self.steps.close(kept) is None:
                break
        return tuple(pieces)

    def tidy(self, union: Union) -> Union:
        """Without the pieces that lie within another or, of few pieces, within the others together."""
        pieces = sorted(self.largest(union), key=self._order)
        index = len(pieces) - 1
        while index >= 0 and 1 < len(pieces) <= _FEW:
            rest = tuple(pieces[:index] + pieces[index + 1 :])
            if not self._escapes(pieces[index], rest):
                del pieces[index]
            index -= 1
        return tuple(pieces)

    def as_json(self, piece: Order) -> Any:
        return [
            {"together": [demand.first, demand.second]} if demand.together else [demand.first, demand.second]
            for demand in self.steps.reduced(piece)
        ]

    def in_words(self, piece: Order) -> str:
        demands = self.steps.reduced(piece)
        if not demands:
            return "any order"
        titles = {step: quoted(title) for step, title in self.steps.titles.items()}
        chain = self._chain(piece, demands)
        if chain:
            first, *rest = [joined([titles[step] for step in layer]) for layer in chain]
            if not rest:
                return f"{first} at the same time"
            return f"{first} before {rest[0]}" if len(rest) == 1 else "first " + "; then ".join((first, *rest))
        return "; ".join(
            f"{titles[demand.first]} {'at the same time as' if demand.together else 'before'} {titles[demand.second]}"
            for demand in demands
        )

    def _chain(self, piece: Order, demands: Sequence[Demand]) -> list[list[str]] | None:
        """The steps in layers, when each of a layer comes before each of the next and that is all there is to say."""
        steps = sorted({step for d in demands for step in d[:2]}, key=self.steps.rank.__getitem__)
        ordered = [d for d in demands if not d.together]
        if len(ordered) != len(demands):
            return [steps] if not ordered and len(piece.together) == len(list(combinations(steps, 2))) else None
        layers: list[list[str]] = []
        left = set(steps)
        while left:
            layer = [s for s in steps if s in left and not any((o, s) in piece.before for o in left)]
            layers.append(layer)
            left -= set(layer)
        said = {pair for a, b in pairwise(layers) for pair in product(a, b)}
        return layers if said == {(d.first, d.second) for d in ordered} else None

    def declared(self) -> dict[str, Any]:
        """Steps that are only added put none of the others before another: ``after`` does."""
        return {"after": {step: sorted(earlier) for step, earlier in sorted(self.steps.after.items())}}

    def template(self) -> tuple[str, ...]:
        order = "order:  # a list, each entry before the next; {together: [a, b]} for the same time"
        return (*titles_in_comments(self.named), order)

    def clash_words(self, clash: Sequence[str], stances: Sequence[Stance]) -> str:
        if not clash:
            return super().clash_words(clash, stances)
        return f"these orders close a circle: {self._circle(clash)}"

    def emptied_words(self, pieces: Sequence[Order], why: Callable[[str], str | None]) -> str:
        """The ring of steps that the orders close, with what of it the agenda says."""
        ring = self.clash([(piece,) for piece in pieces])
        if not ring:
            return "together the orders close a circle"
        titles = self.steps.titles
        words = f"the orders close a circle, {self._circle(ring)}"
        demanded = {pair for piece in pieces for demand in piece.demands for pair in demand.pairs}
        for first, second in pairwise((*ring, ring[0])):
            if (first, second) not in demanded and (first, second) in self.steps.free.before:
                reason = why(second)
                words += f". By the agenda, {quoted(titles[first])} before {quoted(titles[second])}"
                words += f": {reason.rstrip('.')}" if reason else ""
        return words

    def _circle(self, ring: Sequence[str]) -> str:
        return " → ".join(self.steps.titles[step] for step in (*ring, ring[0]))

    def clash(self, unions: Sequence[Union]) -> list[str]:
        """A shortest ring of steps that the nearest offers make together; empty where no single ring shows it."""
        if any(len(union) != 1 for union in unions):
            rings = [self._joint_ring(choice) for choice in islice(product(*unions), _MOST_CHOICES)]
            return min((ring for ring in rings if ring), key=self._ring_order, default=[])
        return self._joint_ring([union[0] for union in unions])

    def _joint_ring(self, pieces: Sequence[Order]) -> list[str]:
        together = [Demand(a, b, True) for piece in pieces for a, b in self.steps.sorted(piece.together)]
        return self._ring([*(demand for piece in pieces for demand in self.steps.reduced(piece)), *together])

    def distance(self, one: Union, other: Union) -> int | None:
        """The number of pairs of steps that the two order against each other, between the nearest offers."""
        return min((self._clashing(a, b) for a in one for b in other), default=None)

    def _clashing(self, one: Order, other: Order) -> int:
        turned = sum((b, a) in other.before for a, b in one.before)
        apart = {tuple(sorted(pair)) for pair in one.before} & {tuple(sorted(pair)) for pair in other.together}
        apart |= {tuple(sorted(pair)) for pair in other.before} & {tuple(sorted(pair)) for pair in one.together}
        return turned + len(apart)

    def _order(self, piece: Order) -> tuple[Any, ...]:
        return [
            (self.steps.rank[demand.first], self.steps.rank[demand.second], demand.together)
            for demand in self.steps.reduced(piece)
        ]  # type: ignore[return-value]


def path(edges: Mapping[str, Sequence[str]], start: str, end: str) -> list[str]:
    """The steps of a shortest way from ``start`` to ``end``; empty without one."""
    came: dict[str, str | None] = {start: None}
    queue = [start]
    for step in queue:
        if step == end:
            way = [step]
            while (previous := came[way[-1]]) is not None:
                way.append(previous)
            return way[::-1]
        for following in edges.get(step, ()):
            if following not in came:
                came[following] = step
                queue.append(following)
    return []
