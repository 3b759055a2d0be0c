"""Changes of one party between two days: two statements in, the kind of change, the path and the movement out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.changes import Change, changes
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {talks: Talks, truce: Truce, vote: Vote}
    issues:
      status: {title: Status, kind: choice, ordered: true, options: {barred: Barred, later: Later, open: Open}}
      colour: {title: Colour, kind: choice, options: {red: Red, green: Green, blue: Blue}}
      regions: {title: Regions, kind: set, members: {a: A, b: B, c: C}}
      ceiling: {title: Ceiling, kind: quantity, unit: person, whole: true, unlimited: No ceiling}
      order: {title: Order, kind: sequence}
      other: {title: Other order, kind: sequence}
      rights: {title: Rights, kind: text}
    """


def changed(folder: Path, before: str, after: str, against: str | None = None) -> Change:
    """The one change between a first statement and a second one; each is the body of a file, or its terms."""
    files = {"agenda.yaml": AGENDA}
    for day, text in (("2024-01-01", before), ("2024-06-01", after)):
        body = text if text.startswith(("terms", "withdraws", "reaffirms")) else f"terms: {{{text}}}"
        files[f"north/{day}.yaml"] = f"date: {day}\n{body}\n"
    if against is not None:
        files["south/2024-01-01.yaml"] = f"date: 2024-01-01\nterms: {{{against}}}\n"
    return change_in(folder, files, "2024-03-01", against="south" if against else None)


def change_in(
    folder: Path, files: dict[str, str], since: str, until: str = "2024-12-31", against: str | None = None
) -> Change:
    """The one change of North in these files between the ends of two days."""
    read = dossier(folder, files)
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    first, last = (date.fromisoformat(day).toordinal() for day in (since, until))
    measured = [position(read, against, last)] if against else []
    (north,) = changes(read, ["north"], first, last, against=measured)
    (found,) = north.changes
    return found


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("status: barred", "status: [barred, later]", "softened"),
        ("status: [barred, later]", "status: barred", "hardened"),
        ("status: barred", "status: open", "replaced"),
        ("status: [barred, later]", "status: [later, open]", "shifted"),
        ("status: {rejects: open}", "status: [barred, later]", "reaffirmed"),
        ("status: {accepts: open, firmness: flexible}", "status: open", "hardened"),
        ("status: {accepts: open, firmness: red-line}", "status: open", "softened"),
        ("status: barred", "status: {accepts: [barred, later], firmness: red-line}", "shifted"),
        ("status: open", "status: {accepts: open, vague: true}", "hardened"),
        ("status: {accepts: open, vague: true}", "status: open", "softened"),
        ("status: {accepts: [later, open], prefers: open}", "status: {rejects: barred, prefers: later}", "shifted"),
        ("status: {accepts: open, quote: Yes.}", "status: {accepts: open, quote: Still., note: x}", "reaffirmed"),
        ("status: {accepts: open, expires: 2025-12-31}", "status: open", "reaffirmed"),
        ("regions: {includes: [a]}", "regions: {includes: [a, b]}", "hardened"),
        ("regions: {includes: [a]}", "regions: {adds: true, includes: [b]}", "hardened"),
        ("regions: {within: [a, b]}", "regions: {excludes: [c]}", "reaffirmed"),
        ("ceiling: {max: 85000}", "ceiling: {max: 100000}", "softened"),
        ("ceiling: {above: 3}", "ceiling: {min: 4}", "reaffirmed"),
        ("ceiling: {max: 5}", "ceiling: {exactly: unlimited}", "replaced"),
        ("order: {order: [talks, truce]}", "order: {order: [talks, truce, vote]}", "hardened"),
        ("order: {order: [talks, truce]}", "order: {order: [truce, talks]}", "reversed"),
        ("rights: one", "rights: other", "reworded"),
        ("rights: one", "rights: {says: other, firmness: red-line}", "reworded"),
        ("rights: one", "rights: {says: one, firmness: red-line}", "hardened"),
        ("rights: one", "rights: one", "reaffirmed"),
        (
            "status: barred", "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: red}}]}",
            "softened",
        ),
        (
            "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: red}}]}",
            "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: [red, blue]}}]}", "softened",
        ),
        (
            "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: red}}]}",
            "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: blue}}]}", "shifted",
        ),
        ("status: barred", "status: {accepts: barred, applies_if: {colour: red}}", "softened"),
        ("status: {accepts: [later], alternatives: [open]}", "status: [later, open]", "reaffirmed"),
        # One course of events for all sequences: what is asked for there is never so where it binds.
        ("order: {order: [talks, truce], applies_if: {other: {order: [truce, talks]}}}", "order: any", "softened"),
    ],
)  # fmt: skip
def test_kind_of_change(tmp_path: Path, before: str, after: str, kind: str) -> None:
    """The kind of change follows from the settlements that meet the two terms, their firmness and their vagueness."""
    assert changed(tmp_path, before, after).kind == kind


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("order: {order: [talks, truce]}", "order: {order: [truce, talks]}", "reversed"),
        ("order: {order: [talks, truce]}", "order: {order: [truce, vote, talks]}", "reversed"),
        ("order: {order: [talks, truce]}", "order: {order: [{together: [talks, truce]}]}", "replaced"),
        ("order: {order: [{together: [talks, truce]}]}", "order: {order: [truce, talks]}", "replaced"),
        ("regions: {includes: [a]}", "regions: {excludes: [a]}", "reversed"),
    ],
)
def test_only_a_reversal_is_called_one(tmp_path: Path, before: str, after: str, told: str) -> None:
    """In words; in JSON each of these is ``reversed``, since nothing accepted before is accepted now."""
    change = changed(tmp_path, before, after)
    assert (change.kind, change.told, change.path[-1].told) == ("reversed", told, told)


