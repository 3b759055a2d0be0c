"""posdiff conflicts"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """What positions cannot hold together, over all issues at once, why not, and what would have to go.

Examples:

  posdiff conflicts russia ukraine

  posdiff conflicts russia ukraine --at 2025-08-13 --quotes --sources

  posdiff conflicts russia ukraine --draft us-28 --fail-on red-line
"""
DraftName = Annotated[
    str | None,
    typer.Option(
        "--draft", envvar="POSDIFF_DRAFT", metavar="NAME", autocompletion=completion.drafts, show_default=False,
        help="Only in the settlements that lie within this draft.",
    ),
]  # fmt: skip


def conflicts(
    parties: o.SomeParties = None, at: o.At = None, rev: o.Rev = None, recorded: o.Recorded = None,
    draft: DraftName = None, issue: o.Issues = None, topic: o.Topics = None, with_reported: o.WithReported = False,
    all_: o.All = False, quotes: o.Quotes = False, sources: o.Sources = False, format_: o.AnyFormat = "text",
    report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False, output: o.Output = None,
    force: o.Force = False, fail_on: o.FailOn = None, color: o.Color = "auto", width: o.Width = None,
    quiet: o.Quiet = False, positions: o.Positions = None,
) -> int:  # fmt: skip
    """What positions cannot hold together, and what would have to go."""
    from datetime import date

    from posdiff.cli import opening, selectors, sides
    from posdiff.cli.output import ALL_FORMATS, Sink, Style, say
    from posdiff.comparison.conflicts import GATES
    from posdiff.comparison.conflicts.analysis import analyse_conflicts
    from posdiff.findings.failure import Failure
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    failing = selectors.words(fail_on or (), (*GATES, "never"), "--fail-on")
    today = date.today()
    as_of = opening.day(at, today)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    if not agenda.parties:
        raise Failure("the agenda names no party", hint="add one under `parties:`")
    bound = selectors.draft(opened.dossier.drafts, draft) if draft else None
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held, names = sides.sides(parties or agenda.parties, reader, as_of, today)
    found = analyse_conflicts(agenda, held, bound)
    selected = selection.conflicts(found, chosen)

    def page() -> "Page":
        from posdiff.reports.terminal import conflicts
        from posdiff.reports.terminal.proof import Shown

        return conflicts.page(found, agenda, as_of, names, selected, Shown(quotes, sources), all_, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.conflicts(found, agenda, as_of, names, selected)

    def paper() -> "Paper":
        from posdiff.reports.paper import conflicts

        return conflicts.paper(found, agenda, as_of, names, selected, all_)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.conflicts(found, selected, agenda, names)

    sink.write(page, json, paper, csv)
    verdicts = {"cannot-hold": found.verdicts["all"], "firm": found.verdicts["firm"],
                "red-line": found.verdicts["red_line"]}  # fmt: skip
    reached = {word for word, verdict in verdicts.items() if verdict == "cannot-hold"}
    reached |= {"alone"} if "cannot-hold" in found.alone.values() else set()
    reached |= {"can-hold"} if found.verdicts["all"] == "can-hold" else set()
    if "undecided" in (*found.verdicts.values(), *found.alone.values()):
        reached.add("undecided")
        if not quiet:
            say("undecided: the budget of questions was spent before the answer was found")
    return reader.code() or int(bool(failing & reached))
