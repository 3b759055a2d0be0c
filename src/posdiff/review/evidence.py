"""What ``verify`` finds beside what the rules find, and the verdict where every quote has to be verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.comparison.evidence.verification import EvidenceOnFile, SaidQuote, VerifiedQuote
from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.rules import RuleId
from posdiff.kinds.kind import joined
from posdiff.review.gate import Verdict
from posdiff.review.validation import Status, counts

#: The rules on quotes and on the pages that they stand in.
EVIDENCE_RULES: tuple[RuleId, ...] = (
    "quote-absent", "quote-ambiguous", "dismissed-absent", "source-changed-on-disk", "source-not-kept",
    "source-unreadable",
)  # fmt: skip


def without_pages(evidence: EvidenceOnFile) -> Iterator[Finding]:
    """The files with quotes on no source, or on sources of which no page was ever kept: for information, by file."""
    by_file: dict[str, list[tuple[Source, int]]] = {}
    for source, quotes in evidence.without:
        by_file.setdefault(source.location.file, []).append((source, quotes))
    for sources in by_file.values():
        keys = [source.key for source, _ in sources]
        message = f"no page is kept of {joined([f'`{key}`' for key in keys])}, on which quotes stand"
        hint = "posdiff source add FILE --party P --statement S --key K keeps the page as it was saved"
        yield Finding.of(sources[0][0].location, "source-not-kept", message, hint, tuple(keys))
    unsourced: dict[str, list[SaidQuote]] = {}
    for each in evidence.quotes:
        if not each.quote.sources:
            unsourced.setdefault(each.quote.location.file, []).append(each.quote)
    for file, said in unsourced.items():
        number = len(said)
        message = f"{number:,} {'quote stands' if number == 1 else 'quotes stand'} on no source"
        yield Finding.of(said[0].location, "source-not-kept", message, "add `source:`", (file,))


def required_of(verdict: Verdict, evidence: EvidenceOnFile, quotes: Sequence[VerifiedQuote]) -> Verdict:
    """The verdict where each of these quotes has to be verified, whatever the settings say and whatever was accepted.

    What stands in the way of a quote is then an error.
    """
    unverified = [each for each in quotes if each.result != "verified"]
    if not unverified:
        return verdict
    places = {each.quote.location for each in unverified}
    files = {each.quote.location.file for each in unverified}
    sources = {
        source.location
        for each in unverified
        for key in each.quote.sources
        if (source := each.quote.recorded.sources.get(key))
    }

    def stands_in_the_way(finding: Finding) -> bool:
        if finding.rule not in EVIDENCE_RULES:
            return False
        without = finding.rule == "source-not-kept" and finding.location.file in files
        return without or finding.location in places or finding.location in sources

    told = in_order((*verdict.findings, *(each for each in without_pages(evidence) if each.location.file in files)))
    findings = in_order(
        finding._replace(severity="error") if stands_in_the_way(finding) else finding for finding in told
    )
    status: Status = "error" if verdict.status == "error" else "findings"
    return verdict._replace(status=status, findings=findings, counts=counts(findings))
