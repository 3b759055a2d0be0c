"""Sources that are told as two publishers' and of which one and the same page is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "same-page"


def examine(case: Case) -> Iterable[Finding]:
    """Each source whose page has the bytes of one before it, under another publisher or address."""
    first: dict[str, Source] = {}
    for recorded in case.dossier.recorded:
        for key, source in recorded.sources.items():
            if source.snapshot is None:
                continue
            other = first.setdefault(source.snapshot.sha256, source)
            if _said(other) == _said(source):
                continue
            same = f"`{other.key}` of {other.location.file}"
            message = f"the page of `{key}` is that of {same}, byte for byte, with another publisher or address"
            hint = "keep the page of each, or say `class: repost`: they count as one publisher"
            yield Finding.of(source.location, ID, message, hint, (key, source.snapshot.sha256))


def _said(source: Source) -> tuple[str | None, str | None]:
    return source.publisher, source.url