def path_of(change: Change) -> list[tuple[str, str | None, str]]:
    """The steps of a change: day, statement and kind."""
    return [
        (date.fromordinal(move.day).isoformat(), move.statement.id if move.statement else None, kind)
        for move, kind, *_ in change.path
    ]


def test_blocs_that_are_joined_and_left(tmp_path: Path) -> None:
    """Whatever was held before and after, the step is no softening of the party: words of a bloc came or went."""
    agenda = """
        posdiff: 1
        parties:
          north: {name: North}
          east: {name: East, members: {north: {until: 2024-03-31}}}
          west: {name: West, members: {north: {from: 2024-02-01, until: 2024-05-31}}}
        issues:
          status: {title: Status, kind: choice, options: {barred: Barred, later: Later, open: Open}}
          talks: {title: Talks, kind: choice, options: {no: No, yes: Yes}}
        """
    files = {
        "agenda.yaml": agenda,
        "east/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: [barred, later], talks: yes}\n",
        "west/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: [later, open], talks: yes}\n",
    }
    read = dossier(tmp_path, files)
    days = [date(2024, 1, 15).toordinal(), date(2024, 4, 15).toordinal()]
    status, talks = changes(read, ["north"], *days)[0].changes
    assert (status.kind, status.by_blocs_alone) == ("shifted", True), "by the words at the two ends"
    assert path_of(status) == [("2024-02-01", None, "inherited"), ("2024-04-01", None, "no longer inherited")]
    assert [turn for step in status.path for turn in step.move.turns] == [
        ("north", "west", "joined"), ("north", "east", "left"),
    ]  # fmt: skip
    assert (talks.kind, talks.by_blocs_alone) == ("unchanged", False)
    assert [kind for *_, kind in path_of(talks)] == ["unchanged", "unchanged"]
    status = changes(read, ["north"], days[1], date(2024, 12, 31).toordinal())[0].changes[0]
    assert (status.kind, path_of(status)) == ("no longer inherited", [("2024-06-01", None, "no longer inherited")])


def test_withdrawn(tmp_path: Path) -> None:
    """What is withdrawn is no longer held, and the path says by which statement."""
    found = changed(tmp_path, "status: open", "withdraws: [status]")
    assert (found.kind, found.after) == ("withdrawn", None)
    assert path_of(found) == [("2024-06-01", "2024-06-01", "withdrawn")]


def test_expired(tmp_path: Path) -> None:
    """A term ends after its last day; no statement ends it."""
    found = changed(tmp_path, "status: {accepts: open, expires: 2024-05-31}", "terms: {}")
    assert found.kind == "expired"
    assert path_of(found) == [("2024-06-01", None, "expired")]


def test_expired_and_then_withdrawn(tmp_path: Path) -> None:
    """Whichever ended it first counts."""
    found = changed(tmp_path, "status: {accepts: open, expires: 2024-05-01}", "withdraws: [status]")
    assert found.kind == "expired"


def test_base_is_the_end_of_the_day(tmp_path: Path) -> None:
    """What was said on the day of --since is the base, and no change since."""
    files = {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: open}\n"}
    change = change_in(tmp_path, files, "2024-01-01")
    assert (change.kind, change.path) == ("unchanged", ())


def test_there_and_back(tmp_path: Path) -> None:
    """A party that hardened and went back is reaffirmed at the ends, and its path shows the two moves."""
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: [later, open]}\n",
        "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {status: open}\n",
        "north/2024-03-01.yaml": "date: 2024-03-01\nterms: {status: [open, later]}\n",
    }
    change = change_in(tmp_path, files, "2024-01-01")
    assert change.kind == "reaffirmed"
    assert [step.kind for step in change.path] == ["hardened", "softened"]


def test_a_part_that_expires_states_nothing_again(tmp_path: Path) -> None:
    """What is left was said before the first day: it is the same position, and nobody stated it again."""
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {ceiling: {max: 20, expires: 2024-03-01}}\n",
        "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {ceiling: {max: 10, adds: true}}\n",
    }
    assert change_in(tmp_path, files, "2024-02-01").kind == "unchanged"


@pytest.mark.parametrize(
    ("before", "after", "against", "movement"),
    [
        ("status: barred", "status: [barred, open]", "status: open", "closer"),
        ("status: [barred, open]", "status: barred", "status: open", "farther"),
        ("status: barred", "status: later", "status: open", "closer"),
        ("colour: red", "colour: green", "colour: blue", "cannot-be-measured"),
        ("ceiling: {max: 10}", "ceiling: {max: 20}", "ceiling: {min: 50}", "closer"),
        ("ceiling: {max: 20}", "ceiling: {max: 10}", "ceiling: {min: 50}", "farther"),
        ("ceiling: {max: 20}", "ceiling: {max: 20, firmness: red-line}", "ceiling: {min: 50}", "neither"),
        ("ceiling: {max: 20}", "ceiling: {max: 30}", "ceiling: {exactly: unlimited}", "cannot-be-measured"),
        ("regions: {includes: [a, b, c]}", "regions: {includes: [a]}", "regions: {exactly: none}", "closer"),
        (
            "order: {order: [talks, truce, vote]}", "order: {order: [talks, truce]}",
            "order: {order: [vote, truce, talks]}", "closer",
        ),
        ("rights: one", "rights: other", "rights: one", "cannot-be-measured"),
        ("colour: red", "colour: green", "status: open", "cannot-be-measured"),
    ],
)  # fmt: skip
def test_movement(tmp_path: Path, before: str, after: str, against: str, movement: str) -> None:
    """Closer or farther by the relation, and within a contradiction by the distance of the kind."""
    assert changed(tmp_path, before, after, against=against).movements == {"south": movement}
