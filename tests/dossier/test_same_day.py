"""Two statements of one day that leave an issue otherwise: the one that counts later is told of the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import clean, told
from test_fold import oddities, ordinal, statements

from posdiff.dossier.fold import record


def same_day(at: str, other: str, see: str) -> str:
    """The warning at a place that another statement of the day says something else."""
    return clean(f"""
        warning [same-day] north/{at}
          {other}, of the same day, says something else on status; this one counts
          hint: a party has one position a day: keep the one that was said last
          see {see}
    """)


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ({"jan_1a": "terms: {status: part}", "jan_1b": "terms: {status: free}"},
         same_day("2024-01-01-b.yaml:2:9", "2024-01-01-a", "north/2024-01-01-a.yaml:2:9")),
        ({"jan_1a": "terms: {status: part}", "jan_1b": "withdraws: [status]"},
         same_day("2024-01-01-b.yaml:2:13", "2024-01-01-a", "north/2024-01-01-a.yaml:2:9")),
        ({"jan_1": "terms: {status: part}", "jan_2a": "withdraws: [status]", "jan_2b": "terms: {status: part}"},
         same_day("2024-01-02-b.yaml:2:9", "2024-01-02-a", "north/2024-01-02-a.yaml:1:1")),
        ({"joint_jan_1": "terms: {status: part}", "jan_1": "terms: {status: free}"},
         same_day("2024-01-01.yaml:2:9", "joint/2024-01-01", "joint/2024-01-01.yaml:3:9")),
        # The same again, another day, one statement by itself, and what is added are nothing odd.
        ({"jan_1a": "terms: {status: part}", "jan_1b": "terms: {status: part}"}, ""),
        ({"jan_1a": "terms: {status: part}", "jan_2b": "terms: {status: free}"}, ""),
        ({"jan_1": "terms: {status: part}", "jan_2": "withdraws: all\nterms: {status: free}"}, ""),
        ({"jan_1a": "terms: {regions: {includes: east}}", "jan_1b": "terms: {regions: {includes: west, adds: true}}"},
         ""),
    ],
)  # fmt: skip
def test_what_another_statement_of_the_day_says_otherwise(
    tmp_path: Path, bodies: dict[str, str], expected: str
) -> None:
    assert oddities(statements(tmp_path, **bodies)) == expected


def test_all_parts_of_the_other_statement_are_named(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1a="terms: {regions: {includes: east}}",
        jan_1b="terms: {regions: {includes: west, adds: true}}",
        jan_1c="terms: {regions: {includes: east}}",
    )
    (finding,) = record(read, "north", ordinal("2024-12-31")).findings
    assert told([finding]).splitlines()[3:] == [
        "  see north/2024-01-01-a.yaml:2:9",
        "  see north/2024-01-01-b.yaml:2:9",
    ]


@pytest.mark.parametrize(("first", "then", "values"), [
    ("terms: {status: part}", "withdraws: [status]", ["part", "withdrawn"]),
    ("withdraws: [status]", "terms: {status: part}", ["withdrawn", "part"]),
])  # fmt: skip
def test_what_is_said_on_either_side_is_in_the_subject_of_the_finding(
    tmp_path: Path, first: str, then: str, values: list[str]
) -> None:
    """It stays the same finding while both say the same, and becomes another one when either says something else."""
    read = statements(tmp_path, jan_1="terms: {status: free}", jan_2a=first, jan_2b=then)
    (finding,) = record(read, "north", ordinal("2024-12-31")).findings
    party, issue, other, *said = finding.subject
    assert (party, issue, other) == ("north", "status", "2024-01-02-a")
    assert [value in words for value, words in zip(values, said, strict=True)] == [True, True]
