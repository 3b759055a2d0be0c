"""The pages of sources as git has them, at a revision or staged. A page that was kept out of git is not among them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from pathlib import Path

from posdiff.documents.decoding import POINTER
from posdiff.dossier.sources.extraction import NoText
from posdiff.dossier.sources.pages import FOLDER, parts_of, read_below
from posdiff.dossier.sources.repository import Commit, Object, Repository
from posdiff.dossier.sources.revision import LINK, mode_of, stored_elsewhere


class RecordedPages:
    """What a commit has below ``sources`` in a positions folder: ``below`` a folder that is there now."""

    def __init__(self, folder: Path, below: str, commit: Commit, environment: Mapping[str, str]) -> None:
        self._folder, self._below, self._commit, self._environment = folder, below, commit, environment

    def read(self, file: str, most: int) -> bytes:
        """The bytes of a file. Raises NoText for one that is not recorded, a link, or too large."""
        with Repository(self._folder, self._environment) as git:
            return recorded_page(git, self._commit, self._below, file, most)


def recorded_page(git: Repository, commit: Commit, below: str, file: str, most: int) -> bytes:
    """The bytes of a file below ``sources`` in the positions folder that ``below`` leads to from where git is asked.

    Raises NoText for one that is not recorded, a link, or too large.
    """
    *folders, name = parts_of(file)
    above = "/".join((f"{commit.id}:./{below}{FOLDER}", *folders))
    if any(ord(character) < 32 for character in file):
        raise _not_here(commit)
    tree, found = git.objects([above, f"{above}/{name}"], most)
    if tree is None or found is None:
        raise _not_here(commit)
    return _data(mode_of(name.encode("utf-8", "surrogateescape"), tree.data or b"", len(tree.id) // 2), found, most)


class StagedPages:
    """What is staged below ``sources`` in a positions folder: what a clone has after the next commit.

    ``elsewhere``: whether a page that is not staged, being kept out of git, is read on the disk.
    """

    def __init__(self, git: Repository, folder: Path, elsewhere: bool) -> None:
        self._git, self._folder, self._elsewhere = git, folder, elsewhere
        self._staged = {os.fsdecode(path): (mode, id, stage) for mode, id, stage, path in git.index(folder)}

    def read(self, file: str, most: int) -> bytes:
        """The bytes of a file. Raises NoText for one that is not staged, a link, or too large.

        What Git LFS keeps is read on the disk, where it has the hash.
        """
        mode, id, stage = self._staged.get(posixpath.normpath("/".join((FOLDER, *parts_of(file)))), ("", "", 0))
        found = self._git.objects([id], most)[0] if id and not stage else None
        if found is None:
            if self._elsewhere and not id:
                return read_below(self._folder, file, most)
            hint = "git add it; one that was added with --local is not in git: check without --staged, where it is"
            raise NoText("not-here", "it is not staged, so that no clone will have it", hint)
        data = _data(mode, found, most)
        return stored_elsewhere(data, read_below(self._folder, file, most)) if data.startswith(POINTER) else data


def _data(mode: str | None, found: Object, most: int) -> bytes:
    if mode == LINK:
        raise NoText("symbolic-link", "it is a link", "record the file itself")
    if found.kind != "blob":
        raise NoText("unreadable", "it is no file", "record the file itself")
    if found.data is None:
        message = f"it has {found.size:,} bytes; at most {most:,} are read"
        raise NoText("too-large", message, "save the page without its pictures, or as text")
    return found.data


def _not_here(commit: Commit) -> NoText:
    hint = "a page that was added with --local is not in git: verify without --rev, where it is on this machine"
    return NoText("not-here", f"it is not recorded in git at {commit.short}", hint)
