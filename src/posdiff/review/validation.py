"""Validation: the findings of reading the files and of folding every party's statements, and the verdict on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from posdiff.comparison.deadlocks import own_rings
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import own_record
from posdiff.dossier.position import Record, position_of
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.rules import RULES, SEVERITIES, Severity
from posdiff.kinds.steps import circle
from posdiff.review.case import Settings
from posdiff.review.drafts import of_drafts

Status = Literal["ok", "findings", "error"]
Threshold = Literal["error", "warning", "info", "never"]
THRESHOLDS: tuple[Threshold, ...] = get_args(Threshold)


def validate(dossier: Dossier) -> tuple[Finding, ...]:
    """Every finding on the files of a dossier, worst first."""
    findings = list(dossier.findings)
    last = max((statement.day for statement in dossier.statements), default=0)
    reported = {s.location.file for s in dossier.statements if s.standing == "reported"}
    for party in dossier.agenda.parties:
        # What is wrong with the words of a bloc is told once, and not of every member.
        stated = own_record(dossier, party, last, with_reported=False)
        of_party = stated.findings
        if reported:
            # What is odd about a reported statement shows only where it counts; the stated ones were judged without.
            both = own_record(dossier, party, last, with_reported=True).findings
            # Only a withdrawal may be of what was reported: there is no other way to say that it is held no longer.
            idle = {finding.location for finding in both if finding.rule == "withdraws-nothing"}
            of_party = tuple(f for f in of_party if f.rule != "withdraws-nothing" or f.location in idle)
            of_party += tuple(finding for finding in both if finding.location.file in reported)
        findings += of_party
        findings += _own_rings(dossier.agenda, stated)
    findings += of_drafts(dossier)
    return in_order(findings)


def _own_rings(agenda: Agenda, stated: Record) -> list[Finding]:
    """Circular orders within one party's own demands, over all its issues, on any day on which it made one."""
    issues = agenda.issues
    on_steps = stated._replace(moves=tuple(move for move in stated.moves if issues[move.issue].space.uses_steps))
    findings: dict[tuple[str, ...], Finding] = {}
    for day in dict.fromkeys(move.day for move in on_steps.moves if move.cause == "set"):
        for ring in own_rings(agenda, position_of(on_steps, day, issues)):
            places = sorted({owner.part.term.location for edge in ring.edges for owner in edge.owners})
            around = circle(ring.steps, [edge.together for edge in ring.edges], " before ")
            message = f"the orders that {stated.party} asks for are circular: {around}"
            hint = "correct one of the orders, unless the party did say both"
            subject = (stated.party, *ring.steps)
            finding = Finding.of(places[-1], "own-deadlock", message, hint, subject, tuple(places[:-1]))
            findings.setdefault(ring.steps, finding)
    return list(findings.values())


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
