"""The page of an issue: the positions of all parties on it, how they stand to each other, how they came about."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.answer import AskedParty
from posdiff.answers.site import Site
from posdiff.comparison.changes import SAME, HistoryStep
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import Comparison
from posdiff.reports import draft_wording, provenance, step_wording, wording
from posdiff.reports.compose import basis, compare
from posdiff.reports.compose.evidence import Citations, in_words, position
from posdiff.reports.compose.history import after_loss
from posdiff.reports.document import (
    Block,
    Bullets,
    Chronicle,
    Column,
    Document,
    Event,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)
from posdiff.reports.site import cells
from posdiff.reports.site.cells import party_columns


def document(site: Site, row: Comparison) -> Document:
    """The relation first, then the positions, what they are part of, the drafts, and every move."""
    about, citations = row.issue, Citations(proofs=site.basis.proofs)
    word = wording.RELATION_TITLES[row.relation][0]
    gist = (
        Run(word, compare.STYLES.get(row.relation, "plain"), mark=row.relation),
        Run(f": {wording.RELATION_MEANINGS[row.relation]}"),
    )
    lead: list[Line] = [line(about.question)] if about.question else []
    lead += [line(f"Note: {about.note}", "faint")] if about.note else []
    parts = [_positions(site, row, citations)]
    parts += [*_deadlocks(site, about.id), *_drafts(site, about.id), *_history(site, about.id)]
    lead += basis.lines(site.basis.on((about.id,)))
    names = {asked.label: asked.name for asked in site.compare.parties}
    lead += basis.silences(site.compare.basis, names, ((label, about.id) for label in row.silent), site.agenda)
    return Document("site", about.title, gist, tuple(lead), tuple(parts), citations.footnotes())


def _positions(site: Site, row: Comparison, citations: Citations) -> Section:
    """What comes of the positions, in words; and a row for each party."""
    answer = site.compare
    facts = [fact for fact in compare.verdict(row, answer) if fact.label not in ("by word", "note")]
    blocks: list[Block] = [Paragraph((Run(f"{fact.label.capitalize()}: ", "faint"), *fact.line)) for fact in facts]
    age, rows = basis.age(site.basis, site.as_of), []
    for asked in answer.parties:
        held, name = row.terms.get(asked.label), asked.name
        dissent = "" if held else basis.dissent(site.basis, asked.party, site.as_of, row.issue.id, site.agenda)
        nothing = cell(dissent, "faint") if dissent else cells.silent()
        said = position(held, site.agenda, row.issue.title, name, citations, age) if held else nothing
        rows.append(Row((cells.party(asked.party, name), said), f"of-{asked.party}"))
    blocks.append(Table("The positions of the parties", (Column("Party"), Column("Position")), tuple(rows), "list"))
    return Section("Positions", tuple(blocks), f"as of {wording.day(site.as_of)}", anchor="positions")


def _deadlocks(site: Site, issue: str) -> Iterator[Section]:
    """The deadlocks that a demand on the issue is part of."""
    rings = [
        (number, ring) for number, ring in enumerate(site.compare.deadlocks, 1)
        if any(owner.issue == issue for edge in ring.edges for owner in edge.owners)
    ]  # fmt: skip
    if rings:
        bullets = Bullets(tuple(_ring(number, ring, site) for number, ring in rings))
        meaning = wording.RELATION_MEANINGS["deadlock"]
        title = f"Part of {wording.count(len(rings), *wording.RELATION_TITLES['deadlock'])}"
        yield Section(title, (bullets,), meaning, "deadlock", "deadlocks")


def _ring(number: int, ring: Deadlock, site: Site) -> Line:
    return (Run(wording.ring_in_words(ring, site.agenda), page=f"deadlocks#_deadlock-{number}"),)


def _drafts(site: Site, issue: str) -> Iterator[Section]:
    """What each draft would settle on the issue, and what becomes of each party's terms."""
    rows = []
    for answer in site.drafts.values():
        outcome = answer.draft.outcomes.get(issue)
        if outcome is not None:
            said = cell(draft_wording.outcome_in_words(outcome, site.agenda))
            results = (cells.results(party, issue) for party in answer.parties)
            rows.append(Row((cells.draft(answer.draft, site.agenda), said, *results)))
    if rows:
        columns = (Column("Draft"), Column("What it settles"), *party_columns(site))
        table = Table("What the drafts settle here", columns, tuple(rows))
        when = f"against the positions as of {wording.day(site.as_of)}, also where they are newer than the draft"
        yield Section("In the drafts", (table,), f"{when}; {wording.NOT_A_POSITION}", anchor="drafts")


def _history(site: Site, issue: str) -> Iterator[Section]:
    """Every move on the issue, the first one first."""
    moves = [(step, of) for of in site.history.parties for step in of.record.steps if step.move.issue == issue]
    moves.sort(key=lambda moved: moved[0].move.day)
    if moves:
        events = tuple(_moved(step, of.party, site) for step, of in moves)
        yield Section("How it came about", (Chronicle("Every move on this issue", events),), anchor="history")


def _moved(step: HistoryStep, asked: AskedParty, site: Site) -> Event:
    """A move; the page of its statement has the quotes and the sources."""
    move, after, said = step.move, step.move.after, step.move.statement
    kind = Run(step_wording.word(step), mark=step.told)
    lines: list[Line] = [(kind,)]
    if after is not None and step.kind not in SAME:
        said_then = [in_words(part, after.parts, site.agenda) for part in wording.told_once(after.parts)]
        first, *more = after_loss(step, said_then, site.agenda)
        lines = [(kind, Run(": "), *first), *more]
    if said is None:
        title = provenance.moved_without_a_statement((move,), asked.party, site.agenda)
    else:
        title = said.title or said.id
    file = "" if said is None else said.location.file
    return Event(wording.day(move.day), asked.name, title, (), tuple(lines), file)
