"""Words as a reader takes them: without marks on their letters, in whatever shape the letters are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from posdiff.dossier.plain_text import normalised, seen

#: Alphabets with letters that look like those of another. A word of two of them may be any word.
_ALPHABETS = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU", "GEORGIAN"))
#: Letters in shapes that Unicode does not take for the letter: small capitals, white on black, flags, strokes.
_SHAPE = re.compile(
    r"(?:LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER|REGIONAL INDICATOR SYMBOL LETTER|"
    r"LATIN (?:SMALL|CAPITAL) LETTER(?: DOTLESS)?) ([A-Z])(?: WITH .*)?"
)


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """A text in small letters, without marks on them and without what cannot be seen."""
    if text.isascii():
        return text.casefold()
    apart = normalised(seen(text), "NFKD")
    kept = "".join(_letter(sign) for sign in apart if not unicodedata.category(sign).startswith("M"))
    return kept.casefold()


def mixes_alphabets(word: str) -> bool:
    """Whether a word has letters of two alphabets, some of which look alike."""
    alphabets = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return len(alphabets & _ALPHABETS) > 1


def _letter(sign: str) -> str:
    if sign.isascii():
        return sign
    shape = _SHAPE.fullmatch(unicodedata.name(sign, ""))
    return shape[1].lower() if shape else sign
