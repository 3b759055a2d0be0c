"""What ``history`` answers: how positions came about, statement by statement."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import KINDS, PartyHistory, party_history

#: What ``--only`` can name.
WORDS: tuple[str, ...] = KINDS


class HistoryOfParty(NamedTuple):
    """The steps of one party that are shown; how many of its statements are left out, being only reported."""

    party: AskedParty
    record: PartyHistory
    left_out: int


@dataclass(frozen=True, kw_only=True)
class History(DossierAnswer):
    """Statement by statement, what each party took up, changed and gave up after ``since`` (0: from the beginning)."""

    command: ClassVar[str] = "history"

    parties: tuple[HistoryOfParty, ...]
    since: int
    until: int
    filter: Filter


def history(reader: Reader, parties: tuple[AskedParty, ...], since: int, until: int, chosen: Filter) -> History:
    """How the positions of the parties came about, from the end of one day to the end of another (ordinals)."""
    wanted = set(chosen.issues)
    of_parties = []
    for asked in parties:
        record = party_history(reader.record(asked.party, until), reader.agenda.issues)
        steps = tuple(
            step
            for step in record.steps
            if step.move.day > since and step.move.issue in wanted and chosen.shows(step.kind)
        )
        statements = reader.dossier.of(asked.party)
        reported = sum(statement.standing == "reported" and statement.day <= until for statement in statements)
        left_out = 0 if reader.with_reported else reported
        of_parties.append(HistoryOfParty(asked, record._replace(steps=steps), left_out))
    return History(
        agenda=reader.agenda, basis=reader.basis, parties=tuple(of_parties), since=since, until=until, filter=chosen
    )
