"""The rows of ``coverage`` with names: open sentences, and pages that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posdiff.answers.coverage import Coverage
from posdiff.reports.shapes.coverage import shape

COLUMNS = (
    "statement", "parties", "source", "file", "problem", "sentences", "quoted", "dismissed", "open", "line", "text",
    "signals", "text_file",
)  # fmt: skip


def rows(answer: Coverage) -> list[Sequence[Any]]:
    """A row for each open sentence; of a page without any, one row; and one for each page that cannot be read."""
    told = shape(answer)
    found: list[Sequence[Any]] = []
    for each in told["statements"]:
        counts = (each["sentences"], each["quoted"], each["dismissed"], len(each["open"]))
        about = (each["statement"], each["parties"], each["source"], each["file"], None, *counts)
        found += [(*about, left["line"], left["text"], left["signals"], each["text_file"]) for left in each["open"]]
        if not each["open"]:
            found.append((*about, None, None, None, each["text_file"]))
    for unread in told["unread"]:
        found.append((*unread.values(), *[None] * 8))
    return found
