"""What an edit did to the files: which are new, changed, gone, renamed.

Renames are found as git finds them (the same content, or half of it and more in the same lines), but over what is on
the disk: git knows none in files that nobody has added yet.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdiff.dossier.sources.tree import File

#: Pairs of a file that is gone and a new one that are looked at; above that only files that are the same are renamed.
_MOST_PAIRS = 20_000


class Edited(NamedTuple):
    """Paths. ``renamed``: the new path to the old one, whether the content is the same or not; in no other part."""

    added: frozenset[str]
    modified: frozenset[str]
    removed: frozenset[str]
    renamed: Mapping[str, str]
    #: Paths at which the same bytes stand before and after.
    same: frozenset[str]


def edited(before: Sequence[File], after: Sequence[File]) -> Edited:
    """What leads from files to files."""
    old, new = {file.path: file for file in before}, {file.path: file for file in after}
    gone = {path: file.data for path, file in old.items() if path not in new}
    come = {path: file.data for path, file in new.items() if path not in old}
    both = [path for path in old if path in new]
    same = frozenset(
        path for path in both if (old[path].data, old[path].finding) == (new[path].data, new[path].finding)
    )
    renamed = _renamed(gone, come)
    return Edited(
        frozenset(come) - frozenset(renamed), frozenset(both) - same, frozenset(gone) - frozenset(renamed.values()),
        renamed, same,
    )  # fmt: skip


def _renamed(gone: Mapping[str, bytes | None], come: Mapping[str, bytes | None]) -> dict[str, str]:
    pairs = [(old, new) for old in gone for new in come]
    if len(pairs) > _MOST_PAIRS:
        contents = {data: path for path, data in gone.items() if data}
        pairs = [(contents[data], new) for new, data in come.items() if data in contents]
    lines = {path: Counter((data or b"").split(b"\n")) for side in (gone, come) for path, data in side.items()}
    scored = []
    for old, new in pairs:
        score = _likeness(gone[old] or b"", come[new] or b"", lines[old], lines[new])
        if score >= 0.5:
            scored.append((-score, old.rpartition("/")[2] != new.rpartition("/")[2], old, new))
    renamed: dict[str, str] = {}
    for _, _, old, new in sorted(scored):
        if new not in renamed and old not in renamed.values():
            renamed[new] = old
    return renamed


def _likeness(old: bytes, new: bytes, old_lines: Counter[bytes], new_lines: Counter[bytes]) -> float:
    """How much of the larger of two contents stands in the other, line by line."""
    if not old or not new:
        return 0.0
    if old == new:
        return 1.0
    shared = sum(
        (len(line) + 1) * min(count, new_lines[line]) for line, count in old_lines.items() if line in new_lines
    )
    return shared / (max(len(old), len(new)) + 1)
