"""The cache: its key, what it reads back, where it lies and what it drops."""

from __future__ import annotations

import os
import pickle
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.dossier.reading.load import assemble, load
from posdiff.dossier.sources import cache, tree

POSITIONS = Path(__file__).resolve().parents[2] / "positions"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copytree(POSITIONS, tmp_path / "positions")
    return tmp_path


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.dossier")) if folder.is_dir() else []


def test_what_is_kept_is_what_is_read(sample: Path) -> None:
    files, findings = tree.read(sample / "positions")
    read = assemble(files, findings)
    name = cache.key(files, findings)
    assert name is not None
    cache.remember(sample / "kept", name, read)
    again = cache.remembered(sample / "kept", name)
    assert again is not None
    assert again.statements == read.statements
    assert again.findings == read.findings
    assert again.texts == read.texts
    assert list(again.agenda.issues) == list(read.agenda.issues)


def test_a_dossier_without_an_agenda_is_kept_too(tmp_path: Path) -> None:
    long = tree.File("north/2024-01-01.yaml", b"# " + b"x" * cache.LEAST)
    cache.remember(tmp_path, "x", assemble([tree.File("agenda.yaml", b"parties: ["), long], []))
    assert cache.remembered(tmp_path, "x") is not None


def test_nothing_but_own_records_is_made(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    data = pickle.dumps(Trap())
    (tmp_path / "x.dossier").write_bytes(sha256(data).digest() + data)
    assert cache.remembered(tmp_path, "x") is None
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("room", ["documents", "kinds", "dossier/reading", "findings"])
def test_another_program_reads_anew(tmp_path: Path, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(cache.__file__).parents[2]
    shutil.copytree(package, tmp_path / "posdiff")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "posdiff")
    before = cache.key(*tree.read(POSITIONS))
    assert before == cache.key(*tree.read(POSITIONS))
    changed = min((tmp_path / "posdiff" / room).glob("*.py"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert before != cache.key(*tree.read(POSITIONS))


def test_where_entries_are_kept() -> None:
    assert cache.folder({"HOME": "/home/x"}) == Path("/home/x/.cache/posdiff")
    assert cache.folder({"HOME": "/home/x", "XDG_CACHE_HOME": "/c"}) == Path("/c/posdiff")
    assert cache.folder({"POSDIFF_CACHE": "/d", "HOME": "/home/x"}) == Path("/d")
    assert cache.folder({"POSDIFF_CACHE": "off", "HOME": "/home/x"}) is None
    assert cache.folder({}) is None


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    dossier = load(POSITIONS)
    for number in range(10):
        cache.remember(tmp_path, f"n{number}", dossier)
        os.utime(tmp_path / f"n{number}.dossier", (number, number))
    assert [file.stem for file in entries(tmp_path)] == [f"n{number}" for number in range(2, 10)]
