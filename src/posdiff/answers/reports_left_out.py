"""How much of what is only reported an answer leaves out."""

from collections.abc import Set

from posdiff.answers.reading import Reader


def reports_left_out(
    reader: Reader, party: str, since: int, until: int, issues: Set[str], with_reactions: bool = False
) -> int:
    """How many reports of what a party said would make a step here if they counted, or say something of a draft."""
    if reader.reported_of.isdisjoint((party, *reader.agenda.blocs_above(party))):
        return 0
    moves = reader.record_with_reports(party, until).moves
    statements = [move.statement for move in moves if move.day > since and move.issue in issues]
    if with_reactions:
        from posdiff.answers.reactions import about

        statements += [
            said
            for said in reader.dossier.of(party)
            if since < said.day <= until and any(about(of, issues, reader.agenda) for of in said.reactions.values())
        ]
    return len({statement.id for statement in statements if statement and statement.standing == "reported"})
