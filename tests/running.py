"""Runs the command line as a user does: in a process of its own, with a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """What a run of the command line printed, and how it ended."""

    code: int
    out: str
    err: str


def posdiff(*arguments: str, cwd: Path, environment: Mapping[str, str] | None = None, stdin: str = "") -> Run:
    """Run ``posdiff`` with arguments in a folder. The environment holds nothing that changes what is printed."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("POSDIFF", "GIT_", "GITHUB_"))
        and name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "TERM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments],
        cwd=cwd,
        env={**clean, "PYTHONIOENCODING": "utf-8", **(environment or {})},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
