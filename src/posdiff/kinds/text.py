"""Text: what no machine can compare. A piece is the words themselves, for telling whether they are the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from posdiff.kinds.forms import Forms, TypedDict, WrittenText, keys_of
from posdiff.kinds.kind import Declared, Piece, Problem, Reading, Space, Union, Words


class _Keys(TypedDict, total=False):
    """A text has no keys of its own."""


class _Words(TypedDict, total=False):
    says: Annotated[WrittenText, "What the party says, in words."]


class TextSpace(Space):
    """Words. Two texts are the same or they are not: there is no verdict on what they mean."""

    kind = "text"
    says = frozenset(keys_of(_Words))
    forms = Forms(keys=_Keys, words=_Words, piece_json=Annotated[str, "Text: the words themselves."])
    comparable = False

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        return Declared(cls())

    @property
    def everything(self) -> Piece:
        return None

    def template(self) -> tuple[str, ...]:
        return ("says:  # the words",)

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return {"says": word}

    def read(self, words: Mapping[str, Words]) -> Reading:
        text = words["says"]
        if not isinstance(text, str) or not text.strip():
            return Reading(None, (Problem(("says",), "wrong-shape", "expected text", "says: the words"),))
        return Reading(text)

    def meet(self, one: Piece, other: Piece) -> Piece | None:
        if one is None or other is None:
            return other if one is None else one
        said = one.split("\n")
        return "\n".join((*said, *(line for line in other.split("\n") if line not in said)))

    def minus(self, one: Piece, other: Piece) -> Union:
        return () if other is None or one == other else (one,)

    def tidy(self, union: Union) -> Union:
        return tuple(dict.fromkeys(union))

    def as_json(self, piece: Piece) -> Any:
        return piece

    def in_words(self, piece: Piece) -> str:
        return "anything" if piece is None else str(piece)
