"""Ids of the agenda that were renamed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case, Edit
from posdiff.review.renames import Rename, Renames, between

ID: Final = "id-renamed"

_MOST_RELATED = 5


def examine(case: Case) -> Iterable[Finding]:
    """Ids that were renamed, with the terms that are read by them."""
    if case.edit is None:
        return
    renames = between(case.edit.before.agenda, case.dossier.agenda)
    for rename in renames.every:
        used = _users(rename, renames, case.edit)
        where = f" of {rename.issue}" if rename.issue else ""
        message = f"the {rename.what} `{rename.old}`{where} was renamed to `{rename.new}`"
        if used:
            terms = "1 term" if len(used) == 1 else f"{len(used)} terms"
            whose = ", ".join(dict.fromkeys(p for file, _ in used if isinstance(file, Statement) for p in file.parties))
            whose = f", of {whose}," if whose else ""
            message += f"; {terms} recorded before{whose} {'is' if len(used) == 1 else 'are'} read by it"
        files = history.new_files([file for file, _ in used], case.today)
        hint = "keep the old id: titles may change, ids must not"
        if files and rename.what != "party":
            hint += "; if something else is meant, declare a new id beside it, and record the positions on it in new "
            hint += f"files: {files}"
        places = [term.location for _, term in used if term.location.file in case.dossier.texts]
        subject = (rename.what, rename.issue or "", rename.old, rename.new)
        yield Finding.of(rename.location, ID, message, hint, subject, tuple(places[:_MOST_RELATED]))


def _users(rename: Rename, renames: Renames, edit: Edit) -> list[tuple[history.Recorded, history.Said]]:
    """The terms recorded before that are read by the id."""
    before = edit.before
    if rename.what == "party":
        used = history.users(before, set(before.agenda.issues))
        return [(file, term) for file, term in used if isinstance(file, Statement) and rename.old in file.parties]
    if rename.what == "step":
        return history.users(before, {id for id, issue in before.agenda.issues.items() if issue.space.uses_steps})
    back = {new: old for old, new in renames.issues.items()}
    issue = rename.old if rename.what == "issue" else back.get(rename.issue or "", rename.issue or "")
    return history.users(before, {issue})
