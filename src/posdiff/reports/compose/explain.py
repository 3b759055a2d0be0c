"""The document of ``explain``: the page of a rule."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.rules import Explain
from posdiff.reports.compose.code import spans
from posdiff.reports.document import Block, Document, Listing, Paragraph, Section
from posdiff.reports.manual import about
from posdiff.review import pages


def document(answer: Explain) -> Document:
    """What is found, why it matters, what is refused and accepted, when to accept it."""
    sections = [Section("")]
    for block in _blocks(pages.page(answer.rule.id)):
        if isinstance(block, str):
            sections.append(Section(block))
        else:
            sections[-1] = sections[-1]._replace(blocks=(*sections[-1].blocks, block))
    return Document("explain", answer.rule.id, (), (spans(about(answer.rule, answer.settings)),), tuple(sections))


def _blocks(page: str) -> Iterator[Block | str]:
    """The headings, paragraphs and examples of a page, which are all that the pages of the rules have of Markdown."""
    words: list[str] = []
    example: list[str] | None = None
    for text in (*page.splitlines(), ""):
        if example is not None:
            if text.startswith("```"):
                yield Listing(tuple(example))
                example = None
            else:
                example.append(text)
            continue
        if words and (not text or text.startswith(("```", "## "))):
            yield Paragraph(spans(" ".join(words)))
            words = []
        if text.startswith("```"):
            example = []
        elif text.startswith("## "):
            yield text.removeprefix("## ")
        elif text:
            words.append(text)
