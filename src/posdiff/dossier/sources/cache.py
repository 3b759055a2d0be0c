"""The cache of dossiers, in the user's own cache folder, so that the same files need not be read again.

The key is a hash of every file's path and bytes, of what is wrong with the tree, and of the program that read them: a
dossier is a function of these alone, so that an entry is either the right one or is not found. What is kept is a
pickle, opened with an unpickler that makes nothing but this program's own records. Whatever goes wrong with the cache
is no concern of the user: the files are read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.sources.tree import File
from posdiff.findings.finding import Finding

#: Bytes of position files below which reading is as fast as looking up.
LEAST = 60_000
#: Entries that are kept; the oldest go first.
_MOST = 8
_SUFFIX = ".dossier"
_PACKAGE = Path(__file__).parents[2]
#: The rooms whose code decides what is read.
_ROOMS = ("documents", "kinds", "dossier", "findings")
_FOREIGN = {"builtins": ("frozenset", "set"), "fractions": ("Fraction",), "decimal": ("Decimal",)}


def folder(environment: Mapping[str, str]) -> Path | None:
    """Where entries are kept: POSDIFF_CACHE, else ``posdiff`` in the user's cache folder; None when that is ``off``."""
    named = environment.get("POSDIFF_CACHE")
    if named:
        return None if named == "off" else Path(named)
    user = Path(environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME") or "", ".cache"))
    return user / "posdiff" if user.is_absolute() else None


def key(files: Sequence[File], findings: Sequence[Finding]) -> str | None:
    """The name of the entry for these files; None where they are so few that none is kept."""
    if sum(len(file.data or b"") for file in files) < LEAST:
        return None
    hashed = sha256(repr((program(), findings)).encode())
    for file in files:
        head = (file.path, None if file.data is None else len(file.data), file.finding)
        hashed.update(repr(head).encode("utf-8", "backslashreplace"))
        hashed.update(file.data or b"")
    return hashed.hexdigest()


def program() -> tuple[object, ...]:
    """What reads files: the interpreter, and the program's own code."""
    return sys.version_info[:3], sys.implementation.name, *_code()


def _code() -> list[tuple[str, int, int]]:
    """The files of the program that have part in reading, with their sizes and times: another program reads anew."""
    files = sorted(file for room in _ROOMS for file in (_PACKAGE / room).rglob("*.py"))
    return [(file.name, (status := file.stat()).st_size, status.st_mtime_ns) for file in files]


def remembered(at: Path, name: str) -> Dossier | None:
    """The dossier kept under a name; None when there is none, or it is not whole."""
    data = entry(at, f"{name}{_SUFFIX}")
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
        dossier = Unpickler(io.BytesIO(data)).load()
    except Exception:  # noqa: BLE001 - a cache that cannot be read is as good as none, whatever the reason
        return None
    return dossier if isinstance(dossier, Dossier) else None


def remember(at: Path, name: str, dossier: Dossier) -> None:
    """Keep a dossier under a name, whole or not at all; does nothing where nothing can be written."""
    import pickle

    try:
        data = pickle.dumps(dossier, protocol=5)
    except (pickle.PicklingError, RecursionError):
        return
    keep(at, name, _SUFFIX, data, _MOST, _MOST)


def entry(at: Path, file: str) -> bytes | None:
    """What is kept in a file; None when there is none, or it is not whole."""
    path = at / file
    try:
        if not path.is_file():  # a pipe would make the program wait for ever
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return data[32:] if sha256(data[32:]).digest() == data[:32] else None


def keep(at: Path, name: str, suffix: str, data: bytes, most: int, left: int) -> None:
    """Keep something whole or not at all; does nothing where nothing can be written.

    Where the folder then has more than ``most`` files, only the newest with this ``suffix`` stay: as many as ``left``.
    """
    import tempfile

    try:
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(dir=at, suffix=".tmp")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(sha256(data).digest() + data)
            Path(unfinished).replace(at / f"{name}{suffix}")
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        if len(os.listdir(at)) > most:  # noqa: PTH208 - names alone are enough
            newest = sorted(at.glob(f"*{suffix}"), key=lambda kept: kept.stat().st_mtime, reverse=True)
            for kept in newest[left:]:
                kept.unlink(missing_ok=True)
    except OSError:
        return
