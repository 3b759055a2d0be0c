"""Overviews of more parties than fit: what is left out is counted, and no red line is."""

from __future__ import annotations

from pathlib import Path

from test_sentences_of_changes import LEFT_OUT

from running import called


def test_changes_of_many_parties_fit_a_screen(tmp_path: Path) -> None:
    """Every red line has a line, and --all shows every change."""
    asked = ("changes", "--since", "2024-06-14", "--until", "2026-06-30", "--width", "120")
    positions = ("--positions", str(Path(__file__).parents[2] / "positions"))
    short, every = (called(*asked, *more, *positions, cwd=tmp_path).out for more in ((), ("--all",)))
    red = [line.split("  ")[1] for line in every.splitlines() if line.startswith("  ") and line.endswith("RED LINE")]
    assert len(red) > 5 and all(f"  {title}  " in short for title in red)
    assert LEFT_OUT in short
    assert " more, none with" not in every
    assert len(short.splitlines()) <= 65
