"""Git, asked and never told: commits and objects by ``cat-file --batch``, the index by ``ls-files``.

Nothing here can change a byte of a repository, fetch, or run what its configuration names. The variables that hooks
set are taken away: they would lead git to another repository than the one that the folder lies in. Replaced objects
are not looked up: what was recorded is what is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any, NamedTuple

from posdiff.findings.failure import USAGE, Failure

_OPTIONS = ("--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
#: Names asked for at a time: few enough that neither git nor we wait for the other with a full pipe.
_AT_A_TIME = 64
_CHUNK = 1 << 16
_FETCH = "fetch the history: git fetch --unshallow; in GitHub Actions actions/checkout with `fetch-depth: 0`"
#: The ids of a file with nothing in it, by both of git's hashes.
_EMPTY = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
#: What git says of an object that it cannot read.
_OF_DAMAGE = (
    "corrupt",
    "inflate",
    "unpack",
    "garbage",
    "is empty",
    "unable to stream",
    "unable to read",
    "packfile",
    "tree object",
)
_EPOCH = date(1970, 1, 1).toordinal()


class Commit(NamedTuple):
    """A commit. ``day``: when it was recorded, by the committer's own calendar, as ``git log`` shows it."""

    id: str
    day: int
    parents: tuple[str, ...]

    @property
    def short(self) -> str:
        """The beginning of its id, as people quote it."""
        return self.id[:12]


class Object(NamedTuple):
    """An object as git keeps it; ``data`` is None where it is larger than was asked for."""

    id: str
    kind: str
    size: int
    data: bytes | None


