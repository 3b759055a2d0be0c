"""Every option, declared once: its name, variable, type and help, and whether settings may hold it.

Options that travel together are a record here. A command takes the record, and the command line takes its fields one
by one (``expanded`` in ``app.py``).
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, Self

import typer

from posdiff.cli import completion, terminal
from posdiff.findings.failure import USAGE, Failure
from posdiff.reports import formats


class Setting(NamedTuple):
    """What settings may hold for an option: a value of this type, several where it ``repeats``."""

    type: type
    repeats: bool
    is_day: bool


#: The options that settings may hold, by their long names.
KEPT: dict[str, Setting] = {}


def _option(
    name: str, *short: str, kept: bool = True, type: type = str, repeats: bool = False, metavar: str | None = None,
    shown: bool = False, **rest: Any,
) -> Any:  # fmt: skip
    """An option that is also read from its environment variable, and from settings where it is ``kept``.

    ``shown``: whether help shows its default.
    """
    if kept:
        KEPT.setdefault(name, Setting(type, repeats, metavar == "DATE"))
    variable = f"POSDIFF_{name.upper().replace('-', '_')}"
    return typer.Option(*short, f"--{name}", envvar=variable, show_default=shown, metavar=metavar, **rest)


def not_empty(option: str, value: Any) -> None:
    """Raises Failure (usage) for an option with an empty value: a variable that was not set asks for nothing."""
    for text in value if isinstance(value, list | tuple) else (value,):
        if isinstance(text, str) and not text.strip(" ,"):
            raise Failure(f"{option} is empty", hint="give it a value, or leave it out", code=USAGE)


Parties = Annotated[
    list[str],
    typer.Argument(
        metavar="PARTY…", autocompletion=completion.several_parties, show_default=False,
        help="Two or more parties: id, alias or beginning; PARTY@DATE fixes that party's day; @BLOC its members; all.",
    ),
]  # fmt: skip
ChartKind = Annotated[
    Literal["grid", "scale", "timeline", "matrix", "deadlocks", "movement"],
    typer.Argument(metavar="KIND", show_default=False, help="What is drawn; above stand the kinds."),
]
SomeParties = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PARTY…]", autocompletion=completion.several_parties, show_default=False,
        help="Parties: id, alias or beginning; @BLOC: its members. All but observers when none is named.",
    ),
]  # fmt: skip
At = Annotated[str | None, _option("at", metavar="DATE", help="As of the end of this day; by default today.")]
Since = Annotated[str | None, _option("since", metavar="DATE", help="From the end of this day.")]
Until = Annotated[str | None, _option("until", metavar="DATE", help="To the end of this day; by default today.")]
Only = Annotated[
    list[str] | None,
    _option("only", repeats=True, metavar="WORD", autocompletion=completion.shown_words,
            help="Show only what is of these kinds (repeatable); above stands which there are."),
]  # fmt: skip
All = Annotated[
    bool, _option("all", type=bool, help="Show everything: silent and unchanged issues too, and lists uncut.")
]
Full = Annotated[
    bool, _option("full", type=bool, help="Show all of it in text, and not the overview; --issue does as well.")
]
Quotes = Annotated[bool, _option("quotes", type=bool, help="Show quotes.")]
Sources = Annotated[bool, _option("sources", type=bool, help="Show sources and places in files.")]
Against = Annotated[
    list[str] | None,
    _option("against", repeats=True, metavar="PARTY", autocompletion=completion.several_parties,
            help="Say whether each change moved closer to this party's position (repeatable); all for every party."),
]  # fmt: skip
StaleAfter = Annotated[
    int,
    _option("stale-after", type=int, metavar="YEARS", min=0, shown=True,
            help="Say how old a position is that was not stated again for so many years; 0 for never."),
]  # fmt: skip
Suppose = Annotated[
    list[str] | None,
    _option("suppose", kept=False, metavar="'PARTY: ISSUE=TERM'",
            help="Answer as if this party had said so (repeatable); ISSUE=withdrawn: as if it held nothing there."),
]  # fmt: skip
Fields = Annotated[bool, _option("fields", type=bool, help="Show which fields of a changed term differ.")]
Metric = Annotated[
    Literal["overlap", "agreement", "distance"],
    _option("metric", shown=True, help="The figure to show; docs/figures.md defines each."),
]
InOrder = Annotated[
    Literal["asked", "likeness"],
    _option("order", shown=True, help="How a matrix orders parties: as asked, or those that are alike together."),
]
OfBlocs = Annotated[
    bool, _option("blocs", kept=False, help="In place of pairs: how far members stay within the words of their blocs.")
]
Party = Annotated[
    str,
    typer.Argument(
        metavar="PARTY", autocompletion=completion.parties, help="A party: id, alias or beginning; PARTY@DATE."
    ),
]
SomeIssues = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ISSUE…]", autocompletion=completion.issues, show_default=False, help="Only these issues."),
]
OneIssue = Annotated[
    str, typer.Argument(metavar="ISSUE", autocompletion=completion.issues, show_default=False, help="The issue.")
]
AcceptsOutcome = Annotated[
    str | None,
    _option("accepts", kept=False, metavar="OUTCOME",
            help="Only who accepts this: an option, or an outcome as in a draft, '{max: 85000}'."),
]  # fmt: skip
RefusesOutcome = Annotated[
    str | None, _option("refuses", kept=False, metavar="OUTCOME", help="Only who refuses this outcome.")
]
DraftName = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT", autocompletion=completion.drafts, show_default=False,
        help="A draft: its id, the id without the date, or a beginning of either.",
    ),
]  # fmt: skip
SomeDrafts = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DRAFT…]", autocompletion=completion.drafts, show_default=False,
        help="Drafts, each held against the one before it: id, id without the date, or beginning.",
    ),
]  # fmt: skip
ForParties = Annotated[
    list[str] | None,
    _option("for", repeats=True, metavar="PARTY", autocompletion=completion.several_parties,
            help="What the drafts do to this party (repeatable); all but observers when none is named."),
]  # fmt: skip
FourColumns = Annotated[
    int | None,
    _option("columns", kept=False, metavar="4",
            help="The four-column paper of two drafts: clause or issue, the one, the other, a proposal or positions."),
]  # fmt: skip
WithinDraft = Annotated[
    str | None,
    _option("draft", metavar="NAME", autocompletion=completion.drafts,
            help="Consider only settlements within this draft."),
]  # fmt: skip
OnTheTable = Annotated[
    str | None,
    _option("draft", metavar="NAME", autocompletion=completion.drafts,
            help="Hold this draft against each party: its id, the id without the date, or a beginning of either."),
]  # fmt: skip
WithConflicts = Annotated[
    bool,
    _option(
        "conflicts", type=bool, help="Also show what conflicts answers: which terms cannot hold together, and why."
    ),
]
FailOn = Annotated[
    list[str] | None,
    _option("fail-on", repeats=True, metavar="WORD", autocompletion=completion.failing_words,
            help="End with 1 if the answer has one of these (repeatable); above stands which there are."),
]  # fmt: skip
Level = Annotated[
    Literal["error", "warning", "info", "never"], _option("fail-on", shown=True, help="The least severity that fails.")
]
Revision = Annotated[
    str | None,
    _option("against", metavar="REV", help="Also judge the edit since the merge base with this revision."),
]


Staged = Annotated[
    bool,
    _option("staged", kept=False,
            help="Check the staged files instead of the working tree; without --against, against HEAD."),
]  # fmt: skip
New = Annotated[
    bool,
    _option("new", kept=False,
            help="Show and count only findings that the edit brings; with --against or --staged."),
]  # fmt: skip


RequireVerified = Annotated[
    bool,
    _option("require-verified", type=bool,
            help="End with 1 unless every quote is verified, whatever is accepted and whatever the settings say."),
]  # fmt: skip


PositionsFolder = Annotated[
    str | None,
    _option("positions", metavar="DIR",
            help="The folder of positions; by default positions/ here or in the nearest parent."),
]  # fmt: skip
ReportFiles = Annotated[
    list[str] | None,
    _option("report", kept=False, metavar="FORMAT=FILE",
            help="Also write the answer to this file, in this format (repeatable); - is stdout."),
]  # fmt: skip
Stamp = Annotated[bool, _option("stamp", type=bool, help="Say in Markdown and HTML when the report was made.")]
Reason = Annotated[str, _option("reason", kept=False, metavar="TEXT", help="Why the finding may stand.")]
Owner = Annotated[str, _option("owner", kept=False, metavar="NAME", help="Who answers for accepting it.")]
Expires = Annotated[str, _option("expires", kept=False, metavar="DATE", help="The last day on which it is accepted.")]
Slug = Annotated[
    str | None,
    _option("slug", kept=False, metavar="WORDS",
            help="Words for the file's name, for a second statement on one day."),
]  # fmt: skip
OfParty = Annotated[
    str | None,
    _option("party", kept=False, metavar="PARTY", autocompletion=completion.parties,
            help="Whose statement it is; joint or drafts in place of a party."),
]  # fmt: skip
OfStatement = Annotated[
    str,
    _option("statement", kept=False, metavar="STATEMENT", help="The statement or draft: its id, or a beginning of it."),
]
SourceKey = Annotated[str, _option("key", kept=False, metavar="KEY", help="The key of the source in the statement.")]
Local = Annotated[
    bool, _option("local", kept=False, help="Keep the page out of git (sources/.gitignore): only its hash travels.")
]
Retrieved = Annotated[
    str | None,
    _option("retrieved", kept=False, metavar="DATE", help="The day on which the page was saved; else today."),
]
KeepAnother = Annotated[bool, _option("force", kept=False, help="Keep this page in the place of the one that is kept.")]
FollowedDraft = Annotated[
    str | None,
    _option("from", kept=False, metavar="DRAFT", autocompletion=completion.drafts,
            help="With new in place of DRAFT: write the file of the version that follows this one."),
]  # fmt: skip
ByGroup = Annotated[
    str | None,
    _option("by", kept=False, metavar="group",
            help="As well group by group, as the agenda puts the parties side by side (group: NAME)."),
]  # fmt: skip
ProposedBy = Annotated[
    list[str] | None,
    _option("by", kept=False, metavar="PARTY", autocompletion=completion.parties,
            help="With new in place of DRAFT: who proposes the new version, a party or words (repeatable)."),
]  # fmt: skip
Example = Annotated[
    bool, _option("example", kept=False, help="A small dossier to try things on: an invented wage round.")
]


SampleSize = Annotated[
    int, _option("sample", kept=False, min=1, metavar="TERMS", shown=True, help="Draw so many terms for a sheet.")
]
Seed = Annotated[
    int, _option("seed", kept=False, metavar="NUMBER", shown=True, help="The same number draws the same terms.")
]


Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS…", show_default=False,
        help="What to find: parts of words, in any order; with blanks in one argument, a phrase.",
    ),
]  # fmt: skip
Issue = Annotated[
    list[str] | None,
    _option("issue", repeats=True, metavar="ISSUE", autocompletion=completion.issues,
            help="Only this issue (repeatable)."),
]  # fmt: skip
Topic = Annotated[
    list[str] | None,
    _option("topic", repeats=True, metavar="TOPIC", autocompletion=completion.topics,
            help="Only the issues of this topic (repeatable)."),
]  # fmt: skip


class Together:
    """Options that travel together. Each field is an option with its default, as a parameter of a command would be."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)

    def among(self, values: Mapping[str, Any]) -> Self:
        """The same options with their values among those of a command."""
        return type(self)(**{name: values[name] for name in vars(self)})


