"""The shapes of the files: the keys that the reader knows, what stands under each, and what it means.

Schemas are derived of them; what a kind of issue has of its own stands with the kind.
"""

from __future__ import annotations

from typing import Annotated, Literal, Required

from posdiff.dossier import languages
from posdiff.dossier.statement import ClauseStatus, DismissedReason, ReactionWord, SourceClass, Standing
from posdiff.dossier.term import Firmness
from posdiff.kinds.forms import (
    ComparableWords,
    KindsKeys,
    KindsWords,
    Named,
    OfKinds,
    TypedDict,
    WrittenDay,
    WrittenId,
    WrittenIds,
    WrittenNames,
    WrittenPeople,
    WrittenText,
    WrittenTexts,
    WrittenTruth,
    limits,
)

_NOT_A_FOLDER = "^(?!(?:all|any|none|joint|drafts)$)[a-z][a-z0-9-]*$"
_STATEMENT = "^(?:joint/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9-]+)?$"
_DRAFT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9-]+)?$"
CLAUSE_ID = r"^[A-Za-z0-9][A-Za-z0-9._()/-]{0,39}$"
#: Characters. A longer passage is several clauses.
LONGEST_CLAUSE = 50_000
SNAPSHOT_FILE = r"^(?!/)(?!(?:.*/)?\.\.?(?:/|$))[^\\\x00-\x1f]+$"
SNAPSHOT_HASH = "^[0-9a-f]{64}$"
_Address = Annotated[str, limits(pattern=r"^https?://[^\s<>\"]+$")]
_Note = Annotated[WrittenText, "A remark on it for readers."]
#: Without a mapping: options, words, a number or a day.
_Short = WrittenText | Annotated[list[WrittenId], limits(minItems=1, uniqueItems=True)]


class QuoteEntry(TypedDict, total=False):
    """A party's own words, and what is to be known of them."""

    text: Required[Annotated[WrittenText, "The words, as the source has them."]]
    speaker: Annotated[WrittenText, "Who said them; without it, the speaker of the statement."]
    said: Annotated[WrittenDay, "The day on which they were said; without it, that of the statement."]
    source: Annotated[WrittenId, "The key of the source that has them; without it, those that the term stands on."]
    language: Annotated[str | bool, limits(pattern=languages.TAG), "The language of the words: a tag of BCP 47."]
    translation: Annotated[WrittenText, "The words in another language, beside the original."]


_Quote = WrittenText | QuoteEntry


class AboutEntry(TypedDict, total=False):
    """What anything that was said stands on."""

    quote: Annotated[
        _Quote | Annotated[list[_Quote], limits(minItems=1)],
        "The party's own words: as they are, with who said them and when, or a list of both.",
    ]
    source: Annotated[
        WrittenNames, "Which of the statement's sources this stands on; it may be left out where there is one only."
    ]
    note: Annotated[WrittenText, "A remark for readers, which no comparison looks at."]


class AboutWords(AboutEntry, KindsWords, total=False):
    """What can be said of any offer."""


class ConditionalEntry(ComparableWords, total=False):
    """What an issue must come out as: the words that a term has."""


Condition = Annotated[
    dict[WrittenId, ConditionalEntry | _Short],
    limits(minProperties=1),
    Named("condition", "Issues that can be compared, each with what it must come out as; all of them must be so."),
]

_If = TypedDict(
    "_If",
    {
        "if": Annotated[
            Condition,
            "The offer is made only in a settlement where these issues come out so; without it the offer is as good as "
            "the term's own.",
        ]
    },
    total=False,
)


class AlternativeEntry(_If, AboutWords, total=False):
    """A further offer on the same issue, with its condition where it has one."""


