"""What ``…`` may leave out: of a sentence that is kept in part, no word that denies it or makes it weaker.

Where a sentence ends cannot be told for sure, and a wrong end would let ``…`` swallow the "not" of a sentence that is
kept. So only an end that leaves no doubt counts here: no end of a line, no stop behind an abbreviation or a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from posdiff.comparison.evidence.denials import WORD, amount_in, denial_in, weakening_in
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
_LONGEST_STOP = 4
_ANY_STOP = re.compile(r"[.!?]['\")]{0,3}\s(?=['\"(]?[A-ZА-ЯЁЄІЇҐ])")
#: What may be the end of a sentence or the beginning of one, whatever stands between the two.
_MAY_BEGIN = re.compile(r"[.!?;]['\")]{0,3}\s|(?<!\w)[A-ZА-ЯЁЄІЇҐ]")
#: What may hold sentences within a sentence: quotation marks (an apostrophe has letters on both sides) and brackets.
_ENCLOSES = re.compile(r"(?<![^\W_])'|'(?![^\W_])|[()\[\]{}]")
_VOWEL = re.compile("[aeiouyаеёиоуыэюяіїє]")


def lost_word(text: str, start: int, end: int, after: bool, before: bool) -> str | None:
    """The word without which what is kept says another thing, where ``…`` stands for a stretch; None without one.

    ``after``, ``before``: whether the stretch stands right after a number, or before one.
    """
    lost = lost_denial(text, start, end) or lost_amount(text, start, end, after, before)
    return lost or _lost_condition(text, start, end)


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
    if not after and not before:
        return None
    first, last = _first_and_last(text, start, end)
    return (after and amount_in(first)) or (before and amount_in(last)) or None


def _lost_condition(text: str, start: int, end: int) -> str | None:
    """The word that makes weaker what is kept: a condition, a possibility, in the sentences that are kept in part."""
    first, last = _first_and_last(text, start, end)
    return weakening_in(first) or weakening_in(last)


def within_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends beyond doubt in a stretch of a text that counts."""
    return next(_sure_ends(text, start, end), None) is None


def over_sentences(text: str, start: int, end: int) -> bool:
    """Whether a sentence may end or begin in a stretch: any stop before a blank counts, and any word with a capital."""
    first, _ = _first_and_last(text, start, end)
    return len(first) < end - start or _MAY_BEGIN.search(text, start, end) is not None


def _first_and_last(text: str, start: int, end: int) -> tuple[str, str]:
    """Of a stretch what stands before the first stop before a capital, and what stands behind the last."""
    # The stop may be of what is kept before, and the capital, with a sign before it, of what is kept behind.
    stops = _ANY_STOP.finditer(text, max(0, start - _LONGEST_STOP), end + 2)
    ends = [stop.end() for stop in stops if start <= stop.end() <= end]
    return text[start : ends[0] if ends else end], text[ends[-1] if ends else start : end]


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
