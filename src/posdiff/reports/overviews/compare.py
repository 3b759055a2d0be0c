"""The overview of ``compare``: topics by relations in counts, then a line for each issue, red lines first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from posdiff.answers.answer import day_of
from posdiff.answers.compare import Compare
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import RELATIONS, Comparison
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import compare as in_full
from posdiff.reports.document import Block, Bullets, Cell, Column, Document, Line, Row, Run, Section, Table, cell, line
from posdiff.reports.overviews import short

#: So many parties have a column each; of more it is told who cannot come together.
_MOST_COLUMNS = 4


def document(answer: Compare) -> Document:
    """What it comes to in a line; the counts; the issues; what clashes over several of them; where to look next."""
    title = f"{in_full.parties_together(answer)}{in_full.as_of(answer)}"
    lead = (*basis.lines(answer.basis), *in_full.alone_in_short(answer))
    compared = [row for row in answer.shown_issues if row.relation not in ("one-sided", "silent")]
    compared.sort(key=lambda row: (not row.red_line, RELATIONS.index(row.relation)))
    parts: list[Block] = [_topics(answer)] if answer.shown_issues else []
    parts += [_issues(compared, answer)] if compared else []
    sections = [Section("", tuple(parts)), *_across_issues(answer), *_titles_alone(answer), short.more()]
    return Document("compare", title, line(in_full.counts(answer)), lead, tuple(sections))


def _topics(answer: Compare) -> Table:
    """How many issues of each topic stand in each relation."""
    rows = answer.shown_issues
    relations = [relation for relation in RELATIONS if any(row.relation == relation for row in rows)]
    topics = {id: title for id, title in answer.agenda.topics.items() if any(row.issue.topic == id for row in rows)}
    named: list[tuple[str | None, str]] = [*topics.items()]
    named += [(None, "Other issues" if topics else "All issues")] if any(not row.issue.topic for row in rows) else []
    lines = []
    for id, title in named:
        of_topic = [row for row in rows if (row.issue.topic or None) == id]
        numbers = [sum(row.relation == relation for row in of_topic) for relation in relations]
        red = sum(bool(row.red_line) for row in of_topic)
        counted = [cell(str(number) if number else "", "plain") for number in (*numbers, red)]
        lines.append(Row((cell(title), *counted)))
    columns = [Column("Topic"), *(Column(wording.RELATION_TITLES[relation][0]) for relation in relations)]
    return Table("How many issues of each topic stand in each relation", (*columns, Column("red line")),
                 tuple(lines), "lines")  # fmt: skip


def _issues(rows: Sequence[Comparison], answer: Compare) -> Table:
    """A line for each issue on which two or more have spoken."""
    names = answer.names
    each = len(names) <= _MOST_COLUMNS
    stands = tuple(names.values()) if each else ("Who cannot come together, or who has spoken",)
    columns = tuple(map(Column, ("Issue", *stands, "Red line")))
    lines = []
    for row in rows:
        title = Cell(((Run(row.issue.title, "strong", mark=row.relation),),))
        said = [_position(row, label, answer) for label in names] if each else [cell(_stands(row, answer))]
        red = cell(short.whose_red_line([names[label] for label in row.red_line], len(names)), "red-line")
        lines.append(Row((title, *said, red)))
    return Table("Issue by issue", columns, tuple(lines), "lines")


def _position(row: Comparison, label: str, answer: Compare) -> Cell:
    held = row.terms.get(label)
    if held is None:
        return cell("silent", "faint")
    return cell(
        short.position(held, answer.agenda, basis.age(answer.basis, day_of(label, answer.parties, answer.as_of)))
    )


def _stands(row: Comparison, answer: Compare) -> str:
    """Of many parties: who cannot come together, or how many have spoken."""
    if row.conflict_groups:
        return wording.groups_in_words(row.conflict_groups, answer.names)
    return f"{len(row.terms)} of {len(answer.names)} have spoken"


def _across_issues(answer: Compare) -> list[Section]:
    """A line for each deadlock and for each conflict over several issues."""
    sections = []
    if answer.shown_deadlocks:
        rings = tuple(_ring(ring, answer) for ring in answer.shown_deadlocks)
        sections.append(in_full.section("deadlock", len(rings), (Bullets(rings, cut=True),)))
    if answer.shown_conflicts:
        from posdiff.reports import conflict_wording

        conflicts = tuple(
            (Run(conflict_wording.title(conflict)), Run(f"  {conflict_wording.who(conflict, answer.names)}", "faint"))
            for conflict in answer.shown_conflicts
        )
        title = wording.CROSSING_TITLES[0 if len(conflicts) == 1 else 1]
        head = f"{title[0].upper()}{title[1:]} ({len(conflicts)})"
        sections.append(Section(head, (Bullets(conflicts, cut=True),), mark="crossing"))
    return sections


def _ring(ring: Deadlock, answer: Compare) -> Line:
    """The ring, and whose demands it is made of."""
    owners = dict.fromkeys(answer.names[owner.party] for edge in ring.edges for owner in edge.owners)
    agenda = ["the agenda"] if any(edge.agenda for edge in ring.edges) else []
    return (Run(wording.ring_in_words(ring.steps, answer.agenda)), Run(f"  {joined([*owners, *agenda])}", "faint"))


def _titles_alone(answer: Compare) -> list[Section]:
    """The issues on which one party only has spoken, or none, as titles."""
    lines: list[Line] = []
    alone = [(next(iter(row.terms)), row) for row in answer.shown_issues if row.relation == "one-sided"]
    for label, rows in groupby(sorted(alone, key=lambda pair: list(answer.names).index(pair[0])), key=lambda p: p[0]):
        titles = [row.issue.title + (" (RED LINE)" if row.red_line else "") for _, row in rows]
        lines.append((Run(f"only {answer.names[label]}: ", "faint"), Run("; ".join(titles))))
    silent = [row.issue.title for row in answer.shown_issues if row.relation == "silent"]
    lines += [(Run("nobody: ", "faint"), Run("; ".join(silent)))] if silent else []
    number = len(alone) + len(silent)
    title = wording.RELATION_TITLES["one-sided"][0 if number == 1 else 1]
    return [Section(f"{title.capitalize()} ({number})", (Bullets(tuple(lines)),), mark="one-sided")] if lines else []
