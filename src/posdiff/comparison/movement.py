"""Whether a change brought a party closer to another: by the relation, and within a contradiction by a distance."""

from __future__ import annotations

from typing import Any, Literal

from posdiff.comparison.relations import CLOSENESS, accepted, conceivable, relation
from posdiff.dossier.position import Held
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Space, Union

Movement = Literal["closer", "farther", "neither", "cannot-be-measured"]


def movement(space: Space, old: Held | None, new: Held | None, against: Held | None) -> Movement:
    """From ``old`` to ``new``, seen from the term ``against``, which is held still so that only the one party moves."""
    if old is None or new is None or against is None:
        return "cannot-be-measured"
    other = against.term
    before, after = relation(space, (old.term, other)), relation(space, (new.term, other))
    if before == "unassessed" or after == "unassessed":
        return "cannot-be-measured"
    if before != after:
        return "closer" if CLOSENESS.index(after) > CLOSENESS.index(before) else "farther"
    if before != "contradiction":
        return "neither"
    was, now = _distance(space, old.term, other), _distance(space, new.term, other)
    if was is None or now is None:
        return "cannot-be-measured"
    return "neither" if was == now else "closer" if now < was else "farther"


def _distance(space: Space, term: Term, other: Term) -> Any:
    def stand(one: Term) -> Union:
        return accepted(space, one) or conceivable(space, one)

    return space.distance(stand(term), stand(other))
