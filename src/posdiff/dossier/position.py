"""The position of a party as of a day, and every move on the way to it. ``fold`` makes them of statements."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from typing import Literal, NamedTuple

from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Source, Standing, Statement
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding

#: What made a move: a statement, or with ``expired`` the day.
Cause = Literal["set", "reaffirmed", "withdrawn", "expired"]


class Quote(NamedTuple):
    """A party's words for a term, and the statement and day (an ordinal) that they are from."""

    statement: str
    day: int
    text: str
    standing: Standing


class Lineage:
    """The statements that set, added to, restated or reaffirmed a form: a linked list, from the last one back.

    With a tuple each, a thousand reaffirmations would hold half a million entries.
    """

    __slots__ = ("_previous", "day", "own", "quotes", "setters", "standing", "statement", "term")

    def __init__(
        self,
        statement: Statement,
        sources: Sequence[Source],
        term: Term | None = None,
        previous: "Lineage | None" = None,
    ) -> None:
        self.statement, self.day, self.own, self._previous = statement.id, statement.day, tuple(sources), previous
        self.standing: Standing = statement.standing
        #: The term in the statement's own words; None where it only reaffirms.
        self.term = term
        before = previous.setters if previous else frozenset()
        #: The statements that set, added to or restated the form: reaffirming one of them reaffirms it.
        self.setters: frozenset[str] = before | {statement.id} if term else before
        said = (term.quote, *(offer.quote for offer in term.offers)) if term else ()
        self.quotes = tuple(dict.fromkeys(quote for quote in said if quote))

    def _links(self) -> Iterator["Lineage"]:
        link: Lineage | None = self
        while link is not None:
            yield link
            link = link._previous

    def __contains__(self, statement: object) -> bool:
        return any(link.statement == statement for link in self._links())

    @property
    def links(self) -> "tuple[Lineage, ...]":
        """Every statement of the chain, the first one first."""
        return tuple(reversed(tuple(self._links())))

    @property
    def said(self) -> tuple[Quote, ...]:
        """The quotes of all these statements, the first one first, each once."""
        quotes = {
            quote: Quote(link.statement, link.day, quote, link.standing)
            for link in self._links()
            for quote in link.quotes
        }
        return tuple(reversed(quotes.values()))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all these statements, the first one first, each once."""
        return tuple(dict.fromkeys(source for link in self.links for source in link.own))

    def only(self, kept: Callable[["Lineage"], bool]) -> "Lineage | None":
        """The chain of the statements kept; None when there are none."""
        chain: Lineage | None = None
        for link in self.links:
            if kept(link):
                setters = (chain.setters if chain else frozenset()) | ({link.statement} if link.term else set())
                rest, chain = chain, copy(link)
                chain._previous, chain.setters = rest, setters
        return chain


class Held(NamedTuple):
    """A term in force. Days are ordinals.

    ``statement`` set the term; it was first held in this form on ``first_held``, and last stated or reaffirmed on
    ``last_stated``; ``lineage`` holds all statements that had part in it.
    """

    term: Term
    statement: str
    set_on: int
    first_held: int
    last_stated: int
    lineage: Lineage
    #: ``reported`` when the statement that set the term is, or what that one was added to.
    standing: Standing

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all statements that had part in this term."""
        return self.lineage.sources


class Move(NamedTuple):
    """What became of a party's term on one issue: what was held before, and after. No statement makes a term expire."""

    day: int
    issue: str
    cause: Cause
    statement: Statement | None
    before: Held | None
    after: Held | None


class Position(NamedTuple):
    """All that a party holds as of a day, by issue, in the agenda's order."""

    party: str
    day: int
    terms: Mapping[str, Held]


class Record(NamedTuple):
    """How a party's position came about: every move in order, and what is odd about the statements."""

    party: str
    moves: tuple[Move, ...]
    findings: tuple[Finding, ...]


def position_of(history: Record, day: int, issues: Mapping[str, Issue]) -> Position:
    """The position at the end of a day, from the record of a party up to that day or later."""
    terms: dict[str, Held] = {}
    for move in history.moves:
        if move.day > day:
            break
        if move.after is None:
            terms.pop(move.issue, None)
        else:
            terms[move.issue] = move.after
    return Position(history.party, day, {issue: terms[issue] for issue in issues if issue in terms})
