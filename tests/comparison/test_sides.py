"""Who is apart from whom in a contradiction of several parties: who stands alone, the sides, whose red line it is."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from posdiff.comparison.movement import movement
from posdiff.comparison.relations import (
    AcceptedOutcomes,
    Comparison,
    alone,
    apart_over_red_lines,
    compare,
    not_all_apart,
    on_each_issue,
    sides,
    stands_alone,
)
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, east: {name: East}, west: {name: West}}
    issues:
      status: {title: Status, kind: choice, options: {a: A, b: B, c: C, d: D}}
      other: {title: Other, kind: choice, options: {x: X, y: Y}}
    """
DAY = date(2024, 2, 1).toordinal()


def compared(folder: Path, terms: dict[str, str]) -> Comparison:
    """The status, on which parties state these terms."""
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{status: {said}}}\n" for who, said in terms.items()}
    read = dossier(folder, {"agenda.yaml": AGENDA, **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    positions = {party: position(read, party, DAY) for party in terms}
    found, _ = every = on_each_issue(read.agenda, positions)
    assert compare(read.agenda, positions).issues == every
    return found


@pytest.mark.parametrize(
    ("terms", "who"),
    [
        ({"north": "a", "south": "b", "east": "[b, c]"}, "north"),
        ({"north": "b", "south": "a", "east": "b"}, "south"),
        # Of the others neither would accept all that the other would.
        ({"north": "a", "south": "[b, c]", "east": "[b, d]"}, None),
        # Two are apart from the third, and from each other.
        ({"north": "a", "south": "b", "east": "c"}, None),
        # Nobody is apart, or there are only two.
        ({"north": "[a, b]", "south": "b", "east": "b"}, None),
        ({"north": "a", "south": "b"}, None),
        # Two pairs, of which no party is in both.
        ({"north": "a", "south": "b", "east": "a", "west": "b"}, None),
    ],
)
def test_who_stands_alone(tmp_path: Path, terms: dict[str, str], who: str | None) -> None:
    found = compared(tmp_path, terms)
    assert stands_alone(found) == who
    assert stands_alone(found._replace(complete=False)) is None


@pytest.mark.parametrize(
    ("terms", "groups"),
    [
        ({"north": "a", "south": "b", "east": "b"}, ["north", "south east"]),
        ({"north": "a", "south": "b", "east": "a", "west": "b"}, ["north east", "south west"]),
        ({"north": "a", "south": "b", "east": "c"}, ["north", "south", "east"]),
        ({"north": "a", "south": "[b, c]", "east": "[b, d]"}, ["north", "south", "east"]),
        # Who is apart from nobody is on no side.
        ({"north": "a", "south": "b", "east": "[a, b]"}, ["north", "south"]),
        ({"north": "a", "south": "a"}, []),
    ],
)
def test_the_sides_of_a_contradiction(tmp_path: Path, terms: dict[str, str], groups: list[str]) -> None:
    comparison = compared(tmp_path, terms)
    found = sides(comparison)
    assert sides(comparison._replace(complete=False)) == {}
    told = [" ".join(party for party, side in found.items() if side == number) for number in sorted({*found.values()})]
    assert told == groups


@pytest.mark.parametrize(
    ("terms", "so"),
    [
        ({"north": "a", "south": "b", "east": "b"}, False),
        # Each two of the three have something in common, and all three have not.
        ({"north": "[a, b]", "south": "[b, c]", "east": "[a, c]"}, True),
        ({"north": "a", "south": "[b, c]", "east": "[b, d]"}, True),
        ({"north": "a", "south": "b"}, False),
    ],
)
def test_whether_two_on_different_sides_have_something_in_common(
    tmp_path: Path, terms: dict[str, str], so: bool
) -> None:
    assert not_all_apart(compared(tmp_path, terms)) is so


@pytest.mark.parametrize(
    ("north", "south", "whose"),
    [
        ("{accepts: a, firmness: red-line}", "b", ("north",)),
        ("a", "{accepts: b, firmness: red-line}", ("south",)),
        ("{accepts: a, firmness: red-line}", "{accepts: b, firmness: red-line}", ("north", "south")),
        ("a", "b", ()),
        ("{accepts: [a, b], firmness: red-line}", "b", ()),
    ],
)
def test_whose_red_line_is_in_the_way(tmp_path: Path, north: str, south: str, whose: tuple[str, ...]) -> None:
    found = compared(tmp_path, {"north": north, "south": south})
    assert apart_over_red_lines(found.issue.space, found.terms) == whose
    assert found.red_line == tuple(
        party for party, said in (("north", north), ("south", south)) if "red-line" in said
    )  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({}, "silent; silent: north south east west"),
        ({"south": "{accepts: a, firmness: red-line}"}, "one-sided; red line of south; silent: north east west"),
        ({"north": "a", "west": "a"}, "agreed; a; silent: south east"),
        ({"north": "a", "west": "[a, b]"}, "overlap; a; silent: south east"),
        ({"north": "a", "south": "{accepts: a, vague: true}", "east": "a", "west": "a"}, "unassessed"),
        # Of two that say the same the first one clashes; the firmest parts are kept, and stand first.
        ({"north": "a", "south": "b", "east": "b"},
         "contradiction; north 1, south 1 clash; north south, north east; silent: west"),
        ({"north": "a", "south": "b", "east": "{accepts: b, firmness: red-line}"},
         "contradiction; east 1, north 1 clash; red line of east; north south, north east; silent: west"),
        ({"north": "{accepts: a, firmness: flexible}", "south": "b", "east": "c", "west": "d"},
         "contradiction; south 1, east 1 clash; "
         "north south, north east, north west, south east, south west, east west"),
        ({"north": "[a, b]", "south": "[b, c]", "east": "[a, c]"},
         "contradiction; north 1, south 1, east 1 clash; north south east; silent: west"),
        # Two parties are told with the firmer first.
        ({"north": "{accepts: a, firmness: flexible}", "south": "b"},
         "contradiction; south 1, north 1 clash; north south; silent: east west"),
    ],
)  # fmt: skip
def test_how_all_four_stand_to_each_other(tmp_path: Path, terms: dict[str, str], expected: str) -> None:
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{status: {said}}}\n" for who, said in terms.items()}
    read = dossier(tmp_path, {"agenda.yaml": AGENDA, **files})
    found, other = on_each_issue(read.agenda, {party: position(read, party, DAY) for party in read.agenda.parties})
    space = found.issue.space
    told: list[str] = [found.relation]
    told += [space.union_words(found.common).lower()] * bool(found.common)
    told += [f"{', '.join(f'{part.party} {part.part.number}' for part in found.clash_parts)} clash"] * bool(
        found.clash_parts
    )
    told += [f"red line of {' '.join(found.red_line)}"] * bool(found.red_line)
    told += [", ".join(" ".join(group) for group in found.conflict_groups)] * bool(found.conflict_groups)
    told += [f"silent: {' '.join(found.silent)}"] * bool(found.silent)
    assert "; ".join(told) == expected
    assert (other.relation, other.silent) == ("silent", ("north", "south", "east", "west"))
    assert (tuple(found.terms), found.complete) == (
        tuple(party for party in read.agenda.parties if party in terms),
        True,
    )


