"""Histories and changes where others report of a party: its steps, and what it has itself stated beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from posdiff.comparison.changes import PartyChanges, changes, party_history
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held
from writing import dossier

AGENDA = """
    posdiff: 1
    parties:
      north: {name: North}
      south: {name: South}
      union: {name: Union, members: {north: {from: 2024-02-01, until: 2024-04-30}}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      port: {title: Port, kind: choice, options: {a: A, b: B, c: C}}
    """
REPORTED = "standing: reported\n"


def short(held: Held | None) -> str:
    """What is accepted of each part: the most of a fee, the options of the port."""
    if held is None:
        return "nothing"
    pieces: list[tuple[str, Any]] = [(part.term.issue, part.term.accepted[0]) for part in held.parts]
    return " and ".join(f"{id} {piece.high[1] if id == 'fee' else '/'.join(sorted(piece))}" for id, piece in pieces)


def files(bodies: dict[str, str]) -> dict[str, str]:
    found = {"agenda.yaml": AGENDA}
    for name, body in bodies.items():
        party, day = name.split()
        found[f"{party}/2024-{day}.yaml"] = f"date: 2024-{day[:5]}\n{body}\n"
    return found


#: What is said, by party and day, and each step of North's history: the day, the kind of change, whether it is
#: reported, what is held then, and beside it what North has itself stated, where that is something else.
HISTORIES = [
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": "terms: {fee: {max: 7}}"},
     ["01-01 added: fee 5", "01-05 softened: fee 7"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}",
      "north 01-09": "terms: {fee: {max: 8}}"},
     ["01-01 added: fee 5", "01-05 softened, reported: fee 7, itself fee 5", "01-09 softened: fee 8"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}withdraws: fee"},
     ["01-01 added: fee 5", "01-05 withdrawn, reported: nothing, itself fee 5"]),
    ({"north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}", "north 01-06": "terms: {port: a}"},
     ["01-05 added, reported: fee 7, itself nothing", "01-06 added: port a"]),
    ({"north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}", "north 01-06": "terms: {fee: {max: 7}}"},
     ["01-05 added, reported: fee 7, itself nothing", "01-06 reaffirmed: fee 7"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}terms: {{fee: {{max: 5}}}}"},
     ["01-01 added: fee 5", "01-05 reaffirmed, reported: fee 5"]),
    ({"north 01-01": "terms: {fee: {max: 5, expires: 2024-01-08}}",
      "north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}", "north 01-20": "reaffirms: fee"},
     ["01-01 added: fee 5", "01-05 softened, reported: fee 7, itself fee 5",
      "01-20 reaffirmed: fee 7, itself nothing"]),
    # Two statements of one day, in the order of their files.
    ({"north 01-01-a": "terms: {fee: {max: 5}}", "north 01-01-b": f"{REPORTED}terms: {{fee: {{max: 7}}}}",
      "north 01-01-c": "terms: {fee: {max: 9}}"},
     ["01-01 added: fee 5", "01-01 softened, reported: fee 7, itself fee 5", "01-01 softened: fee 9"]),
    ({"north 01-01": "terms: {fee: {max: 9}}", "north 01-05": f"{REPORTED}terms: {{port: [a, b]}}",
      "north 01-06": "terms: {port: {accepts: [b, c], adds: true}}"},
     ["01-01 added: fee 9", "01-05 added, reported: port a/b, itself nothing",
      "01-06 hardened: port a/b and port b/c, itself port b/c"]),
    ({"union 01-01": "terms: {fee: {max: 9}}", "north 02-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}"},
     ["02-01 inherited: fee 9", "02-05 hardened, reported: fee 7, itself fee 9"]),
    ({"union 01-01": "terms: {fee: {max: 9}}", "union 01-20": "terms: {port: [a, b]}",
      "north 02-05": "dissents: fee"},
     ["02-01 inherited: fee 9", "02-01 inherited: port a/b", "02-05 no longer inherited: nothing",
      "05-01 no longer inherited: nothing"]),
]  # fmt: skip


@pytest.mark.parametrize(("bodies", "expected"), HISTORIES)
def test_the_steps_of_a_history(tmp_path: Path, bodies: dict[str, str], expected: list[str]) -> None:
    read = dossier(tmp_path, files(bodies))
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    history = record(read, "north", date(2024, 12, 31).toordinal(), with_reported=True)
    found = party_history(history, read.agenda.issues)
    told = [
        f"{date.fromordinal(step.move.day):%m-%d} {step.kind}{', reported' * step.reported}: {short(step.move.after)}"
        + (f", itself {short(step.on_record.held)}" if step.on_record else "")
        for step in found.steps
    ]
    assert (found.party, told) == ("north", expected)


def changed(folder: Path, bodies: dict[str, str], since: str, until: str, with_reported: bool) -> PartyChanges:
    """The changes of North between two days, measured by South's position."""
    read = dossier(folder, files(bodies))
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    first, last = (date.fromisoformat(f"2024-{day}").toordinal() for day in (since, until))
    against = [position(read, "south", last)]
    (found,) = changes(read, ["north"], first, last, against=against, with_reported=with_reported)
    return found


def told(found: PartyChanges) -> list[str]:
    lines: list[str] = []
    for each in found.changes:
        own = each.only_on_record
        beside = [f"{word} {short(held)}" for word, held in zip(("before", "after"), own, strict=True) if held]
        extra = [f"until {date.fromordinal(each.held_until):%m-%d}"] if each.held_until else []
        extra += ["a red line in between"] * each.red_in_between
        extra += [f"{way} {party}" for party, way in each.movements.items()]
        extra += [f"apart over the red line of {whose}" for whose in each.apart.values()]
        last = [f"last {each.last_move.kind}"] if each.last_move else []
        said = [f"itself {', '.join(beside)}"] * bool(beside)
        lines.append("; ".join((f"{each.issue.id} {each.kind}", *extra, *last, *said)))
    lines += [f"{issue.id} in between{' as a red line' * (issue.id in found.passing_red)}" for issue in found.passing]
    return lines + [f"{issue} on record {short(own)}" for issue, own in found.on_record.items()]


SOUTH = {"south 01-01": "terms: {fee: {min: 10}}"}
RED = "firmness: red-line"
#: What is said, whether reports count, and what changed from 3 January to 20 January.
CHANGES = [
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}"}, False,
     ["fee unchanged; neither south"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}terms: {{fee: {{max: 7}}}}"}, True,
     ["fee softened; closer south; last softened", "fee on record fee 5"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"{REPORTED}withdraws: fee"}, True,
     ["fee withdrawn; cannot-be-measured south; last withdrawn; itself after fee 5", "fee on record fee 5"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-02": f"{REPORTED}withdraws: fee",
      "north 01-05": "terms: {fee: {max: 6}}"}, True,
     ["fee added; until 01-01; cannot-be-measured south; last added; itself before fee 5"]),
    ({"north 01-01": "terms: {port: a}", "north 01-05": f"terms: {{fee: {{max: 5, {RED}}}}}",
      "north 01-06": "withdraws: fee"}, False,
     ["port unchanged; neither south", "fee in between as a red line"]),
    ({"north 01-05": "terms: {fee: {max: 5}}", "north 01-06": "withdraws: fee"}, False, ["fee in between"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"terms: {{fee: {{max: 5, {RED}}}}}",
      "north 01-06": "terms: {fee: {max: 6}}"}, False,
     ["fee softened; a red line in between; closer south; last softened"]),
    ({"north 01-01": f"terms: {{fee: {{max: 5, {RED}}}}}", "north 01-05": f"terms: {{fee: {{max: 6, {RED}}}}}"}, False,
     ["fee softened; closer south; apart over the red line of own; last softened"]),
    ({"north 01-01": f"terms: {{fee: {{max: 5, {RED}}}}}", "north 01-05": "terms: {fee: {max: 6}}",
      "south 01-04": f"terms: {{fee: {{min: 10, {RED}}}}}"}, False,
     ["fee softened; closer south; apart over the red line of other; last softened"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": f"terms: {{fee: {{max: 6, {RED}}}}}",
      "south 01-04": f"terms: {{fee: {{min: 10, {RED}}}}}"}, False,
     ["fee shifted; closer south; apart over the red line of both; last shifted"]),
    ({"north 01-01": "terms: {fee: {max: 5}}", "north 01-05": "withdraws: fee", "north 01-06": "terms: {fee: {max: 6}}",
      "north 01-07": "reaffirms: fee"}, False, ["fee softened; closer south; last added"]),
]  # fmt: skip


@pytest.mark.parametrize(("bodies", "with_reported", "expected"), CHANGES)
def test_what_changed(tmp_path: Path, bodies: dict[str, str], with_reported: bool, expected: list[str]) -> None:
    assert told(changed(tmp_path, {**SOUTH, **bodies}, "01-03", "01-20", with_reported)) == expected