class Files(Together):
    """Which files are read."""

    positions: PositionsFolder = None
    rev: Annotated[
        str | None,
        _option("rev", metavar="REV", help="Read the files as git has them at this revision, not those on disk."),
    ] = None
    recorded: Annotated[
        str | None,
        _option("recorded", metavar="DATE",
                help="Read the files as recorded in git by the end of this day (the branch's last commit)."),
    ] = None  # fmt: skip


class Folder(Together):
    """Which folder is read, by commands that read the files on the disk."""

    positions: PositionsFolder = None


Evidence = Annotated[
    bool, _option("evidence", type=bool, help="Show each quote in the sentence of its page, where the page is kept.")
]


WithReported = Annotated[
    bool,
    _option(
        "with-reported", type=bool, help="Also count what is only reported: unnamed sources, somebody else's account."
    ),
]


class Scope(Together):
    """What of the dossier is asked about."""

    issue: Issue = None
    topic: Topic = None
    with_reported: WithReported = False

    def words(self) -> dict[str, Any]:
        """The same as every question takes it."""
        return {"issue": self.issue or (), "topic": self.topic or (), "with_reported": self.with_reported}


class Asking(Together):
    """Which issues are asked about."""

    issue: Issue = None
    topic: Topic = None

    def words(self) -> dict[str, Any]:
        """The same as the question takes it."""
        return {"issue": self.issue or (), "topic": self.topic or ()}


