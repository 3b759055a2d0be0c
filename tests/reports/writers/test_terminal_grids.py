"""A grid in the terminal: columns beside each other while they fit; the last one wraps only where it stays readable."""

from __future__ import annotations

import pytest

from posdiff.reports.document import Cell, Column, Document, Row, Section, Table, cell, line
from posdiff.reports.writers.terminal import TerminalOptions, write

COUNTS = "1 broken, 37 left open, 2 met, 1 unassessed"
VERDICT = Cell((line("breaks terms"), line(COUNTS)))
VERDICTS = Table(
    "Verdicts", tuple(map(Column, ("Party", "one", "other"))),
    (Row((cell("North"), cell("leaves terms open"), VERDICT)), Row((cell("South"), cell(COUNTS), VERDICT))), "grid",
)  # fmt: skip
BESIDE = f"  North   leaves terms open{' ' * 29}breaks terms\n{' ' * 56}"
BELOW = f"  South   {COUNTS}\n\n  Party   other\n  North   breaks terms\n          {COUNTS}\n"


@pytest.mark.parametrize(
    ("width", "drawn"),
    [
        (120, f"{BESIDE}{COUNTS}\n"),
        (95, f"{BESIDE}1 broken, 37 left open, 2 met, 1\n{' ' * 56}unassessed\n"),
        (80, BELOW),
        (60, BELOW),
    ],
)
def test_the_last_column_stays_readable(width: int, drawn: str) -> None:
    document = Document("drafts", "Title", sections=(Section("Verdicts", (VERDICTS,)),))
    told = write(document, TerminalOptions(width=width))
    told = "".join(f"{each.rstrip()}\n" for each in told.splitlines())
    assert drawn in told
    assert max(map(len, told.splitlines())) <= width
