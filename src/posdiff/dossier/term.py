"""A term: one party's position on one issue."""

from typing import Any, Literal, NamedTuple

from posdiff.findings.location import Location
from posdiff.kinds.kind import Piece, Union

Firmness = Literal["flexible", "firm", "red-line"]
#: From soft to hard.
FIRMNESS: tuple[Firmness, ...] = ("flexible", "firm", "red-line")

#: What must come out how: pieces by issue, in the agenda's order. Empty: no condition.
Condition = tuple[tuple[str, Piece], ...]


class QuotedWords(NamedTuple):
    """A party's words. What is None is that of the statement (speaker, day) or of the term (source).

    ``said`` is an ordinal, ``source`` a key, ``language`` (a tag of BCP 47) that of the text, not of its translation.
    """

    text: str
    speaker: str | None = None
    said: int | None = None
    source: str | None = None
    language: str | None = None
    translation: str | None = None


#: Quotes, each with the keys of the sources that it stands on.
CitedWords = tuple[tuple[QuotedWords, tuple[str, ...]], ...]


def cited_words(quotes: tuple[QuotedWords, ...], sources: tuple[str, ...]) -> CitedWords:
    """Quotes with the keys of their sources: each its own, else those that all of them stand on."""
    return tuple((quote, (quote.source,) if quote.source else sources) for quote in quotes)


def first_text(quotes: tuple[QuotedWords, ...]) -> str | None:
    """The words of the first quote, if there is one."""
    return quotes[0].text if quotes else None


class Offer(NamedTuple):
    """A set of outcomes that is accepted, as things stand or, with a condition, only where that is met.

    ``refusal``: it was said by what it leaves out. That makes it no other offer, and it is told so.
    """

    accepts: Piece
    condition: Condition = ()
    quotes: tuple[QuotedWords, ...] = ()
    sources: tuple[str, ...] = ()
    note: str | None = None
    refusal: bool = False

    @property
    def quote(self) -> str | None:
        """The words of its first quote."""
        return first_text(self.quotes)


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
    quotes: tuple[QuotedWords, ...]
    sources: tuple[str, ...]
    note: str | None
    location: Location

    @property
    def quote(self) -> str | None:
        """The words of its first quote."""
        return first_text(self.quotes)

    @property
    def words(self) -> CitedWords:
        """Its quotes and those of its offers, each once, with the keys of the sources that they stand on."""
        of_offers = (cited_words(offer.quotes, offer.sources or self.sources) for offer in self.offers)
        said = (cited_words(self.quotes, self.sources), *of_offers)
        return tuple(dict.fromkeys(words for cited in said for words in cited))

    @property
    def stands_on(self) -> tuple[str, ...]:
        """The keys of all sources that it stands on, each once: its own, those of its offers, and those of quotes."""
        of_offers = (key for offer in self.offers for key in offer.sources)
        said = (self.quotes, *(offer.quotes for offer in self.offers))
        of_quotes = (quote.source for quotes in said for quote in quotes if quote.source)
        return tuple(dict.fromkeys((*self.sources, *of_offers, *of_quotes)))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition that it names, each once: its own, and those of its offers."""
        every = (self.condition, *(offer.condition for offer in self.offers))
        return tuple(dict.fromkeys(condition for condition in every if condition))

    @property
    def every_quote(self) -> tuple[QuotedWords, ...]:
        """Its quotes and those of its offers, each once."""
        return tuple(dict.fromkeys(quote for quote, _ in self.words))

    @property
    def refuses(self) -> bool:
        """Whether all that it says is what it refuses."""
        return len(self.offers) == 1 and self.offers[0].refusal and not self.offers[0].condition

    @property
    def form(self) -> tuple[object, ...]:
        """What makes it this position and no other: quote, note, source and expiry do not."""
        return (*self.acceptance, self.firmness, self.prefers)

    @property
    def acceptance(self) -> tuple[object, ...]:
        """What it accepts and on which conditions: how firmly it is held, and what is hoped for, put aside."""
        return frozenset((offer.accepts, offer.condition) for offer in self.offers), self.condition, self.vague

    @property
    def accepted(self) -> Union:
        """What is accepted as things stand: the union of the offers without a condition (``U``), not tidied."""
        return tuple(offer.accepts for offer in self.offers if not offer.condition)

    @property
    def conceivable(self) -> Union:
        """What is accepted on some condition: the union of all offers (``T``), where no ``applies_if`` opens it."""
        return tuple(offer.accepts for offer in self.offers)
