"""The nearest names to one that was not found, for hints."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple


class NotFound(NamedTuple):
    """A name that was not found, and those that there are: a hint that is worked out where it will be read."""

    name: str
    known: Collection[str]

    @property
    def hint(self) -> str:
        return suggestion(self.name, self.known)


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to ``most`` of the ``known`` names that look like ``name``, best first (Ratcliff and Obershelp 1988)."""
    from difflib import get_close_matches  # only when something was not found

    folded = {known_name.casefold(): known_name for known_name in known}
    # A stranger's file may hold a very long name: the comparison is quadratic in its length.
    close = get_close_matches(name[:100].casefold(), list(folded), n=most, cutoff=0.6)
    return [folded[key] for key in close]


def suggestion(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of the ``known`` names, or lists them when none is near and they are few."""
    names = list(known)
    near = nearest(name, names)
    if near:
        return "did you mean " + " or ".join(near) + "?"
    if not names:
        return "there are none to choose from"
    shown = sorted(names)[:12]
    more = len(names) - len(shown)
    return "known: " + ", ".join(shown) + (f" and {more} more" if more else "")
