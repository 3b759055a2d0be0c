"""What ``history`` answers: how positions came about, statement by statement."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions, shown
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import KINDS, PartyHistory, party_history
from posdiff.dossier.inheritance import joined_and_left
from posdiff.dossier.position import Turn

#: What ``--only`` can name.
WORDS: tuple[str, ...] = KINDS


class HistoryOfParty(NamedTuple):
    """The steps of one party that are shown.

    ``reactions``: what it said of drafts meanwhile, the first one first; they move nothing, and are no kind of step.
    ``turns``: the blocs that it joined and left meanwhile, each with the day (an ordinal).
    """

    party: AskedParty
    record: PartyHistory
    reactions: tuple[StatedReaction, ...] = ()
    turns: tuple[tuple[int, Turn], ...] = ()

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.record.steps or self.reactions or self.turns)


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
        whole = party_history(reader.record(asked.party, until), reader.agenda.issues)
        steps = tuple(
            step
            for step in whole.steps
            if step.move.day > since and step.move.issue in wanted and chosen.shows(step.kind)
        )
        of_drafts = () if chosen.only else reactions(reader, asked.party, until, since=since, issues=wanted)
        memberships = () if chosen.only else reader.agenda.blocs_of.get(asked.party, ())
        turns = joined_and_left(memberships, since, until)
        of_parties.append(HistoryOfParty(asked, whole._replace(steps=steps), of_drafts, turns))
    shows = None if chosen.only else shown(reader, wanted)
    return History(
        agenda=reader.agenda, basis=reports_left_out.basis(reader, parties, until, wanted, since, shows),
        parties=tuple(of_parties), since=since, until=until, filter=chosen,
    )  # fmt: skip
