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
    """Ids that are called otherwise, with what is read by them."""
    if case.edit is None:
        return
    renames = between(case.edit.before.agenda, case.dossier.agenda)
    for each in renames.found:
        used = _users(each, renames, case.edit)
        where = f" of {each.issue}" if each.issue else ""
        message = f"the {each.what} `{each.old}`{where} is called `{each.new}` now"
        if used:
            terms = "1 term" if len(used) == 1 else f"{len(used)} terms"
            whose = ", ".join(dict.fromkeys(p for file, _ in used if isinstance(file, Statement) for p in file.parties))
            message += f"; {terms} recorded before {'is' if len(used) == 1 else 'are'} re-interpreted by it"
            message += f": of {whose}" if whose else ""
        files = history.new_files([file for file, _ in used], case.today)
        hint = "keep the id: titles may change, ids stay"
        if files and each.what != "party":
            hint += f"; if something else is meant, declare a new id beside it, and write new position files: {files}"
        places = [term.location for _, term in used if term.location.file in case.dossier.texts]
        subject = (each.what, each.issue or "", each.old, each.new)
        yield Finding(each.location, "id-renamed", message, "error", hint, tuple(places[:_MOST_RELATED]), subject)


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
