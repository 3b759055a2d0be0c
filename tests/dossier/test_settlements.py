"""Boxes and regions of settlements: on three issues of three options each, against the list of all 27 settlements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import with_agenda

from posdiff.dossier.agenda import Issue
from posdiff.dossier.reading.load import load
from posdiff.dossier.region import Box, Settlements, in_agenda_order
from posdiff.dossier.term import Condition, Term
from writing import write

OPTIONS = "abc"
ISSUES = ("one", "two", "three")
Settlement = tuple[str, ...]
EVERY: list[Settlement] = [*product(OPTIONS, repeat=len(ISSUES))]
BOXES = st.dictionaries(
    st.sampled_from(ISSUES), st.frozensets(st.sampled_from(OPTIONS), min_size=1), max_size=3
)  # fmt: skip
REGIONS = st.lists(BOXES, max_size=3)


@pytest.fixture(scope="module")
def issues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Issue]:
    options = ", ".join(f"{option}: {option.upper()}" for option in OPTIONS)
    lines = "".join(f"  {id}: {{title: {id}, kind: choice, options: {{{options}}}}}\n" for id in ISSUES)
    folder = write(tmp_path_factory.mktemp("issues"), {"agenda.yaml": f"posdiff: 1\nparties: {{}}\nissues:\n{lines}"})
    return dict(load(folder).agenda.issues)


def within(box: Box) -> set[Settlement]:
    """All settlements in a box."""
    return {
        settlement
        for settlement in EVERY
        if all(out in box.get(id, OPTIONS) for id, out in zip(ISSUES, settlement, strict=True))
    }


def union(region: Iterable[Box]) -> set[Settlement]:
    return set().union(*map(within, region))


@given(BOXES, BOXES)
def test_what_is_in_both_boxes(issues: dict[str, Issue], one: Box, other: Box) -> None:
    both = Settlements(issues).both(one, other)
    assert (set() if both is None else within(both)) == within(one) & within(other)


@given(BOXES, st.lists(REGIONS, max_size=3))
def test_whether_regions_meet(issues: dict[str, Issue], box: Box, regions: list[list[Box]]) -> None:
    expected = within(box).intersection(*map(union, regions))
    assert Settlements(issues).meet(box, regions) is bool(expected)


@given(REGIONS, REGIONS)
def test_whether_a_region_is_covered(issues: dict[str, Issue], region: list[Box], by: list[Box]) -> None:
    assert Settlements(issues).covered(region, by) is (union(region) <= union(by))


@given(BOXES)
def test_what_is_outside_a_condition(issues: dict[str, Issue], box: Box) -> None:
    outside = Settlements(issues).outside(tuple(box.items()))
    assert union(outside) == set(EVERY) - within(box)
    assert sum(len(within(each)) for each in outside) == len(union(outside))  # no two have anything in common


@given(BOXES, BOXES)
def test_two_conditions_as_one(issues: dict[str, Issue], one: Box, other: Box) -> None:
    both = Settlements(issues).both_conditions(tuple(one.items()), tuple(other.items()))
    assert (set() if both is None else within(dict(both))) == within(one) & within(other)


def test_conditions_are_in_the_order_of_the_agenda(issues: dict[str, Issue]) -> None:
    a, b, c = (frozenset(option) for option in OPTIONS)
    said: Condition = (("three", a), ("one", b), ("two", c))
    assert in_agenda_order(said, issues) == (("one", b), ("two", c), ("three", a))
    assert Settlements(issues).condition(said) == in_agenda_order(said, issues)
    assert in_agenda_order([("two", c)], issues) == (("two", c),)
    assert Settlements(issues).both_conditions((("three", a),), (("one", b),)) == (("one", b), ("three", a))


def test_a_box_with_nothing_said_but_on_one_issue(issues: dict[str, Issue]) -> None:
    a = frozenset("a")
    assert Settlements(issues).only({"one": a, "two": a}, "two") == {"two": a}
    assert Settlements(issues).only({"one": a}, "two") == {}


def test_a_search_that_may_not_look_at_another_box_does_not_know(issues: dict[str, Issue]) -> None:
    a, b = frozenset("a"), frozenset("b")
    regions: list[Sequence[Box]] = [[{"one": a}, {"one": b}], [{"two": a}]]
    settlements = Settlements(issues)
    assert settlements.meet({}, regions, budget=3) is True
    assert settlements.meet({}, regions, budget=2) is None
    assert settlements.meet({"one": b}, [[{"one": a}]], budget=1) is False
    assert settlements.meet({}, [], budget=0) is True


def terms(folder: Path, *words: str) -> tuple[Settlements, list[Term]]:
    """North's terms on the status, one a day."""
    read = with_agenda(
        folder,
        {
            f"north/2024-01-0{day}.yaml": f"date: 2024-01-0{day}\nterms: {{status: {{{said}}}}}\n"
            for day, said in enumerate(words, 1)
        },
    )
    assert not read.findings
    return Settlements(read.agenda.issues), [statement.terms["status"] for statement in read.statements]


