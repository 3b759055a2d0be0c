"""What the JSON of several commands is made of: days, places, sources, terms, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired

from posdiff.answers.answer import AskedParty, Basis
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import Result
from posdiff.dossier.position import Held, Move, Part, Turn
from posdiff.dossier.statement import Draft, Quote, Source, SourceClass, Statement
from posdiff.dossier.term import Condition, Firmness, Term
from posdiff.kinds.forms import Day, Id, Ids, Named, OfKinds, TypedDict, limits
from posdiff.kinds.kind import Space, Union
from posdiff.reports import wording
from posdiff.reports.in_words import InWords

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs

_STATEMENT = "^(?:joint/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9-]+)?$"
_LABEL = "^[a-z][a-z0-9-]*(?:@[0-9]{4}-[0-9]{2}-[0-9]{2})?$"

StatementId = Annotated[
    str, limits(pattern=_STATEMENT),
    Named(
        "statement-id",
        "The name of a statement's file without .yaml, with joint/ before it for a joint one; unique among the "
        "statements of a party.",
    ),
]  # fmt: skip
Label = Annotated[
    str, limits(pattern=_LABEL),
    Named("label", "A party as it was asked for: its id, or ID@DATE with a day of its own."),
]  # fmt: skip
CommitId = Annotated[str, limits(pattern="^[0-9a-f]{40,64}$")]
_Address = Annotated[str, limits(pattern="^https?://")]
Count = Annotated[int, limits(minimum=0)]
Line = Annotated[int, limits(minimum=1), "The line in that file, from 1."]
PartNumber = Annotated[int, limits(minimum=1), "The part of its position, from 1."]
DraftId = Annotated[
    str, limits(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9-]+)?$"), "The draft, by its file's name without .yaml."
]
PositionFile = Annotated[str, limits(pattern="^[^/]"), "The file of that statement, relative to the positions folder."]
PartStatement = Annotated[
    StatementId | None, "The statement that set the position; null where it is supposed, with --suppose."
]
PartFile = Annotated[
    Annotated[str, limits(pattern="^[^/]")] | None,
    "The file of that statement, relative to the positions folder; null where it is supposed.",
]
PartLine = Annotated[
    Annotated[int, limits(minimum=1)] | None, "The line in that file, from 1; null where it is supposed."
]
PartStanding = Annotated[
    Literal["stated", "reported", "supposed"],
    "Whether the party stated it, or others report it of the party; `supposed` with --suppose, where neither is so: "
    "its days are then the one on which it is supposed.",
]
Accepts = Annotated[
    Any,
    OfKinds(
        "piece_json",
        "accepts",
        "A set of outcomes, in the shape of the issue's kind: the same for the same set, whatever the words.",
    ),
]
Outcomes = Annotated[
    list[Accepts],
    Named("union", "A set of outcomes in pieces: each outcome lies in one of them at least; empty when there is none."),
]
ConditionShape = Annotated[
    dict[Id, Accepts],
    limits(minProperties=1),
    Named("condition", "What issues must come out as, by issue: all of them so."),
]


class RecordedShape(TypedDict):
    """With --rev or --recorded: the commit that the files were read from, and the day on which it was recorded."""

    commit: Annotated[CommitId, "The id of the commit."]
    date: Annotated[Day, "The day of the commit, by its committer's calendar."]


class LeftOutShape(TypedDict):
    """Statements of a party that do not count."""

    party: Annotated[Label, "The party, as it was asked for."]
    statements: Annotated[Count, "How many statements are left out, being only reported: its own, and of its blocs."]


class NotHeldShape(TypedDict):
    """An issue on which something is coded, and the party holds nothing: not counted among what is not in the texts."""

    issue: Annotated[Id, "The issue."]
    means: Annotated[
        Literal["no-longer-held", "only-reported"],
        "Whether a position ended, or reports alone give one, which do not count.",
    ]
    in_words: Annotated[str, "Why nothing is held: `withdrawn 2026-06-02`, `expired 2026-05-20`, `only reported`."]


class SilenceShape(TypedDict):
    """How far the texts of a party, and of its blocs, were looked at that are on file: what its silence means."""

    party: Annotated[Label, "The party, as it was asked for."]
    means: Annotated[
        Literal["not-in-the-texts", "not-looked-at", "no-statement"],
        "Whether nothing was found in the texts on file, not all of them was looked at, or no statement is on file.",
    ]
    open: Annotated[Count, "How many sentences of their pages are neither quoted nor dismissed."]
    unread: Annotated[Count, "How many of their sources have no page here."]
    not_held: NotRequired[
        Annotated[
            list[NotHeldShape],
            "The issues on which something is coded and nothing is held, of which `means` says nothing; left out where "
            "there is none.",
        ]
    ]


_SourceClass = TypedDict(
    "_SourceClass",
    {"class": Annotated[SourceClass | None, "Who publishes it; null when it is not said."]},
)


class SourceShape(_SourceClass):
    """Where a statement can be read."""

    statement: Annotated[StatementId, "The statement that names the source."]
    key: Annotated[Id, "Its key within the statement."]
    title: Annotated[str | None, "The title of the page or document; null when it is not given."]
    described: Annotated[bool, "Whether the title describes the page and is not its headline."]
    publisher: Annotated[str | None, "Who published it; null when it is not given."]
    date: Annotated[Day | None, "The day on which it was published; null when it is not given."]
    url: Annotated[_Address | None, "Its address; null when it is not given."]
    archive: Annotated[_Address | None, "The address of a copy in an archive; null when it is not given."]
    accessed: Annotated[Day | None, "The day on which the source was last read; null when it is not said."]
    note: Annotated[str | None, "A remark on it; null when there is none."]


class QuoteShape(TypedDict):
    """Words of a party or of a draft, on one day."""

    text: Annotated[str, "The words."]
    speaker: Annotated[str | None, "Who said them; null when that is not given."]
    said: Annotated[Day, "The day on which they were said."]
    source: Annotated[Id | None, "The key of the source in which they stand; null when it is not known which."]
    language: Annotated[str | None, "The language of the words, a tag of BCP 47; null when it is not given."]
    translation: Annotated[str | None, "A translation of the words; null when there is none."]
    statement: Annotated[StatementId, "The statement, or the draft, that quotes them."]
    in_pages: NotRequired[
        Annotated[Result, "What became of them in the pages of their sources; only where pages are kept."]
    ]


_OfferIf = TypedDict(
    "_OfferIf",
    {
        "accepts": Annotated[Accepts, "The outcomes that are accepted."],
        "if": Annotated[
            ConditionShape | None,
            "The offer is made only where these issues come out so; null when it is made as things stand.",
        ],
    },
)


class OfferShape(_OfferIf):
    """A set of outcomes that is accepted."""

    quote: Annotated[str | None, "The party's own words for this offer; null when there are none."]
    note: Annotated[str | None, "A remark on it; null when there is none."]


class MembershipShape(TypedDict):
    """A party that joined a bloc, left it, or said that it dissents from it."""

    party: Annotated[Id, "The party: the one whose position it is, or a bloc that it is in."]
    bloc: Annotated[Id, "The bloc, whose words came or went with that."]
    how: Annotated[Literal["joined", "left", "dissented"], "Which of them it did."]


class MembershipsOfStep(TypedDict, total=False):
    memberships: Annotated[
        list[MembershipShape],
        "Of a step that blocs made, or with which a statement dissents: who joined, left or dissented; left out where "
        "none did.",
    ]


class MembershipOnDay(MembershipShape):
    """A party that joined a bloc on a day, or left it."""

    date: Annotated[Day, "The first day on which it was in the bloc, or was no longer."]


class MembershipsOfPeriod(TypedDict, total=False):
    memberships: Annotated[
        list[MembershipOnDay],
        "The blocs that it joined and left in the period, whether or not that changed a position; in `changes` also "
        "those that a bloc that it is in did, where that moved a position; left out where there is none.",
    ]


class DissentShape(TypedDict):
    """That a party holds nothing on an issue because it does not hold what its blocs hold there: it is not silent."""

    blocs: Annotated[Ids, "The blocs of the day that hold a position there."]
    reported: Annotated[bool, "Whether that is so by somebody else's account, and not by the party's own."]


class InheritedPart(TypedDict, total=False):
    through: Annotated[Id, "The bloc through which the party holds it; left out where it is the party's own."]
    said_by: Annotated[Id, "The bloc in whose name it was said: that one, or one that holds it as a member of another."]


class PartShape(InheritedPart):
    """One of the demands that a position on an issue is made of, with all that stands behind it."""

    part: Annotated[int, limits(minimum=1), "Its number within the position, from 1."]
    offers: Annotated[
        list[OfferShape], limits(minItems=1), "The sets of outcomes that it accepts: any one of them will do."
    ]
    applies_if: Annotated[
        ConditionShape | None,
        "It binds only where these issues come out so, and leaves its own open elsewhere; null when it binds "
        "everywhere.",
    ]
    firmness: Annotated[Firmness, "How firmly the party holds to it, from soft to hard."]
    vague: Annotated[
        bool,
        "Whether the words leave open what exactly would do: what the offers leave out is refused, what they hold is "
        "not yet accepted.",
    ]
    prefers: Annotated[
        Annotated[Any, OfKinds("target_json", "target", "An outcome: an option, a number in the issue's unit, a day.")]
        | None,
        "The outcome that the party hopes for; null when it names none.",
    ]
    says: Annotated[str | None, "On an issue of kind text, the words; null on the other kinds."]
    in_words: Annotated[str, "All that it says, in a plain English sentence, for readers."]
    again_in_part: Annotated[
        bool,
        "Whether the parts before it say as much, no less firmly: then it is only shown, and counts nowhere.",
    ]
    set_on: Annotated[Day, "The day of the statement that set it."]
    first_held: Annotated[Day, "The day on which the party first held it in this form."]
    last_stated: Annotated[Day, "The day on which it was last stated or reaffirmed."]
    expires: Annotated[Day | None, "The last day on which it is in force; null when it does not expire."]
    statement: PartStatement
    speaker: Annotated[str | None, "Who made that statement; null when it is not given."]
    standing: PartStanding
    file: PartFile
    line: PartLine
    quotes: Annotated[
        list[QuoteShape], "Every quote on the way to it, the earliest first, each with its speaker and day."
    ]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    sources: Annotated[
        list[SourceShape],
        "Every source on the way, from the statement that set it to the last that reaffirmed it.",
    ]


class OnRecordShape(TypedDict):
    """What a party holds by its own statements alone."""

    term: Annotated[TermShape | None, "The position; null when there is none."]


class TermShape(TypedDict):
    """A party's position on one issue: it is met where every part of it is met."""

    issue: Annotated[Id, "The issue."]
    parts: Annotated[list[PartShape], limits(minItems=1), "The demands that it is made of, in the order they were set."]
    firmness: Annotated[Firmness, "That of its firmest part."]
    vague: Annotated[bool, "Whether a part of it is vague."]
    in_words: Annotated[str, "All that it says, in a plain English sentence, for readers."]
    first_held: Annotated[Day, "The day since when it has held in this form."]
    last_stated: Annotated[
        Day, "The last day by which all of it had been stated again: the earliest `last_stated` of its parts."
    ]
    last_heard: Annotated[
        Day | None, "The last day on which anything of it was said; null where all of it is supposed, with --suppose."
    ]
    on_record: Annotated[
        OnRecordShape | None,
        "With --with-reported, where a report made it another position than the party's own statements do: that one; "
        "else null.",
    ]
    through: Annotated[
        Id | None,
        "The bloc through which the party holds it, of several the first in the agenda: each part names its own. Null "
        "when it is its own.",
    ]
    standing: Annotated[
        Literal["stated", "reported", "supposed"],
        "Whether the party stated it; `reported` where others report any part of it, `supposed` where any is supposed.",
    ]


