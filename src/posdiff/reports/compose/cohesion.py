"""The document of ``matrix --blocs``: how far members stay within the words of their blocs, and who strays where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from posdiff.answers.cohesion import Cohesion
from posdiff.comparison.cohesion import BlocCohesion, Stray, Straying
from posdiff.dossier.position import Held
from posdiff.reports import provenance, wording
from posdiff.reports.cohesion_wording import MEANING, share
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import in_one_line
from posdiff.reports.document import Cell, Column, Document, Line, Row, Run, Section, Table, cell, line

_HOW: Mapping[Straying, str] = {
    "contradicts": "contradicts the bloc", "goes-beyond": "accepts what the bloc refuses", "dissents": "dissents",
}  # fmt: skip


def document(answer: Cohesion) -> Document:
    """A row for each bloc; then, bloc by bloc, each member that strays."""
    parties = answer.agenda.parties
    columns = (
        Column("Bloc"), Column("Members", "members", short=True),
        Column("Issues it speaks on", "speaks on", short=True),
        Column("With own words", "with own words", short=True), Column("Within", "within", short=True),
        Column("Cohesion", "cohesion", short=True),
    )  # fmt: skip
    table = Table("Cohesion of each bloc", columns, tuple(_row(bloc, answer) for bloc in answer.blocs), "lines")
    sections = [Section("Cohesion", (table,), MEANING, anchor="cohesion")]
    for bloc in answer.blocs:
        if bloc.strays:
            about = (Column("Member"), Column("Its own words", "its own words"), Column("The bloc", "the bloc"))
            rows = tuple(_stray(stray, answer) for stray in bloc.strays)
            title = f"{parties[bloc.bloc].name}: who strays ({len(rows)})"
            sections.append(Section(title, (Table(title, about, rows),), anchor=f"strays-{bloc.bloc}", named=True))
    title, lead = (
        f"Cohesion of blocs as of {wording.day(answer.as_of)}",
        (*basis.lines(answer.basis), *_left_out(answer)),
    )
    return Document("cohesion", title, (), lead, tuple(sections))


def _left_out(answer: Cohesion) -> Iterator[Line]:
    """Where all blocs are asked for: of which no member is named, so that nobody's words are there to be looked at."""
    shown = {bloc.bloc for bloc in answer.blocs}
    blocs = [party for party in answer.agenda.parties.values() if party.bloc and party.id not in shown]
    unnamed = [
        f"{bloc.name} ({wording.count(bloc.size, 'member')})" for bloc in blocs if bloc.size and not bloc.members
    ]
    if unnamed and not any(bloc.members for bloc in blocs):
        yield line(f"Left out, since their members are not named: {'; '.join(unnamed)}.", "faint")


def _row(bloc: BlocCohesion, answer: Cohesion) -> Row:
    numbers = (len(bloc.members), len(bloc.issues), len(bloc.spoken), len(bloc.within))
    name = cell(answer.agenda.parties[bloc.bloc].name, "strong")
    return Row((name, *(cell(f"{number:,}") for number in numbers), cell(share(bloc))))


def _stray(stray: Stray, answer: Cohesion) -> Row:
    """A member and the issue; how it strays, with its words and those of the bloc, each with its day."""
    agenda = answer.agenda
    about = (Run(agenda.parties[stray.party].name, "strong"), Run(f" on {agenda.issues[stray.issue].title}"))
    how = line(_HOW[stray.how], "contradiction" if stray.how == "contradicts" else "plain")
    first = Cell((about, how))
    own = Cell((_said(stray.held, answer),)) if stray.held else cell("none", "faint")
    return Row((first, own, Cell((_said(stray.bloc, answer),))))


def _said(held: Held, answer: Cohesion) -> Line:
    since = provenance.held_since(max(held.demands, key=lambda part: part.set_on))
    return (*in_one_line(held, answer.agenda), Run(f" ({since})", "date"))
