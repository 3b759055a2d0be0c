"""Many findings of one rule in one file: twenty are shown and the rest is counted, in every format."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from posdiff.answers.answer import Basis
from posdiff.answers.validate import Validate
from posdiff.dossier.reading.load import assemble
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location
from posdiff.findings.rules import RULES, RuleId, Severity
from posdiff.reports.formats import to_dict, write
from posdiff.review import shown, validation
from posdiff.review.gate import Verdict
from reading_schemas import wrong

MORE = "and 5 more of this rule in this file"


def of_rule(rule: RuleId, number: int, file: str = "a.yaml", severity: Severity = "warning") -> list[Finding]:
    return [Finding(Location(file, line, 1), rule, f"words {line}", severity) for line in range(1, number + 1)]


def answer(findings: list[Finding]) -> Validate:
    """The answer of ``validate`` that these findings are."""
    found = in_order(findings)
    verdict = Verdict(validation.status(found, "error"), found, (), validation.counts(found), {})
    return Validate(
        agenda=assemble([], []).agenda, basis=Basis("p/"), verdict=verdict, threshold="error",
        read=("a.yaml",), home="p/",
    )  # fmt: skip


MANY = answer([*of_rule("bad-url", 25), *of_rule("bad-id", 20), *of_rule("bad-url", 3, "b.yaml")])


def test_twenty_of_a_rule_in_a_file_are_shown_and_the_rest_is_counted() -> None:
    told = [entry for entry in MANY.entries if entry.more]
    assert [(entry.finding.message, entry.finding.location, entry.more) for entry in told] == [
        (MORE, Location("a.yaml", 21, 1), 5)
    ]
    assert len(MANY.entries) == 20 + 1 + 20 + 3
    assert MANY.more == (shown.More("bad-url", "a.yaml", 5),)


def test_the_fingerprints_of_those_that_are_shown_are_their_own() -> None:
    own = dict(zip(MANY.verdict.findings, MANY.verdict.fingerprints, strict=True))
    assert all(entry.fingerprint == own[entry.finding] for entry in MANY.entries if not entry.more)
    assert len({entry.fingerprint for entry in MANY.entries}) == len(MANY.entries)


def test_how_many_there_are_changes_no_fingerprint() -> None:
    fewer, more = (answer(of_rule("bad-url", number)).entries[-1] for number in (22, 30))
    assert fewer.fingerprint == more.fingerprint


def test_the_worst_are_shown_and_what_tells_of_the_rest_is_as_severe_as_the_worst_of_it() -> None:
    mixed = answer([*of_rule("bad-url", 19), *of_rule("bad-url", 22, severity="error")])
    told = [(entry.finding.severity, entry.more) for entry in mixed.entries]
    assert told == [("error", 0)] * 20 + [("error", 21)]


@pytest.mark.parametrize("format", ["text", "markdown", "html", "csv", "gitlab", "sarif", "junit"])
def test_a_format_shows_the_first_twenty_and_one_entry_more(format: str) -> None:
    text = write(MANY, format)
    assert MORE in text
    assert "words 20" in text
    assert "words 21" not in text


def test_github_counts_all_that_it_does_not_show() -> None:
    assert "and 39 more; posdiff validate" in write(MANY, "github")
    alone = answer(of_rule("bad-url", 3) + [f for n in range(6) for f in of_rule("bad-id", 1, f"{n}.yaml")])
    assert "more" not in write(alone, "github")


def test_counts_stay_those_of_all() -> None:
    assert "48 warnings" in write(MANY, "text")
    assert "(48)" in write(MANY, "markdown")
    run = json.loads(write(MANY, "sarif"))["runs"][0]
    assert run["properties"]["counts"]["warning"] == 48
    assert run["properties"]["notShown"] == 5
    assert len(run["results"]) == 44
    suites = ET.fromstring(write(MANY, "junit"))
    assert suites.attrib["tests"] == str(len(suites.findall(".//testcase"))) == "44"
    assert [p.attrib["value"] for p in suites.iter("property") if p.attrib["name"] == "warning"] == ["48"]
    assert len(list(csv.reader(io.StringIO(write(MANY, "csv"))))) == 1 + 44


def test_json_lists_what_is_shown_and_says_what_is_left_out() -> None:
    told = to_dict(MANY)
    assert wrong("validate", told) == []
    assert len(told["findings"]) == 43
    assert told["counts"]["warning"] == 48
    assert told["more"] == [{"rule": "bad-url", "file": "p/a.yaml", "count": 5}]
    assert to_dict(answer(of_rule("bad-url", 20)))["more"] == []


def test_two_hundred_of_a_file_are_shown_and_the_rest_is_counted_rule_by_rule() -> None:
    """The worst come first; of a rule that comes too late nothing is shown, and all is counted."""
    rules: list[RuleId] = [rule.id for rule in list(RULES.values())[:12]]
    many = answer([f for rule in rules for f in of_rule(rule, 19)] + of_rule(rules[0], 30, "b.yaml"))
    of_a = [entry for entry in many.entries if entry.finding.location.file == "a.yaml"]
    counted = [entry.more for entry in of_a if entry.more]
    assert (len(of_a) - len(counted), sum(counted)) == (200, 12 * 19 - 200)
    assert [entry.more for entry in many.entries if entry.finding.location.file == "b.yaml"] == [0] * 20 + [10]
    assert sum(more.number for more in many.more) == 12 * 19 + 30 - 220
    for format in ("text", "markdown", "html", "csv", "gitlab", "sarif", "junit"):
        assert write(many, format).count("more of this rule in this file") >= len(many.more), format
    assert wrong("validate", to_dict(many)) == []
