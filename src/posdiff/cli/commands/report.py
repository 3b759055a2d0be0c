"""posdiff report"""

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """The full report on two or more parties, to send on: Markdown, or HTML and other formats, all in one run.

Examples:

  posdiff report russia ukraine --since "June 14, 2024" --output report.md

  posdiff report russia ukraine europe --format html --output report.html

  posdiff report russia ukraine --report html=report.html --report csv=report.csv --output report.md
"""


def report(
    parties: o.Parties, since: o.Since = None, at: o.At = None, issue: o.Issues = None, topic: o.Topics = None,
    only: o.Only = None, with_reported: o.WithReported = False, all_: o.All = False,
    format_: o.AnyFormat = "markdown", report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False,
    output: o.Output = None, force: o.Force = False, fail_on: o.FailOn = None, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """The full report on two or more parties, to send on."""
    from datetime import date
    from functools import cache

    from posdiff.cli import opening, selectors, sides
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import changes as moving
    from posdiff.comparison import relations
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    today = date.today()
    words = (*relations.RELATIONS, "deadlock")
    shown = selectors.words(only or (), words, "--only")
    failing = selectors.words(fail_on or (), (*words, "never"), "--fail-on")
    if len(parties) < 2:
        raise Failure("report needs two parties at least", hint="posdiff report russia ukraine", code=USAGE)
    as_of, first = opening.day(at, today), opening.day(since, today) if since else None
    if first is not None and first > as_of:
        hint = "exchange them" if at else "name a day that has come"
        raise Failure(f"--since {since} is later than --at {at or 'today'}", hint=hint, code=USAGE)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held = sides.sides(parties, reader, as_of, today)
    result = relations.compare(agenda, held.positions)
    selected = selection.comparisons(result, chosen, shown, all_)
    moved: tuple[moving.PartyChanges, ...] = ()
    changed: tuple[selection.Selected[moving.Change], ...] = ()
    if first is not None:
        moved = moving.changes(opened.dossier, held.parties, first, as_of, with_reported=with_reported)
        changed = tuple(selection.changes(one.changes, chosen, (), all_) for one in moved)

    @cache
    def across() -> "selection.Selected[relations.Comparison]":
        """What readers are shown besides: JSON and CSV hold issues, and leave this to ``conflicts``."""
        return selection.crossing(agenda, selected, held.positions, chosen, shown, reader.asked)

    def page() -> "Page":
        from posdiff.reports.terminal import changes, comparison
        from posdiff.reports.terminal.proof import Shown

        made = comparison.page(result, agenda, as_of, held.names, across(), Shown(True, True), sink.unicode)
        if first is not None:
            called = {party: agenda.parties[party].name for party in held.parties}
            made.space()
            made.rows += changes.page(
                moved, changed, agenda, first, as_of, called, Shown(True, True), False, None, sink.unicode
            ).rows
        return made

    def json() -> str:
        from posdiff.reports import json

        return json.report(result, agenda, as_of, selected, moved, changed, first)

    def paper() -> "Paper":
        from posdiff.reports.paper import report

        records = [moving.party_history(reader.record(party, as_of), agenda.issues) for party in held.parties]
        told = [one._replace(steps=tuple(step for step in one.steps if step.move.issue in chosen)) for one in records]
        return report.paper(result, agenda, as_of, held.names, across(), told, first, moved, changed, with_reported)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.compare(selected, agenda, held.names)

    sink.write(page, json, paper, csv)
    found = {one.relation for one in selected.scope} | ({"deadlock"} if selected.rings else set())
    return reader.code() or int(bool(failing & found))
