"""The page of conflicts where it shows the first of each list, and says how to see the rest; its headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked
from posdiff.answers.conflicts import Conflicts
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.compose import conflicts as compose
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
        issues:
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
        """,
    "union/2026-01-01.yaml": "date: 2026-01-01\nterms: {site: {accepts: stays, firmness: red-line}}\n",
    "employer/2026-01-01.yaml": "date: 2026-01-01\nterms: {site: moves}\n",
    "council/2026-01-01.yaml": "date: 2026-01-01\nterms: {site: closes}\n",
}
#: Where one conflict, one outcome and two rows are the most that is shown.
PAGE = """\
Union, Employer and Council as of 2026-04-01: cannot hold together; the red lines alone can
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  Union                     what it holds can hold together, as far as stated
  Employer                  what it holds can hold together, as far as stated
  Council                   what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (3)  terms that cannot all hold; without any one of them the rest can

1. Site  Union (red line) × Employer (firm)
  1.  Union: RED LINE  Stays  [said 2026-01-01; union/2026-01-01.yaml:2]
      no quote on file
  2.  Employer: Moves  [said 2026-01-01; employer/2026-01-01.yaml:2]
      Given step 1, no outcome is left.

And 2 more: --all explains them
  2. Site  Union (red line) × Council (firm)
  Without a red line (1): Site

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Site
    Union (red line) and Employer (firm)
    or Union (red line) and Council (firm)
    and 1 more: --all shows them

REFUSAL TABLES  for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent
  Site
  Outcome   Union   Employer         Council
  Stays     –       refuses (firm)   refuses (firm)
  And 2 more outcomes: --all shows them.

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.
  Union        Employer   Council   Ways   One of them
  nothing      1 firm     1 firm    1      Employer: Site
                                           Council: Site
  1 red line   1 firm     nothing   1      Union: Site
                                           Employer: Site
  2 of 3 rows, evenly spread: --all shows them all
"""
HEADINGS = (
    "What can hold together",
    "Terms",
    "Verdict",
    "Step by step",
    "Step",
    "Whose",
    "What is said, and what follows",
    "What would have to go, issue by issue",
    "Issues",
    "Any one of these",
    "Site: who refuses what",
    "Outcome",
    "Union",
    "Employer",
    "Council",
    "Who gives what",
    "Ways",
    "One of them",
)


@pytest.fixture
def answer(tmp_path: Path) -> Conflicts:
    """Three parties that agree in no pair."""
    return asked(load(write(tmp_path, FILES))).conflicts(at="2026-04-01")


def test_the_page_on_many_conflicts(answer: Conflicts, monkeypatch: pytest.MonkeyPatch) -> None:
    shorten(monkeypatch)
    assert formats.write(answer, "text") == PAGE


def test_the_headings_of_conflicts(answer: Conflicts) -> None:
    assert headings(compose.document(answer)) == HEADINGS


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page show less than it does."""
    for name, most in (("_MOST_CONFLICTS", 1), ("_MOST_OUTCOMES", 1), ("_MOST_ROWS", 2)):
        monkeypatch.setattr(compose, name, most)


def sentences() -> list[str]:
    """Every line above."""
    return [*HEADINGS, *PAGE.splitlines()]
