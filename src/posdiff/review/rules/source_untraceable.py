"""A source has neither an address nor a publisher.

## Why it matters

A title alone does not lead anybody to the text. Where one of the two is there, the source can be found; that the other
is missing is `source-incomplete`.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {title: An article}}
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

Where the source was seen, and where it came from can no longer be said, as the `note` of the source then says.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Sources that nothing leads to."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            if source.url is None and source.publisher is None:
                message = f"the source `{key}` has neither an address nor a publisher"
                hint = "add `url:` and `publisher:`"
                subject = (key, source.title or "")
                yield Finding(source.location, "source-untraceable", message, "warning", hint, (), subject)


RULE = in_check("source-untraceable", "warning", __doc__, examine)
