"""A statement or draft is dated in the future.

## Why it matters

What has not been said yet is no position. Until that day it counts for nothing, and from then on it counts as said.
Days are those of the machine that checks.

## Refused

```yaml
# north/2025-06-14.yaml
date: 2025-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

## When to accept it

Where a text is under embargo. Where it is a day ahead in another time zone, wait a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Files of days to come."""
    for file in case.dossier.recorded:
        if file.day > case.today:
            day = date.fromordinal(file.day).isoformat()
            message = f"{day} has not come yet"
            hint = "correct the date, in the file and in its name"
            yield Finding(file.location, "future-date", message, "warning", hint, (), (file.id, day))


RULE = in_check("future-date", "warning", __doc__, examine)
