"""The paper of ``validate`` and ``check``: what was found, file by file where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.validate import Validate
from posdiff.findings.finding import Finding
from posdiff.findings.rules import SEVERITIES, Severity
from posdiff.reports import wording
from posdiff.reports.paper.blocks import Cell, Filter, Line, Paper, Row, Run, Section, Table


def paper(answer: Validate, after: Sequence[Section] = ()) -> Paper:
    """``after``: sections that stand after the findings."""
    verdict = answer.verdict
    lead: tuple[Line, ...] = (
        (Run(f"{wording.tally(verdict.counts, len(answer.read), len(verdict.accepted))}.", "strong"),),
        (Run(wording.status_in_words(verdict.status, answer.threshold)),),
    )
    sections = [_section(answer, severity) for severity in SEVERITIES if verdict.counts[severity]]
    title = f"posdiff {answer.command}: {verdict.status}"
    return Paper(answer.command, title, lead, (*sections, *after), (), _filters(verdict.findings))


def _section(answer: Validate, severity: Severity) -> Section:
    title = wording.SEVERITY_TITLES[severity]
    rows = tuple(_row(answer, finding) for finding in answer.verdict.findings if finding.severity == severity)
    table = Table(title, ("Place", "What was found", "What to do"), rows)
    return Section(f"{title} ({len(rows):,})", (table,), wording.SEVERITY_MEANINGS[severity], "", severity)


def _filters(findings: Sequence[Finding]) -> tuple[Filter, ...]:
    rules = sorted({finding.rule for finding in findings})
    found = [severity for severity in SEVERITIES if any(finding.severity == severity for finding in findings)]
    return (
        Filter("severity", "Severity", tuple((severity, severity) for severity in found)),
        Filter("rule", "Rule", tuple((rule, rule) for rule in rules)),
    )


def _row(answer: Validate, finding: Finding) -> Row:
    at = finding.location
    place: list[Line] = [(Run(f"{answer.path(at.file)}:{at.line}:{at.column}"),), (Run(finding.rule, "faint"),)]
    words: list[Line] = [(Run(finding.message),)]
    words += [(Run(f"see also {answer.path(o.file)}:{o.line}:{o.column}", "faint"),) for o in finding.related]
    hint: tuple[Line, ...] = ((Run(finding.hint),),) if finding.hint else ()
    facets = (("rule", finding.rule), ("severity", finding.severity))
    return Row((Cell(tuple(place)), Cell(tuple(words)), Cell(hint)), None, facets)