class TermEntry(AboutWords, total=False):
    """A party's position on one issue: what it accepts, how firmly, on what conditions."""

    firmness: Annotated[
        Firmness,
        limits(default="firm"),
        "How firmly the party holds to it: a red line is what it says it will not move.",
    ]
    alternatives: Annotated[
        list[AlternativeEntry | _Short],
        limits(minItems=1),
        "Further offers on the same issue: either will do, or one of them on a condition.",
    ]
    applies_if: Annotated[
        Condition,
        "The demand binds only in a settlement where these issues come out so; elsewhere the party leaves this issue "
        "open.",
    ]
    adds: Annotated[
        WrittenTruth,
        "Whether this comes on top of what the party already holds on the issue, instead of replacing it.",
    ]
    vague: Annotated[
        WrittenTruth,
        "Whether the words leave open what exactly would do: what the term excludes is refused, what it leaves is not "
        "yet accepted.",
    ]
    expires: Annotated[WrittenDay, "The last day on which the term is in force; without it, it does not expire."]
    prefers: Annotated[
        object,
        OfKinds("target", "target", "An outcome."),
        "What the party hopes for: the option, the number or the day, on the kinds that know one.",
    ]


class OptionEntry(KindsWords, total=False):
    """One of the outcomes in brackets."""

    by: Annotated[WrittenPeople, "Who wants it: ids of parties, or words."]
    text: Annotated[WrittenText, "The words of the draft for it."]
    note: _Note


class OutcomeEntry(AboutWords, total=False):
    """What a draft settles on one issue."""

    options: Annotated[
        list[OptionEntry | _Short],
        limits(minItems=2),
        "In place of an outcome those in brackets, two or more: the draft leaves all of them open.",
    ]


class SnapshotEntry(TypedDict, total=False):
    """A source as it was read."""

    file: Required[
        Annotated[
            str,
            limits(pattern=SNAPSHOT_FILE),
            "The file that holds it, in the folder `sources` beside those of the parties.",
        ]
    ]
    sha256: Required[
        Annotated[str, limits(pattern=SNAPSHOT_HASH), "The SHA-256 of that file, in lower-case hexadecimal digits."]
    ]
    retrieved: Annotated[WrittenDay, "The day on which it was fetched."]


_Class = TypedDict(
    "_Class",
    {
        "class": Annotated[
            SourceClass,
            "Who publishes it: an office of those who spoke, the press, a party to the matter, somebody who passes on "
            "what others published.",
        ]
    },
    total=False,
)


class SourceEntry(_Class, total=False):
    """Where a statement can be read."""

    title: Annotated[WrittenText, "The title of the page or document."]
    described: Annotated[WrittenTruth, "Whether the title describes the page and is not its headline."]
    publisher: Annotated[WrittenText, "Who published it."]
    date: Annotated[WrittenDay, "The day on which it was published."]
    url: Annotated[_Address, "Its address, which begins with https:// or http://."]
    archive: Annotated[_Address, "The address of a copy in an archive."]
    accessed: Annotated[WrittenDay, "The day on which it was read."]
    snapshot: Annotated[SnapshotEntry, "The page as it was read."]
    note: _Note


_Coders = TypedDict(
    "_Coders",
    {
        "coded-by": Annotated[WrittenPeople, "Who entered it."],
        "checked-by": Annotated[WrittenPeople, "Who else looked through the coding, and confirmed it."],
    },
    total=False,
)


class FileHead(_Coders, total=False):
    """What statements and drafts begin with."""

    date: Required[Annotated[WrittenDay, "The day of it, the same as in the name of the file."]]
    title: Annotated[WrittenText, "What it is called."]
    speaker: Annotated[WrittenText, "Who spoke."]
    standing: Annotated[
        Standing,
        limits(default="stated"),
        "Whether the party said it itself, or unnamed sources or somebody else's account say so.",
    ]
    sources: Annotated[dict[WrittenId, SourceEntry], "Where it can be read, by keys that terms name."]
    note: Annotated[WrittenText, "A remark on the whole for readers."]
    corrects: Annotated[
        WrittenText | dict[WrittenId, WrittenText],
        "Why the file was changed after it had been recorded: one reason for all of it, or reasons by issue.",
    ]


_Reaffirmed = Annotated[
    Literal["all"] | Annotated[str, limits(pattern=_STATEMENT)] | WrittenId,
    Named(
        "reaffirmed",
        "An issue, a statement of the party by its file's name without .yaml (joint/NAME for a joint one), or `all`.",
    ),
]
_Withdrawn = Annotated[Literal["all"] | WrittenId, Named("withdrawn", "An issue, or `all`.")]


