"""How much of what is only reported an answer leaves out."""

from collections.abc import Iterator, Set

from posdiff.answers.reading import Reader
from posdiff.dossier.position import Move


def reports_left_out(
    reader: Reader, party: str, since: int, until: int, issues: Set[str], with_reactions: bool = False
) -> int:
    """How many reports of what a party said would make a step here if they counted, or say something of a draft."""
    if reader.reported_of.isdisjoint((party, *reader.agenda.blocs_above(party))):
        return 0
    statements = [move.statement for move in _moves(reader, party, since, until, issues)]
    if with_reactions:
        from posdiff.answers.reactions import about

        statements += [
            said
            for said in reader.dossier.of(party)
            if since < said.day <= until and any(about(of, issues, reader.agenda) for of in said.reactions.values())
        ]
    return len({statement.id for statement in statements if statement and statement.standing == "reported"})


def days_of_reports_left_out(reader: Reader, party: str, until: int) -> tuple[int, ...]:
    """The day from which each report counts that ``reports_left_out`` has by then, without what is said of drafts."""
    first: dict[str, int] = {}
    if not reader.with_reported and not reader.reported_of.isdisjoint((party, *reader.agenda.blocs_above(party))):
        for move in _moves(reader, party, 0, until, reader.agenda.issues.keys()):
            if move.statement and move.statement.standing == "reported":
                first.setdefault(move.statement.id, move.day)
    return tuple(sorted(first.values()))


def _moves(reader: Reader, party: str, since: int, until: int, issues: Set[str]) -> Iterator[Move]:
    """The moves on some issues, with reports, after the end of a day."""
    moves = reader.record_with_reports(party, until).moves
    return (move for move in moves if move.day > since and move.issue in issues)
