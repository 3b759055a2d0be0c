"""The text of a page as it is read in one way, with the sentences that it has: what ``…`` may leave out of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, lru_cache, partial

from posdiff.comparison.evidence.denials import has_a_not, loses_a_not
from posdiff.comparison.evidence.sentences import Sentence, sentences
from posdiff.dossier.plain_text import Offsets, PageText

_WORD = re.compile(r"[^\W_]")


class ReadPage:
    """A text that counts. What leads from it to the plain text is made when it is asked for: a walk over the page."""

    def __init__(self, plain: str, text: str, offsets: Callable[[], Offsets]) -> None:
        self.text = text
        self._plain, self._made = plain, offsets

    @classmethod
    def of(cls, page: PageText) -> ReadPage:
        """A page as it stands."""
        return cls(page.plain, page.normal, page.offsets)

    @classmethod
    def joined(cls, page: PageText) -> ReadPage | None:
        """A page with words that a hyphen divides put together; None where there are none."""
        return None if page.joined is None else cls(page.plain, page.joined, partial(page.offsets, joined=True))

    @classmethod
    def otherwise(cls, page: PageText, read: tuple[str, Offsets] | None) -> ReadPage | None:
        """A page in a text that was made of it; None where none was."""
        return None if read is None else cls(page.plain, read[0], lambda: read[1])

    @cached_property
    def _offsets(self) -> Offsets:
        return self._made()

    def in_plain(self, start: int, end: int) -> tuple[int, int]:
        """A stretch, in the plain text."""
        return self._offsets.start(start), self._offsets.end(end)

    def may_leave_out(self, start: int, end: int) -> bool:
        """Whether ``…`` may stand for a stretch: whether no word in it denies what is kept.

        Where all its words are of the sentence that goes on behind it none may; else few, the first and the last.
        """
        left_out = self.text[start:end]
        if loses_a_not(left_out):
            return False
        return not has_a_not(left_out) or not self._in_sentence_behind(start, end)

    def _in_sentence_behind(self, start: int, end: int) -> bool:
        """Whether all words of a stretch are of one sentence, and it goes on behind them."""
        first = _WORD.search(self.text, start, end)
        if first is None:
            return False
        found, starts = _sentences(self._plain)
        at = bisect_right(starts, self._offsets.start(first.start())) - 1
        return at >= 0 and found[at].end > self._offsets.start(end)


@lru_cache(maxsize=1)
def _sentences(plain: str) -> tuple[list[Sentence], list[int]]:
    """The sentences of a page, and where each begins. Of the last page only: it may be long."""
    found = sentences(plain)
    return found, [sentence.start for sentence in found]
