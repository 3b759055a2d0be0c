"""The JSON of ``brief``: the verdict, the red lines in the way, and what the answers that it is made of hold."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.brief import Brief, RedLineInTheWay
from posdiff.comparison.conflicts.conflict import LEVELS, ConflictVerdict, FirmnessLevel
from posdiff.kinds.forms import Id, Named, TypedDict
from posdiff.reports.shapes import changes, compare, draft, values
from posdiff.reports.shapes.changes import ChangesShape
from posdiff.reports.shapes.compare import CompareShape
from posdiff.reports.shapes.conflicts import SpeaksForShape
from posdiff.reports.shapes.draft import DraftResultShape
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import Label, PartShape

_Verdict = Annotated[
    ConflictVerdict,
    Named("verdict", "Whether terms can hold together, as far as stated; undecided: the search was cut."),
]


class RedLineShape(SpeaksForShape):
    """A red line that leaves nothing on its issue that other parties accept."""

    issue: Annotated[Id, "The issue."]
    party: Annotated[Label, "Whose red line it is."]
    term: Annotated[PartShape, "The red line, a part of the position."]
    against: Annotated[list[Label], "The parties to whom it leaves nothing that they accept."]
    facing: Annotated[list[Label], "Those of them who have a red line on the issue themselves."]


class BriefShape(TypedDict):
    """What `posdiff brief --format json` writes: all of what a brief is taken from, nothing of it cut."""

    schema: Annotated[Literal["posdiff/brief/1"], "The name and version of this shape."]
    verdict: Annotated[
        dict[FirmnessLevel, _Verdict],
        Keys("Whether the terms of this level can hold: {}."),
        "Whether the terms of all parties can hold together: all, red lines and firm ones, red lines alone.",
    ]
    red_lines: Annotated[list[RedLineShape], "The red lines in the way, those against other red lines first."]
    compare: Annotated[CompareShape, "What compare answers."]
    changes: Annotated[ChangesShape | None, "What changes answers, up to the day of the brief; null without --since."]
    draft: Annotated[DraftResultShape | None, "What draft answers on the draft; null without --draft."]


def shape(answer: Brief) -> BriefShape:
    """The verdict, the red lines, and the other answers, each as its command has it."""
    verdicts = answer.conflicts.analysis.verdicts
    return {
        "schema": "posdiff/brief/1",
        "verdict": {level: verdicts[level] for level in LEVELS},
        "red_lines": [_red_line(red, answer) for red in answer.red_lines],
        "compare": compare.shape(answer.compare),
        "changes": None if answer.changes is None else changes.shape(answer.changes),
        "draft": None if answer.draft is None else draft.shape(answer.draft),
    }


def _red_line(red: RedLineInTheWay, answer: Brief) -> RedLineShape:
    beside: SpeaksForShape = {}
    if red.shared_by:
        others = values.names(red.shared_by)
        beside = {"shared_by": others} if red.part.through else {"speaks_for": others}
    return {
        "issue": red.issue.id,
        "party": values.name(red.party),
        "term": values.part(red.part, answer.agenda, red.part.sources, answer.basis.proofs),
        "against": values.names(red.against),
        "facing": values.names(red.facing),
        **beside,
    }
