"""Quantity: an outcome is a number in the issue's unit. A piece is an interval."""

import re
from collections.abc import Mapping
from typing import Any

from posdiff.kinds.kind import Declared, Problem, Words
from posdiff.kinds.numbers import SEPARATED, exact, number_in_words, plain_number, unit_in_words
from posdiff.kinds.scale import UNLIMITED, ScaleSpace, bare, declared_range


class QuantitySpace(ScaleSpace):
    """Numbers in ``unit``: all of them, or whole ones; with ``unlimited``, one more outcome above every number."""

    kind = "quantity"
    declares = frozenset(("unit", "unlimited", "whole", "range"))
    says = frozenset(("min", "max", "above", "below", "exactly", "accepts"))
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

    def _shown(self, value: Any) -> Any:
        return UNLIMITED if value == UNLIMITED else exact(value)

    def _said(self, value: Any) -> str:
        return f"{number_in_words(value)} {unit_in_words(self.unit, value)}".strip()

    def _unit(self) -> str | None:
        return self.unit
