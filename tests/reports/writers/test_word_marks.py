"""Words taken out and put in, as text shows them: both versions can be read back from the line, letter by letter."""

from __future__ import annotations

import re

import pytest
from generating import law
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison import words
from posdiff.reports.compose.evidence import apart
from posdiff.reports.document import Document, Paragraph, Run, Section
from posdiff.reports.writers.terminal import TerminalOptions, write

#: Letters, blanks and line ends; the marks, what they are made of, and what stands for letters that cannot be shown.
PIECES = (
    *"ab \n\t\r\\[]-{}+⏎#<>\u202e\x1b\xa0é", "[-", "-]", "{+", "+}", "[-a-]", "{+b+}", "\\[-", "##[error]", "<U+000A>",
    "<U+", "  ", " \n ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
#: One letter of a version as it is shown: as it is, behind a backslash, by its number, or as the sign of a line break.
LETTER = re.compile(r"\\(?P<kept>.)|<U\+(?P<code>[0-9A-F]{4,6})>|(?P<line>⏎)|(?P<plain>.)")
OPEN, CLOSE = {"[-": "removed", "{+": "added"}, {"removed": "-]", "added": "+}"}


def printed(before: str, after: str) -> str:
    """The line that text shows of two versions; words of the page itself stand before and behind."""
    line = (Run("Words: "), *apart(words.word_runs(before, after)), Run("."))
    document = Document("drafts", "Title", sections=(Section("Clauses", (Paragraph(line),)),))
    *_, shown = write(document, TerminalOptions(None)).splitlines()
    return shown.strip().removeprefix("Words: ").removesuffix(".")


def read_back(line: str) -> tuple[str, str]:
    """The version before and the one after, from left to right."""
    versions, state, place = {"removed": "", "added": ""}, "", 0
    while place < len(line):
        mark = line[place : place + 2]
        if mark == CLOSE.get(state) or (not state and mark in OPEN):
            state, place = "" if state else OPEN[mark], place + 2
            continue
        letter = LETTER.match(line, place)
        assert letter is not None, line
        text = letter["kept"] or letter["plain"] or ("\n" if letter["line"] else chr(int(letter["code"] or "0", 16)))
        for version in (state,) if state else versions:
            versions[version] += text
        place = letter.end()
    return versions["removed"], versions["added"]


@law(100)
@given(TEXTS, TEXTS)
def test_both_versions_are_read_back(before: str, after: str) -> None:
    if before != after:
        assert read_back(printed(before, after)) == (before, after)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("At most 5.", "At most 6.", "At most [-5-]{+6+}."),
        ("Pay [-] rises.", "Pay [-] falls.", r"Pay \[\-] [-rises-]{+falls+}."),
        ("A {+b+} c", "A {+b+} d", r"A \{+b\+} [-c-]{+d+}"),
        ("C:\\one", "C:\\two", r"C:\\[-one-]{+two+}"),
        ("One.\nTwo.", "One.\nThree.", "One.⏎[-Two-]{+Three+}."),
        ("The site [stays] [moves].", "The site [stays].", "The site [stays][- [moves]-]."),
    ],
)
def test_how_it_looks(before: str, after: str, line: str) -> None:
    assert printed(before, after) == line
    assert read_back(line) == (before, after)
