"""The papers of ``show`` and ``history``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import Told
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position
from posdiff.reports import wording
from posdiff.reports.paper.blocks import Block, Bullets, Cell, Chronicle, Paper, Paragraph, Row, Run, Section, Table
from posdiff.reports.paper.citing import Citations, position


def show(held: Position, agenda: Agenda, name: str, issues: Sequence[str]) -> Paper:
    """A position, topic by topic, with every quote, note and source."""
    citations = Citations()
    spoken = [issue for issue in issues if issue in held.terms]
    topics = list(dict.fromkeys(agenda.issues[issue].topic for issue in spoken))
    sections = []
    for topic in topics:
        rows = []
        for issue in (issue for issue in spoken if agenda.issues[issue].topic == topic):
            title = agenda.issues[issue].title
            about = [(Run(title, "strong"),), (Run(issue, "faint"),)]
            question = agenda.issues[issue].question
            about += [(Run(question, "faint"),)] if question else []
            cells = (Cell(tuple(about)), position(held.terms[issue], agenda, title, name, citations, notes=True))
            rows.append(Row(cells, issue, (("topic", topic or ""),)))
        title = agenda.topics[topic] if topic is not None else "No topic"
        table = Table(f"{name}: {title}", ("Issue", "Position"), tuple(rows))
        sections.append(Section(title, (table,), "", "", f"topic-{topic or 'none'}"))
    silent = [issue for issue in issues if issue not in held.terms]
    if silent:
        lines = tuple(((Run(agenda.issues[issue].title), Run(f" {issue}", "faint"))) for issue in silent)
        sections.append(Section(f"Silent on ({len(silent)})", (Bullets(lines),), "", "", "silent"))
    lead = ((Run(f"A position on {len(spoken)} of {wording.count(len(issues), 'issue')}."),),)
    title = f"{name} as of {wording.day(held.day)}"
    return Paper("show", title, lead, tuple(sections), citations.notes())


def history(records: Sequence[Told], agenda: Agenda, names: Mapping[str, str], left_out: Mapping[str, int]) -> Paper:
    """How positions came about: each party's statements in order, and what each of them moved."""
    citations = Citations()
    sections = []
    for record in records:
        name = names[record.party]
        blocks: list[Block] = []
        if left_out.get(record.party):
            blocks.append(Paragraph((Run(wording.left_out(left_out[record.party])),)))
        rows = []
        for step in record.steps:
            move = step.move
            title = agenda.issues[move.issue].title
            said = move.statement.title or move.statement.id if move.statement else "its own last day"
            about = Cell(((Run(wording.day(move.day), "strong"),), (Run(said),)))
            mark = wording.MARKS[step.kind][0].strip()
            cites = citations.cite(move.after.lineage.own) if move.after else ()
            after = [(Run(wording.term_in_words(move.after.term, agenda), "plain", cites),)] if move.after else []
            cells = (about, Cell(((Run(title, "strong"),), (Run(move.issue, "faint"),))),
                     Cell(((Run(f"{mark} {step.kind}".strip()),),)), Cell(tuple(after)))  # fmt: skip
            rows.append(Row(cells, None, (("kind", step.kind), ("party", record.party))))
        if rows:
            blocks.append(Table(f"{name}: every move", ("Day", "Issue", "Move", "Position then"), tuple(rows)))
        else:
            blocks.append(Paragraph((Run("No move to show."),)))
        sections.append(Section(name, tuple(blocks), "", "", f"history-{record.party}"))
    made = (chronicle(records, names), *sections) if any(record.steps for record in records) else tuple(sections)
    return Paper("history", "How the positions came about", (), made, citations.notes())


def chronicle(records: Sequence[Told], names: Mapping[str, str]) -> Section:
    """The statements of all parties in order, as a line of time."""
    said: dict[str, tuple[str, dict[str, None], str]] = {}
    for record in records:
        for step in record.steps:
            statement = step.move.statement
            if statement is not None:
                key = statement.id if statement.joint else f"{record.party}/{statement.id}"
                entry = said.setdefault(key, (wording.day(statement.day), {}, statement.title or statement.id))
                entry[1][names[record.party]] = None
    entries = sorted((day, ", ".join(who), title) for day, who, title in said.values())
    return Section("Line of statements", (Chronicle("Statements", tuple(entries)),), "", "", "statements")
