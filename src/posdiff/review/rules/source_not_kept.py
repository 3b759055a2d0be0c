"""Sources whose page is not at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-not-kept"


def examine(case: Case) -> Iterable[Finding]:
    """The sources with a snapshot whose file is not on this machine."""
    for kept in case.evidence.pages if case.evidence else ():
        if kept.page.problem == "not-here":
            file, key = kept.page.snapshot.file, kept.source.key
            message = f"the page of `{key}`, `sources/{file}`: {kept.page.message}; its quotes are not verified here"
            hint = kept.page.hint or "ask who has it, and put it there: its hash tells whether it is the page"
            yield Finding.of(kept.location, ID, message, hint, (key, file))
