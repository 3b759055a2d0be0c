"""Something is reported, and it is not said who reports it.

The `standing` is `reported`, and neither `speaker` nor the publisher of a source says whose account it is.

## Why it matters

What is reported is worth as much as its reporter. "It is said that" is no source.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
standing: reported
sources: {paper: {url: "https://example.org/a"}}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
standing: reported
speaker: Two officials, not named, as told by a newspaper
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

## When to accept it

Where the reporter asked not to be named: say so in the `note` of the statement, and accept it.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import unattributed
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Reports without a reporter."""
    for file in case.dossier.recorded:
        if unattributed(file):
            message = "this is reported, and it is not said by whom"
            hint = "say in `speaker:` whose account it is, and add the source's `publisher:`"
            yield Finding(file.location, "reported-by-nobody", message, "warning", hint, (), (file.id,))


RULE = in_check("reported-by-nobody", "warning", __doc__, examine)
