"""Whether words, and numbers, begin and end where a quote does."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from posdiff.dossier.plain_text import HIDDEN

#: Scripts that are written without blanks between words.
_WITHOUT_BLANKS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "YI ")
#: What stands within a number.
_WITHIN_NUMBERS = ".,:/_\u2044\u2215\u2032\u2033\u00b7\u00d7\u066b\u066c\uff0e\uff0c"
#: What makes another of the number behind it, and what does of those on both sides.
_BEFORE_NUMBERS, _BETWEEN_NUMBERS = "\u2212<>\u2264\u2265\u2a7d\u2a7e\u00b1~\u2248", "\u00d7^"
_FRACTION = re.compile(r"\d{1,3}[/\u2044\u2215]\d")


def whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends beside whole words.

    ``can`` does not stand in ``can't`` nor in ``cannot``, ``nuclear`` not in ``nuclear-free``, and ``5`` neither in
    ``5.5`` nor in ``5,000``, ``5 000``, ``5 1/2``, ``5^2``, ``5 × 10``, ``-5``, ``>5`` or, with a minus, ``- 5``.
    """
    return not inside(text, start) and not inside(text, end)


def inside(text: str, at: int) -> bool:
    """Whether a place in a text that counts lies within a word or a number."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if HIDDEN in (left, right):
        return left.isdigit() or right.isdigit()
    if _of_word(left):
        if _of_word(right) or unicodedata.category(right).startswith("M"):
            return True
        after = text[at + 1] if at + 1 < len(text) else " "
        if right in "-'":
            return _of_word(after)
        if not left.isdigit():
            return False
        if right == " ":
            return _goes_on(text, at) or after in _BETWEEN_NUMBERS
        return right == "^" or (right in _WITHIN_NUMBERS and after.isdigit())
    if not _of_word(right):
        return False
    before = text[at - 2] if at > 1 else " "
    if left == "\u2014":
        return right.isdigit()
    if left == "-":
        return right.isdigit() or _of_word(before) or before in "')]"
    if left == "'":
        return _of_word(before)
    if not right.isdigit():
        return False
    if left == " ":
        return before in _BEFORE_NUMBERS + _BETWEEN_NUMBERS or (before.isdigit() and _goes_on(text, at - 1))
    return left in _BEFORE_NUMBERS or left == "^" or (left in _WITHIN_NUMBERS and (before.isdigit() or left == "."))


def _goes_on(text: str, blank: int) -> bool:
    """Whether a number goes on behind a blank: with thousands or with a fraction."""
    return _thousands(text, blank) or _mixed(text, blank)


def _mixed(text: str, blank: int) -> bool:
    """Whether a blank after a digit divides a whole number from a fraction: ``5 1/2``."""
    if blank > 3 and text[blank - 4 : blank].isdigit():
        return False
    following = text[blank + 1 : blank + 2]
    return (following.isnumeric() and not following.isdigit() and unicodedata.category(following) == "No") or bool(
        _FRACTION.match(text, blank + 1)
    )


def _thousands(text: str, blank: int) -> bool:
    """Whether a blank after a digit divides the thousands of a number: ``100 000``."""
    following = text[blank + 1 : blank + 5]
    if not following[:3].isdigit() or len(following) < 3 or following[3:].isdigit():
        return False
    low = blank
    while low > max(0, blank - 4) and text[low - 1].isdigit():
        low -= 1
    return blank - low <= 3


@lru_cache(maxsize=4096)
def _of_word(character: str) -> bool:
    """Whether a character is of a word that begins and ends somewhere."""
    if not character.isalnum():
        return False
    return character.isascii() or not unicodedata.name(character, "").startswith(_WITHOUT_BLANKS)
