"""The page of a statement: what it says on each issue, with quotes and sources, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from posdiff.answers.site import Site
from posdiff.comparison.changes import HistoryStep
from posdiff.dossier.statement import Statement, attributed
from posdiff.dossier.term import Term
from posdiff.kinds.kind import joined
from posdiff.reports import provenance, step_wording, wording
from posdiff.reports.compose import reactions
from posdiff.reports.compose.evidence import Citations, firmness, issue, quotations
from posdiff.reports.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Evidence,
    Line,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)

#: By issue, the parties (ids) whose position a statement moved, and each move; the same by the file of a statement.
MovesOfOne = Mapping[str, Mapping[str, HistoryStep]]
Moves = Mapping[str, MovesOfOne]


def moves(site: Site) -> Moves:
    """What every statement moved."""
    found: dict[str, dict[str, dict[str, HistoryStep]]] = {}
    for of in site.history.parties:
        for step in of.record.steps:
            if step.move.statement is not None:
                by_issue = found.setdefault(step.move.statement.location.file, {})
                by_issue.setdefault(step.move.issue, {})[of.party.party] = step
    return found


def document(site: Site, statement: Statement, moved: MovesOfOne) -> Document:
    """Who spoke, on what day; a row for each issue that it speaks of; what it says of drafts."""
    citations = Citations(proofs=site.basis.proofs)
    citations.cite(statement.sources.values())  # all of them are listed, in this order
    names = joined([site.agenda.parties[party].name for party in statement.parties])
    told = provenance.told_by(statement)
    gist = (
        Run(names, "strong", page=f"parties/{statement.parties[0]}" if len(statement.parties) == 1 else ""),
        Run(f", {wording.day(statement.day)}{f'; {told}' if told else ''}"),
    )
    lead: list[Line] = [line(f"Note: {statement.note}", "faint")] if statement.note else []
    if statement.standing == "reported" and not site.basis.with_reported:
        lead.append(line("Only reported, so that it moves no position on these pages.", "faint"))
    lead.append((Run("All parties on that day", page=f"index?day={wording.day(statement.day)}"),))
    lead.append((Run("In the file ", "faint"), Run(statement.location.file, "code")))
    rows = tuple(_rows(site, statement, moved, citations))
    columns = (Column("Issue"), Column("What it says"), Column("What it changed"))
    table = (Table("What the statement says", columns, rows),) if rows else ()
    parts = [
        Section("Terms", table, "" if rows else "It holds no terms.", anchor="terms"),
        *_reactions(site, statement, citations),
    ]
    parts += _corrections(site, statement)
    return Document("site", statement.title or statement.id, gist, tuple(lead), tuple(parts), citations.footnotes())


def _rows(site: Site, statement: Statement, moved: MovesOfOne, citations: Citations) -> Iterator[Row]:
    """The issues in the agenda's order: those with a term, and those that it withdraws or says again."""
    for id, about in site.agenda.issues.items():
        term, steps = statement.terms.get(id), moved.get(id, {})
        if term is None and not steps:
            continue
        words = _term(term, about.title, site, statement, citations) if term else cell("no term of its own", "faint")
        yield Row((issue(about.title, id)._replace(id=""), words, _changed(steps, site, statement)), id)


def _term(term: Term, title: str, site: Site, statement: Statement, citations: Citations) -> Cell:
    said = quotations(attributed(term.words, statement), title, _whose(site, statement), citations)
    cites = citations.cite(statement.sources[key] for key in term.sources if key in statement.sources)
    lines: list[Line] = [(*firmness(term.firmness), Run(wording.term_in_words(term, site.agenda), "plain", cites))]
    lines += [line("in addition to what was said before", "faint")] if term.adds else []
    lines += [line(f"until {wording.day(term.expires)}", "faint")] if term.expires is not None else []
    lines += [line(f"Note: {note}", "faint") for note in wording.notes(term)]
    return Cell(tuple(lines), evidence=Evidence(tuple(said)))


def _whose(site: Site, statement: Statement) -> str:
    return joined([site.agenda.parties[party].name for party in statement.parties])


def _changed(steps: Mapping[str, HistoryStep], site: Site, statement: Statement) -> Cell:
    """The kind of each move, with names where several parties speak; of members of a bloc how many moved how."""
    lines: list[Line] = []
    members = Counter(step_wording.word(step) for party, step in steps.items() if party not in statement.parties)
    for party, step in steps.items():
        if party not in statement.parties:
            continue
        word = Run(step_wording.word(step), mark=step.told)
        several = len(statement.parties) > 1
        lines.append((Run(f"{site.agenda.parties[party].name}: ", "faint"), word) if several else (word,))
    if members:
        counts = joined([f"{number:,} {move}" for move, number in members.items()])
        lines.append(line(f"through it, of members: {counts}", "faint"))
    return Cell(tuple(lines)) if lines else cell("nothing", "faint")


def _corrections(site: Site, statement: Statement) -> Iterator[Section]:
    """Why the file was changed after it had been recorded."""
    lines: list[Line] = []
    for id, why in statement.corrects.items():
        known = site.agenda.issues.get(id)
        about = (Run(known.title, "strong", page=f"issues/{id}"), Run(": ")) if known else ()
        lines.append((*about, Run(why)))
    if lines:
        yield Section("Corrections", (Bullets(tuple(lines)),), "made after it had been recorded", anchor="corrections")


def _reactions(site: Site, statement: Statement, citations: Citations) -> Iterator[Section]:
    lines = [
        (
            *([Run(f"{site.agenda.parties[party].name}: ", "faint")] if statement.joint else []),
            *reactions.head(stated),
            *reactions.in_words(stated, site.agenda, citations),
        )
        for party, stated in site.reactions[statement.location.file]
    ]
    if lines:
        yield Section("Of drafts", (Bullets(tuple(lines)),), anchor="drafts")
