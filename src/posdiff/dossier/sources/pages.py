"""The pages of sources as they were kept: ``sources/FILE`` in the positions folder, known by their hash.

A page is read without trust: no link is followed, nothing larger than the limit is read, and nothing but the bytes that
have the hash is ever taken for the page. Its text is made of those bytes alone; it is kept in the user's cache folder,
under the hash and the version of what made it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, cast

from posdiff.documents.decoding import POINTER
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources import cache, regular_file
from posdiff.dossier.sources.extraction import MOST_BYTES, NoText, PageForm, Problem, extractor, form_of, text_of
from posdiff.dossier.statement import Snapshot

FOLDER = "sources"
#: What the name of a page's plain text ends with, beside the page.
TEXT_SUFFIX = ".txt"
_SUFFIX, _REFUSED = ".page", ".refused"
#: Texts that are kept, and their bytes; the oldest go first.
_MOST_KEPT, _MOST_BYTES_KEPT = 2_000, 8_000_000_000


class Page(NamedTuple):
    """A page, or what is wrong with it in a few words. ``text_differs``: the text beside it is not what it gives.

    ``text_file``: the file below ``sources`` that holds its text, line by line: itself, where it is a text, or the one
    beside it; None where that is missing or differs.
    """

    snapshot: Snapshot
    text: PageText | None
    problem: Problem | None = None
    message: str = ""
    hint: str | None = None
    text_differs: bool = False
    text_file: str | None = None


class Pages:
    """The pages of one positions folder. ``cached``: the folder in which texts are kept; None where none are.

    ``read``: gives the bytes of a file below ``sources``, of so many at most; by default those on the disk.
    """

    def __init__(self, folder: Path, cached: Path | None, read: Callable[[str, int], bytes] | None = None) -> None:
        self._read: Callable[[str, int], bytes] = partial(read_below, folder) if read is None else read
        self._cached = cached
        self._program = cache.program() if cached else ()

    @classmethod
    def below(cls, folder: Path, environment: Mapping[str, str]) -> Pages:
        """The pages of a positions folder, with texts kept where dossiers are."""
        return cls(folder, cache.folder(environment))

    def page(self, snapshot: Snapshot) -> Page:
        """What a snapshot names."""
        try:
            data = self._bytes(snapshot)
            form = form_of(data, snapshot.file)
            text = self._text(data, snapshot, form)
        except NoText as reason:
            return Page(snapshot, None, reason.problem, reason.message, reason.hint)
        if form == "text":
            return Page(snapshot, text, text_file=snapshot.file)
        beside = self._beside(snapshot)
        if beside == text_file(text.plain):
            return Page(snapshot, text, text_file=snapshot.file + TEXT_SUFFIX)
        return Page(snapshot, text, text_differs=beside is not None)

    def problem(self, snapshot: Snapshot) -> Problem | None:
        """Why the bytes that a snapshot names cannot be had; None where they are here. No text is made of them."""
        try:
            self._bytes(snapshot)
        except NoText as reason:
            return reason.problem
        return None

    def _bytes(self, snapshot: Snapshot) -> bytes:
        data = self._read(snapshot.file, MOST_BYTES)
        if sha256(data).hexdigest() != snapshot.sha256:
            raise _another(data)
        return data

    def _text(self, data: bytes, snapshot: Snapshot, form: PageForm) -> PageText:
        name = self._key(snapshot, form) if self._cached else None
        if self._cached is None or name is None:
            return PageText.of(text_of(data, snapshot.file))
        known = cache.entry(self._cached, f"{name}{_SUFFIX}")
        if known is not None:
            plain, normal, joined = known.decode("utf-8", "surrogatepass").split("\0")
            return PageText(plain, normal, joined or None)
        text = self._made(data, snapshot, f"{name}{_REFUSED}")
        kept = "\0".join((text.plain, text.normal, text.joined or "")).encode("utf-8", "surrogatepass")
        cache.keep(self._cached, f"{name}{_SUFFIX}", kept)
        cache.drop_oldest(self._cached, _MOST_KEPT, _MOST_BYTES_KEPT)
        return text

    def _made(self, data: bytes, snapshot: Snapshot, refused: str) -> PageText:
        """The text, made anew. That a page has none is kept too: to find it out may take long."""
        assert self._cached is not None
        known = cache.entry(self._cached, refused)
        if known is not None:
            problem, message, *hint = known.decode().split("\0")
            raise NoText(cast("Problem", problem), message, *hint)
        try:
            return PageText.of(text_of(data, snapshot.file))
        except NoText as reason:
            told = (reason.problem, reason.message, *([reason.hint] if reason.hint else []))
            if reason.problem != "no-extractor":
                cache.keep(self._cached, refused, "\0".join(told).encode())
            raise

    def _key(self, snapshot: Snapshot, form: PageForm) -> str | None:
        """The name under which a page's text is kept; None where nothing would make it anew."""
        made_by = extractor(form)
        if made_by is None:
            return None
        return sha256(repr((snapshot.sha256, made_by, self._program)).encode()).hexdigest()

    def _beside(self, snapshot: Snapshot) -> bytes | None:
        """The text beside a page, as it would be written; None where there is none."""
        try:
            beside = self._read(snapshot.file + TEXT_SUFFIX, MOST_BYTES * 2)
        except NoText:
            return None
        return beside.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def text_file(plain: str) -> bytes:
    """A plain text as it stands beside its page."""
    return (plain.rstrip("\n") + "\n").encode("utf-8", "surrogatepass")


def parts_of(file: str) -> list[str]:
    """The folders that lead to a file below ``sources``, and its name. Raises NoText for a path that leads out."""
    parts = file.split("/")
    if ".." in parts or file.startswith("/"):
        raise NoText("outside", f"its path leads out of {FOLDER}/", f"put the page into {FOLDER}/")
    return parts


def read_below(folder: Path, file: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file below ``sources``. Raises NoText for what is not there, a link, a pipe, or too large."""
    at = folder / FOLDER
    parts = parts_of(file)
    try:
        for part in ("", *parts):
            at = at / part if part else at
            if stat.S_ISLNK(os.lstat(at).st_mode):
                raise NoText("symbolic-link", "it is a link, or in a folder that is one", "put the file itself there")
        return regular_file.read(at, most, follow=False)
    except regular_file.NotRegular:
        raise NoText("unreadable", "it is no regular file", "put the file itself there") from None
    except regular_file.TooLarge as error:
        message = f"it has {error.size:,} bytes; at most {most:,} are read"
        raise NoText("too-large", message, "save the page without its pictures, or as text") from None
    except IsADirectoryError:
        raise NoText("unreadable", "it is a folder", "put the file itself there") from None
    except (FileNotFoundError, NotADirectoryError):
        raise NoText("not-here", "it is not on this machine") from None
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or type(error).__name__).lower()
        raise NoText("unreadable", f"it cannot be read: {reason}", "check its permissions") from None


def _another(data: bytes) -> NoText:
    if data.startswith(POINTER):
        return NoText("not-here", "only its Git LFS pointer is on this machine", "git lfs pull")
    hint = "restore the file; if the page was saved anew on purpose, posdiff source add --force writes its hash"
    return NoText("changed", f"its bytes are others: their SHA-256 is {sha256(data).hexdigest()}", hint)
