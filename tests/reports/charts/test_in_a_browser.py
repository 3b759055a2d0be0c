"""Pictures as Chromium draws them: no word outside or upon another, with the fonts that are there; light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from answering import asked
from browsing import opened
from posdiff.answers.chart import KINDS, OF_A_PERIOD
from posdiff.answers.positions import Positions
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.charts.look import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]
#: The texts that reach out of the picture, and the pairs that stand upon each other; slanted ones are left out.
_BAD = """() => {
  const frame = document.documentElement.getBoundingClientRect();
  const texts = [...document.querySelectorAll('text')].filter(text => !text.closest('[transform*=rotate]'))
    .map(text => [text.textContent, text.getBoundingClientRect()]);
  const bad = texts.filter(([, r]) => r.left < frame.left || r.right > frame.right || r.bottom > frame.bottom)
    .map(([words]) => words);
  texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > 4) bad.push(`${one} / ${other}`);
  }));
  return bad;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with opened() as browser:
        yield browser


@pytest.fixture(scope="module")
def sample() -> Positions:
    """The sample dossier."""
    return asked(load(ROOT / "positions"))


@pytest.mark.parametrize("kind", KINDS)
def test_as_it_is_drawn(kind: str, browser: Browser, sample: Positions, tmp_path: Path) -> None:
    since = "2025-01-01" if kind in OF_A_PERIOD else None
    answer = sample.chart(kind, at="2025-12-24", since=since)
    file = tmp_path / "chart.svg"
    file.write_text(formats.write(answer, "svg"), encoding="utf-8")
    for scheme, palette in (("light", LIGHT), ("dark", DARK)):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.evaluate(_BAD) == []
        red, green, blue = (int(palette.back[at : at + 2], 16) for at in (1, 3, 5))
        fill = page.evaluate("() => getComputedStyle(document.querySelector('.back')).fill")
        assert fill == f"rgb({red}, {green}, {blue})"
        context.close()
