"""Real git repositories for tests: files written, committed on a given day, by none of the machine's settings."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {talks: Talks, truce: Truce}
    issues:
      border: {title: Border, kind: choice, options: {here: Here, there: There, both: Both}, ordered: true}
      cap: {title: Cap, kind: quantity, unit: km}
      order: {title: Order, kind: sequence}
    """
BASE = {
    "agenda.yaml": AGENDA,
    "north/2024-01-10.yaml": """
        date: 2024-01-10
        title: Speech in the north
        terms:
          border: [here, both]
          order: {order: [talks, truce]}
        """,
    "south/2024-01-20.yaml": """
        date: 2024-01-20
        title: Speech in the south
        terms:
          border: [there, both]
          cap: {max: 5}
        """,
}
ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_TERMINAL_PROMPT": "0",
}


class Repository:
    """A repository in a folder, with a positions folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str, day: str = "2024-02-01T12:00:00+0000", code: int = 0, **more: str) -> str:
        """Run git, which has to end with a code; what it printed."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        dated = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**clean, **ENVIRONMENT, **dated, **more},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == code, f"git {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def write(self, files: Mapping[str, str]) -> None:
        """Write position files."""
        write(self.folder, files)

    def commit(self, files: Mapping[str, str] | None = None, day: str = "2024-02-01T12:00:00+0000") -> str:
        """Write position files, record all that there is, and give the id of the commit."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "commit", day=day)
        return self.git("rev-parse", "HEAD").strip()

    def remove(self, name: str) -> None:
        """Delete a position file from the disk."""
        (self.folder / "positions" / name).unlink()

    def bytes_of_git(self) -> dict[str, str]:
        """Every file of the repository itself, by a hash of its content."""
        top = self.folder / ".git"
        return {
            path.relative_to(top).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }


def repository(folder: Path, files: Mapping[str, str] = BASE) -> Repository:
    """A new repository whose main branch has one commit, with these position files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit(files)
    return made