def term(held: Held, agenda: Agenda, proofs: Proofs | None = None, in_words: InWords | None = None) -> TermShape:
    """A position in force, with all that stands behind it. ``proofs``: what the pages kept prove of its quotes.

    ``in_words``: what puts terms into words, where there are many.
    """
    own = held.on_record.held if held.on_record else None
    parts = [part(one, agenda, one.sources, proofs, in_words) for one in held.parts]
    return {
        "issue": held.parts[0].term.issue,
        "parts": parts,
        "firmness": held.firmness,
        "vague": held.vague,
        "in_words": parts[0]["in_words"] if len(parts) == 1 else wording.only_words(held, agenda),
        "first_held": day(held.first_held),
        "last_stated": day(held.last_stated),
        "last_heard": None if held.last_heard is None else day(held.last_heard),
        "on_record": None if held.on_record is None else {"term": own and term(own, agenda, proofs)},
        "through": next(iter(held.blocs), None),
        "standing": "supposed" if held.supposed else held.standing,
    }


def part(
    of_position: Part, agenda: Agenda, sources: Sequence[Source], proofs: Proofs | None = None,
    in_words: InWords | None = None,
) -> PartShape:  # fmt: skip
    """One part of a position, with these sources. ``proofs``, ``in_words``: as of ``term``."""
    said = of_position.term
    space = agenda.issues[said.issue].space
    shape: PartShape = {
        "part": of_position.number,
        "offers": [
            {
                "accepts": space.as_json(offer.accepts),
                "if": condition(offer.condition, agenda) if offer.condition else None,
                "quote": offer.quote,
                "note": offer.note,
            }
            for offer in said.offers
        ],
        "applies_if": condition(said.condition, agenda) if said.condition else None,
        "firmness": said.firmness,
        "vague": said.vague,
        "prefers": None if said.prefers is None else space.target_json(said.prefers),
        "says": None if space.comparable else _says(said),
        "in_words": in_words.term(said) if in_words else wording.term_in_words(said, agenda),
        "again_in_part": of_position.again_in_part,
        "set_on": day(of_position.set_on),
        "first_held": day(of_position.first_held),
        "last_stated": day(of_position.last_stated),
        "expires": None if said.expires is None else day(said.expires),
        "statement": statement(of_position),
        "speaker": of_position.speaker,
        "standing": standing(of_position),
        "file": file(of_position),
        "line": line(of_position),
        "quotes": quotes(of_position.lineage.said, proofs),
        "note": said.note,
        "sources": [source(used) for used in sources],
    }
    if of_position.through:
        shape |= {"through": of_position.through[0], "said_by": of_position.through[-1]}
    return shape


