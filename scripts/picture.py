"""Draw docs/compare.svg: the answer of one command on the sample positions, as a picture of a terminal.

``python scripts/picture.py`` writes it; ``--check`` changes nothing and ends with 1 if the picture would change.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

import posdiff
from posdiff.reports.compose import compare
from posdiff.reports.document import Document
from posdiff.reports.writers import terminal

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "compare.svg"

PARTIES = ("russia", "ukraine")
DAY = date(2025, 8, 18)
ISSUES = ("status-donbas", "nato", "seq-territory", "nuclear-status", "eu-membership")
WIDTH = 100
#: What a reader types to see the same; the title of the picture.
ARGUMENTS = ("compare", *PARTIES, "--at", DAY.isoformat(), "--issue", ",".join(ISSUES))
TITLE = " ".join(("posdiff", *ARGUMENTS))


def document() -> Document:
    """What the command prints."""
    return compare.document(posdiff.open(ROOT / "positions").compare(*PARTIES, at=DAY, issue=ISSUES))


def picture() -> str:
    """The picture. rich names web fonts in it, which a reader's browser would fetch: those rules are taken out."""
    drawn = terminal.picture(document(), terminal.TerminalOptions(WIDTH), TITLE)
    drawn = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", drawn)
    # The title is the whole command, which is wider than the picture in rich's own size.
    drawn = re.sub(r"(-title \{\s*font-size: )18px", r"\g<1>13px", drawn)
    return "\n".join(line.rstrip() for line in drawn.rstrip().split("\n")) + "\n"


def main() -> int:
    """Write the picture, or say whether it would differ."""
    made = picture()
    if "--check" not in sys.argv[1:]:
        PICTURE.write_text(made, encoding="utf-8", newline="\n")
    elif not PICTURE.is_file() or PICTURE.read_text(encoding="utf-8") != made:
        print("docs/compare.svg is not what the command prints: python scripts/picture.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
