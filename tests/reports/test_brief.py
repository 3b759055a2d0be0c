"""A brief fits on two pages of A4, as Chromium prints it; what is in the way is found of positions, not of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from answering import asked, asked_in_words
from browsing import opened
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import dossier

ROOT = Path(__file__).parents[2]
#: By dossier, briefs with much to say: on two parties, on four, on all; the longest drafts; all that is reported.
ASKED = {
    "positions": (
        "brief russia ukraine --since 2025-08-01 --draft us-28 --at 2026-11-27",
        "brief russia ukraine --since 2022-01-01 --draft e3-counter-text --at 2026-11-27 --with-reported",
        "brief russia ukraine united-states europe --since 2025-08-01 --draft 20-points --at 2026-11-27",
        "brief russia ukraine united-states europe --since 2022-01-01 --draft us-28 --at 2026-11-27 --with-reported",
        "brief russia ukraine united-states europe un-general-assembly --since 2022-01-01 --draft e3-counter-text "
        "--at 2026-11-27 --with-reported",
    ),
    "examples/climate-finance/positions": (
        "brief eu aosis --since 2024-06-10 --draft decision --at 2026-11-27 --with-reported",
        "brief g77 aosis agn eu --since 2024-06-10 --draft decision --at 2026-11-27 --with-reported",
        "brief g77 lmdc agn aosis ldc arab-group india eu us switzerland --since 2024-06-10 --draft decision "
        "--at 2026-11-27 --with-reported",
    ),
    "examples/wages/positions": (
        "brief union employer --since 2026-03-05 --draft mediator --at 2026-05-12 --with-reported",
    ),
}
CASES = [(folder, question) for folder, questions in ASKED.items() for question in questions]


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    return {folder: load(ROOT / folder) for folder in ASKED}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.mark.parametrize(("folder", "question"), CASES)
def test_two_pages_at_most(folder: str, question: str, browser: Browser, dossiers: dict[str, Dossier]) -> None:
    page = browser.new_page()
    page.set_content(formats.write(asked_in_words(dossiers[folder], question), "html"))
    assert _pages(page.pdf(prefer_css_page_size=True)) <= 2
    assert _pages(page.pdf(format="A4")) <= 2
    page.close()


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_of_many_parties_those_with_red_lines_in_the_way_of_a_draft_are_named(dossiers: dict[str, Dossier]) -> None:
    """And that a party's reaction is on some issues is told."""
    question = ASKED["examples/climate-finance/positions"][-1]
    written = formats.write(asked_in_words(dossiers["examples/climate-finance/positions"], question), "markdown")
    told = written.split("The draft: Decision as adopted")[1]
    assert re.findall(r"\*\*([^*:]+):\*\* .*red line", told) == ["G77 and China", "AOSIS", "European Union"]
    assert "no term broken; 1 met, held since the draft's day; accepts it on 3 issues" in told
    assert "And 4 more parties" in told


def test_of_many_parties_who_moved_stands_before_who_first_spoke(dossiers: dict[str, Dossier]) -> None:
    """Of ten parties one has moved towards or away from another: it is told, though others have new red lines."""
    question = ASKED["examples/climate-finance/positions"][-1]
    written = formats.write(asked_in_words(dossiers["examples/climate-finance/positions"], question), "markdown")
    first = written.split("## What moved")[1].split("| --- ")[-1].splitlines()[1]
    assert re.findall(r"\*\*([^*,]+),?\*\*", first) == ["Contributor base", "European Union"]
    assert "farther from Switzerland" in first


FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, east: {name: East}}
        issues:
          tax: {title: Tax, kind: quantity, unit: percent}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, splits: Splits}}
        """,
    "north/2026-03-01.yaml": """
        date: 2026-03-01
        terms: {tax: {max: 5, firmness: red-line}, site: {accepts: [stays, moves], firmness: red-line}}
        """,
    "south/2026-03-02.yaml": """
        date: 2026-03-02
        terms: {tax: {min: 7, firmness: red-line}, site: {accepts: [moves, splits]}}
        """,
    "east/2026-03-03.yaml": """
        date: 2026-03-03
        terms: {tax: {max: 4}, site: {accepts: [stays, splits]}}
        """,
}


def test_the_red_lines_in_the_way(tmp_path: Path) -> None:
    """Against whom each stands alone, and where no two are apart and all together are, against all the others."""
    answer = asked(dossier(tmp_path, FILES)).brief("north", "south", "east", at="2026-04-01")
    assert [(red.issue.id, red.party, red.against, red.facing) for red in answer.red_lines] == [
        ("tax", "south", ("north", "east"), ("north",)),
        ("tax", "north", ("south",), ("south",)),
        ("site", "north", ("south", "east"), ()),
    ]


def test_each_party_with_a_red_line_or_a_move_is_shown(tmp_path: Path) -> None:
    """Of many red lines and moves of one party, none takes the place of another party's only one."""
    issues = "".join(
        f"  i{number}: {{title: Issue {number}, kind: choice, options: {{open: Open, shut: Shut}}}}\n"
        for number in range(9)
    )
    files = {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
        f"issues:\n{issues}",
        "north/2026-03-01.yaml": "date: 2026-03-01\nterms:\n"
        + "".join(f"  i{number}: {{accepts: open, firmness: red-line}}\n" for number in range(8))
        + "  i8: shut\n",
        "south/2026-03-02.yaml": "date: 2026-03-02\nterms: {i0: shut, i1: shut, i2: shut, i3: shut, i4: shut, "
        "i5: shut, i6: shut, i7: shut}\n",
        "east/2026-03-02.yaml": "date: 2026-03-02\nterms: {i8: {accepts: open, firmness: red-line}}\n",
        "south/2026-03-09.yaml": "date: 2026-03-09\nterms: {i0: open, i1: open, i2: open, i3: open, i4: open}\n",
        "east/2026-03-09.yaml": "date: 2026-03-09\nterms: {i7: {accepts: open, firmness: flexible}}\n",
    }
    parties = ("north", "south", "east")
    answer = asked(dossier(tmp_path, files)).brief(*parties, since="2026-03-05", at="2026-03-31")
    text = formats.write(answer, "text")
    assert re.findall("red line +([A-Z][a-z]+): ", text) == ["North", "North", "North", "East"]
    assert re.findall("change +([A-Z][a-z]+), ", text) == ["South", "South", "East"]
    early = asked(dossier(tmp_path / "early", files)).brief(*parties, at="2026-03-05")
    shown = formats.write(early, "text")
    assert re.findall("red line +([A-Z][a-z]+): ", shown) == ["North", "North", "North", "East"]
    assert "And 5 more red lines (Issue 3 (North); " in shown and "--only contradiction --quotes --sources\n" in shown


def test_movement_is_measured_by_the_parties_of_the_brief_unless_others_are_named(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    own = positions.brief("north", "south", since="2026-03-01", at="2026-04-01").changes
    named = positions.brief("north", "south", since="2026-03-01", at="2026-04-01", against="east").changes
    assert own is not None and [party.party for party in own.against] == ["north", "south"]
    assert named is not None and [party.party for party in named.against] == ["east"]
