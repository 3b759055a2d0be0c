"""Words that deny, refuse or set a condition: what ``…`` must not leave out, and a bracket must not put in.

The lists are data, a language each: ``[denials]`` in ``languages/*.toml``. Words are compared as a reader takes them:
without marks over, under or through their letters, in whatever shape the letters are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from posdiff.comparison.evidence.lettering import bare, mixes_alphabets
from posdiff.dossier.plain_text import HIDDEN

#: A word, with the marks on its letters; the sign of hidden words is one.
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
WORD = re.compile(rf"{HIDDEN}|[^\W_](?:[{_MARKS}]*'?[{_MARKS}]*[^\W_])*")
#: Figures that stand for letters: ``n0t``.
_FIGURES = (str.maketrans("013457@$!", "oieastasi"), str.maketrans("013457@$!", "oleastasl"))
#: A word with figures; a year, or several (``2025-2026`` and ``2030s`` are not looked at as one).
_FIGURES_OF_A_WORD = re.compile(r"[^\s,;()'-]*\d[^\s,;()'-]*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d\.?")
#: Letters by themselves that spell a word, and how many of them are looked at; a word of which a letter is not shown.
_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,3}[^\W_](?![^\W_]))+")
_MOST_SPELLED = 30
_STARRED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}\*+[^\W\d_]{1,40}")
_INITIALS = re.compile(r"[^\W\d_]\.\s?[^\W\d_]")
_SIGN_OF_AMOUNT = re.compile(r"[%‰€$£₴₽]|\d+")
#: The last two words before what is left out, and the first one behind it.
_NUMBER = r"\b\w(?:'?\w){0,39}"
_LAST_TWO = re.compile(rf"(?:({_NUMBER})[^\w\[\].,;:!?…]+)?({_NUMBER})[^\w\[\].,;:!?…]*\Z")
_FIRST = re.compile(rf"[^\w\[\].,;:!?…]*({_NUMBER})")
_BESIDE = 100
_SINGLE = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]+[^\W_](?![^\W_]))+")


def denies(words: str) -> bool:
    """Whether one of some words, as they count, denies what stands beside it."""
    return denial_in(words) is not None


def denial_in(words: str) -> str | None:
    """The first of some words, as they count, that denies what stands beside it; the sign of hidden words does."""
    return _found(WORD.findall(words), _lists().denials) or _spelled_denial(words)


def ends_with_amount(words: str) -> bool:
    """Whether some words end with a number, or with a number and its unit."""
    last = _LAST_TWO.search(words, max(0, len(words) - _BESIDE))
    if last is None:
        return False
    return is_figure(last[2]) or (bool(last[1]) and is_figure(last[1]) and _any([last[2]], _lists().units))


def begins_with_amount(words: str) -> bool:
    """Whether some words begin with a number."""
    first = _FIRST.match(words)
    return first is not None and is_figure(first[1])


def amount_in(words: str) -> str | None:
    """The first of some words that makes another amount of a number beside them: a number, a unit or a limit."""
    sign = _SIGN_OF_AMOUNT.search(words)
    return sign[0] if sign else _found(WORD.findall(words), _lists().of_amounts)


def weakening_in(words: str) -> str | None:
    """The first of some words that sets a condition, or makes a promise a possibility; the month of May does not."""
    lists = _lists()
    row = [word for word in WORD.findall(words) if word != "May"]
    if _found(row, lists.weakening) is None:
        return None
    return _found(lists.not_conditions.sub("", " ".join(row)).split(), lists.weakening)


def is_figure(word: str) -> bool:
    """Whether a word is a number, in figures or in letters."""
    return any(map(str.isnumeric, word)) or bare(word) in _lists().numbers


def may_not_be_put_in(words: str) -> bool:
    """Whether words in a bracket change what is said: deny, set a condition, count, limit, doubt.

    However their letters are parted or disguised. Of figures a bracket may have no other than those of a year.
    """
    if any(not _YEAR.fullmatch(found[0]) for found in _FIGURES_OF_A_WORD.finditer(words)):
        return True
    readings = [words]
    folded = bare(words)
    if any(character.isdigit() or character in "@$!" for character in folded):
        readings += [_with_letters(folded, table) for table in _FIGURES]
    lists = _lists()
    every = (*lists.denials, *lists.in_brackets)
    for reading in readings:
        if _any(WORD.findall(reading), every):
            return True
        # ``n-ot``, ``n.o.t``; ``n o t``; whatever else parts the letters of all of it.
        parted = [_letters(part) for part in reading.split()]
        spelled = [_letters(found[0]) for found in _SINGLE.finditer(bare(reading))]
        if _any(parted, every) or any(_any([word], every) for word in (*spelled, "".join(parted))):
            return True
    return False


def is_year(words: str) -> bool:
    """Whether words in a bracket are those of a year alone."""
    return _YEAR.fullmatch(words) is not None


def joins(words: str) -> bool:
    """Whether words in a bracket do no more than to join others: ``[and]``."""
    return bare(words) in _lists().joining


def turns_a_word(put_in: str) -> bool:
    """Whether all that is put in makes the contrary of the word beside it: ``[un] acceptable``, not ``[UN] troops``."""
    return _letters(put_in) in _lists().parts and not put_in.isupper()


class _Entries(NamedTuple):
    """Words; the beginnings of words that may end otherwise; words that stand one after the other, by the first."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, entries: Iterator[str]) -> _Entries:
        parts = [tuple(bare(word) for word in entry.split()) for entry in entries]
        single = [row[0] for row in parts if len(row) == 1]
        return cls(
            frozenset(single),
            tuple(word[:-1] for word in single if word.endswith("*")),
            tuple(row for row in parts if len(row) > 1),
        )

    def have(self, word: str) -> bool:
        return word in self.words or word.startswith(self.beginnings)


