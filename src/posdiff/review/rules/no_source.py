"""Statements and drafts without a source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "no-source"


def examine(case: Case) -> Iterable[Finding]:
    """Files without a source."""
    for file in case.dossier.recorded:
        if not file.sources:
            hint = "add `sources:` with a publisher and a url"
            yield Finding.of(file.location, ID, "no source is named", hint, (file.id,))
