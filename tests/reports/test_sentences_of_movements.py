"""Whoever came closer to another and is still apart from it over a red line: each place says both."""

from __future__ import annotations

from pathlib import Path

from answering import asked, asked_in_words
from posdiff.reports import formats
from posdiff.reports.formats import Look
from posdiff.reports.site import feed
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          hours: {title: Hours, kind: quantity, unit: hour}
          leave: {title: Leave, kind: quantity, unit: day}
          notice: {title: Notice, kind: quantity, unit: week}
        """,
    "union/2026-01-10.yaml": """
        date: 2026-01-10
        terms:
          pay: {min: 6, firmness: red-line}
          hours: {max: 35}
          leave: {min: 30, firmness: red-line}
          notice: {min: 8}
        """,
    "council/2026-01-11.yaml": """
        date: 2026-01-11
        terms: {pay: {min: 5, firmness: red-line}, hours: {max: 36}, leave: {min: 29}, notice: {min: 6}}
        """,
    "employer/2026-01-12.yaml": """
        date: 2026-01-12
        terms: {pay: {max: 2}, hours: {min: 40, firmness: red-line}, leave: {max: 20}, notice: {max: 2}}
        """,
    "employer/2026-02-12.yaml": """
        date: 2026-02-12
        title: A second offer
        terms:
          pay: {max: 3}
          hours: {min: 38, firmness: red-line}
          leave: {max: 24, firmness: red-line}
          notice: {max: 4}
        """,
}
CHANGES = """\
Changes from the end of 2026-02-01 to 2026-03-01

Employer
  4 of the 4 positions held on 2026-02-01 changed: 3 softened, 1 shifted; 0 reaffirmed, 0 not stated again.

  Issue     Before             After              Last moved  Movement                                      Red line
  ▽ *Hours  at least 40 hours  at least 38 hours  2026-02-12  closer to Union and Council, still apart ov…  RED LINE
  ↷ *Leave  at most 20 days    at most 24 days    2026-02-12  closer to Council, still apart over a red l…  now RED LINE
  ▽ *Pay    at most 2 percent  at most 3 percent  2026-02-12  closer to Union and Council, still apart ov…
  ▽ Notice  at most 2 weeks    at most 4 weeks    2026-02-12  closer to Union and Council

  * Hours: closer to Union and Council, still apart over a red line of its own
  * Leave: closer to Council, still apart over a red line of its own; closer to Union, still apart over red lines of its
    own and of Union
  * Pay: closer to Union and Council, still apart over a red line of each

  ▽ softened; ↷ shifted
  --full shows before and after with their days; -- ISSUE one issue; --quotes --sources their words and where they stand
"""
#: Of each answer, the lines that tell it.
TOLD = {
    "changes employer --since 2026-02-01 --until 2026-03-01 --against all": [
        "  movement    closer to Union and Council, still apart over a red line of its own",
        "  movement    closer to Union and Council, still apart over a red line of each",
        "  movement    closer to Council, still apart over a red line of its own; closer to Union, still "
        "apart over red lines of its own and of Union",
    ],
    "brief union employer --since 2026-02-01 --at 2026-03-01": [
        "  movement    closer to Union, still apart over a red line of its own",
        "  movement    closer to Union, still apart over red lines of its own and of Union",
        "  movement    closer to Union, still apart over a red line of Union",
    ],
    "chart movement --since 2026-02-01 --until 2026-03-01": [
        "  Closer, and still apart over a red line: Employer towards Union on Pay, Hours and Leave; Employer "
        "towards Council on Pay, Hours and Leave.",
    ],
    "chart timeline --since 2026-02-01 --until 2026-03-01": [
        "  4 moves on 4 issues: 4 closer to others; after 3 of them still apart over a red line from one "
        "that it came closer to",
        "  Pay      Employer   2026-02-12   softened: at most 3 percent; closer to Union and Council, still "
        "apart over a red line of each",
        "  Hours    Employer   2026-02-12   softened: at least 38 hours; closer to Union and Council, still "
        "apart over a red line of its own",
        "  Leave    Employer   2026-02-12   shifted: at most 24 days; closer to Council, still apart over a "
        "red line of its own; closer to Union, still apart over red lines of its own and of Union",
    ],
}
FEED = """\
<summary>Pay, softened: at most 3 percent; closer to Union and Council, still apart over a red line of each
Hours, softened: RED LINE at least 38 hours; closer to Union and Council, still apart over a red line of its own
Leave, shifted: RED LINE at most 24 days; closer to Council, still apart over a red line of its own; closer \
to Union, still apart over red lines of its own and of Union
Notice, softened: at most 4 weeks; closer to Union and Council</summary>
"""


def test_the_overview_says_it_where_the_cell_is_cut(tmp_path: Path) -> None:
    command = "changes employer --since 2026-02-01 --until 2026-03-01 --against all"
    assert (
        formats.write(asked_in_words(dossier(tmp_path, FILES), command), "text", Look(width=120, full=False)) == CHANGES
    )


def test_every_place_says_it_in_the_same_words(tmp_path: Path) -> None:
    found = dossier(tmp_path, FILES)
    for command, lines in TOLD.items():
        text = formats.write(asked_in_words(found, command), "text")
        assert [line for line in text.splitlines() if " apart over " in line] == lines, command
    assert FEED in feed.text(asked(found).site(at="2026-03-01"))


def sentences() -> list[str]:
    """Every line above."""
    return [
        line for page in (CHANGES, *("\n".join(lines) for lines in TOLD.values()), FEED) for line in page.splitlines()
    ]
