"""Changes that joining or leaving a bloc made, and rings of steps within one party's own demands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.changes import changes
from posdiff.comparison.deadlocks import own_rings
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties:
      north: {name: North}
      union: {name: Union, members: {north: {from: 2024-02-01, until: 2024-04-30}}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
    """


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    ("north", "since", "until", "kind", "path", "by_blocs_alone"),
    [
        ({}, "2024-01-15", "2024-03-01", "inherited", ["inherited"], True),
        ({}, "2024-03-01", "2024-06-01", "no longer inherited", ["no longer inherited"], True),
        ({}, "2024-02-15", "2024-03-01", "unchanged", [], False),
        ({"2024-01-05": "terms: {fee: {max: 20}}"}, "2024-01-01", "2024-01-31", "added", ["added"], False),
        ({"2024-02-10": "terms: {fee: {max: 5}}"}, "2024-01-15", "2024-03-01", "added",
         ["inherited", "hardened"], False),
        # By the way in which it came to what is held at the end.
        ({"2024-01-05": "terms: {fee: {max: 20}}", "2024-01-08": "withdraws: fee"}, "2024-01-01", "2024-03-01",
         "inherited", ["added", "withdrawn", "inherited"], False),
        ({"2024-05-05": "terms: {fee: {max: 20}}"}, "2024-01-01", "2024-06-01", "added",
         ["inherited", "no longer inherited", "added"], False),
        ({"2024-02-10": "dissents: [fee]"}, "2024-02-05", "2024-03-01", "no longer inherited",
         ["no longer inherited"], True),
    ],
)  # fmt: skip
def test_a_change_that_only_a_bloc_made(
    tmp_path: Path, north: dict[str, str], since: str, until: str, kind: str, path: list[str], by_blocs_alone: bool
) -> None:
    files = {f"north/{day}.yaml": f"date: {day}\n{body}\n" for day, body in north.items()}
    read = dossier(
        tmp_path,
        {"agenda.yaml": AGENDA, "union/2024-01-02.yaml": "date: 2024-01-02\nterms: {fee: {max: 9}}\n", **files},
    )
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    (of_north,) = changes(read, ["north"], ordinal(since), ordinal(until))
    (found,) = of_north.changes
    assert (found.kind, [step.kind for step in found.path], found.by_blocs_alone) == (kind, path, by_blocs_alone)


def test_a_bloc_and_its_members_speak_as_one(tmp_path: Path) -> None:
    """Where one holds what the other says, or both what a bloc says, no way between them is measured."""
    agenda = """
        posdiff: 1
        parties:
          north: {name: North}
          south: {name: South}
          east: {name: East}
          west: {name: West}
          union: {name: Union, members: [north, south, east]}
        issues:
          fee: {title: Fee, kind: quantity, unit: coin}
        """
    said = {"union/2024-01-02": "{max: 5}", "union/2024-02-02": "{max: 7}", "east/2024-01-02": "{min: 9}",
            "west/2024-01-02": "{min: 20}"}  # fmt: skip
    files = {f"{path}.yaml": f"date: {path[-10:]}\nterms: {{fee: {words}}}\n" for path, words in said.items()}
    read = dossier(tmp_path, {"agenda.yaml": agenda, **files})
    parties = ["north", "south", "east", "west", "union"]
    against = [position(read, party, ordinal("2024-03-01")) for party in parties]
    told = {}
    for party in parties:
        (of_party,) = changes(read, [party], ordinal("2024-02-01"), ordinal("2024-03-01"), against=against)
        (found,) = of_party.changes
        told[party] = found.movements
    moved = {"east": "closer", "west": "closer"}
    stayed = {"north": "neither", "south": "neither", "east": "neither", "west": "neither", "union": "neither"}
    assert told == {
        "north": {"south": "one-voice", **moved, "union": "one-voice"},
        "south": {"north": "one-voice", **moved, "union": "one-voice"},
        "east": {id: way for id, way in stayed.items() if id != "east"},
        "west": {id: way for id, way in stayed.items() if id != "west"},
        "union": {"north": "one-voice", "south": "one-voice", **moved},
    }


@pytest.mark.parametrize(
    ("terms", "rings"),
    [
        ("{first: {order: [a, b]}, second: {order: [b, c]}}", 0),
        ("{first: {order: [a, b]}, second: {order: [b, a]}}", 1),
        ("{first: {order: [a, b]}, second: {order: [b, c]}, third: {order: [c, a]}}", 1),
    ],
)
def test_rings_within_the_demands_of_one_party(tmp_path: Path, terms: str, rings: int) -> None:
    agenda = """
        posdiff: 1
        parties: {north: {name: North}}
        steps: {a: A, b: B, c: C}
        issues:
          first: {title: First, kind: sequence}
          second: {title: Second, kind: sequence}
          third: {title: Third, kind: sequence}
        """
    read = dossier(tmp_path, {"agenda.yaml": agenda, "north/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n"})
    assert len(own_rings(read.agenda, position(read, "north", ordinal("2024-02-01")))) == rings
