"""A party dissents from its blocs, and is in none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "dissents-from-nothing"


def examine(case: Case) -> Iterable[Finding]:
    """Statements with ``dissents`` of a party that the agenda has in no bloc, on no day."""
    blocs_of = case.dossier.agenda.blocs_of
    for statement in case.dossier.statements:
        strangers = [party for party in statement.parties if party not in blocs_of] if statement.dissents else []
        if strangers:
            are = "is" if len(strangers) == 1 else "are"
            message = f"{joined(strangers)} {are} in no bloc, and can dissent from none"
            hint = "name it under `members` of its bloc in the agenda, or delete `dissents`"
            subject = (statement.id, *strangers, *(reference.name for reference in statement.dissents))
            yield Finding.of(statement.dissents[0].location, ID, message, hint, subject)
