"""Quotes that do not stand in the page of their source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from posdiff.comparison.evidence.pattern import LONGEST_BRACKET, pattern
from posdiff.dossier.plain_text import HIDDEN
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.quote_words import named, nearest, pages_of, short

ID: Final = "quote-absent"
_BRACKET = re.compile(r"\[[^\[\]]*\]")
#: The number of a note, which is part of no other.
_NOTE = re.compile(r"[^\s\d*]\*\d{1,3}\*")
_AT_AN_EDGE = re.compile(r"\A\[[^\[\]]*\]\s|\s\[[^\[\]]*\]\Z")
_LONG = re.compile(rf"\[[^\[\]]{{{LONGEST_BRACKET - 1},}}\]")


def examine(case: Case) -> Iterable[Finding]:
    """The quotes that do not stand there, with the nearest words of the page."""
    for each in case.evidence.quotes if case.evidence else ():
        if each.result != "absent":
            continue
        where = f"does not stand in {pages_of(each.lacking)}: “{short(each.quote.text)}”"
        if each.near and each.near.may_be_the_same and len(each.lacking) == 1:
            page = f"{pages_of(each.lacking)}, which hides or draws something there"
            where = f"cannot be told to stand in {page}: “{short(each.quote.text)}”"
        beside = f"; {pages_of(each.having)} {'has' if len(each.having) == 1 else 'have'} it" if each.having else ""
        message = f"{named(each.quote)} {where}{nearest(each)}{beside}"
        hint = advice(each.quote.text, each.near.shown if each.near else "", each.lost)
        if each.having:
            hint = "write the quote as {text, source}, with the sources that have it"
        subject = (each.quote.issue or "", " ".join(each.quote.text.split()))
        yield Finding.of(each.quote.location, ID, message, hint, subject)


def advice(quote: str, shown: str, lost: str | None = None) -> str:
    """What to do about a quote, by its words, the nearest words of the page, and a denial that ``…`` leaves out."""
    if lost and lost != HIDDEN:
        return f"quote *{lost}* too, or what stands before it and what stands behind it each by itself"
    if HIDDEN in shown:
        return f"the page hides or draws something where `{HIDDEN}` stands: see what it is, and quote around it"
    if _LONG.search(quote):
        return f"shorten the brackets: at most {LONGEST_BRACKET} characters count as words put in"
    bracket = _BRACKET.search(pattern(quote).words)
    if bracket and bracket[0] not in shown:
        changes = f"`{bracket[0]}` could turn the sentence round, or change a number or a limit"
        return f"{changes}: it must stand in the page, brackets and all; leave it out"
    if _NOTE.search(shown):
        return (
            "a number stands right behind the words, that of a note perhaps: quote it too, or end the quote before it"
        )
    if shown and " ".join(quote.split()) == " ".join(shown.replace("*", "").split()):
        return "a word or a number goes on where the quote ends, or two stand apart there: quote what stands together"
    if shown and "*" not in shown and _AT_AN_EDGE.search(quote.strip()):
        return "leave out the bracket at the beginning or the end: there it stands for a pronoun of the page only"
    return "correct the quote, or name the source that has it"
