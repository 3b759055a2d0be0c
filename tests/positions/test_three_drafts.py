"""The US plan, the European answer to it and the Istanbul draft against Russia and Ukraine, each on its own day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import called

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("draft", "russia", "ukraine"),
    [
        (
            "2025-11-20-us-28-points",
            {"ua-withdrawal-regions", "status-donbas", "status-south"},
            {"ua-withdrawal-regions"},
        ),
        ("2025-11-23-e3-counter-text", {"status-donbas"}, set()),
        ("2022-04-15-istanbul-draft", set(), set()),
    ],
)
def test_the_red_lines_that_a_draft_crosses(draft: str, russia: set[str], ukraine: set[str]) -> None:
    """Which they are, and that --fail-on red-line ends with 1 where there is one."""
    asked = ("draft", draft, "russia", "ukraine", "--at", draft[:10], "--format", "json", "--fail-on", "red-line")
    run = called(*asked, cwd=ROOT)
    crossed = {
        party["party"]: {
            one["issue"] for one in party["terms"] if one["result"] == "broken" and one["firmness"] == "red-line"
        }
        for party in json.loads(run.out)["parties"]
    }
    assert crossed == {"russia": russia, "ukraine": ukraine}
    assert (run.code, run.err) == (int(bool(russia or ukraine)), "")