class _Lists(NamedTuple):
    denials: tuple[_Entries, ...]
    in_brackets: tuple[_Entries, ...]
    parts: frozenset[str]
    numbers: frozenset[str]
    units: tuple[_Entries, ...]
    of_amounts: tuple[_Entries, ...]
    weakening: tuple[_Entries, ...]
    not_conditions: re.Pattern[str]
    joining: frozenset[str]


@cache
def _lists() -> _Lists:
    from posdiff.comparison.evidence.words_of_languages import words_of_languages

    languages = words_of_languages().values()
    return _Lists(
        (_Entries.of(word for language in languages for word in language.denials),),
        (_Entries.of(word for language in languages for word in language.not_put_in),),
        frozenset(bare(part) for language in languages for part in language.parts),
        frozenset(bare(number) for language in languages for number in language.numbers),
        (_Entries.of(word for language in languages for word in language.units),),
        (_Entries.of(word for language in languages for word in language.of_amounts),),
        (_Entries.of(word for language in languages for word in language.weakening),),
        re.compile(
            "|".join(rf"\b{words}\b" for language in languages for words in language.not_conditions),
            re.IGNORECASE,
        ),
        frozenset(bare(word) for language in languages for word in language.joining),
    )


def _spelled_denial(words: str) -> str | None:
    """What spells a denial in letters by themselves (``n o t``), or may be one with a letter that is not shown."""
    starred = _STARRED.search(words)
    if starred:
        return starred[0]
    for found in _SPACED.finditer(words):
        spelled = found[0]
        if _INITIALS.fullmatch(spelled) and spelled.isupper() and _beside_a_name(words, *found.span()):
            continue
        letters = _letters(spelled[: 4 * _MOST_SPELLED])
        if len(letters) > _MOST_SPELLED or _spells(letters):
            return spelled[: 4 * _MOST_SPELLED]
    return None


def _beside_a_name(words: str, start: int, end: int) -> bool:
    before = words[max(0, start - _BESIDE) : start].split()[-1:]
    return words[end : end + 3].lstrip(". ")[:1].isupper() or any(word[:1].isupper() for word in before)


@lru_cache(maxsize=1 << 12)
def _spells(letters: str) -> bool:
    """Whether some of the letters, one after the other, are a word that denies."""
    lists = _lists().denials
    return any(
        _one(letters[start:end], lists)
        for start in range(len(letters))
        for end in range(start + 2, len(letters) + 1)
    )  # fmt: skip


def _any(words: Sequence[str], lists: tuple[_Entries, ...]) -> bool:
    """Whether one of some words denies, or some of them in a row."""
    return _found(words, lists) is not None


def _found(words: Sequence[str], lists: tuple[_Entries, ...]) -> str | None:
    """The first word that denies, or else the first words that do in a row."""
    alone = next((word for word in words if _one(word, lists)), None)
    if alone is not None or len(words) < 2:
        return alone
    rows = [row for entries in lists for row in entries.rows]
    folded = [bare(word) for word in words]
    firsts = {row[0] for row in rows}
    begun = tuple(first[:-1] for first in firsts if first.endswith("*"))
    return next(
        (
            " ".join(words[at : at + len(row)])
            for at, word in enumerate(folded)
            if word in firsts or word.startswith(begun)
            for row in rows
            if _are(folded[at : at + len(row)], row)
        ),
        None,
    )


def _are(words: Sequence[str], row: tuple[str, ...]) -> bool:
    """Whether words are those of a row, of which some may end otherwise."""
    return len(words) == len(row) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for word, part in zip(words, row, strict=True)
    )


@lru_cache(maxsize=1 << 14)
def _one(word: str, lists: tuple[_Entries, ...]) -> bool:
    if word == HIDDEN or (not word.isascii() and mixes_alphabets(word)):
        return True
    word = bare(word)
    return word.endswith("n't") or any(entries.have(word) for entries in lists)


def _letters(text: str) -> str:
    """The letters of a text, in their order."""
    return "".join(character for character in bare(text) if character.isalpha())


def _with_letters(text: str, table: dict[int, int]) -> str:
    """A text in which figures within words are the letters that they look like."""
    return " ".join(
        part.translate(table) if any(character.isalpha() for character in part) else part for part in text.split()
    )
