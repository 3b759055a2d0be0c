"""A quote is longer than fair use allows.

The limit is 100 words, and can be set:

```toml
[tool.posdiff.rules]
long-quote = {words = 60}
```

## Why it matters

To quote is to take as many words as the purpose needs. Whole paragraphs of somebody else's text in a public repository
may not be lawful, and hide the words that matter.

## Refused

```yaml
# settings
long-quote = {words = 5}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, quote: We will share the port and all that belongs to it.}
```

## Accepted

```yaml
# settings
long-quote = {words = 5}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, quote: We will share the port}
```

## When to accept it

Where the text is in the public domain, as treaties and resolutions are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posdiff.dossier.statement import Draft
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Quotes above the limit."""
    most = case.settings.longest_quote
    for at, issue, quote in _quotes(case):
        words = len(quote.split())
        if words > most:
            message = f"the quote on {issue} has {words} words; at most {most} are fair use"
            hint = "keep the words that the term stands on"
            yield Finding(at, "long-quote", message, "warning", hint, (), (issue, " ".join(quote.split())))


def _quotes(case: Case) -> Iterator[tuple[Location, str, str]]:
    for file in case.dossier.recorded:
        if isinstance(file, Draft):
            yield from ((each.location, issue, each.quote) for issue, each in file.clauses.items() if each.quote)
            continue
        for issue, term in file.terms.items():
            quotes = dict.fromkeys((term.quote, *(offer.quote for offer in term.offers)))
            yield from ((term.location, issue, quote) for quote in quotes if quote)


RULE = in_check("long-quote", "warning", __doc__, examine)
