"""Exact conversion of a number from one unit to another, by pint. Imported only when a value names another unit."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from posdiff.kinds.kind import Problem

#: At most four units with powers of one digit. pint would work out anything: `km**9**9**9` has no end.
_UNIT = r"[A-Za-zµ°%_]{1,30}(\*\*-?[0-9])?( ?[*/] ?[A-Za-zµ°%_]{1,30}(\*\*-?[0-9])?){0,3}"


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    # Fractions all the way: a mile is 5280 feet of exactly 0.3048 metres, and stays so.
    return pint.UnitRegistry(non_int_type=Fraction)


@lru_cache(maxsize=256)
def _units(text: str) -> Any:
    """pint's unit for a text; None where it knows none. Only words, digits and powers: no expression is evaluated."""
    if not re.fullmatch(_UNIT, text):
        return None
    try:
        return _registry().parse_units(text)
    except Exception:  # noqa: BLE001  pint raises a dozen types (tokenizer's and parser's too) for what it cannot read
        return None


def convert(value: Any, unit: str, into: str | None, path: tuple[str | int, ...]) -> Any | Problem:
    """``value`` of ``unit`` in the unit ``into``, exactly; a Problem where that cannot be done."""
    if into is None:
        return Problem(path, "unknown-unit", f"the issue has no unit to convert `{unit}` to", "declare `unit:`")
    source, target = _units(unit), _units(into)
    for name, known in ((unit, source), (into, target)):
        if known is None:
            hint = f"write the value in the issue's own unit, `{into}`"
            return Problem(path, "unknown-unit", f"the unit `{name}` is not known, so nothing can be converted", hint)
    if source.dimensionality != target.dimensionality:
        hint = f"write the value in `{into}`, or in a unit that measures the same"
        return Problem(path, "wrong-dimension", f"`{unit}` does not measure the same as `{into}`", hint)
    try:
        result = Fraction(_registry().Quantity(Fraction(value), source).to(target).magnitude)
    except Exception:  # noqa: BLE001  units with a logarithm (dB) have no exact factor
        hint = f"write the value in `{into}`"
        return Problem(path, "wrong-dimension", f"`{unit}` cannot be converted to `{into}` exactly", hint)
    return result.numerator if result.denominator == 1 else result
