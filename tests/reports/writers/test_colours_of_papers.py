"""The colours behind the rows of a four-column paper: letters can be read on them, on a light page and a dark one."""

from __future__ import annotations

import re

import pytest
from test_contrast import LEAST, contrast

from posdiff.reports.writers import html

LETTERS = ("ink", "link", "red", "clash", "common")


def grounds_and_letters() -> list[tuple[str, str]]:
    """Every ground with every colour of letters that may stand on it: of the light page, then of the dark one."""
    pairs = []
    for place in (0, 1):
        roots = [html.read(file).split(":root {")[place + 1].split("}")[0] for file in ("page.css", "landscape.css")]
        colours = dict(re.findall(r"--(\w+): (#\w{6})", "".join(roots)))
        pairs += [(colours[ground], colours[letter]) for ground in ("across", "agreed", "reach") for letter in LETTERS]
    return pairs


def test_letters_on_rows_can_be_read() -> None:
    found = grounds_and_letters()
    assert len(set(found)) == 30
    assert [pair for pair in found if contrast(*pair) < LEAST] == []


def test_letters_on_the_rows_of_a_file_of_word_can_be_read() -> None:
    docx = pytest.importorskip("posdiff.reports.writers.docx")
    grounds = [colour for colour in docx.tables.SHADES.values() if colour]
    letters = ("000000", docx._RED, docx._SOFT)
    assert len(grounds) == 3
    assert all(contrast(f"#{ground}", f"#{letter}") >= LEAST for ground in grounds for letter in letters)
