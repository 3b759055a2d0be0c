"""Quantity: an outcome is a number in the issue's unit. A piece is an interval."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from posdiff.kinds.axis import Tick, round_numbers
from posdiff.kinds.forms import (
    Bound,
    Forms,
    TypedDict,
    WrittenAny,
    WrittenNumber,
    WrittenText,
    WrittenTruth,
    keys_of,
)
from posdiff.kinds.kind import Declared, Problem, Words
from posdiff.kinds.numbers import SEPARATED, exact, number_in_words, plain_number, unit_in_words
from posdiff.kinds.scale import UNLIMITED, ScaleSpace, bare, declared_range


class _Range(TypedDict):
    """The scale on which distances are measured."""

    min: Annotated[WrittenNumber, "Its lower end."]
    max: Annotated[WrittenNumber, "Its upper end."]


class _Keys(TypedDict, total=False):
    unit: Annotated[WrittenText, "The unit in which the numbers are meant: any word or unit (person, km**2)."]
    unlimited: Annotated[
        WrittenText, "The title of one more outcome above every number, such as No ceiling; without it there is none."
    ]
    whole: Annotated[WrittenTruth, "Whether only whole numbers are outcomes."]
    range: Annotated[_Range, "The scale on which distances are measured; without it there is none."]


class _Words(TypedDict, total=False):
    min: Annotated[WrittenNumber, "At least this number, in the issue's unit."]
    max: Annotated[WrittenNumber, "At most this number, in the issue's unit."]
    above: Annotated[WrittenNumber, "More than this number, in the issue's unit."]
    below: Annotated[WrittenNumber, "Less than this number; `unlimited` stands for any finite number."]
    exactly: Annotated[WrittenNumber, "The one number that is accepted."]
    accepts: WrittenAny


class IntervalJson(TypedDict):
    """Quantity: an interval of numbers in the issue's unit."""

    min: Annotated[Bound | None, "The lower end, in the issue's unit; null when there is none."]
    max: Annotated[Bound | None, "The upper end, in the issue's unit; null when there is none."]
    min_open: Annotated[bool, "Whether the lower end itself is left out."]
    max_open: Annotated[bool, "Whether the upper end itself is left out."]
    unlimited: Annotated[bool, "Whether the outcome `unlimited`, above every number, is accepted."]


class QuantitySpace(ScaleSpace):
    """Numbers in ``unit``: all of them, or whole ones; with ``unlimited``, one more outcome above every number."""

    kind = "quantity"
    declares = frozenset(keys_of(_Keys))
    says = frozenset(keys_of(_Words))
    columns = ("min", "max")
    forms = Forms(
        keys=_Keys, words=_Words, together=(("min", "max"), ("min", "below"), ("above", "max"), ("above", "below")),
        target=WrittenNumber, piece_json=IntervalJson, target_json=Bound, scale_json=Bound,
    )  # fmt: skip
    _LOWER = ("min", "above")
    _UPPER = ("max", "below")

    def __init__(
        self, unit: str | None, whole: bool = False, unlimited: str | None = None, range: tuple[Any, Any] | None = None
    ) -> None:
        self.unit, self.whole, self.unlimited, self.range = unit, whole, unlimited, range

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        problems = []
        whole = words.get("whole", "false")
        if whole not in ("true", "false"):
            problems.append(Problem(("whole",), "wrong-value", "expected true or false", None))
        space = cls(words.get("unit"), whole == "true", words.get("unlimited"))
        space.range = declared_range(space, words, problems)
        return Declared(space, tuple(problems))

    def declared(self) -> dict[str, Any]:
        return {"whole": self.whole, "unit": self.unit, "unlimited": self.unlimited is not None}

    def template(self) -> tuple[str, ...]:
        unlimited = f"; exactly: unlimited is “{self.unlimited}”" if self.unlimited else ""
        unit = f" {self.unit};" if self.unit else ""
        return (f"min:  #{unit} or max:, above:, below:, exactly:{unlimited}",)

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return bare(self, word, draft, "`min:` (at least), `max:` (at most) or `exactly:`")

    def _value(self, word: Words, path: tuple[str | int, ...]) -> Any | Problem:
        if not isinstance(word, str):
            return Problem(path, "wrong-shape", "expected a number", None)
        if word == UNLIMITED:
            if self.unlimited is None:
                hint = "declare it in the agenda: `unlimited: No ceiling`"
                return Problem(path, "unlimited-not-declared", "this issue has no outcome `unlimited`", hint)
            return UNLIMITED
        if re.fullmatch(SEPARATED, word):
            return plain_number(word, path)
        number, _, unit = word.strip().partition(" ")
        value = plain_number(number, path)
        if isinstance(value, Problem):
            return value
        unit = unit.strip()
        if unit and unit != self.unit:
            from posdiff.kinds.units import convert  # a units library is heavy: only when a value needs it

            return convert(value, unit, self.unit, path)
        return value

    def ticks(self, low: float, high: float, most: int) -> list[Tick]:
        return [Tick(float(value), number_in_words(value)) for value in round_numbers(low, high, most, self.whole)]

    def _shown(self, value: Any) -> Any:
        return UNLIMITED if value == UNLIMITED else exact(value)

    def _said(self, value: Any) -> str:
        return f"{number_in_words(value)} {unit_in_words(self.unit, value)}".strip()

    def _unit(self) -> str | None:
        return self.unit
