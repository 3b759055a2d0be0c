"""What stands across issues is counted and shown alike in ``compare`` and ``report``, whatever else is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.dossier.reading.load import load
from posdiff.findings.failure import Failure
from posdiff.reports import formats

WAGES = Path(__file__).parents[3] / "examples" / "wages" / "positions"
DAY = "2026-05-12"
CONFLICT = "1 conflict over several issues"


def written(command: str, format: str, *only: str) -> str:
    """What ``compare`` or ``report`` answers on the union and the employer, in a format."""
    positions = asked(load(WAGES))
    question = positions.compare if command == "compare" else positions.report
    return formats.write(question("union", "employer", at=DAY, only=only), format)


def test_a_deadlock_that_rests_on_a_red_line_is_counted_as_one() -> None:
    for command in ("compare", "report"):
        out = written(command, "markdown")
        ring = out[out.index("## ↻ Deadlock (1)") :]
        assert "*preconditions that no order of events can meet; 1 by demands alone, " in ring
        assert "**RED LINE** **Employer**" in ring


@pytest.mark.parametrize("command", ["compare", "report"])
@pytest.mark.parametrize("only", [(), ("contradiction",), ("conflict",), ("silent",)])
def test_conflicts_over_several_issues_are_counted_in_the_headline(command: str, only: tuple[str, ...]) -> None:
    page = written(command, "markdown", *only)
    assert re.search(rf"(?m)^.*10 issues; 3 contradictions, 1 deadlock, {CONFLICT}, ", page) or only == ("silent",)
    assert CONFLICT in page.partition("## Overview")[0]
    text = written(command, "text", *only)
    assert CONFLICT in text.partition("\n\n")[0]


@pytest.mark.parametrize("command", ["compare", "report"])
@pytest.mark.parametrize("only", ["contradiction", "conflict", "deadlock"])
def test_they_are_shown_where_they_are_asked_for(command: str, only: str) -> None:
    page, text = written(command, "markdown", only), written(command, "text", only)
    titles = {"conflict": "Conflict over several issues", "contradiction": "Contradictions", "deadlock": "Deadlock"}
    for word, title in titles.items():
        assert (f"{title} (" in page) == (word == only)
        assert (f"{title.upper()} (" in text) == (word == only)


def test_a_report_is_made_of_the_parts_of_the_other_commands() -> None:
    """The tables of ``compare`` are, letter by letter, those of ``report``; so are those of ``changes``.

    ``report`` adds what each position rests on.
    """
    positions, parties = asked(load(WAGES)), ("union", "employer")
    report, compare, changes = (
        formats.write(answer, "markdown")
        for answer in (
            positions.report(*parties, since="2026-03-05", at=DAY),
            positions.compare(*parties, at=DAY),
            positions.changes(*parties, since="2026-03-05", until=DAY),
        )
    )
    for out in (compare, changes):
        rows = [_uncited(line) for line in out.splitlines() if line.startswith("|")]
        assert len(rows) > 20
        assert set(rows) <= {_uncited(line) for line in report.splitlines()}


def _uncited(line: str) -> str:
    return re.sub(r"\[\^\d+\]| <br> rests on: [^|]*(?= \|)", "", line)


def test_a_report_with_a_draft_holds_its_tables() -> None:
    positions, parties = asked(load(WAGES)), ("union", "employer")
    report = positions.report(*parties, draft="mediator", at=DAY)
    page = formats.write(report, "markdown")
    assert "## The draft: Proposal of the mediator (2026-05-12)" in page
    alone = formats.write(positions.draft("mediator", *parties, at=DAY), "markdown")
    rows = [_uncited(line) for line in alone.splitlines() if line.startswith("|")]
    assert set(rows) <= {_uncited(line) for line in page.splitlines()}
    anchors = re.findall(r' id="([^"]+)"', formats.write(report, "html"))
    assert len(anchors) == len(set(anchors))
    with pytest.raises(Failure, match="a report with a draft is two tables"):
        formats.write(report, "csv")


def _without_left_out(answer: Answer) -> dict[str, Any]:
    """The JSON of an answer, without what a report says once of all its parts."""
    return {key: value for key, value in formats.to_dict(answer).items() if key not in ("left_out", "silences")}


def test_a_report_with_conflicts_holds_what_that_command_answers() -> None:
    positions, parties = asked(load(WAGES)), ("union", "employer")
    report = positions.report(*parties, draft="mediator", at=DAY, with_conflicts=True)
    alone = positions.conflicts(*parties, at=DAY)
    page, of_command = formats.write(report, "markdown"), formats.write(alone, "markdown")
    assert "## What can hold together <a id" in page
    lines = [line.lstrip("#") for line in map(_uncited, of_command.splitlines()) if line.startswith(("|", "#", "- "))]
    titles = [line for line in lines if "Sources" not in line and not line.startswith(" Union and")]
    assert set(titles) <= {line.lstrip("#") for line in map(_uncited, page.splitlines())}
    assert formats.to_dict(report)["conflicts"] == _without_left_out(alone)
    for format in ("text", "html"):
        assert "hold together" in formats.write(report, format)
    anchors = re.findall(r' id="([^"]+)"', formats.write(report, "html"))
    assert len(anchors) == len(set(anchors))
    with pytest.raises(Failure, match="a report with conflicts is two tables"):
        formats.write(positions.report(*parties, at=DAY, with_conflicts=True), "csv")


def test_the_conflicts_of_a_report_are_those_on_the_issues_asked_for() -> None:
    positions, parties = asked(load(WAGES)), ("union", "employer")
    for issue, topic in (("pay-rise", ()), ((), "pay")):
        report = positions.report(*parties, at=DAY, with_conflicts=True, issue=issue, topic=topic)
        alone = positions.conflicts(*parties, at=DAY, issue=issue, topic=topic)
        assert formats.to_dict(report)["conflicts"] == _without_left_out(alone)
    assert formats.to_dict(positions.report(*parties, at=DAY))["conflicts"] is None


@pytest.mark.parametrize("command", ["compare", "report"])
def test_the_overview_leads_to_every_part(command: str) -> None:
    """Each line is a link to what it is about: in Markdown, HTML and, of a report, DOCX."""
    positions = asked(load(WAGES))
    question = positions.compare if command == "compare" else positions.report
    answer = question("union", "employer", at=DAY)
    page = formats.write(answer, "markdown")
    overview = page[page.index("## Overview") : page.index("## ✗ Contradictions")]
    assert ("**Also below:** [Line of statements](#_statements); [Sources](#_sources)" in overview) == (
        command == "report"
    )
    places = set(re.findall(r"\]\(#([\w-]+)\)", overview))
    assert {"resumption", "_contradiction", "_deadlock-1", "_crossing-1", "_one-sided", "_sources"} <= places
    assert places == set(re.findall(r'<a id="([\w-]+)"></a>', page.replace(overview, "")))
    assert "✗ [**What comes before overtime and talks**](#resumption) | “The works agreement is signed” be" in overview
    html = formats.write(answer, "html")
    assert all(f'href="#{place}"' in html and f' id="{place}"' in html for place in places)


def test_no_cell_of_the_overview_is_longer_than_a_few_lines() -> None:
    report = asked(load(WAGES.parents[2] / "positions")).report("russia", "ukraine", at="2025-08-18")
    page = formats.write(report, "markdown")
    overview = page[page.index("## Overview") : page.index("## ✗ Contradictions")]
    cells = [cell for line in overview.splitlines() if line.startswith("| ") for cell in line.split("|")]
    assert len(cells) > 100
    assert max(map(len, cells)) < 140
    assert any(cell.endswith(" … ") for cell in cells)


def test_a_picture_that_is_too_large_is_left_out_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    report = asked(load(WAGES)).report("union", "employer", at=DAY)
    page = formats.write(report, "html")
    assert page.count('class="chart"') == 2
    assert "too large" not in page
    monkeypatch.setattr("posdiff.reports.charts.leading._MOST_LINES", 7)
    page = formats.write(report, "html")
    assert "too large for a page: <code>posdiff chart grid</code> draws it." in page
    assert page.count('class="chart"') == 2 - page.count("too large for a page")


def test_the_head_of_a_table_that_scrolls_covers_no_row() -> None:
    """What scrolls inside has its own top: a head that stays below the page's form would stand on a row there."""
    page = written("report", "html")
    classes = re.findall(r'<div class="table([^"]*)"', page)
    assert " lines" in classes and " stays" in classes
    assert not [each for each in classes if "lines" in each and "stays" in each]