class Repository:
    """The repository that a folder lies in. To be closed, by ``with``."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self._environment = _clean(environment)
        if index := environment.get("GIT_INDEX_FILE"):
            # The index that is being committed: ``git commit FILE`` makes one of its own, and names it to its hooks.
            self._environment["GIT_INDEX_FILE"] = str(Path(index).absolute())
        self._batch: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None

    def __enter__(self) -> Repository:
        return self

    def __exit__(self, *_: object) -> None:
        if self._batch is not None:
            for stream in (self._batch.stdin, self._batch.stdout):
                with contextlib.suppress(BrokenPipeError):
                    stream.close()  # type: ignore[union-attr]
            self._batch.wait()
        if self._errors is not None:
            self._errors.close()

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names."""
        named = self.objects([f"{_checked(revision)}^{{commit}}"])[0]
        if named is None:
            raise self._unknown(revision)
        return _commit(named)

    def begun(self) -> bool:
        """Whether anything is recorded yet."""
        if self.objects(["HEAD^{commit}"])[0] is not None:
            return True
        self._refuse_named("HEAD")
        return False

    def recorded(self, start: Commit, day: int) -> Commit:
        """The last commit up to the end of a day on the branch that ends with ``start``: first parents only.

        What stood on a branch that was merged later was not on record here before it was merged.
        """
        at = start
        while at.day > day:
            if not at.parents:
                first = date.fromordinal(at.day).isoformat()
                message = f"nothing was recorded by {date.fromordinal(day).isoformat()}: the first commit is of {first}"
                raise Failure(message, hint="name a later day")
            parent = self.objects([at.parents[0]])[0]
            if parent is None:
                reached = date.fromordinal(at.day).isoformat()
                raise Failure(f"the clone is shallow: its history goes back to {reached} only", hint=_FETCH)
            at = _commit(parent)
        return at

    def merge_base(self, revision: str) -> Commit:
        """The last commit that HEAD and a revision have in common."""
        done = self._run("merge-base", "HEAD", _checked(revision))
        if done.returncode == 0:
            return self.commit(done.stdout.decode("ascii").split()[0])
        if done.returncode == 1:
            shallow = self._shallow()
            message = f"HEAD and {revision} have no commit in common"
            raise Failure(f"{message} in this shallow clone" if shallow else message, hint=_FETCH if shallow else None)
        error = _text(done.stderr)
        if "valid object name" not in error and "valid commit name" not in error:
            raise self._failure(error)
        raise self._unknown("HEAD" if error.rstrip().endswith(" name HEAD") else revision)

    def index(self, folder: Path) -> list[tuple[str, str, int, bytes]]:
        """What is staged below a folder: mode, id, stage (not 0 in an unresolved merge), path from the folder."""
        entries = []
        for entry in self._of_index(folder, "ls-files", "--stage", "-z", "--", "."):
            head, _, path = entry.partition(b"\t")
            mode, id, stage = head.decode("ascii").split(" ")
            entries.append((mode, id, int(stage), path))
        if any(id in _EMPTY for _, id, _, _ in entries):
            # What `git add --intent-to-add` announced stands there as an empty file, and is no part of the commit.
            announced = self._of_index(
                folder, "diff-files", "--diff-filter=A", "--name-only", "--relative", "-z", "--", "."
            )
            entries = [entry for entry in entries if entry[3] not in announced]
        return entries

    def tracked(self, folder: Path) -> list[str]:
        """The paths below a folder that git has in its index, announced ones among them."""
        return [os.fsdecode(path) for path in self._of_index(folder, "ls-files", "-z", "--", ".")]

    def _of_index(self, folder: Path, *arguments: str) -> list[bytes]:
        done = self._run(*arguments, folder=folder)
        if done.returncode:
            raise self._failure(_text(done.stderr))
        return done.stdout.split(b"\0")[:-1]

    def objects(self, names: Sequence[str], most: int | None = None) -> list[Object | None]:
        """The objects of these names, None for those that there are not; of larger ones than ``most`` no data."""
        return list(self._objects(names, most))

    def _objects(self, names: Sequence[str], most: int | None) -> Iterator[Object | None]:
        batch = self._started()
        for start in range(0, len(names), _AT_A_TIME):
            asked = names[start : start + _AT_A_TIME]
            try:
                batch.stdin.write(b"".join(os.fsencode(name) + b"\n" for name in asked))  # type: ignore[union-attr]
                batch.stdin.flush()  # type: ignore[union-attr]
            except BrokenPipeError:
                raise self._ended() from None
            for _ in asked:
                yield self._answer(batch.stdout, most)

    def _answer(self, stream: Any, most: int | None) -> Object | None:
        head = stream.readline()
        if not head.endswith(b"\n"):
            raise self._ended()
        if head.endswith((b" missing\n", b" ambiguous\n")):
            said = self._said_so_far()
            if any(sign in said for sign in _OF_DAMAGE):
                raise self._failure(said)
            return None
        try:
            id, kind, length = head.decode("ascii").split()
            size = int(length)
        except ValueError:
            raise damaged("git answers what cannot be read") from None
        data = None
        if most is None or size <= most:
            data = stream.read(size)
        else:
            left = size
            while left and (passed := len(stream.read(min(left, _CHUNK)))):
                left -= passed
        end = stream.read(1)
        if not end:
            raise self._ended()
        if end != b"\n":  # git goes on with what there is more of, and must not be waited for
            raise damaged(f"git's object {id} is longer than was recorded")
        if data is not None and object_id(kind, data, len(id)) != id:
            raise damaged(f"git's object {id} is not what was recorded")  # git itself does not look when it is asked so
        return Object(id, kind, size, data)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._batch is None:
            # Errors go to a file: a pipe that nobody reads would stop git when it is full.
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
            self._batch = self._guarded(
                lambda git: subprocess.Popen(
                    [git, *_OPTIONS, "cat-file", "--batch"], cwd=self.folder, env=self._environment,
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
                )
            )  # fmt: skip
        return self._batch

    def _run(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        return self._guarded(  # type: ignore[no-any-return]
            lambda git: subprocess.run(
                [git, *_OPTIONS, *map(os.fsencode, arguments)], cwd=folder or self.folder, env=self._environment,
                stdin=subprocess.DEVNULL, capture_output=True, check=False,
            )
        )  # fmt: skip

    def _guarded(self, start: Any) -> Any:
        import shutil

        git = shutil.which("git", path=self._environment.get("PATH"))
        if git is None:
            raise Failure("git is not installed, or not on the PATH", hint="install git; the files alone need none")
        try:
            return start(git)
        except OSError as error:
            raise Failure(f"git cannot be run in {self.folder}: {(error.strerror or str(error)).lower()}") from None

    def _ended(self) -> Failure:
        """Why git ended instead of answering."""
        assert self._batch is not None and self._errors is not None
        self._batch.wait()
        self._errors.seek(0)
        return self._failure(_text(self._errors.read()))

    def _said_so_far(self) -> str:
        """What git has told of errors; the place where it goes on with them is left as it is."""
        if self._errors is None or not hasattr(os, "pread"):
            return ""
        return _text(os.pread(self._errors.fileno(), _CHUNK, 0))

    def check_folders(self, commit: Commit) -> None:
        """Raises Failure where a folder of a commit cannot be read: what is not found in it may well be there."""
        done = self._run("ls-tree", "-r", "-t", "--full-tree", "--name-only", commit.id)
        if done.returncode:
            raise damaged(f"git: {_text(done.stderr).strip().splitlines()[-1].removeprefix('fatal: ')}")

    def _refuse_named(self, revision: str) -> None:
        """Raises Failure where a revision names a commit that is not there: what names it was recorded after it."""
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
        id = _text(done.stdout).strip()
        if done.returncode == 0 and not id.startswith(revision.lower()) and self.objects([id])[0] is None:
            raise damaged(f"the commit {id[:12]} that `{revision}` names cannot be read")

    def _failure(self, error: str) -> Failure:
        """What git's own message means for a user."""
        if "not a git repository" in error:
            return Failure(f"{self.folder} is in no git repository", hint="run it in a clone, or without git's options")
        if "dubious ownership" in error:
            folder = error.partition("'")[2].partition("'")[0] or "DIR"
            hint = f"if you trust it: git config --global --add safe.directory {folder}"
            return Failure("git does not read this repository, since another user owns it", hint=hint)
        if "promisor" in error or "not allowed" in error:
            hint = "posdiff fetches nothing: clone without --filter, or git fetch --refetch --no-filter"
            return Failure("the clone is partial, and lacks content that is to be read", hint=hint)
        lines = [line.removeprefix("fatal: ") for line in error.splitlines() if line.strip()]
        if any(sign in error for sign in _OF_DAMAGE):
            return damaged(f"git: {lines[-1]}")
        return Failure(f"git: {lines[-1] if lines else 'it ended without a word'}")

    def _unknown(self, revision: str) -> Failure:
        self._refuse_named(revision)
        if revision == "HEAD":
            return Failure("nothing is recorded yet: HEAD has no commit", hint="commit the files first")
        shallow = self._shallow()
        hint = f"fetch it: git fetch origin {revision.removeprefix('origin/')}"
        if shallow:
            hint += "; the clone is shallow: git fetch --unshallow, in GitHub Actions `fetch-depth: 0`"
        elif set(revision) <= set("0123456789abcdef"):
            hint = "it may have been replaced by a forced push: name the branch, or git fetch origin"
        return Failure(f"git knows no commit `{revision}` here", hint=hint)

    def _shallow(self) -> bool:
        return self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def damaged(message: str) -> Failure:
    """That an object of a repository cannot be used: what is recorded cannot be known, and nobody is told a part."""
    return Failure(message, hint="the repository is damaged: git fsck says where; fetch it anew, or restore it")


def object_id(kind: str, data: bytes, length: int) -> str:
    """The id under which git records an object, by the hash whose ids have that length."""
    digest = hashlib.sha1(usedforsecurity=False) if length == 40 else hashlib.sha256()
    digest.update(b"%s %d\0" % (kind.encode("ascii"), len(data)))
    digest.update(data)
    return digest.hexdigest()


def _clean(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what hooks set for git, and with what keeps git quiet, English and off the network."""
    kept = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}


def _checked(revision: str) -> str:
    """A revision that is no option and one line."""
    if revision.startswith("-") or not revision.strip():
        raise Failure(f"`{revision}` is not a revision", hint="name a branch, a tag or a commit", code=USAGE)
    if any(ord(character) < 32 or ord(character) == 127 for character in revision):
        raise Failure("a control character in the name of a revision", hint="delete it", code=USAGE)
    return revision


def _commit(object: Object) -> Commit:
    parents: list[str] = []
    day = _EPOCH
    for line in (object.data or b"").partition(b"\n\n")[0].split(b"\n"):
        word, _, rest = line.partition(b" ")
        if word == b"parent":
            parents.append(rest.decode("ascii", "backslashreplace"))
        elif word == b"committer":
            day = _day(rest)
    return Commit(object.id, day, tuple(parents))


def _day(committer: bytes) -> int:
    """The day in ``Name <mail> 1718400000 +0300``, in that time zone; 1970 where it cannot be made out."""
    try:
        seconds, zone = committer.rpartition(b"> ")[2].split()
        minutes = (int(zone[1:3]) * 60 + int(zone[3:5])) * (-1 if zone[:1] == b"-" else 1)
        return min(max(_EPOCH + (int(seconds) + minutes * 60) // 86_400, 1), date.max.toordinal())
    except ValueError:
        return _EPOCH


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")
