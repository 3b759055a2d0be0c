"""Field by field, what differs between two terms: by DeepDiff, the only import of it.

DeepDiff is fed plain mappings of text only, with its short cuts off: by default it passes over keys that begin with two
underscores, and reports a mapping that changed by two thirds as one change.
"""

from typing import Any, NamedTuple


class FieldChange(NamedTuple):
    """One field: the keys that lead to it, and its value on both sides (None where it is absent)."""

    path: tuple[str | int, ...]
    before: Any
    after: Any


def field_changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[FieldChange, ...]:
    """What differs between two plain mappings, sorted by path."""
    if before == after:
        return ()
    from deepdiff import DeepDiff  # heavy: 340 ms, so only when two terms do differ

    differences = DeepDiff(before, after, view="tree", ignore_private_variables=False, threshold_to_diff_deeper=0)
    changes = []
    for levels in differences.values():
        for level in levels:
            path = tuple(level.path(output_format="list"))
            changes.append(FieldChange(path, _value(level.t1), _value(level.t2)))
    # DeepDiff tells what a list lost and won in the order of its hashes, both at one place.
    return tuple(sorted(changes, key=lambda change: ([*map(str, change.path)], str(change.before), str(change.after))))


def _value(side: Any) -> Any:
    return None if type(side).__name__ == "NotPresent" else side
