"""Are the files right: the findings of reading them, of folding every party's statements, and the verdict on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from posdiff.comparison.deadlocks import own_rings
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import record
from posdiff.dossier.position import Held, Position
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.rules import RULES, SEVERITIES, Severity
from posdiff.review.case import Settings

Status = Literal["ok", "findings", "error"]
Threshold = Literal["error", "warning", "info", "never"]


def validate(dossier: Dossier) -> tuple[Finding, ...]:
    """Every finding on the files of a dossier, worst first."""
    findings = list(dossier.findings)
    last = max((statement.day for statement in dossier.statements), default=0)
    reported = {s.location.file for s in dossier.statements if s.standing == "reported"}
    for party in dossier.agenda.parties:
        told: Sequence[Finding] = record(dossier, party, last).findings
        if reported:
            # What is odd about a reported statement shows only where it counts; the stated ones were judged without.
            both = record(dossier, party, last, with_reported=True).findings
            # Only a withdrawal may be of what was reported: there is no other way to say that it is held no longer.
            idle = {finding.location for finding in both if finding.rule == "withdraws-nothing"}
            told = [f for f in told if f.rule != "withdraws-nothing" or f.location in idle]
            told += [finding for finding in both if finding.location.file in reported]
        findings += told
        findings += _own_rings(dossier, party, last)
    return in_order(findings)


def _own_rings(dossier: Dossier, party: str, last: int) -> list[Finding]:
    """Demands of one party, over its issues, that no course of events can meet: on any day of a statement of its."""
    agenda = dossier.agenda
    if not any(issue.space.uses_steps for issue in agenda.issues.values()):
        return []
    issues = agenda.issues
    steps = [s for s in record(dossier, party, last).moves if issues[s.issue].space.uses_steps]
    found: dict[tuple[str, ...], Finding] = {}
    held: dict[str, Held] = {}
    said = False
    for index, step in enumerate(steps):
        said = said or step.cause == "set"
        if step.after is None:
            held.pop(step.issue, None)
        else:
            held[step.issue] = step.after
        if index + 1 < len(steps) and steps[index + 1].day == step.day:
            continue  # a day is judged at its end
        rings, said = own_rings(agenda, Position(party, step.day, held)) if said else (), False
        for ring in rings:
            places = sorted({owner.held.term.location for edge in ring.edges for owner in edge.owners})
            way = " before ".join([*ring.steps, ring.steps[0]])
            message = f"the orders that {party} asks for are circular: {way}"
            hint = "correct one of the orders, unless the party did say both"
            subject = (party, *ring.steps)
            finding = Finding.of(places[-1], "own-deadlock", message, hint, subject, tuple(places[:-1]))
            found.setdefault(ring.steps, finding)
    return list(found.values())


def status(findings: Sequence[Finding], fail_on: Threshold = "error") -> Status:
    """``error`` where something could not be read (exit code 3), ``findings`` where the gate fails (1), else ``ok``."""
    failing = [finding for finding in findings if reaches(finding.severity, fail_on)]
    errors = {finding.rule for finding in failing if finding.severity == "error"}
    if any(RULES[rule].fixed for rule in errors):
        return "error"
    return "findings" if failing else "ok"


def settled(findings: Iterable[Finding], settings: Settings) -> tuple[Finding, ...]:
    """The findings with the severities of the settings, without those that are turned off, worst first.

    A finding that is less severe than its rule's usually are (a correction that gives its reason) keeps its severity.
    """
    if not settings.levels:
        return in_order(findings)
    kept = []
    for finding in findings:
        level = settings.level(finding.rule, finding.severity)
        if level != "off":
            usual = finding.severity == RULES[finding.rule].severity
            kept.append(finding._replace(severity=level) if usual else finding)
    return in_order(kept)


def reaches(severity: Severity, threshold: Threshold) -> bool:
    """Whether a severity is at or above a threshold; nothing reaches ``never``."""
    return threshold != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(threshold)


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    return {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}


def in_files(findings: Sequence[Finding], files: Sequence[str]) -> tuple[Finding, ...]:
    """The findings in the files named (paths relative to the folder), those in folders named included."""
    return tuple(finding for finding in findings if is_below(finding.location.file, files))


def is_below(file: str, names: Sequence[str]) -> bool:
    """Whether a file is one of those named, or in one of the folders named."""
    kept = [name.rstrip("/") for name in names]
    return any(file == name or file.startswith(f"{name}/") or name in ("", ".") for name in kept)
