"""The choices among the options of a draft are counted without going through all of them; brute force does that here.

Each choice is a draft of its own, with one option on each issue, held against the same red lines.
"""

from __future__ import annotations

from itertools import product
from typing import Any
from unittest import mock

from generating import LAST, Sketch, law, positions, read
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison import draft_choices
from posdiff.comparison.draft_choices import choices
from posdiff.comparison.drafts import against

PARTIES = ("north", "south")
OPTIONS = ("a", "b", "c")
DAY = "2024-01-01"


def sketch(terms: dict[str, dict[str, Any]], issues: int, options: int, taken: tuple[int, ...] = ()) -> Sketch:
    """A draft with all options in brackets on each issue; or, with a choice ``taken``, the draft that it makes."""
    named = {option: option.upper() for option in "abcdefgh"[:options]}
    agenda = {
        "posdiff": "1", "title": "T", "parties": {party: {"name": party.title()} for party in terms},
        "issues": {f"pay-{number}": {"title": f"{number}", "kind": "choice", "options": named}
                   for number in range(issues)},
    }  # fmt: skip
    outcomes: dict[str, Any] = {
        id: list(named)[taken[number]] if taken else {"options": [{"accepts": option} for option in named]}
        for number, id in enumerate(agenda["issues"])
    }
    statements = {f"{party}/{DAY}.yaml": {"date": DAY, "terms": held} for party, held in terms.items() if held}
    return Sketch(
        agenda, {**statements, "drafts/2024-01-02.yaml": {"date": "2024-01-02", "by": "somebody", "outcomes": outcomes}}
    )


def said(data: st.DataObject, own: int, issues: int) -> dict[str, Any]:
    """A red line on an issue: some options, or some where another issue comes out so."""
    others = [f"pay-{number}" for number in range(issues) if number != own]
    some = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True)
    term: dict[str, Any] = {"accepts": data.draw(some), "firmness": "red-line"}
    condition = {data.draw(st.sampled_from(others)): data.draw(st.sampled_from(OPTIONS))}
    how = data.draw(st.sampled_from(("", "", "applies_if", "alternatives")))
    return term | ({how: [{"accepts": data.draw(some), "if": condition}] if how == "alternatives" else condition}
                   if how else {})  # fmt: skip


@law(60)
@given(data=st.data())
def test_numbers_and_lists_are_those_of_going_through_all(data: st.DataObject) -> None:
    issues = data.draw(st.integers(2, 4))
    terms = {
        party: {f"pay-{own}": said(data, own, issues) for own in range(issues) if data.draw(st.booleans())}
        for party in PARTIES
    }
    dossier = read(sketch(terms, issues, len(OPTIONS)))
    most = data.draw(st.sampled_from((3, 9, 27, 81)))
    with mock.patch.object(draft_choices, "MOST", most):
        found = choices(dossier.agenda, dossier.drafts[0], positions(dossier, PARTIES))
    assert found is not None and found.total == len(OPTIONS) ** issues
    every = [*product(range(len(OPTIONS)), repeat=issues)]
    free: dict[str, set[tuple[int, ...]]] = {party: set() for party in PARTIES}
    for taken in every:
        one = read(sketch(terms, issues, len(OPTIONS), taken))
        for of in against(one.agenda, one.drafts[0], positions(one, PARTIES, LAST)):
            if of.verdict != "crosses-red-line":
                free[of.party].add(taken)
    together = [taken for taken in every if all(taken in of for of in free.values())]
    assert found.free == {party: len(free[party]) for party in found.free}
    assert found.free_together in (None, len(together))
    assert found.for_all == (() if found.free_together is None else tuple(together[:most]))
    assert found.complete == (len(together) <= most and found.free_together is not None)
    if found.total <= most:
        assert (found.free.keys(), found.free_together) == (free.keys(), len(together))


def test_more_choices_than_are_gone_through_are_counted() -> None:
    """Six issues of five options: 15,625 choices, and as no red line looks at two issues all are counted."""
    terms: dict[str, dict[str, Any]] = {party: {} for party in PARTIES}
    for number in range(6):
        terms["north"][f"pay-{number}"] = {"rejects": "e", "firmness": "red-line"}
        terms["south"][f"pay-{number}"] = {"accepts": ["c", "d", "e"], "firmness": "red-line"}
    dossier = read(sketch(terms, 6, 5))
    found = choices(dossier.agenda, dossier.drafts[0], positions(dossier, PARTIES))
    assert found is not None
    assert (found.total, found.free, found.free_together) == (5**6, {"north": 4**6, "south": 3**6}, 2**6)
    assert found.complete and found.for_all == tuple(product((2, 3), repeat=6))


def test_what_red_lines_tie_together_is_gone_through() -> None:
    """One red line that looks at two issues leaves the others apart; one that looks at five ties too many."""
    term = {"accepts": "a", "firmness": "red-line"}
    two = {"north": {"pay-0": {**term, "applies_if": {"pay-1": "a"}}, "pay-2": term}}
    five = {"north": {"pay-0": {**term, "applies_if": {f"pay-{number}": "a" for number in range(1, 5)}}}}
    counts = []
    for terms in (two, five):
        dossier = read(sketch(terms, 5, 6))
        found = choices(dossier.agenda, dossier.drafts[0], positions(dossier, ["north"]))
        assert found is not None and found.total == 6**5
        counts.append((found.free, found.free_together, len(found.for_all), found.complete))
    both = 6 * 6 - 5  # pay-1 is `a` and pay-0 is not
    assert counts == [({"north": both * 36}, both * 36, both * 36, True), ({}, None, 0, False)]


def test_red_lines_that_no_choice_crosses_tie_nothing_together() -> None:
    """Each looks at two issues of six options, so that all look at five; whatever is chosen, the party takes it."""
    every = {"accepts": [*"abcdef"], "firmness": "red-line"}
    terms = {"north": {f"pay-{number}": {**every, "applies_if": {f"pay-{number + 1}": "a"}} for number in range(4)}}
    dossier = read(sketch(terms, 5, 6))
    found = choices(dossier.agenda, dossier.drafts[0], positions(dossier, ["north"]))
    assert found is not None
    assert (found.free, found.free_together, found.open) == ({"north": 6**5}, 6**5, {"north": 0})
    assert (len(found.for_all), found.complete) == (draft_choices.MOST, False)
