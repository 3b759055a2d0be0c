"""What formats that show findings only say of quotes that are not verified: once, with the counts."""

from __future__ import annotations

from posdiff.answers.validate import Validate
from posdiff.findings.rules import Severity
from posdiff.reports import evidence_wording as words


def notices(answer: Validate) -> list[tuple[Severity, str]]:
    """How many quotes came out each way, where not all are verified; and that all have to be, where they have."""
    counts = answer.by_result
    if counts is None or sum(counts.values()) == counts["verified"]:
        return []
    said: list[tuple[Severity, str]] = [("info", words.counted(counts, answer.has_errors))]
    if answer.lacking:
        said.append(("error", words.required(answer.lacking, answer.command)))
    return said
