"""From the command line text is an overview; --full, an issue, quotes or sources show all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_overviews import TWO

from running import called
from writing import dossier


def test_an_issue_after_two_dashes_is_shown_in_full(tmp_path: Path) -> None:
    """As with --issue, --full, --quotes or --sources; several issues may stand there."""
    dossier(tmp_path, TWO)
    asked = ("compare", "union", "employer", "--at", "2026-03-12")
    by_option = called(*asked, "--issue", "pay,site", cwd=tmp_path).out
    assert called(*asked, "--", "pay", "site", cwd=tmp_path).out == by_option
    assert "\n✗ Pay  pay\n" in by_option
    for option in ("--full", "--quotes", "--sources"):
        assert "\n✗ Pay  pay\n" in called(*asked, option, cwd=tmp_path).out
    assert "\n✗ Pay  pay\n" not in called(*asked, cwd=tmp_path).out


COMMANDS = (
    ("compare", "union", "employer", "--at", "2026-03-12"),
    ("changes", "--since", "2026-03-02", "--until", "2026-04-01"),
    ("history", "--until", "2026-04-01"),
    ("draft", "mediator", "--at", "2026-04-01"),
    ("conflicts", "--at", "2026-03-12"),
    ("matrix", "--at", "2026-03-12"),
    ("issues", "--at", "2026-03-12"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_full_shows_all_of_it(command: tuple[str, ...], tmp_path: Path) -> None:
    """From the command line text is an overview, in a pipe as well; a program that asks gets all of it."""
    dossier(tmp_path, TWO)
    overview, full = called(*command, cwd=tmp_path).out, called(*command, "--full", cwd=tmp_path).out
    assert "--full shows" in overview or "--full explains" in overview
    assert "--full" not in full
    as_json = (*command, "--format", "json")
    assert called(*as_json, cwd=tmp_path).out == called(*as_json, "--full", cwd=tmp_path).out
