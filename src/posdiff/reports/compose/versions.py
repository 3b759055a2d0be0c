"""The documents of ``git-diff-driver``, two versions of one file; and of ``textconv``, one file in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from posdiff.comparison.changes import ChangeKind, told
from posdiff.comparison.versions import ClauseEdit, ListChange, SaidChange, clause_edits, list_changes, said_changes
from posdiff.documents.decoding import lines
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.single import Single
from posdiff.dossier.statement import Draft, Outcome, Reaction, Source, Statement
from posdiff.dossier.term import QuotedWords, Term
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.reports import draft_wording, effect_wording, wording
from posdiff.reports.compose.evidence import clause_words, issue
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Listing,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)
from posdiff.reports.escaping import visible

_MOST_FINDINGS = 3
_MOST_LINES = 2_000
_MOST_PAIRED = 4_000
#: The keys of a term that stand beside the position itself: they are shown field by field.
_ABOUT = ("quote", "source", "note", "expires", "adds")


def document(path: str, was: str | None, before: Single | None, after: Single | None) -> Document:
    """What a file says otherwise; ``was``: the path that it had before. None: there was no file, or is none."""
    head = (f"renamed from {was}",) if was is not None else ()
    state = "new file" if before is None else "deleted file" if after is None else "changed file"
    blocks: list[Block] = [Listing((*head, state), "text")]
    both = [version for version in (before, after) if version is not None]
    errors = [
        line for version in both for line in _errors(version.findings, "before" if version is before else "after")
    ]
    blocks += [Bullets(tuple(errors))] if errors else []
    title = f"diff --posdiff a/{was or path} b/{path}"
    if all(version.fields is not None for version in both):
        blocks += _differences(before, after)
    else:  # what cannot be read is at least shown
        texts = (lines(version.text) if version else [] for version in (before, after))
        blocks += [Listing(tuple(by_line(*texts)), "diff")]
    return Document("git-diff-driver", title, (), (), (Section("", tuple(blocks)),))


def statement(single: Single, path: str) -> Document:
    """A statement or draft in words, a line for each fact, so that git can compare two of them line by line."""
    said, agenda = single.said, single.agenda
    assert said is not None
    what = "draft" if isinstance(said, Draft) else "statement"
    title = f"{what} of {wording.day(said.day)}, {said.standing}: {said.title or path.rpartition('/')[2]}"
    facts = [f"{label}: {text}" for label, text in (("speaker", said.speaker), ("note", said.note)) if text]
    facts += [f"source {source.key}: {_source(source)}" for source in said.sources.values()]
    for about in agenda.issues.values():
        held = said.terms.get(about.id) if isinstance(said, Statement) else said.outcomes.get(about.id)
        if held is not None:
            name = f"{about.title} ({about.id})"
            facts.append(f"{name}: {_words(held, agenda)}")
            facts += [f"{name}, {label}: {text}" for label, text in _evidence(held)]
    if isinstance(said, Draft):
        facts += _text(said, agenda)
    else:
        facts += [f"of {each.draft}: {_reaction(each, agenda)}" for each in said.reactions.values()]
    for key in ("withdraws", "reaffirms"):
        facts += [f"{key}: {reference.name}" for reference in getattr(said, key, ())]
    return Document("textconv", title, sections=(Section("", (Listing(tuple(map(visible, facts)), "text"),)),))


def _text(draft: Draft, agenda: Agenda) -> Iterator[str]:
    """What a draft follows, whether it is put up for adoption, and its clauses in the order of the text."""
    known = (
        ("follows", draft.previous.name if draft.previous else ""),
        ("final", "put up for adoption" if draft.final else ""),
    )
    yield from (f"{label}: {text}" for label, text in known if text)
    for clause in draft.clauses:
        title = f" {clause.title}" if clause.title else ""
        name = f"clause {clause.id}"
        yield from (f"{name}{title}: {text}" for text in clause.text.split("\n") if text.strip())
        details = (
            ("status", clause.status), ("settles", ", ".join(clause.settles)),
            ("proposed by", draft_wording.whose(clause.by, agenda)), ("note", clause.note),
        )  # fmt: skip
        yield from (f"{name}, {label}: {text}" for label, text in details if text)


def _reaction(reaction: Reaction, agenda: Agenda) -> str:
    """``rejects it on Pay: “Never”``."""
    titles = joined([agenda.issues[id].title for id in reaction.issues if id in agenda.issues])
    about = draft_wording.reaction_in_words(reaction.reaction) + (f" on {titles}" if titles else "")
    return ": ".join([about, *(wording.quote_in_words(quote) for quote in reaction.quotes)])


def _errors(findings: Sequence[Finding], when: str) -> list[Line]:
    rows = [
        line(f"{when} [{finding.rule}] {finding.location.line}:{finding.location.column} {finding.message}")
        for finding in findings[:_MOST_FINDINGS]
    ]
    more = len(findings) - _MOST_FINDINGS
    return rows + ([line(f"{when}: {more} more errors")] if more > 0 else [])


def _differences(before: Single | None, after: Single | None) -> list[Block]:
    agenda = after.agenda if after is not None else before.agenda  # type: ignore[union-attr]
    said, listed = _said(before, after, agenda)
    blocks: list[Block] = []
    if said:
        columns = (Column("Issue"), Column("Change", "change"), Column("Before", "before"), Column("After", "after"))
        blocks.append(Table("Terms", columns, tuple(_change(change, agenda) for change in said), "outline"))
    clauses = _clauses(before, after)
    if clauses:
        columns = (Column("Clause"), Column("Change", "change"), Column("Words", "words"), Column("Also", "also"))
        blocks.append(Table("Clauses", columns, tuple(map(_clause, clauses)), "outline"))
    rest: list[Line] = [(Run(f"{change.key}: ", "strong"), Run(_listed(change))) for change in listed]
    rest += [(Run(f"{name}: ", "faint"), Run(values)) for name, values in _fields(before, after, said, listed)]
    if not said and not clauses and not rest:
        both = before is not None and after is not None
        rest.append(line("no change in meaning: only comments, order or spelling" if both else "empty"))
    return blocks + ([Bullets(tuple(rest))] if rest else [])


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


def _clauses(before: Single | None, after: Single | None) -> tuple[ClauseEdit, ...]:
    """What became of the clauses of a draft; nothing where one of the versions is no draft that can be read."""
    old, new = before and before.said, after and after.said
    if (before is not None and not isinstance(old, Draft)) or (after is not None and not isinstance(new, Draft)):
        return ()
    return clause_edits(old, new)  # type: ignore[arg-type]


def _clause(edit: ClauseEdit) -> Row:
    """What became of a clause, its words against those before, and what else it says otherwise."""
    title = f" {edit.clause.title}" if edit.clause.title else ""
    name = cell(f"clause {edit.clause.id}{title}", "strong")
    other = [f"{key}: {was or 'none'} → {is_now or 'none'}" for key, (was, is_now) in edit.fields.items()]
    return Row((name, cell(effect_wording.clause_in_words(edit)), clause_words(edit), Cell(tuple(map(line, other)))))


def _change(change: SaidChange, agenda: Agenda) -> Row:
    what = _told(change) or ("added" if change.before is None else "withdrawn" if change.after is None else "shifted")
    word = {"withdrawn": "no longer in the file", "shifted": "other"}.get(what, what) if change.kind is None else what
    before, after = (cell(_words(held, agenda)) if held else Cell() for held in (change.before, change.after))
    return Row((issue(change.issue.title, change.issue.id), cell(word), before, after), mark=what)


def _told(change: SaidChange) -> ChangeKind | None:
    before, after = change.before, change.after
    if change.kind and isinstance(before, Term) and isinstance(after, Term):
        return told(change.kind, change.issue, (before,), (after,))
    return change.kind


def _words(held: Term | Outcome, agenda: Agenda) -> str:
    if isinstance(held, Outcome):
        return draft_wording.outcome_in_words(held, agenda)
    firmness = {"red-line": f"{wording.RED_LINE}  ", "flexible": "flexible  "}.get(held.firmness, "")
    return firmness + ("in addition: " if held.adds else "") + wording.term_in_words(held, agenda)


def _evidence(held: Term | Outcome) -> list[tuple[str, str]]:
    rows = [("quote", wording.quote_in_words(quote)) for quote in _quotes(held)]
    if held.sources:
        rows.append(("source", joined(list(held.sources))))
    rows += [("note", note) for note in (wording.notes(held) if isinstance(held, Term) else [held.note]) if note]
    if isinstance(held, Term) and held.expires is not None:
        rows.append(("expires", wording.day(held.expires)))
    return rows


def _quotes(held: Term | Outcome) -> tuple[QuotedWords, ...]:
    if isinstance(held, Term):
        return held.every_quote
    return (*held.quotes, *(QuotedWords(option.text) for option in held.options if option.text))


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
    """What differs besides, key by key; for a new or deleted file its title and what is not shown already."""
    if before is None or after is None:
        only = before or after
        fields = (only and only.fields) or {}
        known = (
            ("title", "speaker", "standing", "by", "parties", "previous", "final")
            if only and only.said
            else tuple(fields)
        )
        return [(key, _value(fields[key])) for key in known if key in fields]
    from posdiff.comparison.fields import field_changes

    issues = {change.issue.id for change in said}
    lists = {change.key for change in listed}
    rows = []
    for field in field_changes(before.fields or {}, after.fields or {}):
        path = [str(part) for part in field.path]
        of_a_term = path[0] in ("terms", "outcomes") and path[1:2] and path[1] in issues
        of_a_clause = path[0] == "clauses" and (before.said is not None and after.said is not None)
        if (
            path[0] not in lists
            and not of_a_clause
            and not (of_a_term and not any(part in _ABOUT for part in path[2:]))
        ):
            rows.append((".".join(path), f"{_value(field.before)} → {_value(field.after)}"))
    return rows


def _value(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(part)}" for key, part in value.items()) + "}"
    return f"[{', '.join(map(_value, value))}]" if isinstance(value, list) else str(value)


def by_line(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """What is gone and what is new, line by line as git shows it, and how many lines more there are.

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
        shown = [*islice(unified_diff(old, new, lineterm="", n=2), 2, None)]
    else:
        shown = [f"@@ -{start + 1},{len(gone)} +{start + 1},{len(come)} @@"]
        shown += [*(f"-{text}" for text in gone), *(f"+{text}" for text in come)]
    more = len(shown) - _MOST_LINES
    return shown if more <= 0 else [*shown[:_MOST_LINES], f"and {more:,} lines more"]
