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


def test_changes_of_many_parties_fit_a_screen(tmp_path: Path) -> None:
    """Every red line has a line, and --all shows every change."""
    asked = ("changes", "--since", "2024-06-14", "--until", "2026-06-30", "--width", "120")
    positions = ("--positions", str(Path(__file__).parents[2] / "positions"))
    short, every = (called(*asked, *more, *positions, cwd=tmp_path).out for more in ((), ("--all",)))
    red = [line.split("  ")[1] for line in every.splitlines() if line.startswith("  ") and line.endswith("RED LINE")]
    assert len(red) > 5 and all(f"  {title}  " in short for title in red)
    assert " more, none with a red line: " in short
    assert " more, none with a red line: " not in every
    assert len(short.splitlines()) <= 65
