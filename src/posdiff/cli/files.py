"""Writes files whole or not at all, and never over what posdiff did not write."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from posdiff.findings.failure import USAGE, Failure


def write(path: Path, text: str, force: bool) -> None:
    """Write an answer to a file.

    A file that is there is replaced when it is empty, when nothing would change, or when all of it is what posdiff
    wrote (``reports/seal.py``); else only with ``force``. Raises Failure (usage).
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise Failure(f"{path} is a folder", hint="name a file", code=USAGE)
            # A device or a pipe: there is nothing to replace, and the link to it (/dev/fd/63) leads to no path.
            path.write_bytes(data)
            return
        if path.is_symlink():
            path = path.resolve()  # what the link leads to is what the user named
        if path.exists() and not force and not _may_replace(path.read_bytes(), data):
            hint = "--force replaces it, or name another file"
            raise Failure(f"{path} exists, and {_doubt(data)}", hint=hint, code=USAGE)
        replace(path, data)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


def _doubt(new: bytes) -> str:
    """Why a file is not replaced unasked."""
    from posdiff.reports import seal

    if seal.marked(new):
        return "not all of it is what posdiff wrote"
    return "this format has no room for a mark that all of it is what posdiff wrote"


def _may_replace(there: bytes, new: bytes) -> bool:
    from posdiff.reports import seal

    return not there or there == new or seal.unbroken(there)


def replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)  # mkstemp makes files that only their owner can read
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def create(path: Path, text: str) -> None:
    """Write a new file whole or not at all, and its folder if need be. Raises Failure when there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise Failure(f"{path} exists", hint="it is left as it is", code=USAGE)
        replace(path, text.encode("utf-8"))
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


def create_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make a new folder with these files, all of it or nothing. Raises Failure when there is one that is not empty."""
    import shutil
    import tempfile

    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Failure(f"{folder} exists", hint="it is left as it is; name another place", code=USAGE)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".tmp"))
        try:
            for name, text in files.items():
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_text(text, encoding="utf-8", newline="\n")
            mask = os.umask(0)
            os.umask(mask)
            made.chmod(0o777 & ~mask)  # mkdtemp makes folders that only their owner can read
            made.replace(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise Failure(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None
