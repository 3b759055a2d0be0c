"""posdiff show"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """The position of one party, with quotes, notes and sources.

Examples:

  posdiff show ukraine

  posdiff show russia nato-membership --at "14 June 2024"

  posdiff show russia@2024-06-14 --topic territory
"""
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


def show(
    party: Party, issues: SomeIssues = None, at: o.At = None, issue: o.Issues = None, topic: o.Topics = None,
    with_reported: o.WithReported = False, format_: o.AnyFormat = "text", report: o.Reports = None,
    bom: o.Bom = False, stamp: o.Stamp = False, output: o.Output = None, force: o.Force = False,
    color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """The position of one party, with quotes, notes and sources."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    today = date.today()
    as_of = opening.day(at, today)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    asked = selectors.asked(agenda, party, today)
    wanted = selectors.issues(agenda, (*(issues or ()), *(issue or ())))
    chosen = selection.issues(agenda, wanted, selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    position = reader.position(asked.party, as_of if asked.day is None else asked.day)

    def page() -> "Page":
        from posdiff.reports.terminal import position as pages

        return pages.show(position, agenda, agenda.parties[asked.party].name, chosen, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.show(position, agenda, chosen)

    def paper() -> "Paper":
        from posdiff.reports.paper import position as papers

        return papers.show(position, agenda, agenda.parties[asked.party].name, chosen)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.show(position, agenda, agenda.parties[asked.party].name, chosen)

    sink.write(page, json, paper, csv)
    return reader.code()
