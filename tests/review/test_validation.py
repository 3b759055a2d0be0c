"""The findings on a whole dossier, the verdict on them, and those of some files only."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from posdiff.dossier.reading.load import load
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location
from posdiff.findings.rules import SEVERITIES, Severity
from posdiff.review.validation import Threshold, counts, in_files, reaches, status, validate
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {truce: Truce, talks: Talks, vote: Vote}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      first-steps: {title: What comes first, kind: sequence}
      last-steps: {title: What comes last, kind: sequence}
"""


def _found(severity: Severity, file: str = "north/2024-06-14.yaml", line: int = 1) -> Finding:
    return Finding(Location(file, line, 1), "unknown-key", "a message", severity)


def _told(folder: Path, files: dict[str, str]) -> str:
    """The findings of the files beside the agenda, a line for each."""
    found = validate(load(write(folder, {"agenda.yaml": AGENDA, **files})))
    assert in_order(found) == found
    return "\n".join(
        f"{f.severity} [{f.rule}] {f.location.file}:{f.location.line}:{f.location.column} {f.message}"
        + "".join(f" (see {other.file}:{other.line}:{other.column})" for other in f.related)
        for f in found
    )


def test_nothing_to_report(tmp_path: Path) -> None:
    assert _told(tmp_path, {"north/2024-06-14.yaml": "date: 2024-06-14\nterms: {status: part}\n"}) == ""


def test_findings_of_the_files_and_of_the_fold_come_together_the_worst_first(tmp_path: Path) -> None:
    files = {
        "joint/2024-01-01.yaml": "date: 2024-01-01\nparties: [north, south]\nwithdraws: all\n",
        "north/2024-06-14.yaml": "date: 2024-06-14\nreaffirms: [2024-01-02]\nterms: {statis: part}\n",
        "south/2024-06-14.yaml": "date: 2024-06-14\nreaffirms: [corridor]\n",
    }
    assert _told(tmp_path, files) == dedent("""
        error [unknown-statement] north/2024-06-14.yaml:2:13 north has no statement `2024-01-02`
        error [unknown-issue] north/2024-06-14.yaml:3:9 no issue `statis` in the agenda
        warning [withdraws-nothing] joint/2024-01-01.yaml:4:1 north holds no position to withdraw
        warning [withdraws-nothing] joint/2024-01-01.yaml:4:1 south holds no position to withdraw
        warning [reaffirms-nothing] south/2024-06-14.yaml:2:13 south holds no position on corridor to reaffirm
    """).strip().replace("joint/2024-01-01.yaml:4:1 ", "joint/2024-01-01.yaml:3:12 ")  # fmt: skip


def test_what_is_odd_about_a_report_is_told_as_if_it_counted(tmp_path: Path) -> None:
    """And what the stated ones say is judged without it."""
    files = {
        "north/2024-01-01.yaml": "date: 2024-01-01\nstanding: reported\nterms: {status: part}\n",
        "north/2024-01-02.yaml": "date: 2024-01-02\nstanding: reported\nwithdraws: [corridor]\n",
        "north/2024-01-03.yaml": "date: 2024-01-03\nreaffirms: [status]\n",
    }
    assert _told(tmp_path, files) == dedent("""
        warning [withdraws-nothing] north/2024-01-02.yaml:3:13 north holds no position on corridor to withdraw
        warning [reaffirms-nothing] north/2024-01-03.yaml:2:13 north holds no position on status to reaffirm
    """).strip()  # fmt: skip


def test_a_stated_withdrawal_may_end_what_was_only_reported(tmp_path: Path) -> None:
    """Without it, a report that the party has since spoken against would be counted with the reported ones for good."""
    files = {
        "north/2024-01-01.yaml": "date: 2024-01-01\nstanding: reported\nterms: {status: part}\n",
        "north/2024-01-02.yaml": "date: 2024-01-02\nwithdraws: [status, corridor]\n",
    }
    assert _told(tmp_path, files) == (
        "warning [withdraws-nothing] north/2024-01-02.yaml:2:21 north holds no position on corridor to withdraw"
    )


def test_orders_of_one_party_that_no_course_of_events_keeps(tmp_path: Path) -> None:
    text = "date: 2024-01-01\nterms:\n  first-steps: {order: [truce, talks]}\n  last-steps: {order: [talks, vote, truce]}\n"  # noqa: E501
    told = _told(tmp_path, {"north/2024-01-01.yaml": text})
    assert told.startswith(
        "warning [own-deadlock] north/2024-01-01.yaml:4:3 the orders that north asks for are circular: "
    )
    assert told.endswith("(see north/2024-01-01.yaml:3:3)")


def test_a_circle_is_told_whatever_else_the_statement_does(tmp_path: Path) -> None:
    files = {
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {first-steps: {order: [truce, talks]}}\n",
        "north/2024-01-02.yaml": "date: 2024-01-02\nterms: {last-steps: {order: [talks, truce]}}\nreaffirms: all\n",
    }
    assert _told(tmp_path, files).count("own-deadlock") == 1


def test_a_circle_that_was_mended_since_is_told_all_the_same_and_once(tmp_path: Path) -> None:
    files = {
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {first-steps: {order: [truce, talks]}}\n",
        "north/2024-01-02.yaml": "date: 2024-01-02\nterms: {last-steps: {order: [talks, truce]}}\n",
        "north/2024-01-03.yaml": "date: 2024-01-03\nterms: {status: part}\n",
        "north/2024-01-04.yaml": "date: 2024-01-04\nwithdraws: [first-steps]\n",
    }
    assert _told(tmp_path, files).count("own-deadlock") == 1


def test_orders_of_two_parties_are_no_fault_of_either(tmp_path: Path) -> None:
    files = {
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {first-steps: {order: [truce, talks]}}\n",
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {first-steps: {order: [talks, truce]}}\n",
    }
    assert _told(tmp_path, files) == ""


@pytest.mark.parametrize(
    ("severities", "threshold", "verdict"),
    [
        ([], "error", "ok"),
        ([], "info", "ok"),
        (["warning"], "error", "ok"),
        (["warning"], "warning", "findings"),
        (["warning"], "info", "findings"),
        (["info"], "warning", "ok"),
        (["info", "error"], "error", "error"),
        (["warning", "error"], "warning", "error"),
        (["error"], "never", "ok"),
    ],
)
def test_the_verdict(severities: list[Severity], threshold: Threshold, verdict: str) -> None:
    assert status([_found(severity) for severity in severities], threshold) == verdict


def test_what_reaches_a_threshold() -> None:
    thresholds: tuple[Threshold, ...] = (*SEVERITIES, "never")
    reached = [[reaches(severity, threshold) for threshold in thresholds] for severity in SEVERITIES]
    assert reached == [[True, True, True, False], [False, True, True, False], [False, False, True, False]]


def test_counts() -> None:
    assert counts([_found("info"), _found("error"), _found("info")]) == {"error": 1, "warning": 0, "info": 2}


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (["north/2024-06-14.yaml"], [1]),
        (["north"], [1, 2]),
        (["north/"], [1, 2]),
        (["."], [1, 2, 3, 4]),
        (["north/2024-06-14.yaml", "south"], [1, 3]),
        (["nor"], []),
        ([], []),
    ],
)
def test_the_findings_in_some_files(names: list[str], lines: list[int]) -> None:
    files = ("north/2024-06-14.yaml", "north/2024-06-14.yaml.yml", "south/2024-06-14.yaml", "agenda.yaml")
    findings = [_found("error", file, line) for line, file in enumerate(files, 1)]
    assert [finding.location.line for finding in in_files(findings, names)] == lines
