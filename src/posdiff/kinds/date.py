"""Date: an outcome is a day. A piece is the interval of days between two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from posdiff.kinds.axis import Tick, round_days
from posdiff.kinds.forms import Day, Forms, TypedDict, WrittenAny, WrittenDay, keys_of
from posdiff.kinds.intervals import BOTTOM, TOP, Cut
from posdiff.kinds.kind import Declared, Problem, Words
from posdiff.kinds.scale import ScaleSpace, bare, declared_range

#: 9999-12-31, the last day that ``datetime`` knows.
_LAST_DAY = 3_652_059


class _Period(TypedDict):
    """The scale on which distances between days are measured."""

    min: Annotated[WrittenDay, "Its first day."]
    max: Annotated[WrittenDay, "Its last day."]


class _Keys(TypedDict, total=False):
    range: Annotated[_Period, "The scale on which distances are measured; without it there is none."]


# `from` is a word of Python's.
_From = TypedDict("_From", {"from": Annotated[WrittenDay, "Not before this day."]}, total=False)


class _Words(_From, total=False):
    until: Annotated[WrittenDay, "Not after this day."]
    exactly: Annotated[WrittenDay, "The one day that is accepted."]
    accepts: WrittenAny


class DaysJson(TypedDict):
    """Date: an interval of days; its ends belong to it, and there is no unlimited."""

    min: Annotated[Day | None, "The first day; null when there is none."]
    max: Annotated[Day | None, "The last day; null when there is none."]
    min_open: Annotated[Literal[False], "Always false: the first day belongs to the interval."]
    max_open: Annotated[Literal[False], "Always false: the last day belongs to the interval."]
    unlimited: Annotated[Literal[False], "Always false: no day lies above every day."]


class DateSpace(ScaleSpace):
    """Days, as their proleptic Gregorian ordinals."""

    kind = "date"
    declares = frozenset(keys_of(_Keys))
    says = frozenset(keys_of(_Words))
    columns = ("first_day", "last_day")
    forms = Forms(
        keys=_Keys, words=_Words, together=(("from", "until"),), target=WrittenDay, piece_json=DaysJson,
        target_json=Day, scale_json=Day,
    )  # fmt: skip
    _LOWER = ("from",)
    _UPPER = ("until",)
    whole = True
    unlimited = None

    def __init__(self, range: tuple[Any, Any] | None = None) -> None:
        self.range = range

    @classmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        problems: list[Problem] = []
        space = cls()
        space.range = declared_range(space, words, problems)
        return Declared(space, tuple(problems))

    def template(self) -> tuple[str, ...]:
        return ("from:  # a day; or until:, exactly:",)

    def declared(self) -> dict[str, Any]:
        """Days are whole."""
        return {"whole": True}

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return bare(self, word, draft, "`from:` (not before), `until:` (not after) or `exactly:`")

    def _value(self, word: Words, path: tuple[str | int, ...]) -> Any | Problem:
        return ordinal(word, path)

    def _cuts(self, value: Any) -> tuple[Cut, Cut]:
        """Days end where the calendar does: "not after 9999-12-31" is no bound."""
        below, above = super()._cuts(value)
        return BOTTOM if value == 1 else below, TOP if value == _LAST_DAY else above

    def ticks(self, low: float, high: float, most: int) -> list[Tick]:
        return round_days(max(int(low), 1), min(int(high), _LAST_DAY), most)

    def room_around(self, value: float) -> float:
        return 45.0  # days

    def _shown(self, value: Any) -> Any:
        from datetime import date

        return date.fromordinal(value).isoformat()

    def _said(self, value: Any) -> str:
        return str(self._shown(value))

    def _bound(self, word: str, value: Any) -> str:
        return f"{'not before' if word == 'at least' else 'not after'} {self._said(value)}"

    def _unit(self) -> str | None:
        return "day"

    def _measured(self, size: Any) -> str:
        return f"{size:,} day{'' if size == 1 else 's'}"


def ordinal(word: Words, path: tuple[str | int, ...]) -> int | Problem:
    """The ordinal of a day written as ``2024-06-14``; a Problem for anything else."""
    from datetime import date

    hint = "write it as 2024-06-14"
    if not isinstance(word, str) or len(word) != 10 or word[4] != "-" or word[7] != "-" or not word.isascii():
        shown = f", found `{word[:40]}`" if isinstance(word, str) else ""
        return Problem(path, "not-a-date", f"expected a date{shown}", hint)
    try:
        return date.fromisoformat(word).toordinal()
    except ValueError:
        return Problem(path, "not-a-date", f"the date {word} does not exist", hint)
