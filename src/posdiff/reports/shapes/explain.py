"""The JSON of ``explain``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.rules import Explain
from posdiff.reports.shapes.rules import AboutRuleShape, about
from posdiff.review import pages


class ExplainShape(AboutRuleShape):
    """What `posdiff explain --format json` writes: the page of a rule."""

    schema: Annotated[Literal["posdiff/explain/1"], "The name and version of this shape."]
    page: Annotated[str, "Its page, in Markdown."]


def shape(answer: Explain) -> ExplainShape:
    """One rule, with its page."""
    return {
        "schema": "posdiff/explain/1",
        **about(answer.rule, answer.settings),
        "page": pages.page(answer.rule.id),
    }
