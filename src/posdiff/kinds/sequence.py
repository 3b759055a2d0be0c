"""Sequence: an outcome is a course of events, which says when each step is done. A piece is the order it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise, product
from typing import TYPE_CHECKING, Annotated, Any

from posdiff.kinds.forms import (
    Forms,
    Id,
    Named,
    TypedDict,
    WrittenAny,
    WrittenId,
    WrittenNames,
    keys_of,
    limits,
)
from posdiff.kinds.ids import unknown
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
)
from posdiff.kinds.steps import AgendaSteps, Demand, Order, circle, way_to, ways

if TYPE_CHECKING:
    from fractions import Fraction

#: Above so many pieces a union is only cleared of those within another one: what it holds is the same.
_FEW = 6
#: Orders that are looked at to know whether some lie within others.
_MOST_LEFT = 5_000
#: Combinations of offers that are searched for the shortest ring.
_MOST_CHOICES = 200


class _Together(TypedDict):
    """Steps that are done at the same time."""

    together: Annotated[list[WrittenId], limits(minItems=2), "The steps that are done at the same time."]


_Entry = Annotated[
    WrittenId | Annotated[list[WrittenId], limits(minItems=1), "Steps that come in any order."] | _Together,
    Named("entry", "An entry of an order: a step, a list of steps in any order, or steps that are done together."),
]


class _Keys(TypedDict, total=False):
    steps: Annotated[WrittenNames, "The steps that terms on this issue may name; without it, all of the agenda's."]


class _Words(TypedDict, total=False):
    order: Annotated[list[_Entry], limits(minItems=1), "What comes before what: each entry before the next one."]
    accepts: WrittenAny


class TogetherJson(TypedDict):
    """Steps that are done at the same time."""

    together: Annotated[
        list[Id], limits(minItems=2, maxItems=2), "The two steps that are done at the same time."
    ]  # fmt: skip


_Pair = Annotated[list[Id], limits(minItems=2, maxItems=2), "The first of the two strictly before the second."]
_COURSE = Annotated[
    list[_Pair | TogetherJson],
    limits(uniqueItems=True),
    "Sequence: the fewest orders of two steps that imply all that is demanded, beside the agenda's `after`; empty when "
    "any order will do.",
]


class SequenceSpace(Space):
    """The courses of events over the agenda's steps; ``steps`` narrows those that terms of this issue may name."""

    kind = "sequence"
    has_reverse = True
    uses_steps = True
    declares = frozenset(keys_of(_Keys))
    nested = frozenset(("steps",))
    says = frozenset(keys_of(_Words))
    forms = Forms(keys=_Keys, words=_Words, piece_json=_COURSE)

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
                problems.append(unknown(("steps", index), "step", str(step), steps.titles))
            else:
                named[step] = steps.titles[step]
        return Declared(cls(steps, named or steps.titles), tuple(problems))

    @property
    def everything(self) -> Piece:
        return self.steps.free

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        if word == "any":
            return {"accepts": word}
        return Problem((), "bare-value", "a bare value states no order", "write `order: [first, second]`")

    def read(self, words: Mapping[str, Words]) -> Reading:
        if "accepts" in words:
            if words["accepts"] == "any" and len(words) == 1:
                return Reading(self.everything)
            message = "on a sequence, `accepts` takes only `any`, and no other key beside it"
            return Reading(None, (Problem(("accepts",), "wrong-value", message, "write `order: [first, second]`"),))
        problems: list[Problem] = []
        demands = self._demands(words["order"], problems)
        if problems:
            return Reading(None, tuple(problems))
        if not demands:
            message = "an order needs at least two entries, or steps that happen together"
            return Reading(None, (Problem(("order",), "empty-list", message, "write `order: [first, second]`"),))
        course = self.steps.close(demands)
        if course is None:
            ring = self._ring(demands)
            around = circle(ring, self._together(ring, demands), " before ") if ring else ""
            message = f"the order is circular: {around}"
            hint = "delete one of these orders, or correct the agenda's `after`"
            return Reading(None, (Problem(("order",), "empty-offer", message, hint),))
        return Reading(course)

    def _demands(self, order: Words, problems: list[Problem]) -> list[Demand]:
        if not isinstance(order, list):
            problems.append(Problem(("order",), "wrong-shape", "expected a list of steps", "order: [first, second]"))
            return []
        entries: list[list[str]] = []
        demands: list[Demand] = []
        for index, entry in enumerate(order):
            path: tuple[str | int, ...] = ("order", index)
            if isinstance(entry, dict):
                if set(entry) != {"together"} or not isinstance(entry["together"], list) or len(entry["together"]) < 2:
                    message = "expected `{together: [one, other]}`"
                    problems.append(Problem(path, "wrong-shape", message, None))
                    continue
                steps = self._named(entry["together"], (*path, "together"), problems)
                demands += [Demand(a, b, True) for a, b in combinations(steps, 2)]
            else:
                listed = entry if isinstance(entry, list) else [entry]
                steps = self._named(listed, path if isinstance(entry, list) else ("order",), problems, index)
                if isinstance(entry, list) and not entry:
                    problems.append(Problem(path, "empty-list", "the entry is empty", "name a step, or delete it"))
            entries.append(steps)
        for earlier, following in pairwise(entries):
            demands += [Demand(a, b) for a, b in product(earlier, following)]
        return list(dict.fromkeys(demands))

    def _named(
        self, listed: list[Words], path: tuple[str | int, ...], problems: list[Problem], only: int | None = None
    ) -> list[str]:
        steps = []
        for index, step in enumerate(listed):
            at = (*path, only if path == ("order",) and only is not None else index)
            if not isinstance(step, str):
                problems.append(Problem(at, "wrong-shape", "expected a step", None))
            elif step not in self.named:
                problems.append(unknown(at, "step", step, self.named))
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
        from_step = {start: ways(edges, start) for start in dict.fromkeys(demand.second for demand in strict)}
        rings = [self._turned(ring) for d in strict if (ring := way_to(from_step[d.second], d.first))]
        return min(rings, key=self._ring_order, default=[])

    def _together(self, ring: Sequence[str], demands: Iterable[Demand]) -> list[bool]:
        """Of each step of a ring, whether nothing of this puts it before the next one: they come at the same time."""
        strict = {demand[:2] for demand in (*self.steps.given, *demands) if not demand.together}
        return [pair not in strict for pair in pairwise((*ring, ring[0]))]

    def _turned(self, ring: list[str]) -> list[str]:
        """A ring begun with its first step in the agenda's order."""
        first = min(range(len(ring)), key=lambda index: self.steps.rank[ring[index]])
        return ring[first:] + ring[:first]

    def _ring_order(self, ring: list[str]) -> tuple[int, list[int]]:
        return len(ring), [self.steps.rank[step] for step in ring]

    def meet(self, one: Order, other: Order) -> Order | None:
        both = tuple(dict.fromkeys((*one.demands, *other.demands)))
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

    def reverses(self, before: Union, after: Union) -> bool:
        """Only where what came first comes last: not where it comes at the same time."""
        both: Iterable[tuple[Order, Order]] = product(before, after)
        return all(any((second, first) in new.before for first, second in old.before) for old, new in both)

    def minus(self, one: Order, other: Order) -> Union:
        return () if self.inside(one, other) else tuple(self._left(one, other))

    def _left(self, one: Order, other: Order) -> Iterator[Order]:
        """What is left of an order when another is cut out, piece by piece: of hundreds the first may do."""
        kept: list[Demand] = list(self.steps.reduced(one))
        for demand in self.steps.reduced(other):
            a, b = demand.first, demand.second
            against = (Demand(a, b), Demand(b, a)) if demand.together else (Demand(b, a), Demand(a, b, True))
            yield from (closed for denied in against if (closed := self.steps.close((*kept, denied))))
            kept.append(demand)
            if self.steps.close(kept) is None:
                break

    def within(self, one: Union, other: Union, budget: int = _MOST_LEFT) -> bool | None:
        # No demand is cut out where what they all imply is at hand: hundreds of them close as many orders.
        stack: list[Iterator[Order]] = [iter(one)]
        while stack:
            left = next(stack[-1], None)
            cut = other[len(stack) - 1 :]
            if left is None:
                stack.pop()
                continue
            budget -= 1
            if budget < 0:
                return None
            if not any(self.inside(left, each) for each in cut):
                if len(cut) <= 1:
                    return False
                stack.append(self._left(left, cut[0]))
        return True

    def tidy(self, union: Union) -> Union:
        """Without the pieces that lie within another or, of few pieces, within the others together."""
        pieces = sorted(self.largest(union), key=self._order)
        index = len(pieces) - 1
        while index >= 0 and 1 < len(pieces) <= _FEW:
            rest = tuple(pieces[:index] + pieces[index + 1 :])
            if self.within((pieces[index],), rest):
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
        # What comes at the same time is said first: what of it comes before others would read as all there is.
        return "; ".join(
            f"{titles[demand.first]} {'at the same time as' if demand.together else 'before'} {titles[demand.second]}"
            for demand in sorted(demands, key=lambda demand: not demand.together)
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
        stand = [stance.accepted or stance.conceivable for stance in stances]
        return f"these orders close a circle: {self._circle(clash, self._joint_ring(stand)[1])}"

    def emptied_words(self, pieces: Sequence[Order], why: Callable[[str], str | None]) -> str:
        """The ring of steps that the orders close, with what of it the agenda says."""
        ring, joint = self._joint_ring([(piece,) for piece in pieces])
        if not ring:
            return "together the orders close a circle"
        titles = self.steps.titles
        words = f"the orders close a circle, {self._circle(ring, joint)}"
        demanded = {demand[:2] for piece in pieces for demand in piece.demands if not demand.together}
        for first, second in pairwise((*ring, ring[0])):
            if (first, second) not in demanded and (first, second) in self.steps.free.before:
                reason = why(second)
                words += f". By the agenda, {quoted(titles[first])} before {quoted(titles[second])}"
                words += f": {reason.rstrip('.')}" if reason else ""
        return words

    def _circle(self, ring: Sequence[str], demands: Iterable[Demand]) -> str:
        return circle([self.steps.titles[step] for step in ring], self._together(ring, demands))

    def clash(self, unions: Sequence[Union]) -> list[str]:
        """A shortest ring of steps that the nearest offers make together; empty where no single ring shows it."""
        return self._joint_ring(unions)[0]

    def _joint_ring(self, unions: Sequence[Union]) -> tuple[list[str], list[Demand]]:
        """That ring, and all demands of the offers that make it."""
        rings = []
        for pieces in islice(product(*unions), _MOST_CHOICES):
            demands = [demand for piece in pieces for demand in self.steps.reduced(piece)]
            demands += [Demand(a, b, True) for piece in pieces for a, b in self.steps.sorted(piece.together)]
            if ring := self._ring(demands):
                rings.append((ring, demands))
        return min(rings, key=lambda found: self._ring_order(found[0]), default=([], []))

    def distance(self, one: Union, other: Union) -> int | None:
        """The number of pairs of steps that the two order against each other, between the nearest offers."""
        return min((self._clashing(a, b) for a in one for b in other), default=None)

    def _clashing(self, order: Order, against: Order) -> int:
        turned = sum((b, a) in against.before for a, b in order.before)
        apart = {tuple(sorted(pair)) for pair in order.before} & {tuple(sorted(pair)) for pair in against.together}
        apart |= {tuple(sorted(pair)) for pair in against.before} & {tuple(sorted(pair)) for pair in order.together}
        return turned + len(apart)

    def difference(self, one: Union, other: Union) -> Fraction:
        """Over the pairs of steps of which either says more than the agenda: 1 where the two contradict each other, 1/2
        where only one speaks; the mean. Offers of equal rank say of two steps what all of them say.
        """
        from fractions import Fraction

        if self.equal(one, other):
            return Fraction(0)
        mine, theirs = (self._pairs(union) for union in (one, other))
        named = mine.keys() | theirs.keys()
        halves = sum(
            2 if pair in mine and pair in theirs else 1 for pair in named if mine.get(pair) != theirs.get(pair)
        )
        return Fraction(halves, 2 * len(named)) if halves else Fraction(1, 2)

    def _pairs(self, union: Sequence[Order]) -> dict[frozenset[str], tuple[str, ...]]:
        """By pairs of steps, which of them all offers put first; neither where all put them together."""
        before = frozenset.intersection(*(offer.before for offer in union)) - self.steps.free.before
        together = frozenset.intersection(*(offer.together for offer in union)) - self.steps.free.together
        same: dict[frozenset[str], tuple[str, ...]] = {frozenset(pair): () for pair in together}
        return same | {frozenset(pair): pair for pair in before}

    def _order(self, piece: Order) -> tuple[Any, ...]:
        return [
            (self.steps.rank[demand.first], self.steps.rank[demand.second], demand.together)
            for demand in self.steps.reduced(piece)
        ]  # type: ignore[return-value]

    def demands(self, offers: Sequence[Order]) -> list[Demand]:
        """Of one offer what it states; of several the orders that all of them imply, and the demands that all state."""
        if not offers:
            return []
        straight = self.steps.straight
        if len(offers) == 1:
            asked = offers[0].demands or self.steps.reduced(offers[0])
            return [straight(demand) for demand in dict.fromkeys(asked)]
        before = frozenset.intersection(*(offer.before for offer in offers))
        together = frozenset.intersection(*(offer.together for offer in offers))
        shared = self.steps.reduced(Order(before, together))
        stated = set.intersection(*({straight(demand) for demand in offer.demands} for offer in offers))
        return list(dict.fromkeys((*shared, *sorted(stated))))

    def cells(self, pieces: Sequence[Order]) -> None:
        """Not gone through: courses of events are too many."""
        return

    def requirements(self, piece: Order) -> Sequence[Demand]:
        return self.steps.reduced(piece)

    def contradiction(self, requirements: Sequence[Demand]) -> Sequence[Demand]:
        return self.steps.ring(requirements)

    def restrictions(
        self, pieces: Sequence[Order], possible: Callable[[Order], bool]
    ) -> Iterator[tuple[Sequence[Piece], Union]]:
        """Of every two steps that a piece orders: whether one has to come first, or both at the same time."""
        pairs = dict.fromkeys(
            tuple(sorted((demand.first, demand.second))) for piece in pieces for demand in self.steps.reduced(piece)
        )
        for first, second in pairs:
            ways = Demand(first, second), Demand(second, first), Demand(first, second, True)
            orders = [order for demand in ways if (order := self.steps.close((demand,))) is not None]
            can = [possible(order) for order in orders]
            if len(orders) > 1 and sum(can) == 1:
                denied = [order for order, open_ in zip(orders, can, strict=True) if not open_]
                yield denied, (orders[can.index(True)],)
