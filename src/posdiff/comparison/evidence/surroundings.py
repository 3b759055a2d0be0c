"""Where a quote stands, for readers: a link that leads a browser to its words, and the sentence around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from urllib.parse import quote

from posdiff.comparison.evidence.places import Span
from posdiff.comparison.evidence.sentences import Sentence, sentences
from posdiff.dossier.plain_text import PageText

#: Characters of a quote that stand in a link whole; of a longer one the first and the last words do.
_WHOLE = 100
_WORDS = 5
#: Words before a quote that may be needed to tell it from the same words elsewhere.
_MOST_BEFORE = 8
#: Characters that are shown on each side of a quote at most.
_LONGEST = 300
_BLANK = re.compile(r"\s+")


def fragment(page: PageText, span: Span) -> str:
    """What is put behind an address, so that a browser shows the words: ``:~:text=before-,first,last``.

    Of a quote over several lines the first and the last words are named: a browser looks for each in one block. Where
    the words stand elsewhere too, without regard to case as browsers look, those before them are named, as few as do.
    """
    text = page.plain[span[0] : span[1]]
    lines = [line.split() for line in text.split("\n") if line.strip()]
    if not lines:
        return ""
    first, last = lines[0], lines[-1]
    whole = len(lines) == 1 and len(text) <= _WHOLE
    start = " ".join(first if whole else first[:_WORDS])
    end = "" if whole else " ".join(last[-_WORDS:])
    before = _before(page, span[0], start)
    parts = [f"{_encoded(before)}-"] if before else []
    parts += [_encoded(start), *([_encoded(end)] if end else [])]
    return f":~:text={','.join(parts)}"


def at_fragment(url: str | None, words: str) -> str | None:
    """An address that leads to words: behind a place in the page that the address names already, or behind a ``#``.

    Words that it leads to already are left out: a browser looks only behind the first ``:~:``.
    """
    if url is None or not words:
        return url
    page, _, place = url.partition("#")
    return f"{page}#{place.partition(':~:')[0]}{words}"


def sentence_around(page: PageText, span: Span) -> tuple[str, str, str]:
    """What stands before a quote in its sentence, the quote, and what stands after it, on one line.

    Together they are the sentence as the page has it, with one blank for white space.
    """
    start, end = _sentence(page.plain, span)
    low, high = max(start, span[0] - _LONGEST), min(end, span[1] + _LONGEST)
    parts = (page.plain[low : span[0]], page.plain[span[0] : span[1]], page.plain[span[1] : high])
    before, quoted, behind = (_BLANK.sub(" ", part) for part in parts)
    before, behind = before.lstrip(), behind.rstrip()
    return ("… " if low > start else "") + before, quoted, behind + (" …" if high < end else "")


def _sentence(text: str, span: Span) -> Span:
    """From where the sentence begins in which a quote does, to where that ends in which it ends."""
    every = _sentences(text)
    first = bisect_right(every, span[0], key=lambda sentence: sentence.start) - 1
    last = bisect_left(every, span[1], lo=max(first, 0), key=lambda sentence: sentence.start) - 1
    start = min(every[first].start, span[0]) if first >= 0 and every[first].end > span[0] else span[0]
    return start, max(every[last].end if last >= 0 else 0, span[1])


@lru_cache(maxsize=8)
def _sentences(text: str) -> list[Sentence]:
    """Those of a page: several quotes stand in one."""
    return sentences(text)


def _before(page: PageText, at: int, start: str) -> str:
    """As few words on the same line before a place as tell it from others; none where nothing is like it."""
    counts = " ".join(page.plain.split()).casefold()
    if counts.count(start.casefold()) <= 1:
        return ""
    words = page.plain[page.plain.rfind("\n", 0, at) + 1 : at].split()
    for number in range(1, min(_MOST_BEFORE, len(words)) + 1):
        before = " ".join(words[-number:])
        if counts.count(f"{before} {start}".casefold()) == 1:
            return before
    return " ".join(words[-_MOST_BEFORE:])


def _encoded(words: str) -> str:
    """Words for a link: what has a meaning in such a link, ``-`` among it, as its bytes."""
    return quote(words, safe="", errors="replace").replace("-", "%2D")
