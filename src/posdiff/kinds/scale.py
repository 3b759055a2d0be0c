"""Quantity and date: an outcome is a number in the issue's unit, or a day. A piece is an interval."""

import re
from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from posdiff.kinds.axis import INFINITY, Stretch
from posdiff.kinds.intervals import BEYOND, BOTTOM, TOP, Cut, Interval, between, merged, shared
from posdiff.kinds.kind import BUDGET, Gap, Piece, Problem, Reading, Space, Stance, Union, Words, article, quoted
from posdiff.kinds.numbers import exact

if TYPE_CHECKING:
    from fractions import Fraction

Number = "int | Fraction"

UNLIMITED = "unlimited"
_NO_FIGURE = ", no figure given"


class ScaleSpace(Space):
    """What quantities and dates share: intervals on a line."""

    prefers = True
    nested = frozenset(("range",))
    #: lower bounds inclusive and exclusive, upper bounds inclusive and exclusive: the words of the kind
    _LOWER: tuple[str, ...]
    _UPPER: tuple[str, ...]
    whole: bool
    unlimited: str | None
    range: tuple[Any, Any] | None

    @property
    def everything(self) -> Piece:
        return Interval(BOTTOM, BEYOND if self.unlimited is not None else TOP)

    @abstractmethod
    def _value(self, word: Words, path: tuple[str | int, ...]) -> Any | Problem:
        """The number that a word names; ``UNLIMITED`` for that outcome."""

    @abstractmethod
    def _shown(self, value: Any) -> Any:
        """A value for JSON."""

    @abstractmethod
    def _said(self, value: Any) -> str:
        """A value in words, with its unit."""

    def read(self, words: Mapping[str, Words]) -> Reading:
        if "accepts" in words:
            if words["accepts"] == "any" and len(words) == 1:
                return Reading(self.everything)
            hint = f"write one of {', '.join((*self._LOWER, *self._UPPER, 'exactly'))}"
            message = f"on a {self.kind}, `accepts` takes only `any`, and no other key beside it"
            return Reading(None, (Problem(("accepts",), "wrong-value", message, hint),))
        problems: list[Problem] = []
        for keys, side in ((self._LOWER, "lower"), (self._UPPER, "upper")):
            present = [key for key in keys if key in words]
            if len(present) > 1:
                problems.append(
                    Problem(
                        (present[1],), "two-ways", f"two {side} bounds: `{present[0]}` and `{present[1]}`", "keep one"
                    )
                )
        if "exactly" in words and len(words) > 1:
            problems.append(
                Problem(("exactly",), "two-ways", "`exactly` cannot be combined", "delete the other bounds")
            )
        low, high = self.everything
        for key, word in words.items():
            value = self._value(word, (key,))
            if isinstance(value, Problem):
                problems.append(value)
                continue
            below, above = self._cuts(value)
            if key == "exactly":
                low, high = below, above
            elif key in self._LOWER:
                low = above if key == "above" else below
            else:
                high = below if key == "below" else above
        if problems:
            return Reading(None, tuple(problems))
        if low >= high and "exactly" in words and self.whole:
            key = list(words)[-1]
            hint = "write a whole number"
            message = f"this issue takes whole numbers only, and `{words[key]}` is not one"
            return Reading(None, (Problem((key,), "not-a-number", message, hint),))
        if low >= high:
            key = list(words)[-1]
            said = " and ".join(f"`{key}: {word}`" for key, word in words.items())
            message = f"{said} leave no outcome to accept"
            hint = "swap the bounds, or widen them"
            return Reading(None, (Problem((key,), "empty-offer", message, hint),))
        return Reading(Interval(low, high))

    def read_target(self, word: Words) -> Reading:
        value = self._value(word, ())
        return Reading(None, (value,)) if isinstance(value, Problem) else Reading(value)

    def _cuts(self, value: Any) -> tuple[Cut, Cut]:
        """The cuts just below and just above a value."""
        if value == UNLIMITED:
            return TOP, BEYOND
        if not self.whole:
            return (0, value, 0), (0, value, 1)
        floor = value // 1
        below = floor if floor == value else floor + 1
        return (0, int(below), 0), (0, int(floor) + 1, 0)

    def meet(self, one: Interval, other: Interval) -> Interval | None:
        low, high = max(one.low, other.low), min(one.high, other.high)
        return Interval(low, high) if low < high else None

    def minus(self, one: Interval, other: Interval) -> Union:
        before = Interval(one.low, min(one.high, other.low))
        after = Interval(max(one.low, other.high), one.high)
        return tuple(span for span in (before, after) if span.low < span.high)

    def tidy(self, union: Union) -> Union:
        """Disjoint intervals that do not touch, from low to high."""
        return merged(union)

    def common(self, unions: Sequence[Union]) -> tuple[Union, bool]:
        held = merged(unions[0]) if unions else ()
        for union in unions[1:]:
            held = tuple(shared(held, merged(union)))
        return held, True

    def meets(self, unions: Sequence[Union], budget: int = BUDGET) -> bool:
        return not unions or bool(self.common(unions)[0])

    def within(self, one: Union, other: Union, budget: int = BUDGET) -> bool:
        inner = merged(one)
        return tuple(shared(inner, merged(other))) == inner

    def as_json(self, piece: Interval) -> Any:
        (least, least_open), (most, most_open) = self._lower(piece), self._upper(piece)
        return {
            "min": None if least is None else self._shown(least),
            "max": None if most is None else self._shown(most),
            "min_open": least_open,
            "max_open": most_open,
            "unlimited": piece.high == BEYOND,
        }

    def _lower(self, piece: Interval) -> tuple[Any | None, bool]:
        """The least value of a piece (None without one) and whether it is left out."""
        rank, value, above = piece.low
        return (None, False) if rank < 0 else (UNLIMITED, False) if rank > 0 else (value, bool(above))

    def _upper(self, piece: Interval) -> tuple[Any | None, bool]:
        """The greatest value of a piece (None without one) and whether it is left out."""
        rank, value, above = piece.high
        if rank > 0:
            return (UNLIMITED, False) if piece.low == TOP else (None, False)
        return (value - 1, False) if self.whole else (value, not above)

    def in_words(self, piece: Interval) -> str:
        (least, least_open), (most, most_open) = self._lower(piece), self._upper(piece)
        if least == UNLIMITED:
            return self._unlimited_title()
        if least is not None and least == most:
            return "exactly " + self._said(least)
        parts = []
        if least is not None:
            parts.append(self._bound("above" if least_open else "at least", least))
        if most is not None:
            parts.append(self._bound("below" if most_open else "at most", most))
        if most is None and self.unlimited is not None:
            return self._without_upper_bound(parts[0] if parts else "", least, least_open, piece.high == BEYOND)
        return " and ".join(parts) or "anything"

    def vaguely(self, piece: Interval, refusal: bool = False) -> str:
        limit = _limit(self._unlimited_title()) if self.unlimited is not None else None
        bounded = self._lower(piece)[0] is None and self._upper(piece)[0] is None and piece.high != BEYOND
        if limit and bounded:
            return f"{article(limit)}{_NO_FIGURE}"
        # "exactly 30" would be taken for what the party accepts.
        return re.sub("^exactly ", "no other than ", super().vaguely(piece, refusal))

    def clash_words(self, clash: Sequence[str], stances: Sequence[Stance]) -> str:
        """A vague party is not said to take any figure."""
        words = [
            "; or ".join(map(self.vaguely if stance.vague else self.in_words, stance.conceivable)) for stance in stances
        ]
        return " against ".join(f"{said} ({stance.party})" for said, stance in zip(words, stances, strict=True))

    def _without_upper_bound(self, bound: str, least: Any, least_open: bool, unlimited: bool) -> str:
        """``a ceiling of 800,000 or higher, or none``; the title itself where no such noun is in it."""
        limit = _limit(self._unlimited_title())
        if least is None:
            if unlimited:
                return "anything"
            return f"any {limit}" if limit else f"any figure, but not {self._unlimited_quoted()}"
        if limit is None:
            return f"{bound}, {'or' if unlimited else 'but not'} {self._unlimited_quoted()}"
        figure = f"above {self._said(least)}" if least_open else f"of {self._said(least)} or higher"
        return f"{article(limit)} {figure}{', or none' if unlimited else ''}"

    def _bound(self, word: str, value: Any) -> str:
        return f"{word} {self._said(value)}"

    def _unlimited_title(self) -> str:
        return self.unlimited or "unlimited"

    def _unlimited_quoted(self) -> str:
        return quoted(self._unlimited_title())

    def target_words(self, target: Any) -> str:
        return self._unlimited_quoted() if target == UNLIMITED else self._said(target)

    def target_json(self, target: Any) -> Any:
        return self._shown(target)

    def gap(self, unions: Sequence[Union]) -> Gap | None:
        """From the least upper bound to the greatest lower one.

        Where the unions interleave, so that those bounds leave no gap, it is the one between the two that are
        farthest apart, at the pieces of theirs that are nearest.
        """
        unions = tuple(dict.fromkeys(unions))  # many parties hold few different terms
        hulls = [Interval(min(span.low for span in union), max(span.high for span in union)) for union in unions]
        low, high = min(hull.high for hull in hulls), max(hull.low for hull in hulls)
        if low > high:
            spaces = [bounds for first, second in combinations(unions, 2) if (bounds := self._between(first, second))]
            if not spaces:
                return None
            low, high = max(spaces, key=_length)
        start, end = self._upper(Interval(BOTTOM, low))[0], self._lower(Interval(high, BEYOND))[0]
        if start is None:  # any number at all, against "unlimited": there is no number to measure from
            return None
        size = None if end == UNLIMITED else end - start
        return Gap(start, end, size, self._unit())

    def _between(self, union: Union, against: Union) -> tuple[Cut, Cut] | None:
        """The cuts that bound the space between the nearest pieces; None when two of them meet."""
        return between(merged(union), merged(against), _length)

    def distance(self, one: Union, other: Union) -> Any | None:
        """The size of the gap; not measurable up to "unlimited"."""
        gap = self.gap((one, other))
        return gap.size if gap else None

    def separation(self, one: Union, other: Union) -> "Fraction":
        """By the issue's declared ``range``, at most 1; without one, 0 or 1."""
        from fractions import Fraction

        gap = self.gap((one, other))
        if self.range is None or gap is None or gap.size is None:
            return super().separation(one, other)
        return min(Fraction(gap.size) / Fraction(self.range[1] - self.range[0]), Fraction(1))

    def difference(self, one: Union, other: Union) -> "Fraction":
        """Of the part of the declared ``range`` that either accepts, the share that only one of them accepts.

        The outcome "unlimited" counts as much as the whole range.
        """
        from fractions import Fraction

        both = self._extent(self.intersect((one, other)))
        either = self._extent(self.tidy(one)) + self._extent(self.tidy(other)) - both
        if not either or self.equal(one, other):
            return super().difference(one, other)
        return 1 - Fraction(both) / Fraction(either)

    def _extent(self, union: Union) -> Any:
        """How much of the declared range disjoint pieces take up; nothing without one."""
        if self.range is None:
            return 0
        least, most = self.range[0], self.range[1] + self.whole  # the cut above a whole number lies below the next

        def within(cut: Cut) -> Any:
            return least if cut[0] < 0 else most if cut[0] > 0 else min(max(cut[1], least), most)

        beyond = sum(piece.high == BEYOND for piece in union) * (most - least)
        return beyond + sum(within(piece.high) - within(piece.low) for piece in union)

    def gap_json(self, gap: Gap) -> Any:
        """A gap for JSON: ``{from, to, size, unit}``; no size where it ends at "unlimited"."""
        size = None if gap.size is None else exact(gap.size)
        return {"from": self._shown(gap.start), "to": self._shown(gap.end), "size": size, "unit": gap.unit}

    def gap_words(self, gap: Gap) -> str:
        start, end = self.target_words(gap.start), self.target_words(gap.end)
        if gap.size == 0:
            return f"the two meet only at {start}, which one of them leaves out"
        size = "" if gap.size is None else f" of {self._measured(gap.size)},"
        return f"gap{size} from {start} to {end}"

    def moved_words(self, before: Union, after: Union) -> str:
        gap = self.gap((before, after))
        if gap is None or not gap.size:
            return ""
        start, end = self.target_words(gap.start), self.target_words(gap.end)
        if max(piece.high for piece in before) > min(piece.low for piece in after):
            start, end = end, start
        return f"by {self._measured(gap.size)}, from {start} to {end}"

    def emptied_words(self, pieces: Sequence[Interval], why: Callable[[str], str | None]) -> str:
        gap = self.gap([(piece,) for piece in pieces])
        if gap is None:
            return ""
        return self.gap_words(gap) if gap.size == 0 else f"a {self.gap_words(gap)}"

    def bounded(self, piece: Interval) -> tuple[bool, bool]:
        lowest, highest = self.everything
        return piece.low != lowest, piece.high != highest or piece.low == TOP

    def at_bound(self, piece: Interval) -> Interval | None:
        lower, upper = self.bounded(piece)
        bound = self._lower(piece)[0] if lower else self._upper(piece)[0]
        return None if lower == upper or bound is None else Interval(*self._cuts(bound))

    def in_columns(self, union: Union) -> tuple[Any, Any]:
        """The least and the greatest value accepted: infinity where that is the outcome "unlimited"."""
        hull = self.as_json(Interval(min(piece.low for piece in union), max(piece.high for piece in union)))
        least, most = (float("inf") if value == UNLIMITED else value for value in (hull["min"], hull["max"]))
        return least, most

    def on_axis(self, piece: Interval) -> tuple[Stretch, ...]:
        least, most = self._lower(piece)[0], self._upper(piece)[0]
        if least == UNLIMITED:
            return (Stretch(INFINITY, INFINITY, True),)
        start = -INFINITY if least is None else float(least)
        end = INFINITY if most is None else float(most)
        return (Stretch(start, end, piece.high == BEYOND and self.unlimited is not None),)

    def beyond(self) -> str:
        return "" if self.unlimited is None else self._unlimited_title()

    def cells(self, pieces: Sequence[Interval]) -> list[Piece]:
        """The intervals between neighbouring bounds."""
        cuts = {cut for interval in (self.everything, *pieces) for cut in interval}
        return [Interval(low, high) for low, high in pairwise(sorted(cuts))]

    def _unit(self) -> str | None:
        return None

    def _measured(self, size: Any) -> str:
        return self._said(size)


