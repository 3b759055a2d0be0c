"""posdiff matrix"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """Every pair of parties at a glance, with the issues it is taken over and the red lines in the way.

Examples:

  posdiff matrix

  posdiff matrix russia ukraine united-states --metric distance

  posdiff matrix --at 2024-06-14 --topic territory --format csv
"""
Metric = Annotated[
    str,
    typer.Option(
        "--metric", envvar="POSDIFF_METRIC", metavar="overlap|agreement|distance",
        help="What to measure; docs/figures.md defines it.",
    ),
]  # fmt: skip


def matrix(
    parties: o.SomeParties = None, metric: Metric = "overlap", at: o.At = None, issue: o.Issues = None,
    topic: o.Topics = None, with_reported: o.WithReported = False, format_: o.AnyFormat = "text",
    report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False, output: o.Output = None,
    force: o.Force = False, color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False,
    positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """Every pair of parties at a glance."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import figures
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.findings.nearest import suggestion
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    measure = next((one for one in figures.METRICS if one == metric), None)
    if measure is None:
        raise Failure(f"--metric takes no `{metric}`", hint=suggestion(metric, figures.METRICS), code=USAGE)
    as_of = opening.day(at, date.today())
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    named = list(dict.fromkeys(selectors.party(agenda, text) for text in parties or agenda.parties))
    if len(named) < 2:
        raise Failure("matrix needs two parties at least", hint="posdiff matrix russia ukraine", code=USAGE)
    reader = opening.Reader(opened, with_reported)
    names = {party: agenda.parties[party].name for party in named}
    found = figures.pairs(agenda, {party: reader.position(party, as_of) for party in named}, measure, chosen)

    def page() -> "Page":
        from posdiff.reports.terminal import matrix

        return matrix.page(found, measure, agenda, names, as_of, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.matrix(found, measure, named, as_of)

    def paper() -> "Paper":
        from posdiff.reports.paper import matrix

        return matrix.paper(found, measure, agenda, names, as_of)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.matrix(found, measure, agenda)

    sink.write(page, json, paper, csv)
    return reader.code()
