"""Set: an outcome is a subset of the members. A piece says which members are in it and which are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, Literal, Required

from posdiff.kinds.cubes import MOST_CUTS, Bits, Subsets, consensus, contested_by, escape, holds, largest, of_all
from posdiff.kinds.forms import Forms, Ids, Titles, TypedDict, WrittenAny, WrittenIds, keys_of
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

_NONE: frozenset[str] = frozenset()
#: Of more pieces than these no larger ones are made: what the union holds is the same.
_FEW = 12
#: Above so many pieces a union is no longer searched for larger ones: it stays exact, only less short.
_MOST_PIECES = 64


class _Keys(TypedDict, total=False):
    members: Required[Annotated[Titles, "What can be in the set, by id, with their titles."]]


class _Words(TypedDict, total=False):
    includes: Annotated[Literal["all"] | WrittenIds, "The members that must be in."]
    excludes: Annotated[Literal["all"] | WrittenIds, "The members that must be left out."]
    within: Annotated[Literal["all"] | WrittenIds, "The members beyond which nothing may be in."]
    exactly: Annotated[Literal["all", "none"] | WrittenIds, "The members that are in, and no others; `all` or `none`."]
    accepts: WrittenAny


class CubeJson(TypedDict):
    """Set: every subset of the members that has all of the one and none of the other."""

    includes: Annotated[Ids, "The members that are in, in the agenda's order."]
    excludes: Annotated[Ids, "The members that are left out, in the agenda's order."]


class SetSpace(Space):
    """The subsets of ``members`` (id to title)."""

    kind = "set"
    has_reverse = True
    noun = "member"
    declares = frozenset(keys_of(_Keys))
    says = frozenset(keys_of(_Words))
    columns = ("members", "excluded_members")
    forms = Forms(keys=_Keys, words=_Words, together=(("includes", "excludes", "within"),), piece_json=CubeJson)

    def __init__(self, members: Mapping[str, str]) -> None:
        self.members = dict(members)
        self._rank = {member: rank for rank, member in enumerate(self.members)}

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        if not words.get("members"):
            hint = "members: {north: North, south: South}"
            return Declared(None, (Problem((), "missing-key", "a set needs `members`", hint),))
        return Declared(cls(words["members"]))

    @property
    def everything(self) -> Piece:
        return Subsets(frozenset(), frozenset())

    def lists_all(self, piece: Subsets) -> bool:
        return piece.includes | piece.excludes == frozenset(self.members)

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        if word == "any":
            return {"accepts": word}
        hint = "write `includes:`, `excludes:`, `within:` or `exactly:`"
        return Problem((), "bare-value", "a bare list of members says neither `includes` nor `exactly`", hint)

    def read(self, words: Mapping[str, Words]) -> Reading:
        problems: list[Problem] = []
        if "accepts" in words:
            return self._read_any(words)
        if "exactly" in words and len(words) > 1:
            hint = "delete the other keys: `exactly` says it all"
            return Reading(None, (Problem(("exactly",), "two-ways", "`exactly` cannot be combined", hint),))
        by_key: dict[str, frozenset[str]] = {}
        for key, word in words.items():
            if word == "all":
                by_key[key] = frozenset(self.members)
            elif word == "none" and key == "exactly":
                by_key[key] = frozenset()
            elif word in ("none", "any"):
                hint = "delete the key, or write `exactly: none` if nothing may be in it"
                problems.append(Problem((key,), "reserved-word", f"`{key}: {word}` is not allowed", hint))
            else:
                by_key[key] = frozenset(names(word, (key,), "member", self.members, problems))
        if problems:
            return Reading(None, tuple(problems))
        if "exactly" in by_key:
            return Reading(Subsets(by_key["exactly"], frozenset(self.members) - by_key["exactly"]))
        includes, excludes = by_key.get("includes", frozenset()), by_key.get("excludes", frozenset())
        outside = frozenset(self.members) - by_key["within"] if "within" in by_key else frozenset()
        for key, refused in (("excludes", excludes), ("within", outside)):
            if includes & refused:
                both = joined(self._in_order(includes & refused))
                message = f"{both} is both included and left out by `{key}`: no outcome could be accepted"
                return Reading(None, (Problem((key,), "empty-offer", message, "delete it from one of the two"),))
        return Reading(Subsets(includes, excludes | outside))

    def _read_any(self, words: Mapping[str, Words]) -> Reading:
        if words["accepts"] == "any" and len(words) == 1:
            return Reading(self.everything)
        message = "on a set, `accepts` takes only `any`, and no other key beside it"
        hint = "write `includes:`, `excludes:`, `within:` or `exactly:`"
        return Reading(None, (Problem(("accepts",), "wrong-value", message, hint),))

    def meet(self, one: Subsets, other: Subsets) -> Subsets | None:
        both = Subsets(one.includes | other.includes, one.excludes | other.excludes)
        return None if both.includes & both.excludes else both

    def minus(self, one: Subsets, other: Subsets) -> Union:
        if self.meet(one, other) is None:
            return (one,)
        pieces, includes, excludes = [], one.includes, one.excludes
        for member in self._in_order(other.includes - one.includes):
            pieces.append(Subsets(includes, excludes | {member}))
            includes |= {member}
        for member in self._in_order(other.excludes - one.excludes):
            pieces.append(Subsets(includes | {member}, excludes))
            excludes |= {member}
        return tuple(pieces)

    def inside(self, one: Subsets, other: Subsets) -> bool:
        return holds(other, one)

    def within(self, one: Union, other: Union, budget: int = MOST_CUTS) -> bool | None:
        cuts = self._bits(other)
        # What is left of everything is asked first: where that is nothing, one question does for all.
        if len(one) > 1 and escape([(0, 0)], cuts, budget) is False:
            return True
        escapes = escape(self._bits(one), cuts, budget)
        return None if escapes is None else not escapes

    def _bits(self, union: Union) -> list[Bits]:
        """Pieces as numbers, a bit for each member."""
        rank = self._rank
        return [
            (sum(1 << rank[member] for member in includes), sum(1 << rank[member] for member in excludes))
            for includes, excludes in union
        ]

    def largest(self, pieces: Union, most: int | None = None) -> Union:
        return tuple(largest(pieces, most))

    def tidy(self, union: Union) -> Union:
        """Every largest piece of the union (its prime implicants, by consensus: Blake 1937, Quine 1955)."""
        pieces = set(largest(union))
        grown = 1 < len(pieces) <= _FEW
        while grown and len(pieces) <= _MOST_PIECES:
            grown = False
            for first, second in combinations(sorted(pieces, key=self._order), 2):
                bridge = consensus(first, second)
                if bridge and not any(holds(piece, bridge) for piece in pieces):
                    pieces = {*largest((*pieces, bridge))}
                    grown = True
                    break
        return tuple(sorted(pieces, key=self._order))

    def as_json(self, piece: Subsets) -> Any:
        return {"includes": self._in_order(piece.includes), "excludes": self._in_order(piece.excludes)}

    def in_words(self, piece: Subsets) -> str:
        return "; ".join(f"{words}: {titles}" if words else titles for words, titles in self._clauses(piece))

    def condition_words(self, title: str, piece: Subsets) -> str:
        """One colon is enough: ``Withdrawal: must include Donetsk``; members of several words are quoted."""
        clauses = [f"{words} {titles}".strip() for words, titles in self._clauses(piece, quote=True)]
        return f"{title}: {' and '.join(clauses)}"

    def _clauses(self, piece: Subsets, quote: bool = False) -> list[tuple[str, str]]:
        """What is said of members, and the titles of those of which it is said."""
        includes, excludes = (self._titles(members, quote) for members in piece)
        if not piece.includes and not piece.excludes:
            return [("", "anything")]
        if len(piece.includes) + len(piece.excludes) == len(self.members):
            return [("only" if piece.excludes else "", includes)] if piece.includes else [("", "none")]
        clauses = [("must include", includes)] if piece.includes else []
        if piece.excludes:
            rest = frozenset(self.members) - piece.excludes
            # Named as what is left, members that nobody named would read as if they had been: only a few are.
            short = 2 * len(rest) < len(piece.excludes)
            clauses.append(("at most", self._titles(rest, quote)) if short else ("must not include", excludes))
        return clauses

    @property
    def vocabulary(self) -> Mapping[str, str]:
        return self.members

    def named_in(self, piece: Subsets) -> frozenset[str]:
        return piece.includes | piece.excludes

    def template(self) -> tuple[str, ...]:
        return (*titles_in_comments(self.members), "includes:  # a list; or excludes:, within:, exactly:")

    def in_columns(self, union: Union) -> tuple[list[str], list[str]]:
        """The members that every way of accepting has in it, and those that every one leaves out."""
        included = frozenset.intersection(*(piece.includes for piece in union))
        excluded = frozenset.intersection(*(piece.excludes for piece in union))
        return self._in_order(included), self._in_order(excluded)

    def clash_words(self, clash: Sequence[str], stances: Sequence[Stance]) -> str:
        """Which members one demands and another rules out, those with the same sides together."""
        if not clash:
            return super().clash_words(clash, stances)
        sides: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        for member in clash:
            wanted, refused = [], []
            for stance in stances:
                pieces = stance.accepted or stance.conceivable
                if pieces and all(member in piece.includes for piece in pieces):
                    wanted.append(stance.party)
                elif pieces and all(member in piece.excludes for piece in pieces):
                    refused.append(stance.party)
            sides.setdefault((tuple(wanted), tuple(refused)), []).append(self.members[member])
        parts = []
        for (wanted_by, refused_by), members in sides.items():
            who = [f"included by {joined(wanted_by)}"] if wanted_by else []
            who += [f"ruled out by {joined(refused_by)}"] if refused_by else []
            parts.append(f"{joined(members)}: {', '.join(who) or 'disputed'}")
        return "; ".join(parts)

    def emptied_words(self, pieces: Sequence[Subsets], why: Callable[[str], str | None]) -> str:
        contested = frozenset().union(*(contested_by(pieces[-1], piece) for piece in pieces[:-1]))
        return f"what one demands, another rules out ({self._titles(contested)})"

    def clash(self, unions: Sequence[Union]) -> list[str]:
        """The contested members: wanted in by one and out by another, between the offers that are nearest."""
        unions = tuple(dict.fromkeys(unions))  # many parties hold few different terms
        contested: set[str] = set()
        for first, second in combinations(unions, 2):
            nearest = [contested_by(a, b) for a in first for b in second]
            fewest: frozenset[str] = min(nearest, key=self._length, default=_NONE)
            contested |= fewest
        return self._in_order(contested)

    def distance(self, one: Union, other: Union) -> int | None:
        """The number of contested members, between the offers that are nearest."""
        return min((len(contested_by(a, b)) for a in one for b in other), default=None)

    def separation(self, one: Union, other: Union) -> Fraction:
        from fractions import Fraction

        return Fraction(self.distance(one, other) or 0, len(self.members))

    def difference(self, one: Union, other: Union) -> Fraction:
        """Over the members that either demands or rules out: 1 where the other has it the other way, 1/2 where it is
        silent; the mean. Offers of equal rank say of a member what all of them say.
        """
        from fractions import Fraction

        if self.equal(one, other):
            return Fraction(0)
        mine, theirs = (of_all(union) for union in (one, other))
        named = frozenset().union(*mine, *theirs)
        opposed = contested_by(mine, theirs)
        alike = (mine.includes & theirs.includes) | (mine.excludes & theirs.excludes)
        halves = len(named - alike) + len(opposed)
        return Fraction(halves, 2 * len(named)) if halves else Fraction(1, 2)

    def cells(self, pieces: Sequence[Subsets]) -> None:
        """Not gone through: every member that is named doubles them."""
        return

    def axes(self, pieces: Sequence[Subsets]) -> list[list[Piece]]:
        """For every member that is named: whether it is in."""
        named = frozenset().union(*(piece.includes | piece.excludes for piece in pieces))
        return [
            [Subsets(_NONE, frozenset((member,))), Subsets(frozenset((member,)), _NONE)]
            for member in self._in_order(named)
        ]

    def _length(self, members: frozenset[str]) -> tuple[int, list[int]]:
        return len(members), sorted(self._rank[member] for member in members)

    def _in_order(self, members: Iterable[str]) -> list[str]:
        return sorted(members, key=self._rank.__getitem__)

    def _titles(self, members: frozenset[str], quote: bool = False) -> str:
        titles = [self.members[member] for member in self._in_order(members)]
        quote = quote and any(" " in title for title in titles)
        return joined([quoted(title) if quote else title for title in titles])

    def _order(self, piece: Subsets) -> tuple[Any, ...]:
        return self._length(piece.includes | piece.excludes), self._length(piece.includes)
