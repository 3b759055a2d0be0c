"""The JSON of ``report``: that of ``compare`` and ``changes``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.report import Report
from posdiff.kinds.forms import TypedDict
from posdiff.reports.shapes import changes, compare
from posdiff.reports.shapes.changes import ChangesShape
from posdiff.reports.shapes.compare import CompareShape


class ReportShape(TypedDict):
    """What `posdiff report --format json` writes: the answers of compare and, with --since, of changes."""

    schema: Annotated[Literal["posdiff/report/1"], "The name and version of this shape."]
    compare: Annotated[CompareShape, "What compare answers."]
    changes: Annotated[
        ChangesShape | None, "What changes answers, up to the day of the comparison; null without --since."
    ]


def shape(answer: Report) -> ReportShape:
    """Both answers, each as its command has it."""
    return {
        "schema": "posdiff/report/1",
        "compare": compare.shape(answer.compare),
        "changes": None if answer.changes is None else changes.shape(answer.changes),
    }
