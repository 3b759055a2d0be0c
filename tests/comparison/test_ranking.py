"""A kind of the tests' own goes through every comparison, next to what going through every outcome says."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.comparison.relations import compare
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    issues:
      importance:
        title: What comes first
        kind: ranking
        options: {land: Land, time: Time, money: Money}
"""


@pytest.mark.parametrize(
    ("north", "south", "relation"),
    [
        ("ranks: [land, time]", "ranks: [time, money]", "overlap"),
        ("ranks: [land, time]", "ranks: [time, land]", "contradiction"),
        ("ranks: [land, time, money]", "ranks: [[land, time], [time, money]]", "agreed"),
        ("accepts: any", "ranks: [time, land]", "overlap"),
    ],
)
@pytest.mark.usefixtures("ranking")
def test_relations(tmp_path: Path, north: str, south: str, relation: str) -> None:
    files = {
        "agenda.yaml": AGENDA,
        **{
            f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms:\n  importance: {{{term}}}\n"
            for party, term in (("north", north), ("south", south))
        },
    }
    read = dossier(tmp_path, files)
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    positions = {party: position(read, party, 800_000) for party in ("north", "south")}
    assert compare(read.agenda, positions).issues[0].relation == relation
