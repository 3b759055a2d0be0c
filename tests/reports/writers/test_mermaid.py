"""The diagrams of Markdown, as Mermaid itself draws them: whatever stands in titles, they are drawn, and it is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_texts import HOSTILE, written
from playwright.sync_api import Page

from answering import asked
from browsing import MERMAID, opened, script
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.escaping import visible

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).parent.parent / "golden"
_DRAW = """
async (source) => {
  try {
    const {svg} = await mermaid.render('drawn', source);
    const parsed = new DOMParser().parseFromString(svg, 'text/html');
    parsed.querySelectorAll('style').forEach((one) => one.remove());
    const tags = parsed.querySelectorAll('script, img, a, iframe').length;
    return {text: parsed.body.textContent, tags, error: ''};
  } catch (error) { return {text: '', tags: 0, error: String(error)}; }
}
"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    source = script(MERMAID)
    with opened() as browser:
        page = browser.new_page()
        page.set_content("<!doctype html><title>Diagrams</title><body></body>")
        page.add_script_tag(content=source)
        page.evaluate("mermaid.initialize({startOnLoad: false})")  # as GitHub has it: the level of security is strict
        yield page


def diagrams(markdown: str) -> list[str]:
    return re.findall(r"^```mermaid\n(.*?)^```$", markdown, flags=re.DOTALL | re.MULTILINE)


def drawn(page: Page, diagram: str) -> str:
    """The words of a diagram, as drawn, without blanks."""
    result = page.evaluate(_DRAW, diagram)
    assert result["error"] == "", diagram
    assert result["tags"] == 0, diagram
    return re.sub(r"\s+", "", result["text"])


def test_the_sample_and_the_wage_round(page: Page) -> None:
    report = asked(load(ROOT / "positions")).report("russia", "ukraine", at="2025-08-18")
    golden = (GOLDEN / "wages-report.md").read_text(encoding="utf-8")
    found = diagrams(formats.write(report, "markdown")) + diagrams(golden)
    assert {diagram.split()[0] for diagram in found} == {"flowchart", "timeline"}
    for diagram in found:
        assert drawn(page, diagram)
    assert "Theceasefirebegins" in drawn(page, found[0])


@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if len(text) < 1_000])
def test_hostile_titles(page: Page, name: str, tmp_path: Path) -> None:
    text = HOSTILE[name]
    positions = asked(load(written(tmp_path, text) / "positions"))
    report, history = positions.report("north", "south", at="2024-03-01"), positions.history(until="2024-03-01")
    found = diagrams(formats.write(report, "markdown")) + diagrams(formats.write(history, "markdown"))
    assert any(diagram.startswith("flowchart") for diagram in found)
    assert any(diagram.startswith("timeline") for diagram in found)
    for diagram in found:
        words = drawn(page, diagram)
        assert re.sub(r"\s+", "", visible(text))[:12] in words, (name, diagram)
