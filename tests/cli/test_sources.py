"""``sources``: one entry for each page, with all that stands on it, the dead ends first."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

import posdiff
from reading_schemas import wrong
from repositories import Repository
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
    assert answer["dead_ends"] == {"no-address": 1, "page-not-here": 0, "repost": 1, "no-copy": 1}
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
        assert [line.split()[0] for line in lines if "): " in line] == ["Neither", "Reposts", "All"]


def test_filters_and_formats(folder: Path) -> None:
    about = json.loads(called("sources", "--issue", "words", "-f", "json", cwd=folder).out)["sources"]
    assert [(each["title"], each["terms"]) for each in about] == [("A letter", 1), ("A page", 1)]
    assert "A &lt;blog&gt; | =x" in called("sources", "-f", "html", cwd=folder).out
    assert "**A \\<blog> \\| =x (repost)**[^2]" in called("sources", "-f", "markdown", cwd=folder).out
    rows = posdiff.open(folder / "positions").sources("north", topic="main").records()
    assert [row["title"] for row in rows] == ["A letter", "A <blog> | =x", "A page"]
    assert called("sources", "-f", "csv", cwd=folder).out.startswith("title,publisher,class,date,url,archive,")
    assert called("sources", "nowhere", cwd=folder).code == 3


def test_a_page_that_is_not_here_is_no_copy(tmp_path: Path) -> None:
    """One page is here, one was deleted, one written over, and one of these is in an archive too; so at a revision."""
    data = b"What was said.\n"
    page = f"sha256: {sha256(data).hexdigest()}}}"
    said = f"""
        date: 2024-01-05
        sources:
          a: {{title: Kept, url: "https://example.org/1", snapshot: {{file: here.txt, {page}}}
          b: {{title: Deleted, url: "https://example.org/2", snapshot: {{file: gone.txt, {page}}}
          c: {{title: Written over, snapshot: {{file: other.txt, {page}}}
          d: {{title: Archived, archive: "https://example.net/4", snapshot: {{file: gone.txt, {page}}}
        terms: {{size: {{accepts: high, source: [a, b, c, d]}}}}
    """
    folder, repository = tmp_path, Repository(tmp_path)
    write(folder, {"agenda.yaml": FILES["agenda.yaml"], "north/2024-01-05.yaml": said})
    write(folder, {"sources/here.txt": data.decode(), "sources/other.txt": "Something else.\n"})
    expected = [
        ("Written over", "changed", ["page-not-here"]), ("Deleted", "not-here", ["no-copy"]),
        ("Archived", "not-here", []), ("Kept", "here", []),
    ]  # fmt: skip
    rows = posdiff.open(folder / "positions").sources().records()
    assert [(row["title"], row["page"], row["dead_ends"]) for row in rows] == expected
    run = called("sources", cwd=folder).out.splitlines()
    assert run[0] == (
        "4 sources: 1 without address and with the page not here, 1 with an address and no copy; "
        "3 with a snapshot that is not here as it was read"
    )
    assert [" ".join(line.split()) for line in run[3:10]] == [
        "No address, and the page not here (1): somebody else may have it",
        "Written over snapshot, changed here 1",
        "No copy (1): neither in an archive nor as a snapshot that is here",
        "Deleted snapshot, not here 1",
        "All others (2): in an archive, or kept as a snapshot",
        "Archived archive; snapshot, not here 1",
        "Kept snapshot 1",
    ]
    repository.git("init", "-q")
    repository.git("add", "--", "positions")
    repository.git("commit", "-qm", "with a page that git has, and another one")
    (folder / "positions/sources/here.txt").unlink()
    write(folder, {"sources/other.txt": data.decode()})
    rows = posdiff.open(folder / "positions", rev="HEAD").sources().records()
    assert [(row["title"], row["page"], row["dead_ends"]) for row in rows] == expected
