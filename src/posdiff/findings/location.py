"""A place in a file."""

from typing import NamedTuple


class Location(NamedTuple):
    """Where something stands: ``file`` relative to the positions folder, ``line`` and ``column`` from 1."""

    file: str
    line: int
    column: int


def shown(root: str, file: str) -> str:
    """The way to a file from here; ``root`` leads to the positions folder. A file beside that folder begins ``../``."""
    if not file.startswith("../"):
        return root + file
    from posixpath import normpath

    return normpath(root + file)
