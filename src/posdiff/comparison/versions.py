"""Two versions of one statement or draft: what it says otherwise, issue by issue, whatever the words."""

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.comparison.changes import ChangeKind, between
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Clause, Draft, Statement
from posdiff.dossier.term import Term


class SaidChange(NamedTuple):
    """What a statement or draft says otherwise on an issue; None where it says nothing. ``kind`` for two terms."""

    issue: Issue
    kind: ChangeKind | None
    before: Term | Clause | None
    after: Term | Clause | None


class ListChange(NamedTuple):
    """What is new under ``reaffirms`` or ``withdraws``, and what is gone."""

    key: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def said_changes(
    agenda: Agenda, before: Statement | Draft | None, after: Statement | Draft | None
) -> tuple[SaidChange, ...]:
    """What one version says otherwise than the other, in the agenda's order."""
    settlements = Settlements(agenda.issues)
    old, new = _said(before), _said(after)
    found = []
    for issue in agenda.issues.values():
        one, other = old.get(issue.id), new.get(issue.id)
        if one is None and other is None:
            continue
        kind: ChangeKind | None = None
        if isinstance(one, Term) and isinstance(other, Term):
            kind = between(issue, one, other, settlements)
            if kind is None:
                continue
        elif (
            isinstance(one, Clause)
            and isinstance(other, Clause)
            and issue.space.equal((one.accepts,), (other.accepts,))
        ):
            continue
        found.append(SaidChange(issue, kind, one, other))
    return tuple(found)


def list_changes(before: Statement | Draft | None, after: Statement | Draft | None) -> tuple[ListChange, ...]:
    """What became of the lists of a statement."""
    found = []
    was, now = _lists(before), _lists(after)
    for key in ("withdraws", "reaffirms"):
        old, new = was.get(key, []), now.get(key, [])
        change = ListChange(key, tuple(n for n in new if n not in old), tuple(o for o in old if o not in new))
        if change.added or change.removed:
            found.append(change)
    return tuple(found)


def _said(one: Statement | Draft | None) -> Mapping[str, Term | Clause]:
    if one is None:
        return {}
    return one.terms if isinstance(one, Statement) else one.clauses


def _lists(version: Statement | Draft | None) -> Mapping[str, list[str]]:
    """The names under each list of a statement; a draft has none."""
    if not isinstance(version, Statement):
        return {}
    lists = {"withdraws": version.withdraws, "reaffirms": version.reaffirms}
    return {key: [reference.name for reference in references] for key, references in lists.items()}
