"""The hooks, run by pre-commit itself in a repository that commits, from a clone of this project on disk."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from running import git
from writing import write

ROOT = Path(__file__).parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed: pip install '.[dev]'"
)
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status, kind: choice, options: {part: Part, free: Free}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {a: {title: A, publisher: A, url: "https://example.org/"}}
        terms: {status: {accepts: part, quote: in parts}}
        """,
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone of this project as it stands, what is not committed included; and its revision."""
    folder = tmp_path_factory.mktemp("clone") / "posdiff"
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name.startswith(("src/", "pyproject", "README", "LICENSE", ".pre-commit-hooks", "examples/", "docs/rules")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "the project")
    return folder, git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What a user's shell has; the hooks' own environment is built once for the module."""
    kept = {name: told for name, told in os.environ.items() if not name.startswith(("POSDIFF", "GIT_", "PRE_COMMIT"))}
    own = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    home = tmp_path_factory.mktemp("pre-commit")
    return {**kept, **own, "PRE_COMMIT_HOME": str(home), "GIT_CONFIG_GLOBAL": os.devnull, "POSDIFF_CACHE": "off"}


@pytest.fixture
def repository(tmp_path: Path, copy: tuple[Path, str], environment: Mapping[str, str]) -> Path:
    """A user's repository with both hooks installed and a first commit that passed them."""
    hooks = [{"id": hook["id"]} for hook in HOOKS]
    hooks[-1]["verbose"] = True
    config = {"repos": [{"repo": str(copy[0]), "rev": copy[1], "hooks": hooks}]}
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    write(tmp_path, FILES)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    done = run([sys.executable, "-m", "pre_commit", "install", "--install-hooks"], tmp_path, environment)
    assert done.returncode == 0, done.stdout
    return tmp_path


def run(command: list[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def commit(folder: Path, environment: Mapping[str, str]) -> tuple[bool, str]:
    """Commit what is staged, through the hooks: whether it was done, and what was printed."""
    git(folder, "add", "--all")
    before = git(folder, "rev-parse", "HEAD")
    done = run(["git", "commit", "--message", "an edit"], folder, environment)
    assert (done.returncode == 0) == (git(folder, "rev-parse", "HEAD") != before)
    return done.returncode == 0, done.stdout


def test_a_new_statement_passes_and_the_edit_is_told(repository: Path, environment: Mapping[str, str]) -> None:
    text = FILES["north/2024-01-01.yaml"].replace("2024-01-01", "2024-02-01").replace("accepts: part", "accepts: free")
    write(repository, {"north/2024-02-01.yaml": text})
    done, told = commit(repository, environment)
    assert done, told
    assert "posdiff validate.........................................................Passed" in told
    assert "posdiff check............................................................Passed" in told
    assert "North" in told


def test_a_broken_file_stops_the_commit_whichever_file_is_staged(
    repository: Path, environment: Mapping[str, str]
) -> None:
    """The agenda is what is edited, and a statement is what it breaks."""
    write(repository, {"agenda.yaml": FILES["agenda.yaml"].replace("part: Part", "whole: Whole")})
    done, told = commit(repository, environment)
    assert not done
    assert "error [unknown-option] positions/north/2024-01-01.yaml:3:27 no option `part` in this issue" in told
    assert "exit code: 3" in told


def test_a_commit_that_removes_a_past_statement_is_stopped(repository: Path, environment: Mapping[str, str]) -> None:
    """pre-commit hands over no file for it, and validate is skipped."""
    (repository / "positions/north/2024-01-01.yaml").unlink()
    done, told = commit(repository, environment)
    assert not done, told
    assert "posdiff validate.....................................(no files to check)Skipped" in told
    assert "exit code: 1" in told
    assert "positions/north/2024-01-01.yaml:1:1" in told


def test_what_is_not_staged_is_not_judged(repository: Path, environment: Mapping[str, str]) -> None:
    (repository / "README").write_text("notes\n")
    git(repository, "add", "README")
    (repository / "positions/north/2024-01-01.yaml").write_text("date: 2024-01-02\n")
    done = run(["git", "commit", "--message", "notes"], repository, environment)
    assert done.returncode == 0, done.stdout
    assert (repository / "positions/north/2024-01-01.yaml").read_text() == "date: 2024-01-02\n"


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    done = run([sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"], ROOT, os.environ)
    assert (done.returncode, done.stdout) == (0, "")
    example = "examples/ci/pre-commit-config.yaml"
    done = run([sys.executable, "-m", "pre_commit", "validate-config", example], ROOT, os.environ)
    assert (done.returncode, done.stdout) == (0, "")
    used = yaml.safe_load((ROOT / example).read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert [hook["id"] for hook in used] == [hook["id"] for hook in HOOKS] == ["posdiff-validate", "posdiff-check"]
