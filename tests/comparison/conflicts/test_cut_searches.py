"""What is said of small negotiations where a search was cut: bounds that are too small for them in, the rest out."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from test_small_negotiations import NEGOTIATIONS, read, told

from posdiff.comparison.conflicts import cells, clauses, enumeration, questions

#: A negotiation, bounds that are too small for it, and what is said of it but silences and reasons.
CUT: list[tuple[str, dict[tuple[ModuleType, str], int], str]] = [
    ("who gives what", {(enumeration, "MOST_CONFLICTS"): 3}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
not all
complete False True True 6
"""),
    ("who gives what", {(enumeration, "MOST_CONFLICTS"): 1, (cells, "_MOST_GROUPS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
not all
complete False False False 6
"""),
    ("who gives what", {(enumeration, "MOST_CONFLICTS"): 3, (cells, "_MOST_GROUPS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
not all
complete False False False 6
"""),
    ("who gives what", {(enumeration, "MOST_CONCESSIONS"): 2}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
complete True False False 4
"""),
    ("who gives what", {(enumeration, "MOST_CONCESSIONS"): 2, (questions, "MOST_CELLS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
not all
complete False False False 4
"""),
    ("who gives what", {(enumeration, "MOST_CONCESSIONS"): 3, (questions, "MOST_CELLS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict ada pay + bob pay
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
not all
complete False False False 6
"""),
    ("who gives what", {(enumeration, "_MOST_STEPS"): 3}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict cyd site + cyd jobs + the rule
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
not all
complete False True True 6
"""),
    ("who gives what", {(enumeration, "_MOST_STEPS"): 9}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
complete True True True 6
"""),
    ("who gives what", {(enumeration, "_MOST_STEPS"): 10}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
complete True True True 6
"""),
    ("who gives what", {(enumeration, "_MOST_STEPS"): 9, (cells, "_MOST_GROUPS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
not all
complete False False False 6
"""),
    ("who gives what", {(questions, "MOST_QUESTIONS"): 14}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced: not all
over several issues: cyd site + cyd jobs + the rule
complete True True True 6
"""),
    ("who gives what", {(questions, "MOST_QUESTIONS"): 30, (cells, "_MOST_GROUPS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site + the rule
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced: not all
over several issues: cyd site + cyd jobs + the rule
complete False False False 6
"""),
    ("cases, one after the other", {(questions, "MOST_WAYS"): 1, (questions, "MOST_CELLS"): 0}, """
all: undecided
firm: undecided
red_line: undecided
ada alone: undecided
bob alone: undecided
cyd alone: undecided
component site: without ?
forced: not all
excluded: not all
not all
complete False False False 0
"""),
    ("cases, one after the other", {(questions, "MOST_WAYS"): 2, (questions, "MOST_CELLS"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada site + bob site
component site: without ada site or bob site
trade-off ((0, 0, 0), (0, 1, 0), (0, 0, 0)) bob site x1
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada site x1
complete True True True 2
"""),
    ("cases, one after the other", {(questions, "MOST_WAYS"): 1}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada site + bob site
component site: without ada site or bob site
trade-off ((0, 0, 0), (0, 1, 0), (0, 0, 0)) bob site x1
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada site x1
complete True True True 2
"""),
    ("cases, one after the other", {(clauses, "MOST_FAILURES"): 0, (questions, "MOST_CELLS"): 0}, """
all: undecided
firm: undecided
red_line: can-hold
component site: without ?
not all
complete False False False 0
"""),
    ("what follows", {(questions, "MOST_QUESTIONS"): 12}, """
all: can-hold
firm: can-hold
red_line: can-hold
forced: not all
excluded: not all
complete True True True 1
"""),
    ("what follows", {(questions, "MOST_QUESTIONS"): 20}, """
all: can-hold
firm: can-hold
red_line: can-hold
forced: not all
excluded: not all
complete True True True 1
"""),
    ("who gives what", {(questions, "_FEWEST"): 0, (questions, "_MOST_BY_SQUARE"): 400}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced: not all
over several issues: cyd site + cyd jobs + the rule
complete True True True 6
"""),
    ("who gives what", {(questions, "_FEWEST"): 20, (questions, "_MOST_BY_SQUARE"): 0}, """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
conflict bob site + cyd site
conflict cyd site + cyd jobs + the rule
conflict ada pay + bob pay
conflict ada site + cyd site
conflict ada site + bob site
component pay: without ada pay or bob pay+cyd pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced: not all
over several issues: cyd site + cyd jobs + the rule
complete True True True 6
"""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "bounds", "expected"), CUT)
def test_what_is_said_where_a_search_was_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, bounds: dict[tuple[ModuleType, str], int], expected: str
) -> None:
    for bound, most in bounds.items():
        monkeypatch.setattr(*bound, most)
    agenda, held, found = read(tmp_path, NEGOTIATIONS[name])
    lines = [line for line in told(agenda, held, found) if not line.startswith(("silent", "  "))]
    front = found.pareto_front
    lines.append(f"complete {found.complete} {front.complete} {front.sets_complete} {front.number}")
    assert lines == [line for line in expected.split("\n") if line]
