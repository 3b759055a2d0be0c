"""Sources of recorded statements that were deleted or changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review import history
from posdiff.review.case import Case

_FIELDS = ("url", "publisher", "date")

ID: Final = "source-changed"


def examine(case: Case) -> Iterable[Finding]:
    """The sources that were deleted or changed, or that a term no longer names."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        if pair.now is None:
            continue
        for key, source in pair.was.sources.items():
            source_now = pair.now.sources.get(key)
            fields = _differing(source, source_now) if source_now else []
            if fields or (source_now is None and not _among(source, pair.now.sources.values())):
                change = f"has a different {' and '.join(fields)}" if source_now else "was deleted"
                values = [
                    str(getattr(version, field)) for version in (source, source_now) if version for field in _FIELDS
                ]
                at = source_now.location if source_now else pair.now.location
                yield _finding(pair, at, f"the source `{key}` of {pair.name} {change}", (key, *values))
        yield from _dropped(pair, pair.now)


def _dropped(pair: history.Pair, file: history.Recorded) -> Iterable[Finding]:
    """The terms that no longer name a source which the statement still has."""
    was = history.terms(pair.was)
    for issue, term in history.terms(file).items():
        named = [file.sources[key] for key in term.sources if key in file.sources]
        old = was.get(pair.called.get(issue, issue))
        for key in old.sources if old else ():
            source = pair.was.sources.get(key)
            kept = source is not None and _among(source, file.sources.values())
            if source is not None and kept and not _among(source, named):
                message = f"the term on {issue} in {pair.name} no longer names the source `{key}`"
                yield _finding(pair, term.location, message, (issue, key, *term.sources), issue)


def _finding(
    pair: history.Pair, at: Location, message: str, subject: tuple[str, ...], issue: str = ""
) -> Finding:  # fmt: skip
    hint = "restore it, and add any other source beside it; if it was wrong, add `corrects:` with the reason"
    return history.finding(at, ID, pair, message, hint, subject, issue)


def _among(source: Source, others: Iterable[Source]) -> bool:
    """Whether a source is one of the others, under any key."""
    return any(not _differing(source, candidate) for candidate in others)


def _differing(before: Source, after: Source) -> list[str]:
    return [field for field in _FIELDS if getattr(before, field) not in (None, getattr(after, field))]
