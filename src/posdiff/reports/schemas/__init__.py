"""The published JSON Schemas (draft 2020-12): of the files people write, and of the JSON that commands write."""

from __future__ import annotations

from pathlib import Path

#: ``draft`` is the file, ``draft-result`` what the command ``draft`` writes.
NAMES = (
    "agenda", "statement", "draft", "compare", "changes", "show", "history", "matrix", "draft-result", "conflicts",
    "report", "validate", "check", "issues", "parties", "rules", "explain",
)  # fmt: skip


def text(name: str) -> str:
    """The schema of that name, as JSON text."""
    return (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
