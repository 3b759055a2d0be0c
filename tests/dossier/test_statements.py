"""The statements of a dossier: those of a party are looked up, and are those that bear its name."""

from __future__ import annotations

from pathlib import Path

from posdiff.dossier.reading.load import load

SAMPLE = Path(__file__).resolve().parents[2] / "positions"


def test_statements_of_a_party_are_those_that_name_it() -> None:
    dossier = load(SAMPLE)
    assert any(statement.joint for statement in dossier.statements)
    for party in (*dossier.agenda.parties, "nobody"):
        assert dossier.of(party) == tuple(said for said in dossier.statements if party in said.parties)


def test_statements_are_equal_where_all_of_them_are() -> None:
    one, other = load(SAMPLE).statements, load(SAMPLE).statements
    assert one == other == tuple(one)
    assert one != one[1:]
    assert one[-1] == one.every[-1]
