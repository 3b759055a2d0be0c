"""A statement or draft has no source.

## Why it matters

Nobody can look up what was said, by whom and when. Every answer shows the source of what it says; here there is none.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
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

Where the source may not be named, and the team knows it: accept it with `posdiff accept`, and say who has seen it.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Files without a source."""
    for file in case.dossier.recorded:
        if not file.sources:
            hint = "add `sources:` with a publisher and a url"
            yield Finding(file.location, "no-source", "no source is named", "warning", hint, (), (file.id,))


RULE = in_check("no-source", "warning", __doc__, examine)
