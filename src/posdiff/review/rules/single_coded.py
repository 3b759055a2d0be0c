"""Statements and drafts whose coding nobody else has looked through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Draft, Statement, second_readers
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review.case import Case

ID: Final = "single-coded"
_HINT = "have a second person read the sources, and name them: `checked-by: …`"


def examine(case: Case) -> Iterable[Finding]:
    """Files without ``checked-by``, and those in which it names nobody but who coded them.

    Where the settings name the rule, each has a finding. Else there is one of the agenda that counts them; none where
    no file says who coded it: who keeps no such record has none to complete.
    """
    recorded = case.dossier.recorded
    single = [each for each in recorded if not second_readers(each)]
    if ID in case.settings.levels:
        yield from map(_of_file, single)
    elif single and any(each.coded_by or each.checked_by for each in recorded):
        agenda = next(file for file in case.dossier.texts if file.startswith("agenda."))
        files = "1 file" if len(recorded) == 1 else f"{len(recorded):,} files"
        message = f"somebody who confirmed the coding is named in {len(recorded) - len(single):,} of {files}"
        hint = f'{_HINT}; with `{ID} = "info"` under `[tool.posdiff.rules]` each of the others is listed'
        yield Finding.of(Location(agenda, 1, 1), ID, message, hint, ("of all files",))


def _of_file(recorded: Statement | Draft) -> Finding:
    by = f" beside {', '.join(recorded.coded_by)}" if recorded.coded_by else ""
    message = f"nobody{by} is named who looked through this coding"
    message += ": `checked-by` has the same name as `coded-by`" if recorded.checked_by else ""
    return Finding.of(recorded.location, ID, message, _HINT, (recorded.id,))
