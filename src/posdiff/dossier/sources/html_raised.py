"""Signs that stand above or below a line: marks of footnotes are left out, and no number is read as part of another.

A mark is a number, a sign or a letter in `sup` that is a link, a number in brackets, an asterisk or the like, or a bare
number that counts on from the marks before it. A bare number behind 10 or 2, behind a unit or behind a price is none:
numbers that are no marks become the signs that stand for them (`10⁶`, `km²`), so that `10<sup>6</sup>` is neither
106 nor 10.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ONE = r"(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|(?:note|nb|n|прим)\.? ?\d{1,3})"
_LINKED_MARK = re.compile(rf"[\[(]?{_ONE}[\])]?(?: ?, ?[\[(]?{_ONE}[\])]?){{0,9}}\Z", re.IGNORECASE)
_PLAIN_MARK = re.compile(r"(?:\[\d{1,4}\]|[*†‡§¶]{1,3})\Z")
_NUMBER = re.compile(r"[1-9]\d{0,2}\Z", re.ASCII)
#: What a number above the line multiplies, or squares, and prices, whose smaller part some print above the line.
_BASE = re.compile(r"(?<!\d)(?:10|2)\Z", re.ASCII)
_PRICE = re.compile(r"[$€£¥₽₴]\s?[\d.,]*\Z")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|mm|cm|dm|km|ft|in|mi|yd|мм|см|дм|км)\Z")
_ENDS = ".,;:!?'\"\u2019\u201d\u00bb\u2026"
ABOVE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
#: Letters of an ending that a number may have above the line (`5th`); characters before a sign that are looked at.
_LONGEST_ENDING, TAIL = 3, 16


class Raised(NamedTuple):
    """What becomes of a sign: by itself, and where a letter or digit, or a bar, follows it at once.

    ``mark``: the number of the footnote that it is the mark of; 0 where it is none, or has no number.
    """

    text: str
    before_word: str
    before_bar: str
    mark: int = 0


def raised(before: str, content: str, below: bool, linked: bool, marks: int) -> Raised:
    """What becomes of a sign above or below the line. ``marks``: the highest number of a mark before it."""
    inner = content.strip()
    signs = content.translate(BELOW if below else ABOVE).replace("+", "")
    if not below and _is_mark(before, inner, linked, marks):
        number = max((int(each) for each in re.findall(r"\d{1,4}", inner)), default=0)
        return Raised("", signs, signs, number)
    last, first = before[-1:], inner[:1]
    if last in (")", "]") and first.isdigit():
        return Raised(signs, signs, signs)
    if last.isalnum() and (first.isalnum() or first == "+"):
        if (first.isdigit() or first == "+") and (last.isdigit() or not below):
            return Raised(signs, signs, signs)
        if (last.isalpha() and first.isalpha()) or (len(inner) > _LONGEST_ENDING and first.isalpha()):
            content = f" {content}"
    if below:
        return Raised(content, content, content)
    return Raised(content, f"{signs} " if inner[-1:].isalnum() else content, content)


def _is_mark(before: str, inner: str, linked: bool, marks: int) -> bool:
    if _PLAIN_MARK.match(inner) or (linked and _LINKED_MARK.match(inner)):
        return True
    if not _NUMBER.match(inner):
        return False
    last, number = before[-1:], int(inner)
    if last.isdigit():
        return number == marks + 1 and not _BASE.search(before) and not _PRICE.search(before)
    if last.isalpha():
        return number <= marks + 1 and not _UNIT.search(before)
    return bool(last) and last in _ENDS and number <= marks + 1
