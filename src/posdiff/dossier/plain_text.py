"""The plain text of a page, and what of it counts when words are looked for in it.

Two steps. ``plain`` is what is kept of a page beside its bytes: NFC, lines that end in ``\\n``, and nothing that cannot
be seen. ``normal`` is what a page and a quote are compared by: one blank for white space, one sign for all quotation
marks and apostrophes, one for all dashes. Nothing else is taken for the same: case counts, as does every other sign.
Of white space the end of a line stands only between numbers that might be taken for one, ``12`` and ``500``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from typing import Literal, NamedTuple

#: What nobody sees, by Unicode's class of what is to be ignored: soft hyphens, zero-width characters, fillers, marks of
#: the direction of writing, signs of variation, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
#: What stands in the text of a page where words within a line are hidden, or may be.
HIDDEN = "\u2588"
_QUOTATION_MARKS = (
    '"`\u00b4\u00ab\u00bb\u02b9\u02bc\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f'
    "\u2039\u203a\u300c\u300d\uff02\uff07"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ALIKE = (*((sign, "'") for sign in _QUOTATION_MARKS), *((sign, "-") for sign in _DASHES))
_LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
#: Of so many characters one may be a control character, or one that could not be decoded, in what is text.
_ONE_IN = 100
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
#: A word that is divided at the end of a line, and any other white space.
_DIVIDED = re.compile(r"(?<=\w-)\n\s*(?=\w)")
_SHORTER = re.compile(r"(?<=\w-)\n\s*(?=\w)|\A\s+|\s{2,}")
_DIVIDED_WORD = re.compile(r"(?<=[^\W\d_])-\n\s*(?=[^\W\d_])")
#: What a mark turns round: a number in it is another one to the eye.
_TURNED = re.compile("\u202e[^\u202c\u202e\n]*")
_LONG_NUMBER = re.compile("\\d[\\d.,]+")
#: A soft hyphen is seen at the end of a line.
_SOFT_END = re.compile("(?<=\\w)\u00ad[ \\t]*\n(?=[ \\t]*\\w)")
_HYPHENS = "-\u2010"
#: Letters of a word on either side of the hyphen that divides it.
_LONGEST_WORD = 40
#: Divided words of a page beyond which none is read by itself.
_MOST_DIVIDED = 20_000
#: Primes that are quotation marks, and no feet or minutes; a minus that stands apart from its number.
_PRIME = re.compile("(?<!\\d)[\u2032\u2033]")
_MINUS_APART = re.compile("\u2212(?=\\s\\d)")
#: Between numbers, what does not divide the thousands of one: anything but one blank within a line.
_BETWEEN_NUMBERS = re.compile(r"(?<!\d)(\d{1,3})(?![ \u00a0\u2007-\u2009\u202f]\d)\s+(?=\d{3}(?!\d))")
#: Marks in a row that are put in order: Unicode Standard Annex 15, Stream-Safe Text Format. What may be such a row.
_MOST_MARKS = 30
_MAY_BE_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_LONG_DASH = re.compile("(?<=[\\w.,;:!?'\"])\u2014|\u2014(?=\\w)")


def plain(text: str) -> str:
    """A text as it is kept: without what cannot be seen, in NFC, with ``\\n`` after lines and no blank before it."""
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    if "\u202e" in text:
        text = _TURNED.sub(lambda turned: _LONG_NUMBER.sub(HIDDEN, turned[0]), text)
    text = seen(_SOFT_END.sub("-\n", text) if "\u00ad" in text else text)
    text = _CONTROL.sub(" ", text)
    # Line by line: a pattern for blanks before the end of a line would go over a long run of them again and again.
    return "\n".join(line.rstrip() for line in normalised(text, "NFC").split("\n"))


def normalised(text: str, form: Literal["NFC", "NFKD"]) -> str:
    """A text in a normal form of Unicode, with at most 30 marks in a row put in order, as in its stream-safe format.

    To order a longer row takes as many steps as its length squared: a page of nothing but marks would have no end.
    """
    pieces, begun = [], 0
    for row in () if text.isascii() else _MAY_BE_MARKS.finditer(text):
        marks = 0
        for at in range(*row.span()):
            marks = marks + 1 if unicodedata.combining(text[at]) else 0
            if marks > _MOST_MARKS:
                pieces.append(text[begun:at])
                begun, marks = at, 1
    return "".join(unicodedata.normalize(form, piece) for piece in (*pieces, text[begun:]))


def is_text(text: str) -> bool:
    """Whether characters are text: no NUL, and at most one in a hundred is a control character or was not decoded."""
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    return "\0" not in text and odd * _ONE_IN <= len(text)


def seen(text: str) -> str:
    """A text without what cannot be seen."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def normal(text: str) -> str:
    """What counts of a quote, or of any text of which no places are asked for."""
    return _normal(plain(text))


