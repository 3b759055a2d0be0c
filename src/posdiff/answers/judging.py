"""What ``check`` judges: the files on the disk or staged, and the edit that made them what they are."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
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
    from posdiff.dossier.sources.base import Base
    from posdiff.dossier.sources.repository import Commit

_Files = tuple[list[tree.File], list[Finding]]


class Folders(NamedTuple):
    """The positions folder; where it was before the edit; what leads to its files from here."""

    folder: Path
    was: Path
    root: str


class Judged(NamedTuple):
    """The dossier to be judged. ``edit`` and what follows are None where there is no edit to judge.

    ``reread``: the files of the base under the agenda of now, so that what a statement changed and what the agenda
    changed can be told apart; the base's dossier itself where the agenda is the same. ``staged``: whether the files are
    those that are staged.
    """

    dossier: Dossier
    folder: Path
    was: Path
    root: str
    edit: Edit | None = None
    base: Commit | None = None
    reread: Dossier | None = None
    staged: bool = False


@contextlib.contextmanager
def base(around: Surroundings, named: str | None, against: str | None, staged: bool) -> Iterator[Base | None]:
    """What the edit is held against, where there is an edit. ``named``: the positions folder, if the command names it.

    Without a name the repository is that of the folder that the command runs in, whatever the edit's settings say.
    """
    if against is None and not staged:
        yield None
        return
    from posdiff.dossier.sources.base import opened, top

    inside = named is None and top(around.here) is not None
    with opened(around.here if inside else tree.find(around.here, named), around.environment, against, staged) as base:
        yield base


def judged(
    around: Surroundings, positions: str | None, base: Base | None, moved: str | None = None, staged: bool = False
) -> Judged:
    """What is to be judged. ``moved``: the folder that the edit's own settings name, read where ``positions`` is gone.

    ``staged``: whether that is what is staged, where nothing is recorded yet that it could be held against.
    Of a folder that the edit moved, the files of now are held against those that were in the old one.
    """
    was = None
    if base is not None:
        was = Path(positions) if positions is not None else base.folder(around.here)
        if was is not None and positions is None:
            tree.inside(was)
        positions = positions if was is not None and was.is_dir() else moved
    folder = was if was is not None and was.is_dir() else tree.find(around.here, positions)
    files = tree.read(folder)
    place = Folders(folder, was or folder, root(folder, positions))
    if base is None:
        return _first(around, place, files, staged)
    before = base.positions(place.was, _contents(files))
    if before is None:
        from posdiff.dossier.sources.base import opened, top

        if top(folder) != base.top:  # a repository of its own, such as a submodule
            with opened(folder, around.environment, base.against, base.staged) as own_base:
                if own_base is None:
                    return _first(around, place, files, base.staged)
                return _against(around, place, files, own_base)
    return _against(around, place, files, base, before)


def _first(around: Surroundings, place: Folders, files: _Files, staged: bool) -> Judged:
    """The files of now, where there is nothing that they could be held against: those on the disk, or staged."""
    if staged:
        from posdiff.dossier.sources import revision
        from posdiff.dossier.sources.repository import Repository

        with Repository(place.folder, around.environment) as git:
            files = revision.staged(git, _contents(files), place.folder)
    return Judged(assembled(*files, around.environment), *place, staged=staged)


def _against(around: Surroundings, place: Folders, files: _Files, base: Base, before: _Files | None = None) -> Judged:
    """The files of now against those of the base."""
    from posdiff.dossier.sources import revision

    if base.staged:
        files = revision.staged(base.git, _contents(files), place.folder)
    if before is None:
        before = base.positions(place.folder, _contents(files))
    return _edited(around, before or ([], []), files, place, base.commit)._replace(staged=base.staged)


def settled(judged_files: Judged, base: Base | None) -> tuple[acceptance.Accepted, acceptance.Accepted | None]:
    """The accepted findings as they stand, and those of the merge base: None where no edit is judged.

    Raises Failure when a file cannot be read.
    """
    if base is None:
        return accepted(judged_files.folder), None
    file, old_file = acceptance_file(judged_files.folder), acceptance_file(judged_files.was)
    now = acceptance.read(base.now(file)) if base.staged and base.holds(file) else accepted(judged_files.folder)
    return now, acceptance.read(base.before(old_file)) if base.holds(old_file) else accepted(judged_files.was)


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


def _edited(around: Surroundings, before: _Files, after: _Files, place: Folders, base: Commit) -> Judged:
    from posdiff.dossier.reading.load import Known, assemble
    from posdiff.dossier.sources.edits import edited

    dossier_after = assembled(*after, around.environment)
    paths = edited(before[0], after[0])
    dossier_before = assemble(*before, Known(dossier_after, paths.same))
    edit = Edit(dossier_before, paths.added, paths.modified, paths.removed, paths.renamed)
    if dossier_before.agenda is dossier_after.agenda:
        return Judged(dossier_after, *place, edit, base, dossier_before)
    agendas = {file.path for file in after[0] if file.path in tree.AGENDAS}
    mixed = [file for file in before[0] if file.path not in tree.AGENDAS] + [
        file for file in after[0] if file.path in agendas
    ]
    reread = assemble(sorted(mixed), [], Known(dossier_after, paths.same | agendas))
    return Judged(dossier_after, *place, edit, base, reread)
