"""posdiff compare"""

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """Compare the positions of two or more parties, issue by issue.

Examples:

  posdiff compare russia ukraine

  posdiff compare russia ukraine europe --at "June 14, 2024" --only contradiction

  posdiff compare russia@2024-06-14 russia --quotes --sources
"""


def compare(
    parties: o.Parties, at: o.At = None, issue: o.Issues = None, topic: o.Topics = None, only: o.Only = None,
    with_reported: o.WithReported = False, all_: o.All = False, quotes: o.Quotes = False, sources: o.Sources = False,
    format_: o.AnyFormat = "text", report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False,
    output: o.Output = None, force: o.Force = False, fail_on: o.FailOn = None, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """Compare the positions of two or more parties."""
    from datetime import date
    from functools import cache

    from posdiff.cli import opening, selectors, sides
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import relations
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    today = date.today()
    words = (*relations.RELATIONS, "deadlock")
    shown, failing = (
        selectors.words(only or (), words, "--only"),
        selectors.words(fail_on or (), (*words, "never"), "--fail-on"),
    )
    if len(parties) < 2:
        raise Failure("compare needs two parties at least", hint="posdiff compare russia ukraine", code=USAGE)
    as_of = opening.day(at, today)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held, names = sides.sides(parties, reader, as_of, today)
    result = relations.compare(agenda, held)
    selected = selection.comparisons(result, chosen, shown, all_)

    @cache
    def across() -> "selection.Selected[relations.Comparison]":
        """What readers are shown besides: JSON and CSV hold issues, and leave this to ``conflicts``."""
        return selection.crossing(agenda, selected, held, chosen, shown, reader.asked)

    def page() -> "Page":
        from posdiff.reports.terminal import comparison
        from posdiff.reports.terminal.proof import Shown

        return comparison.page(result, agenda, as_of, names, across(), Shown(quotes, sources), sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.compare(result, agenda, as_of, selected)

    def paper() -> "Paper":
        from posdiff.reports.paper import comparison

        return comparison.paper(result, agenda, as_of, names, across())

    def csv() -> str:
        from posdiff.reports import csv

        return csv.compare(selected, agenda, names)

    sink.write(page, json, paper, csv)
    found = {one.relation for one in selected.scope} | ({"deadlock"} if selected.rings else set())
    return reader.code() or int(bool(failing & found))
