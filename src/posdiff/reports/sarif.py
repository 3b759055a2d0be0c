"""Findings as SARIF 2.1.0, within what GitHub's code scanning takes (OASIS sarif-v2.1.0; GitHub, "SARIF support").

A message is no plain text there: braces are placeholders (3.11.5), brackets links (3.11.6); both are escaped.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from posdiff.answers.validate import Validate
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RULES, RuleId, Severity
from posdiff.reports import quote_notices, wording
from posdiff.reports.columns import Columns
from posdiff.reports.escaping import visible
from posdiff.review.pages import page, title
from posdiff.version import __version__

#: GitHub shows so many results of a run, and drops what is beyond that by its own order.
MOST = 5_000
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
#: How the command ends. That files cannot be read is what was found, and no failure of the run.
_CODES = {"ok": 0, "findings": 1, "error": 3}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text(answer: Validate) -> str:
    """The findings as a log of one run."""
    verdict = answer.verdict
    listed = answer.entries[:MOST]
    rules = sorted({entry.finding.rule for entry in listed})
    columns = Columns(verdict.texts)
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "posdiff",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": f"posdiff/{answer.command}/"},
        "invocations": [{"executionSuccessful": True, "exitCode": _CODES[verdict.status]}],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
        "columnKind": "utf16CodeUnits",
        "properties": {
            "status": verdict.status,
            "counts": verdict.counts,
            "notShown": len(verdict.findings) - sum(not entry.more for entry in listed),
        },
        "results": [_result(answer, finding, name, rules, columns) for finding, name, _ in listed],
    }
    if answer.by_result is not None:
        run["properties"]["quotes"] = answer.by_result
    said = quote_notices.notices(answer)
    if verdict.older:
        run["properties"]["older"] = len(verdict.older)
        said.append(("info", wording.not_shown(len(verdict.older))))
    if said:
        told = [{"level": _LEVELS[severity], "message": {"text": _message(words)}} for severity, words in said]
        run["invocations"][0]["toolExecutionNotifications"] = told
    log = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)
    return log.replace("##", "#\\u0023") + "\n"  # a CI runner acts on ##[


def _rule(id: RuleId) -> dict[str, Any]:
    rule = RULES[id]
    return {
        "id": id,
        "shortDescription": {"text": _message(title(id))},
        "fullDescription": {"text": _message(title(id))},
        "help": {"text": page(id), "markdown": page(id)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["posdiff"], "problem.severity": _problem(rule.severity)},
    }


def _problem(severity: Severity) -> str:
    """What GitHub calls a severity."""
    return "recommendation" if severity == "info" else severity


def _result(answer: Validate, finding: Finding, name: str, rules: list[RuleId], columns: Columns) -> dict[str, Any]:
    words = finding.message if not finding.hint else f"{finding.message}. {_sentence(finding.hint)}"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(words)},
        "locations": [_place(answer, finding.location, columns)],
        "partialFingerprints": {"primaryLocationLineHash": name, "posdiff/v1": name},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_place(answer, at, columns)} for number, at in enumerate(finding.related, 1)
        ]
    return result


def _place(answer: Validate, at: Location, columns: Columns) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": at.line}
    if span := columns.of(at):
        start, end = span
        region |= {"startColumn": start, "endLine": at.line, "endColumn": max(start, end)}
    uri = quote(answer.path(at.file).encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}, "region": region}}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _message(text: str) -> str:
    """Plain words as the text of a message."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", visible(text)).replace("{", "{{").replace("}", "}}")
