"""Findings: the severity of their rule, and the one order in which they are shown."""

from __future__ import annotations

from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location, shown
from posdiff.findings.rules import RULES, SEVERITIES

AT = Location("north/2024-06-14.yaml", 2, 1)


def test_a_finding_has_the_severity_of_its_rule() -> None:
    severities = [Finding.of(AT, rule.id, "words").severity for rule in RULES.values()]
    assert severities == [rule.severity for rule in RULES.values()]
    assert set(severities) == set(SEVERITIES)


def test_only_errors_of_reading_and_of_acceptance_cannot_be_changed() -> None:
    fixed = {rule.when for rule in RULES.values() if rule.fixed}
    assert fixed == {"reading", "acceptance"}
    assert not [rule for rule in RULES.values() if rule.fixed and rule.severity != "error"]
    assert not RULES["term-changed"].fixed


def test_the_worst_comes_first_then_the_place_and_each_once() -> None:
    note = Finding.of(AT, "unanswered-issue", "a note")
    warning = Finding.of(AT, "same-day", "a warning")
    later = Finding.of(AT._replace(line=10), "bad-url", "further down")
    error = Finding.of(AT, "bad-url", "an error")
    assert in_order([note, later, warning, error, warning]) == (error, later, warning, note)


def test_the_way_to_a_file_beside_the_positions_folder() -> None:
    assert shown("positions/", "north/2024-06-14.yaml") == "positions/north/2024-06-14.yaml"
    assert shown("a/positions/", "../.posdiff-accept.yaml") == "a/.posdiff-accept.yaml"
