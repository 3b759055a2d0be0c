"""Two versions of one statement or draft: what it says otherwise, issue by issue, whatever the words."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from posdiff.comparison.changes import ChangeKind, between
from posdiff.comparison.draft_steps import ClauseStep, clause_step, in_order, moved_ids
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Clause, Draft, Outcome, Statement
from posdiff.dossier.term import Term


class SaidChange(NamedTuple):
    """What a statement or draft says otherwise on an issue; None where it says nothing. ``kind`` for two terms."""

    issue: Issue
    kind: ChangeKind | None
    before: Term | Outcome | None
    after: Term | Outcome | None


class ListChange(NamedTuple):
    """What is new under ``reaffirms`` or ``withdraws``, and what is gone."""

    key: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


#: What is to be known of a clause besides its words.
ClauseField = Literal["title", "status", "settles", "by", "note"]


class ClauseEdit(NamedTuple):
    """A clause of which something became; None where a version lacks it.

    ``fields``: of what both have, the keys besides the words that say something else, each with both values.
    """

    before: Clause | None
    after: Clause | None
    step: ClauseStep
    fields: Mapping[ClauseField, tuple[str, str]]

    @property
    def clause(self) -> Clause:
        """The clause as it is, or as it was."""
        return self.after or self.before  # type: ignore[return-value]


def clause_edits(before: Draft | None, after: Draft | None) -> tuple[ClauseEdit, ...]:
    """The clauses of which something became from one version of a draft to the other, in the order of the text."""
    old = {clause.id: clause for clause in before.clauses} if before else {}
    new = {clause.id: clause for clause in after.clauses} if after else {}
    moved = moved_ids([*old], [*new])
    edits = []
    for id in in_order([[*old], [*new]]):
        was, is_now = old.get(id), new.get(id)
        step = clause_step(("before", "after"), was, is_now, id in moved)
        fields = _fields(was, is_now) if was and is_now else {}
        if step.change != "same" or step.moved or fields:
            edits.append(ClauseEdit(was, is_now, step, fields))
    return tuple(edits)


def _fields(before: Clause, after: Clause) -> dict[ClauseField, tuple[str, str]]:
    """What is to be known of a clause besides its words, where it is otherwise."""
    was, is_now = _about(before), _about(after)
    return {key: (words, is_now[key]) for key, words in was.items() if words != is_now[key]}


def _about(clause: Clause) -> dict[ClauseField, str]:
    return {
        "title": clause.title or "", "status": clause.status or "", "settles": ", ".join(clause.settles),
        "by": ", ".join(clause.by), "note": clause.note or "",
    }  # fmt: skip


def said_changes(
    agenda: Agenda, before: Statement | Draft | None, after: Statement | Draft | None
) -> tuple[SaidChange, ...]:
    """What one version says otherwise than the other, in the agenda's order."""
    settlements = Settlements(agenda.issues)
    old, new = _said(before), _said(after)
    changes = []
    for issue in agenda.issues.values():
        said_before, said_after = old.get(issue.id), new.get(issue.id)
        if said_before is None and said_after is None:
            continue
        kind: ChangeKind | None = None
        if isinstance(said_before, Term) and isinstance(said_after, Term):
            kind = between(issue, (said_before,), (said_after,), settlements)
            if kind is None:
                continue
        elif (
            isinstance(said_before, Outcome)
            and isinstance(said_after, Outcome)
            and issue.space.equal(said_before.leaves, said_after.leaves)
            and len(said_before.options) == len(said_after.options)
        ):
            continue
        changes.append(SaidChange(issue, kind, said_before, said_after))
    return tuple(changes)


def list_changes(before: Statement | Draft | None, after: Statement | Draft | None) -> tuple[ListChange, ...]:
    """What became of the lists of a statement."""
    changes = []
    lists_before, lists_after = _lists(before), _lists(after)
    for key in ("withdraws", "reaffirms"):
        old, new = lists_before.get(key, []), lists_after.get(key, [])
        change = ListChange(key, tuple(n for n in new if n not in old), tuple(o for o in old if o not in new))
        if change.added or change.removed:
            changes.append(change)
    return tuple(changes)


def _said(version: Statement | Draft | None) -> Mapping[str, Term | Outcome]:
    if version is None:
        return {}
    return version.terms if isinstance(version, Statement) else version.outcomes


def _lists(version: Statement | Draft | None) -> Mapping[str, list[str]]:
    """The names under each list of a statement; a draft has none."""
    if not isinstance(version, Statement):
        return {}
    lists = {"withdraws": version.withdraws, "reaffirms": version.reaffirms}
    return {key: [reference.name for reference in references] for key, references in lists.items()}
