"""What a position rests on, as facts that can be checked one by one: no score is made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from posdiff.dossier.position import Held
from posdiff.dossier.statement import Quote, Source, SourceClass

#: Whether the party's own words are on file; only such as others report of it; or none.
QuoteOnFile = Literal["own", "reported", "none"]
#: What became of a quote: it stands at one place, and no page of its sources lacks it; one lacks it; it stands at
#: several places, or is too short to tell; or a page that it may stand in cannot be looked at here.
Result = Literal["verified", "absent", "ambiguous", "not-here"]
#: Whether the terms behind a position were coded a second time, by somebody who did not see the first coding: all, some
#: or none; ``not-alike``: the second coding of a term differs from the first.
Coded = Literal["once", "in-part-twice", "in-part-twice-not-alike", "twice", "twice-not-alike"]
#: Whether a second person has looked through their coding and confirmed it (``checked-by``): of all, some or none.
#: Who sees a coding is led by it, so that this is no second coding.
Confirmed = Literal["none", "in-part", "all"]
#: What of a second coding that is kept counts: by each term's statement's file without its ending and its issue,
#: whether it was coded alike.
CodedAlike = Mapping[tuple[str, str], bool]
NOT_CODED_TWICE: CodedAlike = MappingProxyType({})

WORST_FIRST: tuple[Result, ...] = ("absent", "ambiguous", "not-here", "verified")
_CLASSES: tuple[SourceClass, ...] = get_args(SourceClass)


class Grounds(NamedTuple):
    """What a position rests on.

    ``classes``: of its sources, where they say it. ``publishers``: how many different ones are named, those that only
    pass on what others published aside. ``days``: since all of it was last stated. ``in_pages``: what became of its
    quotes in the pages that were kept, the worst of it; None where nobody looked.
    """

    quote: QuoteOnFile
    classes: tuple[SourceClass, ...]
    publishers: int
    days: int
    coded: Coded
    confirmed: Confirmed = "none"
    in_pages: Result | None = None
    #: Days since the latest of its quotes was said; None where it has none.
    quote_days: int | None = None


def grounds(
    held: Held, as_of: int, found: Mapping[Quote, Result] | None = None, twice: CodedAlike = NOT_CODED_TWICE
) -> Grounds:
    """What a position rests on, looked at on a day (an ordinal). ``found``: what became of its quotes in pages.

    ``twice``: the terms of a second coding that is kept, and whether they were coded alike.
    Sources of which one and the same page is kept count as one publisher.
    """
    quotes = [quote for part in held.parts for quote in part.lineage.said]
    own = any(quote.standing == "stated" for quote in quotes)
    classes = {source.class_ for source in held.sources}
    results = {found[quote] for quote in quotes if quote in found} if found else set()
    return Grounds(
        "own" if own else "reported" if quotes else "none",
        tuple(known for known in _CLASSES if known in classes),
        _publishers(held.sources),
        as_of - held.last_stated,
        *_coded(held, twice),
        worst(results),
        as_of - max(quote.said for quote in quotes) if quotes else None,
    )


def worst(results: Collection[Result]) -> Result | None:
    """The worst of what became of several quotes; None where there is none."""
    return min(results, key=WORST_FIRST.index, default=None)


def _coded(held: Held, twice: CodedAlike) -> tuple[Coded, Confirmed]:
    """How often the terms behind a position were coded, and whether a second person confirmed their coding."""
    links = [link for part in held.parts for link in part.lineage.links if link.term and not link.supposed]
    alike = [twice.get((link.term.location.file.rpartition(".")[0], link.term.issue)) for link in links if link.term]
    checked = [link.checked for link in links]
    confirmed: Confirmed = "none" if True not in checked else "all" if False not in checked else "in-part"
    if not {True, False} & set(alike):
        return "once", confirmed
    if False in alike:
        return "in-part-twice-not-alike" if None in alike else "twice-not-alike", confirmed
    return "in-part-twice" if None in alike else "twice", confirmed


def without_official_source(held: Held) -> bool:
    """Whether a position has sources and none of them is known to be official: those of which no class is given too."""
    return bool(held.sources) and all(source.class_ != "official" for source in held.sources)


def _publishers(sources: Iterable[Source]) -> int:
    """How many different publishers are named; those whose pages are the same bytes are one."""
    names: set[str] = set()
    pages: set[str] = set()
    number = 0
    for source in sources:
        if not source.publisher or source.class_ == "repost":
            continue
        name, page = " ".join(source.publisher.split()).casefold(), source.snapshot.sha256 if source.snapshot else ""
        number += name not in names and page not in pages
        names.add(name)
        pages |= {page} - {""}
    return number
