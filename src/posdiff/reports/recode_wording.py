"""How far two codings agree, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from posdiff.answers.recode import Agreement, Field
from posdiff.answers.second_coding import SecondCoding

FIELDS: Mapping[Field, str] = {
    "outcome": "outcome", "firmness": "firmness", "vague": "vagueness", "condition": "conditions",
}  # fmt: skip
NOT_DEFINED = "not defined"
#: Why it is not.
_TOO_FEW, _NOTHING_VARIES = "it takes two terms that can be measured", "nothing varies"


def percent(agreed: Agreement) -> Fraction | None:
    """Of how many of a hundred terms the field is the same; None where none was compared."""
    return Fraction(100 * agreed.agreed, agreed.terms) if agreed.terms else None


def agreed_in_words(agreed: Agreement) -> str:
    """``31 of 38 (81.6 %)``."""
    share = percent(agreed)
    return "none compared" if share is None else f"{agreed.agreed} of {agreed.terms} ({float(share):.1f} %)"


def alpha_in_words(agreed: Agreement) -> str:
    """Alpha of an agreement, with its bounds."""
    bounds = agreed.bounds
    return alpha(agreed.alpha, bounds.low if bounds else None, bounds.high if bounds else None, agreed.measured)


def alpha(
    value: float | Fraction | None, low: float | Fraction | None, high: float | Fraction | None, measured: int
) -> str:
    """``0.84 (0.76 to 0.90)``: alpha, and the bounds between which 95 of 100 samples lie; why there is none.

    ``measured``: over how many terms it is taken.
    """
    if value is None:
        return f"{NOT_DEFINED}: {_NOTHING_VARIES if measured > 1 else _TOO_FEW}"
    words = f"{float(value):.2f}"
    return words if low is None or high is None else f"{words} ({float(low):.2f} to {float(high):.2f})"


def off_sheet(missing: int, drawn: int) -> str:
    """``3 of the 16 terms drawn are not on the sheet``; empty where all are."""
    return f"{missing} of the {drawn} terms drawn {'is' if missing == 1 else 'are'} not on the sheet" if missing else ""


def kept(again: SecondCoding) -> str:
    """What is told of a second coding that is kept; no figure where it is of terms that are no longer there."""
    if again.gone:
        gone = "a term that is" if again.gone == 1 else f"{again.gone} terms that are"
        return f"out of date, it is of {gone} no longer there"
    told = in_short(again.terms, again.on_record, alpha(again.alpha, again.low, again.high, again.measured))
    told += "" if again.coder else "; the sheet does not say who filled it in"
    told += f"; {missing}" if (missing := off_sheet(again.off_sheet, again.off_sheet + again.on_sheet)) else ""
    if again.same_coder:
        same = f"{again.same_coder} of {again.terms} terms are coded first by the same person, {again.coder}"
        return f"out of date: {same}; before that {told}"
    changed = f"out of date: {again.changed} of {again.terms} terms changed since; before that "
    return changed + told if again.changed else told


def in_short(coded: int, on_record: int, alpha: str) -> str:
    """``40 terms of 388, alpha 0.84 (0.76 to 0.90)``."""
    terms = "term" if coded == 1 else "terms"
    return f"{coded} {terms} of {on_record}, alpha {alpha}"
