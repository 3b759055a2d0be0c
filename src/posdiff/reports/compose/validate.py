"""The document of ``validate``: what was found, file by file where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.validate import Validate
from posdiff.documents.decoding import lines
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location, shown
from posdiff.findings.rules import SEVERITIES, Severity
from posdiff.reports import wording
from posdiff.reports.document import Choice, Document, Excerpt, Paragraph, Place, Remark, Remarks, Section, line
from posdiff.review.shown import ShownFinding


def document(answer: Validate) -> Document:
    """The findings, the worst first, and what they come to."""
    verdict = answer.verdict
    status = Paragraph(line(wording.status_in_words(verdict.status, answer.threshold)))
    parts = [Section("", (status,), overview=True)]
    files = _Files(answer)
    entries = answer.entries
    parts += [
        _section(severity, verdict.counts[severity], entries, files)
        for severity in SEVERITIES
        if verdict.counts[severity]
    ]
    if verdict.older:
        parts.append(Section("", (Paragraph(line(wording.not_shown(len(verdict.older)), "faint")),)))
    tally = wording.tally(verdict.counts, len(answer.read), len(verdict.accepted), len(verdict.older))
    return Document(
        answer.command, f"posdiff {answer.command}: {verdict.status}", line(tally, "strong"), (), tuple(parts),
        choices=_choices(verdict.findings), mark="" if verdict.findings else "agreed", ends_with_gist=True,
    )  # fmt: skip


class _Files:
    """The lines of the files that findings lie in, each file split once."""

    def __init__(self, answer: Validate) -> None:
        self._answer = answer
        self._lines: dict[str, list[str]] = {}

    def place(self, at: Location) -> Place:
        where = f":{at.line}:{at.column}"
        here = f"{shown(self._answer.basis.root, at.file)}{where}"
        return Place(here, f"{self._answer.path(at.file)}{where}", at.file)

    def excerpt(self, at: Location) -> Excerpt | None:
        """The line of a place; None where it is not known, or blank."""
        texts = self._answer.verdict.texts
        if at.file not in self._lines:
            self._lines[at.file] = lines(texts[at.file]) if at.file in texts else []
        split = self._lines[at.file]
        text = split[at.line - 1] if 0 < at.line <= len(split) else ""
        return Excerpt(at.line, text, at.column) if text.strip() else None


def _section(severity: Severity, count: int, entries: Sequence[ShownFinding], files: _Files) -> Section:
    title = wording.SEVERITY_TITLES[severity]
    remarks = tuple(_remark(entry.finding, files) for entry in entries if entry.finding.severity == severity)
    block = Remarks(title, ("Place", "What was found", "What to do"), remarks)
    return Section(f"{title} ({count:,})", (block,), wording.SEVERITY_MEANINGS[severity], anchor=severity)


def _remark(finding: Finding, files: _Files) -> Remark:
    at = finding.location
    related = tuple(map(files.place, finding.related))
    return Remark(
        finding.severity, finding.rule, files.place(at), finding.message, finding.hint, related, files.excerpt(at)
    )


def _choices(findings: Sequence[Finding]) -> tuple[Choice, ...]:
    rules = sorted({finding.rule for finding in findings})
    severities = [severity for severity in SEVERITIES if any(finding.severity == severity for finding in findings)]
    return (
        Choice("severity", "Severity", tuple((severity, severity) for severity in severities)),
        Choice("rule", "Rule", tuple((rule, rule) for rule in rules)),
    )