def _says(term: Term) -> str:
    """What a term on an issue of words says, each of its offers once."""
    return "\n".join(dict.fromkeys(str(offer.accepts) for offer in term.offers if offer.accepts is not None))


def memberships(move: Move) -> MembershipsOfStep:
    """Who joined and left which blocs with a move; empty where nobody did."""
    turns: list[MembershipShape] = [{"party": each.party, "bloc": each.bloc, "how": each.how} for each in move.turns]
    return {"memberships": turns} if turns else {}


def memberships_of_period(turns: Sequence[tuple[int, Turn]]) -> MembershipsOfPeriod:
    """The blocs that a party joined and left, each with the day; empty where it did neither."""
    told: list[MembershipOnDay] = [
        {"party": each.party, "bloc": each.bloc, "how": each.how, "date": day(on)} for on, each in turns
    ]
    return {"memberships": told} if told else {}


def dissent(basis: Basis, party: str, day: int, issue: str) -> DissentShape | None:
    """From which blocs a party dissents that holds nothing on an issue as of a day; None where it is only silent."""
    found = basis.dissents(party, day).get(issue)
    return None if found is None else {"blocs": list(found.blocs), "reported": found.reported}


def inherited(part: Part) -> InheritedPart:
    """Through which bloc a part is held, and in whose name it was said; empty where it is the party's own."""
    return {"through": part.through[0], "said_by": part.through[-1]} if part.through else {}


