"""Titles of the agenda that were changed under terms recorded before."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.renames import between

ID: Final = "title-changed"


class _Words(NamedTuple):
    what: str
    was: str | None
    now: str | None
    issues: set[str]
    at: Location


def examine(case: Case) -> Iterable[Finding]:
    """The titles, names and questions that were changed, and are shown with terms."""
    if case.edit is None:
        return
    for words in _called(case.edit.before.agenda, case.dossier.agenda):
        if words.was is None or words.now is None or _even(words.was) == _even(words.now):
            continue
        used = len(history.users(case.edit.before, words.issues))
        if used:
            count = "1 term recorded before is" if used == 1 else f"{used} terms recorded before are"
            message = f"{words.what} was changed from “{words.was}” to “{words.now}”; {count} shown under it"
            hint = "if the new words mean something else, restore the old ones and declare a new id beside them"
            subject = (words.what, words.was, words.now)
            yield Finding.of(words.at, ID, message, hint, subject)


def _called(before: Agenda, after: Agenda) -> Iterator[_Words]:
    renames = between(before, after)
    ordering = {id for id, issue in before.issues.items() if issue.space.uses_steps}
    for id, party in before.parties.items():
        if id in after.parties:
            yield _Words(f"the name of the party {id}", party.name, after.parties[id].name, set(before.issues),
                         after.parties[id].location)  # fmt: skip
    for id, step in before.steps.items():
        if id in after.steps:
            now_step = after.steps[id]
            yield _Words(f"the title of the step {id}", step.title, now_step.title, ordering, now_step.location)
    for id, issue in before.issues.items():
        issue_after = after.issues.get(renames.issues.get(id, id))
        if issue_after is None:
            continue
        yield _Words(
            f"the title of the issue {issue_after.id}", issue.title, issue_after.title, {id}, issue_after.location
        )
        yield _Words(
            f"the question of the issue {issue_after.id}",
            issue.question,
            issue_after.question,
            {id},
            issue_after.location,
        )
        titles = issue_after.space.vocabulary
        for named, title in issue.space.vocabulary.items():
            yield _Words(
                f"the title of {named} on {issue_after.id}", title, titles.get(named), {id}, issue_after.location
            )


def _even(text: str) -> str:
    return " ".join(text.split())