class ReactionEntry(AboutEntry, total=False):
    """What a party said of a draft."""

    reaction: Required[
        Annotated[
            ReactionWord,
            "Whether it takes the draft, takes it as the text to work on, has reservations, or refuses it.",
        ]
    ]
    issues: Annotated[WrittenIds, "The issues that this is about; without it, the draft as a whole."]


class DismissedEntry(TypedDict, total=False):
    """A passage of a source that was read and carries no term."""

    text: Required[Annotated[WrittenText, "The words, as the source has them; left-out words are `…`."]]
    source: Annotated[WrittenId, "The key of the source that has them; it may be left out where there is one only."]
    reason: Required[
        Annotated[
            DismissedReason,
            "Why it carries no term: it is about how the talks are held, tells what was, says again what was said, is "
            "on nothing that the agenda has, or cannot be understood.",
        ]
    ]
    note: _Note


class StatementFile(FileHead, total=False):
    """A statement file of format 1: what a party, or several together, said on one day.

    It stands in positions/PARTY/DATE.yaml, or in positions/joint/DATE.yaml.
    """

    terms: Annotated[dict[WrittenId, TermEntry | _Short], "The positions that it takes, by issue."]
    reaffirms: Annotated[
        _Reaffirmed | Annotated[list[_Reaffirmed], limits(uniqueItems=True)],
        "Earlier positions that it states again, unchanged: issues, statements, or `all`.",
    ]
    withdraws: Annotated[
        _Withdrawn | Annotated[list[_Withdrawn], limits(uniqueItems=True)],
        "Issues on which the party no longer holds a position, or `all`.",
    ]
    dissents: Annotated[WrittenNames, "Issues on which the party does not hold what its blocs hold, from this day on."]
    reactions: Annotated[
        dict[Annotated[str, limits(pattern=_DRAFT)], ReactionEntry],
        limits(minProperties=1),
        "What the party said of drafts, by the draft's id. It moves no position.",
    ]
    dismissed: Annotated[
        list[DismissedEntry], "Passages of its sources that were read and carry no term. They move no position."
    ]


class ClauseEntry(TypedDict, total=False):
    """A passage of a draft, in its words."""

    id: Required[
        Annotated[str | float, limits(pattern=CLAUSE_ID), "By which versions of it are matched: 3, 7a, 2.1, art-5(2)."]
    ]
    title: Annotated[WrittenText, "Its title in the text."]
    text: Required[
        Annotated[
            WrittenText,
            limits(maxLength=LONGEST_CLAUSE),
            "Its words. What stands in [brackets] is not agreed; brackets stand in each other four deep at most.",
        ]
    ]
    settles: Annotated[WrittenIds, "The issues that it settles, each with an outcome in this draft."]
    status: Annotated[ClauseStatus, "Whether the parties have agreed on its words."]
    by: Annotated[WrittenPeople, "Who proposes it: ids of parties, or words."]
    note: _Note


class JointFile(StatementFile, total=False):
    """A statement file of format 1: what a party, or several together, said on one day.

    It stands in positions/PARTY/DATE.yaml, or in positions/joint/DATE.yaml.
    """

    parties: Annotated[WrittenIds, "Whose statement it is, in positions/joint/ only: elsewhere the folder says so."]


class DraftFile(FileHead, total=False):
    """A draft file of format 1 (positions/drafts/DATE-NAME.yaml): not in itself any party's position."""

    by: Required[Annotated[WrittenPeople, "Who proposes it: ids of parties, or words."]]
    final: Annotated[
        WrittenTruth, "Whether it is put up for adoption as it is: what it leaves out is left out for good."
    ]
    previous: Annotated[
        Annotated[str, limits(pattern=_DRAFT)], "The draft that it follows, by its file's name without .yaml."
    ]
    outcomes: Required[
        Annotated[
            dict[WrittenId, OutcomeEntry | _Short],
            "What it would settle, by issue; what it leaves out it does not settle.",
        ]
    ]
    clauses: Annotated[list[ClauseEntry], "Its words, passage by passage, in the order of the text."]


