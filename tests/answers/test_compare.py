"""Relations between positions, issue by issue: a small dossier in, the whole answer out."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import many_offers
from answering import asked, to_dict
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    steps:
      talks: Talks
      truce: Truce
      retreat: {title: Retreat, after: talks, why: It is talked about first.}
      vote: Vote
    issues:
      status: {title: Status, kind: choice, ordered: true,
               options: {barred: Barred, later: Later, open: Open, member: Member}}
      colour: {title: Colour, kind: choice, options: {red: Red, green: Green, blue: Blue}}
      regions: {title: Regions, kind: set, members: {a: A, b: B, c: C}}
      ceiling: {title: Ceiling, kind: quantity, unit: person, whole: true, unlimited: No ceiling}
      area: {title: Area, kind: quantity, unit: km**2}
      deadline: {title: Deadline, kind: date}
      order: {title: Order, kind: sequence}
      rights: {title: Rights, kind: text}
    """
SPAN = {"min": None, "max": None, "min_open": False, "max_open": False, "unlimited": False}


def statements(**terms: str) -> dict[str, str]:
    """The files of parties whose only statement sets the terms given by party."""
    files = {"agenda.yaml": AGENDA}
    for party, text in terms.items():
        body = "\n".join("  " + line for line in dedent(text).strip().splitlines())
        files[f"{party}/2024-01-01.yaml"] = f"date: 2024-01-01\nterms:\n{body}\n"
    return files


def compared(folder: Path, **terms: str) -> dict[str, Any]:
    """What ``compare`` answers, as JSON has it, on parties whose only statement sets the terms given by party."""
    return answered(folder, statements(**terms), *terms, at="2024-06-01")


def answered(
    folder: Path, files: dict[str, str], *parties: str, at: str | None = None, all: bool = False
) -> dict[str, Any]:
    """What ``compare`` answers on the parties of these files, as JSON has it."""
    read = dossier(folder, files)
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    return to_dict(asked(read).compare(*parties, at=at, all=all))


def one(folder: Path, **terms: str) -> dict[str, Any]:
    """The one issue of a comparison."""
    issues = compared(folder, **terms)["issues"]
    assert len(issues) == 1
    issue: dict[str, Any] = issues[0]
    return issue


@pytest.mark.parametrize(
    ("north", "south", "relation", "common", "clash", "gap"),
    [
        ("status: barred", "status: [open, member]", "contradiction", [], ["barred", "open", "member"], None),
        (
            "status: {rejects: barred}", "status: [later, open, member]", "agreed", [["later", "open", "member"]],
            None, None,
        ),
        ("status: [barred, later]", "status: [later, open]", "overlap", [["later"]], None, None),
        ("status: any", "status: open", "overlap", [["open"]], None, None),
        (
            "regions: {includes: [a, b]}", "regions: {excludes: all}", "contradiction", [], ["a", "b"], None,
        ),
        (
            "regions: {includes: [a]}", "regions: {within: [a, b]}", "overlap",
            [{"includes": ["a"], "excludes": ["c"]}], None, None,
        ),
        (
            "regions: {exactly: [a, b]}", "regions: {includes: [b, a], excludes: [c]}", "agreed",
            [{"includes": ["a", "b"], "excludes": ["c"]}], None, None,
        ),
        (
            "regions: {exactly: none}", "regions: {excludes: all}", "agreed",
            [{"includes": [], "excludes": ["a", "b", "c"]}], None, None,
        ),
        (
            "ceiling: {max: 85000}", "ceiling: {min: 250000}", "contradiction", [], None,
            {"from": 85000, "to": 250000, "size": 165000, "unit": "person"},
        ),
        ("ceiling: {above: 3}", "ceiling: {min: 4}", "agreed", [{**SPAN, "min": 4, "unlimited": True}], None, None),
        (
            "ceiling: {max: 85000}", "ceiling: {exactly: unlimited}", "contradiction", [], None,
            {"from": 85000, "to": "unlimited", "size": None, "unit": "person"},
        ),
        ("ceiling: {below: unlimited}", "ceiling: {exactly: unlimited}", "contradiction", [], None, None),
        (
            "area: {max: 8100 mile**2}", "area: {above: 20978.9036937216}", "contradiction", [], None,
            {"from": 20978.9036937216, "to": 20978.9036937216, "size": 0, "unit": "km**2"},
        ),
        ("area: {min: 0.1, below: 0.3}", "area: {max: 0.2}", "overlap", [{**SPAN, "min": 0.1, "max": 0.2}], None, None),
        (
            "deadline: {until: 2024-01-31}", "deadline: {from: 2024-03-01}", "contradiction", [], None,
            {"from": "2024-01-31", "to": "2024-03-01", "size": 30, "unit": "day"},
        ),
        (
            "order: {order: [retreat, truce]}", "order: {order: [truce, talks]}", "contradiction", [],
            ["truce", "talks", "retreat"], None,
        ),
        (
            "order: {order: [talks, truce]}", "order: {order: [truce, vote]}", "overlap",
            [[["talks", "truce"], ["truce", "vote"]]], None, None,
        ),
        (
            "order: {order: [[talks, retreat], truce]}", "order: {order: [retreat, truce]}", "agreed",
            [[["retreat", "truce"]]], None, None,
        ),
        (
            "order: {order: [{together: [truce, vote]}]}", "order: {order: [truce, vote]}", "contradiction", [],
            ["vote", "truce"], None,
        ),
        ("rights: protected", "rights: protected", "unassessed", [], None, None),
        ("colour: {accepts: [red, green], vague: true}", "colour: red", "unassessed", [], None, None),
        ("colour: {accepts: red, vague: true}", "colour: blue", "contradiction", [], ["red", "blue"], None),
    ],
)  # fmt: skip
def test_relation_of_two(
    tmp_path: Path, north: str, south: str, relation: str, common: object, clash: object, gap: object
) -> None:
    """Sets are compared as sets, whatever the words; what clashes and how wide the gap is are named."""
    found = one(tmp_path, north=north, south=south)
    assert found["relation"] == relation
    assert found["common"] == common
    assert found["gap"] == gap
    if relation == "contradiction" and clash and found["issue"] == "order":
        assert sorted(found["clash"]) == sorted(clash)  # type: ignore[call-overload]
    else:
        assert found["clash"] == clash


