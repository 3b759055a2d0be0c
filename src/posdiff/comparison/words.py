"""Word by word: what two texts have in common and what only one of them has. Facts, no verdict."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

#: Above so many pairs of words what lies between the first and the last change is shown whole, one text after the
#: other: the comparison is quadratic at worst.
_MOST_PAIRS = 4_000_000
#: A number is one word: nobody reads 600,000 and 800,000 as a change before the same three zeros.
_WORD = re.compile(r"\s+|\d+(?:[.,]\d+)+|\w+|[^\w\s]")


class WordRun(NamedTuple):
    """Words that both texts have (``same``), or only the first (``removed``) or only the second (``added``)."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_runs(before: str, after: str) -> tuple[WordRun, ...]:
    """The second text against the first, in order; the kinds ``same`` and ``removed`` together give the first back."""
    if before == after:
        return (WordRun("same", before),) if before else ()
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) <= _MOST_PAIRS:
        return _joined(_compared(old, new))
    first, last = _shared_ends(old, new)
    start, end = "".join(old[:first]), "".join(old[len(old) - last :])
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    changed = _compared(old, new) if len(old) * len(new) <= _MOST_PAIRS else _whole(old, new)
    runs = [WordRun("same", start), *_joined(changed), WordRun("same", end)]
    return tuple(run for run in runs if run.text)


def shown_whole(runs: Sequence[WordRun]) -> bool:
    """Whether two texts were too long to be compared word by word, so that their differing parts are shown whole."""
    sizes = [len(_WORD.findall(run.text)) for run in runs]
    return any(
        (one.kind, other.kind) == ("removed", "added") and size * next_size > _MOST_PAIRS
        for (one, size), (other, next_size) in pairwise(zip(runs, sizes, strict=True))
    )


def _shared_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """With how many words both begin, and with how many of the others both end."""
    most = min(len(old), len(new))
    first = next((place for place in range(most) if old[place] != new[place]), most)
    last = next((place for place in range(most - first) if old[-1 - place] != new[-1 - place]), most - first)
    return first, last


def _whole(old: Sequence[str], new: Sequence[str]) -> list[WordRun]:
    return [WordRun("removed", "".join(old)), WordRun("added", "".join(new))]


def _compared(old: Sequence[str], new: Sequence[str]) -> list[WordRun]:
    # Imported here: only texts that changed need it.
    from difflib import SequenceMatcher

    runs: list[WordRun] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(WordRun("same", "".join(old[a:b])))
        else:
            runs += [WordRun("removed", "".join(old[a:b])), WordRun("added", "".join(new[c:d]))]
    return runs


def _joined(runs: Sequence[WordRun]) -> tuple[WordRun, ...]:
    """Without empty runs, and with single blanks between changed words taken into the change: it reads better."""
    merged: list[WordRun] = []
    removed, added = "", ""
    for run in runs:
        if not run.text:
            continue
        if run.kind == "same" and run.text.isspace() and (removed or added):
            removed, added = removed + run.text, added + run.text
        elif run.kind == "removed":
            removed += run.text
        elif run.kind == "added":
            added += run.text
        else:
            merged += _change(removed, added)
            removed, added = "", ""
            merged.append(run)
    return (*merged, *_change(removed, added))


def _change(removed: str, added: str) -> list[WordRun]:
    """A change, without the blanks that both sides end with."""
    kept = len(added) - len(added.rstrip()) if removed and added else 0
    tail = ""
    if kept and removed.endswith(added[len(added) - kept :]):
        tail = added[len(added) - kept :]
        removed, added = removed[: len(removed) - kept], added[: len(added) - kept]
    runs = [WordRun("removed", removed), WordRun("added", added), WordRun("same", tail)]
    return [run for run in runs if run.text]
