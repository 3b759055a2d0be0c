"""Opens a dossier: from a folder, or as git has it at a revision or had it on a day."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.sources import cache, tree
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding

if TYPE_CHECKING:
    from posdiff.dossier.sources.pages import Pages
    from posdiff.dossier.sources.repository import Commit


class Surroundings(NamedTuple):
    """Where and when a command runs: the folder it is in, the environment, the day."""

    here: Path
    environment: Mapping[str, str]
    today: date


class Opened(NamedTuple):
    """A dossier, and the way that leads to its files from here: what findings put before a file's path.

    ``commit`` is None for the files on the disk.
    """

    dossier: Dossier
    folder: Path
    root: str
    commit: Commit | None = None

    def pages(self, environment: Mapping[str, str]) -> Pages:
        """The pages of its sources, from where its files are: the disk, or git at the commit."""
        from posdiff.dossier.sources.pages import Pages

        if self.commit is None:
            return Pages.below(self.folder, environment)
        from posdiff.dossier.sources.recorded_pages import RecordedPages

        recorded = RecordedPages(*_there(self.folder), self.commit, environment)
        return Pages(self.folder, cache.folder(environment), recorded.read)


def opened(
    around: Surroundings, folder: str | None = None, rev: str | None = None, recorded: date | None = None
) -> Opened:
    """The dossier in the folder named, or found; as git has it at a revision, or had it by the end of a day.

    Raises Failure when there is none.
    """
    if rev is not None or recorded is not None:
        return _at_revision(around, folder, "HEAD" if rev is None else rev, recorded)
    place = tree.find(around.here, folder)
    return Opened(assembled(*tree.read(place), around.environment), place, root(place, folder))


def with_agenda(at: Opened) -> Opened:
    """The same, for commands that need an agenda. Raises Failure, with the first finding, when there is none."""
    errors = [finding for finding in at.dossier.findings if finding.severity == "error"]
    if not at.dossier.agenda.parties and errors:
        first = next((error for error in errors if error.location.file.startswith("agenda.")), errors[0])
        place = f"{at.root}{first.location.file}:{first.location.line}:{first.location.column}"
        raise Failure(f"[{first.rule}] {place} {first.message}", hint=first.hint or "posdiff validate shows more")
    return at


def root(folder: Path, named: str | None) -> str:
    """What leads from here to a file of the folder."""
    shown = folder if named is not None else Path(os.path.relpath(folder))
    return "" if str(shown) == "." else f"{shown.as_posix().rstrip('/')}/"


def _at_revision(around: Surroundings, named: str | None, rev: str, recorded: date | None) -> Opened:
    from posdiff.dossier.sources import revision
    from posdiff.dossier.sources.repository import Repository

    folder = Path(named) if named is not None else tree.find(around.here)
    at, below = _there(folder)
    with Repository(at, around.environment) as git:
        commit = git.commit(rev)
        if recorded is not None:
            commit = git.recorded(commit, recorded.toordinal())
        files = None if "\n" in below else revision.read(git, commit, below)
    if files is None:
        commit_in_words = f"{commit.short}, recorded {date.fromordinal(commit.day).isoformat()}"
        hint = "name with --positions the folder that held agenda.yaml then"
        raise Failure(f"there is no folder {root(folder, named)} in {commit_in_words}", hint=hint)
    way = f"{commit.short}:{root(folder, named)}"
    return Opened(assembled(*files, around.environment), folder, way, commit)


def _there(folder: Path) -> tuple[Path, str]:
    """A folder that is there, and what leads on from it to one that was there then, and may be no longer."""
    at, below = folder, ""
    while not at.is_dir() and at != at.parent:
        at, below = at.parent, f"{at.name}/{below}"
    return at, below


def assembled(files: list[tree.File], findings: list[Finding], environment: Mapping[str, str]) -> Dossier:
    """What files hold, from the cache as far as they were read before."""
    at = cache.folder(environment)
    if at is not None:
        from posdiff.dossier.kept import kept

        if (dossier := kept(files, findings, at)) is not None:
            return dossier
    from posdiff.dossier.reading.load import assemble  # the readers, and PyYAML: not needed for what was read before

    return assemble(files, findings)
