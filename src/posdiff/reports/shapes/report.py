"""The JSON of ``report``: that of ``compare``, ``changes``, ``draft`` and ``conflicts``."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from posdiff.answers.report import Report
from posdiff.answers.second_coding import SecondCoding
from posdiff.dossier.grounds import Result
from posdiff.kinds.forms import TypedDict, limits
from posdiff.reports.shapes import changes, compare, conflicts, draft, values
from posdiff.reports.shapes.changes import ChangesShape
from posdiff.reports.shapes.compare import CompareShape
from posdiff.reports.shapes.conflicts import ConflictsShape
from posdiff.reports.shapes.draft import DraftResultShape
from posdiff.reports.shapes.grounds import GroundsOfPartyShape, grounds
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.values import Count


class SecondCodingShape(TypedDict):
    """How far a second coding of some terms agrees with the files: docs/recode.md."""

    terms: Annotated[Count, "How many terms were coded twice."]
    on_record: Annotated[Count, "How many terms the dossier has."]
    alpha: Annotated[float | None, limits(maximum=1), "Krippendorff's alpha of their outcomes; null where not defined."]
    low: Annotated[float | None, "Its lower bound; null without alpha."]
    high: Annotated[float | None, "Its upper bound; null without alpha."]
    gone: Annotated[Count, "How many of them are no longer there; where any is, the figures are out of date."]
    measured: Annotated[Count, "Over how many of them alpha is taken; of fewer than two it is not defined."]
    changed: Annotated[
        Count, "How many of them are coded otherwise now, or quote other words; where any is, so are the figures."
    ]
    coder: Annotated[str | None, "Who filled in the sheet; null where it does not say."]
    same_coder: Annotated[Count, "How many of them that person coded first; where any is, the figures say nothing."]
    off_sheet: Annotated[Count, "How many of the terms drawn were no longer on the sheet."]


class ReportShape(TypedDict):
    """What `posdiff report --format json` writes: the answers of compare and, where asked for, of others."""

    schema: Annotated[Literal["posdiff/report/1"], "The name and version of this shape."]
    compare: Annotated[CompareShape, "What compare answers."]
    changes: Annotated[
        ChangesShape | None, "What changes answers, up to the day of the comparison; null without --since."
    ]
    draft: Annotated[DraftResultShape | None, "What draft answers on the draft; null without --draft."]
    conflicts: Annotated[ConflictsShape | None, "What conflicts answers; null without --conflicts."]
    grounds: Annotated[
        list[GroundsOfPartyShape], "What each position compared rests on, issue by issue: facts, no score."
    ]
    quotes: NotRequired[
        Annotated[
            dict[Result, Count],
            Keys("How many quotes are {}."),
            "What the pages kept of sources prove of the quotes behind these positions; only where pages are kept.",
        ]
    ]
    second_coding: Annotated[SecondCodingShape | None, "The second coding that is kept; null where none is."]


def shape(answer: Report) -> ReportShape:
    """The answers, each as its command has it."""
    proofs, compared = answer.basis.proofs, answer.compare
    days = {asked.label: asked.on(compared.as_of) for asked in compared.parties}
    told: ReportShape = {
        "schema": "posdiff/report/1",
        "compare": compare.shape(compared),
        "changes": None if answer.changes is None else changes.shape(answer.changes),
        "draft": None if answer.draft is None else draft.shape(answer.draft),
        "conflicts": None if answer.conflicts is None else conflicts.shape(answer.conflicts),
        "grounds": [
            {"party": values.name(label), **grounds(row.issue.id, answer.basis.grounds(held, days[label]))}
            for row in compared.shown_issues
            for label, held in row.terms.items()
        ],
        "second_coding": None if answer.second_coding is None else _second_coding(answer.second_coding),
    }
    if proofs is not None:
        told["quotes"] = dict(proofs.counts(compared.quotes))
    return told


def _second_coding(again: SecondCoding) -> SecondCodingShape:
    return {
        "terms": again.terms,
        "on_record": again.on_record,
        "alpha": again.alpha,
        "low": again.low,
        "high": again.high,
        "gone": again.gone,
        "measured": again.measured,
        "changed": again.changed,
        "coder": again.coder,
        "same_coder": again.same_coder,
        "off_sheet": again.off_sheet,
    }
