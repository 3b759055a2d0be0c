"""Pages of sources that are no longer the ones that were read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-changed-on-disk"


def examine(case: Case) -> Iterable[Finding]:
    """The pages with other bytes than the snapshot says, and the texts beside pages that these do not give."""
    for kept in case.evidence.pages if case.evidence else ():
        file, key = kept.page.snapshot.file, kept.source.key
        if kept.page.problem == "changed":
            message = f"`sources/{file}` is not the page that `{key}` was read as: {kept.page.message}"
            yield Finding.of(kept.location, ID, message, kept.page.hint, (key, file, "bytes"))
        elif kept.page.text_differs:
            # No quote is looked up in that text, and another version of the library may have made it.
            message = f"`sources/{file}.txt` is not the text of the page that `{key}` was read as"
            hint = "posdiff source add --force writes it anew"
            yield Finding.of(kept.location, ID, message, hint, (key, file, "text"))._replace(severity="warning")
