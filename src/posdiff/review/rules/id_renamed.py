"""An id of the agenda was renamed.

The id of an issue, option, member, step or party is gone, and another stands in its place: with the same title, or on
the same spot. Where the terms were renamed with it, they are not told one by one.

## Why it matters

Ids are how statements, links, reports and other people's files name things. What was recorded under the old id either
can no longer be read or, where it was rewritten, now answers a question that the party was not asked.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: agenda.yaml
posdiff: 1
parties: {north: {name: North}, south: {name: South}, council: {name: Council}}
steps: {truce: Truce, talks: Talks, vote: Vote}
issues:
  port: {title: Status of the port, kind: choice, options: {shared: Shared, free: Free}}
  corridor: {title: Land corridor, kind: choice, options: {no: No, yes: Yes}}
  regions: {title: Regions, kind: set, members: {east: East, west: West}}
  ceiling: {title: Ceiling on forces, kind: quantity, unit: person}
  deadline: {title: Deadline, kind: date}
  first-steps: {title: What comes first, kind: sequence}
  language: {title: Language, kind: text}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {port: shared}
```

```yaml
# after: council/2024-01-01.yaml
date: 2024-01-01
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms:
  port: any
  corridor: any
  regions: any
  ceiling: any
  deadline: any
  first-steps: any
  language: As both agree.
```

## Accepted

The id stays. Where the question is another one, it is a new issue, and new position files answer it:

```yaml
# after: agenda.yaml
posdiff: 1
parties: {north: {name: North}, south: {name: South}, council: {name: Council}}
steps: {truce: Truce, talks: Talks, vote: Vote}
issues:
  status: {title: Status of the port, kind: choice, options: {shared: Shared, free: Free}}
  port: {title: Running of the port, kind: choice, options: {joint: Joint, leased: Leased}}
  corridor: {title: Land corridor, kind: choice, options: {no: No, yes: Yes}}
  regions: {title: Regions, kind: set, members: {east: East, west: West}}
  ceiling: {title: Ceiling on forces, kind: quantity, unit: person}
  deadline: {title: Deadline, kind: date}
  first-steps: {title: What comes first, kind: sequence}
  language: {title: Language, kind: text}
```

```yaml
# after: north/2024-09-01.yaml
date: 2024-09-01
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {port: joint}
```

## When to accept it

Where an id was mistyped and nobody else has used it yet: accept it with `posdiff accept`.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import Statement
from posdiff.findings.finding import Finding
from posdiff.review import history
from posdiff.review.case import Case, Edit
from posdiff.review.renames import Rename, Renames, between
from posdiff.review.rule import of_edit

_MOST_RELATED = 5


def examine(case: Case) -> Iterable[Finding]:
    """Ids that are called otherwise, with what is read by them."""
    if case.edit is None:
        return
    renames = between(case.edit.before.agenda, case.dossier.agenda)
    for each in renames.found:
        used = _users(each, renames, case.edit)
        where = f" of {each.issue}" if each.issue else ""
        message = f"the {each.what} `{each.old}`{where} is called `{each.new}` now"
        if used:
            terms = "1 term" if len(used) == 1 else f"{len(used)} terms"
            whose = ", ".join(dict.fromkeys(p for file, _ in used if isinstance(file, Statement) for p in file.parties))
            message += f"; {terms} recorded before {'is' if len(used) == 1 else 'are'} re-interpreted by it"
            message += f": of {whose}" if whose else ""
        files = history.new_files([file for file, _ in used], case.today)
        hint = "keep the id: titles may change, ids stay"
        if files and each.what != "party":
            hint += f"; if something else is meant, declare a new id beside it, and write new position files: {files}"
        places = [term.location for _, term in used if term.location.file in case.dossier.texts]
        subject = (each.what, each.issue or "", each.old, each.new)
        yield Finding(each.location, "id-renamed", message, "error", hint, tuple(places[:_MOST_RELATED]), subject)


def _users(rename: Rename, renames: Renames, edit: Edit) -> list[tuple[history.Recorded, history.Said]]:
    """The terms recorded before that are read by the id."""
    before = edit.before
    if rename.what == "party":
        used = history.users(before, set(before.agenda.issues))
        return [(file, term) for file, term in used if isinstance(file, Statement) and rename.old in file.parties]
    if rename.what == "step":
        return history.users(before, {id for id, issue in before.agenda.issues.items() if issue.space.uses_steps})
    back = {new: old for old, new in renames.issues.items()}
    issue = rename.old if rename.what == "issue" else back.get(rename.issue or "", rename.issue or "")
    return history.users(before, {issue})


RULE = of_edit("id-renamed", "error", __doc__, examine)
