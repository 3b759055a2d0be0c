"""Accepted findings that an edit adds, changes or takes away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review.acceptance import PATH, Acceptance
from posdiff.review.case import Case

ID: Final = "acceptance-changed"


def examine(case: Case) -> Iterable[Finding]:
    """Each entry that is another after the edit: the check goes by those of before."""
    if case.edit is None or case.edit.acceptances is None:
        return
    before, after = ({_named(entry): entry for entry in each.entries} for each in case.edit.acceptances)
    for name, entry in after.items():
        old = before.get(name)
        if old is None:
            yield _about(entry, entry.location, f"the edit would accept {_what(entry)}", "add")
        elif changed := [key for key in ("expires", "reason", "owner") if getattr(old, key) != getattr(entry, key)]:
            keys = " and ".join(f"`{key}`" for key in changed)
            yield _about(
                entry, entry.location, f"the edit would change {keys} of the acceptance of {_what(entry)}", "change"
            )
    for name, entry in before.items():
        if name not in after:
            # Of a file that is gone, the place where the entry was.
            place = Location(PATH, 1, 1) if case.edit.acceptances.after.text else entry.location
            yield _about(entry, place, f"the edit would no longer accept {_what(entry)}", "remove")


def _about(entry: Acceptance, place: Location, message: str, how: str) -> Finding:
    hint = "let somebody who answers for accepted findings look at it: this check goes by those of the merge base"
    subject = (how, *_named(entry), date.fromordinal(entry.expires).isoformat())
    return Finding.of(place, ID, f"{message}; it takes effect once it is merged", hint, subject)


def _named(entry: Acceptance) -> tuple[str, ...]:
    """What an entry accepts: what stays when its reason, its owner or its last day changes."""
    return entry.rule, entry.fingerprint, entry.file or "", entry.party or "", entry.issue or ""


def _what(entry: Acceptance) -> str:
    where = entry.file or f"{entry.party}, {entry.issue}"
    return f"[{entry.rule}] of {where} until {date.fromordinal(entry.expires).isoformat()}"
