"""The cache folder: what is kept under a name is read back, anything else is not; where it lies and what it drops."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path

import pytest

from posdiff.dossier.read import AgendasRead
from posdiff.dossier.sources import cache


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    assert cache.entry(tmp_path / "new", "x.page") is None
    assert cache.keep(tmp_path / "new", "x.page", b"words")
    assert cache.entry(tmp_path / "new", "x.page") == b"words"
    assert (tmp_path / "new").stat().st_mode & 0o77 == 0
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["x.page"]


@pytest.mark.parametrize("change", ["cut off", "empty", "another byte", "another name", "another entry", "a folder"])
def test_what_is_not_whole_or_in_its_place_is_passed_over(tmp_path: Path, change: str) -> None:
    cache.keep(tmp_path, "x.page", b"words")
    cache.keep(tmp_path, "y.page", b"other words")
    path, data = tmp_path / "x.page", (tmp_path / "x.page").read_bytes()
    path.unlink()
    if change == "a folder":
        path.mkdir()
    elif change == "another entry":
        shutil.copy(tmp_path / "y.page", path)
    else:
        spoiled = {"cut off": data[:-1], "empty": b"", "another byte": data[:-1] + b"S", "another name": data}[change]
        path.write_bytes(spoiled)
    if change == "another name":
        path = path.rename(tmp_path / "z.page")
    assert cache.entry(tmp_path, path.name) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_the_file_of_another_user_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.keep(tmp_path, "x.page", b"words")
    monkeypatch.setattr(os, "geteuid", lambda: 1_234_567)
    assert cache.entry(tmp_path, "x.page") is None


def test_records_are_read_back_as_the_kind_that_is_asked_for(tmp_path: Path) -> None:
    read = AgendasRead(None, (), ("agenda.yaml",))
    assert cache.keep_records(tmp_path, "x.agenda", read)
    assert cache.records(tmp_path, "x.agenda", AgendasRead) == read
    cache.keep_records(tmp_path, "y.agenda", ())
    assert cache.records(tmp_path, "y.agenda", AgendasRead) is None
    cache.keep(tmp_path, "z.agenda", b"no pickle")
    assert cache.records(tmp_path, "z.agenda", AgendasRead) is None


def test_nothing_but_own_records_is_made(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    cache.keep(tmp_path, "x.agenda", pickle.dumps(Trap()))
    assert cache.records(tmp_path, "x.agenda", object) is None
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("room", ["documents", "kinds", "dossier/reading", "findings"])
def test_another_program_reads_anew(tmp_path: Path, room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(cache.__file__).parents[2]
    shutil.copytree(package, tmp_path / "posdiff")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path / "posdiff")
    before = cache.program()
    assert before == cache.program()
    changed = min((tmp_path / "posdiff" / room).glob("*.py"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert before != cache.program()


def test_where_entries_are_kept() -> None:
    assert cache.folder({"HOME": "/home/x"}) == Path("/home/x/.cache/posdiff")
    assert cache.folder({"HOME": "/home/x", "XDG_CACHE_HOME": "/c"}) == Path("/c/posdiff")
    assert cache.folder({"POSDIFF_CACHE": "/d", "HOME": "/home/x"}) == Path("/d")
    assert cache.folder({"POSDIFF_CACHE": "off", "HOME": "/home/x"}) is None
    assert cache.folder({}) is None


def dated(folder: Path) -> list[str]:
    """Ten entries of ten bytes and 32, of as many days, and a folder; their names, the newest first."""
    (folder / "below").mkdir()
    for number in range(10):
        cache.keep(folder, f"n{number}.page", b"x" * 10)
        os.utime(folder / f"n{number}.page", (number * 86_400, number * 86_400))
    return cache.newest(folder, "n", ".page")


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    assert dated(tmp_path) == [f"n{number}.page" for number in range(9, -1, -1)]
    cache.drop_oldest(tmp_path, most=10, bytes_at_most=420)
    assert len(cache.newest(tmp_path, "n", ".page")) == 10
    cache.drop_oldest(tmp_path, most=8, bytes_at_most=420)
    assert cache.newest(tmp_path, "n", ".page") == ["n9.page", "n8.page", "n7.page", "n6.page", "n5.page", "n4.page"]
    cache.drop_oldest(tmp_path, most=8, bytes_at_most=200)
    assert cache.newest(tmp_path, "n", ".page") == ["n9.page", "n8.page", "n7.page"]
    cache.drop(tmp_path, "n9.page", "not there")
    assert cache.newest(tmp_path, "n", ".page") == ["n8.page", "n7.page"]


def test_an_entry_that_is_used_is_not_among_the_oldest(tmp_path: Path) -> None:
    dated(tmp_path)
    assert cache.entry(tmp_path, "n0.page") == b"x" * 10
    assert cache.newest(tmp_path, "n", ".page")[0] == "n0.page"
