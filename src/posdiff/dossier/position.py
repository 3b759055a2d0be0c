"""The position of a party as of a day, and every move on the way to it. ``fold`` makes them of statements."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from posdiff.dossier.agenda import Issue
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import SUPPOSED, Quote, Source, Standing, Statement, attributed, second_readers
from posdiff.dossier.term import FIRMNESS, Firmness, Term
from posdiff.findings.finding import Finding

#: What made a move: a statement, or with ``expired`` the day; or that a party joined or left a bloc, or dissents.
Cause = Literal["set", "reaffirmed", "withdrawn", "expired", "inherited", "no longer inherited"]

#: What a party did with a bloc.
How = Literal["joined", "left", "dissented"]


class Turn(NamedTuple):
    """What made words come or go that nobody said then: a party joined a bloc, left it, or said that it dissents."""

    party: str
    bloc: str
    how: How


class Lineage:
    """The statements that set, restated or reaffirmed a part: a linked list, from the last one back.

    With a tuple each, a thousand reaffirmations would hold half a million entries.
    """

    __slots__ = ("_file", "_previous", "day", "setters", "standing", "statement", "term")

    def __init__(self, statement: Statement, term: Term | None = None, previous: "Lineage | None" = None) -> None:
        self.statement, self.day, self._previous = statement.id, statement.day, previous
        self.standing: Standing = statement.standing
        self._file = statement
        #: The term in the statement's own words; None where it only reaffirms.
        self.term = term
        before = previous.setters if previous else frozenset()
        #: The statements that set or restated the part: reaffirming one of them reaffirms it.
        self.setters: frozenset[str] = before | {statement.id} if term else before

    def _links(self) -> Iterator["Lineage"]:
        link: Lineage | None = self
        while link is not None:
            yield link
            link = link._previous

    def __contains__(self, statement: object) -> bool:
        return any(link.statement == statement for link in self._links())

    @property
    def supposed(self) -> bool:
        """Whether it is no statement, and only supposed."""
        return self.statement == SUPPOSED

    @property
    def links(self) -> "tuple[Lineage, ...]":
        """Every statement of the chain, the first one first."""
        return tuple(reversed(tuple(self._links())))

    @property
    def own(self) -> tuple[Source, ...]:
        """The sources of this statement alone: those that the term stands on; all of them where it only reaffirms."""
        sources = self._file.sources
        if self.term is None:
            return tuple(sources.values())
        return tuple(sources[key] for key in self.term.stands_on if key in sources)

    @property
    def checked(self) -> bool:
        """Whether a second person has looked through the coding of this statement, and confirmed it."""
        return bool(second_readers(self._file))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of this statement alone, the earliest first."""
        return attributed(self.term.words, self._file) if self.term else ()

    @property
    def said(self) -> tuple[Quote, ...]:
        """The quotes of all these statements, the earliest first; the same words of one day and speaker once."""
        if self._previous is None and len(own := self.quotes) < 2:
            return own  # so it is of most
        quotes: dict[tuple[object, ...], Quote] = {}
        for link in self.links:
            for quote in link.quotes:
                quotes.setdefault((quote.text, quote.speaker, quote.said), quote)
        return tuple(sorted(quotes.values(), key=lambda quote: quote.said))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all these statements, the first one first, each once."""
        if self._previous is None:
            return self.own
        return tuple(dict.fromkeys(source for link in self.links for source in link.own))


class Part(NamedTuple):
    """One of the demands that a position on an issue is made of. Days are ordinals.

    ``statement`` set it, and ``speaker`` made that one; it was first held in this form on ``first_held``, and last
    stated or reaffirmed on ``last_stated``; ``lineage`` holds all statements that had part in it. ``number``: its place
    in the position, from 1. ``again_in_part``: the parts before it imply it, at no lower firmness, so that it is only
    shown, and counts nowhere. ``through``: of an inherited part the bloc that it comes through, then the one through
    which that holds it, to the one in whose name it was said.
    """

    term: Term
    statement: str
    speaker: str | None
    set_on: int
    first_held: int
    last_stated: int
    lineage: Lineage
    #: ``reported`` when the statement that set it is.
    standing: Standing
    number: int = 1
    again_in_part: bool = False
    through: tuple[str, ...] = ()

    @property
    def supposed(self) -> bool:
        """Whether no statement set it in this form: it is supposed that one did."""
        return self.statement == SUPPOSED

    @property
    def said_by(self) -> str | None:
        """The bloc in whose name it was said; None where that is the party itself."""
        return self.through[-1] if self.through else None

    @property
    def last_said(self) -> int | None:
        """The last day on which it was said (an ordinal); None where it never was, and is supposed."""
        if not self.supposed:
            return self.last_stated
        return last_of(link.day for link in self.lineage.links if not link.supposed)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all statements that had part in it."""
        return self.lineage.sources


def last_of(days: Iterable[int | None]) -> int | None:
    """The last of some days (ordinals), where there is any."""
    return max((day for day in days if day is not None), default=None)


class OnRecord(NamedTuple):
    """What a party holds on an issue by its own statements alone; None for no position."""

    held: "Held | None"


