"""What was read is kept: the same files give the same answer, other files or another program are read anew."""

from __future__ import annotations

import os
import pickle
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.dossier.reading.load import assemble, load
from posdiff.dossier.sources import cache, tree
from running import posdiff

POSITIONS = Path(__file__).resolve().parents[2] / "positions"
COMPARE = ("compare", "russia", "ukraine", "--format", "json", "--at", "2025-08-18")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copytree(POSITIONS, tmp_path / "positions")
    return tmp_path


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.dossier")) if folder.is_dir() else []


def test_the_second_run_reads_nothing_and_says_the_same(sample: Path) -> None:
    kept = sample / "kept"
    plain = posdiff(*COMPARE, cwd=sample)
    first = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": str(kept)})
    (entry,) = entries(kept)
    assert kept.stat().st_mode & 0o77 == 0
    second = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": str(kept)})
    assert plain == first == second
    assert entries(kept) == [entry]


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


def test_other_bytes_are_read_anew(sample: Path) -> None:
    kept = {"POSDIFF_CACHE": str(sample / "kept")}
    posdiff(*COMPARE, cwd=sample, environment=kept)
    file = sample / "positions" / "russia" / "2025-08-13-fadeev.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("firmness: red-line", "firmness: flexible"), "utf-8")
    assert '"firmness": "flexible"' in posdiff(*COMPARE, cwd=sample, environment=kept).out
    file = sample / "positions" / "russia" / "2024-06-14.yaml"
    file.rename(file.with_name("2024-06-14-speech.yaml"))
    assert "2024-06-14-speech" in posdiff(*COMPARE, cwd=sample, environment=kept).out
    assert len(entries(sample / "kept")) == 3


def test_an_entry_that_is_not_whole_is_passed_over(sample: Path) -> None:
    kept = {"POSDIFF_CACHE": str(sample / "kept")}
    whole = posdiff(*COMPARE, cwd=sample, environment=kept)
    (entry,) = entries(sample / "kept")
    data = entry.read_bytes()
    for broken in (b"", data[:100], data[:-1], b"\0" * 64, sha256(b"junk").digest() + b"junk"):
        entry.write_bytes(broken)
        assert posdiff(*COMPARE, cwd=sample, environment=kept) == whole
        assert len(entry.read_bytes()) == len(data)  # written anew; sets may come in another order


def test_nothing_but_own_records_is_made(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    data = pickle.dumps(Trap())
    (tmp_path / "x.dossier").write_bytes(sha256(data).digest() + data)
    assert cache.remembered(tmp_path, "x") is None
    assert not (tmp_path / "made").exists()


def test_few_files_are_not_kept(tmp_path: Path) -> None:
    folder = tmp_path / "positions"
    folder.mkdir()
    (folder / "agenda.yaml").write_text("posdiff: 1\nparties: {a: {name: A}}\nissues: {}\n", encoding="utf-8")
    assert cache.key(*tree.read(folder)) is None
    posdiff("parties", cwd=tmp_path, environment={"POSDIFF_CACHE": str(tmp_path / "kept")})
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_takes_nothing_is_no_concern_of_the_user(sample: Path) -> None:
    (sample / "file").write_text("", encoding="utf-8")
    for name in ("file", "file/below", "/proc/none"):
        run = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": name})
        assert (run.code, run.err) == (0, "")


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
