"""A member of a bloc dissents from what that holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.fold import Known, record
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "member-dissents"
_HINT = "nothing has to be done; delete it from `dissents` where the member did not say so"
_REPORTED = "nothing has to be done; it counts with --with-reported alone, until the member says so itself"


def examine(case: Case) -> Iterable[Finding]:
    """Each issue on which a statement dissents, and a bloc of the party has held a position up to today.

    A statement that is only reported is told of where the party itself has not said so by any other, and as reported.
    """
    dossier, agenda = case.dossier, case.dossier.agenda
    known: Known = {}
    told: set[tuple[str, str]] = set()
    for statement in sorted(dossier.statements, key=lambda said: said.standing == "reported"):
        for party in statement.parties if statement.dissents and statement.day <= case.today else ():
            memberships = agenda.blocs_of.get(party, ())
            blocs = [each.bloc for each in memberships if each.until is None or statement.day <= each.until]
            moves = {bloc: record(dossier, bloc, case.today, known=known).moves for bloc in blocs}
            for reference in statement.dissents:
                issue = reference.name
                speaking = [bloc for bloc in blocs if any(move.issue == issue for move in moves[bloc])]
                if not speaking or (party, issue) in told:
                    continue
                told.add((party, issue))
                said = f"what {joined(speaking)} {'say' if speaking[1:] else 'says'} on {issue}"
                message, hint = f"{party} does not hold {said}", _HINT
                if statement.standing == "reported":
                    message, hint = f"{party} is reported not to hold {said}", _REPORTED
                yield Finding.of(reference.location, ID, message, hint, (statement.id, party, issue, *speaking))
