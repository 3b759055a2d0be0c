"""The JSON of ``report``: that of ``compare``, ``changes``, ``draft`` and ``conflicts``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.report import Report
from posdiff.kinds.forms import TypedDict
from posdiff.reports.shapes import changes, compare, conflicts, draft
from posdiff.reports.shapes.changes import ChangesShape
from posdiff.reports.shapes.compare import CompareShape
from posdiff.reports.shapes.conflicts import ConflictsShape
from posdiff.reports.shapes.draft import DraftResultShape


class ReportShape(TypedDict):
    """What `posdiff report --format json` writes: the answers of compare and, where asked for, of others."""

    schema: Annotated[Literal["posdiff/report/1"], "The name and version of this shape."]
    compare: Annotated[CompareShape, "What compare answers."]
    changes: Annotated[
        ChangesShape | None, "What changes answers, up to the day of the comparison; null without --since."
    ]
    draft: Annotated[DraftResultShape | None, "What draft answers on the draft; null without --draft."]
    conflicts: Annotated[ConflictsShape | None, "What conflicts answers; null without --conflicts."]


def shape(answer: Report) -> ReportShape:
    """The answers, each as its command has it."""
    return {
        "schema": "posdiff/report/1",
        "compare": compare.shape(answer.compare),
        "changes": None if answer.changes is None else changes.shape(answer.changes),
        "draft": None if answer.draft is None else draft.shape(answer.draft),
        "conflicts": None if answer.conflicts is None else conflicts.shape(answer.conflicts),
    }
