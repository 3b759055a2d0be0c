"""Findings as annotations of GitHub Actions: workflow commands on stdout.

Data and properties are escaped as GitHub's own toolkit does it (``packages/core/src/command.ts``).
"""

from __future__ import annotations

from posdiff.answers.validate import Validate
from posdiff.findings.finding import Finding
from posdiff.reports import quote_notices, wording
from posdiff.reports.columns import Columns
from posdiff.reports.escaping import visible
from posdiff.reports.evidence_wording import counted

#: GitHub shows ten annotations of a step, and fifty of a job; what is beyond that is lost without a word.
MOST = 10
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def text(answer: Validate) -> str:
    """A line that says what was found, and at most ten annotations: the worst, and how many more there are."""
    verdict, entries = answer.verdict, answer.entries
    said = quote_notices.notices(answer)
    room = MOST - len(said)
    shown = entries if len(entries) <= room else entries[: room - 1]
    columns = Columns(verdict.texts)
    tally = wording.tally(verdict.counts, len(answer.read), len(verdict.accepted), len(verdict.older))
    lines = [f"posdiff {answer.command}: {tally}; status {verdict.status}"]
    lines += [f"::{_LEVELS[severity]} title=posdiff::{_data(words)}" for severity, words in said]
    if answer.by_result is not None and not said:
        lines.append(counted(answer.by_result, answer.has_errors))
    lines += [_annotation(answer, entry.finding, columns) for entry in shown]
    if len(shown) < len(entries):
        rest = len(verdict.findings) - sum(entry.more or 1 for entry in shown)
        more = f"and {rest:,} more; posdiff {answer.command} lists them"
        lines.append(f"::{_LEVELS[entries[len(shown)].finding.severity]} title=posdiff::{_data(more)}")
    if verdict.older:
        lines.append(wording.not_shown(len(verdict.older)))
    return "\n".join(lines) + "\n"


def _annotation(answer: Validate, finding: Finding, columns: Columns) -> str:
    at = finding.location
    span = columns.of(at)
    properties = {"file": visible(answer.path(at.file)), "line": str(at.line), "title": f"posdiff: {finding.rule}"}
    if span:
        properties["col"] = str(span[0])
    pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = visible(finding.message) + (f"\n{visible(finding.hint)}" if finding.hint else "")
    return f"::{_LEVELS[finding.severity]} {pairs}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
