"""How positions came about, and towards whom each move led: what the picture of a period is drawn of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from posdiff.answers.answer import AskedParty, Filter
from posdiff.answers.history import History, history
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import SAME, HistoryStep
from posdiff.comparison.movement import Movement, movement
from posdiff.dossier.position import Held, Position, position_of


class TimelineMove(NamedTuple):
    """A step after which another position was held, or none; ``movements``: towards which party it led how.

    Each is measured by what that party held at the end of the day.
    """

    step: HistoryStep
    movements: Mapping[str, Movement]


class TimelineLane(NamedTuple):
    """A party on an issue: what it held when the period began, and every move in it."""

    issue: str
    party: str
    first: Held | None
    moves: tuple[TimelineMove, ...]

    @property
    def changed(self) -> bool:
        """Whether a position that was held became another one, or ended."""
        return any(move.step.move.before is not None for move in self.moves)


@dataclass(frozen=True, kw_only=True)
class Timeline(History):
    """The history, sorted into lanes: by issue as asked for, then by party."""

    lanes: tuple[TimelineLane, ...]


def timeline(reader: Reader, parties: tuple[AskedParty, ...], since: int, until: int, chosen: Filter) -> Timeline:
    """How the positions of the parties moved from the end of one day to the end of another (ordinals)."""
    came_about = history(reader, parties, since, until, chosen)
    issues = reader.agenda.issues
    positions: dict[tuple[str, int], Position] = {}

    def held(party: str, day: int, issue: str) -> Held | None:
        if (party, day) not in positions:
            positions[party, day] = position_of(reader.record(party, until), day, issues)
        return positions[party, day].terms.get(issue)

    moves: dict[tuple[str, str], list[TimelineMove]] = {}
    for of_party in came_about.parties:
        party = of_party.party.party
        for step in of_party.record.steps:
            move = step.move
            if step.kind in SAME:
                continue
            space = issues[move.issue].space
            others = (other.party for other in parties if other.party != party)
            measured = {
                other: movement(space, move.before, move.after, held(other, move.day, move.issue)) for other in others
            }
            moves.setdefault((move.issue, party), []).append(TimelineMove(step, measured))
    lanes = []
    for issue in chosen.issues:
        for asked in parties:
            first = held(asked.party, since, issue) if since else None
            own = tuple(moves.get((issue, asked.party), ()))
            lanes += [TimelineLane(issue, asked.party, first, own)] if first is not None or own else []
    return Timeline(**vars(came_about), lanes=tuple(lanes))