_MembershipDays = TypedDict(
    "_MembershipDays",
    {
        "from": Annotated[WrittenDay, "The first day on which it is a member; without it, there is none."],
        "until": Annotated[WrittenDay, "The last day on which it is a member; without it, there is none."],
    },
    total=False,
)


class MembershipEntry(_MembershipDays, total=False):
    """The days on which a party is a member of a bloc, both inclusive."""


class PartyEntry(TypedDict, total=False):
    """A party, or a bloc: several parties that speak as one."""

    name: Annotated[WrittenText, "Its name for readers; without it, its id."]
    aliases: Annotated[WrittenTexts, "Other names by which it may be asked for, each of one party only."]
    observer: Annotated[
        WrittenTruth, "Whether it is no party to the talks: it takes part in an answer only when it is named."
    ]
    members: Annotated[
        WrittenNames | dict[WrittenId, MembershipEntry],
        "Of a bloc, its members, which are parties of this agenda: a list, or a mapping with the days of each.",
    ]
    size: Annotated[
        int | Annotated[str, limits(pattern="^[1-9][0-9]{0,8}$")],
        limits(minimum=1, maximum=999_999_999),
        "Of a bloc whose members nobody needs singly, how many it has.",
    ]
    group: Annotated[WrittenText, "The name of a group: reports put the parties of one side by side."]
    note: _Note


class StepEntry(TypedDict, total=False):
    """A moment at which something is done or begins."""

    title: Annotated[WrittenText, "What it is called; without it, its id."]
    after: Annotated[WrittenNames, "The steps that come before it in the nature of things, whoever speaks."]
    why: Annotated[WrittenText, "Why it comes after them."]
    note: _Note


class IssueEntry(KindsKeys, total=False):
    """A question that a settlement answers."""

    title: Required[Annotated[WrittenText, "What it is called."]]
    kind: Required[
        Annotated[
            object,
            OfKinds("kind", "kind", "A kind of issue."),
            "What an outcome is: one of the options, a set of members, a number, a day, an order of steps, or words.",
        ]
    ]
    topic: Annotated[WrittenId, "The topic to which it belongs; without it, to none."]
    question: Annotated[WrittenText, "The question in full."]
    note: _Note
    disputed: Annotated[
        WrittenTruth,
        "Whether the parties are known to want different things here: bounds that all lie on one side are then a "
        "finding of `check`.",
    ]


_Given = TypedDict(
    "_Given",
    {
        "if": Annotated[Condition, "Where these issues come out so."],
        "then": Annotated[Condition, "Then these issues come out so."],
    },
)


class RuleEntry(_Given, total=False):
    """What holds in any settlement, whoever speaks."""

    why: Annotated[WrittenText, "Why that is so."]
    note: _Note


class AgendaFile(TypedDict, total=False):
    """The agenda file of format 1: what is negotiated (positions/agenda.yaml)."""

    posdiff: Required[Annotated[Literal[1, "1"], "The version of the format, which is 1."]]
    title: Annotated[WrittenText, "What is negotiated, in a few words."]
    note: Annotated[WrittenText, "A remark on the whole for readers."]
    parties: Required[
        Annotated[
            dict[Annotated[str, limits(pattern=_NOT_A_FOLDER)], PartyEntry],
            "Who takes positions, by id, which is also the name of the folder of its statements.",
        ]
    ]
    topics: Annotated[
        dict[WrittenId, WrittenText], "The topics into which issues are grouped, by id, with their titles."
    ]
    steps: Annotated[
        dict[WrittenId, StepEntry | WrittenText],
        "What is done at some time, by id, for the issues of kind sequence: its title, or a mapping.",
    ]
    issues: Required[Annotated[dict[WrittenId, IssueEntry], "The questions that a settlement answers, by id."]]
    rules: Annotated[list[RuleEntry], "What holds in any settlement, whoever speaks."]
