"""``drafts --columns``: what is refused, in one sentence and with what to do; and what is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from papers import FILES

from running import called
from writing import write

REFUSED = {
    ("offer", "text", "--columns", "3"): "a paper of two drafts has four columns, not `3`",
    ("text", "--columns", "4"): "the four-column paper takes two drafts, not 1",
    ("--columns", "4"): "the four-column paper takes two drafts, not 0",
    ("offer", "text", "--columns", "4", "--format", "json"): "--columns has no json",
    ("offer", "text", "--columns", "4", "--report", "csv=rows.csv"): "--columns has no csv",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write(tmp_path, FILES)
    done = called("drafts", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith(f"posdiff: error: {REFUSED[arguments]}\nhint: ")
    assert done.out == ""
    assert not (tmp_path / "rows.csv").exists()


def test_the_page_has_a_colour_for_each_row_and_prints_wide(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    page = called("drafts", "offer", "text", "--columns", "4", "--format", "html", cwd=tmp_path).out
    assert re.findall(r'<tbody id="([\w-]+)" class="([\w-]+)"', page) == [
        ("clause-1", "in-reach"), ("clause-4", "open"), ("clause-2", "across-red-line"),
        ("clause-8", "across-red-line"), ("clause-3", "agreed"), ("clause-5", "open"), ("clause-7", "agreed"),
        ("bonus", "agreed"), ("parking", "open"),
    ]  # fmt: skip
    assert "size: A4 landscape" in page
    other = called("drafts", "offer", "text", "--format", "html", cwd=tmp_path).out
    assert "landscape" not in other
