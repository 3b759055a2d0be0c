"""What the JSON of several commands is made of: days, places, sources, terms, conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from posdiff.answers.answer import AskedParty
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Source, SourceClass, Standing
from posdiff.dossier.term import Condition, Firmness
from posdiff.kinds.forms import Day, Id, Named, OfKinds, TypedDict, limits
from posdiff.kinds.kind import Space, Union
from posdiff.reports import wording

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
PositionFile = Annotated[str, limits(pattern="^[^/]"), "The file of that statement, relative to the positions folder."]
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
    """The words of a party on one day."""

    statement: Annotated[StatementId, "The statement that the words are from."]
    date: Annotated[Day, "The day on which they were said, ISO."]
    quote: Annotated[str, "The words."]


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


class TermShape(TypedDict):
    """A party's position on one issue, with all that stands behind it."""

    issue: Annotated[Id, "The issue."]
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
    set_on: Annotated[Day, "The day of the statement that set it."]
    first_held: Annotated[Day, "The day on which the party first held it in this form."]
    last_stated: Annotated[Day, "The day on which it was last stated or reaffirmed."]
    expires: Annotated[Day | None, "The last day on which it is in force; null when it does not expire."]
    statement: Annotated[StatementId, "The statement that set it."]
    standing: Annotated[Standing, "Whether the party stated it, or others report it of the party."]
    file: PositionFile
    line: Line
    quote: Annotated[str | None, "The party's own words, or the first that an offer has; null when there are none."]
    quotes: Annotated[
        list[QuoteShape], "Every quote on the way to this term, the first one first, each with its statement and day."
    ]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    sources: Annotated[
        list[SourceShape],
        "Every source on the way, from the statement that set it to the last that reaffirmed it.",
    ]


def term(held: Held, agenda: Agenda, sources: Sequence[Source] | None = None) -> TermShape:
    """A term in force, with all that stands behind it; or with these sources, where others are told elsewhere."""
    said = held.term
    space = agenda.issues[said.issue].space
    words = dict.fromkeys(str(offer.accepts) for offer in said.offers if offer.accepts is not None)
    return {
        "issue": said.issue,
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
        "says": None if space.comparable else "\n".join(words),
        "in_words": wording.term_in_words(said, agenda),
        "set_on": day(held.set_on),
        "first_held": day(held.first_held),
        "last_stated": day(held.last_stated),
        "expires": None if said.expires is None else day(said.expires),
        "statement": held.statement,
        "standing": held.standing,
        "file": said.location.file,
        "line": said.location.line,
        "quote": said.quote or next((o.quote for o in said.offers if o.quote and not o.condition), None),
        "quotes": [
            {"statement": quote.statement, "date": day(quote.day), "quote": quote.text} for quote in held.lineage.said
        ],
        "note": said.note,
        "sources": [source(used) for used in (held.sources if sources is None else sources)],
    }


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


def day(ordinal: int) -> str:
    """A day as ISO 8601 has it."""
    return date.fromordinal(ordinal).isoformat()


def labels(parties: Iterable[AskedParty]) -> list[str]:
    """Parties as they were asked for: one that is asked for twice stands there twice."""
    return [name(party.label) for party in parties]


def names(parties: Iterable[str]) -> list[str]:
    """Labels of an answer as they were asked for."""
    return [name(label) for label in parties]


def name(label: str) -> str:
    """A party as it was asked for: one that is compared with itself carries a mark in the answer, and none here."""
    return label.rstrip("#")
