"""What is harmless alone may not be so beside other text: cells, words in brackets, addresses."""

from __future__ import annotations

import csv
import io
import re

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.reports.csv import text_cell
from posdiff.reports.document import Document, Footnote, Paragraph, Run, Section, line
from posdiff.reports.escaping import COMMAND
from posdiff.reports.writers import markdown, terminal


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("we agree;=1+1;x", "we agree;'=1+1;x"),
        ("we agree; \t=1+1", "we agree;'  =1+1"),
        ('we agree;"=1+1"', 'we agree;\'"=1+1"'),
        ("we agree;＠SUM(A1)", "we agree;'＠SUM(A1)"),
        ("we agree;;-x", "we agree;;'-x"),
        ("we agree; we do not", "we agree; we do not"),
        ("1; -5; 3.5", "1; -5; 3.5"),
        ("1; -5+x; 3", "1;' -5+x; 3"),
    ],
)
def test_a_cell_is_no_formula_where_semicolons_separate(text: str, cell: str) -> None:
    assert text_cell(text) == cell


@given(st.text('ab;"= +-@1\n', max_size=12))
def test_no_cell_begins_as_a_formula_by_either_sign(text: str) -> None:
    """Whichever sign a spreadsheet takes for the one that separates: only plain numbers begin with a sign."""
    row = io.StringIO()
    csv.writer(row).writerow([text_cell(text)])
    for separator in ",;":
        for cell in next(csv.reader([row.getvalue()], delimiter=separator), []):
            begun = cell.strip()
            assert begun[:1] not in ("=", "+", "@", "-") or re.fullmatch(r"-\d+", begun), (text, cell)


MADE_BY_TWO = [
    (Run("##"), Run("old", "removed")),
    (Run("#"), Run("#[error]x")),
    (Run("see ##vso"), Run("[task.complete]")),
    (Run("##", cites=(1,)), Run("x")),
]


@pytest.mark.parametrize("runs", MADE_BY_TWO)
@pytest.mark.parametrize("width", [None, 40])
def test_two_texts_make_no_command_of_a_runner(runs: tuple[Run, ...], width: int | None) -> None:
    """GitHub and Azure take ``##[`` for a command wherever in a line it stands: a mark of a word may complete it."""
    section = Section("", (Paragraph(runs),))
    document = Document("compare", "A comparison", line("Words."), (), (section,), (Footnote(1, "A", None, None),))
    for text in (terminal.write(document, terminal.TerminalOptions(width, sources=True)), markdown.write(document)):
        assert COMMAND.search(text) is None, text
        assert "#" in text


@pytest.mark.parametrize(
    "url",
    ["https://example.org/?a=1&copy=2", "https://example.org/?a=1&copy;2", "https://example.org/a&#35;b&amp;c"],
)
def test_an_address_stays_as_it_is_written(url: str) -> None:
    """What has the form of an entity is part of the address, for GitHub too."""
    for written in (markdown.address(url), f"see {markdown.address(url)}."):
        made = cmarkgfm.github_flavored_markdown_to_html(written)
        assert re.findall('href="([^"]*)"', made) == [url.replace("&", "&amp;")]
