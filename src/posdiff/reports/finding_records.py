"""The rows of findings, and those of quotes that were looked up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from posdiff.reports import evidence_wording, wording
from posdiff.reports.shapes.verify import VerifiedQuoteShape, shape

if TYPE_CHECKING:
    from posdiff.answers.validate import Validate
    from posdiff.answers.verify import Verify

COLUMNS = ("severity", "rule", "file", "line", "column", "message", "hint", "fingerprint", "status")
#: The nearest words of a page, and their line, have a column each.
QUOTE_COLUMNS = tuple(
    name
    for key in VerifiedQuoteShape.__annotations__
    for name in (("near_text", "near_line") if key == "near" else (key,))
)


def rows(answer: Validate) -> list[Sequence[Any]]:
    """A row for each finding that is shown, worst first; then those that count quotes and older findings."""
    verdict = answer.verdict
    found: list[Sequence[Any]] = [
        (
            finding.severity, finding.rule, answer.path(finding.location.file), finding.location.line,
            finding.location.column, finding.message, finding.hint, fingerprint, verdict.status,
        )
        for finding, fingerprint, _ in answer.entries
    ]  # fmt: skip
    counted = [evidence_wording.counted(answer.by_result, answer.has_errors)] if answer.by_result is not None else []
    if verdict.older:
        counted.append(wording.not_shown(len(verdict.older)))
    return [*found, *((*(None,) * 5, words, None, None, verdict.status) for words in counted)]


def quote_rows(answer: Verify) -> list[Sequence[Any]]:
    """A row for each quote, verified or not, with its result."""
    rows_of_quotes: list[Sequence[Any]] = []
    for quote in shape(answer)["quotes"]:
        near = quote["near"]
        nearest = {"near_text": near["text"], "near_line": near["line"]} if near else {}
        told = {**quote, **nearest}
        rows_of_quotes.append([told.get(column) for column in QUOTE_COLUMNS])
    return rows_of_quotes
