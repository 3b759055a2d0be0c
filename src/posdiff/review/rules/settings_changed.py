"""Settings that an edit brings, changes or takes away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case, SettingChange

ID: Final = "settings-changed"


def examine(case: Case) -> Iterable[Finding]:
    """Each setting that is another after the edit: the check goes by the one of before."""
    if case.edit is None:
        return
    for change in case.edit.settings.changes:
        message = f"{_in_words(change)}; it takes effect once it is merged"
        hint = "let somebody who answers for the settings look at it: this check goes by those of the merge base"
        subject = (change.key, change.before or "", change.after or "")
        yield Finding.of(change.location, ID, message, hint, subject)


def _in_words(change: SettingChange) -> str:
    if change.before is None:
        return f"the edit would set `{change.key}` to {change.after}"
    if change.after is None:
        return f"the edit would take away the setting `{change.key}`, which is {change.before}"
    return f"the edit would change `{change.key}` from {change.before} to {change.after}"
