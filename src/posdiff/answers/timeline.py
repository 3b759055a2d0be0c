"""How positions came about, and towards whom each move led: what the picture of a period is drawn of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from posdiff.answers.answer import AskedParty, Filter
from posdiff.answers.history import History, history
from posdiff.answers.reading import Reader
from posdiff.comparison.changes import SAME, HistoryStep
from posdiff.comparison.movement import Apart, Movement, Movements
from posdiff.dossier.position import Held, Record, position_of


class TimelineMove(NamedTuple):
    """A step after which another position was held, or none; ``movements``: towards which party it led how.

    Each is measured by what that party held at the end of the day. ``apart``: over whose red line the position still
    contradicts a party that it came closer to.
    """

    step: HistoryStep
    movements: Mapping[str, Movement]
    apart: Mapping[str, Apart] = {}


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


class HeldOverTime:
    """What a party held at the end of any day: looked up, where ``position_of`` goes through the whole record."""

    def __init__(self, record: Record) -> None:
        self._days: dict[str, list[int]] = {}
        self._held: dict[str, list[Held | None]] = {}
        for move in record.moves:
            self._days.setdefault(move.issue, []).append(move.day)
            self._held.setdefault(move.issue, []).append(move.after)

    def on(self, day: int, issue: str) -> Held | None:
        """What it held on an issue at the end of a day; None for nothing."""
        place = bisect_right(self._days.get(issue, ()), day)
        return self._held[issue][place - 1] if place else None


def timeline(reader: Reader, parties: tuple[AskedParty, ...], since: int, until: int, chosen: Filter) -> Timeline:
    """How the positions of the parties moved from the end of one day to the end of another (ordinals)."""
    came_about = history(reader, parties, since, until, chosen)
    issues = reader.agenda.issues
    held = {asked.party: HeldOverTime(reader.record(asked.party, until)) for asked in parties}
    measures = {issue: Movements(about.space) for issue, about in issues.items()}
    moves: dict[tuple[str, str], list[TimelineMove]] = {}
    for of_party in came_about.parties:
        party = of_party.party.party
        for step in of_party.record.steps:
            move = step.move
            if step.kind in SAME:
                continue
            theirs = {
                other.party: held[other.party].on(move.day, move.issue) for other in parties if other.party != party
            }
            led = measures[move.issue].towards(party, move.before, move.after, theirs)
            moves.setdefault((move.issue, party), []).append(TimelineMove(step, *led))
    lanes = []
    begun = {
        asked.party: position_of(reader.record(asked.party, until), since, issues).terms if since else {}
        for asked in parties
    }
    for issue in chosen.issues:
        for asked in parties:
            first = begun[asked.party].get(issue)
            own = tuple(moves.get((issue, asked.party), ()))
            lanes += [TimelineLane(issue, asked.party, first, own)] if first is not None or own else []
    return Timeline(**vars(came_about), lanes=tuple(lanes))
