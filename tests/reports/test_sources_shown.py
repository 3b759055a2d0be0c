"""Where a statement can be read: whose page it is, whether its title is its own, where there is a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked, to_dict
from posdiff.answers.positions import Positions
from posdiff.reports import formats
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}}
        issues: {fee: {title: Fee, kind: quantity, unit: coin}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources:
          post: {title: Fee must fall, publisher: The Post, class: press, url: "https://post.example/1",
                 archive: "https://archive.example/1"}
          page: {title: Page on the fee, described: true, publisher: North, date: 2024-01-02, class: official}
          copy: {class: unknown}
        terms: {fee: {max: 5, source: [post, page, copy]}}
        """,
}


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    return asked(dossier(tmp_path, FILES))


def test_in_text_and_markdown(positions: Positions) -> None:
    answer = positions.show("north", at="2024-06-01")
    text = formats.write(answer, "text")
    assert "north/2024-01-01.yaml:7 [1][2][3]\n" in text
    assert text.partition("\nSOURCES\n")[2].splitlines() == [
        "  [1] Fee must fall, The Post (press), https://post.example/1, archived at https://archive.example/1",
        "  [2] [Page on the fee], North, 2024-01-02 (official)",
        "  [3] copy (class unknown)",
    ]
    assert [line for line in formats.write(answer, "markdown").splitlines() if line.startswith("[^")] == [
        r"[^1]: Fee must fall, The Post (press), <https://post.example/1>, archived at <https://archive.example/1>",
        r"[^2]: \[Page on the fee\], North, 2024-01-02 (official)",
        r"[^3]: copy (class unknown)",
    ]


def test_in_html(positions: Positions) -> None:
    page = formats.write(positions.show("north", at="2024-06-01"), "html")
    link = '<a href="https://{0}.example/1" rel="noreferrer noopener">https://{0}.example/1</a>'
    post, archive = link.format("post"), link.format("archive")
    assert f'<li id="_1" value="1">Fee must fall, The Post (press), {post}, archived at {archive}</li>' in page
    assert '<li id="_2" value="2">[Page on the fee], North, 2024-01-02 (official)</li>' in page


def test_in_json(positions: Positions) -> None:
    (term,) = to_dict(positions.show("north", at="2024-06-01"))["terms"]
    page = {"statement": "2024-01-01", "date": None, "url": None, "archive": None, "accessed": None, "note": None}
    assert term["parts"][0]["sources"] == [
        page | {"key": "post", "title": "Fee must fall", "described": False, "publisher": "The Post", "class": "press",
                "url": "https://post.example/1", "archive": "https://archive.example/1"},
        page | {"key": "page", "title": "Page on the fee", "described": True, "publisher": "North",
                "class": "official", "date": "2024-01-02"},
        page | {"key": "copy", "title": None, "described": False, "publisher": None, "class": "unknown"},
    ]  # fmt: skip


def test_words_that_come_by_two_ways_stand_in_one_place(tmp_path: Path) -> None:
    parties = "{pact: {members: [east, west]}, east: {members: [north]}, west: {members: [north]}, north: {}}"
    files = {
        "agenda.yaml": f"posdiff: 1\nparties: {parties}\nissues: {{fee: {{title: Fee, kind: quantity, unit: coin}}}}\n",
        "pact/2024-01-01.yaml": "date: 2024-01-01\nsources: {page: {title: A page}}\nterms: {fee: {max: 9}}\n",
    }
    text = formats.write(asked(dossier(tmp_path, files)).show("north", at="2024-06-01"), "text")
    assert (
        text.partition("NO TOPIC\n\n")[2]
        == """\
Fee  fee
  position    through east and west, from pact: at most 9 coins  [said 2024-01-01]
              pact/2024-01-01.yaml:3 [1]
  rests on    no quote · no publisher named · 4 months old · coded once

SOURCES
  [1] A page
"""
    )