class Looking(Together):
    """Where words are looked for."""

    party: Annotated[
        list[str] | None,
        _option("party", repeats=True, metavar="PARTY", autocompletion=completion.several_parties,
                help="Only texts of this party (repeatable)."),
    ] = None  # fmt: skip
    issue: Issue = None
    topic: Topic = None

    def words(self) -> dict[str, Any]:
        """The same as the question takes it."""
        return {"party": self.party or (), "issue": self.issue or (), "topic": self.topic or ()}


NoPager = Annotated[bool, _option("no-pager", type=bool, help="Print what is longer than the screen without a pager.")]
Quiet = Annotated[bool, _option("quiet", "-q", type=bool, help="Write only errors to stderr.")]


SITE_PORT = 7673  # p-o-s-d on the keys of a telephone
Serve = Annotated[
    bool, _option("serve", kept=False, help="Show the pages at http://127.0.0.1:PORT/, and write nothing.")
]
Watch = Annotated[bool, _option("watch", kept=False, help="With --serve, follow the files while they are edited.")]
Port = Annotated[
    int,
    _option("port", type=int, metavar="PORT", min=0, max=65535, shown=True,
            help="With --serve, listen at this port; 0 for any that is free."),
]  # fmt: skip
SiteFolder = Annotated[
    str | None,
    _option("output", "-o", kept=False, metavar="DIR",
            help="Write to this folder, whole or not at all: a new one, or one that posdiff made."),
]  # fmt: skip
ForceFolder = Annotated[
    bool, _option("force", kept=False, help="Replace files in the folder even if they were edited.")
]