def statement(of_position: Part) -> str | None:
    """The statement that set a part; None for what is supposed."""
    return None if of_position.supposed else of_position.statement


def standing(of_position: Part) -> Literal["stated", "reported", "supposed"]:
    """Whether a part was stated, is reported or supposed."""
    return "supposed" if of_position.supposed else of_position.standing


def file(of_position: Part) -> str | None:
    """The file in which a part stands; None for what is supposed."""
    return None if of_position.supposed else of_position.term.location.file


def line(of_position: Part) -> int | None:
    """The line on which a part stands; None for what is supposed."""
    return None if of_position.supposed else of_position.term.location.line


def quotes(said: Iterable[Quote], proofs: Proofs | None = None) -> list[QuoteShape]:
    """Quotes, each with what it takes from its statement and its term, and what the pages kept prove of it."""
    return [_quote(quote, proofs) for quote in said]


def _quote(quote: Quote, proofs: Proofs | None) -> QuoteShape:
    told: QuoteShape = {
        "text": quote.text,
        "speaker": quote.speaker,
        "said": day(quote.said),
        "source": quote.source,
        "language": quote.language,
        "translation": quote.translation,
        "statement": quote.statement,
    }
    if proofs is not None:
        told["in_pages"] = proofs.of(quote).result
    return told


def outcomes(space: Space, union: Union) -> list[Any]:
    """A union, piece by piece."""
    return [space.as_json(piece) for piece in union]


def condition(pieces: Condition, agenda: Agenda) -> dict[str, Any]:
    """What issues must come out as."""
    return {issue: agenda.issues[issue].space.as_json(piece) for issue, piece in pieces}


def source(read: Source) -> SourceShape:
    """Where a statement can be read."""
    return {
        "statement": read.statement,
        "key": read.key,
        "title": read.title,
        "described": read.described,
        "publisher": read.publisher,
        "class": read.class_,
        "date": read.date,
        "url": read.url,
        "archive": read.archive,
        "accessed": read.accessed,
        "note": read.note,
    }


def parties_of(recorded: Statement | Draft) -> list[str]:
    """The parties of a statement; none of a draft."""
    return [] if isinstance(recorded, Draft) else list(recorded.parties)


def day(ordinal: int) -> str:
    """A day as ISO 8601 has it."""
    return date.fromordinal(ordinal).isoformat()


def labels(parties: Iterable[AskedParty]) -> list[str]:
    """Parties as they were asked for: one that is asked for twice stands there twice."""
    return [name(party.label) for party in parties]


def names(parties: Iterable[str]) -> list[str]:
    """Labels of an answer as they were asked for."""
    return [label.rstrip("#") for label in parties]


def name(label: str) -> str:
    """A party as it was asked for: one that is compared with itself carries a mark in the answer, and none here."""
    return label.rstrip("#")
