"""What ``…`` may leave out: no word that denies, but in sentences that are left out whole.

Where a sentence ends cannot be told for sure, and a wrong end would let ``…`` swallow the "not" of a sentence that is
kept. So only an end that leaves no doubt counts here: no end of a line, no stop behind an abbreviation or a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from posdiff.comparison.evidence.denials import WORD, amount_in, denial_in
from posdiff.comparison.evidence.words_of_languages import words_of_languages

#: Left-out words among which none may deny, wherever they stand.
_FEW = 3
#: Characters of the word behind which a sentence ends, or that is the last of what is left out.
_LONGEST = 80
#: A word with the stop behind it, before a blank and the letter of a new sentence, in a text that counts.
_STOP = re.compile(r"(?<![\w.-])([^\W\d_]{2,40})(?:\.|[!?]{1,3})\s(?=([^\W\d_]))")
#: What stands before a sentence that begins beyond doubt.
_STOPPED = re.compile(r"(?<![\w.-])([^\W\d_]{2,40})(?:\.|[!?]{1,3})'?\s['(]?\Z")
#: Signs before the first word of a page.
_MOST_SIGNS = 3
#: What may be the end of a sentence.
_ANY_STOP = re.compile(r"[.!?]['\")]{0,3}\s(?=['\"(]?[A-ZА-ЯЁЄІЇҐ])")
#: What may hold sentences within a sentence: quotation marks (an apostrophe has letters on both sides) and brackets.
_ENCLOSES = re.compile(r"(?<![^\W_])'|'(?![^\W_])|[()\[\]{}]")
_VOWEL = re.compile("[aeiouyаеёиоуыэюяіїє]")


def lost_denial(text: str, start: int, end: int) -> str | None:
    """The word that denies what is kept, where ``…`` stands for a stretch of a text that counts; None without one.

    Of the words left out none may deny that may be of a sentence of which something is kept; and neither the first, the
    last, nor one of three or fewer.
    """
    ends = list(_sure_ends(text, start, end))
    kept_in_part = (text[start : ends[0]], text[ends[-1] : end]) if ends else (text[start:end],)
    few = [found[0] for found in islice(WORD.finditer(text, start, end), _FEW + 1)]
    last = WORD.findall(text, max(start, end - _LONGEST), end)[-1:]
    beside = few if len(few) <= _FEW else (few[0], *last)
    return next((found for words in (*kept_in_part, *beside) if (found := denial_in(words))), None)


def lost_amount(text: str, start: int, end: int, after: bool, before: bool) -> str | None:
    """The word that makes another amount of a number, where ``…`` stands for a stretch beside it; None without one.

    ``after``, ``before``: whether it stands right after a number, or before one. Of what it leaves out only the
    sentence of that number counts, up to any stop before a capital.
    """
    ends = [stop.end() for stop in _ANY_STOP.finditer(text, start, end)]
    parts = [text[start : ends[0] if ends else end]] * after + [text[ends[-1] if ends else start : end]] * before
    return next((found for part in parts if (found := amount_in(part))), None)


def _sure_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence begins in a stretch, or right behind it, and the one before it ended beyond doubt."""
    if _ENCLOSES.search(text, start, end):
        return
    for stop in _STOP.finditer(text, max(0, start - _LONGEST), end + 1):
        if stop.end() >= start and stop[2].isupper() and _ends_a_sentence(stop[1]):
            yield stop.end()


def begins_a_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at a place of a text that counts, beyond doubt."""
    if at <= _MOST_SIGNS and not any(map(str.isalnum, text[:at])):
        return True
    before = _STOPPED.search(text, max(0, at - _LONGEST), at)
    return before is not None and text[at : at + 1].isupper() and _ends_a_sentence(before[1])


def _ends_a_sentence(word: str) -> bool:
    return word.islower() and _VOWEL.search(word) is not None and f"{word}." not in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    languages = words_of_languages().values()
    return frozenset(
        word for language in languages for word in (*language.within, *language.last, *language.before_names)
    )
