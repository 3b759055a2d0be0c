"""The list of the rules in docs/rules.md is what the table of the rules and their pages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.findings.rules import GROUPS
from posdiff.reports import manual
from posdiff.review.case import Settings

LIST = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
#: What stands above this line is written by hand.
MARK = "<!-- what follows is written by pytest tests/reports/test_manual.py --regenerate -->\n"


def test_the_list_of_the_rules(request: pytest.FixtureRequest) -> None:
    by_hand, mark, tables = LIST.read_text(encoding="utf-8").partition(MARK)
    expected = manual.tables(GROUPS, Settings(), "rules/")
    if request.config.getoption("--regenerate"):
        LIST.write_text(by_hand + MARK + expected, encoding="utf-8", newline="\n")
    else:
        assert (mark, tables) == (MARK, expected), f"{LIST} differs; --regenerate writes it"