class Held(NamedTuple):
    """A party's position on one issue: it is met where every one of its parts is met.

    ``first_held``: since when (an ordinal) it has held in this form. ``on_record``: where a report made it another
    position than the party's own statements do, that one.
    """

    parts: tuple[Part, ...]
    first_held: int
    on_record: OnRecord | None = None

    @property
    def demands(self) -> tuple[Part, ...]:
        """The parts that count: those that only say again what others say are left out."""
        return tuple(part for part in self.parts if not part.again_in_part)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What each of the parts that count says."""
        return tuple(part.term for part in self.parts if not part.again_in_part)

    @property
    def form(self) -> tuple[object, ...]:
        """What makes it this position and no other."""
        return tuple(term.form for term in self.terms)

    @property
    def firmness(self) -> Firmness:
        """That of its firmest part, so that a weaker word added later hides no red line."""
        return max((term.firmness for term in self.terms), key=FIRMNESS.index)

    @property
    def through(self) -> tuple[str, ...]:
        """The blocs in whose names it was said, each once; none where it is the party's own."""
        return tuple(dict.fromkeys(part.said_by for part in self.parts if part.said_by))

    @property
    def blocs(self) -> tuple[str, ...]:
        """The blocs of the party itself through which it is held, each once: they may hold it as members of others."""
        return tuple(dict.fromkeys(part.through[0] for part in self.parts if part.through))

    @property
    def red_line(self) -> bool:
        """Whether one of its parts is a red line."""
        return any(term.firmness == "red-line" for term in self.terms)

    @property
    def vague(self) -> bool:
        """Whether one of its parts is vague."""
        return any(term.vague for term in self.terms)

    @property
    def last_stated(self) -> int:
        """The last day by which all of it had been said again (an ordinal)."""
        return min(part.last_stated for part in self.demands)

    @property
    def last_heard(self) -> int | None:
        """The last day on which anything of it was said (an ordinal); None where all of it is supposed."""
        return last_of(part.last_said for part in self.parts)

    @property
    def standing(self) -> Standing:
        """``reported`` where any of it is."""
        return "reported" if any(part.standing == "reported" for part in self.demands) else "stated"

    @property
    def supposed(self) -> bool:
        """Whether a part of it that counts is only supposed."""
        return any(part.supposed for part in self.demands)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources of all its parts, those of the first part first, each once."""
        return tuple(dict.fromkeys(source for part in self.parts for source in part.sources))


class Move(NamedTuple):
    """What became of a party's position on one issue: what it was before, and after. No statement makes a part expire.

    A part that expired beside others leaves these behind: ``after`` is None only where nothing is left. ``turns``: of
    one that blocs made, which members of which; of a statement that sets words and dissents, from which blocs.
    ``why_nothing``: of the party's own words that ended, why nothing that its blocs hold came in their place.
    """

    day: int
    issue: str
    cause: Cause
    statement: Statement | None
    before: Held | None
    after: Held | None
    turns: tuple[Turn, ...] = ()
    why_nothing: tuple[Turn, ...] = ()

    @property
    def by_blocs(self) -> bool:
        """Whether nothing made it but that blocs were joined, left or dissented from."""
        return bool(self.turns) and self.cause in ("inherited", "no longer inherited")

    @property
    def own_words_ended(self) -> bool:
        """Whether the party's own words ended, and what its blocs hold came in their place."""
        ended = self.cause in ("withdrawn", "expired") and self.before is not None and not self.before.through
        return ended and self.after is not None and bool(self.after.through)


class Position(NamedTuple):
    """All that a party holds as of a day, by issue, in the agenda's order.

    ``changed_by_reports``: by the ids of the issues on which reports made the position another one, or took it away,
    what the party has itself stated, or None for nothing.
    """

    party: str
    day: int
    terms: Mapping[str, Held]
    changed_by_reports: Mapping[str, Held | None] = MappingProxyType({})

    @property
    def only_on_record(self) -> dict[str, Held]:
        """What it has itself stated on issues on which, as reported, it holds nothing any longer."""
        return {issue: own for issue, own in self.changed_by_reports.items() if own and issue not in self.terms}


class Record(NamedTuple):
    """How a party's position came about: every move in order, and what is odd about the statements.

    ``stated``: where reports are among them, the same without these.
    """

    party: str
    moves: tuple[Move, ...]
    findings: tuple[Finding, ...]
    stated: "Record | None" = None

    def held_on(self, issue: str, until: int) -> Iterator[tuple[Held, int, int]]:
        """Each position on an issue, with the first and the last day (ordinals) of holding it, up to ``until``."""
        moves = [move for move in self.moves if move.issue == issue]
        ends = [*(move.day - 1 for move in moves[1:]), until]
        for move, end in zip(moves, ends, strict=False):
            if move.after is not None:
                yield move.after, move.day, end


def position_of(history: Record, day: int, issues: Mapping[str, Issue]) -> Position:
    """The position at the end of a day, from the record of a party up to that day or later."""
    terms: dict[str, Held] = {}
    changed: dict[str, Held | None] = {}
    for move in history.moves:
        if move.day > day:
            break
        if move.after is None:
            terms.pop(move.issue, None)
        else:
            terms[move.issue] = move.after
    if history.stated is not None:
        on_record = position_of(history.stated, day, issues).terms
        settlements = Settlements(issues)
        for issue in issues:
            held, own = terms.get(issue), on_record.get(issue)
            same = held is own if held is None or own is None else settlements.same(held.terms, own.terms)
            if not same:
                changed[issue] = own
                if held is not None:
                    terms[issue] = held._replace(on_record=OnRecord(own))
    in_order = {issue: terms[issue] for issue in issues if issue in terms}
    return Position(history.party, day, in_order, changed)
