"""What git has is read as it stands in the folder: the same files, the same findings."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from posdiff.dossier.sources import revision, tree
from posdiff.dossier.sources.repository import Repository
from posdiff.findings.failure import Failure
from repositories import repository

NEW = {"north/2024-03-01.yaml": "date: 2024-03-01\nterms: {border: there}\n"}


def opened(folder: Path) -> Repository:
    return Repository(folder, dict(os.environ))


@pytest.fixture
def positions(tmp_path: Path) -> Path:
    """A folder of positions, recorded, with all that is odd in a tree."""
    repo = repository(tmp_path)
    folder = tmp_path / "positions"
    (folder / "north/2024-02-02-link.yaml").symlink_to("2024-02-02.yaml")
    (folder / "north/2024-02-03-out.yaml").symlink_to("/etc/passwd")
    (folder / "deep/1/2/3/4/5/6/7/8").mkdir(parents=True)
    (folder / "deep/1/2/3/4/5/6/7/8/2024-01-01.yaml").write_text("date: 2024-01-01\n")
    (folder / "folder.yaml").mkdir()
    (folder / "folder.yaml/2024-01-01.yaml").write_text("date: 2024-01-01\n")
    (folder / ".hidden").mkdir()
    (folder / ".hidden/2024-01-01.yaml").write_text("date: 2024-01-01\n")
    (folder / "north/2024-02-04-large.yaml").write_bytes(b"#" * 1_048_577)
    repo.commit({})
    return folder


def test_a_revision_holds_what_the_folder_holds(positions: Path) -> None:
    expected_files, expected_findings = tree.read(positions)
    with opened(positions) as git:
        commit = git.commit("HEAD")
        for known in ({}, {file.path: file.data for file in expected_files if file.data is not None}):
            read = revision.read(git, commit, known=known)
            assert read is not None
            files, findings = read
            assert [(file.path, file.data) for file in files] == [(file.path, file.data) for file in expected_files]
            assert [file.finding and file.finding.rule for file in files] == [
                file.finding and file.finding.rule for file in expected_files
            ]
            assert {(found.location, found.rule) for found in findings} == {
                (found.location, found.rule) for found in expected_findings
            }


def test_what_is_staged_is_read_and_what_is_not_is_left_out(tmp_path: Path) -> None:
    repo = repository(tmp_path)
    folder = tmp_path / "positions"
    recorded, _ = tree.read(folder)
    for path, text in NEW.items():
        (folder / path).write_text(text, encoding="utf-8")
    with opened(folder) as git:
        assert revision.staged(git, {}) == (recorded, [])
    repo.git("add", "-A")
    with opened(folder) as git:
        assert revision.staged(git, {}) == tree.read(folder)


def test_a_folder_that_a_revision_lacks(tmp_path: Path) -> None:
    repository(tmp_path)
    with opened(tmp_path) as git:
        assert revision.read(git, git.commit("HEAD"), "gone") is None
        with pytest.raises(Failure, match="git knows no commit `gone` here"):
            git.commit("gone")


def test_what_was_recorded_by_a_day(tmp_path: Path) -> None:
    repo = repository(tmp_path)
    first = repo.git("rev-parse", "HEAD").strip()
    with opened(tmp_path) as git:
        head = git.commit("HEAD")
        assert git.recorded(head, head.day).id == first
        with pytest.raises(Failure, match=f"nothing was recorded by {date.fromordinal(head.day - 1)}"):
            git.recorded(head, head.day - 1)