class PageText(NamedTuple):
    """The text of a page: ``plain`` as it is kept, ``normal`` as words are looked for in it.

    ``joined``: the same with words that a hyphen divides at the end of a line put together without it; None where there
    is no such word. ``normal`` keeps the hyphen: nothing tells whether it is part of the word.
    """

    plain: str
    normal: str
    joined: str | None

    @classmethod
    def of(cls, plain: str) -> PageText:
        """The text of a page, of what ``plain`` gave."""
        divides = any(f"{hyphen}\n" in plain for hyphen in _HYPHENS)
        return cls(plain, _normal(plain), _normal(_DIVIDED_WORD.sub("", _alike(plain))) if divides else None)

    def offsets(self, joined: bool = False) -> Offsets:
        """What leads from places in ``normal`` (or in ``joined``) to those in ``plain``. Costs a walk over the page."""
        return _offsets(_alike(self.plain), bool if joined else None)

    def with_long_dashes(self) -> tuple[str, Offsets] | None:
        """The text with dashes that no word has within it as they are; None where none stands between words.

        Costs a walk over the page.
        """
        if not _LONG_DASH.search(self.plain):
            return None
        text = _alike(self.plain.replace("\u2014", "\0")).replace("\0", "\u2014")
        return _one_blank(_DIVIDED.sub("", text)), _offsets(text, None)

    def divided_as(self, words: str) -> tuple[str, Offsets] | None:
        """The text with each divided word as some words have it, with the hyphen or without; None where none divides.

        Costs a walk over the page, whatever the words are. None too where more words are divided than a book has.
        """
        if self.joined is None or (text := _alike(self.plain)).count("-\n") > _MOST_DIVIDED:
            return None

        def joins(hyphen: re.Match[str]) -> bool:
            before, after = _letters(text, hyphen.start(), -1), _letters(text, hyphen.end(), 1)
            return before + after in words and f"{before}-{after}" not in words

        return _normal(_DIVIDED_WORD.sub(lambda hyphen: "" if joins(hyphen) else hyphen[0], text)), _offsets(
            text, joins
        )


class Offsets(NamedTuple):
    """What leads from places in the text that counts to places in the plain text."""

    normal: tuple[int, ...]
    plain: tuple[int, ...]

    def start(self, at: int) -> int:
        """Where the character at a place stands in the plain text."""
        step = bisect_right(self.normal, at) - 1
        return at - self.normal[step] + self.plain[step]

    def end(self, at: int) -> int:
        """Where what ends before a place ends in the plain text."""
        return self.start(at - 1) + 1 if at else 0


def _alike(text: str) -> str:
    """Quotation marks, apostrophes and dashes as one sign each; no place moves."""
    if text.isascii():
        return text.replace('"', "'").replace("`", "'")
    if "\u2032" in text or "\u2033" in text:
        text = _PRIME.sub("'", text)
    if "\u2212" in text:
        text = _MINUS_APART.sub("\1", text)
    for sign, one in _ALIKE:
        text = text.replace(sign, one)
    return text.replace("\1", "\u2212")


def _normal(text: str) -> str:
    text = _alike(text)
    if "-\n" in text:
        text = _DIVIDED.sub("", text)
    return _one_blank(text)


def _one_blank(text: str) -> str:
    """A text with one blank for white space; between numbers that are two, the end of a line."""
    if not _BETWEEN_NUMBERS.search(text):
        return " ".join(text.split())
    return " ".join(_BETWEEN_NUMBERS.sub("\\1\1", text).split()).replace("\1", "\n")


def _letters(text: str, at: int, step: int) -> str:
    """The letters before a place, or after it, as many as a word may have."""
    end = at
    while abs(end - at) < _LONGEST_WORD and (text[end - (step < 0) : end + (step > 0)]).isalpha():
        end += step
    return text[min(at, end) : max(at, end)]


def _offsets(text: str, joins: Callable[[re.Match[str]], bool] | None) -> Offsets:
    """The places from which on the two texts are apart by another number of characters.

    ``joins``: whether a divided word is put together without its hyphen.
    """
    normal, plain, removed = [0], [0], 0
    for gap in _SHORTER.finditer(text):
        start, end = gap.span()
        inside_word = _DIVIDED.match(text, start) is not None
        kept = 0 if start == 0 or inside_word else 1
        hyphen = _DIVIDED_WORD.match(text, start - 1) if joins and inside_word else None
        if joins and hyphen and joins(hyphen):
            start -= 1
        removed += end - start - kept
        normal.append(end - removed)
        plain.append(end)
    return Offsets(tuple(normal), tuple(plain))
