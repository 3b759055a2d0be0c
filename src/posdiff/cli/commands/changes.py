"""posdiff changes"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """What changed in the positions of parties between two days.

Examples:

  posdiff changes russia --since "June 14, 2024"

  posdiff changes russia --since 2024-06-14 --until 2025-08-13 --quotes

  posdiff changes --since 2025-01-01 --against ukraine --only softened,hardened
"""
Against = Annotated[
    str | None,
    typer.Option(
        "--against", envvar="POSDIFF_AGAINST", metavar="PARTY", autocompletion=completion.parties, show_default=False,
        help="Say whether each change moved closer to this party's position.",
    ),
]  # fmt: skip
Fields = Annotated[
    bool,
    typer.Option("--fields", envvar="POSDIFF_FIELDS", help="Show field by field what differs inside a changed term."),
]


def changes(
    parties: o.SomeParties = None, since: o.Since = None, until: o.Until = None, against: Against = None,
    issue: o.Issues = None, topic: o.Topics = None, only: o.Only = None, with_reported: o.WithReported = False,
    all_: o.All = False, fields: Fields = False, quotes: o.Quotes = False, sources: o.Sources = False,
    format_: o.AnyFormat = "text", report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False,
    output: o.Output = None, force: o.Force = False, fail_on: o.FailOn = None, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """What changed in the positions of parties between two days."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import changes as comparing
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    today = date.today()
    shown = selectors.words(only or (), comparing.KINDS, "--only")
    failing = selectors.words(fail_on or (), (*comparing.KINDS, "never"), "--fail-on")
    if since is None:
        raise Failure("changes needs --since", hint='posdiff changes --since "June 14, 2024"', code=USAGE)
    first, last = opening.day(since, today), opening.day(until, today)
    if first > last:
        hint = "exchange them" if until else "name a day that has come"
        raise Failure(f"--since {since} is later than --until {until or 'today'}", hint=hint, code=USAGE)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    named = list(dict.fromkeys(selectors.party(agenda, text) for text in parties or agenda.parties))
    reader = opening.Reader(opened, with_reported)
    other = selectors.party(agenda, against) if against else None
    measured = reader.position(other, last) if other else None
    for party in named:
        reader.record(party, last)
    results = comparing.changes(opened.dossier, named, first, last, against=measured, with_reported=with_reported)
    selected = [selection.changes(result.changes, chosen, shown, all_) for result in results]

    names = {party: agenda.parties[party].name for party in named}

    def page() -> "Page":
        from posdiff.reports.terminal import changes
        from posdiff.reports.terminal.proof import Shown

        towards = agenda.parties[other].name if other else None
        return changes.page(
            results, selected, agenda, first, last, names, Shown(quotes, sources), fields, towards, sink.unicode
        )

    def json() -> str:
        from posdiff.reports import json

        return json.changes(results, selected, agenda, first, last)

    def paper() -> "Paper":
        from posdiff.reports.paper import changes

        towards = agenda.parties[other].name if other else None
        return changes.paper(results, selected, agenda, first, last, names, towards)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.changes(results, selected, agenda)

    sink.write(page, json, paper, csv)
    found = {change.kind for one in selected for change in one.scope}
    return reader.code() or int(bool(failing & found))
