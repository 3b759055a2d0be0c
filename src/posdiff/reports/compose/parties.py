"""The document of ``parties``: the tree of blocs; every party, with its aliases and how many statements it has made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.answers.listings import Parties
from posdiff.dossier.agenda import Agenda, Membership, Party
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.document import Cell, Column, Document, Line, Listing, Row, Run, Section, Table, cell, line

#: How far a member stands behind its bloc.
_INDENT = "  "


def document(answer: Parties) -> Document:
    """The blocs with their members, where there are any; the parties, in the order of the agenda."""
    parties = answer.agenda.parties.values()
    columns = (Column("Party"), Column("Aliases", "aliases"), Column("Statements", "statements"))
    table = Table("The parties", columns, tuple(_row(party, answer) for party in parties))
    title = wording.count(len(parties), "party", "parties")
    tree = tuple(_tree(answer.agenda, answer.as_of))
    dated = any(each.turning_days for of in answer.agenda.blocs_of.values() for each in of)
    meaning = "who speaks for whom" + (f", as of {wording.day(answer.as_of)}" if dated else "")
    blocs = [Section("Blocs", (Listing(tree, "text"),), meaning, anchor="blocs")] if tree else []
    return Document("parties", title, (), basis.lines(answer.basis), (*blocs, Section("Parties", (table,))))


def _tree(agenda: Agenda, as_of: int) -> Iterator[str]:
    """Each bloc that is in no other, and under it who is in it; a bloc that is in several has its members once."""
    drawn: set[str] = set()
    tops = [party for party in agenda.parties.values() if party.bloc and party.id not in agenda.blocs_of]
    left = [(party, "", 0) for party in reversed(tops)]
    while left:
        party, days, depth = left.pop()
        members = party.members or ()
        told = f"{_INDENT * depth}{party.name}{days}{' (observer)' if party.observer else ''}"
        if members and party.id in drawn:
            yield f"{told}: its members stand above"
            continue
        if party.size is not None:
            told += f": {wording.count(party.size, 'member')}, not named"
        elif party.bloc:
            told += f": {counted(members, as_of)}"
        yield told
        drawn.add(party.id)
        left += [(agenda.parties[each.party], days_of(each), depth + 1) for each in reversed(members)]


def _row(party: Party, answer: Parties) -> Row:
    lines: list[Line] = [(Run(party.name, "strong", page=f"parties/{party.id}"),)]
    lines += [line("observer: takes part in an answer only when it is named", "faint")] if party.observer else []
    lines += [line(words, "faint") for words in _in_blocs(party, answer)]
    lines += [line(party.note, "faint")] if party.note else []
    statements = answer.dossier.of(party.id)
    words = str(len(statements))
    if statements:
        words += f", {wording.day(statements[0].day)} to {wording.day(statements[-1].day)}"
    aliases = cell(", ".join(party.aliases)) if party.aliases else Cell()
    return Row((Cell(tuple(lines), party.id), aliases, cell(words)))


def _in_blocs(party: Party, answer: Parties) -> list[str]:
    """The group of a party, its members where it is a bloc, and the blocs that it is in, each with its days."""
    agenda = answer.agenda
    of = agenda.blocs_of.get(party.id, ())
    words = [f"group: {party.group}"] if party.group else []
    if party.members:
        words.append(counted(party.members, answer.as_of))
    words += [f"{wording.count(party.size, 'member')}, not named"] if party.size is not None else []
    blocs = [f"{agenda.parties[each.bloc].name}{days_of(each)}" for each in of]
    return words + ([f"member of {'; '.join(blocs)}"] if blocs else [])


def counted(members: Sequence[Membership], day: int, noun: str = "member") -> str:
    """``3 members``; ``1 member; 1 former, 1 still to join``: as of a day (an ordinal)."""
    former = sum(each.until is not None and each.until < day for each in members)
    later = sum(each.since is not None and each.since > day for each in members)
    others = [f"{former:,} former"] if former else []
    others += [f"{later:,} still to join"] if later else []
    now = wording.count(len(members) - former - later, noun)
    return f"{now}; {', '.join(others)}" if others else now


def days_of(membership: Membership) -> str:
    """The days of a membership, as far as it has any."""
    since, until = membership.since, membership.until
    words = [f"from {wording.day(since)}"] if since is not None else []
    words += [f"until {wording.day(until)}"] if until is not None else []
    return f" ({' '.join(words)})" if words else ""
