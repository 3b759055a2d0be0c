"""Ask two dossiers the questions of a page in docs/ each, and write what the commands answer into the pages.

``python scripts/questions.py`` rewrites the pages; ``--check`` writes nothing and ends with 1 if one would change.
Every command of a block marked ``console`` is run beside the ``positions/`` of its dossier. Above a block may stand
what is left out of its outputs: ``<!-- first LINES lines -->``, ``<!-- without REGEX -->``, or both, one a line. A line
``…`` stands where something was left out, and nowhere else.
"""

from __future__ import annotations

import difflib
import re
import sys
import tempfile
from pathlib import Path

import readme

PAGE = readme.ROOT / "docs" / "questions.md"
#: Each page with the folder in which its commands run.
PAGES = {
    PAGE: readme.ROOT,
    readme.ROOT / "docs" / "suppose.md": readme.ROOT,
    readme.ROOT / "docs" / "drafts.md": readme.ROOT,
    readme.ROOT / "docs" / "climate-finance.md": readme.ROOT / "examples" / "climate-finance",
}
_FIRST = re.compile(r"<!-- first (\d+) lines -->\Z")
_WITHOUT = re.compile(r"<!-- without (.+) -->\Z")
LEFT_OUT = "…"


def real(text: str, beside: Path, folder: Path) -> str:
    """A page with what its commands print now, run in ``beside``; ``folder`` is for the commands themselves."""
    tools = readme.posdiff_on_path(folder)
    lines = text.split("\n")
    for block in reversed(readme.blocks(text)):
        if block.language == "console":
            first, without = _directions(lines, block.start - 1)
            shown: list[str] = []
            for command in readme.commands(block):
                shown += [f"$ {command}", *shortened(readme.output(command, beside, tools), first, without)]
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
    """Rewrite the pages, or with ``--check`` show how they would change."""
    changed = 0
    for page, beside in PAGES.items():
        written = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            current = real(written, beside, Path(folder))
        if current == written:
            continue
        changed = 1
        if "--check" in sys.argv[1:]:
            rows = difflib.unified_diff(written.split("\n"), current.split("\n"), page.name, "what runs", lineterm="")
            print("\n".join(rows))
        else:
            page.write_text(current, encoding="utf-8", newline="\n")
    return changed if "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
