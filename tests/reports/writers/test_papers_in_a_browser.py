"""The page of a four-column paper in Chromium: wide on paper, each row's colour behind all of it, nothing cut off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from papers import FILES

from answering import asked
from posdiff.reports import formats
from writing import dossier

pytest.importorskip("playwright", reason="needs Playwright: pip install playwright")
from browsing import opened

#: The colour behind a row by its state, on a light page and a dark one.
GROUNDS = {
    "light": {
        "agreed": "rgb(227, 243, 230)",
        "in-reach": "rgb(255, 244, 204)",
        "across-red-line": "rgb(251, 227, 225)",
    },
    "dark": {"agreed": "rgb(23, 51, 35)", "in-reach": "rgb(59, 51, 18)", "across-red-line": "rgb(67, 32, 31)"},
}
COLOURS = """
() => [...document.querySelectorAll("tbody")].map(row => [
  row.className, [...row.querySelectorAll("th, td")].map(cell => getComputedStyle(cell).backgroundColor)])
"""


def test_the_page(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).drafts("offer", "text", columns=4, parties="union", at="2026-05-01")
    (tmp_path / "paper.html").write_text(formats.write(answer, "html"), encoding="utf-8")
    with opened() as browser:
        for scheme, grounds in GROUNDS.items():
            page = browser.new_page(color_scheme=scheme, viewport={"width": 1100, "height": 700})  # type: ignore[arg-type]
            page.goto((tmp_path / "paper.html").as_uri())
            for state, colours in page.evaluate(COLOURS):
                assert colours == [grounds.get(state, "rgba(0, 0, 0, 0)")] * 4
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        printed = page.pdf(prefer_css_page_size=True)
        boxes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([^\]]*)\]", printed)}
        assert [(round(width), round(height)) for _, _, width, height in boxes] == [(842, 595)]
