"""The nearest names to one that was not found."""

from __future__ import annotations

import pytest

from posdiff.findings.nearest import nearest, suggestion

MANY = [f"issue-{letter}" for letter in "abcdefghijklmno"]


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("corridr", ["status", "corridor"], "did you mean corridor?"),
        ("STATUS", ["status", "corridor"], "did you mean status?"),
        ("troops", ["border", "foreign-troops"], "did you mean foreign-troops?"),
        ("arms", ["arms-supply", "farms"], "did you mean farms or arms-supply?"),
        ("membersip", ["nato-membership", "border"], "did you mean nato-membership?"),
        ("Rim", ["border", "status of rim", "scrimmage"], "did you mean status of rim or scrimmage?"),
        ("or", ["border", "north"], "known: border, north"),
        ("x", ["status", "corridor"], "known: corridor, status"),
        ("x", [], "there are none to choose from"),
        ("x", MANY, "known: " + ", ".join(MANY[:12]) + " and 3 more"),
    ],
)
def test_a_hint(name: str, known: list[str], hint: str) -> None:
    assert suggestion(name, known) == hint


def test_no_more_than_are_asked_for() -> None:
    assert nearest("issue-a", MANY, most=2)[0] == "issue-a"
    assert len(nearest("issue-a", MANY, most=2)) == 2


def test_a_very_long_name_takes_no_long_search() -> None:
    assert nearest("corridor" * 1_000_000, ["corridor"]) == []
