"""Reported statements that name nobody who reported them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import unattributed
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "reported-by-nobody"


def examine(case: Case) -> Iterable[Finding]:
    """The reported files that name neither a speaker nor a publisher."""
    for file in case.dossier.recorded:
        if unattributed(file):
            message = "this is reported, but nothing says by whom"
            hint = "say in `speaker:` whose account it is, or add the source's `publisher:`"
            yield Finding.of(file.location, ID, message, hint, (file.id,))
