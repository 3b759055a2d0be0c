"""Whether a change brought a party closer to another: by the relation, and within a contradiction by a distance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from posdiff.comparison.relations import (
    CLOSENESS,
    AcceptedOutcomes,
    Relation,
    apart_over_red_lines,
    relation_between,
)
from posdiff.dossier.position import Held
from posdiff.kinds.kind import Space

#: ``one-voice``: the two speak as one there, a bloc and a member that holds what it says, so that no way is measured.
Movement = Literal["closer", "farther", "neither", "cannot-be-measured", "one-voice"]
#: Whose red line still keeps two parties apart: that of the party that moved, of the other one, or of each of them.
Apart = Literal["own", "other", "both"]


def movement(space: Space, old: Held | None, new: Held | None, against: Held | None) -> Movement:
    """From ``old`` to ``new``, seen from ``against``, which is held still so that only the one party moves."""
    return Movements(space).of(old, new, against)


class Led(NamedTuple):
    """By party, whether a change led closer to it; and over whose red line one that came closer still contradicts."""

    towards: Mapping[str, Movement]
    apart: Mapping[str, Apart]


def one_voice(party: str, held: Held | None, other: str, theirs: Held | None) -> bool:
    """Whether two parties speak as one on an issue: one holds there what the other says, or both what a bloc says."""
    if held is None or theirs is None:
        return False
    return not _speakers(party, held).isdisjoint(_speakers(other, theirs))


def _speakers(party: str, held: Held) -> set[str]:
    """Whose words a position is made of: the party's own, or those of the blocs through which it holds them."""
    return {bloc for part in held.parts for bloc in part.through} or {party}


class Movements:
    """Measures moves on one issue. What a position accepts, and how two of them stand, is found once for all moves.

    A position is known by its identity: to compare all that is in two of them costs more than to look at each.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._outcomes: dict[int, tuple[Held, AcceptedOutcomes]] = {}
        self._relations: dict[tuple[int, int], Relation] = {}

    def of(self, old: Held | None, new: Held | None, against: Held | None) -> Movement:
        """From ``old`` to ``new``, seen from ``against``."""
        if old is None or new is None or against is None:
            return "cannot-be-measured"
        before, after = self._relation(old, against), self._relation(new, against)
        if before == "unassessed" or after == "unassessed":
            return "cannot-be-measured"
        if before != after:
            return "closer" if CLOSENESS.index(after) > CLOSENESS.index(before) else "farther"
        if before != "contradiction":
            return "neither"
        first, then = self._distance(old, against), self._distance(new, against)
        if first is None or then is None:
            return "cannot-be-measured"
        return "neither" if first == then else "closer" if then < first else "farther"

    def towards(self, party: str, old: Held | None, new: Held | None, against: Mapping[str, Held | None]) -> Led:
        """Of a party from ``old`` to ``new``, seen from each of those ``against``."""
        led: dict[str, Movement] = {
            id: "one-voice" if one_voice(party, new, id, other) else self.of(old, new, other)
            for id, other in against.items()
        }
        apart: dict[str, Apart] = {}
        for id, other in against.items():
            if led[id] == "closer" and new is not None and other is not None:
                whose = apart_over_red_lines(self._space, {"own": new, "other": other})
                if whose:
                    apart[id] = "both" if len(whose) == 2 else "own" if whose == ("own",) else "other"
        return Led(led, apart)

    def _accepted(self, held: Held) -> AcceptedOutcomes:
        if id(held) not in self._outcomes:  # kept beside it, so that no other gets its identity
            self._outcomes[id(held)] = held, AcceptedOutcomes(self._space, held.terms)
        return self._outcomes[id(held)][1]

    def _relation(self, held: Held, against: Held) -> Relation:
        both = id(held), id(against)
        if both not in self._relations:
            self._relations[both] = relation_between(self._space, [self._accepted(held), self._accepted(against)])
        return self._relations[both]

    def _distance(self, held: Held, against: Held) -> Any:
        """How far apart two positions are; None where that is not measurable, or no outcome meets one of them."""
        mine, theirs = (now or ever for now, ever in (self._accepted(held).together, self._accepted(against).together))
        return self._space.distance(mine, theirs) if mine and theirs else None
