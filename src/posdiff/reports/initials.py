"""Letters that stand for the names of parties where there is little room, and which is which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from posdiff.reports.document import Line, line

#: So long a name, and a party's id, may be to stand where there is little room.
_SHORT_NAME, _SHORT_KEY = 5, 4


def initials(names: Mapping[str, str]) -> dict[str, str]:
    """For each name, by its key, letters that stand for it where there is no room: ``US``, ``Ru``; no two alike.

    A short name in capitals stands for itself, and so does a short key, such as a party's id: ``AOSIS``, ``G77``.
    """
    letters: dict[str, str] = {}
    for key, name in names.items():
        words = [word for word in re.split(r"\W+", name) if word]
        first = "".join(word[0] for word in words).upper() if len(words) > 1 else name[:2]
        more = iter(f"{first}{number}" for number in count(2))
        own = [name] if name.isupper() and len(name) <= _SHORT_NAME else []
        own += [key.upper()] if len(key) <= _SHORT_KEY else []
        choices = (*own, first, name[:3], name[:4])
        letters[key] = next((c for c in choices if c and c not in letters.values()), None) or next(
            c for c in more if c not in letters.values()
        )
    return letters


def key_to(letters: Mapping[str, str], names: Mapping[str, str]) -> Line:
    """``Ru Russia, US United States``: which name is which, where it is not the name."""
    return line(", ".join(f"{letters[each]} {name}" for each, name in names.items() if letters[each] != name), "faint")
