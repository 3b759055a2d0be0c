"""Runs the command line: as a user does, in a process of its own; or, for tables of cases, in this one."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from posdiff.cli import app


class Run(NamedTuple):
    """What a run of the command line printed, and how it ended."""

    code: int
    out: str
    err: str


def posdiff(*arguments: str, cwd: Path, environment: Mapping[str, str] | None = None, stdin: str = "") -> Run:
    """Run ``posdiff`` with arguments in a folder. The environment holds nothing that changes what is printed."""
    clean = {name: value for name, value in os.environ.items() if not _changes_output(name)}
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments],
        cwd=cwd,
        env={**clean, "PYTHONIOENCODING": "utf-8", "POSDIFF_CACHE": "off", **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def called(*arguments: str, cwd: Path) -> Run:
    """The same within this process, in a hundredth of the time: for what a process of its own would not change."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if _changes_output(name):
                patch.delenv(name)
        patch.setenv("POSDIFF_CACHE", "off")
        patch.chdir(cwd)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = app.run(list(arguments))
    return Run(code, out.getvalue(), err.getvalue())


def _changes_output(name: str) -> bool:
    return name.startswith(("POSDIFF", "GIT_", "GITHUB_")) or name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "CI",
        "TERM",
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, untouched by who runs the tests and where; what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        own |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.org", f"GIT_{role}_DATE": "2024-06-01T12:00Z"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**clean, **own}, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout
