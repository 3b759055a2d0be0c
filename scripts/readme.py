"""Run the commands that README.md shows, and write their real output into it.

``python scripts/readme.py`` rewrites the README; ``--check`` writes nothing and ends with 1 if it would change.
In the README, a line ``File `NAME`:`` stands above a block that holds the whole text of that file. A block marked
``console`` holds ``$ command`` lines, each with what the command prints. Every section (``##``) begins in an empty
folder of its own; its blocks run in their order, as a reader would go through them.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_FILE = re.compile(r"File `([^`]+)`:\Z")
#: Variables that would change what commands print.
_DROPPED = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "TERM", "LANG", "LC_ALL", "PAGER")


class Block(NamedTuple):
    """A fenced block: ``start`` and ``end`` are the indexes of its first line and of its closing fence."""

    language: str
    lines: tuple[str, ...]
    start: int
    end: int
    section: int
    #: The file whose text the block holds.
    file: str | None


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a Markdown text, in order."""
    read: list[Block] = []
    lines = text.split("\n")
    section, start, language, before = 0, -1, "", ""
    for index, line in enumerate(lines):
        if start < 0 and line.startswith("```"):
            start, language = index + 1, line[3:].strip()
        elif start >= 0 and line.startswith("```"):
            named = _FILE.search(before)
            read.append(Block(language, tuple(lines[start:index]), start, index, section, named[1] if named else None))
            start, before = -1, ""
        elif start < 0:
            section += line.startswith("## ")
            before = line.strip() or before
    return read


def commands(block: Block) -> list[str]:
    """The commands of a console block, without the ``$``."""
    return [line[2:] for line in block.lines if line.startswith("$ ")]


def real(text: str, folder: Path) -> str:
    """The text with the real output of its commands, which run in folders of their own below ``folder``."""
    tools = posdiff_on_path(folder / "bin")
    lines = text.split("\n")
    replaced: list[tuple[Block, list[str]]] = []
    for block in blocks(text):
        here = folder / f"section-{block.section}"
        if block.file is not None:
            path = here / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
        elif block.language == "console":
            here.mkdir(parents=True, exist_ok=True)
            if not (here / "examples").exists():  # what the reader has beside the README
                (here / "examples").symlink_to(ROOT / "examples")
            shown: list[str] = []
            for command in commands(block):
                shown += [f"$ {command}", *output(command, here, tools)]
            replaced.append((block, shown))
    for block, shown in reversed(replaced):
        lines[block.start : block.end] = shown
    return "\n".join(lines)


def posdiff_on_path(folder: Path) -> Path:
    """A folder with ``posdiff`` and ``python`` of this interpreter, to be the first on the path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, arguments in (("posdiff", " -m posdiff"), ("python", "")):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return folder


def output(command: str, folder: Path, tools: Path) -> list[str]:
    """What a command prints on stdout and stderr, as lines without trailing blanks."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in _DROPPED and not name.startswith(("POSDIFF", "GIT_"))
    }
    environment |= {
        "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONIOENCODING": "utf-8",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_PAGER": "cat",
    }  # fmt: skip
    process = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    return [line.rstrip() for line in process.stdout.split("\n")][:-1]


def main() -> int:
    """Rewrite the README, or with ``--check`` show how it would change."""
    written = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        current = real(written, Path(folder))
    if current == written:
        return 0
    if "--check" in sys.argv[1:]:
        rows = difflib.unified_diff(written.split("\n"), current.split("\n"), "README.md", "what runs", lineterm="")
        print("\n".join(rows))
        return 1
    README.write_text(current, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
