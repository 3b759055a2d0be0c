"""The JSON of red lines with a quote that is not verified, of answers that name red lines without their quotes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from posdiff.answers.answer import Basis
from posdiff.dossier.grounds import Result
from posdiff.kinds.forms import Id, TypedDict
from posdiff.reports import named_red_lines
from posdiff.reports.named_red_lines import NamedRedLine
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Label


class DoubtfulRedLineShape(TypedDict):
    """A red line of which not every quote is verified."""

    party: Annotated[Label, "The party, as it was asked for."]
    issue: Annotated[Id, "The issue."]
    in_pages: Annotated[Result, "What became of its quotes in the pages kept, the worst of it."]


class DoubtfulRedLines(TypedDict, total=False):
    doubtful_red_lines: Annotated[
        list[DoubtfulRedLineShape],
        "The red lines named here of which not every quote is verified, the worst first; only where pages are kept.",
    ]


def doubtful(basis: Basis, named: Iterable[NamedRedLine]) -> DoubtfulRedLines:
    """The red lines of which not every quote is verified, where pages are kept."""
    if basis.proofs is None:
        return {}
    found = named_red_lines.doubtful(named, basis.proofs).values()
    told: list[DoubtfulRedLineShape] = [
        {"party": values.name(each.party), "issue": each.issue.id, "in_pages": result} for each, result in found
    ]
    return {"doubtful_red_lines": told}
