"""Whether words, and numbers, begin and end where a quote does."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Scripts that are written without blanks between words.
_WITHOUT_BLANKS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "YI ")
#: What stands within a number.
_WITHIN_NUMBERS = ".,:/"


def whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends beside whole words.

    ``can`` does not stand in ``can't`` nor in ``cannot``, ``nuclear`` not in ``nuclear-free``, and ``5`` neither in
    ``5.5`` nor in ``5,000``, ``5 000`` or ``-5``.
    """
    return not _inside(text, start) and not _inside(text, end)


def _inside(text: str, at: int) -> bool:
    """Whether a place lies within a word or a number."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if _of_word(left):
        if _of_word(right) or unicodedata.category(right).startswith("M"):
            return True
        after = text[at + 1] if at + 1 < len(text) else " "
        if right in "-'":
            return _of_word(after)
        if not left.isdigit():
            return False
        return (right in _WITHIN_NUMBERS and after.isdigit()) or (right == " " and _thousands(text, at))
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
    return (left in _WITHIN_NUMBERS and (before.isdigit() or left == ".")) or (
        left == " " and before.isdigit() and _thousands(text, at - 1)
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
