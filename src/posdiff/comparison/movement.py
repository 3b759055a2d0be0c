"""Whether a change brought a party closer to another: by the relation, and within a contradiction by a distance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from posdiff.comparison.relations import CLOSENESS, relation
from posdiff.dossier.position import Held
from posdiff.dossier.region import accepted, conceivable
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Space, Union

Movement = Literal["closer", "farther", "neither", "cannot-be-measured"]


def movement(space: Space, old: Held | None, new: Held | None, against: Held | None) -> Movement:
    """From ``old`` to ``new``, seen from ``against``, which is held still so that only the one party moves."""
    if old is None or new is None or against is None:
        return "cannot-be-measured"
    reference = against.terms
    before, after = relation(space, (old.terms, reference)), relation(space, (new.terms, reference))
    if before == "unassessed" or after == "unassessed":
        return "cannot-be-measured"
    if before != after:
        return "closer" if CLOSENESS.index(after) > CLOSENESS.index(before) else "farther"
    if before != "contradiction":
        return "neither"
    distance_before, distance_after = _distance(space, old.terms, reference), _distance(space, new.terms, reference)
    if distance_before is None or distance_after is None:
        return "cannot-be-measured"
    return (
        "neither" if distance_before == distance_after else "closer" if distance_after < distance_before else "farther"
    )


def _distance(space: Space, terms: Sequence[Term], reference: Sequence[Term]) -> Any:
    """How far apart two positions are; None where that is not measurable, or no outcome meets one of them."""

    def stand(stated: Sequence[Term]) -> Union:
        return accepted(space, stated) or conceivable(space, stated)

    mine, theirs = stand(terms), stand(reference)
    return space.distance(mine, theirs) if mine and theirs else None