def test_a_party_that_is_bound_to_both_sides(tmp_path: Path) -> None:
    """Through two blocs that contradict each other; words are not known to. Nobody knows how near it came to either."""
    agenda = """
        posdiff: 1
        parties:
          north: {name: North}
          south: {name: South}
          union: {name: Union, members: {north: {from: 2024-01-01}}}
          league: {name: League, members: {north: {from: 2024-01-20}}}
        issues:
          status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}
          fee: {title: Fee, kind: quantity}
          talk: {title: Talk, kind: text}
        """
    said = {"union": "{status: a, fee: {max: 3}, talk: A}", "league": "{status: b, fee: {min: 5}, talk: B}",
            "south": "{status: c, fee: {min: 9}, talk: C}"}  # fmt: skip
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in said.items()}
    read = dossier(tmp_path, {"agenda.yaml": agenda, **files})
    old, new = (position(read, "north", DAY - days) for days in (20, 0))
    south = position(read, "south", DAY)
    found = on_each_issue(read.agenda, {"north": new, "south": south})
    assert [(each.relation, each.on_both_sides, each.gap) for each in found] == [
        ("contradiction", ("north",), None), ("contradiction", ("north",), None), ("unassessed", (), None),
    ]  # fmt: skip
    fee = read.agenda.issues["fee"].space
    both = (old.terms["fee"], new.terms["fee"])
    ways = [movement(fee, before, after, south.terms["fee"]) for before, after in product(both, repeat=2)]
    assert ways == ["neither", "cannot-be-measured", "cannot-be-measured", "cannot-be-measured"]


def test_a_red_line_beside_which_a_softer_part_is_in_the_way(tmp_path: Path) -> None:
    """What the red line leaves the other could accept; only the part that was added is against it."""
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: {accepts: [a, b], firmness: red-line}}\n",
            "north/2024-01-02.yaml": "date: 2024-01-02\nterms: {status: {accepts: [a, c], adds: true}}\n",
            "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: b}\n",
        },
    )
    found, _ = on_each_issue(read.agenda, {party: position(read, party, DAY) for party in ("north", "south")})
    assert found.relation == "contradiction"
    assert [(each.party, each.part.number) for each in found.clash_parts] == [("north", 2), ("south", 1)]
    assert apart_over_red_lines(found.issue.space, found.terms) == ()


def test_the_one_without_whom_all_others_meet(tmp_path: Path) -> None:
    found = compared(tmp_path, {"north": "a", "south": "[b, c]", "east": "b"})
    space = found.issue.space
    accepted = {number: AcceptedOutcomes(space, held.terms) for number, held in enumerate(found.terms.values())}
    assert alone(space, accepted) == 0
    assert alone(space, {number: accepted[number] for number in (0, 1)}) is None
    # Of what others would accept on a condition neither holds the other.
    found = compared(
        tmp_path / "on conditions",
        {
            "north": "a",
            "south": "{accepts: b, alternatives: [{accepts: c, if: {other: x}}]}",
            "east": "{accepts: b, alternatives: [{accepts: d, if: {other: x}}]}",
        },
    )
    accepted = {number: AcceptedOutcomes(space, held.terms) for number, held in enumerate(found.terms.values())}
    assert (alone(space, accepted), stands_alone(found)) == (None, None)
    assert alone(space, dict.fromkeys(range(3), accepted[1])) is None
