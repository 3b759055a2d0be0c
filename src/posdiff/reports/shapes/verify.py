"""The JSON of ``verify``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.verify import Verify
from posdiff.comparison.evidence.verification import VerifiedQuote
from posdiff.dossier.grounds import Result
from posdiff.findings.location import shown
from posdiff.kinds.forms import Id, TypedDict, limits
from posdiff.reports.shapes.keys import Keys
from posdiff.reports.shapes.validate import FindingShape, MoreShape, verdict
from posdiff.reports.shapes.values import Count, StatementId, parties_of
from posdiff.review.validation import Status


class NearShape(TypedDict):
    """The nearest words of a page."""

    text: Annotated[str, "The words of the page; what the quote has not is in *asterisks*."]
    line: Annotated[int, limits(minimum=1), "The line of the page's plain text in which they begin."]


class VerifiedQuoteShape(TypedDict):
    """A quote, and whether it stands in the page of its source."""

    statement: Annotated[StatementId, "The statement or draft that quotes it."]
    parties: Annotated[list[Id], "The parties whose statement it is; none for a draft."]
    issue: Annotated[Id | None, "The issue that it is on; null for a reaction to a draft."]
    part: Annotated[
        int | None,
        "Which part of the party's position its term was on the day it was said, from 1 (of several parties, of "
        "the first); which option of a draft's outcome; null where there is none.",
    ]
    text: Annotated[str, "The quote, as it is written."]
    source: Annotated[
        Id | None, "The key of the source in which it stands, or in which it was looked for; null where none is known."
    ]
    result: Annotated[
        Result,
        "verified: it stands there, at one place; absent: the page of one of its sources lacks it; ambiguous: at "
        "several places, or it is too short to tell; not-here: a page in which it may stand is not on this machine, or "
        "cannot be read.",
    ]
    red_line: Annotated[bool, "Whether it is of a red line."]
    near: Annotated[NearShape | None, "Where it is absent, the nearest words of the page; null where none are near."]
    file: Annotated[str, "The file that quotes it, as it can be opened from the folder in which the command ran."]
    line: Annotated[int, limits(minimum=1), "The line of what it is quoted for, from 1."]


class VerifyShape(TypedDict):
    """What `posdiff verify --format json` writes: whether each quote stands in the page of its source."""

    schema: Annotated[Literal["posdiff/verify/1"], "The name and version of this shape."]
    status: Annotated[
        Status,
        "The verdict: error where a file could not be read (exit code 3), findings with one at or above --fail-on, or "
        "where --require-verified asks for more (1), else ok.",
    ]
    findings: Annotated[
        list[FindingShape], "The findings, worst first; of one rule in one file the first twenty, the rest is in more."
    ]
    more: Annotated[list[MoreShape], "What is counted and not listed: findings of one rule in one file beyond twenty."]
    quotes: Annotated[list[VerifiedQuoteShape], "Every quote, file by file."]
    counts: Annotated[dict[Result, Count], Keys("How many quotes are {}."), "How many quotes there are of each result."]


def shape(answer: Verify) -> VerifyShape:
    """The quotes, and the findings on them."""
    judged = verdict(answer)
    return {
        "schema": "posdiff/verify/1",
        "status": judged["status"],
        "findings": judged["findings"],
        "more": judged["more"],
        "quotes": [_quote(each, answer) for each in answer.quotes],
        "counts": answer.by_result,
    }


def _quote(verified: VerifiedQuote, answer: Verify) -> VerifiedQuoteShape:
    quote, near = verified.quote, verified.near
    return {
        "statement": quote.recorded.id,
        "parties": parties_of(quote.recorded),
        "issue": quote.issue,
        "part": quote.option or (answer.parts.get(quote.location) if quote.issue else None),
        "text": quote.text,
        "source": verified.source,
        "result": verified.result,
        "red_line": quote.red_line,
        "near": {"text": near.shown, "line": near.line} if near else None,
        "file": shown(answer.basis.root, quote.location.file),
        "line": quote.location.line,
    }
