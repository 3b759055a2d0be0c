"""Dates as people write them, without a guess: a day that could be two days is refused."""

from __future__ import annotations

import re
from datetime import date

from posdiff.findings.failure import USAGE, Failure

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# Not compiled here: most commands name no day.
_ISO = r"(?a:(\d{4})-(\d{2})-(\d{2})\Z)"
_MONTH_FIRST = r"(?a:([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z)"
_DAY_FIRST = r"(?a:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\Z)"
_NUMBERS = r"(?a:\d{1,4}[/.]\d{1,2}[/.]\d{1,4}\Z)"
_HINT = "write 2024-06-14, or June 14, 2024, or 14 June 2024, or today"


def parse(text: str, today: date) -> date:
    """The day that a text names. Raises Failure (usage) for anything that is not one day."""
    word = " ".join(text.strip().lower().split())
    if word == "today":
        return today
    if re.match(_NUMBERS, word):
        message = f"`{text}` is refused: in days written so, month and day can be mixed up"
        raise Failure(message, hint=_HINT, code=USAGE)
    parts: tuple[int, int, int] | None = None
    if match := re.match(_ISO, word):
        parts = int(match[1]), int(match[2]), int(match[3])
    elif (match := re.match(_MONTH_FIRST, word)) and (month := _month(match[1])):
        parts = int(match[3]), month, int(match[2])
    elif (match := re.match(_DAY_FIRST, word)) and (month := _month(match[2])):
        parts = int(match[3]), month, int(match[1])
    if parts is None:
        raise Failure(f"`{text}` is not a day", hint=_HINT, code=USAGE)
    try:
        return date(*parts)
    except ValueError:
        raise Failure(f"there is no day `{text}`", hint=_HINT, code=USAGE) from None


def _month(word: str) -> int | None:
    """The number of a month by its English name or the beginning of it, of three letters at least."""
    if len(word) < 3:
        return None
    return next(
        (number for number, name in enumerate(_MONTHS, 1) if name.startswith(word) or word == "sept" == name[:4]), None
    )
