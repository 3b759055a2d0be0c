"""What an edit brings leads nowhere else: settings, folders, links, files in other places. The outcome is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import Repository, repository
from running import called, posdiff

SECRET = "token: [hunter2\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """A repository, and beside it what an edit must not reach."""
    made = repository(tmp_path / "repo")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "agenda.yaml").write_text(SECRET, encoding="utf-8")
    (elsewhere / "posdiff.toml").write_text(f"{SECRET}\n", encoding="utf-8")
    return made


def _settings(text: str) -> Callable[[Repository], None]:
    return lambda repo: _written(repo.folder / "posdiff.toml", text)


def _written(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _linked_positions(repo: Repository) -> None:
    (repo.folder / "positions").rename(repo.folder / "data")
    (repo.folder / "positions").symlink_to("../elsewhere")


def _settings_to_a_link(repo: Repository) -> None:
    (repo.folder / "other").symlink_to("../elsewhere")
    _settings('positions = "other"\n')(repo)


def _linked_settings(repo: Repository) -> None:
    (repo.folder / "posdiff.toml").symlink_to("../elsewhere/posdiff.toml")


def _linked_shared_settings(repo: Repository) -> None:
    _written(repo.folder.parent / "elsewhere" / "pyproject.toml", f"[tool.posdiff]\n{SECRET}")
    (repo.folder / "pyproject.toml").symlink_to("../elsewhere/pyproject.toml")


REFUSED = {
    "positions above": (
        _settings('positions = "../elsewhere"\n'),
        2,
        "REPO/posdiff.toml: `positions` leads out of the repository\n"
        "hint: put the folder into the repository, or name it with --positions or POSDIFF_POSITIONS",
    ),
    "positions elsewhere": (
        _settings('positions = "/etc"\n'),
        2,
        "REPO/posdiff.toml: `positions` leads out of the repository\n"
        "hint: put the folder into the repository, or name it with --positions or POSDIFF_POSITIONS",
    ),
    "positions that are a link": (
        _settings_to_a_link,
        2,
        "REPO/posdiff.toml: `positions` leads out of the repository\n"
        "hint: put the folder into the repository, or name it with --positions or POSDIFF_POSITIONS",
    ),
    "a linked folder": (
        _linked_positions,
        3,
        "REPO/positions is a link out of the repository, and is not followed\n"
        "hint: put the folder itself there, or name it with --positions",
    ),
    "linked settings": (
        _linked_settings,
        2,
        "REPO/posdiff.toml is a link, and settings are not read through links\n"
        "hint: put the file itself there, or leave all settings aside with posdiff --no-config",
    ),
    "linked settings among those of others": (
        _linked_shared_settings,
        2,
        "REPO/pyproject.toml is a link, and settings are not read through links\n"
        "hint: put the table `tool.posdiff` into the file posdiff.toml",
    ),
    "long settings": (
        _settings("#" * 65_537),
        2,
        "REPO/posdiff.toml has 65,537 bytes; at most 65,536 are read\nhint: shorten it",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_leads_out_is_refused(case: str, repo: Repository) -> None:
    brought, code, message = REFUSED[case]
    brought(repo)
    for arguments in (("validate",), ("check", "--against", "HEAD"), ("parties",)):
        run = called(*arguments, cwd=repo.folder)
        said = run.err.replace(str(repo.folder), "REPO")
        assert (run.code, run.out, said) == (code, "", f"posdiff: error: {message}\n"), arguments


def test_whoever_runs_it_may_read_any_folder(repo: Repository) -> None:
    """What is named on the command line, or in the environment, is nothing that an edit brings."""
    elsewhere = str(repo.folder.parent / "elsewhere")
    assert "[yaml-syntax]" in called("validate", "--positions", elsewhere, cwd=repo.folder).out


def test_a_link_within_the_repository_is_followed(repo: Repository) -> None:
    (repo.folder / "positions").rename(repo.folder / "data")
    (repo.folder / "positions").symlink_to("data")
    assert called("parties", cwd=repo.folder).out == called("parties", "--positions", "data", cwd=repo.folder).out


def test_a_link_to_what_others_keep_in_pyproject_is_no_matter(repo: Repository) -> None:
    _written(repo.folder.parent / "elsewhere" / "pyproject.toml", "[tool.other]\n")
    (repo.folder / "pyproject.toml").symlink_to("../elsewhere/pyproject.toml")
    assert called("parties", cwd=repo.folder).code == 0


def test_a_folder_of_the_base_that_becomes_a_link_is_not_followed(repo: Repository) -> None:
    """The settings of the base name it; the edit leads it elsewhere, and brings settings of its own."""
    (repo.folder / "positions").rename(repo.folder / "data")
    _settings('positions = "data"\n')(repo)
    repo.commit()
    (repo.folder / "data").rename(repo.folder / "positions")
    (repo.folder / "data").symlink_to("../elsewhere")
    _settings("")(repo)
    run = called("check", "--against", "HEAD", cwd=repo.folder)
    assert (run.code, run.out, "`positions` leads out of the repository" in run.err) == (2, "", True)


def test_no_config(repo: Repository) -> None:
    """Settings are left aside, those of rules too, and by ``check`` those of the base."""
    _settings('format = "json"\nnonsense = 1\n')(repo)
    refused = called("parties", cwd=repo.folder)
    assert (refused.code, "no setting `nonsense`" in refused.err) == (2, True)
    assert called("--no-config", "parties", cwd=repo.folder).out.startswith("2 parties")
    assert called("parties", cwd=repo.folder).code == 2  # and in no later run
    told = called("--no-config", "check", "--against", "HEAD", cwd=repo.folder)
    assert (told.code, told.err) == (0, "")
    by_variable = posdiff("validate", cwd=repo.folder, environment={"POSDIFF_NO_CONFIG": "1"})
    assert (by_variable.code, by_variable.err) == (0, "")


@pytest.mark.parametrize("name", ["secrets.yaml", "north/deep/2024-01-01.yaml", "north/secrets.yaml"])
def test_nothing_of_a_file_in_another_place_is_shown(name: str, repo: Repository) -> None:
    """Such a file may be anything that lies in a checkout: its name is told, and not a word of it."""
    repo.write({name: SECRET})
    for format in ("text", "json", "html"):
        run = called("validate", "-f", format, cwd=repo.folder)
        assert (run.code, name in run.out, "hunter2" in run.out, "token" in run.out) == (3, True, False, False)
    assert "hunter2" not in called("find", "hunter", cwd=repo.folder).out


@pytest.mark.parametrize("target", ["../elsewhere/new.md", "new.md", "nowhere/new.md"])
def test_no_file_is_made_behind_a_link(target: str, repo: Repository) -> None:
    """An edit may put a link where a workflow writes: what is not there does not come to be."""
    (repo.folder / "report.md").symlink_to(target)
    run = called("validate", "-f", "markdown", "-o", "report.md", "--force", cwd=repo.folder)
    message = "report.md is a link to a file that is not there\nhint: remove the link, or name another file"
    assert (run.code, run.err) == (2, f"posdiff: error: {message}\n")
    assert not (repo.folder / target).exists()
