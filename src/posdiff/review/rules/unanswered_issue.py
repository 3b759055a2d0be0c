"""Nobody has spoken on an issue of the agenda.

No statement has a term on it, not even a reported one. What drafts would settle is nobody's position.

## Why it matters

It is a question that the dossier asks and does not answer. Either a statement was not read to its end, or the issue is
on the agenda for nothing.

## Refused

```yaml
# agenda.yaml
posdiff: 1
parties: {north: {name: North}, south: {name: South}, council: {name: Council}}
steps: {truce: Truce, talks: Talks, vote: Vote}
issues:
  status: {title: Status of the port, kind: choice, options: {shared: Shared, free: Free}}
  corridor: {title: Land corridor, kind: choice, options: {no: No, yes: Yes}}
  regions: {title: Regions, kind: set, members: {east: East, west: West}}
  ceiling: {title: Ceiling on forces, kind: quantity, unit: person}
  deadline: {title: Deadline, kind: date}
  first-steps: {title: What comes first, kind: sequence}
  language: {title: Language, kind: text}
  flag: {title: Flag, kind: text}
```

## Accepted

```yaml
# agenda.yaml
posdiff: 1
parties: {north: {name: North}, south: {name: South}, council: {name: Council}}
steps: {truce: Truce, talks: Talks, vote: Vote}
issues:
  status: {title: Status of the port, kind: choice, options: {shared: Shared, free: Free}}
  corridor: {title: Land corridor, kind: choice, options: {no: No, yes: Yes}}
  regions: {title: Regions, kind: set, members: {east: East, west: West}}
  ceiling: {title: Ceiling on forces, kind: quantity, unit: person}
  deadline: {title: Deadline, kind: date}
  first-steps: {title: What comes first, kind: sequence}
  language: {title: Language, kind: text}
  flag: {title: Flag, kind: text}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {flag: Ours alone.}
```

## When to accept it

It is a note, and fails nothing: an agenda is often written before the statements are read.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.findings.finding import Finding
from posdiff.review.case import Case
from posdiff.review.rule import in_check


def examine(case: Case) -> Iterable[Finding]:
    """Issues without a term."""
    answered = {issue for statement in case.dossier.statements for issue in statement.terms}
    for id, issue in case.dossier.agenda.issues.items():
        if id not in answered:
            message = f"nobody has spoken on {id}"
            hint = "enter who has, or take it off the agenda"
            yield Finding(issue.location, "unanswered-issue", message, "info", hint, (), (id,))


RULE = in_check("unanswered-issue", "info", __doc__, examine)
