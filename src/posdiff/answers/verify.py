"""What ``verify`` answers: whether each quote stands in the page of its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from posdiff.answers.answer import Basis
from posdiff.answers.opening import Opened, Surroundings
from posdiff.answers.validate import Validate, home_of, within
from posdiff.comparison.evidence.parts import part_numbers
from posdiff.comparison.evidence.verification import VerifiedQuote, by_result, evidence
from posdiff.dossier.grounds import Result
from posdiff.findings.location import Location
from posdiff.findings.rules import RULES
from posdiff.review import catalogue
from posdiff.review.case import Case, Settings
from posdiff.review.evidence import EVIDENCE_RULES, required_of, without_pages
from posdiff.review.gate import Verdict
from posdiff.review.validation import Threshold, counts, in_files, is_below, settled, status


@dataclass(frozen=True, kw_only=True)
class Verify(Validate):
    """The quotes, each with what became of it, and the findings on them and on pages.

    ``required``: whether every quote has to be verified.
    """

    command: ClassVar[str] = "verify"

    quotes: tuple[VerifiedQuote, ...]
    #: By the place of a term, which part of the party's position it became.
    parts: Mapping[Location, int]
    keeps_pages: bool
    required: bool

    @property
    def by_result(self) -> dict[Result, int]:
        """How many quotes there are of each result."""
        return by_result(self.quotes)

    @property
    def lacking(self) -> int:
        """How many quotes are not verified, where every one has to be."""
        return len(self.quotes) - self.by_result["verified"] if self.required else 0

    @property
    def unverified_red_lines(self) -> tuple[VerifiedQuote, ...]:
        """The quotes of red lines that are not verified."""
        return tuple(each for each in self.quotes if each.quote.red_line and each.result != "verified")


def verify(
    at: Opened, around: Surroundings, files: Iterable[str | Path], threshold: Threshold, settings: Settings,
    required: bool,
) -> Verify:  # fmt: skip
    """Every quote against the pages at hand, or those in ``files``. Raises Failure for a file that is not there."""
    dossier = at.dossier
    found = evidence(dossier, at.pages(around.environment).page)
    case = Case(dossier, 0, None, settings, found)
    unread = [finding for finding in dossier.findings if RULES[finding.rule].fixed]
    on_quotes = [finding for rule in EVIDENCE_RULES for finding in catalogue.EXAMINED[rule](case)]
    findings = settled((*unread, *on_quotes, *without_pages(found)), settings)
    quotes, read = found.quotes, sorted(dossier.texts)
    below = within(at, around, files)
    if below:
        findings = in_files(findings, below)
        quotes = tuple(each for each in quotes if is_below(each.quote.location.file, below))
        read = [file for file in read if is_below(file, below)]
    verdict = Verdict(status(findings, threshold), findings, (), counts(findings), dossier.texts)
    if required:
        verdict = required_of(verdict, found, quotes)
    return Verify(
        agenda=dossier.agenda, basis=Basis(at.root, at.commit), verdict=verdict, threshold=threshold, read=tuple(read),
        home=home_of(at.folder, around.here), quotes=quotes,
        parts=part_numbers(dossier), keeps_pages=dossier.keeps_pages, required=required,
    )  # fmt: skip
