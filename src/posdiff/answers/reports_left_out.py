"""Which statements an answer leaves out, being only reported: those with which it could be another one."""

from collections.abc import Callable, Iterable, Set

from posdiff.answers.answer import AskedParty, Basis, LeftOut
from posdiff.answers.reading import Reader
from posdiff.dossier.statement import Reaction

#: Whether an answer shows a reaction to a draft, by the draft's id.
Shows = Callable[[str, Reaction], bool]


def basis(
    reader: Reader, parties: Iterable[AskedParty], as_of: int, issues: Set[str], since: int = 0,
    shows: Shows | None = None,
) -> Basis:  # fmt: skip
    """What was read for an answer on the parties and issues after a day and up to another, and what it leaves out.

    ``shows``: which reactions to drafts the answer shows; without it none.
    """
    every = tuple(parties)
    left_out: dict[str, frozenset[LeftOut]] = {
        asked.label: frozenset()
        if reader.with_reported
        else _left_out(reader, asked.party, since, asked.on(as_of), issues, shows)
        for asked in every
    }
    looked_at = {asked.label: (asked.party, asked.on(as_of)) for asked in every}
    return reader.basis._replace(left_out=left_out, asked=looked_at)


def together(read: Basis, parts: Iterable[Basis]) -> Basis:
    """What was read, and what any part of the answer leaves out."""
    left_out: dict[str, frozenset[LeftOut]] = {}
    looked_at: dict[str, tuple[str, int]] = {}
    for part in parts:
        looked_at |= part.asked
        for label, statements in (part.left_out or {}).items():
            left_out[label] = left_out.get(label, frozenset()) | statements
    return read._replace(left_out=left_out, asked=looked_at)


def _left_out(
    reader: Reader, party: str, since: int, until: int, issues: Set[str], shows: Shows | None
) -> frozenset[LeftOut]:
    """The reports of what a party said that would move a position here, end that it speaks through a bloc, or react."""
    moves = reader.moves_of_reports(party, until)
    found = {
        LeftOut(move.statement.location.file, move.issue, move.day)
        for move in moves
        if move.statement and move.day > since and move.issue in issues
    }
    for said in reader.dossier.of(party) if party in reader.reported_of else ():
        if said.standing == "reported" and since < said.day <= until:
            file = said.location.file
            found |= {LeftOut(file, issue.name, said.day) for issue in said.dissents if issue.name in issues}
            if shows and any(shows(draft, of) for draft, of in said.reactions.items()):
                found.add(LeftOut(file, "", said.day))
    return frozenset(found)
