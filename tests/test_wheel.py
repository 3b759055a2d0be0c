"""What the program reads besides its modules lies in the wheel too, and is found there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from posdiff.findings.rules import RULES

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the content of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, cwd: Path, *arguments: str) -> str:
    """What the program prints that lies in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments], cwd=cwd, env={**os.environ, "PYTHONPATH": str(installed)},
        check=True, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    return done.stdout


def test_the_pages_of_the_rules(installed: Path, tmp_path: Path) -> None:
    pages = {file.stem for file in (installed / "posdiff" / "docs" / "rules").iterdir()}
    assert pages == set(RULES)
    page = run(installed, tmp_path, "explain", "no-source", "--format", "markdown")
    written = (ROOT / "docs" / "rules" / "no-source.md").read_text(encoding="utf-8")
    assert page.endswith(written.removeprefix("# no-source\n"))


def test_the_example(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "wages", "--example")
    assert run(installed, tmp_path / "wages", "issues").startswith("10 issues\n")
