"""What the pages of ``compare`` and ``report`` say of a search that was cut, and of a red line in a deadlock."""

from __future__ import annotations

from pathlib import Path

import many_offers
from answering import asked
from posdiff.reports import formats
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps:
      talks: Talks
      truce: Truce
      vote: Vote
    issues:
      area: {title: Area, kind: quantity, unit: km**2}
      order: {title: Order, kind: sequence}
    """


def test_more_offers_than_are_compared(tmp_path: Path) -> None:
    """The page says that the search was cut; it does not call a plain term vague."""
    positions = asked(dossier(tmp_path, many_offers.FILES))
    text = formats.write(positions.compare("north", "south", at="2024-06-01"), "text")
    assert "no verdict  there are more offers than are compared: the search was cut" in text


def test_a_red_line_in_a_deadlock_is_one_however_weakly_it_was_said_again(tmp_path: Path) -> None:
    """A later, merely firm statement of the same order does not take the red line out of the ring it closes."""
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {order: {order: [talks, truce], firmness: red-line}}\n",
        "north/2024-03-01.yaml": "date: 2024-03-01\nterms: {order: {order: [talks, truce, vote], adds: true}}\n",
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {order: {order: [truce, talks]}}\n",
    }
    positions = asked(dossier(tmp_path, files))
    text = formats.write(positions.compare("north", "south", at="2024-06-01"), "text")
    ring = text[text.index("DEADLOCK") :]
    assert "RED LINE" in ring
    page = formats.write(positions.report("north", "south", at="2024-06-01"), "markdown")
    assert "**RED LINE** **North**" in page[page.index("## ↻ Deadlock (1)") :]
