"""The JSON of what positions rest on."""

from __future__ import annotations

from typing import Annotated, NotRequired

from posdiff.dossier.grounds import Coded, Confirmed, Grounds, QuoteOnFile, Result
from posdiff.dossier.statement import SourceClass
from posdiff.kinds.forms import Id, TypedDict
from posdiff.reports.shapes.values import Count, Label


class GroundsShape(TypedDict):
    """What a position rests on."""

    issue: Annotated[Id, "The issue."]
    quote: Annotated[
        QuoteOnFile,
        "Whether its own words are on file (its bloc's, where it is inherited), only such as are reported, or none.",
    ]
    classes: Annotated[list[SourceClass], "Of which classes its sources are, where they say it."]
    publishers: Annotated[
        Count, "How many different publishers are named, those of one page once; those of reposts do not count."
    ]
    days: Annotated[int, "How many days before the day of the answer all of it had last been stated."]
    quote_days: Annotated[
        int | None, "How many days before the day of the answer the latest of its quotes was said; null without one."
    ]
    coded: Annotated[
        Coded,
        "Whether its terms were coded twice, each time for itself (in the second coding that is kept): all, some, or "
        "none; not-alike where the two codings of a term differ.",
    ]
    confirmed: Annotated[
        Confirmed, "Whether a second person (checked-by) confirmed the coding of its terms: of all, some, or none."
    ]
    in_pages: NotRequired[
        Annotated[Result, "What became of its quotes in the pages kept, the worst of it; only where pages are kept."]
    ]


class GroundsOfPartyShape(GroundsShape):
    """What a position of a party rests on."""

    party: Annotated[Label, "The party, as it was asked for."]


def grounds(issue: str, found: Grounds) -> GroundsShape:
    """What the position on an issue rests on."""
    told: GroundsShape = {
        "issue": issue,
        "quote": found.quote,
        "classes": list(found.classes),
        "publishers": found.publishers,
        "days": found.days,
        "quote_days": found.quote_days,
        "coded": found.coded,
        "confirmed": found.confirmed,
    }
    if found.in_pages:
        told["in_pages"] = found.in_pages
    return told
