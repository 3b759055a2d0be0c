"""Issues and steps that are declared differently, under terms recorded before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.statement import Outcome
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review import history
from posdiff.review.case import Case, Edit
from posdiff.review.renames import Renames, between

ID: Final = "issue-changed"

_MOST_RELATED = 5


def examine(case: Case) -> Iterable[Finding]:
    """The issues and steps that were declared differently, and are used by terms."""
    if case.edit is None:
        return
    before, after = case.edit.before.agenda, case.dossier.agenda
    renames = between(before, after)
    for id, issue in before.issues.items():
        issue_after = after.issues.get(renames.issues.get(id, id))
        if issue_after is None:
            continue
        old, new = _renamed(history.declared(issue), renames, issue_after.id), history.declared(issue_after)
        if old.get("ordered") != new.get("ordered") and "options" in old and "options" in new:
            old["options"], new["options"] = sorted(old["options"]), sorted(new["options"])  # told by `ordered`
        fields = [key for key in {**old, **new} if key != "after" and old.get(key) != new.get(key)]
        if fields:
            differences = "; ".join(_told(key, old.get(key), new.get(key)) for key in fields)
            subject = (issue_after.id, str(old), str(new))
            change = f"the issue {issue_after.id}: {differences}"
            added = _added(fields, old, new, issue_after)
            if added and not any(
                _names(term, issue_after, added) for term in _recorded(case, case.edit, issue_after.id)
            ):
                message = f"{change}; no term recorded before changes its meaning"
                if history.users(case.edit.before, {id}):
                    yield Finding(issue_after.location, ID, message, "info", None, (), subject)
                continue
            yield from _finding(case, case.edit, {id}, issue_after.location, change, subject)
    yield from _steps(case, case.edit, before, after, renames)


def _added(
    fields: list[str], declared_before: Mapping[str, Any], declared_after: Mapping[str, Any], issue: Issue
) -> frozenset[str]:
    """The options or members that were added, if nothing else changed and they are not ordered."""
    key = f"{issue.space.noun}s"
    if fields != [key] or declared_after.get("ordered"):
        return frozenset()
    old, new = frozenset(declared_before.get(key, ())), frozenset(declared_after.get(key, ()))
    return new - old if old <= new else frozenset()


def _recorded(case: Case, edit: Edit, issue: str) -> list[history.Said]:
    """The terms that are read by an issue, as they are read now, in files that were there before."""
    old = {file.location.file for file in edit.before.recorded} | set(edit.renamed)
    return [term for file, term in history.users(case.dossier, {issue}) if file.location.file in old]


def _names(term: history.Said, issue: Issue, added: frozenset[str]) -> bool:
    """Whether a term says something of options or members that were added."""
    if isinstance(term, Outcome):
        pieces = list(term.leaves)
    else:
        pieces = [offer.accepts for offer in term.offers] if term.issue == issue.id else []
        pieces += [piece for condition in term.conditions for id, piece in condition if id == issue.id]
    return any(added & issue.space.named_in(piece) for piece in pieces)


def _steps(case: Case, edit: Edit, before: Agenda, after: Agenda, renames: Renames) -> Iterable[Finding]:
    ordering = {id for id, issue in before.issues.items() if issue.space.uses_steps}
    for id, step in before.steps.items():
        step_after = after.steps.get(renames.steps.get(id, id))
        if step_after is None:
            continue
        old, new = sorted(renames.steps.get(earlier, earlier) for earlier in step.after), sorted(step_after.after)
        if old != new:
            message, subject = f"the step {step_after.id}: {_told('after', old, new)}", (step_after.id, *old, "", *new)
            yield from _finding(case, edit, ordering, step_after.location, message, subject)


def _finding(
    case: Case, edit: Edit, issues: set[str], at: Location, change: str, subject: tuple[str, ...]
) -> Iterable[Finding]:
    used = history.users(edit.before, issues)
    if not used:
        return
    count = "1 term recorded before is" if len(used) == 1 else f"{len(used)} terms recorded before are"
    files = history.new_files([file for file, _ in used], case.today)
    hint = "keep it as it was, and declare a new issue beside it"
    if files:
        hint += f"; record the positions on that one in new files: {files}"
    places = [term.location for _, term in used if term.location.file in case.dossier.texts]
    related = tuple(places[:_MOST_RELATED])
    yield Finding.of(at, ID, f"{change}; {count} read by it", hint, subject, related)


def _renamed(declared: dict[str, Any], renames: Renames, issue: str) -> dict[str, Any]:
    names: Mapping[str, str] = {**renames.steps, **renames.within.get(issue, {})}
    renamed = {}
    for key, value in declared.items():
        listed = [names.get(word, word) for word in value] if isinstance(value, list) else value
        renamed[key] = sorted(listed) if isinstance(listed, list) and not declared.get("ordered") else listed
    return renamed


def _told(key: str, before: Any, after: Any) -> str:
    if isinstance(before, list) and isinstance(after, list):
        gone, new = [id for id in before if id not in after], [id for id in after if id not in before]
        parts = [f"without {', '.join(gone)}"] if gone else []
        parts += [f"with {', '.join(new)} added"] if new else []
        return f"`{key}` {' and '.join(parts) or 'in another order'}"
    return f"`{key}` was {_word(before)} and is {_word(after)}"


def _word(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "not there" if value is None else str(value)
