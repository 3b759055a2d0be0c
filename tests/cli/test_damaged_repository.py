"""A repository whose objects are damaged: told as such, with what to do, and never half an answer or a bug."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import Repository, repository
from running import called

OBJECTS = {
    "the commit": "HEAD",
    "the top folder": "HEAD^{tree}",
    "the positions folder": "HEAD:positions",
    "a party's folder": "HEAD:positions/north",
    "a statement": "HEAD:positions/north/2024-01-10.yaml",
    "the agenda": "HEAD:positions/agenda.yaml",
}


def _other(data: bytes) -> bytes:
    """Another content of the same kind and length: git hands it over without a word."""
    head, _, body = zlib.decompress(data).partition(b"\0")
    return zlib.compress(head + b"\0" + bytes(reversed(body)))


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "cut off": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "noise": lambda data: bytes(255 - byte for byte in data),
    "another content": _other,
    "another length": lambda data: zlib.compress(zlib.decompress(data) + b"x"),
    "gone": lambda _: None,
}


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository of loose objects, with other files on the disk than are recorded."""
    made = repository(tmp_path_factory.mktemp("damaged"))
    for file in made.folder.glob("positions/**/*.yaml"):
        file.write_text(f"{file.read_text(encoding='utf-8')}# edited\n", encoding="utf-8")
    return made


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("object", OBJECTS)
def test_a_damaged_object_is_told(object: str, damage: str, repo: Repository) -> None:
    id = repo.git("rev-parse", OBJECTS[object]).strip()
    file = repo.folder / ".git" / "objects" / id[:2] / id[2:]
    whole = file.read_bytes()
    data = DAMAGES[damage](whole)
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    try:
        runs = [called("compare", "north", "south", "--rev", "HEAD", cwd=repo.folder),
                called("check", "--against", "HEAD", cwd=repo.folder)]  # fmt: skip
    finally:
        file.unlink(missing_ok=True)
        file.write_bytes(whole)
    for run in runs:
        assert (run.code, run.out, "bug" in run.err) == (3, "", False), run.err
        assert "git fsck" in run.err


def test_a_folder_that_git_would_not_write(repo: Repository, tmp_path: Path) -> None:
    """Its hash is right, and still it is no list of names."""
    broken = tmp_path / "tree"
    broken.write_bytes(b"100644 north")
    id = repo.git("hash-object", "-t", "tree", "-w", "--literally", str(broken)).strip()
    commit = repo.git("commit-tree", "-m", "broken", id).strip()
    for arguments in (("compare", "north", "south", "--rev", commit), ("check", "--against", commit)):
        run = called(*arguments, cwd=repo.folder)
        assert (run.code, "bug" in run.err) == (3, False), run.err
