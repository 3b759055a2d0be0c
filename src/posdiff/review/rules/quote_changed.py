"""A quote of a recorded statement was changed or deleted.

The words that a term of a recorded statement quotes are other words than before, or are gone. Spaces and line breaks do
not count.

## Why it matters

A quote is evidence. One that changes while the statement stays is either a correction or a forgery, and the files do
not show which.

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
  status: {accepts: shared, quote: It may be shared.}
```

## Accepted

A quote where there was none:

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, quote: It is shared or nothing.}
```

## When to accept it

Where the quote was mistyped, or a better translation is at hand: `corrects:` with the reason makes it a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit

_SHOWN = 80


def examine(case: Case) -> Iterable[Finding]:
    """Quotes that are gone, or are other words."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        for issue, words in pair.words.items():
            if pair.now is None or issue not in pair.words_now:
                continue
            now = _quotes(pair.words_now[issue])
            term = history.terms(pair.now).get(issue)
            for quote in _quotes(words):
                if quote not in now and term is not None:
                    message = f"{pair.name} no longer quotes on {issue}: {_short(quote)}"
                    hint = "a quote stays as it was taken down; where it was wrong, add `corrects:` with the reason"
                    subject = (issue, quote, *now)
                    found = history.finding(term.location, "quote-changed", pair, message, hint, subject, issue)
                    yield found._replace(severity="warning") if found.severity == "error" else found


def _quotes(term: Any) -> list[str]:
    if not isinstance(term, dict):
        return []
    offers = term.get("alternatives")
    texts = [
        each.get("quote") for each in (term, *(offers if isinstance(offers, list) else ())) if isinstance(each, dict)
    ]
    return [" ".join(text.split()) for text in texts if isinstance(text, str)]


def _short(quote: str) -> str:
    return f"“{quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + '…'}”"


RULE = of_edit("quote-changed", "warning", __doc__, examine)
