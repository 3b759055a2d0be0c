"""posdiff history"""

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """How positions came about, statement by statement.

Examples:

  posdiff history russia

  posdiff history russia ukraine --issue nato-membership

  posdiff history --since 2025-01-01 --topic territory
"""


def history(
    parties: o.SomeParties = None, since: o.Since = None, until: o.Until = None, issue: o.Issues = None,
    topic: o.Topics = None, only: o.Only = None, with_reported: o.WithReported = False, format_: o.AnyFormat = "text",
    report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False, output: o.Output = None,
    force: o.Force = False, color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False,
    positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """How positions came about, statement by statement."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import changes as comparing
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    today = date.today()
    shown = selectors.words(only or (), comparing.KINDS, "--only")
    first = opening.day(since, today) if since else 0
    last = opening.day(until, today)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    named = list(dict.fromkeys(selectors.party(agenda, text) for text in parties or agenda.parties))
    reader = opening.Reader(opened, with_reported)
    told = [comparing.party_history(reader.record(party, last), agenda.issues) for party in named]
    left_out = {
        party: sum(one.standing == "reported" and one.day <= last for one in opened.dossier.of(party))
        for party in named
    }
    rows = [
        one._replace(
            steps=tuple(
                step
                for step in one.steps
                if step.move.day > first and step.move.issue in chosen and (not shown or step.kind in shown)
            )
        )
        for one in told
    ]

    names = {party: agenda.parties[party].name for party in named}

    def page() -> "Page":
        from posdiff.reports.terminal import position as pages

        return pages.history(rows, agenda, names, {} if with_reported else left_out, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.history(rows, agenda)

    def paper() -> "Paper":
        from posdiff.reports.paper import position as papers

        return papers.history(rows, agenda, names, {} if with_reported else left_out)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.history(rows, agenda, names)

    sink.write(page, json, paper, csv)
    return reader.code()
