"""A term: one party's position on one issue."""

from typing import Any, Literal, NamedTuple

from posdiff.findings.location import Location
from posdiff.kinds.kind import Piece, Union

Firmness = Literal["flexible", "firm", "red-line"]
#: From soft to hard.
FIRMNESS: tuple[Firmness, ...] = ("flexible", "firm", "red-line")

#: What must come out how: pieces by issue, in the agenda's order. Empty: no condition.
Condition = tuple[tuple[str, Piece], ...]


class Offer(NamedTuple):
    """A set of outcomes that is accepted, as things stand or, with a condition, only where that is met."""

    accepts: Piece
    condition: Condition = ()
    quote: str | None = None
    sources: tuple[str, ...] = ()
    note: str | None = None


class Term(NamedTuple):
    """A position on one issue: the offers, how firm they are, when they bind.

    ``condition`` is the term's ``applies_if``: elsewhere the party leaves the issue open. A ``vague`` term refuses
    what it leaves out and does not yet accept what it leaves in. ``adds``: the offers come on top of those held.
    """

    issue: str
    offers: tuple[Offer, ...]
    condition: Condition
    firmness: Firmness
    vague: bool
    prefers: Any
    adds: bool
    expires: int | None
    quote: str | None
    sources: tuple[str, ...]
    note: str | None
    location: Location

    @property
    def form(self) -> tuple[object, ...]:
        """What makes it this position and no other: quote, note, source and expiry do not."""
        return (
            frozenset((offer.accepts, offer.condition) for offer in self.offers),
            self.condition,
            self.firmness,
            self.vague,
            self.prefers,
        )

    @property
    def accepted(self) -> Union:
        """What is accepted as things stand: the union of the offers without a condition (``U``), not tidied."""
        return tuple(offer.accepts for offer in self.offers if not offer.condition)

    @property
    def conceivable(self) -> Union:
        """What is accepted on some condition: the union of all offers (``T``), where no ``applies_if`` opens it."""
        return tuple(offer.accepts for offer in self.offers)
