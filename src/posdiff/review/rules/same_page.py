"""Sources that are told as two and of which one and the same page is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "same-page"


def examine(case: Case) -> Iterable[Finding]:
    """Each source whose page has the bytes of one before it: under another publisher or address, or in one file."""
    first: dict[str, Source] = {}
    for recorded in case.dossier.recorded:
        first_here: dict[str, Source] = {}
        for key, source in recorded.sources.items():
            if source.snapshot is None:
                continue
            elsewhere = first.setdefault(source.snapshot.sha256, source)
            here = first_here.setdefault(source.snapshot.sha256, source)
            other = here if _said(elsewhere) == _said(source) else elsewhere
            if other is source:
                continue
            same = f"the page of `{key}` is that of `{other.key}` of {other.location.file}, byte for byte"
            if _said(other) != _said(source):
                message = f"{same}, with another publisher or address"
                hint = "keep the page of each, or say `class: repost`: they count as one publisher"
            else:
                message = f"{same}: they are one source, told as two"
                hint = f"keep `{other.key}` alone, or the page of each"
            yield Finding.of(source.location, ID, message, hint, (key, source.snapshot.sha256))


def _said(source: Source) -> tuple[str | None, str | None]:
    return source.publisher, source.url
