"""A red line has no quote.

A term is a red line where the party says that it will not move. There is no quote, on the term or on one of its
alternatives, that shows these words.

## Why it matters

That something is a red line is the coder's reading, and the gravest one. Drafts are said to cross it. A reader must be
able to judge the words.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, firmness: red-line}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  status: {accepts: shared, firmness: red-line, quote: We will not give way on the port.}
```

## When to accept it

Where the words were said, and stand under another term of the same statement.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.region import Settlements
from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Red lines that no words stand behind."""
    settlements = Settlements(case.dossier.agenda.issues)
    for statement in case.dossier.statements:
        for issue, term in statement.terms.items():
            if term.firmness == "red-line" and not term.quote and not any(offer.quote for offer in term.offers):
                message = f"the red line on {issue} has no quote"
                hint = "add `quote:` with the words that say so, or leave `firmness` out"
                subject = (issue, settlements.written(term))
                yield Finding(term.location, "red-line-without-quote", message, "warning", hint, (), subject)


RULE = in_check("red-line-without-quote", "warning", __doc__, examine)
