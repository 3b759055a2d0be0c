"""A place in a file."""

from typing import NamedTuple


class Location(NamedTuple):
    """Where something stands: ``file`` relative to the positions folder, ``line`` and ``column`` from 1."""

    file: str
    line: int
    column: int
