"""The user's own cache folder: what was made of files is kept there, so that it need not be made again.

The name of an entry is a hash of all that it was made of and of the program that made it, so that an entry is either
the right one or is not found. It begins with a hash of its name and of what it holds: what is cut off, was changed, or
lies under another name is passed over, and so is a file of another user. Records are kept as a pickle, which is opened
with an unpickler that makes nothing but this program's own records. Entries are written beside and put in place whole:
nothing is locked, and nobody waits. Whatever goes wrong here is no concern of the user: the files are read.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from posdiff.version import __version__

_PACKAGE = Path(__file__).parents[2]
#: The rooms whose code decides what is read.
_ROOMS = ("documents", "kinds", "dossier", "findings")
_FOREIGN = {"builtins": ("frozenset", "set"), "fractions": ("Fraction",), "decimal": ("Decimal",)}
#: An entry that is used is dated anew after so many seconds: the oldest go first.
_FRESH = 3_600

Record = TypeVar("Record")


def folder(environment: Mapping[str, str]) -> Path | None:
    """Where entries are kept: POSDIFF_CACHE, else ``posdiff`` in the user's cache folder; None when that is ``off``."""
    named = environment.get("POSDIFF_CACHE")
    if named:
        return None if named == "off" else Path(named)
    user = Path(environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or "", ".cache"))
    return user / "posdiff" if user.is_absolute() else None


def name_of(*parts: object) -> str:
    """A name that stands for these parts and no others."""
    return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def program() -> tuple[object, ...]:
    """What reads files: the interpreter, PyYAML, and the program's own code."""
    from importlib.util import find_spec

    yaml = find_spec("yaml")
    parser = _file(Path(yaml.origin)) if yaml is not None and yaml.origin is not None else None
    return __version__, sys.version_info[:3], sys.implementation.name, parser, *_code()


def _code() -> list[tuple[str, int, int]]:
    """The files of the program that have part in reading, with their sizes and times: another program reads anew."""
    return [_file(file) for file in sorted(file for room in _ROOMS for file in (_PACKAGE / room).rglob("*.py"))]


def _file(file: Path) -> tuple[str, int, int]:
    status = file.stat()
    return file.name, status.st_size, status.st_mtime_ns


def records(at: Path, file: str, kind: type[Record]) -> Record | None:
    """A record that is kept in a file; None when there is none, or none of this kind."""
    data = entry(at, file)
    if data is None:
        return None
    import io
    import pickle

    class Unpickler(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> Any:
            own = module.startswith("posdiff.") and name[:1].isupper() and "." not in name
            if own or name in _FOREIGN.get(module, ()):
                return super().find_class(module, name)
            raise pickle.UnpicklingError(f"{module}.{name}")

    try:
        found = Unpickler(io.BytesIO(data)).load()
    except Exception:  # noqa: BLE001 - a cache that cannot be read is as good as none, whatever the reason
        return None
    return found if isinstance(found, kind) else None


def keep_records(at: Path, file: str, record: object) -> bool:
    """Keep a record in a file, whole or not at all. Whether it was kept."""
    import pickle

    try:
        data = pickle.dumps(record, protocol=5)
    except (pickle.PicklingError, RecursionError):
        return False
    return keep(at, file, data)


def entry(at: Path, file: str) -> bytes | None:
    """What is kept in a file; None when there is none, or it is not whole, or another user's."""
    path = at / file
    try:
        if not stat.S_ISREG((status := path.stat()).st_mode):  # a pipe would make the program wait for ever
            return None
        if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
            return None
        data = path.read_bytes()
        if _mark(file, data[32:]) != data[:32]:
            return None
        _date_anew(path, status.st_mtime)
    except OSError:
        return None
    return data[32:]


def _date_anew(path: Path, dated: float) -> None:
    from time import time

    if time() - dated > _FRESH:
        os.utime(path)


def _mark(file: str, data: bytes) -> bytes:
    """What an entry begins with."""
    hashed = sha256(f"{file}\0".encode())
    hashed.update(data)
    return hashed.digest()


def keep(at: Path, file: str, data: bytes) -> bool:
    """Keep something whole or not at all; does nothing where nothing can be written. Whether it was kept."""
    import tempfile

    try:
        at.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        at.mkdir(mode=0o700, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(dir=at, suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(_mark(file, data))
                stream.write(data)
            Path(unfinished).replace(at / file)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError:
        return False
    return True


def newest(at: Path, beginning: str, suffix: str) -> list[str]:
    """The names of files that begin and end so, the newest first."""
    try:
        with os.scandir(at) as found:
            dated = [
                (entry.stat().st_mtime_ns, entry.name)
                for entry in found
                if entry.name.startswith(beginning) and entry.name.endswith(suffix)
            ]
    except OSError:
        return []
    return [name for _, name in sorted(dated, reverse=True)]


def drop(at: Path, *files: str) -> None:
    """Drop entries, where they are there."""
    for file in files:
        try:
            (at / file).unlink(missing_ok=True)
        except OSError:
            return


def drop_oldest(at: Path, most: int, bytes_at_most: int, left: float = 0.75) -> None:
    """Where a folder holds more files, or more bytes, only the newest stay, until ``left`` of each is reached."""
    try:
        with os.scandir(at) as found:
            dated = [(each.stat(), each.path) for each in found if each.is_file()]
        files = [(status.st_mtime_ns, status.st_size, path) for status, path in dated]
        size = sum(file[1] for file in files)
        if len(files) <= most and size <= bytes_at_most:
            return
        number = len(files)
        for _, of_file, path in sorted(files):
            if number <= most * left and size <= bytes_at_most * left:
                return
            Path(path).unlink(missing_ok=True)
            number, size = number - 1, size - of_file
    except OSError:
        return
