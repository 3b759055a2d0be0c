"""Sources that nobody could find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-untraceable"


def examine(case: Case) -> Iterable[Finding]:
    """The sources that have neither of the two."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            if source.url is None and source.publisher is None:
                message = f"the source `{key}` has neither an address nor a publisher"
                hint = "add `url:` and `publisher:`"
                subject = (key, source.title or "")
                yield Finding.of(source.location, ID, message, hint, subject)
