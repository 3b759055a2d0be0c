"""A source of a recorded statement was deleted, or leads elsewhere.

A source that a recorded statement had is gone, or its address, publisher or date is another one, or a term no longer
names it. What is only added (an address where there was none) is no finding, and a title or note may change.

## Why it matters

The terms were read from the source that stood there. With another one under the same key, a reader looks for them in
the wrong place.

## Refused

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/b"}}
terms: {status: shared}
```

## Accepted

A further source beside the one that stays:

```yaml
# before: north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
terms: {status: shared}
```

```yaml
# after: north/2024-06-14.yaml
date: 2024-06-14
sources:
  paper: {publisher: A newspaper, url: "https://example.org/a"}
  agency: {publisher: A news agency, url: "https://example.org/b"}
terms:
  status: {accepts: shared, source: [paper, agency]}
```

## When to accept it

Where the page moved, or the wrong one was linked: `corrects:` with the reason makes it a note.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review import history
from posdiff.review.case import Case
from posdiff.review.rule import of_edit

_FIELDS = ("url", "publisher", "date")


def examine(case: Case) -> Iterable[Finding]:
    """Sources that are gone, or say something else of where they are found, or that a term no longer stands on."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is None:
            continue
        for key, source in pair.was.sources.items():
            now = pair.now.sources.get(key)
            fields = _differing(source, now) if now else []
            if fields or (now is None and not _among(source, pair.now.sources.values())):
                what = f"has another {' and '.join(fields)}" if now else "is gone"
                values = [str(getattr(each, field)) for each in (source, now) if each for field in _FIELDS]
                at = now.location if now else pair.now.location
                yield _finding(pair, at, f"the source `{key}` of {pair.name} {what}", (key, *values))
        yield from _dropped(pair, pair.now)


def _dropped(pair: history.Pair, file: history.Recorded) -> Iterable[Finding]:
    """The terms that stood on a source which the statement still has, and no longer name it."""
    was = history.terms(pair.was)
    for issue, term in history.terms(file).items():
        named = [file.sources[key] for key in term.sources if key in file.sources]
        old = was.get(pair.called.get(issue, issue))
        for key in old.sources if old else ():
            source = pair.was.sources.get(key)
            kept = source is not None and _among(source, file.sources.values())
            if source is not None and kept and not _among(source, named):
                message = f"what {pair.name} says on {issue} no longer stands on the source `{key}`"
                yield _finding(pair, term.location, message, (issue, key, *term.sources), issue)


def _finding(
    pair: history.Pair, at: Location, message: str, subject: tuple[str, ...], issue: str = ""
) -> Finding:  # fmt: skip
    hint = "add a source beside it; where it was wrong, add `corrects:` with the reason"
    found = history.finding(at, "source-changed", pair, message, hint, subject, issue)
    return found._replace(severity="warning") if found.severity == "error" else found


def _among(source: Source, others: Iterable[Source]) -> bool:
    """Whether a source is one of the others, under whatever key."""
    return any(not _differing(source, other) for other in others)


def _differing(one: Source, other: Source) -> list[str]:
    pairs = [(field, getattr(one, field), getattr(other, field)) for field in _FIELDS]
    return [field for field, was, now in pairs if was is not None and was != now]


RULE = of_edit("source-changed", "warning", __doc__, examine)
