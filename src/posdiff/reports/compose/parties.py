"""The document of ``parties``: every party, with its aliases and how many statements it has made."""

from __future__ import annotations

from posdiff.answers.listings import Parties
from posdiff.dossier.agenda import Agenda, Membership, Party
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.document import Cell, Column, Document, Line, Row, Run, Section, Table, cell, line


def document(answer: Parties) -> Document:
    """The parties, in the order of the agenda."""
    parties = answer.agenda.parties.values()
    columns = (Column("Party"), Column("Aliases", "aliases"), Column("Statements", "statements"))
    table = Table("The parties", columns, tuple(_row(party, answer) for party in parties))
    title = wording.count(len(parties), "party", "parties")
    return Document("parties", title, (), basis.lines(answer.basis), (Section("Parties", (table,)),))


def _row(party: Party, answer: Parties) -> Row:
    lines: list[Line] = [(Run(party.name, "strong", page=f"parties/{party.id}"),)]
    lines += [line("observer: takes part in an answer only when it is named", "faint")] if party.observer else []
    lines += [line(words, "faint") for words in _in_blocs(party, answer.agenda)]
    lines += [line(party.note, "faint")] if party.note else []
    statements = answer.dossier.of(party.id)
    words = str(len(statements))
    if statements:
        words += f", {wording.day(statements[0].day)} to {wording.day(statements[-1].day)}"
    aliases = cell(", ".join(party.aliases)) if party.aliases else Cell()
    return Row((Cell(tuple(lines), party.id), aliases, cell(words)))


def _in_blocs(party: Party, agenda: Agenda) -> list[str]:
    """The group of a party, its members where it is a bloc, and the blocs that it is in, each with its days."""
    of = agenda.blocs_of.get(party.id, ())
    words = [f"group: {party.group}"] if party.group else []
    if party.members:
        members = [f"{agenda.parties[each.party].name}{_days(each)}" for each in party.members]
        words.append(f"{wording.count(len(members), 'member')}: {'; '.join(members)}")
    words += [f"{wording.count(party.size, 'member')}, not named"] if party.size is not None else []
    blocs = [f"{agenda.parties[each.bloc].name}{_days(each)}" for each in of]
    return words + ([f"member of {'; '.join(blocs)}"] if blocs else [])


def _days(membership: Membership) -> str:
    """The days of a membership, as far as it has any."""
    since, until = membership.since, membership.until
    words = [f"from {wording.day(since)}"] if since is not None else []
    words += [f"until {wording.day(until)}"] if until is not None else []
    return f" ({' '.join(words)})" if words else ""
