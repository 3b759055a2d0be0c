"""Three drafts of a random dossier, each an answer to the one before it."""

from __future__ import annotations

from typing import Any

from generating import Choices, Sketch, accepting

DRAFTS = ("2024-03-01-one", "2024-03-02-two", "2024-03-03-three")


def drafted(sketch: Sketch, data: bytes) -> tuple[Sketch, dict[str, dict[str, Any]]]:
    """A dossier with three drafts; what they say of each issue repeats itself, and so do the words of brackets."""
    choices = Choices(data)
    said = {
        issue: [accepting(choices, sketch.agenda, issue) for _ in range(3)] for issue in sketch.agenda["issues"]
    }  # fmt: skip
    outcomes: dict[str, dict[str, Any]] = {}
    for id in DRAFTS:
        outcomes[id] = {}
        for issue in choices.some(list(said), 1):
            some = [choices.one(said[issue]) for _ in range(choices.one((1, 1, 2, 2, 3)))]
            outcomes[id][issue] = {"options": some} if len(some) > 1 else some[0]
    files = {
        f"drafts/{id}.yaml": {"date": id[:10], "by": "somebody", "outcomes": outcomes[id]} for id in DRAFTS
    }  # fmt: skip
    return Sketch(sketch.agenda, {**sketch.statements, **files}), outcomes
