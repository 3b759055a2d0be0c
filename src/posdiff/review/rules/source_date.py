"""The date of a source cannot be right.

A source is dated after the day on which it was read (`accessed`), or was read before the statement was made, or one of
the two days has not come yet. That a source is dated some days after its statement is usual: it reports it.

## Why it matters

One of the dates is a slip, and a reader who looks the source up by it does not find it; or the source is not the one
that was read.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources:
  paper: {publisher: A newspaper, url: "https://example.org/a", date: 2024-06-20, accessed: 2024-06-15}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources:
  paper: {publisher: A newspaper, url: "https://example.org/a", date: 2024-06-15, accessed: 2024-06-20}
terms: {status: shared}
```

## When to accept it

Where the publisher itself gives a later date, as weeklies do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Sources whose dates do not fit."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            for message in _faults(source, file.day, case.today):
                subject = (key, source.date or "", source.accessed or "")
                hint = "correct the date"
                yield Finding(source.location, "source-date", message, "warning", hint, (), subject)


def _faults(source: Source, said: int, today: int) -> Iterator[str]:
    written, accessed = _day(source.date), _day(source.accessed)
    if written is not None and accessed is not None and written > accessed:
        yield f"the source `{source.key}` is dated {source.date}, after it was read ({source.accessed})"
    elif accessed is not None and accessed < said:
        day = date.fromordinal(said).isoformat()
        yield f"the source `{source.key}` was read on {source.accessed}, before the statement of {day} was made"
    elif written is not None and written > today:
        yield f"the source `{source.key}` is dated {source.date}, which has not come yet"
    elif accessed is not None and accessed > today:
        yield f"the source `{source.key}` was read on {source.accessed}, which has not come yet"


def _day(text: str | None) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() if text else None
    except ValueError:  # an error of its own
        return None


RULE = in_check("source-date", "warning", __doc__, examine)