def test_condition(tmp_path: Path) -> None:
    """What is acceptable only on a condition makes the relation conditional, and the condition is shown."""
    found = compared(
        tmp_path,
        north="status: {accepts: barred, alternatives: [{accepts: open, if: {colour: red}}]}",
        south="status: open",
    )["issues"][0]
    assert found["relation"] == "conditional"
    assert found["common"] == []
    assert found["conditions"] == [{"common": [["open"]], "if": {"north": {"colour": ["red"]}}, "unless": {}}]


def test_demand_that_binds_only_on_a_condition(tmp_path: Path) -> None:
    """A demand with ``applies_if`` leaves the issue open elsewhere: there is something on a condition."""
    found = one(tmp_path, north="status: {accepts: barred, applies_if: {colour: red}}", south="status: open")
    assert found["relation"] == "conditional"
    assert found["conditions"] == [{"common": [["open"]], "if": {}, "unless": {"north": {"colour": ["red"]}}}]
    assert found["terms"]["north"]["parts"][0]["applies_if"] == {"colour": ["red"]}


def test_case_that_another_holds(tmp_path: Path) -> None:
    """What hangs on one condition is not told again for the combinations in which a second one is met as well."""
    north = "status: {accepts: barred, alternatives: [{accepts: open, if: {colour: red}}]}"
    found = one(tmp_path, north=north, south="status: {accepts: open, applies_if: {area: {max: 10}}}")
    area = {**SPAN, "max": 10}
    assert found["conditions"] == [
        {"common": [["barred"]], "if": {}, "unless": {"south": {"area": area}}},
        {"common": [["open"]], "if": {"north": {"colour": ["red"]}}, "unless": {}},
    ]


def test_more_offers_than_are_compared(tmp_path: Path) -> None:
    """Thousands of pairs of offers end the search, and the answer says so; it does not call a plain term vague."""
    answer = asked(dossier(tmp_path, many_offers.FILES)).compare("north", "south", at="2024-06-01")
    (found,) = to_dict(answer)["issues"]
    assert (found["relation"], found["complete"]) == ("unassessed", False)


def _hard(number: int) -> tuple[str, str]:
    """A set, and alternatives that hold all of its subsets, which takes long to know: pigeons and holes."""
    pairs = [(pigeon, hole) for pigeon in range(number + 1) for hole in range(number)]
    members = ", ".join(f"m{pigeon}-{hole}: M" for pigeon, hole in pairs)
    none = [[f"m{pigeon}-{hole}" for hole in range(number)] for pigeon in range(number + 1)]
    shared = [
        [f"m{one}-{hole}", f"m{other}-{hole}"]
        for hole in range(number)
        for one, other in combinations(range(number + 1), 2)
    ]
    words = [f"excludes: [{', '.join(each)}]" for each in none] + [f"includes: [{', '.join(each)}]" for each in shared]
    alternatives = ", ".join(f"{{{each}}}" for each in words[1:])
    return (f"fleet: {{title: Fleet, kind: set, members: {{{members}}}}}",
            f"fleet: {{{words[0]}, alternatives: [{alternatives}]}}")  # fmt: skip


