"""Findings as JUnit XML: a test case for every finding, and one that passes for every file without any.

A finding below ``--fail-on`` passes, with its words as output: a reader is as red as the exit code, and no redder. No
case has an ``error``, which is JUnit's word for a crash.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from posdiff.findings.finding import Finding
from posdiff.reports.escaping import visible
from posdiff.reports.judgement import Judgement


def text(judgement: Judgement) -> str:
    """The findings as one test suite."""
    failing = sum(judgement.fails(finding) for finding in judgement.verdict.findings)
    found = {finding.location.file for finding in judgement.verdict.findings}
    clean = [file for file in judgement.read if file not in found]
    totals = {
        "name": f"posdiff {judgement.command}", "tests": str(len(judgement.verdict.findings) + len(clean) or 1),
        "failures": str(failing), "errors": "0",
    }  # fmt: skip
    root = ET.Element("testsuites", totals)
    suite = ET.SubElement(root, "testsuite", {**totals, "skipped": "0"})
    told = ET.SubElement(suite, "properties")
    for name, value in {"status": judgement.verdict.status, **judgement.verdict.counts}.items():
        ET.SubElement(told, "property", {"name": name, "value": str(value)})
    for finding in judgement.verdict.findings:
        _case(suite, judgement, finding)
    for file in clean:
        _test(suite, judgement, file, "nothing to report")
    if not judgement.verdict.findings and not clean:
        _test(suite, judgement, ".", "nothing to report")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='utf-8'?>\n<!-- posdiff {judgement.command} -->\n{body}\n"


def _test(suite: ET.Element, judgement: Judgement, file: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", {"classname": visible(judgement.path(file)), "name": name})


def _case(suite: ET.Element, judgement: Judgement, finding: Finding) -> None:
    at = finding.location
    case = _test(suite, judgement, at.file, f"[{finding.rule}] line {at.line}, column {at.column}")
    place = f"{judgement.path(at.file)}:{at.line}:{at.column}"
    lines = [f"{finding.severity} [{finding.rule}] {place} {finding.message}"]
    lines += [f"see also {judgement.path(o.file)}:{o.line}:{o.column}" for o in finding.related]
    lines += [f"hint: {finding.hint}"] if finding.hint else []
    words = "\n".join(visible(line) for line in lines)
    if judgement.fails(finding):
        failure = ET.SubElement(case, "failure", {"type": finding.rule, "message": visible(finding.message)})
        failure.text = words
    else:
        ET.SubElement(case, "system-out").text = words
