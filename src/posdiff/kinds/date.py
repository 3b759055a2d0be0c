"""Date: an outcome is a day. A piece is the interval of days between two."""

from collections.abc import Mapping
from typing import Any

from posdiff.kinds.kind import Declared, Problem, Words
from posdiff.kinds.scale import BOTTOM, TOP, Cut, ScaleSpace, bare, declared_range

#: 9999-12-31, the last day that ``datetime`` knows.
_LAST_DAY = 3_652_059


class DateSpace(ScaleSpace):
    """Days, as their proleptic Gregorian ordinals."""

    kind = "date"
    declares = frozenset(("range",))
    says = frozenset(("from", "until", "exactly", "accepts"))
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

    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        return bare(self, word, draft, "`from:` (not before), `until:` (not after) or `exactly:`")

    def _value(self, word: Words, path: tuple[str | int, ...]) -> Any | Problem:
        return ordinal(word, path)

    def _cuts(self, value: Any) -> tuple[Cut, Cut]:
        """Days end where the calendar does: "not after 9999-12-31" is no bound."""
        below, above = super()._cuts(value)
        return BOTTOM if value == 1 else below, TOP if value == _LAST_DAY else above

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
        found = f", found `{word[:40]}`" if isinstance(word, str) else ""
        return Problem(path, "not-a-date", f"expected a day{found}", hint)
    try:
        return date.fromisoformat(word).toordinal()
    except ValueError:
        return Problem(path, "not-a-date", f"there is no day {word}", hint)
