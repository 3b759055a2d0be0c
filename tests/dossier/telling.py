"""Findings as text, and small dossiers about an agenda that most tests of this folder share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from textwrap import dedent, indent

from posdiff.dossier.dossier import Dossier
from posdiff.findings.finding import Finding
from writing import dossier

AGENDA = """
    posdiff: 1
    title: A war
    parties:
      north: {name: North, aliases: [n]}
      south: {name: South}
      guests: {name: Guests}
    topics: {land: Land}
    steps: {truce: Truce, talks: Talks, retreat: Retreat, vote: {title: Vote, after: retreat}}
    issues:
      status: {topic: land, title: Status, kind: choice, options: {part: Part, ward: Ward, free: Free}, ordered: true}
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      regions: {title: Regions, kind: set, members: {east: East, west: West, coast: Coast}}
      ceiling: {title: Ceiling, kind: quantity, unit: person, unlimited: No ceiling, whole: true}
      area: {title: Area, kind: quantity, unit: km**2}
      deadline: {title: Deadline, kind: date}
      first-steps: {title: What comes first, kind: sequence}
      language: {title: Language, kind: text}
"""
FILE = "north/2024-06-14.yaml"


def told(findings: Iterable[Finding]) -> str:
    """The findings as text: severity, rule and place; the message; the hint, and other places that have part in it."""
    lines = []
    for finding in findings:
        at = finding.location
        lines.append(f"{finding.severity} [{finding.rule}] {at.file}:{at.line}:{at.column}")
        lines.append(f"  {finding.message}")
        lines += [f"  hint: {finding.hint}"] if finding.hint else []
        lines += [f"  see {other.file}:{other.line}:{other.column}" for other in finding.related]
    return "\n".join(lines)


def clean(text: str) -> str:
    """A text written into a test, without its indentation and the line breaks around it."""
    return dedent(text).strip("\n")


def with_agenda(folder: Path, files: Mapping[str, str]) -> Dossier:
    """The dossier of the files beside the agenda above."""
    return dossier(folder, {"agenda.yaml": AGENDA, **files})


def with_terms(folder: Path, terms: str) -> Dossier:
    """The dossier in which North states these terms, from line 3 of its one statement."""
    return with_agenda(folder, {FILE: "date: 2024-06-14\nterms:\n" + indent(clean(terms), "  ") + "\n"})
