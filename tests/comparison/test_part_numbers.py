"""Which part of a position each term became, by the place of the term."""

from __future__ import annotations

from pathlib import Path

from posdiff.comparison.evidence.parts import part_numbers
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      land: {title: Land, kind: set, members: {hill: Hill, port: Port, bay: Bay}}
    """


def test_the_part_that_a_term_became(tmp_path: Path) -> None:
    """What is reported is a part of the position with reports; of a joint statement the first party's counts."""
    reported = "standing: reported\nsources: {a: {title: A}}\n"
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {excludes: bay}}\n",
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {includes: hill}}\n",
            "north/2024-01-02.yaml": f"date: 2024-01-02\n{reported}terms: {{land: {{includes: port, adds: true}}}}\n",
            "north/2024-01-03.yaml": "date: 2024-01-03\nterms: {land: {excludes: bay, adds: true}}\n",
            "north/2024-01-04.yaml": "date: 2024-01-04\nreaffirms: [land]\n",
            "joint/2024-01-05.yaml":
                "date: 2024-01-05\nparties: [north, south]\nterms: {land: {includes: port, adds: true}}\n",
        },
    )  # fmt: skip
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    told = {location.file: number for location, number in part_numbers(read).items()}
    assert told == {
        "north/2024-01-01.yaml": 1,
        "north/2024-01-02.yaml": 2,
        "north/2024-01-03.yaml": 2,
        "joint/2024-01-05.yaml": 3,
        "south/2024-01-01.yaml": 1,
    }


def test_a_part_keeps_the_number_that_it_was_said_with(tmp_path: Path) -> None:
    """Though one before it expires, is withdrawn with it or said again by others: that is not its own statement."""
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {includes: hill, expires: 2024-01-03}}\n",
            "north/2024-01-02.yaml": "date: 2024-01-02\nterms: {land: {includes: port, adds: true}}\n",
            "north/2024-01-05.yaml": "date: 2024-01-05\nterms: {land: {excludes: bay, adds: true}}\n",
            "north/2024-01-06.yaml": "date: 2024-01-06\nwithdraws: [land]\n",
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {includes: port, expires: 2024-01-01}}\n",
        },
    )
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    told = {location.file: number for location, number in part_numbers(read).items()}
    assert told == {
        "north/2024-01-01.yaml": 1, "north/2024-01-02.yaml": 2, "north/2024-01-05.yaml": 2, "south/2024-01-01.yaml": 1,
    }  # fmt: skip
