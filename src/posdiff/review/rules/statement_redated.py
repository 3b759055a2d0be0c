"""A recorded statement was given another date.

A statement that was recorded before this edit now has another day, in its file's name or its `date`.

## Why it matters

The order of what was said changes, and with it every position between the two days, what counts as a change, and what
holds where two statements follow each other.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# renamed: north/2024-06-17.yaml from north/2024-06-14.yaml
date: 2024-06-17
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

## Accepted

A file that is given a slug keeps its day:

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# renamed: north/2024-06-14-speech.yaml from north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

## When to accept it

Where the day was wrong: `corrects:` with the reason, which best names the source for the right one, makes it a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit


def examine(case: Case) -> Iterable[Finding]:
    """Files whose day is another one."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is not None and pair.now.day != pair.was.day:
            days = [date.fromordinal(file.day).isoformat() for file in (pair.was, pair.now)]
            message = f"{pair.name} is dated {days[1]} now"
            hint = "a statement keeps its day; where it was wrong, add `corrects:` with the reason"
            yield history.finding(pair.now.location, "statement-redated", pair, message, hint, (pair.was.id, *days))


RULE = of_edit("statement-redated", "error", __doc__, examine)
