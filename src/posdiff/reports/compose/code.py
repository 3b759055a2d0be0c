"""Words with code in them, as the pages of the rules write it."""

from __future__ import annotations

from posdiff.reports.document import Line, Run


def spans(text: str) -> Line:
    """Words, and between backticks code."""
    return tuple(Run(part, "code" if number % 2 else "plain") for number, part in enumerate(text.split("`")) if part)
