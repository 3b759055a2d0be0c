"""Clauses of recorded drafts that were rewritten, moved or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from posdiff.comparison.draft_steps import moved_ids
from posdiff.dossier.statement import Clause, Draft
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.renames import between

ID: Final = "clause-changed"

_HINT = "record the next version as a draft of its own; if this one was wrong, add `corrects:` with the reason"


def examine(case: Case) -> Iterable[Finding]:
    """The clauses that are not what they were. One that came in addition is no change."""
    if case.edit is None:
        return
    renames = between(case.edit.before.agenda, case.dossier.agenda)
    names = {**renames.parties, **renames.issues}
    for pair in history.pairs(case, case.edit):
        if isinstance(pair.was, Draft) and isinstance(pair.now, Draft):
            for at, id, message in _changes(pair.was, pair.now, names):
                told = f"clause {id} of {pair.name} {message}"
                yield history.finding(at, ID, pair, told, _HINT, (pair.was.id, id, message))


def _changes(was: Draft, now: Draft, names: Mapping[str, str]) -> Iterator[tuple[Location, str, str]]:
    """The place, the id of the clause, and what became of it."""
    clauses = {clause.id: clause for clause in now.clauses}
    elsewhere = moved_ids([clause.id for clause in was.clauses], [*clauses])
    for clause in was.clauses:
        if clause.id not in clauses:
            yield now.location, clause.id, "is gone"
            continue
        before, after = _fields(clause, names), _fields(clauses[clause.id], {})
        changed = [key for key, words in before.items() if words and words != after[key]]
        if changed:
            yield clauses[clause.id].location, clause.id, f"has another {' and another '.join(changed)}"
        elif clause.id in elsewhere:
            yield clauses[clause.id].location, clause.id, "stands elsewhere in the text"


def _fields(clause: Clause, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What a clause says, key by key; how it is laid out does not count."""
    texts = {"title": clause.title or "", "text": clause.text, "status": clause.status or ""}
    return {
        **{f"`{key}`": tuple(text.split()) for key, text in texts.items()},
        "`settles`": tuple(sorted(names.get(issue, issue) for issue in clause.settles)),
        "`by`": tuple(sorted(names.get(whose, whose) for whose in clause.by)),
    }
