"""Writes files whole or not at all, and never over what posdiff did not write."""

import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from posdiff.findings.failure import USAGE, Failure

#: How long a run waits for another one that writes the same file, in seconds.
_PATIENCE = 30.0
#: How the name of a file begins and ends that is written before it takes another's place.
UNFINISHED = (".posdiff-", ".tmp")


class Planned(NamedTuple):
    """What is to be written, and where; ``whole``: as a file of its own, and not into a device or a pipe.

    ``there``: what stood in the file when it was looked at; None where there was none.
    """

    path: Path
    data: bytes
    whole: bool
    there: bytes | None = None


def planned(path: Path, text: str | bytes, force: bool) -> Planned:
    """Look whether an answer may be written to a file, and write nothing yet.

    A file that is there is replaced when it is empty, when nothing would change, or when all of it is what posdiff
    wrote (``reports/seal.py``); else only with ``force``. Raises Failure (usage).
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    try:
        if path.is_dir():
            raise Failure(f"{path} is a folder", hint="name a file", code=USAGE)
        if path.exists() and not path.is_file():
            # A device or a pipe: there is nothing to replace, and the link to it (/dev/fd/63) leads to no path.
            return Planned(path, data, False)
        if path.is_symlink() and not path.exists():
            hint = "remove the link, or name another file"
            raise Failure(f"{path} is a link to a file that is not there", hint=hint, code=USAGE)
        target = path.resolve() if path.is_symlink() else path  # what a link leads to is what the user named
        if not target.parent.is_dir():
            raise Failure(f"{path} cannot be written: there is no folder {target.parent}", code=USAGE)
        there = target.read_bytes() if target.exists() else None
        if there is not None and not force and not _may_replace(there, data):
            hint = "--force replaces it, or name another file"
            raise Failure(f"{target} exists, and {_doubt(data)}", hint=hint, code=USAGE)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        raise _refused(path, error) from None
    return Planned(target, data, True, there)


def write(plan: Planned) -> None:
    """Write what was planned, whole or not at all. Raises Failure (usage)."""
    try:
        if plan.whole and (plan.path.read_bytes() if plan.path.exists() else None) != plan.there:
            message = f"{plan.path} was changed by somebody else meanwhile, and is left as it is"
            raise Failure(message, hint="look at it, then run the command again", code=USAGE)
        if plan.whole:
            replace(plan.path, plan.data)
        else:
            plan.path.write_bytes(plan.data)
    except OSError as error:
        raise _refused(plan.path, error) from None


def _refused(path: Path, error: Exception) -> Failure:
    why = getattr(error, "strerror", None) or str(error)
    return Failure(f"{path} cannot be written: {why.lower()}", code=USAGE)


def _doubt(new: bytes) -> str:
    """Why a file is not replaced unasked."""
    from posdiff.reports import seal

    if seal.marked(new):
        return "not all of it is what posdiff wrote"
    return "in this format it cannot be told whether somebody edited it"


def _may_replace(there: bytes, new: bytes) -> bool:
    from posdiff.reports import seal

    return not there or there == new or seal.unbroken(there)


def replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED[0], suffix=UNFINISHED[1])
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Who may read a file, as it is where it is there; else as for any new file (mkstemp lets only its owner)."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file against other runs of posdiff, from before it is read until it is written.

    As git does it: who makes ``FILE.lock`` holds the file. Raises Failure when another run does so for too long.
    """
    place = Path(os.path.realpath(path))  # however it is named, it is held once
    lock = place.with_name(f"{place.name}.lock")
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            break
        except FileExistsError:
            if time.monotonic() > until:
                hint = f"if none is running, delete {lock} and run the command again"
                raise Failure(f"another run of posdiff is writing {path}", hint=hint, code=USAGE) from None
            time.sleep(0.02)
        except OSError as error:
            raise _refused(path, error) from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def create(path: Path, text: str) -> None:
    """Write a new file whole or not at all, and its folder if need be. Raises Failure when there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held(path):
            if os.path.lexists(path):
                raise Failure(f"{path} exists", hint="it is left as it is", code=USAGE)
            replace(path, text.encode("utf-8"))
    except OSError as error:
        raise _refused(path, error) from None


def create_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make a new folder with these files, all of it or nothing. Raises Failure when there is one that is not empty."""
    import shutil
    import tempfile

    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Failure(f"{folder} exists", hint="it is left as it is; name another place", code=USAGE)
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".tmp"))
        try:
            for name, text in files.items():
                (temporary / name).parent.mkdir(parents=True, exist_ok=True)
                (temporary / name).write_text(text, encoding="utf-8", newline="\n")
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o777 & ~mask)  # mkdtemp makes folders that only their owner can read
            temporary.replace(folder)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise _refused(folder, error) from None
