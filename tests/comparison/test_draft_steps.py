"""Draft against draft: by definition where outcomes are compared, and with clauses as somebody would write them."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from drafting import DRAFTS, drafted
from enumerating import World
from generating import BYTES, EVERY_KIND, KINDS, PARTIES, law, positions, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.draft_steps import circles, clause_steps, in_order, outcome_steps, result_moves
from posdiff.comparison.drafts import against
from posdiff.dossier.statement import Clause, Draft, Reference
from posdiff.findings.location import Location
from writing import dossier as written

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

#: Blanks of every width, line ends, brackets, figures, marks that join what stands before them.
LETTERS = "ab 1[].,’\n\t\r\x85\xa0\u200dé\u0301😀"


def leaves(world: World, issue: str, words: Any) -> Any:
    """Every outcome that a draft leaves open on an issue; of text, the words."""
    several = words["options"] if isinstance(words, dict) and "options" in words else [words]
    if world.kind(issue) == "text":
        return frozenset(each["says"] if isinstance(each, dict) else each for each in several)
    return frozenset().union(*(world.accepts(issue, each) for each in several))


def expected(text: bool, before: Any, after: Any) -> str:
    """What becomes of an outcome, by all that it leaves open."""
    if before is None or after is None:
        return "added" if before is None else "dropped"
    if before == after:
        return "same"
    if after < before or before < after:
        return "narrowed" if after < before else "widened"
    return "reworded" if text else "replaced"


@pytest.mark.parametrize("kind", EVERY_KIND)
@law(60)
@given(data=st.data())
def test_steps_are_those_of_enumeration(kind: str, data: st.DataObject) -> None:
    """What becomes of each outcome, its brackets, and each part of a position."""
    others = data.draw(st.tuples(st.sampled_from(KINDS), st.sampled_from(KINDS)))
    sketch, outcomes = drafted(data.draw(sketches((kind, *others), 3)), data.draw(BYTES))
    apart = {
        f"rules/{id}{number}": {"outcomes": {issue: each}}
        for id, by_issue in outcomes.items()
        for issue, words in by_issue.items()
        for number, each in enumerate(words["options"] if isinstance(words, dict) and "options" in words else [words])
    }
    world = World(sketch.agenda, {**sketch.statements, **apart})
    dossier = read(sketch)
    drafts = [next(draft for draft in dossier.drafts if draft.id == id) for id in DRAFTS]
    told = {
        (each.issue.id, step.before, step.after): (step.change, step.bracket)
        for each in outcome_steps(dossier.agenda, drafts)
        for step in each.steps
    }
    by_hand = {}
    for one, other in pairwise(DRAFTS):
        for issue in sketch.agenda["issues"]:
            said = [outcomes[id].get(issue) for id in (one, other)]
            if said != [None, None]:
                sets = [None if words is None else leaves(world, issue, words) for words in said]
                brackets = [isinstance(words, dict) and "options" in words for words in said]
                kept = said[1] is not None  # brackets are not closed by it that what they stood in was dropped
                bracket = None if brackets[0] == brackets[1] or not kept else "opened" if brackets[1] else "closed"
                by_hand[issue, one, other] = (expected(world.kind(issue) == "text", *sets), bracket)
    assert told == by_hand
    held = positions(dossier, PARTIES[:2])
    for party in held:
        results = [(draft.id, against(dossier.agenda, draft, {party: held[party]})[0]) for draft in drafts]
        moves = [
            (move.before_draft, move.after.issue.id, move.after.part.number, move.before.result, move.after.result)
            for move in result_moves(results)
        ]
        assert moves == [
            (id, was.issue.id, was.part.number, was.result, is_now.result)
            for (id, one), (_, other) in pairwise(results)
            for was, is_now in zip(one.terms, other.terms, strict=True)
            if was.result != is_now.result
        ]


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ("{max: 5, quote: Up to five}", "{max: 5, quote: Up  to five}", ("same", None)),
        ("{max: 5, quote: Up to five}", "{max: 5, quote: No more than five}", ("reworded", None)),
        ("{max: 5, quote: [Up to five, Or so]}", "{max: 5, quote: Up to five}", ("reworded", None)),
        # Where only one of the two has words on file, nothing is known of them.
        ("{max: 5}", "{max: 5, quote: Up to five}", ("same", None)),
        ("{max: 5, quote: Up to five}", "{max: 4, quote: Up to five}", ("narrowed", None)),
        ("{options: [{max: 5, text: Up to five}, {max: 4}]}", "{options: [{max: 5, text: At  most}, {max: 4}]}",
         ("reworded", None)),
        ("{options: [{max: 5, text: Up to five}, {max: 4}]}", "{options: [{max: 5, text: Up  to five}, {max: 4}]}",
         ("same", None)),
        ("{options: [{max: 5}, {max: 4}]}", "{max: 5}", ("same", "closed")),
        ("{max: 5}", "{options: [{max: 6}, {max: 4}]}", ("widened", "opened")),
        ("{options: [{max: 5}, {max: 4}]}", "", ("dropped", None)),
        ("", "{options: [{max: 5}, {max: 4}]}", ("added", "opened")),
    ],
)  # fmt: skip
def test_what_became_of_an_outcome(tmp_path: Path, before: str, after: str, step: tuple[str, str]) -> None:
    files = {"agenda.yaml": "posdiff: 1\nparties: {a: {name: A}}\nissues: {fee: {title: Fee, kind: quantity}}\n"}
    for id, outcome in (("2024-01-01-first", before), ("2024-01-02-second", after)):
        outcomes = f"{{fee: {outcome}}}" if outcome else "{}"
        files[f"drafts/{id}.yaml"] = f"date: {id[:10]}\nby: someone\noutcomes: {outcomes}\n"
    dossier = written(tmp_path, files)
    assert not [finding for finding in dossier.findings if finding.severity == "error"], dossier.findings
    (only,) = outcome_steps(dossier.agenda, dossier.drafts)
    assert [(each.change, each.bracket) for each in only.steps] == [step]


def test_clauses_stand_behind_the_one_that_they_followed() -> None:
    """All ids in the order of the last list, the others behind those that they followed."""
    orders = {"axb ab": "axb", "abx ab": "abx", "xab ab": "xab", "ab xay": "xaby", "abc cab": "cab", "ab cd": "abcd",
              "axb ayb ab": "axyb", "abcx cba": "cxba"}  # fmt: skip
    assert {each: "".join(in_order([[*order] for order in each.split()])) for each in orders} == orders


def draft(id: str, *clauses: tuple[str, str]) -> Draft:
    """A draft of some clauses: ids and words."""
    here = Location("", 1, 1)
    written = tuple(Clause(clause, None, text, (), None, (), None, here) for clause, text in clauses)
    return Draft(id, 0, None, None, "stated", (), None, {}, {}, here, clauses=written)


@pytest.mark.parametrize(
    ("previous", "expected"),
    [
        ("b:a c:b", []),
        ("a:a", ["a"]),
        ("a:b b:a", ["a b"]),
        # From the first that is met on the way; a draft that leads into a circle is not on it.
        ("a:b b:c c:b", ["b c"]),
        ("a:b b:c c:d d:b e:d", ["b c d"]),
        ("a:b b:a c:d d:c", ["a b", "c d"]),
        # What a draft follows may not be on file, and two may follow one.
        ("a:x b:a c:a", []),
    ],
)
def test_drafts_that_follow_themselves(previous: str, expected: list[str]) -> None:
    before = dict(pair.split(":") for pair in previous.split())
    here = Location("", 1, 1)
    drafts = [draft(id)._replace(previous=Reference(before[id], here) if id in before else None) for id in "abcde"]
    assert [" ".join(each.id for each in circle) for circle in circles(drafts)] == expected


def shown(*drafts: Draft) -> list[tuple[str, str, str | None, bool]]:
    """Of each clause: its id, what became of it, its brackets, whether it moved."""
    return [
        (each.id, step.change, step.bracket, step.moved) for each in clause_steps(drafts) for step in each.steps
    ]  # fmt: skip


def test_clauses_are_matched_by_their_ids() -> None:
    first = draft("first", ("1", "The city is shared."), ("2", "Its ports [are] open."), ("3", "Nothing else."))
    second = draft("second", ("1", "The city is [shared]."), ("2a", "New."), ("2", "Its ports are open."))
    assert shown(first, second) == [
        ("1", "reworded", "opened", False),
        ("2a", "added", None, False),
        ("2", "reworded", "closed", False),
        ("3", "dropped", None, False),
    ]


def test_as_few_clauses_as_can_be_have_moved() -> None:
    first = draft("first", *((id, id) for id in "abcde"))
    assert shown(first, draft("second", *((id, id) for id in "eabcd"))) == [
        ("e", "same", None, True), ("a", "same", None, False), ("b", "same", None, False), ("c", "same", None, False),
        ("d", "same", None, False),
    ]  # fmt: skip


@law(200)
@given(st.permutations("abcdef"), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_what_moved_is_the_least_by_enumeration(before: list[str], after: list[str]) -> None:
    """Without the moved ones the order is one, and no smaller number of them would do."""
    moved = {id for id, _, _, moved in shown(draft("a", *((id, id) for id in before)),
                                              draft("b", *((id, id) for id in after))) if moved}  # fmt: skip
    both = [id for id in before if id in after]

    def in_one_order(left_out: set[str]) -> bool:
        return [id for id in before if id in after and id not in left_out] == [
            id for id in after if id in before and id not in left_out
        ]

    assert in_one_order(moved)
    assert not any(in_one_order(set(fewer)) for size in range(len(moved)) for fewer in combinations(both, size))


def test_a_number_is_one_word() -> None:
    before, after = draft("a", ("1", "At most 600,000 [persons].")), draft("b", ("1", "At most 800,000 [persons]."))
    (only,) = clause_steps([before, after])
    assert [(run.kind, run.text) for run in only.steps[0].words] == [
        ("same", "At most "), ("removed", "600,000"), ("added", "800,000"), ("same", " [persons]."),
    ]  # fmt: skip


@law(200)
@given(st.text(LETTERS, max_size=40), st.text(LETTERS, max_size=40))
def test_two_versions_reassemble_from_the_words(before: str, after: str) -> None:
    """``same`` and ``removed`` are the text before; ``same`` and ``added`` that after."""
    (only,) = clause_steps([draft("a", ("1", before)), draft("b", ("1", after))])
    (step,) = only.steps
    if before == after:
        assert (step.change, step.words) == ("same", ())
        return
    assert "".join(run.text for run in step.words if run.kind != "added") == before
    assert "".join(run.text for run in step.words if run.kind != "removed") == after