@pytest.mark.parametrize(
    ("by", "term", "implied"),
    [
        (["accepts: part"], "accepts: part", True),
        (["accepts: part"], "accepts: [part, ward]", True),
        (["accepts: [part, ward]"], "accepts: part", False),
        # Only together: of the first two the one, of the last two the other.
        (["accepts: [part, ward]", "accepts: [ward, free]"], "accepts: ward", True),
        ([], "accepts: part", False),
        # At no lower firmness.
        (["accepts: part"], "accepts: [part, ward], firmness: red-line", False),
        (["accepts: part, firmness: red-line"], "accepts: [part, ward]", True),
        (["accepts: part, firmness: red-line"], "accepts: [part, ward], firmness: red-line", True),
        # What leaves open what would do is implied only by what leaves that open too.
        (["accepts: part"], "accepts: [part, ward], vague: true", False),
        (["accepts: part, vague: true"], "accepts: [part, ward], vague: true", True),
        (["accepts: part, vague: true"], "accepts: [part, ward]", True),
        # A term that binds only on a condition is met elsewhere.
        (["accepts: part"], "accepts: part, applies_if: {corridor: yes}", True),
        (["accepts: part, applies_if: {corridor: yes}"], "accepts: part", False),
        (["accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]"], "accepts: [part, free]", True),
        (["accepts: [part, free]"], "accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]", False),
    ],
)
def test_what_terms_imply(tmp_path: Path, by: list[str], term: str, implied: bool) -> None:
    settlements, (*others, last) = terms(tmp_path, *by, term)
    assert settlements.implied(last, others) is implied


def test_what_was_not_found_out_is_not_implied(tmp_path: Path) -> None:
    settlements, (one, other, last) = terms(tmp_path, "accepts: [part, ward]", "accepts: [ward, free]", "accepts: ward")
    assert settlements.implied(last, [one, other], budget=2)
    assert not settlements.implied(last, [one, other], budget=1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("accepts: [part, ward]", "rejects: free", True),
        ("accepts: [part, ward]", "accepts: part, alternatives: [ward]", True),
        ("accepts: part", "accepts: ward", False),
        ("accepts: part", "accepts: part, firmness: red-line", False),
        ("accepts: part", "accepts: part, vague: true", False),
        ("accepts: [part, ward]", "accepts: [part, ward], prefers: ward", False),
        ("accepts: part", "accepts: part, applies_if: {corridor: yes}", False),
        ("accepts: part", "accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]", False),
        ("accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]",
         "accepts: part, alternatives: [{accepts: free, if: {corridor: no}}]", False),
        ("accepts: part, quote: These words", "accepts: part, note: others", True),
    ],
)  # fmt: skip
def test_what_is_the_same_position(tmp_path: Path, one: str, other: str, same: bool) -> None:
    settlements, (first, second) = terms(tmp_path, one, other)
    assert settlements.same([first], [second]) is settlements.same([second], [first]) is same


def test_a_term_as_one_text(tmp_path: Path) -> None:
    """The same for the same form; whatever makes another position of it is in the text."""
    settlements, read = terms(
        tmp_path,
        "accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]",
        "accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}], quote: Words",
        "accepts: [free, part], prefers: part, firmness: red-line, vague: true, applies_if: {corridor: no}",
    )
    assert [settlements.written(term) for term in read] == [
        r'[["[[\"free\"], [[\"corridor\", [\"yes\"]]]]", "[[\"part\"], []]"], [[], "firm", false, "None"]]',
        r'[["[[\"free\"], [[\"corridor\", [\"yes\"]]]]", "[[\"part\"], []]"], [[], "firm", false, "None"]]',
        r'[["[[\"part\", \"free\"], []]"], [[["corridor", ["no"]]], "red-line", true, "part"]]',
    ]


def test_issues_on_steps_read_one_course_of_events(tmp_path: Path) -> None:
    agenda = """
        posdiff: 1
        parties: {north: {name: North}}
        steps: {a: A, b: B, c: C}
        issues: {first: {title: First, kind: sequence}, second: {title: Second, kind: sequence}}
        """
    issues = load(write(tmp_path, {"agenda.yaml": agenda})).agenda.issues
    settlements = Settlements(issues)
    ab, ba, bc = (issues["first"].space.read({"order": [*order]}).piece for order in ("ab", "ba", "bc"))
    assert settlements.side("first")[0] == settlements.side("second")[0]
    assert settlements.box([("first", ab), ("second", ba)]) is None
    assert settlements.boxes((("first", ab), ("second", ba)), (("first", ab),)) == [settlements.box([("first", ab)])]
    one, other = settlements.box([("first", ab)]), settlements.box([("second", bc)])
    assert one is not None
    assert other is not None
    both = settlements.both(one, other)
    assert both == settlements.box([("second", ab), ("first", bc)])
    assert settlements.only(one, "second") == one
    assert settlements.both(one, settlements.box([("second", ba)]) or {}) is None
    # Each condition by itself can come about, and both together cannot.
    assert settlements.both_conditions((("first", ab),), (("second", ba),)) is None
    assert settlements.outside((("first", ab), ("second", ba))) == [{}]
