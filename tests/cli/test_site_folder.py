"""``posdiff site`` writes a folder whole or not at all, and nothing over what others put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.cli import site_folder
from posdiff.findings.failure import Failure
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues: {border: {title: Border, kind: choice, options: {here: Here, there: There}}}
    """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_a_new_folder_and_the_same_again(folder: Path) -> None:
    run = called("site", "-o", "out/public", cwd=folder)
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("posdiff: wrote 10 pages, ")
    before = {file: file.read_bytes() for file in (folder / "out").rglob("*") if file.is_file()}
    assert called("site", "-o", "out/public", "-q", cwd=folder) == (0, "", "")
    assert {file: file.read_bytes() for file in (folder / "out").rglob("*") if file.is_file()} == before
    assert [file.name for file in (folder / "out").iterdir()] == ["public"]


def test_pages_of_what_is_gone_go(folder: Path) -> None:
    called("site", "-o", "public", cwd=folder)
    assert (folder / "public/statements/north/2024-01-01.html").is_file()
    (folder / "positions/north/2024-01-01.yaml").unlink()
    assert called("site", "-o", "public", cwd=folder).code == 0
    assert not (folder / "public/statements/north").exists()


def test_what_others_put_there_stays(folder: Path) -> None:
    called("site", "-o", "public", cwd=folder)
    (folder / "public/CNAME").write_text("example.org", encoding="utf-8")
    (folder / "public/.git/refs").mkdir(parents=True)
    (folder / "public/issues/mine.txt").write_text("mine", encoding="utf-8")
    assert called("site", "-o", "public", cwd=folder).code == 0
    assert (folder / "public/CNAME").read_text(encoding="utf-8") == "example.org"
    assert (folder / "public/.git/refs").is_dir()
    assert (folder / "public/issues/mine.txt").read_text(encoding="utf-8") == "mine"


def test_an_edited_page_goes_only_by_force(folder: Path) -> None:
    called("site", "-o", "public", cwd=folder)
    page = folder / "public/index.html"
    page.write_text("mine", encoding="utf-8")
    run = called("site", "-o", "public", cwd=folder)
    assert (run.code, run.err) == (
        2,
        "posdiff: error: public/index.html is not, or not any more, what posdiff wrote\n"
        "hint: --force replaces it, or name another folder\n",
    )
    assert page.read_text(encoding="utf-8") == "mine"
    assert called("site", "-o", "public", "--force", cwd=folder).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_folders_that_are_not_ours(folder: Path) -> None:
    """A folder of somebody else's, that of the positions and what holds it, a link, a file: none, even by force."""
    (folder / "theirs").mkdir()
    (folder / "theirs/file.txt").write_text("theirs", encoding="utf-8")
    (folder / "empty").mkdir()
    (folder / "link").symlink_to("empty")
    for name in ("theirs", "positions", "positions/public", ".", "link", "theirs/file.txt"):
        run = called("site", "-o", name, "--force", cwd=folder)
        assert (run.code, run.err.startswith("posdiff: error: ")) == (2, True), name
    assert called("site", "-o", "empty", cwd=folder).code == 0
    assert [file.name for file in (folder / "theirs").iterdir()] == ["file.txt"]


def test_nothing_is_written_through_links_in_the_folder(folder: Path) -> None:
    called("site", "-o", "public", cwd=folder)
    outside = folder / "outside"
    (folder / "public/issues").rename(outside)
    (folder / "public/issues").symlink_to(outside)
    (outside / "border.html").write_text("outside", encoding="utf-8")
    assert called("site", "-o", "public", cwd=folder).code == 2
    assert called("site", "-o", "public", "--force", cwd=folder).code == 0
    assert not (folder / "public/issues").is_symlink()
    assert (outside / "border.html").read_text(encoding="utf-8") == "outside"


def test_a_failure_leaves_the_old_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called("site", "-o", "public", cwd=folder)
    (folder / "public/CNAME").write_text("example.org", encoding="utf-8")
    before = {file: file.read_bytes() for file in (folder / "public").rglob("*") if file.is_file()}
    plan = site_folder.planned(folder / "public", {"index.html": "new"}, folder / "positions", False)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(Failure, match="no space left"):
        site_folder.write(plan)
    monkeypatch.undo()
    assert {file: file.read_bytes() for file in (folder / "public").rglob("*") if file.is_file()} == before
    assert sorted(entry.name for entry in folder.iterdir()) == ["positions", "public"]


def test_what_cannot_be_read_is_told_and_left_out(folder: Path) -> None:
    (folder / "positions/south").mkdir()
    (folder / "positions/south/2024-01-02.yaml").write_text("date: nonsense\n", encoding="utf-8")
    run = called("site", "-o", "public", cwd=folder)
    assert run.code == 3
    assert "not-a-date" in run.err
    assert (folder / "public/index.html").is_file()
