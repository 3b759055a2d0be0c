"""Footnotes in Markdown, as GitHub shows them."""

from __future__ import annotations

import re
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.mark.parametrize("name", sorted(file.name for file in GOLDEN.glob("*.md")))
def test_a_source_has_the_number_that_github_gives_it(name: str) -> None:
    """GitHub numbers footnotes anew, in the order in which they are cited; all are cited, and all are there."""
    markdown = (GOLDEN / name).read_text(encoding="utf-8")
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, options=options)
    cited = re.findall(r'<a href="#fn-(\d+)" id="[^"]*" data-footnote-ref>(\d+)</a>', made)
    assert all(ours == theirs for ours, theirs in cited)
    listed = re.findall(r"^\[\^(\d+)\]: ", markdown, re.MULTILINE)
    assert listed == list(dict.fromkeys(ours for ours, _ in cited)) == re.findall(r'<li id="fn-(\d+)">', made)
