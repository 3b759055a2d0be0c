"""The JSON of ``validate``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.validate import Validate
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location, shown
from posdiff.findings.rules import SEVERITIES, Severity
from posdiff.kinds.forms import TypedDict, limits
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.rules import RuleId
from posdiff.reports.shapes.values import Count
from posdiff.review.validation import Status


class PlaceShape(TypedDict):
    """A place in a file."""

    file: Annotated[str, "The file, as it can be opened from the folder in which the command ran."]
    line: Annotated[int, limits(minimum=1), "The line, from 1."]
    column: Annotated[int, limits(minimum=1), "The column, from 1."]


class _AboutFinding(TypedDict):
    rule: Annotated[RuleId, "The id of the rule, which never changes."]
    severity: Annotated[Severity, "How bad it is."]


class FindingShape(PlaceShape, _AboutFinding):
    """One problem in the files."""

    message: Annotated[str, "What is wrong, in one plain sentence."]
    hint: Annotated[str | None, "What to do next; null when there is nothing to add."]
    fingerprint: Annotated[
        str,
        limits(pattern="^[0-9a-f]{12}$"),
        "Twelve characters that name the finding by its rule, file and values, the same when it moves to another line.",
    ]
    new: Annotated[
        bool | None, "Whether it comes with the edit that was judged; null where none was, or the files alone."
    ]
    related: Annotated[list[PlaceShape], "Other places that have part in it."]


class MoreShape(TypedDict):
    """Findings of one rule in one file that are not listed."""

    rule: Annotated[RuleId, "The id of the rule."]
    file: Annotated[str, "The file, as it can be opened from the folder in which the command ran."]
    count: Annotated[int, limits(minimum=1), "How many there are beyond those listed."]


class VerdictShape(TypedDict):
    """The verdict on the files, and the findings."""

    status: Annotated[
        Status,
        "The verdict: error where a file could not be read (exit code 3), findings with one at or above --fail-on (1), "
        "else ok.",
    ]
    findings: Annotated[
        list[FindingShape], "The findings, worst first; of one rule in one file the first twenty, the rest is in more."
    ]
    more: Annotated[list[MoreShape], "What is counted and not listed: findings of one rule in one file beyond twenty."]
    counts: Annotated[
        dict[Severity, Count],
        Keys("How many findings of severity {} there are."),
        "How many findings there are of each severity.",
    ]


class ValidateShape(VerdictShape):
    """What `posdiff validate --format json` writes: whether the files are right."""

    schema: Annotated[Literal["posdiff/validate/1"], "The name and version of this shape."]


def shape(answer: Validate) -> ValidateShape:
    """The verdict on the files, and the findings."""
    return {"schema": "posdiff/validate/1", **verdict(answer)}


def verdict(answer: Validate) -> VerdictShape:
    """The verdict, and the findings that are listed."""
    judged, root = answer.verdict, answer.basis.root
    return {
        "status": judged.status,
        "findings": [
            _finding(finding, fingerprint, judged.is_new(fingerprint), root)
            for finding, fingerprint, more in answer.entries
            if not more
        ],
        "more": [{"rule": more.rule, "file": shown(root, more.file), "count": more.number} for more in answer.more],
        "counts": {severity: judged.counts[severity] for severity in SEVERITIES},
    }


def _finding(finding: Finding, fingerprint: str, new: bool | None, root: str) -> FindingShape:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        **_place(finding.location, root),
        "message": finding.message,
        "hint": finding.hint,
        "fingerprint": fingerprint,
        "new": new,
        "related": [_place(place, root) for place in finding.related],
    }


def _place(at: Location, root: str) -> PlaceShape:
    return {"file": shown(root, at.file), "line": at.line, "column": at.column}
