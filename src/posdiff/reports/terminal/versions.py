"""The page of ``git-diff-driver``: two versions of one file; and that of ``textconv``: one file, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from posdiff.comparison.versions import ListChange, SaidChange, list_changes, said_changes
from posdiff.documents.decoding import lines
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.single import Single
from posdiff.dossier.statement import Clause, Draft, Source, Statement
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.terminal.page import Page, Span, quoted

_WIDTH = 10
_MOST_FINDINGS = 3
_MOST_LINES = 2_000
_MOST_PAIRED = 4_000
#: The keys of a term that stand beside the position itself: they are told field by field.
_ABOUT = ("quote", "source", "note", "expires", "adds")


def difference(path: str, was: str | None, before: Single | None, after: Single | None, unicode: bool = True) -> Page:
    """What a file says otherwise; ``was``: the path that it had before. None: there was no file, or is none."""
    made = Page(unicode)
    made.line(Span(f"diff --posdiff a/{was or path} b/{path}", "strong"))
    if was is not None:
        made.line(f"renamed from {was}")
    made.line(Span("new file" if before is None else "deleted file" if after is None else "changed file", "faint"))
    both = [one for one in (before, after) if one is not None]
    for one in both:
        _errors(made, one.findings, "before" if one is before else "after")
    if any(one.fields is None for one in both):
        _by_line(made, before, after)
        return made
    agenda = both[-1].agenda
    said, listed = _said(before, after, agenda)
    for change in said:
        _change(made, change, agenda)
    for each in listed:
        made.line(Span(f"{each.key}: ", "strong"), _listed(each), indent=2, hang=2)
    rest = _fields(before, after, said, listed)
    for name, values in rest:
        made.line(Span(f"{name}: ", "faint"), values, indent=2, hang=2)
    if not said and not listed and not rest:
        made.line(
            "nothing in meaning: comments, order, or spelling of the same" if len(both) > 1 else "empty", indent=2
        )
    return made


def in_words(one: Single, path: str, unicode: bool = True) -> Page:
    """A statement or draft in words, a line for each fact, so that git can compare two of them line by line."""
    made = Page(unicode)
    said = one.said
    assert said is not None
    what = "draft" if isinstance(said, Draft) else "statement"
    made.line(f"{what} of {wording.day(said.day)}, {said.standing}: {said.title or path.rpartition('/')[2]}")
    for label, text in (("speaker", said.speaker), ("note", said.note)):
        if text:
            made.line(f"{label}: {text}")
    for source in said.sources.values():
        made.line(f"source {source.key}: {_source(source)}")
    for issue in one.agenda.issues.values():
        held = said.terms.get(issue.id) if isinstance(said, Statement) else said.clauses.get(issue.id)
        if held is not None:
            made.line(f"{issue.title} ({issue.id}): {_words(held, one.agenda)}")
            for label, text in _proof(held):
                made.line(f"{label}: {text}", indent=2)
    for key in ("withdraws", "reaffirms"):
        for reference in getattr(said, key, ()):
            made.line(f"{key}: {reference.name}")
    return made


def _errors(made: Page, findings: Sequence[Finding], when: str) -> None:
    for finding in findings[:_MOST_FINDINGS]:
        at = finding.location
        made.line(f"{when} [{finding.rule}] {at.line}:{at.column} {finding.message}", indent=2, hang=2)
    if len(findings) > _MOST_FINDINGS:
        made.line(f"{when}: {len(findings) - _MOST_FINDINGS} more errors", indent=2)


def _said(
    before: Single | None, after: Single | None, agenda: Agenda
) -> tuple[Sequence[SaidChange], Sequence[ListChange]]:
    """What the statement says otherwise; nothing where one of the versions is no statement that can be read."""
    old, new = before and before.said, after and after.said
    if (before is not None and old is None) or (after is not None and new is None):
        return (), ()
    if old is not None and new is not None and type(old) is not type(new):
        return (), ()
    return said_changes(agenda, old, new), list_changes(old, new)


def _change(made: Page, change: SaidChange, agenda: Agenda) -> None:
    what = change.kind or ("added" if change.before is None else "withdrawn" if change.after is None else "shifted")
    word = {"withdrawn": "no longer in the file", "shifted": "other"}.get(what, what) if change.kind is None else what
    made.line(
        Span(f"{made.mark(what)} "), Span(change.issue.title, "strong"), Span(f"  {change.issue.id}", "faint"),
        f"  {word}", indent=2, hang=2,
    )  # fmt: skip
    for label, held in (("before", change.before), ("after", change.after)):
        if held is not None:
            made.labelled(label, _words(held, agenda), indent=4, width=_WIDTH)


def _words(held: Term | Clause, agenda: Agenda) -> str:
    if isinstance(held, Clause):
        return agenda.issues[held.issue].space.in_words(held.accepts)
    firmness = {"red-line": f"{wording.RED_LINE}  ", "flexible": "flexible  "}.get(held.firmness, "")
    return firmness + ("in addition: " if held.adds else "") + wording.term_in_words(held, agenda)


def _proof(held: Term | Clause) -> list[tuple[str, str]]:
    rows = [("quote", quoted(text)) for text in _quotes(held)]
    if held.sources:
        rows.append(("source", joined(list(held.sources))))
    rows += [("note", note) for note in (wording.notes(held) if isinstance(held, Term) else [held.note]) if note]
    if isinstance(held, Term) and held.expires is not None:
        rows.append(("expires", wording.day(held.expires)))
    return rows


def _quotes(held: Term | Clause) -> list[str]:
    offers = held.offers if isinstance(held, Term) else ()
    return [text for text in dict.fromkeys((held.quote, *(offer.quote for offer in offers))) if text]


def _source(source: Source) -> str:
    words = wording.source_in_words(source)
    return f"{words} <{source.url}>" if source.url else words


def _listed(change: ListChange) -> str:
    parts = [f"now {joined(list(change.added))}"] if change.added else []
    parts += [f"no longer {joined(list(change.removed))}"] if change.removed else []
    return "; ".join(parts)


def _fields(
    before: Single | None, after: Single | None, said: Sequence[SaidChange], listed: Sequence[ListChange]
) -> list[tuple[str, str]]:
    """What differs besides, key by key; for a new or deleted file its title and what is not told already."""
    if before is None or after is None:
        one = before or after
        fields = (one and one.fields) or {}
        known = ("title", "speaker", "standing", "by", "parties") if one and one.said else tuple(fields)
        return [(key, _value(fields[key])) for key in known if key in fields]
    from posdiff.comparison.fields import field_changes

    told = {change.issue.id for change in said}
    lists = {change.key for change in listed}
    rows = []
    for field in field_changes(before.fields or {}, after.fields or {}):
        path = [str(part) for part in field.path]
        if path[0] in lists or (
            path[0] in ("terms", "outcomes") and path[1:2] and path[1] in told and not _beside(path)
        ):
            continue
        rows.append((".".join(path), f"{_value(field.before)} → {_value(field.after)}"))
    return rows


def _beside(path: Sequence[str]) -> bool:
    return any(part in _ABOUT for part in path[2:])


def _value(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(each)}" for key, each in value.items()) + "}"
    return f"[{', '.join(map(_value, value))}]" if isinstance(value, list) else str(value)


def _by_line(made: Page, before: Single | None, after: Single | None) -> None:
    """Line by line, as git would: what cannot be read is at least shown."""
    for line in by_line(*(lines(one.text) if one else [] for one in (before, after))):
        made.line(line)


def by_line(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """What is gone and what is new, line by line, and how many lines more there are.

    Of many lines that differ none are paired: the search for the likeliest pairs takes the square of their number.
    """
    from difflib import unified_diff

    start = end = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    gone, come = old[start : len(old) - end], new[start : len(new) - end]
    if len(old) + len(new) <= _MOST_PAIRED:
        told = [*islice(unified_diff(old, new, lineterm="", n=2), 2, None)]
    else:
        told = [f"@@ -{start + 1},{len(gone)} +{start + 1},{len(come)} @@"]
        told += [*(f"-{line}" for line in gone), *(f"+{line}" for line in come)]
    more = len(told) - _MOST_LINES
    return told if more <= 0 else [*told[:_MOST_LINES], f"and {more:,} lines more"]
