"""The cache as a user meets it: the same answer from what was kept, and other files are read anew."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from running import posdiff

POSITIONS = Path(__file__).resolve().parents[2] / "positions"


COMPARE = ("compare", "russia", "ukraine", "--format", "json", "--at", "2025-08-18")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    shutil.copytree(POSITIONS, tmp_path / "positions")
    return tmp_path


def entries(folder: Path) -> dict[str, bytes]:
    """What is kept, by the name of the file."""
    return {path.name: path.read_bytes() for path in sorted((folder / "dossiers").glob("*"))}


def test_the_second_run_reads_nothing_and_says_the_same(sample: Path) -> None:
    kept = sample / "kept"
    plain = posdiff(*COMPARE, cwd=sample)
    first = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": str(kept)})
    found = entries(kept)
    assert kept.stat().st_mode & 0o77 == 0
    second = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": str(kept)})
    assert plain == first == second
    assert entries(kept) == found


def test_runs_at_once_do_not_get_in_each_others_way(sample: Path, tmp_path: Path) -> None:
    """Four into one empty cache: each says what one alone says, and what they leave is all that the next one needs."""
    alone = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": str(tmp_path / "alone")})
    together = {"POSDIFF_CACHE": str(tmp_path / "together")}
    with ThreadPoolExecutor(4) as pool:
        runs = [*pool.map(lambda _: posdiff(*COMPARE, cwd=sample, environment=together), range(4))]
    assert runs == [alone] * 4
    kept = entries(tmp_path / "together")
    assert set(kept) == set(entries(tmp_path / "alone"))
    assert posdiff(*COMPARE, cwd=sample, environment=together) == alone
    assert entries(tmp_path / "together") == kept


def test_other_bytes_are_read_anew(sample: Path) -> None:
    kept = {"POSDIFF_CACHE": str(sample / "kept")}
    posdiff(*COMPARE, cwd=sample, environment=kept)
    before = set(entries(sample / "kept"))
    file = sample / "positions" / "russia" / "2025-08-13-fadeev.yaml"
    status = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("firmness: red-line", "firmness: flexible"), "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert '"firmness": "flexible"' in posdiff(*COMPARE, cwd=sample, environment=kept).out
    # Of one folder what its files hold, and what every answer needs of it; and the position of its party.
    added = {name.rpartition(".")[2] for name in set(entries(sample / "kept")) - before}
    assert added == {"contents", "summary", "position"}
    file = sample / "positions" / "russia" / "2024-06-14.yaml"
    file.rename(file.with_name("2024-06-14-speech.yaml"))
    assert "2024-06-14-speech" in posdiff(*COMPARE, cwd=sample, environment=kept).out


def test_few_files_are_not_kept(tmp_path: Path) -> None:
    folder = tmp_path / "positions"
    folder.mkdir()
    (folder / "agenda.yaml").write_text("posdiff: 1\nparties: {a: {name: A}}\nissues: {}\n", encoding="utf-8")
    posdiff("parties", cwd=tmp_path, environment={"POSDIFF_CACHE": str(tmp_path / "kept")})
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_takes_nothing_is_no_concern_of_the_user(sample: Path) -> None:
    (sample / "file").write_text("", encoding="utf-8")
    for name in ("file", "file/below", "/proc/none"):
        run = posdiff(*COMPARE, cwd=sample, environment={"POSDIFF_CACHE": name})
        assert (run.code, run.err) == (0, "")


def test_pipes_in_the_place_of_entries_stop_nothing(sample: Path) -> None:
    kept = {"POSDIFF_CACHE": str(sample / "kept")}
    whole = posdiff(*COMPARE, cwd=sample, environment=kept)
    for name in entries(sample / "kept"):
        (sample / "kept" / "dossiers" / name).unlink()
        os.mkfifo(sample / "kept" / "dossiers" / name)
    assert posdiff(*COMPARE, cwd=sample, environment=kept) == whole
