"""Overviews of more than fits: what is left out is counted, with the command that shows it; no red line of few is."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_sentences_of_changes import LEFT_OUT, OF_MANY, OF_SAMPLE

import many_offers
from many_parties import many_parties
from running import called
from writing import write

SAMPLE = ("--positions", str(Path(__file__).parents[2] / "positions"))


def test_changes_of_many_parties_fit_a_screen(tmp_path: Path) -> None:
    """Every red line has a line, and --all shows every change."""
    asked = ("changes", "--since", "2024-06-14", "--until", "2026-06-30", "--width", "120")
    short, every = (called(*asked, *more, *SAMPLE, cwd=tmp_path).out for more in ((), ("--all",)))
    red = [line.split("  ")[1] for line in every.splitlines() if line.startswith("  ") and line.endswith("RED LINE")]
    assert len(red) > 5 and all(f"  {title}  " in short for title in red)
    assert LEFT_OUT in " ".join(short.split())
    assert " more, none ever" not in every
    assert len(short.splitlines()) <= 68


@pytest.mark.parametrize("asked", OF_SAMPLE)
def test_overviews_of_the_sample_fit_a_screen(tmp_path: Path, asked: str) -> None:
    out = called(*asked.split(), "--width", "120", *SAMPLE, cwd=tmp_path).out
    for told in OF_SAMPLE[asked]:
        assert told in " ".join(out.split())
    assert len(out.splitlines()) <= 68


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("many"), many_parties(300))


@pytest.mark.parametrize("asked", OF_MANY)
def test_overviews_of_three_hundred_parties_are_bounded(many: Path, asked: str) -> None:
    out = called(*asked.split(), "--width", "120", "--positions", str(many), cwd=many).out
    for told in OF_MANY[asked]:
        assert told in " ".join(out.split())
    assert len(out.splitlines()) <= (60 if asked.startswith("changes") else 250)
    assert len(out) < 20_000


def test_a_picture_of_three_hundred_parties_is_refused(many: Path) -> None:
    run = called("chart", "grid", "--positions", str(many), cwd=many)
    assert run.code == 2
    assert "chart grid draws 40 parties at most, and these are 300" in run.err
    assert "name some of them: posdiff chart grid PARTY PARTY…" in run.err


def test_where_the_search_was_cut_the_overview_says_on_which_issues(tmp_path: Path) -> None:
    write(tmp_path, many_offers.FILES)
    assert "  “ no verdict (the search was cut on “Fleet”)\n" in called("compare", "north", "south", cwd=tmp_path).out
    agenda = many_offers.FILES["agenda.yaml"]
    fleet = agenda[agenda.index("fleet: {") + len("fleet: ") :].rstrip()
    titles = ["Land", "Lakes", "Ports", "Roads", "Rails"]
    issues = "".join(f"  {title.lower()}: {fleet.replace('Fleet', title)}\n" for title in titles)
    files = {"agenda.yaml": f"posdiff: 1\nparties: {{north: {{}}, south: {{}}}}\nissues:\n{issues}"}
    for path, said in many_offers.FILES.items():
        if path != "agenda.yaml":
            day, terms = said.split("terms: {fleet: ")
            of_issues = "".join(f"  {title.lower()}: {terms.rstrip()[:-1]}\n" for title in titles)
            files[path] = f"{day}terms:\n{of_issues}"
    write(tmp_path, files)
    told = "  “ no verdict (the search was cut on “Land”, “Lakes”, “Ports” and 2 more)\n"
    assert told in called("compare", "north", "south", cwd=tmp_path).out
