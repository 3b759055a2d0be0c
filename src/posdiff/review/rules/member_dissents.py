"""A member of a bloc dissents from what that holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from posdiff.dossier.agenda import Membership
from posdiff.dossier.fold import Known, record
from posdiff.dossier.position import Held, Record
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "member-dissents"
_HINT = "nothing has to be done; delete it from `dissents` where the member did not say so"
_REPORTED = "nothing has to be done; it counts with --with-reported alone, until the member says so itself"


class OfBloc(NamedTuple):
    """A position of a bloc that a member does not hold, from one day to another (ordinals)."""

    bloc: str
    held: Held
    first: int
    last: int


def examine(case: Case) -> Iterable[Finding]:
    """Each issue on which a statement dissents, and a bloc that the party is in then or later holds a position.

    A statement that is only reported is told of where the party itself has not said so by any other, and as reported.
    """
    dossier, agenda = case.dossier, case.dossier.agenda
    known: Known = {}
    told: set[tuple[str, str]] = set()
    for statement in sorted(dossier.statements, key=lambda said: said.standing == "reported"):
        for party in statement.parties if statement.dissents and statement.day <= case.today else ():
            memberships = agenda.blocs_of.get(party, ())
            records = {each.bloc: record(dossier, each.bloc, case.today, known=known) for each in memberships}
            for reference in statement.dissents:
                issue = reference.name
                found = [
                    position
                    for each in memberships
                    for position in _not_held(each, records[each.bloc], issue, statement.day, case.today)
                ]
                if not found or (party, issue) in told:
                    continue
                told.add((party, issue))
                whose = _whose(found, statement.day, case.today)
                said = f"what {joined(whose)} {'say' if whose[1:] else 'says'} on {issue}"
                message, hint = f"{party} does not hold {said}", _HINT
                if statement.standing == "reported":
                    message, hint = f"{party} is reported not to hold {said}", _REPORTED
                blocs = dict.fromkeys(position.bloc for position in found)
                yield Finding.of(reference.location, ID, message, hint, (statement.id, party, issue, *blocs))


def _not_held(membership: Membership, of_bloc: Record, issue: str, since: int, today: int) -> Iterator[OfBloc]:
    """What a bloc holds on an issue while a party is in it, after the day on which that says that it dissents."""
    first, last = max(since, membership.since or since), min(today, membership.until or today)
    for held, begun, ended in of_bloc.held_on(issue, today):
        days = max(first, begun), min(last, ended)
        if days[0] <= days[1]:
            yield OfBloc(membership.bloc, held, *days)


def _whose(found: Iterable[OfBloc], since: int, today: int) -> list[str]:
    """In whose names these positions were said: through which bloc; from and until which day, where not all along."""
    of_each: dict[tuple[str, str], list[OfBloc]] = {}
    for position in found:
        for part in position.held.parts:
            origin = part.said_by or position.bloc
            of_each.setdefault((origin, position.bloc), []).append(position)
    told = []
    for (origin, bloc), positions in of_each.items():
        if origin != bloc and (origin, origin) in of_each:
            continue  # the party is in that bloc itself
        first, last = min(each.first for each in positions), max(each.last for each in positions)
        more = [f"through its bloc {bloc}"] if origin != bloc else []
        more += [f"from {date.fromordinal(first)}"] if first > since else []
        more += [f"until {date.fromordinal(last)}"] if last < today else []
        told.append(f"{origin} ({', '.join(more)})" if more else origin)
    return told
