"""A source has no address, or no publisher.

One of the two is missing. Where both are, that is `source-untraceable`.

## Why it matters

Without an address a reader cannot open it; without a publisher nobody can see whose account it is, and an address that
has died leads nowhere.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, date: 2024-06-14}}
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

It is a note, and fails nothing: letters, leaflets and minutes have no address. A team whose sources are all public may
raise it in the settings.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import unattributed
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Sources with one of the two only."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            if source.publisher is None and unattributed(file):
                continue  # a graver finding says so
            if (source.url is None) != (source.publisher is None):
                what, add = ("address", "url") if source.url is None else ("publisher", "publisher")
                message = f"the source `{key}` has no {what}"
                subject = (key, source.url or "", source.publisher or "")
                yield Finding(source.location, "source-incomplete", message, "info", f"add `{add}:`", (), subject)


RULE = in_check("source-incomplete", "info", __doc__, examine)
