"""A statement: what a party, or several together, said on one day; and a draft: a proposed agreement."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from posdiff.dossier.term import CitedWords, QuotedWords, Term, cited_words, first_text
from posdiff.findings.location import Location
from posdiff.kinds.kind import Piece, Union

Standing = Literal["stated", "reported"]

#: Who publishes a source: the party's own office or the body that spoke, the press, a side to the matter, somebody who
#: passes on what others published.
SourceClass = Literal["official", "press", "party", "repost", "unknown"]

#: The id of what is supposed of a party: no statement bears it, for theirs begin with a day.
SUPPOSED = "supposed"

#: What a file that corrects nothing says of it.
NOTHING_CORRECTED: Mapping[str, str] = {}


class Snapshot(NamedTuple):
    """A source as it was read: a file, the hash by which it is known, and the day (ISO) on which it was fetched."""

    file: str
    sha256: str
    retrieved: str | None


class Source(NamedTuple):
    """Where a statement can be read. ``statement`` and ``key`` name it within the dossier.

    ``described``: the title describes the page, and is not the headline that it bears.
    """

    statement: str
    key: str
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    accessed: str | None
    note: str | None
    location: Location
    class_: SourceClass | None = None
    archive: str | None = None
    described: bool = False
    snapshot: Snapshot | None = None


class Reference(NamedTuple):
    """An id named under ``reaffirms``, ``withdraws``, ``dissents`` or ``previous``, and its place."""

    name: str
    location: Location


#: What a party says of a draft: it takes it, takes it as the text to work on, has reservations, or refuses it.
ReactionWord = Literal["accepts", "accepts-as-basis", "reserves", "rejects"]


class Reaction(NamedTuple):
    """What a party said of a draft, as a whole or on these ``issues``. It moves no position."""

    draft: str
    reaction: ReactionWord
    issues: tuple[str, ...]
    quotes: tuple[QuotedWords, ...]
    sources: tuple[str, ...]
    note: str | None
    location: Location

    @property
    def words(self) -> CitedWords:
        """Its quotes, with the keys of the sources that they stand on."""
        return cited_words(self.quotes, self.sources)


#: Why a passage of a source carries no term: it is about how the talks are held, tells what was, says again what was
#: said, is on nothing that the agenda has, or cannot be understood.
DismissedReason = Literal["procedural", "background", "repeated", "off-agenda", "unclear"]


class Dismissed(NamedTuple):
    """A passage of a source that was read and carries no term. ``source``: None where it may be any of several."""

    text: str
    source: str | None
    reason: DismissedReason
    note: str | None
    location: Location


#: Of a statement that speaks of no draft.
NO_REACTIONS: Mapping[str, Reaction] = {}


class Statement(NamedTuple):
    """One file. ``day``: its date as a proleptic Gregorian ordinal; ``id``: the file's stem, or ``joint/STEM``."""

    id: str
    day: int
    parties: tuple[str, ...]
    title: str | None
    speaker: str | None
    standing: Standing
    note: str | None
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    reaffirms: tuple[Reference, ...]
    withdraws: tuple[Reference, ...]
    location: Location
    #: Why the file was changed after it had been recorded: reasons by issue, or for all of it under no id.
    corrects: Mapping[str, str] = NOTHING_CORRECTED
    #: Who entered it, and who coded it a second time.
    coded_by: tuple[str, ...] = ()
    checked_by: tuple[str, ...] = ()
    #: By the draft's id.
    reactions: Mapping[str, Reaction] = NO_REACTIONS
    #: What of its sources was read and carries no term.
    dismissed: tuple[Dismissed, ...] = ()
    #: The issues on which the party does not hold what its blocs hold.
    dissents: tuple[Reference, ...] = ()

    @property
    def joint(self) -> bool:
        """Whether it is a statement of several parties."""
        return self.id.startswith("joint/")

    @property
    def order(self) -> tuple[int, bool, str]:
        """The key by which statements are sorted: by day, joint ones first, then by id."""
        return self.day, not self.joint, self.id


class DraftOption(NamedTuple):
    """One of the outcomes that stand in brackets: whose it is (ids of parties, or words), and the words of the text.

    ``refusal``: it was said by what it leaves out.
    """

    accepts: Piece
    by: tuple[str, ...]
    text: str | None
    note: str | None
    location: Location
    refusal: bool = False


