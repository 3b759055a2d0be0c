"""A rule that only the tests have: it shows that a rule is one file, one line in each table, and one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from posdiff.findings.finding import Finding
from posdiff.review.case import Case

#: No id of the type of ids: that type is closed, so that mypy finds one that is misspelt.
ID: Final[Any] = "shouted-title"
PAGE = """\
# shouted-title

A title is written in capitals alone.

## Why it matters

Whoever shouts is not read.

## Refused

```yaml
# union/2026-03-02.yaml
date: 2026-03-02
title: OUR DEMANDS
```

## Accepted

```yaml
# union/2026-03-02.yaml
date: 2026-03-02
title: Our demands
```

## When to accept it

Where the title is an abbreviation.
"""


def examine(case: Case) -> Iterable[Finding]:
    """The statements and drafts whose title is in capitals alone."""
    for file in case.dossier.recorded:
        if file.title and file.title.isupper():
            message = f"the title {file.title} is in capitals alone"
            yield Finding.of(file.location, ID, message, "write it as a sentence is written", (file.id,))
