"""The one set of options: every command takes its own from here, so that each means the same everywhere."""

from typing import Annotated

import typer

from posdiff.cli import completion

Parties = Annotated[
    list[str],
    typer.Argument(
        metavar="PARTY…", autocompletion=completion.parties, show_default=False,
        help="Two or more parties: id, alias or beginning; PARTY@DATE fixes that party's day.",
    ),
]  # fmt: skip
SomeParties = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PARTY…]", autocompletion=completion.parties, show_default=False,
        help="Parties: id, alias or beginning. All of them when none is named.",
    ),
]  # fmt: skip
Positions = Annotated[
    str | None,
    typer.Option(
        "--positions", envvar="POSDIFF_POSITIONS", metavar="DIR", show_default=False,
        help="The folder of positions. Without it: positions/ here or in the nearest parent.",
    ),
]  # fmt: skip
Rev = Annotated[
    str | None,
    typer.Option(
        "--rev", envvar="POSDIFF_REV", metavar="REV", show_default=False,
        help="The files as git has them at this revision, in place of those on the disk.",
    ),
]  # fmt: skip
Recorded = Annotated[
    str | None,
    typer.Option(
        "--recorded", envvar="POSDIFF_RECORDED", metavar="DATE", show_default=False,
        help="As recorded in git by the end of this day: the branch's last commit then.",
    ),
]  # fmt: skip
At = Annotated[
    str | None,
    typer.Option("--at", envvar="POSDIFF_AT", metavar="DATE", help="As of the end of this day. Without it: today."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", envvar="POSDIFF_SINCE", metavar="DATE", help="From the end of this day.", show_default=False
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", envvar="POSDIFF_UNTIL", metavar="DATE", help="To the end of this day. Without it: today."),
]
Issues = Annotated[
    list[str] | None,
    typer.Option(
        "--issue", envvar="POSDIFF_ISSUE", metavar="ISSUE", autocompletion=completion.issues,
        help="Only this issue (repeatable).", show_default=False,
    ),
]  # fmt: skip
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic", envvar="POSDIFF_TOPIC", metavar="TOPIC", autocompletion=completion.topics,
        help="Only the issues of this topic (repeatable).", show_default=False,
    ),
]  # fmt: skip
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only", envvar="POSDIFF_ONLY", metavar="WORD", show_default=False,
        help="Show only these relations, or kinds of change (repeatable).",
    ),
]  # fmt: skip
WithReported = Annotated[
    bool,
    typer.Option(
        "--with-reported", envvar="POSDIFF_WITH_REPORTED",
        help="Count what is only reported (unnamed sources, somebody else's account) as well.",
    ),
]  # fmt: skip
All = Annotated[
    bool, typer.Option("--all", envvar="POSDIFF_ALL", help="Also what is silent, or unchanged and not stated again.")
]
Quotes = Annotated[bool, typer.Option("--quotes", envvar="POSDIFF_QUOTES", help="Show quotes.")]
Sources = Annotated[bool, typer.Option("--sources", envvar="POSDIFF_SOURCES", help="Show sources and places in files.")]
Format = Annotated[
    str, typer.Option("-f", "--format", envvar="POSDIFF_FORMAT", metavar="text|json", help="How to write the answer.")
]
AnyFormat = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        envvar="POSDIFF_FORMAT",
        metavar="text|markdown|html|csv|json",
        help="How to write the answer.",
    ),
]
FindingFormat = Annotated[
    str,
    typer.Option(
        "-f", "--format", envvar="POSDIFF_FORMAT", metavar="text|markdown|html|csv|json|github|gitlab|sarif|junit",
        help="How to write the answer.",
    ),
]  # fmt: skip
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report", envvar="POSDIFF_REPORT", metavar="FORMAT=FILE", show_default=False,
        help="Write the answer to a file in this format as well (repeatable); - is stdout.",
    ),
]  # fmt: skip
Bom = Annotated[
    bool,
    typer.Option("--bom", envvar="POSDIFF_BOM", help="Begin CSV with a byte order mark, as some spreadsheets need."),
]
Stamp = Annotated[
    bool, typer.Option("--stamp", envvar="POSDIFF_STAMP", help="Say in Markdown and HTML when the report was made.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "-o", "--output", envvar="POSDIFF_OUTPUT", metavar="FILE", help="Write to this file, whole or not at all."
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", envvar="POSDIFF_FORCE", help="Let --output replace a file that posdiff did not write."),
]
Level = Annotated[
    str,
    typer.Option(
        "--fail-on", envvar="POSDIFF_FAIL_ON", metavar="error|warning|info|never", help="The least severity that fails."
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on", envvar="POSDIFF_FAIL_ON", metavar="WORD", show_default=False,
        help="End with 1 where there is one of these (repeatable).",
    ),
]  # fmt: skip
Color = Annotated[
    str,
    typer.Option(
        "--color", envvar="POSDIFF_COLOR", metavar="auto|always|never", help="Colour, also by NO_COLOR and FORCE_COLOR."
    ),
]
Width = Annotated[
    int | None,
    typer.Option("--width", envvar="POSDIFF_WIDTH", min=40, max=500, metavar="COLUMNS", help="Wrap to this width."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", envvar="POSDIFF_QUIET", help="Say nothing on stderr but errors.")]
