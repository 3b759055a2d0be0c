"""Reads a file that may be anything: a pipe, a folder, too large. Whoever reads says in its own words what is wrong."""

import os
import stat
from pathlib import Path


class NotRegular(Exception):
    """A pipe or a device."""


class TooLarge(Exception):
    """A file of more bytes than are read; ``size`` is how many it has."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read(path: Path, most: int, follow: bool = True) -> bytes:
    """The bytes of a file, ``most`` of them at most and one more where it grows meanwhile.

    ``follow``: whether the file may be a link. Raises NotRegular, TooLarge, OSError (of a folder too), and
    ValueError for a path that no file can have.
    """
    # Non-blocking, so that a pipe cannot make the program wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags if follow else flags | getattr(os, "O_NOFOLLOW", 0))
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise NotRegular
            if status.st_size > most:
                raise TooLarge(status.st_size)
            return stream.read(most + 1)
    finally:
        os.close(descriptor)
