"""Sources without an address or a publisher."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import unattributed
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-incomplete"


def examine(case: Case) -> Iterable[Finding]:
    """The sources that have only one of the two."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            if source.publisher is None and unattributed(file):
                continue  # source-untraceable says so, as a warning
            if (source.url is None) != (source.publisher is None):
                what, add = ("address", "url") if source.url is None else ("publisher", "publisher")
                message = f"the source `{key}` has no {what}"
                subject = (key, source.url or "", source.publisher or "")
                yield Finding.of(source.location, ID, message, f"add `{add}:`", subject)
