"""What ``history`` answers: how positions came about, statement by statement."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions, shown
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import KINDS, PartyHistory, party_history
from posdiff.dossier.inheritance import dissents, joined_and_left
from posdiff.dossier.position import Turn, position_of
from posdiff.dossier.statement import Statement

#: What ``--only`` can name.
WORDS: tuple[str, ...] = KINDS


class StatedDissent(NamedTuple):
    """That a statement says for the first time that its party does not hold what its blocs hold on an issue."""

    statement: Statement
    issue: str


class Unmoved(NamedTuple):
    """The issues on which a bloc holds a position that moved nothing for a party that joined or left it, and why.

    The party dissents there, or has words of its own.
    """

    dissents: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()


class HistoryOfParty(NamedTuple):
    """The steps of one party that are shown.

    ``reactions``: what it said of drafts meanwhile, the first one first; they move nothing, and are no kind of step.
    ``turns``: the blocs that it joined and left meanwhile, each with the day (an ordinal); ``unmoved``: of those that
    made no step, why. ``dissents``: from what its blocs hold, meanwhile, the first one first.
    """

    party: AskedParty
    record: PartyHistory
    reactions: tuple[StatedReaction, ...] = ()
    turns: tuple[tuple[int, Turn], ...] = ()
    dissents: tuple[StatedDissent, ...] = ()
    unmoved: Mapping[tuple[int, Turn], Unmoved] = {}

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.record.steps or self.reactions or self.turns or self.dissents)


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
        dissenting = () if chosen.only else _dissents(reader, asked.party, since, until, wanted)
        moving = {(step.move.day, turn) for step in whole.steps for turn in step.move.turns}
        still = [turn for turn in turns if turn not in moving]
        unmoved = {(day, turn): _unmoved(reader, day, turn, until, wanted) for day, turn in still}
        shown_steps = whole._replace(steps=steps)
        of_parties.append(HistoryOfParty(asked, shown_steps, of_drafts, turns, dissenting, unmoved))
    shows = None if chosen.only else shown(reader, wanted)
    return History(
        agenda=reader.agenda, basis=reports_left_out.basis(reader, parties, until, wanted, since, shows),
        parties=tuple(of_parties), since=since, until=until, filter=chosen,
    )  # fmt: skip


def _dissents(reader: Reader, party: str, since: int, until: int, issues: Set[str]) -> tuple[StatedDissent, ...]:
    """The dissents of a party that counts as a member of some bloc, in the order of the statements."""
    if party not in reader.agenda.blocs_of:
        return ()
    said = [one for one in reader.dossier.of(party) if one.standing == "stated" or reader.with_reported]
    first = dissents(said)
    return tuple(
        StatedDissent(statement, reference.name)
        for statement in said if since < statement.day <= until
        for reference in statement.dissents if reference.name in issues and first[reference.name] is statement
    )  # fmt: skip


def _unmoved(reader: Reader, day: int, turn: Turn, until: int, issues: Set[str]) -> Unmoved:
    """Why it changed nothing on which issues that a party joined a bloc on a day, or left it."""
    every = reader.agenda.issues
    of_bloc = position_of(reader.record_beside(turn.bloc, until), day, every).terms.keys() & issues
    said = [one for one in reader.dossier.of(turn.party) if one.standing == "stated" or reader.with_reported]
    dissenting = {issue for issue, statement in dissents(said).items() if statement.day <= day}
    held = position_of(reader.record(turn.party, until), day, every).terms
    own = {issue for issue in of_bloc - dissenting if issue in held and not held[issue].through}
    return Unmoved(tuple(id for id in every if id in of_bloc & dissenting), tuple(id for id in every if id in own))