TablesFormat = Annotated[
    formats.TablesFormat,
    _option("format", "-f", shown=True, help="The format of the tables; Parquet needs posdiff[export]."),
]
TablesPlace = Annotated[
    str,
    _option("output", "-o", kept=False, metavar="DIR",
            help="Write to this folder, whole or not at all: a new one, or one that posdiff made; of SQLite, this file."),
]  # fmt: skip


SiteAddress = Annotated[
    str | None,
    _option("url", kept=False, metavar="URL",
            help="Where the pages will stand on the web: the feed of changes then names whole addresses."),
]  # fmt: skip


class Writing(Together):
    """Where an answer goes, and how it is drawn."""

    output: Annotated[
        str | None,
        _option(
            "output",
            "-o",
            kept=False,
            metavar="FILE",
            is_eager=True,
            help="Write to this file, whole or not at all; - is stdout.",
        ),
    ] = None
    force: Annotated[
        bool, _option("force", kept=False, help="Replace a file even if not all of it is what posdiff wrote.")
    ] = False
    color: Annotated[
        terminal.Switch,
        _option("color", shown=True, help="Use colour; auto goes by NO_COLOR, FORCE_COLOR and the terminal."),
    ] = "auto"
    links: Annotated[
        terminal.Switch,
        _option(
            "links", shown=True, help="Make sources and files links; auto goes by FORCE_HYPERLINK and the terminal."
        ),
    ] = "auto"
    width: Annotated[
        int | None, _option("width", type=int, min=40, max=500, metavar="COLUMNS", help="Wrap to this width.")
    ] = None
    no_pager: NoPager = False
    quiet: Quiet = False


class Sending(Together):
    """What answers that are sent on take besides."""

    report: ReportFiles = None
    bom: Annotated[
        bool, _option("bom", type=bool, help="Begin CSV with a byte order mark, as some spreadsheets need.")
    ] = False
    stamp: Stamp = False


class FindingsSending(Together):
    """What findings that are sent on take besides."""

    report: ReportFiles = None
    stamp: Stamp = False

    @property
    def bom(self) -> bool:
        """CSV of findings has none."""
        return False


def _format(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """Where no format is asked for, not even in settings, that of the file's name; ``--output`` is read before."""
    source = context.get_parameter_source(str(parameter.name))
    file = context.params.get("output")
    # A sheet to code on and the next version of a draft are YAML, whatever their name.
    asked = (context.info_name, context.params.get("what") or context.params.get("name"))
    of_positions = asked in (("recode", "sheet"), ("draft", "new"))
    if source is None or source.name != "DEFAULT" or not file or of_positions:
        return value
    return formats.by_name(file, getattr(parameter.type, "choices", ())) or value


def _format_option() -> Any:
    how = "The format of the answer; where none is given, that of the file's name."
    return _option("format", "-f", shown=True, callback=_format, help=how)


AnyFormat = Annotated[formats.AnyFormat, _format_option()]
ChartFormat = Annotated[formats.ChartFormat, _format_option()]
BriefFormat = Annotated[formats.BriefFormat, _format_option()]
ReportFormat = Annotated[formats.ReportFormat, _format_option()]
FindingsFormat = Annotated[formats.FindingsFormat, _format_option()]
ListFormat = Annotated[formats.ListFormat, _format_option()]
PageFormat = Annotated[formats.PageFormat, _format_option()]
