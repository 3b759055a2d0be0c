"""The published JSON Schemas (draft 2020-12): of the files people write, and of the JSON that commands write."""

from __future__ import annotations

from pathlib import Path

NAMES = ("agenda", "statement", "draft", "compare", "changes", "show", "history", "validate", "issues", "parties")


def text(name: str) -> str:
    """The schema of that name, as JSON text."""
    return (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
