"""Findings as JUnit XML: a test case for every finding shown, and one that passes for every file without any.

A finding below ``--fail-on`` passes, with its words as output: a reader is as red as the exit code, and no redder. No
case has an ``error``, which is JUnit's word for a crash.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from posdiff.answers.validate import Validate
from posdiff.findings.finding import Finding
from posdiff.reports import quote_notices, wording
from posdiff.reports.escaping import visible


def text(answer: Validate) -> str:
    """The findings as one test suite."""
    older = answer.verdict.older
    shown = [entry.finding for entry in answer.entries]
    failing = sum(answer.fails(finding) for finding in shown)
    with_findings = {finding.location.file for finding in answer.verdict.findings}
    said = quote_notices.notices(answer)
    failing += sum(severity == "error" for severity, _ in said)
    clean = [file for file in answer.read if file not in with_findings]
    totals = {
        "name": f"posdiff {answer.command}", "tests": str(len(shown) + len(clean) + len(said) + bool(older) or 1),
        "failures": str(failing), "errors": "0",
    }  # fmt: skip
    root = ET.Element("testsuites", totals)
    suite = ET.SubElement(root, "testsuite", {**totals, "skipped": "0"})
    properties = ET.SubElement(suite, "properties")
    quotes = {f"quotes {result}": number for result, number in (answer.by_result or {}).items()}
    for name, value in {"status": answer.verdict.status, **answer.verdict.counts, **quotes}.items():
        ET.SubElement(properties, "property", {"name": name, "value": str(value)})
    with_older = {finding.location.file for finding in older}
    if older:
        ET.SubElement(properties, "property", {"name": "older", "value": str(len(older))})
    for finding in shown:
        _case(suite, answer, finding)
    for file in clean:
        _test(suite, answer, file, "nothing new to report" if file in with_older else "nothing to report")
    for severity, words in said:
        case = _test(suite, answer, ".", words)
        if severity == "error":
            ET.SubElement(case, "failure", {"type": "require-verified", "message": words})
    if not shown and not clean and not older and not said:
        _test(suite, answer, ".", "nothing to report")
    if older:
        _test(suite, answer, ".", wording.not_shown(len(older)))
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n<!-- posdiff {answer.command} -->\n{body}\n"


def _test(suite: ET.Element, answer: Validate, file: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", {"classname": visible(answer.path(file)), "name": name})


def _case(suite: ET.Element, answer: Validate, finding: Finding) -> None:
    at = finding.location
    case = _test(suite, answer, at.file, f"[{finding.rule}] line {at.line}, column {at.column}")
    place = f"{answer.path(at.file)}:{at.line}:{at.column}"
    lines = [f"{finding.severity} [{finding.rule}] {place} {finding.message}"]
    lines += [f"see also {answer.path(o.file)}:{o.line}:{o.column}" for o in finding.related]
    lines += [f"hint: {finding.hint}"] if finding.hint else []
    words = "\n".join(visible(line) for line in lines)
    if answer.fails(finding):
        failure = ET.SubElement(case, "failure", {"type": finding.rule, "message": visible(finding.message)})
        failure.text = words
    else:
        ET.SubElement(case, "system-out").text = words
