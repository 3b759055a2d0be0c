"""Parties to a dispute over a number or a day that all bound it on the same side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from posdiff.dossier.agenda import Issue
from posdiff.dossier.fold import position
from posdiff.dossier.region import Settlements
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "same-direction"


def examine(case: Case) -> Iterable[Finding]:
    """Disputed issues on which every bound lies on one side."""
    agenda = case.dossier.agenda
    disputed = [i for i in agenda.issues.values() if i.disputed and i.space.bounded(i.space.everything)]
    if not disputed:
        return
    held = {party: position(case.dossier, party, case.today).terms for party in agenda.parties}
    settlements = Settlements(agenda.issues)
    for issue in disputed:
        terms = {party: held[party][issue.id].terms for party in agenda.parties if issue.id in held[party]}
        # A party that accepts every outcome sets no bound, on neither side.
        sides = {party: side for party, of_party in terms.items() if (side := _side(of_party, issue)) != "open"}
        if len(sides) > 1 and set(sides.values()) in ({"upper"}, {"lower"}):
            (side,) = set(sides.values())
            bounds = "an upper bound" if side == "upper" else "a lower bound"
            message = f"{' and '.join(sides)} each give only {bounds} on {issue.id}, which is marked as disputed"
            hint = "read the statements again: `max` and `until` mean at most, `min` and `from` at least"
            related = tuple(term.location for party in sides for term in terms[party])
            written = {party: map(settlements.written, terms[party]) for party in sides}
            subject = (issue.id, *(text for party in sides for text in (party, *written[party])))
            yield Finding.of(issue.location, ID, message, hint, subject, related)


def _side(terms: Sequence[Term], issue: Issue) -> Literal["upper", "lower", "both", "open"]:
    """On which side the offers of a position, the terms of its parts, are bounded."""
    bounds = [bounded for term in terms for offer in term.offers if (bounded := issue.space.bounded(offer.accepts))]
    lower, upper = zip(*bounds, strict=True)
    if not any(lower) and not any(upper):
        return "open"
    if all(upper) and not any(lower):
        return "upper"
    return "lower" if all(lower) and not any(upper) else "both"
