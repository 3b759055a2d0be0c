"""What an edit began with: files anywhere in its repository, as they were at the merge base and as they are now.

Settings, accepted findings and the place of the positions folder are read here, so that an edit is not judged by what
it brings itself. All of it comes from the process of git that reads the positions too.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from posdiff.documents.decoding import MAX_BYTES
from posdiff.dossier.sources import cache, revision, tree
from posdiff.dossier.sources.extraction import NoText
from posdiff.dossier.sources.pages import FOLDER as PAGES
from posdiff.dossier.sources.pages import Pages, read_below
from posdiff.dossier.sources.recorded_pages import recorded_page
from posdiff.dossier.sources.repository import Commit, Repository, damaged
from posdiff.dossier.sources.tree import FOLDER, SUFFIXES, File
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding

#: How many links in a row are followed.
_MOST_LINKS = 8


class Base(NamedTuple):
    """The commit that an edit began with. ``top`` is the top of the repository, without links on the way to it.

    ``against``: the revision that it is the merge base with; None for HEAD itself. ``staged``: whether the edit is what
    is staged, and not what is on the disk.
    """

    git: Repository
    commit: Commit
    top: Path
    against: str | None
    staged: bool

    def holds(self, file: Path) -> bool:
        """Whether a file would be one of the repository: a file elsewhere is not the edit's."""
        return self._path(file) is not None

    def before(self, file: Path) -> bytes | None:
        """What a file of the repository held at the merge base; None where there was none."""
        return self._content(f"{self.commit.id}:", file)

    def now(self, file: Path) -> bytes | None:
        """What is staged of a file of the repository; None where there is nothing."""
        return self._content(":", file)

    def folder(self, here: Path) -> Path | None:
        """Where ``positions/`` with an agenda was at the merge base, in a folder or above it."""
        for parent in (here, *here.parents):
            agendas = (parent / FOLDER / f"agenda{suffix}" for suffix in SUFFIXES)
            if any(self.before(agenda) is not None for agenda in agendas):
                return parent / FOLDER
        return None

    def positions(self, folder: Path, known: Mapping[str, bytes]) -> tuple[list[File], list[Finding]] | None:
        """The position files that a folder held at the merge base; None where there was no such folder."""
        start = Path(os.path.realpath(self.git.folder))
        own = self._path(folder)
        # An edit may put a link where the folder was, or lead a link elsewhere: what was there then comes first.
        linked = self._target(f"{self.commit.id}:", own) if own else None
        for path in dict.fromkeys((own, linked, self._path(Path(os.path.realpath(folder))))):
            if path is not None:
                below = Path(os.path.relpath(self.top / path, start)).as_posix()
                found = self.git.objects([f"{self.commit.id}:./{below}"], MAX_BYTES)[0]
                if found is not None and found.kind == "tree":
                    return revision.read(self.git, self.commit, below, known)
        self.git.check_folders(self.commit)
        return None

    def pages(self, folder: Path, now: Path, environment: Mapping[str, str], elsewhere: bool = True) -> Pages:
        """The pages that a positions folder held at the merge base.

        ``now``: where the folder is today. A page that git had neither then nor has now, being kept out of it, is read
        there, unless ``elsewhere`` says that it is not.
        """
        own = self._path(folder)
        start = Path(os.path.realpath(self.git.folder))
        below = None if own is None else f"{Path(os.path.relpath(self.top / own, start)).as_posix()}/"

        def read(file: str, most: int) -> bytes:
            try:
                if below is not None:
                    return recorded_page(self.git, self.commit, below, file, most)
            except NoText as reason:
                if not elsewhere or reason.problem != "not-here" or self._content(":", now / PAGES / file) is not None:
                    raise
            return read_below(now, file, most)

        return Pages(now, cache.folder(environment), read)

    def _path(self, file: Path) -> str | None:
        """The way from the top of the repository to a file; None where it leads out of it."""
        absolute = Path(os.path.abspath(file))  # noqa: PTH100  # a link at its end is not followed
        path = Path(os.path.realpath(absolute.parent)) / absolute.name
        if "\n" in str(path) or not path.is_relative_to(self.top):
            return None
        way = path.relative_to(self.top).as_posix()
        return "" if way == "." else way

    def _content(self, tree: str, file: Path) -> bytes | None:
        path = self._path(file)
        path = self._target(tree, path) if path else None
        if path is None:
            return None
        found = self.git.objects([f"{tree}{path}"], MAX_BYTES)[0]
        if found is None and tree != ":" and self._mode(tree, path) is not None:
            raise damaged(f"what git recorded of {path} cannot be read")
        if found is None or found.kind != "blob":
            return None
        if found.data is None:
            raise Failure(f"{path} has more than {MAX_BYTES:,} bytes", hint="shorten it")
        return found.data

    def _target(self, tree: str, path: str) -> str | None:
        """Where a path leads to, by the links that git has there; None out of the repository, or in a circle."""
        for _ in range(_MOST_LINKS):
            if not self._is_link(tree, path):
                return path
            link = self.git.objects([f"{tree}{path}"], MAX_BYTES)[0]
            target = os.fsdecode(link.data) if link is not None and link.data is not None else ""
            path = os.path.normpath(os.path.join(os.path.dirname(path), target))  # noqa: PTH118, PTH120
            if "\n" in path or path.startswith(("/", "..")):
                return None
        return None

    def _is_link(self, tree: str, path: str) -> bool:
        if tree == ":":  # the index has no trees: what is staged is a link where the link on the disk is the same
            link = self.top / path
            found = self.git.objects([f":{path}"], MAX_BYTES)[0]
            return link.is_symlink() and found is not None and found.data == os.fsencode(os.readlink(link))  # noqa: PTH115
        return self._mode(tree, path) == revision.LINK

    def _mode(self, tree: str, path: str) -> str | None:
        """What is recorded at a path, by git's mode; None where there is nothing."""
        folder, _, name = path.rpartition("/")
        held = self.git.objects([f"{tree}{folder}"])[0]
        data = held.data if held is not None and held.kind == "tree" else None
        return None if data is None else revision.mode_of(os.fsencode(name), data, len(self.commit.id) // 2)


def top(folder: Path) -> Path | None:
    """The top of the repository that a folder lies in, without links on the way to it; None outside of any."""
    return tree.top(Path(os.path.realpath(folder)))


@contextlib.contextmanager
def opened(folder: Path, environment: Mapping[str, str], against: str | None, staged: bool) -> Iterator[Base | None]:
    """The base of the edit in the repository that a folder lies in; None where nothing is recorded yet.

    ``against``: the revision with whose merge base the files are compared; without it, HEAD.
    """
    with Repository(folder, environment) as git:
        if against is None and not git.begun():
            yield None
            return
        commit = git.merge_base(against) if against is not None else git.commit("HEAD")
        yield Base(git, commit, top(folder) or Path(os.path.realpath(folder)), against, staged)
