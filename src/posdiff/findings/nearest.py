"""The nearest names to one that was not found, for hints."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

#: So long a text has to be to be looked for inside of names.
_LEAST_PART = 3


class NotFound(NamedTuple):
    """A name that was not found, and those that there are: a hint that is worked out where it will be read."""

    name: str
    known: Collection[str]

    @property
    def hint(self) -> str:
        return suggestion(self.name, self.known)


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to ``most`` of the ``known`` names that look like ``name``, best first (Ratcliff and Obershelp 1988).

    Then those that hold it: ``troops`` is near ``foreign-troops``; and those of which a word looks like it.
    """
    from difflib import get_close_matches  # only when something was not found

    folded = {known_name.casefold(): known_name for known_name in known}
    # A stranger's file may hold a very long name: the comparison is quadratic in its length.
    word = name[:100].casefold()
    close = get_close_matches(word, list(folded), n=most, cutoff=0.6)
    if len(word) >= _LEAST_PART:
        close += sorted((key for key in folded if word in key), key=lambda key: not key.startswith(word))
        by_word: dict[str, list[str]] = {}
        for key in folded:
            for part in re.split(r"[\W_]+", key):
                by_word.setdefault(part, []).append(key)
        close += [key for part in get_close_matches(word, list(by_word), n=most, cutoff=0.75) for key in by_word[part]]
    return [folded[key] for key in dict.fromkeys(close)][:most]


def did_you_mean(near: Iterable[str]) -> str:
    """``did you mean corridor or border?``."""
    return "did you mean " + " or ".join(near) + "?"


def suggestion(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of the ``known`` names, or lists them when none is near and they are few."""
    names = list(known)
    near = nearest(name, names)
    if near:
        return did_you_mean(near)
    if not names:
        return "there are none to choose from"
    shown = sorted(names)[:12]
    more = len(names) - len(shown)
    return "known: " + ", ".join(shown) + (f" and {more} more" if more else "")
