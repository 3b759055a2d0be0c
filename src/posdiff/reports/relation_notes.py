"""What is told beside relations: what their signs mean, what would meet all, notes of the agenda, whose red line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posdiff.comparison.relations import RELATIONS, Comparison, not_all_apart
from posdiff.dossier.agenda import Issue
from posdiff.kinds.kind import joined, quoted
from posdiff.reports import wording
from posdiff.reports.document import Block, Bullets, Line, Paragraph, Run

#: What a relation is, in few words.
_MEANINGS: Mapping[str, str] = {
    "contradiction": "nothing meets {}", "conditional": "only on a condition",
    "overlap": "something meets {}, said or not", "agreed": "they accept the same",
    "unassessed": "no verdict",
}  # fmt: skip
#: Words so long for what would meet all are left out, and so many issues are named at most.
_LETTERS, _MOST = 60, 3
#: Before the title of an issue of which a note is told below.
NOTED = "*"
#: Relations that a reader takes for common ground.
_COMMON = ("conditional", "overlap", "agreed")


def is_noted(row: Comparison, positions: bool = True) -> bool:
    """Whether the agenda has a note without which the relation may be misread.

    So it is where there is common ground, where parties that the same others keep apart would not accept the same, and
    where the words of a position are a list of things, if ``positions`` are shown: only the note says of what.
    """
    misread = row.relation in _COMMON or not_all_apart(row) or (positions and _lists_all(row))
    return bool(row.issue.note) and misread


def _lists_all(row: Comparison) -> bool:
    terms = [term for held in row.terms.values() for term in held.terms]
    return any(row.issue.space.lists_all(offer.accepts) for term in terms for offer in term.offers)


def title(row: Comparison, positions: bool = True) -> str:
    """The title of an issue, marked where a note of the agenda is told below."""
    return f"{NOTED}{row.issue.title}" if is_noted(row, positions) else row.issue.title


def notes(rows: Sequence[Comparison], positions: bool = True) -> list[Line]:
    """The notes of the agenda that are told of these issues, a line each."""
    return [note(row.issue) for row in rows if is_noted(row, positions)]


def marked(issue: Issue) -> str:
    """The title of an issue, marked where the agenda has a note on it, which is told below."""
    return f"{NOTED}{issue.title}" if issue.note else issue.title


def of_issues(issues: Iterable[Issue]) -> list[Block]:
    """The notes that the agenda has on these issues, each once."""
    return [Paragraph(note(issue)) for issue in {issue.id: issue for issue in issues}.values() if issue.note]


def note(issue: Issue) -> Line:
    """The note that the agenda has on an issue."""
    return Run(f"{NOTED} {issue.title}: ", "strong"), Run(" ".join((issue.note or "").split()))


def blocks(rows: Sequence[Comparison]) -> list[Block]:
    """What the signs of these rows mean; where it is short, what would meet all; the notes."""
    if not rows:
        return []
    common = _common_ground(rows)
    told: list[Block] = [Paragraph(_meanings(rows))]
    told += [Bullets((common,), cut=True)] if common else []
    return [*told, *map(Paragraph, notes(rows))]


def _meanings(rows: Sequence[Comparison]) -> Line:
    everybody = "both" if all(len(row.terms) <= 2 for row in rows) else "all"
    runs: list[Run] = []
    for relation in RELATIONS:
        if relation in _MEANINGS and any(row.relation == relation for row in rows):
            words = _MEANINGS[relation].format(everybody)
            words += _cut_short(rows) if relation == "unassessed" else ""
            runs += [Run("; ", "faint")] if runs else []
            runs.append(Run(words, "faint", mark=relation))
    return tuple(runs)


def _cut_short(rows: Sequence[Comparison]) -> str:
    """On which issues there is no verdict only because the search was cut."""
    titles = [quoted(row.issue.title) for row in rows if row.cut_short]
    if not titles:
        return ""
    more = [f"{len(titles) - _MOST} more"] if len(titles) > _MOST else []
    return f" (the search was cut on {joined([*titles[:_MOST], *more])})"


def _common_ground(rows: Sequence[Comparison]) -> Line:
    """What would meet all who hold a position on an issue, where that can be said in few words."""
    named = []
    for row in rows:
        words = row.issue.space.union_words(row.common) if row.relation == "overlap" else ""
        if words and len(words) <= _LETTERS:
            words = words if "“" in words else quoted(words)  # an order quotes its steps
            named.append(f"{row.issue.title}: {wording.would_meet(row)}: {words}")
    return (Run("; ".join(named[:_MOST]), mark="overlap"),) if named else ()


def whose_red_line(names: Sequence[str], parties: int) -> str:
    """``RED LINE Russia``, ``RED LINE both``; nothing where it is nobody's."""
    if not names:
        return ""
    whose = joined(list(names)) if len(names) < parties or parties == 1 else "both" if parties == 2 else "all"
    return f"{wording.RED_LINE} {whose}"