def test_alternatives_of_which_it_takes_too_long_to_know_what_they_hold(tmp_path: Path) -> None:
    """They meet what the other accepts; whether they are the same was not found out, and the answer says no more."""
    for number, told in ((5, ("agreed", True)), (9, ("unassessed", False))):
        issue, north = _hard(number)
        files = {
            "agenda.yaml": f"posdiff: 1\nparties: {{north: {{}}, south: {{}}}}\nissues:\n  {issue}\n",
            "north/2024-01-01.yaml": f"date: 2024-01-01\nterms:\n  {north}\n",
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms:\n  fleet: any\n",
        }
        (found,) = to_dict(asked(dossier(tmp_path / str(number), files)).compare("north", "south"))["issues"]
        assert (found["relation"], found["complete"]) == told


def test_parts_that_accept_more_pieces_together_than_are_kept(tmp_path: Path) -> None:
    """Nine parts that each want one of two members accept 512 pieces together: how they stand to others is not told."""
    members = ", ".join(f"m{number}: M" for number in range(18))
    parts = [f"{{includes: [m{number}], alternatives: [{{includes: [m{number + 1}]}}]" for number in range(0, 18, 2)]
    for wanted, told in ((8, ("overlap", True)), (9, ("unassessed", False))):
        said = {
            f"north/2024-01-{number + 1:02}.yaml": f"date: 2024-01-{number + 1:02}\nterms:\n  fleet: {part}{adds}}}\n"
            for number, part in enumerate(parts[:wanted]) for adds in [", adds: true" if number else ""]
        }  # fmt: skip
        files = {
            "agenda.yaml": "posdiff: 1\nparties: {north: {}, south: {}}\nissues:\n"
            f"  fleet: {{title: Fleet, kind: set, members: {{{members}}}}}\n",
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms:\n  fleet: any\n", **said,
        }  # fmt: skip
        (found,) = to_dict(asked(dossier(tmp_path / str(wanted), files)).compare("north", "south"))["issues"]
        assert (found["relation"], found["complete"]) == told


def test_offers_of_equal_rank(tmp_path: Path) -> None:
    """Of offers without a condition either will do; two parties may agree on one of them."""
    found = one(tmp_path, north="area: {max: 1, alternatives: [{min: 5}]}", south="area: {min: 2}")
    assert found["relation"] == "overlap"
    assert found["common"] == [{**SPAN, "min": 5}]


def test_three_parties_agree_two_by_two_and_not_together(tmp_path: Path) -> None:
    """For a choice three parties may agree two by two and not together: the group of three is the minimal one."""
    found = one(tmp_path, north="colour: [red, green]", south="colour: [green, blue]", west="colour: [red, blue]")
    assert found["relation"] == "contradiction"
    assert found["conflict_groups"] == [["north", "south", "west"]]


def test_who_keeps_three_apart(tmp_path: Path) -> None:
    """With three parties the minimal conflict groups name who keeps them apart."""
    found = one(
        tmp_path, north="ceiling: {max: 5}", south="ceiling: {min: 3}", west="ceiling: {min: 9, firmness: red-line}"
    )
    assert found["conflict_groups"] == [["north", "west"]]
    assert found["red_line"] == ["west"]
    assert found["gap"] == {"from": 5, "to": 9, "size": 4, "unit": "person"}


def test_one_sided_silent_and_summary(tmp_path: Path) -> None:
    """Who is silent is named; an issue on which none holds a position is listed with --all only."""
    found = compared(tmp_path, north="status: open", south="colour: red")
    assert [(issue["issue"], issue["relation"], issue["silent"]) for issue in found["issues"]] == [
        ("status", "one-sided", ["south"]),
        ("colour", "one-sided", ["north"]),
    ]
    assert found["summary"] == {
        "contradiction": 0, "conditional": 0, "overlap": 0, "agreed": 0, "one-sided": 2, "unassessed": 0,
    }  # fmt: skip
    files = statements(north="status: open", south="colour: red")
    every = answered(tmp_path, files, "north", "south", at="2024-06-01", all=True)
    assert every["summary"]["silent"] == 6


