"""Numbers, exactly: read from plain decimal digits, written for JSON and in words, with their units."""

import re
from typing import Any

from posdiff.kinds.kind import Problem

_PLAIN = re.compile(r"[+-]?(\d+(\.\d+)?)\Z", re.ASCII)
#: Digits in groups of three: what is meant is plain, and what to write instead can be told.
SEPARATED = r"[+-]?[0-9]{1,3}([,_' ][0-9]{3})+"
_MOST_DIGITS = 60


def plain_number(text: str, path: tuple[str | int, ...]) -> Any | Problem:
    """The exact number that plain decimal digits name: an int, or a Fraction; a Problem for anything else."""
    match = _PLAIN.match(text)
    if not match:
        hint = "write plain digits: 21000, 0.5, -3"
        if re.fullmatch(SEPARATED, text):
            hint = f"write {re.sub('[^0-9+-]', '', text)}, without separators"
        elif "," in text:
            hint = "write a decimal point: 0.5"
        return Problem(path, "not-a-number", f"`{text[:40]}` is not a plain number", hint)
    if len(text) > _MOST_DIGITS:
        return Problem(
            path, "not-a-number", f"a number of {len(text)} characters; at most {_MOST_DIGITS} are read", None
        )
    if "." not in text:
        return int(text)
    from fractions import Fraction

    value = Fraction(text)
    return value.numerator if value.denominator == 1 else value


def exact(value: Any) -> int | float | str:
    """A number for JSON: an integer; a float when that is the very same number; else an exact fraction as text."""
    if isinstance(value, int):
        return value
    if value.denominator == 1:
        return int(value.numerator)
    nearest = float(value)
    return nearest if _decimal(value) == repr(nearest) else _decimal(value) or f"{value.numerator}/{value.denominator}"


def _decimal(value: Any) -> str | None:
    """The digits of a number that has finitely many; None for one that has not."""
    denominator, places = value.denominator, 0
    while denominator % 10 == 0:
        denominator, places = denominator // 10, places + 1
    for factor in (2, 5):
        while denominator % factor == 0:
            denominator, places = denominator // factor, places + 1
    if denominator != 1:
        return None
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:].rstrip('0')}" if places else digits).rstrip(".")


def number_in_words(value: Any) -> str:
    """A number with thousands separated; one with endless digits as a fraction."""
    if isinstance(value, int):
        return f"{value:,}"
    digits = _decimal(value)
    if digits is None:
        return f"{value.numerator:,}/{value.denominator:,}"
    whole, _, rest = digits.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(whole):,}.{rest}" if rest else f"{sign}{int(whole):,}"


_PLURALS = {"foot": "feet", "percent": "percent", "inch": "inches"}
_POWERS = str.maketrans("23", "²³")


def unit_in_words(unit: str | None, value: Any) -> str:
    """A unit beside a number: ``km**2`` as km², words in the plural where the number is not one."""
    if unit is None:
        return ""
    shown = re.sub(r"\s*(?:\*\*|\^)\s*([23])\b", lambda power: power.group(1).translate(_POWERS), unit)
    if value == 1 or not re.fullmatch("[a-z]{3,}", unit) or unit.endswith("s"):
        return shown
    return _PLURALS.get(unit, unit + "s")
