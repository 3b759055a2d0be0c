"""A cell of an overview says of words held through a bloc first what they say, then through which bloc."""

from __future__ import annotations

import re

import pytest

from answering import asked, asked_in_words
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats
from posdiff.reports.formats import Look
from posdiff.reports.site import pages
from writing import dossier

NAME = "Group of the Landlocked Countries of the North"
FILES = {
    "agenda.yaml": f"""
        posdiff: 1
        parties:
          nepal: {{name: Nepal}}
          llcn: {{name: {NAME}, members: [nepal]}}
          g77: {{name: G77, members: [llcn]}}
          us: {{name: US}}
        issues:
          base: {{title: Base, kind: choice, options: {{
            rich: Countries that were rich when the convention was signed, wide: All countries above an income}}}}
          pace: {{title: Pace, kind: choice, options: {{fast: Fast, slow: Slow}}}}
          role: {{title: Role, kind: choice, options: {{lead: Lead, help: Help}}}}
        """,
    "llcn/2024-01-10.yaml": "date: 2024-01-10\nterms: {base: rich}\n",
    "g77/2024-01-10.yaml": "date: 2024-01-10\nterms: {pace: fast}\n",
    "us/2024-01-11.yaml": "date: 2024-01-11\nterms: {base: wide, pace: slow}\n",
}
#: By the width, what the overview of a comparison has Nepal say on each issue.
CELLS = {
    60: ["Countries that were ric…", "Fast (through Group of…"],
    100: [
        "Countries that were rich when the convention was signed (t…",
        "Fast (through Group of the Landlocked Countries of the Nor…",
    ],
    140: [
        "Countries that were rich when the convention was signed (through Group of the Landlocked Countries…",
        "Fast (through Group of the Landlocked Countries of the North, from G77)",
    ],
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier above."""
    return dossier(tmp_path_factory.mktemp("cells"), FILES)


@pytest.mark.parametrize(("width", "cells"), CELLS.items())
def test_compare(read: Dossier, width: int, cells: list[str]) -> None:
    text = formats.write(
        asked_in_words(read, "compare nepal us --at 2024-02-01"), "text", Look(width=width, full=False)
    )
    lines = [line for line in text.splitlines() if line[4:8] in ("Base", "Pace")]
    assert [re.split("  +", line.strip())[1] for line in lines] == cells
    assert all(length <= width for length in map(len, lines))


def test_a_site(read: Dossier) -> None:
    """The first page, and what it shows on any day."""
    files = pages.files(asked(read).site(at="2024-02-01"))
    for file in ("index.html", "days-index.js"):
        assert "Fast (through Group of the Landlocked Countries of the North, from G77)" in files[file]
