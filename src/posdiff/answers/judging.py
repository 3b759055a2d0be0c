"""What ``check`` judges: the files on the disk or staged, and the edit that made them what they are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posdiff.answers.opening import Surroundings, assembled, root
from posdiff.documents.decoding import MAX_BYTES
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.sources import tree
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.review import acceptance
from posdiff.review.case import Edit

if TYPE_CHECKING:
    from posdiff.dossier.sources.repository import Commit

_Files = tuple[list[tree.File], list[Finding]]


class Judged(NamedTuple):
    """The dossier to be judged. ``edit`` and what follows are None where there is no edit to judge.

    ``reread``: the files of the base under the agenda of now, so that what a statement changed and what the agenda
    changed can be told apart; the base's dossier itself where the agenda is the same.
    """

    dossier: Dossier
    folder: Path
    root: str
    edit: Edit | None = None
    base: Commit | None = None
    reread: Dossier | None = None


def judged(around: Surroundings, positions: str | None, against: str | None, staged: bool) -> Judged:
    """What is to be judged. ``against``: the revision with whose merge base the files are compared; HEAD for staged."""
    folder = tree.find(around.here, positions)
    way = root(folder, positions)
    files = tree.read(folder)
    if against is None and not staged:
        return Judged(assembled(*files, around.environment), folder, way)
    from posdiff.dossier.sources import revision
    from posdiff.dossier.sources.repository import Repository

    with Repository(folder, around.environment) as git:
        if staged:
            files = revision.staged(git, _contents(files))
        if against is None and not git.begun():
            return Judged(assembled(*files, around.environment), folder, way)
        commit = git.merge_base(against) if against is not None else git.commit("HEAD")
        before = revision.read(git, commit, known=_contents(files)) or ([], [])
    return _edited(around, before, files, folder, way, commit)


def acceptance_file(folder: Path) -> Path:
    """Where the accepted findings of a positions folder stand: beside it."""
    return Path(os.path.abspath(folder)).parent / acceptance.NAME  # noqa: PTH100  # the folder may be a link


def accepted(folder: Path) -> acceptance.Accepted:
    """The accepted findings of a positions folder. Raises Failure when their file cannot be read."""
    file = acceptance_file(folder)
    try:
        if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(file.parent)):
            # An edit may bring the link: nothing that stands elsewhere is to be shown, or written over.
            raise Failure(f"{file} is a link out of its folder", hint="put the file itself there")
        if not file.exists():
            return acceptance.read(None)
        if not file.is_file():  # a pipe would make the program wait for ever
            raise Failure(f"{file} is no regular file", hint="rename or remove it")
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Failure(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(data) > MAX_BYTES:
        raise Failure(f"{file} has more than {MAX_BYTES:,} bytes", hint="delete the entries that are no longer needed")
    return acceptance.read(data)


def _contents(files: _Files) -> Mapping[str, bytes]:
    return {file.path: file.data for file in files[0] if file.data is not None}


def _edited(around: Surroundings, before: _Files, after: _Files, folder: Path, way: str, base: Commit) -> Judged:
    from posdiff.dossier.reading.load import AGENDAS, Known, assemble
    from posdiff.dossier.sources.edits import edited

    dossier_after = assembled(*after, around.environment)
    paths = edited(before[0], after[0])
    dossier_before = assemble(*before, Known(dossier_after, paths.same))
    edit = Edit(dossier_before, paths.added, paths.modified, paths.removed, paths.renamed)
    if dossier_before.agenda is dossier_after.agenda:
        return Judged(dossier_after, folder, way, edit, base, dossier_before)
    agendas = {file.path for file in after[0] if file.path in AGENDAS}
    mixed = [file for file in before[0] if file.path not in AGENDAS] + [
        file for file in after[0] if file.path in agendas
    ]
    reread = assemble(sorted(mixed), [], Known(dossier_after, paths.same | agendas))
    return Judged(dossier_after, folder, way, edit, base, reread)
