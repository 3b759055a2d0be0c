"""The papers of ``show`` and ``history``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from posdiff.comparison.changes import KINDS, HistoryStep, PartyHistory
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Statement
from posdiff.dossier.term import FIRMNESS
from posdiff.kinds.kind import joined
from posdiff.reports import provenance, wording
from posdiff.reports.paper.blocks import (
    Block,
    Bullets,
    Cell,
    Chronicle,
    Entry,
    Filter,
    Line,
    Paper,
    Paragraph,
    Quoted,
    Row,
    Run,
    Section,
    Table,
)
from posdiff.reports.paper.citing import Citations, firm, position


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
            cells = (Cell(tuple(about)), position(held.terms[issue], agenda, title, name, citations))
            facets = (("topic", topic or ""), ("firmness", held.terms[issue].term.firmness))
            rows.append(Row(cells, issue, facets))
        title = agenda.topics[topic] if topic is not None else "No topic"
        table = Table(f"{name}: {title}", ("Issue", "Position"), tuple(rows))
        sections.append(Section(title, (table,), "", "", f"topic-{topic or 'none'}"))
    silent = [issue for issue in issues if issue not in held.terms]
    if silent:
        lines = tuple(((Run(agenda.issues[issue].title), Run(f" {issue}", "faint"))) for issue in silent)
        sections.append(Section(f"Silent on ({len(silent)})", (Bullets(lines),), "", "", "silent"))
    lead = ((Run(f"A position on {len(spoken)} of {wording.count(len(issues), 'issue')}."),),)
    title = f"{name} as of {wording.day(held.day)}"
    given = {held.terms[issue].term.firmness for issue in spoken}
    filters = (
        _topics(agenda, set(topics)),
        Filter("firmness", "Firmness", tuple((each, each.replace("-", " ")) for each in FIRMNESS if each in given)),
    )
    return Paper("show", title, lead, tuple(sections), citations.notes(), filters)


def _topics(agenda: Agenda, found: Collection[str | None]) -> Filter:
    return Filter("topic", "Topic", tuple((id, title) for id, title in agenda.topics.items() if id in found))


def history(
    records: Sequence[PartyHistory], agenda: Agenda, names: Mapping[str, str], left_out: Mapping[str, int]
) -> Paper:
    """How positions came about: each party's statements in order, and what each of them moved."""
    citations = Citations()
    moved = any(record.steps for record in records)
    sections = [chronicle(records, names, citations)] if moved else []
    for record in records:
        name = names[record.party]
        said = {step.move.statement.id for step in record.steps if step.move.statement}
        meaning = wording.count(len(said), "statement")
        if left_out.get(record.party):
            meaning += f"; {wording.left_out(left_out[record.party])}"
        blocks: tuple[Block, ...] = () if record.steps else (Paragraph((Run("No move to show."),)),)
        sections.append(Section(name, blocks, meaning, "", f"history-{record.party}"))
        for _, steps in groupby(record.steps, key=_occasion):
            sections.append(_statement(list(steps), record.party, name, agenda, citations))
    every = [step for record in records for step in record.steps]
    kinds = {step.kind for step in every}
    filters = (
        Filter("kind", "Move", tuple((kind, kind) for kind in KINDS if kind in kinds)),
        _topics(agenda, {agenda.issues[step.move.issue].topic for step in every}),
        Filter("party", "Party", tuple(names.items())),
    )
    return Paper("history", "How the positions came about", (), tuple(sections), citations.notes(), filters)


def _occasion(step: HistoryStep) -> tuple[int, str | None]:
    return step.move.day, step.move.statement.id if step.move.statement else None


def _statement(steps: Sequence[HistoryStep], party: str, name: str, agenda: Agenda, citations: Citations) -> Section:
    """One statement: who spoke, what is to be known about it, and every move that it made."""
    first = steps[0].move
    statement, day = first.statement, wording.day(first.day)
    blocks: list[Block] = []
    if statement is not None:
        blocks += [Paragraph(line) for line in about(statement, citations.cite(statement.sources.values()))]
    rows = tuple(_move(step, party, name, agenda, citations) for step in steps)
    title = f"{day}: {(statement.title or statement.id) if statement else provenance.ENDED}"
    blocks.append(Table(f"{name}, {day}: every move", ("Issue", "Move", "Position then"), rows))
    anchor = f"history-{party}-{statement.id.replace('/', '-') if statement else f'{day}-ended'}"
    return Section(title, tuple(blocks), "", "", anchor, 3)


def _move(step: HistoryStep, party: str, name: str, agenda: Agenda, citations: Citations) -> Row:
    move, after = step.move, step.move.after
    title = agenda.issues[move.issue].title
    then = Cell(((Run("no position", "faint"),),))
    if after is not None:
        cites = citations.cite(after.lineage.own)
        lines: list[Line] = [(*firm(after), Run(wording.term_in_words(after.term, agenda), "plain", cites))]
        said: tuple[Quoted, ...] = ()
        if step.kind != "reaffirmed":
            lines += [(Run(f"Note: {note}", "faint"),) for note in wording.notes(after.term)]
            said = tuple(Quoted(title, name, wording.day(move.day), each, cites) for each in after.lineage.quotes)
        then = Cell(tuple(lines), said)
    mark = wording.MARKS[step.kind][0].strip()
    issue = Cell(((Run(title, "strong"),), (Run(move.issue, "faint"),)))
    kind = Cell(((Run(f"{mark} {step.kind}".strip()),),))
    facets = (("kind", step.kind), ("topic", agenda.issues[move.issue].topic or ""), ("party", party))
    return Row((issue, kind, then), None, facets)


def about(statement: Statement, cites: tuple[int, ...] = ()) -> list[Line]:
    """What is to be known about a statement: who spoke, whether it is only reported; its note."""
    words = provenance.told_by(statement)
    lines: list[Line] = [(Run(words, "plain", cites),)] if words else []
    lines += [(Run(f"Note: {statement.note}", "faint"),)] if statement.note else []
    return lines


def chronicle(records: Sequence[PartyHistory], names: Mapping[str, str], citations: Citations) -> Section:
    """The statements of all parties in order, as a line of time, with what is to be known about each."""
    said: dict[str, tuple[Statement, dict[str, None]]] = {}
    for record in records:
        for step in record.steps:
            statement = step.move.statement
            if statement is not None:
                key = statement.id if statement.joint else f"{record.party}/{statement.id}"
                said.setdefault(key, (statement, {}))[1][names[record.party]] = None
    ordered = sorted(said.items(), key=lambda item: (item[1][0].day, not item[1][0].joint, item[0]))
    entries = []
    for _, (one, who) in ordered:
        cites = citations.cite(one.sources.values())
        title = f"{one.title or one.id}{' (reported)' if one.standing == 'reported' else ''}"
        entries.append(Entry(wording.day(one.day), joined(list(who)), title, cites, tuple(about(one))))
    return Section("Line of statements", (Chronicle("Statements", tuple(entries)),), "", "", "statements")