def _length(cuts: tuple[Cut, Cut]) -> tuple[int, Any]:
    """The length between two cuts, to compare: infinite ones last."""
    low, high = cuts
    if low[0] or high[0]:
        return 1, 0
    return 0, high[1] - low[1]


def _limit(unlimited: str) -> str | None:
    """The thing that there is none of where an outcome is unlimited: ``No ceiling`` is without a ceiling."""
    match = re.fullmatch("No ([a-z]+(?: [a-z]+)?)", unlimited)
    return match[1] if match and not match[1].endswith("s") else None


def bare(space: ScaleSpace, word: Words, draft: bool, words: str) -> dict[str, Words] | Problem:
    if word == "any":
        return {"accepts": word}
    if draft:
        return {"exactly": word}
    value = space._value(word, ())
    if isinstance(value, Problem):
        return value
    if space.kind == "date":
        return Problem((), "bare-value", "a bare date says neither from when nor until when", f"write {words}")
    return Problem((), "bare-value", "a bare number says neither at least nor at most", f"write {words}")


def declared_range(space: ScaleSpace, words: Mapping[str, Words], problems: list[Problem]) -> tuple[Any, Any] | None:
    """The declared scale on which distances are measured."""
    if "range" not in words:
        return None
    ends = words["range"]
    if not isinstance(ends, dict) or set(ends) != {"min", "max"}:
        problems.append(Problem(("range",), "wrong-shape", "expected `{min: …, max: …}`", None))
        return None
    values = {key: space._value(word, ("range", key)) for key, word in ends.items()}
    wrong = [value for value in values.values() if isinstance(value, Problem)]
    if wrong:
        problems.extend(wrong)
        return None
    if UNLIMITED in values.values() or values["min"] >= values["max"]:
        problems.append(Problem(("range",), "empty-offer", "the range must run from a lower to a higher number", None))
        return None
    return values["min"], values["max"]
