"""A term was added to a recorded statement.

A statement that was recorded before this edit now speaks on an issue on which it did not, although the issue was in
the agenda then. For an issue that this edit adds to the agenda that is how it is meant, and no finding.

## Why it matters

The position of the party changes from the statement's day on, and not from today. That is right where the statement
was not read to its end before, and a reader of the edit needs to know it.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared, corridor: yes}
```

## Accepted

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: north/2024-09-01.yaml
date: 2024-09-01
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {corridor: yes}
```

## When to accept it

It is a note, and fails nothing. Where a team wants recorded files closed, it is raised in the settings.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit


def examine(case: Case) -> Iterable[Finding]:
    """Terms that a recorded statement did not have."""
    if case.edit is None:
        return
    known = set(case.edit.before.agenda.issues)
    for pair in history.pairs(case, case.edit):
        for change in history.changes(pair, case, case.edit):
            if change.was is None and change.now is not None and change.issue in known:
                words = history.said(change.now, case.dossier)
                message = f"{pair.name} was recorded without a word on {change.issue}; now it says: {words}"
                subject = (change.issue, history.value(change.now, case.dossier))
                found = history.finding(change.now.location, "term-added", pair, message, "", subject, change.issue)
                yield found._replace(severity="info", hint=None)


RULE = of_edit("term-added", "info", __doc__, examine)
