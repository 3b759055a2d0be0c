"""Ask the sample dossier the questions of docs/questions.md, and write what the commands answer into the page.

``python scripts/questions.py`` rewrites the page; ``--check`` writes nothing and ends with 1 if it would change.
Every command of a block marked ``console`` is run beside ``positions/``. Above a block may stand what is left out of
its outputs: ``<!-- first LINES lines -->``, ``<!-- without REGEX -->``, or both, one a line. A line ``…`` stands where
something was left out, and nowhere else.
"""

from __future__ import annotations

import difflib
import re
import sys
import tempfile
from pathlib import Path

import readme

PAGE = readme.ROOT / "docs" / "questions.md"
_FIRST = re.compile(r"<!-- first (\d+) lines -->\Z")
_WITHOUT = re.compile(r"<!-- without (.+) -->\Z")
LEFT_OUT = "…"


def real(text: str, folder: Path) -> str:
    """The page with what its commands print now; ``folder`` is for the commands themselves."""
    tools = readme.posdiff_on_path(folder)
    lines = text.split("\n")
    for block in reversed(readme.blocks(text)):
        if block.language == "console":
            first, without = _directions(lines, block.start - 1)
            shown: list[str] = []
            for command in readme.commands(block):
                shown += [f"$ {command}", *shortened(readme.output(command, readme.ROOT, tools), first, without)]
            lines[block.start : block.end] = shown
    return "\n".join(lines)


def _directions(lines: list[str], fence: int) -> tuple[int | None, str | None]:
    """What stands above a block on how its outputs are shortened."""
    first, without = None, None
    for line in reversed(lines[:fence]):
        if found := _FIRST.match(line):
            first = int(found[1])
        elif found := _WITHOUT.match(line):
            without = found[1]
        else:
            break
    return first, without


def shortened(printed: list[str], first: int | None, without: str | None) -> list[str]:
    """The first lines of an output, those left out that hold what is not wanted."""
    shown: list[str] = []
    for line in printed[:first]:
        if without is None or not re.search(without, line):
            shown.append(line)
        elif shown[-1:] != [LEFT_OUT]:
            shown.append(LEFT_OUT)
    if first is not None and len(printed) > first and shown[-1:] != [LEFT_OUT]:
        shown.append(LEFT_OUT)
    return shown


def main() -> int:
    """Rewrite the page, or with ``--check`` show how it would change."""
    written = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        current = real(written, Path(folder))
    if current == written:
        return 0
    if "--check" in sys.argv[1:]:
        rows = difflib.unified_diff(written.split("\n"), current.split("\n"), "questions.md", "what runs", lineterm="")
        print("\n".join(rows))
        return 1
    PAGE.write_text(current, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
