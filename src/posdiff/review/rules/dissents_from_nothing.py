"""A party dissents from its blocs, and is in none on that day or later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "dissents-from-nothing"


def examine(case: Case) -> Iterable[Finding]:
    """Statements with ``dissents`` of a party that the agenda has in no bloc on their day or any later one."""
    blocs_of = case.dossier.agenda.blocs_of
    for statement in case.dossier.statements:
        parties = statement.parties if statement.dissents else ()
        strangers = [party for party in parties if party not in blocs_of]
        # Who joins later does not hold then what the bloc says; who has left holds nothing of it.
        gone = [
            party
            for party in parties
            if party in blocs_of
            and all(each.until is not None and each.until < statement.day for each in blocs_of[party])
        ]
        if not (strangers or gone):
            continue
        told = [f"{joined(strangers)} {'is' if len(strangers) == 1 else 'are'} in no bloc"] if strangers else []
        said = date.fromordinal(statement.day).isoformat()
        told += [f"{joined(gone)} {'is' if len(gone) == 1 else 'are'} in no bloc on {said} or later"] if gone else []
        message = f"{', and '.join(told)}, and can dissent from none"
        hint = "name it under `members` of its bloc in the agenda, or delete `dissents`"
        if gone:
            hint = "see `members` of its bloc in the agenda, up to which day it is in it, or delete `dissents`"
        subject = (statement.id, *strangers, *gone, *(reference.name for reference in statement.dissents))
        yield Finding.of(statement.dissents[0].location, ID, message, hint, subject)
