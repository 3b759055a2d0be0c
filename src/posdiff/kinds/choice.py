"""Choice: an outcome is one of the options. A piece is the set of options that are accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Required

from posdiff.findings.nearest import suggestion
from posdiff.kinds.axis import Stretch, Tick
from posdiff.kinds.forms import Forms, Id, Titles, TypedDict, WrittenId, WrittenIds, WrittenTruth, keys_of, limits
from posdiff.kinds.ids import names
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

if TYPE_CHECKING:
    from fractions import Fraction


class _Keys(TypedDict, total=False):
    options: Required[Annotated[Titles, "The possible outcomes, by id, with their titles."]]
    ordered: Annotated[WrittenTruth, "Whether the options are steps of one scale, in the order in which they stand."]


class _Words(TypedDict, total=False):
    accepts: Annotated[Literal["any"] | WrittenIds, "The options that are accepted; `any`: whatever comes."]
    rejects: Annotated[WrittenIds, "The options that are refused; all others are accepted."]


_FORMS = Forms(
    keys=_Keys,
    words=_Words,
    target=WrittenId,
    piece_json=Annotated[
        list[Id], limits(minItems=1, uniqueItems=True), "Choice: the options that are accepted, in the agenda's order."
    ],
    target_json=Id,
)  # fmt: skip


class ChoiceSpace(Space):
    """One of ``options`` (id to title); ``ordered`` when they are steps of one scale."""

    kind = "choice"
    declares = frozenset(keys_of(_Keys))
    says = frozenset(keys_of(_Words))
    forms = _FORMS
    columns = ("options",)
    prefers = True

    def __init__(self, options: Mapping[str, str], ordered: bool = False) -> None:
        self.options = dict(options)
        self.ordered = ordered
        self._rank = {option: rank for rank, option in enumerate(self.options)}

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        options, problems = words.get("options"), []
        if not options:
            return Declared(
                None, (Problem((), "missing-key", "a choice needs `options`", "options: {no: No, yes: Yes}"),)
            )
        ordered = words.get("ordered", "false")
        if ordered not in ("true", "false"):
            problems.append(Problem(("ordered",), "wrong-value", "expected true or false", None))
        return Declared(cls(options, ordered == "true"), tuple(problems))

    @property
    def everything(self) -> Piece:
        return frozenset(self.options)

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return {"accepts": word}

    def read(self, words: Mapping[str, Words]) -> Reading:
        problems: list[Problem] = []
        if "accepts" in words and "rejects" in words:
            hint = "say what is accepted, or what is rejected"
            problems.append(Problem(("rejects",), "two-ways", "`accepts` and `rejects` cannot be used together", hint))
            return Reading(None, tuple(problems))
        key = "accepts" if "accepts" in words else "rejects"
        word = words[key]
        if word == "any" and key == "accepts":
            return Reading(self.everything)
        if word in ("none", "all", "any"):
            hint = (
                f"{suggestion('', self.options)}; `accepts: any` accepts every outcome; "
                "else leave the issue out or withdraw it"
            )
            return Reading(None, (Problem((key,), "reserved-word", f"`{key}: {word}` is not allowed here", hint),))
        named = frozenset(names(word, (key,), "option", self.options, problems))
        if problems:
            return Reading(None, tuple(problems))
        accepted = named if key == "accepts" else self.everything - named
        if not accepted:
            hint = "no settlement could meet this position: name what is accepted"
            return Reading(None, (Problem((key,), "empty-offer", "every option is rejected", hint),))
        return Reading(accepted, refusal=key == "rejects")

    def read_target(self, word: Words) -> Reading:
        problems: list[Problem] = []
        targets = names(word, (), "option", self.options, problems)
        if isinstance(word, list):
            problems.append(Problem((), "wrong-shape", "expected one option", None))
        return Reading(None if problems else targets[0], tuple(problems))

    def meet(self, one: Piece, other: Piece) -> Piece | None:
        return one & other or None

    def minus(self, one: Piece, other: Piece) -> Union:
        rest = one - other
        return (rest,) if rest else ()

    def tidy(self, union: Union) -> Union:
        return (frozenset().union(*union),) if union else ()

    def as_json(self, piece: Piece) -> Any:
        return self._in_order(piece)

    def in_words(self, piece: Piece) -> str:
        if len(piece) == len(self.options):
            return "anything" if len(piece) > 1 else self.options[next(iter(piece))]
        short = len(piece) > 2 and len(self.options) - len(piece) <= 2
        return self._anything_but(piece) if short else self._any_of(piece)

    def as_said(self, piece: Piece, refusal: bool) -> str:
        if len(piece) == len(self.options):
            return self.in_words(piece)
        if refusal and not self._yes_or_no:
            return self._anything_but(piece)
        return self._any_of(piece)

    def refusing(self, piece: Piece, vague: bool, more: bool = False) -> str:
        """To reject one answer to a question of yes or no is to give the other."""
        if self._yes_or_no and not vague:
            return self.in_words(piece)
        rejects = f"rejects {self._quoted(self._left_out(piece))}"
        if vague and more:
            return f"{rejects}, not saying what else it would accept"
        return f"{rejects}; does not say what it would accept" if vague else rejects

    def target_words(self, target: Any) -> str:
        return quoted(self.options[target])

    @property
    def vocabulary(self) -> Mapping[str, str]:
        return self.options

    def named_in(self, piece: Piece) -> frozenset[str]:
        return frozenset(piece)

    def declared(self) -> dict[str, Any]:
        """The options are in an order only where they are steps of a scale."""
        return {"ordered": self.ordered, "options": list(self.options) if self.ordered else sorted(self.options)}

    def template(self) -> tuple[str, ...]:
        return (
            *titles_in_comments(self.options), "accepts:  # one or a list; or rejects:; prefers: one of those accepted",
        )  # fmt: skip

    def in_columns(self, union: Union) -> tuple[list[str]]:
        return (self._in_order(frozenset().union(*union)),)

    def on_axis(self, piece: Piece) -> tuple[Stretch, ...]:
        if not self.ordered:
            return ()
        ranks = sorted(self._rank[option] for option in piece)
        starts = [rank for rank in ranks if rank - 1 not in ranks]
        ends = [rank for rank in ranks if rank + 1 not in ranks]
        return tuple(Stretch(start, end) for start, end in zip(starts, ends, strict=True))

    def ticks(self, low: float, high: float, most: int) -> list[Tick]:
        return [Tick(rank, title) for rank, title in enumerate(self.options.values()) if low <= rank <= high]

    def clash_words(self, clash: Sequence[str], stances: Sequence[Stance]) -> str:
        """Who accepts which of the options at stake: ``Barred (Russia) against Left open (Ukraine)``.

        Of a vague term, and of one that only says what it refuses, nothing is told but what it rejects.
        """
        if not clash:
            return super().clash_words(clash, stances)
        sides: dict[tuple[tuple[int, ...], tuple[int, ...]], list[str]] = {}
        for option in clash:
            accepting, rejecting = [], []
            for place, stance in enumerate(stances):
                only_rejects = stance.vague or (stance.refusal and not self._yes_or_no)
                accepts = any(option in piece for piece in stance.conceivable)
                if accepts and not only_rejects:
                    accepting.append(place)
                elif only_rejects and not accepts:
                    rejecting.append(place)
            if accepting:
                sides.setdefault((tuple(accepting), tuple(rejecting)), []).append(option)
        parts: dict[tuple[int, ...], list[str]] = {}
        for side, options in sorted(sides.items()):
            accepted_by, rejected_by = (joined([stances[place].party for place in places]) for places in side)
            who = f"accepted by {accepted_by}, rejected by {rejected_by}" if rejected_by else accepted_by
            titles = joined([self.options[option] for option in options], "or")
            parts.setdefault(side[0], []).append(f"{titles} ({who})")
        return " against ".join(map("; ".join, parts.values())) or "each rejects what the others might accept"

    def clash(self, unions: Sequence[Union]) -> list[str]:
        """The options that one or another accepts, none of which all accept."""
        return self._in_order(frozenset().union(*(piece for union in unions for piece in union)))

    def distance(self, one: Union, other: Union) -> int | None:
        """The steps between the nearest options; not measurable where the options are no scale."""
        if not self.ordered or not one or not other:
            return None
        return min(abs(self._rank[a] - self._rank[b]) for mine in one for a in mine for theirs in other for b in theirs)

    def difference(self, one: Union, other: Union) -> Fraction:
        """Of the options that either takes, the share that only one of them takes.

        On a scale: by how much the options of the one have to move, evenly spread, to become those of the other.
        """
        from fractions import Fraction

        mine, theirs = (frozenset().union(*union) for union in (one, other))
        if not self.ordered:
            return Fraction(len(mine ^ theirs), len(mine | theirs))
        ahead, moved = Fraction(0), Fraction(0)
        for option in self.options:
            ahead += Fraction(option in mine, len(mine)) - Fraction(option in theirs, len(theirs))
            moved += abs(ahead)
        return moved / max(len(self.options) - 1, 1)

    @property
    def has_reverse(self) -> bool:  # type: ignore[override]  # of each space, not of the kind
        """Of two options each is the reverse of the other."""
        return len(self.options) == 2

    def moved_words(self, before: Union, after: Union) -> str:
        steps = self.distance(before, after)
        if not steps:
            return ""
        last = [*self.options][-1 if self._mean_rank(after) > self._mean_rank(before) else 0]
        return f"by {steps} of {len(self.options) - 1} steps towards {quoted(self.options[last])}"

    @property
    def _yes_or_no(self) -> bool:
        return self.options.keys() == {"no", "yes"}

    def _mean_rank(self, union: Union) -> float:
        ranks = [self._rank[option] for piece in union for option in piece]
        return sum(ranks) / len(ranks)

    def separation(self, one: Union, other: Union) -> Fraction:
        from fractions import Fraction

        if not self.ordered or self.meets((one, other)):
            return super().separation(one, other)
        return Fraction(self.distance(one, other) or 0, len(self.options) - 1)

    def agreement(self, one: Union, other: Union) -> Fraction | None:
        """Of two options on one scale of several: 1 where they are the same, 0 where they are its ends (Wahl-O-Mat)."""
        single = all(len(union) == 1 and len(union[0]) == 1 for union in (one, other))
        return 1 - self.separation(one, other) if single and self.ordered and len(self.options) > 1 else None

    def cells(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The options that the same pieces hold, together."""
        groups: dict[tuple[bool, ...], list[str]] = {}
        for option in self.options:
            groups.setdefault(tuple(option in piece for piece in pieces), []).append(option)
        return [frozenset(group) for group in groups.values()]

    def _quoted(self, options: Sequence[str], last: str = "and") -> str:
        return joined([quoted(self.options[option]) for option in options], last)

    def _any_of(self, piece: Piece) -> str:
        return joined([self.options[option] for option in self._in_order(piece)], "or")

    def _anything_but(self, piece: Piece) -> str:
        return "anything but " + self._quoted(self._left_out(piece), "or")

    def _left_out(self, piece: Piece) -> list[str]:
        return [option for option in self.options if option not in piece]

    def _in_order(self, piece: Piece) -> list[str]:
        return sorted(piece, key=self._rank.__getitem__)
