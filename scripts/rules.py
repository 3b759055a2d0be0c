"""Writes the pages of the rules: docs/rules/RULE.md, and the tables in docs/rules.md. A test holds them to the source.

python scripts/rules.py
"""

from __future__ import annotations

from pathlib import Path

from posdiff.reports import manual
from posdiff.review.case import Settings
from posdiff.review.catalogue import GROUPS, RULES

DOCS = Path(__file__).resolve().parents[1] / "docs"
INDEX = DOCS / "rules.md"
#: What stands above this line is written by hand.
MARK = "<!-- what follows is written by scripts/rules.py -->\n"


def files() -> dict[Path, str]:
    """Every file that is written from the rules, and what it holds."""
    by_hand = INDEX.read_text(encoding="utf-8").split(MARK)[0]
    made = {INDEX: f"{by_hand}{MARK}\n{manual.tables(GROUPS, Settings(), 'rules/')}"}
    for rule in RULES.values():
        made[DOCS / "rules" / f"{rule.id}.md"] = manual.page(rule, Settings())
    return made


def main() -> None:
    """Write them, and delete the pages of rules that are gone."""
    (DOCS / "rules").mkdir(exist_ok=True)
    made = files()
    for file in (DOCS / "rules").glob("*.md"):
        if file not in made:
            file.unlink()
    for file, text in made.items():
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
