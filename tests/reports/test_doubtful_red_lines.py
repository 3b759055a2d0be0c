"""A red line with a quote that is not verified says so wherever a report names it: a dossier in, the sentence out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.formats import Look
from posdiff.reports.site import pages
from writing import dossier

#: The page of one source is kept, and is not on this machine; the other has none, so that its quote is not verified
#: either. South's red line has no quote that could be in doubt.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, east: {name: East}}
        issues:
          seat: {title: Seat, kind: choice, options: {capital: The capital, coast: The coast}}
          fee: {title: Fee, kind: quantity}
        """,
    "north/2026-01-01.yaml": f"""
        date: 2026-01-01
        sources: {{paper: {{title: Paper, snapshot: {{file: paper.txt, sha256: {"a" * 64}}}}}}}
        terms: {{seat: {{accepts: capital, quote: The capital., firmness: red-line}}}}
        """,
    "south/2026-01-01.yaml": """
        date: 2026-01-01
        sources: {letter: {title: Letter}}
        terms: {seat: {accepts: coast, firmness: red-line}, fee: {max: 3, quote: At most three.}}
        """,
    "drafts/2026-02-01-plan.yaml": "date: 2026-02-01\nby: [Us]\noutcomes: {seat: coast}\n",
    "drafts/2026-02-05-offer.yaml": """
        date: 2026-02-05
        by: [Us]
        outcomes: {seat: capital}
        clauses: [{id: a, text: The seat is in the capital., settles: [seat]}]
        """,
}
HEAD, TOLD = "Red lines with a quote that is not verified: ", "North on Seat (quote not verified here)"
DAY = " --at 2026-03-01"
#: What is asked, and whether its text is an overview unless all of it is asked for.
QUESTIONS = {
    f"compare north south{DAY}": True,
    "changes --since 2025-01-01 --until 2026-03-01": True,
    "history --until 2026-03-01": True,
    f"draft plan{DAY}": True,
    f"conflicts{DAY}": True,
    f"matrix{DAY}": True,
    f"drafts plan offer{DAY}": True,
    f"text offer{DAY}": False,
    f"report north south{DAY}": False,
    f"brief north south{DAY}": False,
}


def _words(page: str) -> str:
    return re.sub("<[^>]+>", "", page)


@pytest.mark.parametrize(("question", "overview"), QUESTIONS.items(), ids=lambda each: str(each).split()[0])
def test_told_in_the_head_of_every_answer_that_names_it(question: str, overview: bool, tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), question)
    for full in (True, False) if overview else (True,):
        assert formats.write(answer, "text", Look(200, full=full)).count(f"{HEAD}{TOLD}") == 1, full
    assert formats.write(answer, "markdown").count(f"**{HEAD.strip()}** {TOLD}") == 1
    assert _words(formats.write(answer, "html")).count(f"{HEAD}{TOLD}") == 1


@pytest.mark.parametrize("question", [f"matrix{DAY}", f"drafts plan offer{DAY}", f"text offer{DAY}"])
def test_json_of_answers_without_its_quotes_names_it(question: str, tmp_path: Path) -> None:
    answer = to_dict(asked_in_words(dossier(tmp_path, FILES), question))
    assert answer["doubtful_red_lines"] == [{"party": "north", "issue": "seat", "in_pages": "not-here"}]


def test_a_site_says_it_on_the_pages_that_name_it_without_its_quote(tmp_path: Path) -> None:
    site = pages.files(asked(dossier(tmp_path, FILES)).site(at="2026-03-01"))
    told = [path for path, text in site.items() if path.endswith(".html") and f"{HEAD}{TOLD}" in _words(text)]
    assert told == ["index.html", "drafts/2026-02-01-plan.html", "drafts/2026-02-05-offer.html"]


def test_nothing_is_told_where_no_page_is_kept_or_no_quote_is_in_doubt(tmp_path: Path) -> None:
    for north in ("title: Paper", ""):
        said = FILES["north/2026-01-01.yaml"]
        said = (
            said.replace("quote: The capital., ", "")
            if not north
            else said[: said.index(", snapshot")] + said[said.index("}}}") :]
        )
        answer = asked_in_words(
            dossier(tmp_path / f"{len(north)}", {**FILES, "north/2026-01-01.yaml": said}), f"matrix{DAY}"
        )
        assert HEAD not in formats.write(answer, "text")
        assert to_dict(answer).get("doubtful_red_lines", []) == []
