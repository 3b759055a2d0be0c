"""Pages of sources that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-unreadable"


def examine(case: Case) -> Iterable[Finding]:
    """The pages that are there, and of which there is no text. For information, where only a library is missing."""
    for kept in case.evidence.pages if case.evidence else ():
        if kept.page.problem in (None, "not-here", "changed"):
            continue
        file, key = kept.page.snapshot.file, kept.source.key
        message = f"the page of `{key}`, `sources/{file}`, has no text to look in: {kept.page.message}"
        finding = Finding.of(kept.location, ID, message, kept.page.hint, (key, file, kept.page.problem))
        yield finding._replace(severity="info") if kept.page.problem == "no-extractor" else finding
