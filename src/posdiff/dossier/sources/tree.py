"""The working tree: finds the folder of positions, and reads its files without trusting them."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from posdiff.documents.decoding import MAX_BYTES
from posdiff.dossier.sources import regular_file
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

FOLDER = "positions"
#: The files that may be the agenda; the first that is there counts.
AGENDAS = ("agenda.yaml", "agenda.yml")
SUFFIXES = (".yaml", ".yml")
MOST_LEVELS = 8


class File(NamedTuple):
    """A YAML file found: its path relative to the folder, with ``/``, and its bytes or the finding that refused it."""

    path: str
    data: bytes | None
    finding: Finding | None = None


def top(folder: Path) -> Path | None:
    """The top of the repository that a folder lies in, by the path that it is given by; None outside of any."""
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)


def find(start: Path, named: str | None = None) -> Path:
    """The folder of positions: the one that is named, else ``positions/`` with an agenda here or above.

    Raises Failure when there is none.
    """
    if named is not None:
        folder = Path(named)
        if not folder.is_dir():
            problem = "is not a folder" if folder.exists() else "does not exist"
            raise Failure(f"the positions folder {named} {problem}", hint="name the folder that holds agenda.yaml")
        return folder
    here = start.absolute()
    for parent in (here, *here.parents):
        folder = parent / FOLDER
        if any((folder / f"agenda{suffix}").is_file() for suffix in SUFFIXES):
            return inside(folder)
    if (here / FOLDER).is_dir():
        return inside(here / FOLDER)
    raise Failure(
        f"no folder {FOLDER}/ with an agenda.yaml here or above",
        hint="name it with --positions DIR or POSDIFF_POSITIONS; posdiff init starts one",
    )


def inside(folder: Path) -> Path:
    """A folder that nobody named. Raises Failure where it is a link out of its repository: an edit may bring one."""
    above = top(Path(os.path.realpath(folder.parent)))
    if above is not None and not Path(os.path.realpath(folder)).is_relative_to(above):
        hint = "put the folder itself there, or name it with --positions"
        raise Failure(f"{folder} is a link out of the repository, and is not followed", hint=hint)
    return folder


def read(folder: Path) -> tuple[list[File], list[Finding]]:
    """Every YAML file below the folder, sorted by path, and what is wrong with the tree itself.

    Links are not followed out of the folder, nor links to folders at all; what is no regular file is refused;
    nothing larger than the limit is read.
    """
    findings: list[Finding] = []
    try:
        root = folder.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise Failure(f"the positions folder {folder} cannot be read: {_reason(error)}") from None
    files = [_read(path, entry, root) for path, entry in _walk(root, "", findings, 0)]
    return sorted(files, key=lambda file: file.path), findings


class Stamp(NamedTuple):
    """What tells without reading it that a file is another than it was."""

    path: str
    inode: int
    size: int
    changed: int


def stamps(folder: Path) -> tuple[Stamp, ...]:
    """The stamp of every YAML file below the folder; none where the folder, or a file, cannot be looked at."""
    try:
        found = _walk(folder.resolve(strict=True), "", [], 0)
        return tuple(stamp(Path(entry.path), path) for path, entry in found)
    except (OSError, RuntimeError):
        return ()


def stamp(file: Path, path: str) -> Stamp:
    """The stamp of a file, under a path of its own."""
    try:
        status = file.stat()
    except OSError:  # a link that leads nowhere, or a file that has just gone
        return Stamp(path, 0, 0, 0)
    return Stamp(path, status.st_ino, status.st_size, status.st_mtime_ns)


def _walk(folder: Path, prefix: str, findings: list[Finding], level: int) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        findings.append(
            _finding(prefix.rstrip("/") or ".", "unreadable", f"the folder cannot be read: {_reason(error)}")
        )
        return
    for entry in entries:
        path = prefix + _printable(entry.name)
        if entry.name.startswith("."):
            continue
        yaml = entry.name.lower().endswith(SUFFIXES)
        if _is_folder(entry):
            if yaml:
                message = "a folder has the name of a YAML file"
                findings.append(_finding(path, "not-a-file", message, "rename the folder"))
            elif entry.is_symlink():
                message = "a link to a folder is not followed"
                findings.append(_finding(path, "symbolic-link", message, "put the folder itself here"))
                continue
            if level < MOST_LEVELS:
                yield from _walk(Path(entry.path), f"{path}/", findings, level + 1)
            else:
                message = f"folders are nested more than {MOST_LEVELS} levels deep"
                findings.append(_finding(path, "misplaced-file", message))
        elif yaml:
            yield path, entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _read(path: str, entry: os.DirEntry[str], root: Path) -> File:
    def refuse(rule: RuleId, message: str, hint: str | None = None) -> File:
        return File(path, None, _finding(path, rule, message, hint))

    try:
        target = Path(entry.path)
        if entry.is_symlink():
            target = target.resolve(strict=True)
            if not target.is_relative_to(root):
                hint = "put the file itself here"
                return refuse("symbolic-link", "a link out of the positions folder is not followed", hint)
        return File(path, regular_file.read(target, MAX_BYTES))
    except regular_file.NotRegular:
        return refuse("not-a-file", "this is not a regular file")
    except regular_file.TooLarge as error:
        message = f"the file has {error.size:,} bytes; at most {MAX_BYTES:,} are read"
        return refuse("file-too-large", message, "split it: one statement per file")
    except (OSError, RuntimeError) as error:
        return refuse("unreadable", f"the file cannot be read: {_reason(error)}", "check the link or the permissions")


def _finding(path: str, rule: RuleId, message: str, hint: str | None = None) -> Finding:
    return Finding.of(Location(path, 1, 1), rule, message, hint, (path,))


def _printable(name: str) -> str:
    """A file's name as text that any stream can take: bytes that are no UTF-8 are shown as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:  # with a path in its words
        return "a link leads back to itself"
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
