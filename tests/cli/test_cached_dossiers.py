"""The cache as a user meets it: the same answer from what was kept, and other files are read anew."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

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


def test_a_pipe_in_the_place_of_an_entry_stops_nothing(sample: Path) -> None:
    kept = {"POSDIFF_CACHE": str(sample / "kept")}
    whole = posdiff(*COMPARE, cwd=sample, environment=kept)
    (entry,) = entries(sample / "kept")
    entry.unlink()
    os.mkfifo(entry)
    assert posdiff(*COMPARE, cwd=sample, environment=kept) == whole
