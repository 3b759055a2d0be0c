"""What stands above the pages of a site while somebody edits its files: what is wrong with the files as they are."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.validate import Validate
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown
from posdiff.reports import wording
from posdiff.reports.document import Line, Run, line
from posdiff.reports.writers.html.site import Notice

#: Findings that are told one by one above a page.
MOST = 20
_TOLD = ("error", "warning")
_BEFORE = "; the page below is of the files as they were before"


def of_findings(answer: Validate, version: str, is_before: bool) -> Notice:
    """The errors and warnings. ``is_before``: whether the pages are of the files as they were before the errors."""
    counts = {severity: number for severity, number in answer.verdict.counts.items() if severity in _TOLD}
    if not any(counts.values()):
        return Notice(version)
    heading = wording.tally({**counts, "info": 0}, len(answer.read))
    return Notice(version, heading + (_BEFORE if is_before else ""), tuple(_lines(answer)))


def of_failure(failure: Failure, version: str) -> Notice:
    """That the files cannot be read at all."""
    return Notice(version, failure.message + _BEFORE, (line(failure.hint),) if failure.hint else ())


def _lines(answer: Validate) -> Iterator[Line]:
    told = [entry.finding for entry in answer.entries if entry.finding.severity in _TOLD]
    yield from (_line(finding, answer.basis.root) for finding in told[:MOST])
    if len(told) > MOST:
        yield line(f"and {len(told) - MOST:,} more; posdiff {answer.command} lists them")


def _line(finding: Finding, root: str) -> Line:
    """``error [not-a-date] positions/russia/2024-06-14.yaml:1:7: …``, and what to do."""
    at = finding.location
    place = f"{shown(root, at.file)}:{at.line}:{at.column}"
    said = (
        Run(finding.severity, "strong"), Run(f" [{finding.rule}] "), Run(place, "code", file=at.file),
        Run(f" {finding.message}"),
    )  # fmt: skip
    return (*said, Run(f" – {finding.hint}", "faint")) if finding.hint else said
