"""A member of blocs that is on both sides of a contradiction: by its own words and its bloc's, or through two blocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise, product
from typing import Final, NamedTuple

from posdiff.comparison.relations import relation
from posdiff.dossier.fold import Known, own_record, record
from posdiff.dossier.inheritance import dissents, turning_days
from posdiff.dossier.position import Held, Part, Record
from posdiff.dossier.region import Settlements
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "both-sides"

#: So many of those who are bound through a bloc are named.
_SHOWN = 5
#: So many findings there are of one party on one issue; of a party in very many blocs the rest are counted in one.
_MOST = 20


class Side(NamedTuple):
    """Words that bind a party: its own; or those of a bloc of it, all of them or, with ``origin``, one bloc's of them.

    ``origin``: in whose name they were said, of a bloc that is itself on both sides.
    """

    name: str
    origin: str | None = None

    @property
    def id(self) -> str:
        """What it is known by."""
        return self.name if self.origin is None else f"{self.origin} through {self.name}"


#: On which issue, and whose words stand against each other for a party: those of two, or of more where only all of
#: them together cannot be met.
Sides = tuple[str, tuple[Side, ...]]


class BoundToBoth(NamedTuple):
    """Positions that bind a party and have nothing in common; and the days (ordinals) of it, from … to …."""

    days: tuple[tuple[int, int], ...]
    positions: tuple[Held, ...]


def examine(case: Case) -> Iterable[Finding]:
    """Every party in blocs, on every day up to today."""
    settlements = Settlements(case.dossier.agenda.issues)
    members = _Members(case)
    for party in case.dossier.agenda.blocs_of:
        by_issue: dict[str, list[tuple[tuple[Side, ...], BoundToBoth]]] = {}
        for (issue, sides), clash in members.clashes(party).items():
            by_issue.setdefault(issue, []).append((sides, clash))
        for issue, clashes in by_issue.items():
            hint = f"read the statements again; where {party} does not hold it, `dissents: [{issue}]` in its statement"
            for sides, clash in clashes[:_MOST]:
                message = f"{_against(party, issue, sides)}, {_when(clash, case.today)}"
                bound = members.bound_through(party, issue, clash.days)
                message += f"; bound through it: {_listed(bound, clash)}" if bound else ""
                locations = [part.term.location for held in clash.positions for part in held.demands]
                words = (settlements.written(term) for held in clash.positions for term in held.terms)
                subject = (party, issue, *(side.id for side in sides), *words)
                yield Finding.of(locations[0], ID, message, hint, subject, tuple(locations[1:]))
            if len(clashes) > _MOST:
                message = f"{party} is on both sides of {issue} in {len(clashes) - _MOST:,} more ways than are listed"
                place = clashes[_MOST][1].positions[0].demands[0].term.location
                yield Finding.of(place, ID, message, hint, (party, issue, str(len(clashes))))


def _against(party: str, issue: str, sides: Sequence[Side]) -> str:
    """Whose words have nothing in common."""
    one, *others = sides
    if one.name == party:
        (other,) = others
        theirs = f"its bloc {other.name} says" if other.origin is None else f"{_in_name(other)} says"
        return f"on {issue}, what {party} itself says and what {theirs} have nothing in common"
    together = " together" if len(sides) > 2 else ""
    if all(side.origin is None for side in sides):
        blocs = joined([side.name for side in sides])
        return f"{party} is on both sides of {issue}: its blocs {blocs} have nothing in common{together}"
    return f"{party} is on both sides of {issue}: {joined(list(map(_in_name, sides)))} have nothing in common{together}"


def _when(clash: BoundToBoth, today: int) -> str:
    """``from 2024-01-01 on``, up to the last day where that is over."""
    first, last = clash.days[0][0], clash.days[-1][1]
    ended = f" until {date.fromordinal(last).isoformat()}" if last < today else ""
    return f"from {date.fromordinal(first).isoformat()} on{ended}"


def _in_name(side: Side) -> str:
    return f"its bloc {side.name}" if side.origin is None else f"{side.origin} (through its bloc {side.name})"


def _listed(bound: Mapping[str, tuple[int, int]], clash: BoundToBoth) -> str:
    """Those who are bound through a bloc: first those who still were on the last day, then each with its own last.

    Who was not from the first day on is named with its own first.
    """
    first, last = clash.days[0][0], clash.days[-1][1]
    told = []
    for each in sorted(bound, key=lambda party: bound[party][1] < last):
        since, until = bound[each]
        days = [f"from {date.fromordinal(since)}"] if since > first else []
        days += [f"until {date.fromordinal(until)}"] if until < last else []
        told.append(f"{each} ({' '.join(days)})" if days else each)
    left = len(told) - _SHOWN
    return joined(told if left <= 0 else [*told[:_SHOWN], f"{left:,} more"])


class _Members:
    """What binds the members of blocs, day by day. Of two positions it is asked once whether they contradict."""

    def __init__(self, case: Case) -> None:
        self.dossier, self.agenda, self.today = case.dossier, case.dossier.agenda, case.today
        self._known: Known = {}
        self._asked: dict[tuple[int, ...], tuple[bool, tuple[Held, ...]]] = {}
        self._split: dict[int, tuple[Held, dict[str | None, Held]]] = {}

    def clashes(self, party: str) -> dict[Sides, BoundToBoth]:
        """By whose words they are, the positions that bind a party and contradict each other."""
        memberships = self.agenda.blocs_of[party]
        own = own_record(self.dossier, party, self.today, with_reported=False)
        of_blocs = {each.bloc: record(self.dossier, each.bloc, self.today, known=self._known) for each in memberships}
        dissenting = dissents(said for said in self.dossier.of(party) if said.standing == "stated")
        found: dict[Sides, BoundToBoth] = {}
        moved = {move.day for history in (own, *of_blocs.values()) for move in history.moves}
        turning = turning_days(memberships, dissenting.values())
        days = sorted(day for day in moved | turning if day <= self.today)
        held: dict[str, dict[str, Held]] = {name: {} for name in (party, *of_blocs)}
        moves = {name: _moves(each) for name, each in ((party, own), *of_blocs.items())}
        for day, after in pairwise((*days, self.today + 1)):
            for name, of_day in moves.items():
                for issue, position in of_day.get(day, ()):
                    if position is None:
                        held[name].pop(issue, None)
                    else:
                        held[name][issue] = position
            blocs = [each.bloc for each in memberships if each.on(day)]
            dissented = {issue for issue, said in dissenting.items() if said.day <= day}
            for sides, positions in self._contradicting(party, blocs, held, dissented):
                before = found[sides].days if sides in found else ()
                found[sides] = BoundToBoth((*before, (day, after - 1)), positions)
        return found

    def bound_through(self, bloc: str, issue: str, days: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
        """Who holds what a bloc holds on an issue, because it is in that bloc; the first and last of these days."""
        found = {}
        for party in self.agenda.below(bloc):
            history = record(self.dossier, party, self.today, known=self._known)
            bound = [
                (max(since, first), min(until, last))
                for held, since, until in history.held_on(issue, self.today)
                if any(bloc in part.through for part in held.parts)
                for first, last in days
                if max(since, first) <= min(until, last)
            ]
            if bound:
                found[party] = bound[0][0], max(last for _, last in bound)
        return found

    def _contradicting(
        self, party: str, blocs: list[str], held: dict[str, dict[str, Held]], dissented: set[str]
    ) -> Iterator[tuple[Sides, tuple[Held, ...]]]:
        """What contradicts on a day: its own words those of each bloc; without any, those of two blocs each other.

        Where no two do, those of more blocs, as few as are needed.
        """
        for issue in {issue: None for bloc in blocs for issue in held[bloc]}:
            if issue in dissented:
                continue
            of_blocs = [(bloc, self._sides(issue, held[bloc][issue])) for bloc in blocs if issue in held[bloc]]
            if issue in held[party]:
                mine: dict[str | None, Held] = {None: held[party][issue]}
                pairs = [(party, mine, *of_bloc) for of_bloc in of_blocs]
            else:
                pairs = [(*one, *other) for one, other in combinations(of_blocs, 2)]
            apart = False
            for one, ones, other, others in pairs:
                for (origin, ours), (against, theirs) in product(ones.items(), others.items()):
                    # A bloc that is itself bound to both is told of, with the party among those bound through it.
                    told = (origin is not None and against in ones) or (against is not None and origin in others)
                    if not told and self._contradict(issue, ours, theirs):
                        apart = True
                        yield (issue, (Side(one, origin), Side(other, against))), (ours, theirs)
            if not apart and issue not in held[party] and all(len(of_bloc) == 1 for _, of_bloc in of_blocs):
                together = self._together(issue, {bloc: of_bloc[None] for bloc, of_bloc in of_blocs})
                if together:
                    yield (issue, tuple(map(Side, together))), tuple(together.values())

    def _together(self, issue: str, of_blocs: dict[str, Held]) -> dict[str, Held]:
        """Of blocs no two of which contradict each other, the few that do together; none, where none do."""
        if len(of_blocs) < 3 or not self._contradict(issue, *of_blocs.values()):
            return {}
        for bloc in list(of_blocs):
            fewer = {other: held for other, held in of_blocs.items() if other != bloc}
            if self._contradict(issue, *fewer.values()):
                of_blocs = fewer
        return of_blocs

    def _sides(self, issue: str, held: Held) -> dict[str | None, Held]:
        """What a bloc holds on an issue; where nothing meets all of it, by whose words these are."""
        if id(held) not in self._split:  # kept with it, as above
            by_origin: dict[str | None, list[Part]] = {}
            for part in held.parts:
                by_origin.setdefault(part.said_by, []).append(part)
            of_each = {
                origin: held._replace(parts=tuple(part._replace(again_in_part=False) for part in parts))
                for origin, parts in by_origin.items()
            }
            split = len(of_each) > 1 and self._contradict(issue, *of_each.values())
            self._split[id(held)] = held, of_each if split else {None: held}
        return self._split[id(held)][1]

    def _contradict(self, issue: str, *positions: Held) -> bool:
        key = tuple(map(id, positions))
        if key not in self._asked:  # with all of them kept, so that no other position gets their ids
            space = self.agenda.issues[issue].space
            terms = [held.terms for held in positions]
            self._asked[key] = space.comparable and relation(space, terms) == "contradiction", positions
        return self._asked[key][0]


def _moves(history: Record) -> dict[int, list[tuple[str, Held | None]]]:
    """By day, the issues on which a party moved and what it held then."""
    moves: dict[int, list[tuple[str, Held | None]]] = {}
    for move in history.moves:
        moves.setdefault(move.day, []).append((move.issue, move.after))
    return moves
