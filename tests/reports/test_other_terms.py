"""Where a line is about another term on an issue it is told which one; what is left out for many is told of some."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}}
    issues:
      bonus: {title: Bonus, kind: set, members: {nights: Nights, weekends: Weekends, feasts: Feasts}}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
    """
FILES = {
    "agenda.yaml": AGENDA,
    "union/2026-03-02.yaml": "date: 2026-03-02\nterms: {bonus: {includes: [nights]}}\n",
    "union/2026-03-09.yaml": "date: 2026-03-09\nterms: {bonus: {excludes: [feasts], adds: true}}\n",
    "union/2026-03-16.yaml": "date: 2026-03-16\nterms: {bonus: {includes: [weekends], adds: true}}\n",
    "employer/2026-03-03.yaml": "date: 2026-03-03\nterms: {bonus: {includes: [nights]}, site: moves}\n",
    "drafts/2026-04-01-offer.yaml": "date: 2026-04-01\nby: [employer]\noutcomes: {bonus: {excludes: [feasts]}}\n",
    "drafts/2026-04-20-text.yaml": "date: 2026-04-20\nby: [employer]\noutcomes: {bonus: {exactly: [nights, feasts]}}\n",
}
OVERVIEW = """\
  Issue                What it does  Party               offer                     text
  Bonus                newly broken  Union               must not include: Feasts  only: Nights and Feasts
  another term: Bonus  newly met     Union and Employer  must not include: Feasts  only: Nights and Feasts
  another term on Bonus, newly met: Union (must include: Nights, 2026-03-02)
"""


def test_another_term_is_named(tmp_path: Path) -> None:
    """By the party, what it says, and its day."""
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", at="2026-05-01")
    assert OVERVIEW in formats.write(answer, "text", Look(width=110, full=False))


def test_other_terms_are_named(tmp_path: Path) -> None:
    """Several of one party in one line; in ``draft`` behind the title of the issue."""
    both = FILES | {
        "drafts/2026-04-20-text.yaml": "date: 2026-04-20\nby: [employer]\noutcomes: {bonus: {exactly: all}}\n",
    }
    answer = asked(dossier(tmp_path, both)).drafts("offer", "text", parties="union", at="2026-05-01")
    told = formats.write(answer, "text", Look(width=140, full=False))
    assert f"  {OTHERS}\n" in told
    judged = asked(dossier(tmp_path, both)).draft("text", "union", at="2026-05-01")
    assert f"  {MET}\n" in formats.write(judged, "text", Look(width=140, full=False))


OTHERS = "other terms on Bonus, newly met: Union (must include: Nights, 2026-03-02; must include: Weekends, 2026-03-16)"
MET = (
    "= Met (2 terms on 1 issue): Bonus (2 other terms: must include: Nights, 2026-03-02; must include: Weekends, "
    "2026-03-16)"
)

#: Of eight parties for whom a draft leaves something out; of seven all are named.
MISSING = {
    8: "now missing: P1 (A; B; C; and 1 more), P2 (A; B; C; and 1 more), P3 (A), P4 (A), P5 (A) and P6 (A); "
    "and 2 more of 2 parties (all: --full)",
    7: "now missing: P1 (A; B; C; and 1 more), P2 (A; B; C; and 1 more), P3 (A), P4 (A), P5 (A), P6 (A) and P7 (A)",
}


@pytest.mark.parametrize("parties", MISSING)
def test_what_is_left_out_for_many(tmp_path: Path, parties: int) -> None:
    ids = [f"p{number}" for number in range(1, parties + 1)]
    names = ", ".join(f"{id}: {{name: {id.upper()}}}" for id in ids)
    issues = "".join(
        f"  {id}: {{title: {id.upper()}, kind: choice, options: {{no: No, yes: Yes}}}}\n" for id in "abcde"
    )
    files = {
        "agenda.yaml": f"posdiff: 1\nparties: {{{names}}}\nissues:\n{issues}",
        **{f"{id}/2026-03-02.yaml": "date: 2026-03-02\nterms: {a: yes}\n" for id in ids},
        **{f"{id}/2026-03-02.yaml": "date: 2026-03-02\nterms: {a: yes, b: yes, c: no, d: no}\n" for id in ids[:2]},
        "drafts/2026-04-01-one.yaml": "date: 2026-04-01\nby: [p1]\noutcomes: {e: yes}\n",
        "drafts/2026-04-02-two.yaml": "date: 2026-04-02\nby: [p1]\nfinal: true\noutcomes: {e: yes}\n",
    }
    answer = asked(dossier(tmp_path, files)).drafts("one", "two", at="2026-05-01")
    assert f"  {MISSING[parties]}\n" in formats.write(answer, "text", Look(width=200, full=False))
    full = formats.write(answer, "text", Look(width=200))
    assert [f"  {id.upper()}: now missing" in full for id in ids] == [True] * parties


def sentences() -> list[str]:
    """Every line above."""
    return [OTHERS, MET, *MISSING.values(), *OVERVIEW.splitlines()]
