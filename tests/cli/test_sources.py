"""``sources``: one entry for each page, with all that stands on it, the dead ends first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import posdiff
from reading_schemas import wrong
from running import called
from writing import write

A = 'url: "https://example.org/a"'
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        topics: {main: Main}
        issues:
          size: {title: Size, topic: main, kind: choice, options: {low: Low, high: High}}
          words: {title: Words, kind: text}
        """,
    "north/2024-01-01.yaml": f"""
        date: 2024-01-01
        sources:
          paper: {{title: A page, publisher: A newspaper, {A}, class: press, accessed: 2024-02-01}}
          letter: {{title: A letter}}
          blog: {{title: "A <blog> | =x", url: "https://example.org/b", class: repost}}
          kept: {{title: Kept, url: "https://example.org/k", archive: "https://example.net/k"}}
        terms:
          size: {{accepts: low, quote: Low it is, source: paper, alternatives: [{{accepts: high, source: blog}}]}}
          words: {{says: Words, quote: [{{text: One, source: letter}}, {{text: Two, source: paper}}]}}
        """,
    "south/2024-01-02.yaml": f"""
        date: 2024-01-02
        sources: {{same: {{{A}, archive: "https://example.net/a", accessed: 2024-03-01}}}}
        terms: {{size: high}}
        reactions: {{2024-01-03-plan: {{reaction: rejects, quote: Never}}}}
        """,
    "drafts/2024-01-03-plan.yaml": """
        date: 2024-01-03
        by: [north, A mediator]
        sources: {text: {title: A letter}}
        outcomes: {size: low}
        """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small dossier of six sources, of which two are named twice."""
    write(tmp_path, FILES)
    return tmp_path


def test_one_entry_for_each_page(folder: Path) -> None:
    run = called("sources", "-f", "json", cwd=folder)
    assert (run.code, run.err) == (0, "")
    answer = json.loads(run.out)
    assert wrong("sources", answer) == []
    listed = [(each["title"], each["dead_ends"], each["terms"], each["quotes"]) for each in answer["sources"]]
    assert listed == [
        ("A letter", ["no-address"], 2, 1), ("A <blog> | =x", ["repost", "no-copy"], 1, 0), ("A page", [], 3, 3),
        ("Kept", [], 0, 0),
    ]  # fmt: skip
    assert answer["dead_ends"] == {"no-address": 1, "repost": 1, "no-copy": 1}
    page = answer["sources"][2]
    assert (page["accessed"], page["archive"], page["class"]) == ("2024-03-01", "https://example.net/a", "press")
    told = [(use["statement"], use["issues"], use["reactions"], use["quotes"]) for use in page["named_by"]]
    assert told == [("2024-01-01", ["size", "words"], [], 2), ("2024-01-02", ["size"], ["2024-01-03-plan"], 1)]
    letter = answer["sources"][0]["named_by"]
    assert [(use["statement"], use["draft"]) for use in letter] == [("2024-01-01", None), (None, "2024-01-03-plan")]


def test_the_overview_and_the_whole_as_text(folder: Path) -> None:
    assert called("sources", "south", cwd=folder).out == (
        "1 source: each with a copy\n"
        "  Only sources of South.\n"
        "\n"
        "  Source                                                Read        Copy     Terms  Quotes\n"
        "  All others (1): in an archive, or kept as a snapshot\n"
        "  same                                                  2024-03-01  archive  1      1\n"
        "\n"
        "  --full shows their addresses, and which terms stand on them\n"
    )
    assert called("sources", "south", "--full", cwd=folder).out == (
        "1 source: each with a copy\n"
        "  Only sources of South.\n"
        "\n"
        "ALL OTHERS (1)  in an archive, or kept as a snapshot\n"
        "\n"
        "same [1]\n"
        "  kept               archive\n"
        "                     read 2024-03-01\n"
        "  what stands on it  1 term, 1 reaction, 1 quote\n"
        "  2024-01-02         South: Size; said of 2024-01-03-plan  south/2024-01-02.yaml:2\n"
        "\n"
        "SOURCES\n"
        "  [1] same, https://example.org/a, archived at https://example.net/a\n"
    )


def test_the_lines_of_the_overview_fit(folder: Path) -> None:
    for width in (80, 120):
        lines = called("sources", "--width", str(width), cwd=folder).out.splitlines()
        assert max(map(len, lines)) <= width
        assert [line.split()[0] for line in lines if "): " in line] == ["No", "Reposts", "All"]


def test_filters_and_formats(folder: Path) -> None:
    about = json.loads(called("sources", "--issue", "words", "-f", "json", cwd=folder).out)["sources"]
    assert [(each["title"], each["terms"]) for each in about] == [("A letter", 1), ("A page", 1)]
    assert "A &lt;blog&gt; | =x" in called("sources", "-f", "html", cwd=folder).out
    assert "**A \\<blog> \\| =x (repost)**[^2]" in called("sources", "-f", "markdown", cwd=folder).out
    rows = posdiff.open(folder / "positions").sources("north", topic="main").records()
    assert [row["title"] for row in rows] == ["A letter", "A <blog> | =x", "A page"]
    assert called("sources", "-f", "csv", cwd=folder).out.startswith("title,publisher,class,date,url,archive,")
    assert called("sources", "nowhere", cwd=folder).code == 3
