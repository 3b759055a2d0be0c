"""Writes a site, or tables, as a folder, whole or not at all: into a new folder, or over one that posdiff made."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from posdiff.findings.failure import USAGE, Failure


class Marker(NamedTuple):
    """By this file a folder is known as one that posdiff made; it holds the hash of every file that was written.

    ``what``: what the folder holds, for a message.
    """

    file: str
    schema: str
    what: str


SITE = Marker("posdiff-site.json", "posdiff/site/1", "site")
EXPORT = Marker("posdiff-export.json", "posdiff/export/1", "export")


class PlannedSite(NamedTuple):
    """What is to be written. ``kept``: what others put into the folder, by paths in it, and is left there."""

    folder: Path
    files: Mapping[str, bytes]
    kept: tuple[str, ...]


def planned(
    folder: Path, texts: Mapping[str, str | bytes], dossier: Path, force: bool, marker: Marker = SITE
) -> PlannedSite:
    """Look whether a site may be written to a folder, and write nothing yet. Raises Failure (usage).

    What others put into the folder stays; what stands in the way, or was edited, goes only with ``force``.
    """
    files = {
        path: text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
        for path, text in texts.items()
    }
    hashes = {path: _hash(data) for path, data in files.items()}
    files[marker.file] = (
        json.dumps({"schema": marker.schema, "files": hashes}, indent=0, sort_keys=True) + "\n"
    ).encode()
    if str(folder) == "-":
        raise Failure("a folder cannot go to stdout", hint="name a folder", code=USAGE)
    try:
        if folder.is_symlink():
            raise Failure(f"{folder} is a symbolic link", hint="name the folder that it leads to", code=USAGE)
        if folder.resolve().is_relative_to(dossier.resolve()) or dossier.resolve().is_relative_to(folder.resolve()):
            message = f"{folder} is the folder of the positions, lies in it, or holds it"
            raise Failure(message, hint="name a folder beside it", code=USAGE)
        if not os.path.lexists(folder):
            return PlannedSite(folder, files, ())
        if not folder.is_dir():
            raise Failure(f"{folder} is a file", hint="name a folder", code=USAGE)
        kept = _foreign(folder, _written(folder, marker), marker)
    except OSError as error:
        raise _refused(folder, error) from None
    in_the_way = [path for path in kept if _collides(path, files)]
    if in_the_way and not force:
        message = f"{folder / in_the_way[0]} is not, or not any more, what posdiff wrote"
        raise Failure(message, hint="--force replaces it, or name another folder", code=USAGE)
    return PlannedSite(folder, files, tuple(path for path in kept if path not in in_the_way))


def _written(folder: Path, marker: Marker) -> dict[str, str]:
    """The hash of every file that posdiff wrote to a folder. Raises Failure where others made it."""
    if not any(folder.iterdir()):
        return {}
    file = folder / marker.file
    try:
        table = json.loads(file.read_bytes()) if file.is_file() and not file.is_symlink() else {}
        hashes = table["files"] if table["schema"] == marker.schema else None
    except (ValueError, KeyError, TypeError):
        hashes = None
    if not isinstance(hashes, dict):
        message = f"{folder} is not empty, and holds no {marker.what} that posdiff wrote"
        raise Failure(message, hint="name a new folder", code=USAGE)
    return {**hashes, marker.file: ""}


def _foreign(folder: Path, hashes: Mapping[str, str], marker: Marker) -> tuple[str, ...]:
    """What others put into a folder, or changed there; of a folder that is theirs as a whole only its own path."""
    own = {str(parent) for path in hashes for parent in Path(path).parents}

    def found(at: str) -> Iterator[str]:
        for entry in sorted(os.scandir(folder / at), key=lambda entry: entry.name):
            path = f"{at}/{entry.name}" if at else entry.name
            if entry.is_dir(follow_symlinks=False) and path in own:
                yield from found(path)
            elif path == marker.file:
                continue
            elif not entry.is_file(follow_symlinks=False) or hashes.get(path) != _hash((folder / path).read_bytes()):
                yield path

    return tuple(found(""))


def _hash(data: bytes) -> str:
    """A part of the digest is enough: nobody gains anything by a file that has the hash of a page."""
    return sha256(data).hexdigest()[:24]


def _collides(path: str, files: Mapping[str, bytes]) -> bool:
    """Whether something has the path of a new file, of a folder of new files, or stands below a new file."""
    above = {str(parent) for parent in Path(path).parents}
    return path in files or bool(above & files.keys()) or any(file.startswith(f"{path}/") for file in files)


def write(plan: PlannedSite) -> None:
    """Write what was planned: all of it beside the folder, which then takes its place. Raises Failure (usage)."""
    folder = plan.folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        place = folder.resolve()
        beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}.", suffix=".tmp"))
        new, old = beside / "new", beside / "old"
        try:
            _fill(new, plan.files)
            if place.exists():
                place.rename(old)
            _take_over(new, old, place, plan.kept)
        finally:
            if place.exists() or not old.exists():  # else what was there is in ``old``, and nowhere else
                shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise _refused(folder, error) from None


def _take_over(new: Path, old: Path, place: Path, kept: Sequence[str]) -> None:
    """Give the new folder what is kept of the old one, and its place. On failure the old one has all of it again."""
    moved: list[str] = []
    try:
        for path in kept:
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).rename(new / path)
            moved.append(path)
        new.rename(place)
    except BaseException:
        for path in moved:
            (new / path).rename(old / path)
        if old.exists():
            old.rename(place)
        raise


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for parent in dict.fromkeys((folder / path).parent for path in files):
        parent.mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / path).write_bytes(data)


def _refused(folder: Path, error: OSError) -> Failure:
    return Failure(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE)
