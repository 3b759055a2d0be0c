"""Two texts without what both begin with, where what differs would be cut off."""

from __future__ import annotations

from itertools import takewhile

#: So many letters at the beginning of two texts are left out where they are the same.
_MANY_LETTERS = 16
#: What stands between the parts of a position.
_NEXT = "; "


def apart(before: str, after: str) -> tuple[str, str]:
    """Two texts without the words with which both begin, if these are many: what differs would be cut off.

    Where one says all of the other, and more, that one is only what it says more.
    """
    short, long = sorted((before, after), key=len)
    if len(short) >= _MANY_LETTERS and long.startswith(f"{short}{_NEXT}"):
        more = f"…{long[len(short) + len(_NEXT) :]}"
        return (before, more) if before is short else (more, after)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    same = sum(1 for _ in alike)
    same = max(before.rfind(sign, 0, same) + len(sign) for sign in (": ", ", ", "; "))
    if same < _MANY_LETTERS:
        return before, after
    return f"…{before[same:]}", f"…{after[same:]}"
