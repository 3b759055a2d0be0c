"""Words that deny, refuse or set a condition: what ``…`` must not leave out alone, and a bracket must not put in.

The lists are data, a language each: ``[denials]`` in ``languages/*.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice

from posdiff.dossier.plain_text import HIDDEN

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
#: Left-out words among which none may deny.
_FEW = 3
#: Characters before the end of what is left out in which the last of its words is looked for.
_LONGEST = 80


def denies(words: str) -> bool:
    """Whether one of some words, as they count, denies."""
    return any(_denies(found[0]) for found in _WORD.finditer(words))


def loses_a_not(left_out: str) -> bool:
    """Whether ``…`` would leave out a word that denies what is kept.

    That is one among three words or fewer, the first of those left out, or the last. Dashes are not words. The sign of
    hidden words counts as one that denies.
    """
    left_out = left_out.replace(HIDDEN, " not ")
    few = [found[0] for found in islice(_WORD.finditer(left_out), _FEW + 1)]
    if len(few) <= _FEW:
        return any(map(_denies, few))
    return _denies(few[0]) or any(map(_denies, _WORD.findall(left_out, max(0, len(left_out) - _LONGEST))[-1:]))


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and the beginnings of words that may end otherwise."""
    from posdiff.comparison.evidence.words_of_languages import words_of_languages

    words = [word for language in words_of_languages().values() for word in language.denials]
    return frozenset(words), tuple(word[:-1] for word in words if word.endswith("*"))


def _denies(word: str) -> bool:
    if not word.isascii():
        if _mixes_scripts(word):
            return True
        word = unicodedata.normalize("NFKC", word)
    word = word.casefold()
    words, beginnings = _lists()
    return word in words or word.startswith(beginnings) or word.endswith("n't")


def _mixes_scripts(word: str) -> bool:
    """Whether a word has letters of two alphabets, some of which look alike: it may be any word."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1
