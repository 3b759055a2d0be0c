"""The files of a git revision, or of the index, as the working tree would give them: the same files, the same findings.

What stands in the working tree as it is recorded is not asked for again: git names contents by their hash, so that
the bytes at hand tell whether they are the ones. Of a repository with thousands of files an edit reads a few.
"""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from posdiff.documents.decoding import MAX_BYTES, POINTER
from posdiff.dossier.sources.repository import Commit, Object, Repository, damaged, object_id
from posdiff.dossier.sources.tree import MOST_LEVELS, SUFFIXES, File
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

_FOLDER, LINK, _SUBMODULE = "40000", "120000", "160000"


class _Listing(NamedTuple):
    """What a revision holds: contents and links by path, the paths of folders, and what is wrong with the tree."""

    blobs: dict[str, str]
    links: dict[str, str]
    folders: set[str]
    findings: list[Finding]
    #: Files that were refused before their content was asked for.
    refused: list[File]


def read(
    repository: Repository, commit: Commit, below: str = "", known: Mapping[str, bytes] | None = None
) -> tuple[list[File], list[Finding]] | None:
    """Every YAML file of a revision below the repository's folder, as ``tree.read`` gives them.

    ``below`` leads on from that folder, where the folder itself is no longer there. ``known`` are contents at hand, by
    path. None where the revision has no such folder.
    """
    root = repository.objects([f"{commit.id}:./{below}"])[0]
    if root is None:
        repository.check_folders(commit)
        return None
    if root.kind != "tree":
        raise Failure(f"at {commit.short} the positions folder is not a folder")
    listing = _Listing({}, {}, set(), [], [])
    level = [("", root.data or b"")]
    for depth in range(MOST_LEVELS + 1):
        inner = [
            folder for prefix, data in level for folder in _listed(data, prefix, len(root.id) // 2, listing, depth)
        ]
        trees = repository.objects([id for _, id in inner])
        level = [(f"{path}/", _held(path, tree)) for (path, _), tree in zip(inner, trees, strict=True)]
    return _files(repository, listing, known or {})


def staged(
    repository: Repository, known: Mapping[str, bytes], folder: Path | None = None
) -> tuple[list[File], list[Finding]]:
    """Every YAML file that is staged below a folder (without one, the repository's), as ``tree.read`` gives them."""
    listing = _Listing({}, {}, set(), [], [])
    for mode, id, stage, raw in repository.index(folder or repository.folder):
        path = _printable(raw)
        parts = path.split("/")
        if any(part.startswith(".") for part in parts):
            continue
        listing.folders.update("/".join(parts[:end]) for end in range(1, len(parts)))
        if stage:
            if path.lower().endswith(SUFFIXES) and path not in {file.path for file in listing.refused}:
                message = "the file has an unresolved merge conflict"
                listing.refused.append(_refused(path, "conflict-marker", message, "resolve it, and stage the file"))
        elif len(parts) > MOST_LEVELS + 1:
            message = f"folders are nested more than {MOST_LEVELS} levels deep"
            listing.findings.append(_finding("/".join(parts[: MOST_LEVELS + 1]), "misplaced-file", message))
        else:
            _entry(path, mode, id, listing)
    return _files(repository, listing, known)


def _listed(data: bytes, prefix: str, hash_size: int, listing: _Listing, depth: int) -> list[tuple[str, str]]:
    """Notes what one folder holds; the paths and ids of the folders in it that are to be read."""
    inner = []
    for mode, raw, id in _entries(data, hash_size):
        name = _printable(raw)
        path = prefix + name
        if name.startswith("."):
            continue
        if mode != _FOLDER:
            _entry(path, mode, id, listing)
            continue
        listing.folders.add(path)
        if name.lower().endswith(SUFFIXES):
            message = "a folder has the name of a YAML file"
            listing.findings.append(_finding(path, "not-a-file", message, "rename the folder"))
        if depth < MOST_LEVELS:
            inner.append((path, id))
        else:
            message = f"folders are nested more than {MOST_LEVELS} levels deep"
            listing.findings.append(_finding(path, "misplaced-file", message))
    return inner


def mode_of(name: bytes, tree: bytes, hash_size: int) -> str | None:
    """The mode of what a folder, git's tree object, holds under a name; None where it holds nothing of the name."""
    return next((mode for mode, held, _ in _entries(tree, hash_size) if held == name), None)


def _entries(tree: bytes, hash_size: int) -> Iterator[tuple[str, bytes, str]]:
    """What a folder, git's tree object, holds: mode, name and id. Raises Failure for one that is damaged."""
    at = 0
    while at < len(tree):
        mode, blank, _ = tree[at : at + 7].partition(b" ")
        name_end = tree.find(b"\0", at)
        end = name_end + 1 + hash_size
        if not (blank and mode.isdigit() and at < name_end and end <= len(tree)):
            raise damaged("git's record of a folder is not what git writes")
        yield mode.decode("ascii"), tree[at + len(mode) + 1 : name_end], tree[name_end + 1 : end].hex()
        at = end


def _entry(path: str, mode: str, id: str, listing: _Listing) -> None:
    if mode == _SUBMODULE:
        message = "a submodule is not followed: its files are in another repository"
        listing.findings.append(_finding(path, "not-a-file", message, "put the files themselves here"))
    elif mode == LINK:
        listing.links[path] = id
    elif path.lower().endswith(SUFFIXES):
        listing.blobs[path] = id


def _files(repository: Repository, listing: _Listing, known: Mapping[str, bytes]) -> tuple[list[File], list[Finding]]:
    files = list(listing.refused)
    wanted = dict(listing.blobs)
    links = list(listing.links)
    for path, target in zip(links, repository.objects([listing.links[path] for path in links], MAX_BYTES), strict=True):
        _follow(path, _printable((target and target.data) or b""), listing, files, wanted)
    missing = {}
    for path, id in wanted.items():
        if path in known and _is(known[path], id):
            files.append(File(path, known[path]))
        else:
            missing[path] = id
    for (path, _), blob in zip(missing.items(), repository.objects(list(missing.values()), MAX_BYTES), strict=True):
        if blob is None:
            raise _missing(path)
        if blob.data is None:
            message = f"the file has {blob.size:,} bytes; at most {MAX_BYTES:,} are read"
            files.append(_refused(path, "file-too-large", message, "split it: one statement per file"))
        else:
            files.append(File(path, stored_elsewhere(blob.data, known.get(path))))
    return sorted(files, key=lambda file: file.path), listing.findings


def _held(path: str, tree: Object | None) -> bytes:
    """What a folder holds. Raises Failure where it is not there."""
    if tree is None:
        raise _missing(path)
    return tree.data or b""


def _missing(path: str) -> Failure:
    return Failure(f"the content of {path} is not in this clone", hint="it may be partial, or damaged: git fsck")


def _follow(path: str, target: str, listing: _Listing, files: list[File], wanted: dict[str, str]) -> None:
    """A link: its file is what it leads to, where that is a file of the folder."""
    end = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if end in listing.folders:
        listing.findings.append(
            _finding(path, "symbolic-link", "a link to a folder is not followed", "put the folder itself here")
        )
    elif not path.lower().endswith(SUFFIXES):
        return
    elif end.startswith(("/", "../")) or end == "..":
        message = "a link out of the positions folder is not followed"
        files.append(_refused(path, "symbolic-link", message, "put the file itself here"))
    elif end in listing.blobs:
        wanted[path] = listing.blobs[end]
    else:
        message = "the file cannot be read: the link leads to another link, or to nothing"
        files.append(_refused(path, "unreadable", message, "put the file itself here"))


def _is(data: bytes, id: str) -> bool:
    """Whether git would record these bytes under an id; line ends as on Windows count as they are recorded."""
    if object_id("blob", data, len(id)) == id:
        return True
    return b"\r\n" in data and object_id("blob", data.replace(b"\r\n", b"\n"), len(id)) == id


def stored_elsewhere(blob: bytes, known: bytes | None) -> bytes:
    """The content that a Git LFS pointer stands for, where it is at hand; else the blob as it is."""
    if known is not None and blob.startswith(POINTER):
        named = b"oid sha256:" + hashlib.sha256(known).hexdigest().encode("ascii")
        return known if named in blob.split(b"\n") else blob
    return blob


def _printable(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace")


def _refused(path: str, rule: RuleId, message: str, hint: str) -> File:
    return File(path, None, _finding(path, rule, message, hint))


def _finding(path: str, rule: RuleId, message: str, hint: str | None = None) -> Finding:
    return Finding.of(Location(path, 1, 1), rule, message, hint)
