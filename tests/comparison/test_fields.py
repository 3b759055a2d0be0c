"""Two terms as plain mappings in, what differs field by field out."""

from __future__ import annotations

from typing import Any

import pytest

from posdiff.comparison.fields import FieldChange, field_changes

#: Before, after, and of each field the keys that lead to it, its value before and that after.
FIELDS: list[tuple[dict[str, Any], dict[str, Any], list[tuple[tuple[str | int, ...], Any, Any]]]] = [
    ({}, {}, []),
    ({"max": 5}, {"max": 5}, []),
    ({"max": 5}, {"max": 6}, [(("max",), 5, 6)]),
    ({"max": 5, "note": "x"}, {"max": 5, "firmness": "firm"}, [(("firmness",), None, "firm"), (("note",), "x", None)]),
    ({"accepts": ["b", "a"]}, {"accepts": ["b", "c"]}, [(("accepts", 1), "a", "c")]),
    ({"accepts": ["b"]}, {"accepts": ["b", "a"]}, [(("accepts", 1), None, "a")]),
    ({"a": {"b": "x", "c": {"d": "y"}}}, {"a": {"b": "z", "c": {"e": "y"}}},
     [(("a", "b"), "x", "z"), (("a", "c", "d"), "y", None), (("a", "c", "e"), None, "y")]),
    # Nothing is passed over by its name, and a mapping that changed as a whole is told field by field.
    ({"if": {"__x": "a"}}, {"if": {"__x": "b"}}, [(("if", "__x"), "a", "b")]),
    ({"if": {"a": "1", "b": "2", "c": "3"}}, {"if": {"d": "1", "e": "2", "f": "3"}},
     [(("if", "a"), "1", None), (("if", "b"), "2", None), (("if", "c"), "3", None),
      (("if", "d"), None, "1"), (("if", "e"), None, "2"), (("if", "f"), None, "3")]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "changes"), FIELDS)
def test_what_differs(
    before: dict[str, Any], after: dict[str, Any], changes: list[tuple[tuple[str | int, ...], Any, Any]]
) -> None:
    assert field_changes(before, after) == tuple(FieldChange(*each) for each in changes)
