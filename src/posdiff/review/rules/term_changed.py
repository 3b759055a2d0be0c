"""A term of a recorded statement was changed or deleted.

A statement that was recorded before this edit now says something else on an issue, or no longer speaks on it. Other
words for the same position are no change, and neither are notes, sources and quotes (quotes have a rule of their own:
`quote-changed`). The outcomes of a draft are held to the same.

## Why it matters

A statement is what was said on its day. Whoever changes it changes what a party held from that day on, in every answer
about the past, without a trace in the answers.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, quote: It is shared or nothing.}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: free, quote: It is shared or nothing.}
```

## Accepted

Where the party moved, a new file says so, with its own date and source:

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
terms: {status: free}
```

## When to accept it

Where the file was wrong, and not the party: add `corrects:` to the head of the file, with the reason. The finding is
then a note. A reason that stood there before this edit explains no new change.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit


def examine(case: Case) -> Iterable[Finding]:
    """Terms that say something else than they did, or are gone."""
    if case.edit is None:
        return
    before = case.edit.before
    for pair in history.pairs(case, case.edit):
        for change in history.changes(pair, case, case.edit):
            if change.was is None or pair.now is None:
                continue
            was, now = history.said(change.was, before), history.said(change.now, case.dossier)
            if change.now is None:
                message = f"{pair.name} no longer speaks on {change.issue}, where it said: {was}"
            elif was != now:
                message = f"{pair.name} said on {change.issue}: {was}; now it says: {now}"
            else:
                parts = ", ".join(field or "what it says" for field in change.fields)
                message = f"{pair.name} says something else on {change.issue} than it did ({parts})"
            files = history.new_files([pair.was], case.today) if isinstance(pair.was, Statement) else ""
            hint = "where the file was wrong, add `corrects:` with the reason"
            if files:
                hint = f"what is said since goes into a new file: {files}; {hint}"
            at = change.now.location if change.now else pair.now.location
            subject = (change.issue, history.value(change.was, before), history.value(change.now, case.dossier))
            yield history.finding(at, "term-changed", pair, message, hint, subject, change.issue)


RULE = of_edit("term-changed", "error", __doc__, examine)
