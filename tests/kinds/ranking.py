"""A seventh kind, which only the tests have: it shows that a kind is one file and one line in the table.

Ranking: an outcome is an order of the options, the most important first. A term names what must rank above what; a
piece is the set of orders that keep to that. Nothing is here but what every kind has to say of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise, permutations
from typing import Any

from posdiff.kinds.ids import names
from posdiff.kinds.kind import Declared, Piece, Problem, Reading, Space, Union, Words

Ranking = tuple[str, ...]


class RankingSpace(Space):
    """The orders of ``options`` (id to title)."""

    kind = "ranking"
    declares = frozenset(("options",))
    says = frozenset(("ranks", "accepts"))

    def __init__(self, options: Mapping[str, str]) -> None:
        self.options = dict(options)
        self.rankings: frozenset[Ranking] = frozenset(permutations(self.options))

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        if not words.get("options"):
            hint = "options: {land: Land, time: Time}"
            return Declared(None, (Problem((), "missing-key", "a ranking needs `options`", hint),))
        return Declared(cls(words["options"]))

    @property
    def everything(self) -> Piece:
        return self.rankings

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return {"accepts": word} if word == "any" else {"ranks": word}

    def read(self, words: Mapping[str, Words]) -> Reading:
        if words.get("accepts") == "any":
            return Reading(self.everything)
        problems: list[Problem] = []
        listed = words.get("ranks")
        chains = listed if isinstance(listed, list) and all(isinstance(chain, list) for chain in listed) else [listed]
        above: set[tuple[str, str]] = set()
        for chain in chains:
            above |= set(pairwise(names(chain, ("ranks",), "option", self.options, problems)))
        if problems:
            return Reading(None, tuple(problems))
        kept = frozenset(ranking for ranking in self.rankings if _keeps(ranking, above))
        if not kept:
            return Reading(None, (Problem(("ranks",), "empty-offer", "no order keeps to that", "delete one of them"),))
        return Reading(kept)

    def meet(self, one: Piece, other: Piece) -> Piece | None:
        return one & other or None

    def minus(self, one: Piece, other: Piece) -> Union:
        return (one - other,) if one - other else ()

    def tidy(self, union: Union) -> Union:
        return (frozenset().union(*union),) if union else ()

    def as_json(self, piece: Piece) -> Any:
        return [list(ranking) for ranking in sorted(piece)]

    def in_words(self, piece: Piece) -> str:
        if piece == self.everything:
            return "any order"
        pairs = permutations(self.options, 2)
        above = [(one, other) for one, other in pairs if all(_keeps(ranking, [(one, other)]) for ranking in piece)]
        kept = [ranking for ranking in self.rankings if _keeps(ranking, above)]
        if len(kept) == len(piece):
            return "; ".join(f"{self.options[one]} above {self.options[other]}" for one, other in above)
        return "; or ".join(" > ".join(self.options[option] for option in ranking) for ranking in sorted(piece))


def _keeps(ranking: Ranking, above: Iterable[tuple[str, str]]) -> bool:
    return all(ranking.index(one) < ranking.index(other) for one, other in above)
