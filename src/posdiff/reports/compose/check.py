"""The document of ``check``: the findings, and what an edit means, first in sentences, then change by change."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.validate import Check
from posdiff.reports import meaning as words
from posdiff.reports import wording
from posdiff.reports.compose import validate
from posdiff.reports.compose.evidence import Citations, issue, position
from posdiff.reports.document import Bullets, Cell, Column, Document, Fact, Row, Section, Table, cell, line
from posdiff.reports.meaning import Meant
from posdiff.review.meaning import CAUSES, Moved, Turned


def document(answer: Check) -> Document:
    """The findings; then, where there is an edit, what it means."""
    findings = validate.document(answer)
    if answer.effect is None:
        return findings
    effect = answer.effect
    meant = Meant(effect.meaning, effect.agenda, effect.before, effect.base.id, effect.base.day)
    citations = Citations()
    parts = _effect(meant, citations)
    return findings._replace(sections=(*findings.sections, *parts), sources=citations.footnotes())


def _effect(meant: Meant, citations: Citations) -> list[Section]:
    meaning = meant.meaning
    sentences = Bullets(tuple(map(line, words.sentences(meant))))
    parts = [Section(meant.title, (sentences,), anchor="meaning", named=True)]
    for cause in CAUSES:
        moved = [one for one in meaning.moved if one.cause == cause]
        if moved:
            title, means = words.CAUSE_TITLES[cause]
            table = _changes(title, moved, meant, citations)
            parts.append(Section(f"{title} ({len(moved)})", (table,), means, anchor=cause, level=3))
    if meaning.turned:
        title = f"How the positions stand to each other ({len(meaning.turned)})"
        parts.append(Section(title, (_relations(meaning.turned, meant),), anchor="relations", level=3))
    for title, rings in words.deadlocks(meant):
        bullets = Bullets(tuple(map(line, rings)))
        parts.append(Section(f"{title} ({len(rings)})", (bullets,), mark="deadlock", level=3))
    reread = words.reread_in_words(meant)
    if reread:
        title = f"Read otherwise ({len(reread)})"
        parts.append(Section(title, (_reread(reread),), "by the agenda, in files not touched", level=3))
    if meaning.entries:
        entries = Bullets(tuple(line(words.entry_in_words(entry, meant.agenda)) for entry in meaning.entries))
        parts.append(Section(f"Statements ({len(meaning.entries)})", (entries,), anchor="statements", level=3))
    return parts


_BEFORE, _AFTER = Column("Before", "before"), Column("After", "after")


def _changes(title: str, moved: Sequence[Moved], meant: Meant, citations: Citations) -> Table:
    columns = (Column("Issue"), Column("Party", "party"), Column("Kind", "kind"), _BEFORE, _AFTER, Column("By", "by"))
    return Table(title, columns, tuple(_change(one, meant, citations) for one in moved))


def _change(moved: Moved, meant: Meant, citations: Citations) -> Row:
    about, name = moved.change.issue, meant.agenda.parties[moved.party].name
    before, after = (
        position(held, meant.agenda, about.title, name, citations) if held else Cell()
        for held in (moved.change.before, moved.change.after)
    )
    by = words.by_in_words(moved)
    cells = issue(about.title, about.id), cell(name), cell(words.kind_in_words(moved)), before, after
    mark = "withdrawn" if moved.kind == "off-record" else moved.kind
    return Row((*cells, cell(by) if by else Cell()), mark=mark)


def _relations(turned: Sequence[Turned], meant: Meant) -> Table:
    columns = (Column("Issue"), Column("Parties", "parties"), _BEFORE, _AFTER, Column("On what"))
    return Table("Relations that are others", columns, tuple(_relation(one, meant) for one in turned))


def _relation(turned: Turned, meant: Meant) -> Row:
    names = {party.id: party.name for party in meant.agenda.parties.values()}
    now = turned.now
    before, after = words.relation_in_words(turned)
    facts = tuple(Fact(label, line(text)) for label, text in wording.verdict(now, meant.agenda, names))
    parties = " and ".join(names[party] for party in turned.parties)
    cells = issue(now.issue.title, now.issue.id), cell(parties), cell(before), cell(after), Cell(facts=facts)
    return Row(cells, mark=now.relation)


def _reread(rows: Sequence[tuple[str, str, str, str]]) -> Table:
    columns = (Column("Issue"), Column("Party", "party"), _BEFORE, _AFTER)
    return Table(
        "Terms that the agenda reads otherwise", columns,
        tuple(Row((cell(title, "strong"), *map(cell, (party, *texts)))) for party, title, *texts in rows),
    )  # fmt: skip
