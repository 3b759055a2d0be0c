"""Draw the pictures in docs/ from the sample positions: one answer in a terminal, and a chart of each kind.

``python scripts/picture.py`` writes them; ``--check`` changes nothing and ends with 1 if any would change.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import posdiff
from posdiff.reports import formats
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

_ALL = ("russia", "ukraine", "united-states", "europe")
#: Of each kind of chart: the parties, and the options by the names that they have in Python.
CHARTS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "grid": (_ALL, {"at": "2025-12-24", "topic": ("territory", "security")}),
    "scale": (_ALL, {"at": "2025-12-24", "issue": ("nato-membership", "forces-personnel-cap", "ceasefire-duration")}),
    "timeline": (("russia", "ukraine"), {"until": "2025-12-24", "topic": "security"}),
    "matrix": (_ALL, {"at": "2025-12-24"}),
    "deadlocks": (("russia", "ukraine"), {"at": "2025-12-24"}),
    "movement": (_ALL, {"since": "2025-03-31", "until": "2025-12-24"}),
}


def document() -> Document:
    """What the command prints."""
    return compare.document(posdiff.open(ROOT / "positions").compare(*PARTIES, at=DAY, issue=",".join(ISSUES)))


def picture() -> str:
    """The picture. rich names web fonts in it, which a reader's browser would fetch: those rules are taken out."""
    drawn = terminal.picture(document(), terminal.TerminalOptions(WIDTH), TITLE)
    drawn = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", drawn)
    # The title is the whole command, which is wider than the picture in rich's own size.
    drawn = re.sub(r"(-title \{\s*font-size: )18px", r"\g<1>13px", drawn)
    return "\n".join(line.rstrip() for line in drawn.rstrip().split("\n")) + "\n"


def charts() -> dict[Path, str]:
    """Each chart, by the file that holds it."""
    positions = posdiff.open(ROOT / "positions")
    return {
        ROOT / "docs" / "charts" / f"{kind}.svg": formats.write(positions.chart(kind, *parties, **options), "svg")
        for kind, (parties, options) in CHARTS.items()
    }


def main() -> int:
    """Write the pictures, or say which would differ."""
    differ = []
    for file, made in {PICTURE: picture(), **charts()}.items():
        if "--check" not in sys.argv[1:]:
            file.parent.mkdir(exist_ok=True)
            file.write_text(made, encoding="utf-8", newline="\n")
        elif not file.is_file() or file.read_text(encoding="utf-8") != made:
            differ.append(file.relative_to(ROOT).as_posix())
    for name in differ:
        print(f"{name} is not what the command prints: python scripts/picture.py", file=sys.stderr)
    return int(bool(differ))


if __name__ == "__main__":
    sys.exit(main())
