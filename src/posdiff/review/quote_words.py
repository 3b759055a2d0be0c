"""The words with which findings speak of quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from posdiff.kinds.kind import joined

if TYPE_CHECKING:
    from posdiff.comparison.evidence.verification import SaidQuote, VerifiedQuote

_LONGEST = 200


def named(quote: SaidQuote) -> str:
    """``the quote on forces-ceiling``; of a reaction, which is on no issue, ``the quote on the draft``."""
    return f"the quote on {quote.issue}" if quote.issue else "the quote on the draft"


def pages_of(sources: Sequence[str]) -> str:
    """``the page of `paper```, or the pages of each of some sources."""
    keys = joined([f"`{key}`" for key in sources])
    return f"the {'page' if len(sources) == 1 else 'pages'} of {keys}"


def nearest(each: VerifiedQuote) -> str:
    """Why words do not stand in the page, behind them: a denial that ``…`` leaves out, and the nearest words there.

    Nothing where neither is known.
    """
    lost = f"; `…` leaves out *{each.lost}*" if each.lost else ""
    if each.near is None:
        return lost
    near = f"{lost}; the page has, on line {each.near.line} of its text: “{short(each.near.shown)}”"
    if lost or "*" in each.near.shown:
        return near
    if each.near.lacking:
        return f"{near}, without “{short(each.near.lacking)}”"
    return f"{near}: the same words, but other ones stand between them, or beside those in brackets"


def short(text: str) -> str:
    """Words on one line; of a long text the beginning."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
