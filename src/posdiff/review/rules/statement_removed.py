"""A recorded statement was deleted.

The file of a statement, or of a draft, that was recorded before this edit is gone, and no other file took its place.
The place named is where it was.

## Why it matters

What the party said that day is no longer part of any answer, and what it held before stands again as if nothing had
been said.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# removed: north/2024-06-14.yaml
```

## Accepted

A party that no longer holds a position says so, and a new file says when:

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
withdraws: [status]
```

## When to accept it

Where one statement was recorded twice, or was never made. The file that could say why is gone, so that the finding is
accepted with `posdiff accept`, which asks for a reason, somebody who answers for it, and a day.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit


def examine(case: Case) -> Iterable[Finding]:
    """Files that are gone."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is None:
            held = len(pair.was.terms if isinstance(pair.was, Statement) else pair.was.clauses)
            terms = f", with {held} {'term' if held == 1 else 'terms'}" if held else ""
            hint = "what is no longer held is withdrawn by a new file (`withdraws:`); bring this one back"
            subject = (pair.was.id, *pair.was.parties) if isinstance(pair.was, Statement) else (pair.was.id,)
            message = f"{pair.name} was deleted{terms}"
            yield Finding(pair.was.location, "statement-removed", message, "error", hint, (), subject)


RULE = of_edit("statement-removed", "error", __doc__, examine)
