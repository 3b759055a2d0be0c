"""What an edit means, as sections of the paper of ``check``."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.reports import meaning as words
from posdiff.reports import wording
from posdiff.reports.meaning import Meant
from posdiff.reports.paper.blocks import Block, Bullets, Cell, Line, Note, Row, Run, Section, Table
from posdiff.reports.paper.citing import Citations, position
from posdiff.review.meaning import CAUSES, Moved, Turned


def sections(meant: Meant) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """The sections, the sentences first, and the sources that they cite."""
    citations = Citations()
    meaning = meant.meaning
    made = [Section(meant.title, (Bullets(tuple(_line(each) for each in words.sentences(meant))),), "", "", "meaning")]
    for cause in CAUSES:
        rows = [one for one in meaning.moved if one.cause == cause]
        if rows:
            title, means = words.CAUSE_TITLES[cause]
            made.append(
                Section(f"{title} ({len(rows)})", (_moved(title, rows, meant, citations),), means, "", cause, 3)
            )
    if meaning.turned:
        title = f"How the positions stand to each other ({len(meaning.turned)})"
        made.append(Section(title, (_turned(meaning.turned, meant),), "", "", "relations", 3))
    made += _deadlocks(meant)
    reread = words.reread_in_words(meant)
    if reread:
        table = Table("Terms that the agenda reads otherwise", ("Party", "Issue", "Before", "After"), _rows(reread))
        made.append(
            Section(f"Read otherwise ({len(reread)})", (table,), "by the agenda, in files not touched", level=3)
        )
    if meaning.entries:
        listed: Block = Bullets(tuple(_line(words.entry_in_words(entry, meant.agenda)) for entry in meaning.entries))
        made.append(Section(f"Statements ({len(meaning.entries)})", (listed,), "", "", "statements", 3))
    return tuple(made), citations.notes()


def _line(text: str) -> Line:
    return (Run(text),)


def _rows(rows: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    return tuple(Row(tuple(Cell((_line(text),)) for text in row)) for row in rows)


def _moved(title: str, rows: Sequence[Moved], meant: Meant, citations: Citations) -> Table:
    head = ("Party", "Issue", "Before", "After", "By")
    return Table(title, head, tuple(_change(one, meant, citations) for one in rows))


def _change(one: Moved, meant: Meant, citations: Citations) -> Row:
    issue = one.change.issue
    name = meant.agenda.parties[one.party].name
    mark = wording.MARKS["withdrawn" if one.kind == "off-record" else one.kind][0]
    sides = (
        position(held, meant.agenda, issue.title, name, citations) if held else Cell()
        for held in (one.change.before, one.change.after)
    )
    return Row(
        (
            Cell(((Run(name, "strong"),), (Run(f"{mark} {words.kind_in_words(one)}"),))),
            Cell(((Run(issue.title, "strong"),), (Run(issue.id, "faint"),))),
            *sides,
            Cell((_line(words.by_in_words(one)),)),
        )
    )


def _turned(rows: Sequence[Turned], meant: Meant) -> Table:
    head = ("Issue", "Parties", "Before", "After", "On what")
    return Table("Relations that are others", head, tuple(_relation(one, meant) for one in rows))


def _relation(one: Turned, meant: Meant) -> Row:
    names = {party.id: party.name for party in meant.agenda.parties.values()}
    before, after = words.relation_in_words(one)
    mark = wording.MARKS[one.now.relation][0].strip()
    return Row(
        (
            Cell(((Run(one.now.issue.title, "strong"),), (Run(one.now.issue.id, "faint"),))),
            Cell((_line(" and ".join(names[party] for party in one.parties)),)),
            Cell((_line(before),)),
            Cell((_line(f"{mark} {after}".strip()),)),
            Cell(tuple(_line(f"{label}: {text}") for label, text in wording.verdict(one.now, meant.agenda, names))),
        )
    )


def _deadlocks(meant: Meant) -> list[Section]:
    mark = wording.MARKS["deadlock"][0]
    return [
        Section(f"{title} ({len(rings)})", (Bullets(tuple(map(_line, rings))),), "", mark, "", 3)
        for title, rings in words.deadlocks(meant)
    ]
