"""Issues and steps that are declared differently, under terms recorded before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.statement import Clause
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
        now = after.issues.get(renames.issues.get(id, id))
        if now is None:
            continue
        was, is_now = _renamed(history.declared(issue), renames, now.id), history.declared(now)
        if was.get("ordered") != is_now.get("ordered") and "options" in was and "options" in is_now:
            was["options"], is_now["options"] = sorted(was["options"]), sorted(is_now["options"])  # told by `ordered`
        fields = [key for key in {**was, **is_now} if key != "after" and was.get(key) != is_now.get(key)]
        if fields:
            told = "; ".join(_told(key, was.get(key), is_now.get(key)) for key in fields)
            subject = (now.id, str(was), str(is_now))
            what = f"the issue {now.id}: {told}"
            added = _added(fields, was, is_now, now)
            if added and not any(_names(term, now, added) for term in _recorded(case, case.edit, now.id)):
                message = f"{what}; no term recorded before changes its meaning"
                if history.users(case.edit.before, {id}):
                    yield Finding(now.location, ID, message, "info", None, (), subject)
                continue
            yield from _finding(case, case.edit, {id}, now.location, what, subject)
    yield from _steps(case, case.edit, before, after, renames)


def _added(fields: list[str], was: Mapping[str, Any], now: Mapping[str, Any], issue: Issue) -> frozenset[str]:
    """The options or members that were added, if nothing else changed and they are not ordered."""
    key = f"{issue.space.noun}s"
    if fields != [key] or now.get("ordered"):
        return frozenset()
    old, new = frozenset(was.get(key, ())), frozenset(now.get(key, ()))
    return new - old if old <= new else frozenset()


def _recorded(case: Case, edit: Edit, issue: str) -> list[history.Said]:
    """The terms that are read by an issue, as they are read now, in files that were there before."""
    old = {file.location.file for file in edit.before.recorded} | set(edit.renamed)
    return [term for file, term in history.users(case.dossier, {issue}) if file.location.file in old]


def _names(term: history.Said, issue: Issue, added: frozenset[str]) -> bool:
    """Whether a term says something of options or members that were added."""
    if isinstance(term, Clause):
        pieces = [term.accepts]
    else:
        pieces = [offer.accepts for offer in term.offers] if term.issue == issue.id else []
        conditions = (term.condition, *(offer.condition for offer in term.offers))
        pieces += [piece for condition in conditions for id, piece in condition if id == issue.id]
    return any(added & issue.space.named_in(piece) for piece in pieces)


def _steps(case: Case, edit: Edit, before: Agenda, after: Agenda, renames: Renames) -> Iterable[Finding]:
    ordering = {id for id, issue in before.issues.items() if issue.space.uses_steps}
    for id, step in before.steps.items():
        now = after.steps.get(renames.steps.get(id, id))
        if now is None:
            continue
        was = sorted(renames.steps.get(each, each) for each in step.after)
        if was != sorted(now.after):
            message = f"the step {now.id}: {_told('after', was, sorted(now.after))}"
            yield from _finding(case, edit, ordering, now.location, message, (now.id, *was, "", *sorted(now.after)))


def _finding(
    case: Case, edit: Edit, issues: set[str], at: Location, what: str, subject: tuple[str, ...]
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
    yield Finding.of(at, ID, f"{what}; {count} read by it", hint, subject, related)


def _renamed(declared: dict[str, Any], renames: Renames, issue: str) -> dict[str, Any]:
    names: Mapping[str, str] = {**renames.steps, **renames.within.get(issue, {})}
    made = {}
    for key, value in declared.items():
        listed = [names.get(each, each) for each in value] if isinstance(value, list) else value
        made[key] = sorted(listed) if isinstance(listed, list) and not declared.get("ordered") else listed
    return made


def _told(key: str, was: Any, now: Any) -> str:
    if isinstance(was, list) and isinstance(now, list):
        gone, new = [each for each in was if each not in now], [each for each in now if each not in was]
        parts = [f"without {', '.join(gone)}"] if gone else []
        parts += [f"with {', '.join(new)} added"] if new else []
        return f"`{key}` {' and '.join(parts) or 'in another order'}"
    return f"`{key}` was {_word(was)} and is {_word(now)}"


def _word(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "not there" if value is None else str(value)
