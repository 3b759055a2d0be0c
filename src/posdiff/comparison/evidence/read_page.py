"""The text of a page as it is read in one way, and what leads from it to the plain text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from posdiff.dossier.plain_text import Offsets, PageText


class ReadPage:
    """A text that counts. What leads from it to the plain text is made when it is asked for: a walk over the page."""

    def __init__(self, text: str, offsets: Callable[[], Offsets]) -> None:
        self.text = text
        self._made = offsets

    @classmethod
    def of(cls, page: PageText) -> ReadPage:
        """A page as it stands."""
        return cls(page.normal, page.offsets)

    @classmethod
    def joined(cls, page: PageText) -> ReadPage | None:
        """A page with words that a hyphen divides put together; None where there are none."""
        return None if page.joined is None else cls(page.joined, partial(page.offsets, joined=True))

    @classmethod
    def otherwise(cls, read: tuple[str, Offsets] | None) -> ReadPage | None:
        """A page in a text that was made of it; None where none was."""
        return None if read is None else cls(read[0], lambda: read[1])

    @cached_property
    def _offsets(self) -> Offsets:
        return self._made()

    def in_plain(self, start: int, end: int) -> tuple[int, int]:
        """A stretch, in the plain text."""
        return self._offsets.start(start), self._offsets.end(end)
