"""Changes of one party between two days: two statements in, the kind of change, the path and the movement out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from running import called
from writing import write

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


def changed(folder: Path, before: str, after: str, *arguments: str, against: str | None = None) -> dict[str, Any]:
    """The one change between a first statement and a second one; each is the body of a file, or its terms."""
    files = {"agenda.yaml": AGENDA}
    for day, text in (("2024-01-01", before), ("2024-06-01", after)):
        body = text if text.startswith(("terms", "withdraws", "reaffirms")) else f"terms: {{{text}}}"
        files[f"north/{day}.yaml"] = f"date: {day}\n{body}\n"
    if against is not None:
        files["south/2024-01-01.yaml"] = f"date: 2024-01-01\nterms: {{{against}}}\n"
        arguments = (*arguments, "--against", "south")
    write(folder, files)
    days = ("--since", "2024-03-01", "--until", "2024-12-31")
    run = called("changes", "north", *days, "--format", "json", *arguments, cwd=folder)
    assert run.code == 0, run.err
    (found,) = json.loads(run.out)["parties"][0]["changes"]
    change: dict[str, Any] = found
    return change


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("status: barred", "status: [barred, later]", "softened"),
        ("status: [barred, later]", "status: barred", "hardened"),
        ("status: barred", "status: open", "reversed"),
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
        ("ceiling: {max: 5}", "ceiling: {exactly: unlimited}", "reversed"),
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
    assert changed(tmp_path, before, after)["kind"] == kind


def test_withdrawn(tmp_path: Path) -> None:
    """What is withdrawn is no longer held, and the path says by which statement."""
    found = changed(tmp_path, "status: open", "withdraws: [status]")
    assert (found["kind"], found["after"]) == ("withdrawn", None)
    assert found["path"] == [{"date": "2024-06-01", "statement": "2024-06-01", "kind": "withdrawn"}]


def test_expired(tmp_path: Path) -> None:
    """A term ends after its last day; no statement ends it."""
    found = changed(tmp_path, "status: {accepts: open, expires: 2024-05-31}", "terms: {}")
    assert found["kind"] == "expired"
    assert found["path"] == [{"date": "2024-06-01", "statement": None, "kind": "expired"}]


def test_expired_and_then_withdrawn(tmp_path: Path) -> None:
    """Whichever ended it first counts."""
    found = changed(tmp_path, "status: {accepts: open, expires: 2024-05-01}", "withdraws: [status]")
    assert found["kind"] == "expired"


def test_base_is_the_end_of_the_day(tmp_path: Path) -> None:
    """What was said on the day of --since is the base, and no change since."""
    write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: open}\n"})
    run = called("changes", "north", "--since", "2024-01-01", "--format", "json", "--all", cwd=tmp_path)
    (change,) = json.loads(run.out)["parties"][0]["changes"]
    assert (change["kind"], change["path"]) == ("unchanged", [])


def test_there_and_back(tmp_path: Path) -> None:
    """A party that hardened and went back is reaffirmed at the ends, and its path shows the two moves."""
    write(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: [later, open]}\n",
            "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {status: open}\n",
            "north/2024-03-01.yaml": "date: 2024-03-01\nterms: {status: [open, later]}\n",
        },
    )
    run = called("changes", "north", "--since", "2024-01-01", "--until", "2024-12-31", "-f", "json", cwd=tmp_path)
    (change,) = json.loads(run.out)["parties"][0]["changes"]
    assert change["kind"] == "reaffirmed"
    assert [step["kind"] for step in change["path"]] == ["hardened", "softened"]


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
    assert changed(tmp_path, before, after, against=against)["movement"] == movement


def test_fields(tmp_path: Path) -> None:
    """Field by field, what changed inside a term."""
    found = changed(tmp_path, "ceiling: {max: 85000}", "ceiling: {max: 100000, firmness: red-line}")
    assert found["fields"] == [
        {"path": ["firmness"], "before": "firm", "after": "red-line"},
        {"path": ["offers", 0, "accepts", "max"], "before": 85000, "after": 100000},
    ]


def test_page_says_at_a_glance_that_nothing_changed(tmp_path: Path) -> None:
    """The first lines say whether anything changed."""
    write(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: open, colour: red}\n",
            "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {rights: protected}\nreaffirms: all\n",
        },
    )
    run = called("changes", "north", "--since", "1 January 2024", "--until", "2024-12-31", cwd=tmp_path)
    assert run.out == (
        "Changes from the end of 2024-01-01 to 2024-12-31\n"
        "\n"
        "North\n"
        "  = Nothing changed in the 2 positions held on 2024-01-01: all were reaffirmed.\n"
        "  + 1 issue taken up since.\n"
        "\n"
        "+ ADDED (1)  no position before\n"
        "\n"
        "+ Rights  rights\n"
        "  after       protected  [said 2024-02-01]\n"
        "\n"
        "= REAFFIRMED (2)  the same, stated again\n"
        "\n"
        "= Status  status\n"
        "  now         Open  [said 2024-01-01, reaffirmed 2024-02-01]\n"
        "\n"
        "= Colour  colour\n"
        "  now         Red  [said 2024-01-01, reaffirmed 2024-02-01]\n"
    )