class Outcome(NamedTuple):
    """What a draft would settle on one issue. ``options``: the outcomes in brackets, where it leaves them open.

    ``refusal``: it was said by what it leaves out.
    """

    issue: str
    accepts: Piece
    quotes: tuple[QuotedWords, ...]
    sources: tuple[str, ...]
    note: str | None
    location: Location
    options: tuple[DraftOption, ...] = ()
    refusal: bool = False

    @property
    def quote(self) -> str | None:
        """The words of its first quote."""
        return first_text(self.quotes)

    @property
    def words(self) -> CitedWords:
        """Its quotes, with the keys of the sources that they stand on."""
        return cited_words(self.quotes, self.sources)

    @property
    def every_word(self) -> CitedWords:
        """The same, and the words of what stands in brackets."""
        return (*self.words, *((QuotedWords(option.text), self.sources) for option in self.options if option.text))

    @property
    def stands_on(self) -> tuple[str, ...]:
        """The keys of all sources that it stands on, each once: its own, and those of its quotes."""
        return tuple(dict.fromkeys((*self.sources, *(key for _, keys in self.words for key in keys))))

    @property
    def leaves(self) -> Union:
        """What the draft leaves open on the issue: of brackets all that stands in them."""
        return tuple(option.accepts for option in self.options) or (self.accepts,)


#: Whether the parties have agreed on the words of a clause.
ClauseStatus = Literal["agreed", "open"]


class Clause(NamedTuple):
    """A passage of a draft: its words, with the brackets of the paper, and the issues that it settles.

    ``id``: by which versions of it are matched. ``status``: None where nobody said. ``by``: who proposed it, ids of
    parties or words.
    """

    id: str
    title: str | None
    text: str
    settles: tuple[str, ...]
    status: ClauseStatus | None
    by: tuple[str, ...]
    note: str | None
    location: Location


class Draft(NamedTuple):
    """A proposed agreement, which is not in itself any party's position. ``by`` holds ids of parties, or words.

    ``final``: put up for adoption, so that what it leaves out is left out for good. ``previous``: the version before.
    """

    id: str
    day: int
    title: str | None
    speaker: str | None
    standing: Standing
    by: tuple[str, ...]
    note: str | None
    sources: Mapping[str, Source]
    outcomes: Mapping[str, Outcome]
    location: Location
    corrects: Mapping[str, str] = NOTHING_CORRECTED
    final: bool = False
    previous: Reference | None = None
    coded_by: tuple[str, ...] = ()
    checked_by: tuple[str, ...] = ()
    #: Its words, in the order of the text, where they are on file; and how many clauses could not be read.
    clauses: tuple[Clause, ...] = ()
    clauses_unread: int = 0

    @property
    def brackets(self) -> tuple[str, ...]:
        """The issues on which brackets are open."""
        return tuple(issue for issue, outcome in self.outcomes.items() if outcome.options)


def second_readers(recorded: Statement | Draft) -> tuple[str, ...]:
    """Who is named as having looked through a coding, and did not make it; case and blanks do not count."""
    return tuple(name for name in recorded.checked_by if not coded_it(name, recorded))


def coded_it(name: str, recorded: Statement | Draft) -> bool:
    """Whether somebody is named as having coded a file; case and blanks do not count."""
    return _one_name(name) in {_one_name(coder) for coder in recorded.coded_by}


def _one_name(name: str) -> str:
    return "".join(name.split()).casefold()


def statements_in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements, given by their paths, in the order in which they count."""
    return tuple(sorted(statements, key=lambda statement: statement.order))


def drafts_in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts by their days; those of one day along ``previous``, a circle aside; else by their ids."""
    by_day = sorted(drafts, key=lambda draft: (draft.day, draft.id))
    known = {draft.id: draft for draft in by_day}
    found: list[Draft] = []
    done: set[int] = set()
    for draft in by_day:
        line: list[Draft] = []  # with those of its day that it follows, the last one first
        at: Draft | None = draft
        while at is not None and at.day == draft.day and id(at) not in done and at not in line:
            line.append(at)
            at = known.get(at.previous.name) if at.previous else None
        if at in line:  # a circle
            line = [draft]
        found += reversed(line)
        done.update(map(id, line))
    return tuple(found)


class Quote(NamedTuple):
    """Words with who said them and when (an ordinal), the statement or draft that quotes them, and their sources."""

    text: str
    speaker: str | None
    said: int
    statement: str
    standing: Standing
    sources: tuple[Source, ...]
    language: str | None = None
    translation: str | None = None

    @property
    def source(self) -> str | None:
        """The key of its source; None where there is none, or where it is one of several."""
        return self.sources[0].key if len(self.sources) == 1 else None


def attributed(said: Iterable[tuple[QuotedWords, tuple[str, ...]]], file: "Statement | Draft") -> tuple[Quote, ...]:
    """Quotes, each given with the keys of its sources, with what it leaves out: their file's. The earliest first."""
    quotes = (
        Quote(
            words.text, words.speaker or file.speaker, file.day if words.said is None else words.said, file.id,
            file.standing, tuple(file.sources[key] for key in keys if key in file.sources),
            words.language, words.translation,
        )
        for words, keys in said
    )  # fmt: skip
    return tuple(sorted(quotes, key=lambda quote: quote.said))


def unattributed(file: Statement | Draft) -> bool:
    """Whether something is reported, and neither a speaker nor a publisher says by whom."""
    known = file.speaker or any(source.publisher for source in file.sources.values())
    return file.standing == "reported" and not known
