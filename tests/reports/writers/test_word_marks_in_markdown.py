"""Words taken out and put in, as Markdown shows them: both versions can be read back, blanks as well."""

from __future__ import annotations

import re

import pytest
from generating import law
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison import words
from posdiff.reports.compose.evidence import apart
from posdiff.reports.document import Cell, Column, Document, Row, Section, Table
from posdiff.reports.writers.markdown import write

#: Letters, blanks and line ends; what Markdown takes for marks, entities and links; what stands for unseen letters.
PIECES = (
    *"ab \n\t\r\\[]*_`|~<>&#@+-é\xa0\x1b\u202e⏎", "  ", " \n ", "<del>", "</ins>", "&nbsp;", "<U+000A>", "<U+", "##",
    "https://a.b", "www.a", "<!-- -->", "&", "nbsp;", "@a", "#1",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
#: One letter of a version as it is written: behind a backslash, by its number, as an entity or line break, as it is.
LETTER = re.compile(
    r"(?P<blank>&nbsp;)|\\?<U\+(?P<code>[0-9A-F]{4,6})>|(?P<line>⏎)|\\(?P<kept>[!-/:-@\[-`{-~])|(?P<plain>.)"
)
TAGS = {"<del>": "removed", "<ins>": "added", "</del>": "", "</ins>": ""}


def written(before: str, after: str) -> str:
    """The cell of a table in which the two versions stand."""
    rows = (Row((Cell((apart(words.word_runs(before, after)),)),)),)
    document = Document("drafts", "Title", sections=(Section("", (Table("", (Column("Words"),), rows),)),))
    *_, row = write(document).splitlines()
    return row.removeprefix("| ").removesuffix(" |")


def read_back(cell: str) -> tuple[str, str]:
    """The version before and the one after. A blank beside another one, or at an end, would not be seen."""
    assert not re.search(r"\A | \Z|  | (?:<[^>]*>)+ ", re.sub(r"<!-- -->", "", cell)), cell
    versions, state, place = {"removed": "", "added": ""}, "", 0
    while place < len(cell):
        tag = next((tag for tag in (*TAGS, "<!-- -->") if cell.startswith(tag, place)), None)
        if tag is not None:
            state, place = TAGS.get(tag, state), place + len(tag)
            continue
        letter = LETTER.match(cell, place)
        assert letter is not None, cell
        text = letter["kept"] or letter["plain"] or (" " if letter["blank"] else "\n" if letter["line"] else "")
        for version in (state,) if state else versions:
            versions[version] += text or chr(int(letter["code"], 16))
        place = letter.end()
    return versions["removed"], versions["added"]


@law(150)
@given(TEXTS, TEXTS)
def test_both_versions_are_read_back(before: str, after: str) -> None:
    if before != after:
        assert read_back(written(before, after)) == (before, after)


@pytest.mark.parametrize(
    ("before", "after", "cell"),
    [
        ("At most 5.", "At most 6.", "At most <del>5</del><ins>6</ins>."),
        ("It is  50. No more  than.", "It is 50. No more than.",
         "It is<del>&nbsp;</del>&nbsp;50. No more<del>&nbsp;</del>&nbsp;than."),
        ("One.\nTwo.", "One.\nThree.", "One.⏎<del>Two</del><ins>Three</ins>."),
        ("The site [stays] [moves].", "The site [stays].", r"The site \[stays\]<del> \[moves\]</del>."),
    ],
)  # fmt: skip
def test_how_it_looks(before: str, after: str, cell: str) -> None:
    assert written(before, after) == cell
