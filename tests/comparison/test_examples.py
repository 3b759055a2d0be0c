"""The smallest dossiers on which a law was once broken."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from generating import LAST, Sketch, Words, positions, read

from posdiff.comparison.changes import changes
from posdiff.comparison.deadlocks import deadlocks
from posdiff.comparison.relations import compare
from posdiff.documents import parsing

_STEPS: dict[str, Words] = {
    "truce": "Truce",
    "talks": "Talks",
    "treaty": {"title": "Treaty", "after": "truce"},
    "trade": "Trade",
}


def sketch(issues: Mapping[str, Words], said: Mapping[str, Words]) -> Sketch:
    """A dossier of statements, each a mapping of terms under ``party/day``."""
    agenda = {
        "posdiff": "1",
        "parties": {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}},
        "steps": _STEPS,
        "issues": {name: {"title": name.title(), **issue} for name, issue in issues.items()},
    }
    statements = {f"{at}.yaml": {"date": at.partition("/")[2], "terms": terms} for at, terms in said.items()}
    return Sketch(agenda, statements)


def in_turn(*orders: list[Words]) -> Sketch:
    """Ada and Bob on one sequence, each with an order."""
    said = {
        f"{party}/2024-03-01": {"course": {"order": order}} for party, order in zip(("ada", "bob"), orders, strict=True)
    }
    return sketch({"course": {"kind": "sequence"}}, said)


def clash(made: Sketch, *parties: str) -> tuple[str, ...] | None:
    """What clashes between Ada and Bob, asked for in this order."""
    dossier = read(made)
    return compare(dossier.agenda, positions(dossier, parties)).issues[0].clash


def test_saying_one_part_once_more_states_the_position_again_in_part_only() -> None:
    """A text that is added twice is said once; the other part was not said again, and so the whole was not either."""
    added = {"says": "Bread", "adds": "true"}
    made = sketch(
        {"words": {"kind": "text"}},
        {"ada/2024-03-01": {"words": "Peace"}, "ada/2024-03-02": {"words": added}, "ada/2024-03-03": {"words": added}},
    )
    found = changes(read(made), ["ada"], LAST - 4, LAST)[0].changes[0]
    assert (found.kind, [step.kind for step in found.path]) == ("unchanged", ["reaffirmed"])


def test_a_text_that_is_added_on_another_condition_is_a_part_by_itself() -> None:
    """Each binds on its own condition; where neither holds, anything is accepted."""
    pact = {"kind": "choice", "options": {"no": "No", "yes": "Yes", "maybe": "Maybe"}}
    one = {"words": {"says": "Peace", "applies_if": {"pact": "yes"}}}
    other = {"words": {"says": "Bread", "applies_if": {"pact": "no"}, "adds": "true"}}
    made = sketch({"pact": pact, "words": {"kind": "text"}}, {"ada/2024-03-01": one, "ada/2024-03-02": other})
    dossier = read(made)
    parts = positions(dossier, ["ada"])["ada"].terms["words"].demands
    assert [(part.term.offers[0].accepts, part.term.condition) for part in parts] == [
        ("Peace", (("pact", frozenset({"yes"})),)),
        ("Bread", (("pact", frozenset({"no"})),)),
    ]


@pytest.mark.parametrize(
    "together", [["truce", "talks", "trade"], ["truce", "trade", "talks"], ["trade", "truce", "talks"]]
)
def test_three_steps_that_are_together_have_no_order(together: list[Words]) -> None:
    """However three steps are listed that are together, the deadlock that they make is the same."""
    dossiers = [
        read(in_turn([{"together": steps}], ["truce", "trade"])) for steps in (["truce", "talks", "trade"], together)
    ]
    found = [deadlocks(dossier.agenda, positions(dossier, ("ada", "bob")))[0] for dossier in dossiers]
    assert found[0][0].steps == found[1][0].steps


def test_a_clash_of_orders_is_the_same_from_both_sides() -> None:
    """The ring of steps begins with the agenda's first, whoever is named first."""
    made = in_turn(["talks", "trade"], ["trade", "talks"])
    assert clash(made, "ada", "bob") == clash(made, "bob", "ada") == ("talks", "trade")


@pytest.mark.skipif(not parsing.C_PARSER, reason="PyYAML has no C parser here")
@pytest.mark.parametrize("text", ["a: b\n? c: 1", "?  c", "a: {b: }", "a:\n  ? b", "a:", "a:\n  -"])
def test_a_missing_value_has_one_place(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers say in the same place, which exists, that a value is missing."""
    by_c = parsing.parse(text.encode(), "a.yaml")
    monkeypatch.setattr(parsing, "C_PARSER", False)
    assert by_c == parsing.parse(text.encode(), "a.yaml")
    lines = text.split("\n")
    assert by_c.findings
    for finding in by_c.findings:
        assert finding.location.line <= len(lines)
        assert finding.location.column <= len(lines[finding.location.line - 1]) + 1


@pytest.mark.skipif(not parsing.C_PARSER, reason="PyYAML has no C parser here")
def test_a_comment_that_touches_a_block_header_is_refused_by_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only one of the parsers takes is taken by neither."""
    data = b"a: |#\n  b\n"
    by_c = parsing.parse(data, "a.yaml")
    monkeypatch.setattr(parsing, "C_PARSER", False)
    assert by_c == parsing.parse(data, "a.yaml")
