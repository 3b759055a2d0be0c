"""A positions folder that is read again while somebody edits it: what did not change is not parsed again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from posdiff.answers.opening import Opened, Surroundings, assembled, root
from posdiff.dossier.sources import tree


class FilesRead(NamedTuple):
    """A dossier, and the files that it was read from."""

    opened: Opened
    files: tuple[tree.File, ...]


def first(around: Surroundings, named: str | None = None) -> FilesRead:
    """The dossier in the folder named, or found. Raises Failure when there is none."""
    folder = tree.find(around.here, named)
    files, findings = tree.read(folder)
    return FilesRead(Opened(assembled(files, findings, around.environment), folder, root(folder, named)), tuple(files))


def again(before: FilesRead) -> FilesRead:
    """The dossier as it is now. Raises Failure when the folder cannot be read."""
    from posdiff.dossier.reading.load import Known, assemble
    from posdiff.dossier.sources.edits import edited

    files, findings = tree.read(before.opened.folder)
    known = Known(before.opened.dossier, edited(before.files, files).same)
    return FilesRead(before.opened._replace(dossier=assemble(files, findings, known)), tuple(files))


def stamps(folder: Path, others: Iterable[Path] = ()) -> tuple[tree.Stamp, ...]:
    """What tells, without reading them, that the files of a folder, or others, are not what they were."""
    return (*tree.stamps(folder), *(tree.stamp(file, str(file)) for file in others))
