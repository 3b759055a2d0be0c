"""A bloc speaks on a day on which it has no members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "speaks-for-nobody"


def examine(case: Case) -> Iterable[Finding]:
    """Blocs of no size with statements of days on which nobody is in them: each once, by the first such statement."""
    for party in case.dossier.agenda.parties.values():
        if party.members is None or party.size is not None:
            continue
        alone = [
            statement
            for statement in case.dossier.of(party.id)
            if not any(membership.on(statement.day) for membership in party.members)
        ]
        if alone:
            more = f" and {len(alone) - 1:,} more of its statements" if alone[1:] else ""
            when = f"on the day of {alone[0].id}{more}" if party.members else "at all"
            message = f"{party.id} speaks, and has no members {when}"
            hint = "name them under `members` in the agenda with their days, or say how many there are with `size`"
            related = (party.location, *(statement.location for statement in alone[1:]))
            yield Finding.of(alone[0].location, ID, message, hint, (party.id, alone[0].id), related)