def test_party_with_itself(tmp_path: Path) -> None:
    """A party compared with itself agrees with itself; on another day it is a party of its own."""
    files = statements(north="status: open")
    found = answered(tmp_path, files, "north", "north")
    assert found["parties"] == ["north", "north"]
    assert found["issues"][0]["relation"] == "agreed"
    before = answered(tmp_path, files, "north@2023-01-01", "north")
    assert before["parties"] == ["north@2023-01-01", "north"]
    assert before["issues"][0]["silent"] == ["north@2023-01-01"]


def test_deadlock(tmp_path: Path) -> None:
    """Orders of two parties over several issues and the agenda's ``after`` close a ring; every edge has its owners."""
    found = compared(
        tmp_path, north="order: {order: [retreat, truce], quote: Out first.}", south="order: {order: [truce, talks]}"
    )
    assert found["deadlocks_complete"] is True
    (ring,) = found["deadlocks"]
    assert ring["steps"] == ["talks", "retreat", "truce"]
    assert [(edge["before"], edge["after"], edge["together"], edge["agenda"]) for edge in ring["edges"]] == [
        ("talks", "retreat", False, {"why": "It is talked about first."}),
        ("retreat", "truce", False, None),
        ("truce", "talks", False, None),
    ]
    assert [[owner["party"] for owner in edge["owners"]] for edge in ring["edges"]] == [[], ["north"], ["south"]]
    owner = ring["edges"][1]["owners"][0]
    assert (owner["issue"], owner["statement"], owner["date"], owner["quote"]) == (
        "order",
        "2024-01-01",
        "2024-01-01",
        "Out first.",
    )


def test_a_demand_is_shown_where_it_was_made(tmp_path: Path) -> None:
    """Where ``adds`` put several demands together, each is cited with the statements that made or reaffirmed it."""
    said = "date: {}\nterms: {{order: {{order: [{}], {}, quote: {}}}}}\n"
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": said.format("2024-01-01", "truce, talks", "firmness: red-line", "Truce first."),
        "north/2024-02-01.yaml": said.format("2024-02-01", "vote, talks", "adds: true", "And the vote."),
        "north/2024-03-01.yaml": "date: 2024-03-01\nreaffirms: [order]\n",
        "north/2024-04-01.yaml": said.format("2024-04-01", "vote, retreat", "adds: true", "The vote before retreat."),
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {order: {order: [talks, truce]}}\n",
        "west/2024-01-01.yaml": "date: 2024-01-01\nterms: {order: {order: [talks, vote]}}\n",
    }
    found = answered(tmp_path, files, "north", "south", "west", at="2024-06-01")
    told = [
        (edge["before"], edge["after"], owner["statement"], owner["first_held"], owner["last_stated"], owner["quote"])
        for ring in found["deadlocks"]
        for edge in ring["edges"]
        for owner in edge["owners"]
        if owner["party"] == "north"
    ]
    assert told == [
        ("truce", "talks", "2024-01-01", "2024-01-01", "2024-03-01", "Truce first."),
        ("vote", "talks", "2024-02-01", "2024-02-01", "2024-03-01", "And the vote."),
    ]


def test_no_deadlock_of_one_party_alone(tmp_path: Path) -> None:
    """A ring within one party's own demands is no deadlock between parties."""
    found = compared(tmp_path, north="order: {order: [truce, vote]}", south="order: {order: [truce, vote]}")
    assert found["deadlocks"] == []


@pytest.mark.parametrize(
    ("terms", "alone"),
    [
        ({"north": "{max: 5}", "south": "{min: 9}", "west": "{min: 7}"}, "north"),
        ({"north": "{max: 5}", "south": "{min: 9}", "west": "any"}, None),
        ({"north": "{max: 5}", "south": "{min: 9}", "west": "{exactly: 7}"}, None),
        ({"north": "{max: 5}", "south": "{min: 9}"}, None),
        ({"north": "{max: 5}", "south": "{max: 4}", "west": "{max: 7}"}, None),
    ],
)
def test_who_stands_alone(tmp_path: Path, terms: dict[str, str], alone: str | None) -> None:
    """The one party without which nothing keeps the others apart; none where it takes two, or there are but two."""
    assert one(tmp_path, **{party: f"ceiling: {term}" for party, term in terms.items()})["alone"] == alone


@pytest.mark.parametrize(("south", "alone"), [("[barred, member]", None), ("[barred]", "west"), ("any", None)])
def test_who_rejects_different_things_is_not_on_one_side(tmp_path: Path, south: str, alone: str | None) -> None:
    """North and South have something in common without West; each accepts what the other rejects: West is not alone."""
    found = one(tmp_path, north="status: [barred, open]", south=f"status: {south}", west="status: later")
    assert found["alone"] == alone
    assert (["south", "west"] in found["conflict_groups"]) == (south != "any")
