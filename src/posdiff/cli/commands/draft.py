"""posdiff draft"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """A draft agreement against the positions of parties, clause by clause.

Examples:

  posdiff draft 2025-11-20-us-28-points

  posdiff draft us-28 russia ukraine --at 2025-12-31 --only broken --fail-on red-line
"""
Name = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT", autocompletion=completion.drafts, show_default=False,
        help="A draft: its id, the id without the date, or a beginning of either.",
    ),
]  # fmt: skip


def draft(
    name: Name, parties: o.SomeParties = None, at: o.At = None, issue: o.Issues = None, topic: o.Topics = None,
    only: o.Only = None, with_reported: o.WithReported = False, quotes: o.Quotes = False, sources: o.Sources = False,
    format_: o.AnyFormat = "text", report: o.Reports = None, bom: o.Bom = False, stamp: o.Stamp = False,
    output: o.Output = None, force: o.Force = False, fail_on: o.FailOn = None, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """A draft agreement against the positions of parties."""
    from datetime import date

    from posdiff.cli import opening, selectors, sides
    from posdiff.cli.output import ALL_FORMATS, Sink, Style
    from posdiff.comparison import drafts
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force, bom, stamp), report, ALL_FORMATS)
    shown = selectors.words(only or (), drafts.RESULTS, "--only")
    failing = selectors.words(fail_on or (), (*drafts.GATES, *drafts.RESULTS, "never"), "--fail-on")
    today = date.today()
    as_of = opening.day(at, today)
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    one = selectors.draft(opened.dossier.drafts, name)
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held, names = sides.sides(parties or agenda.parties, reader, as_of, today)
    answers = drafts.against(agenda, one, held)
    selected = selection.judged(answers, chosen, shown)

    def page() -> "Page":
        from posdiff.reports.terminal import draft
        from posdiff.reports.terminal.proof import Shown

        return draft.page(one, answers, agenda, as_of, names, selected, Shown(quotes, sources), sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.draft(one, answers, agenda, as_of, selected)

    def paper() -> "Paper":
        from posdiff.reports.paper import draft

        return draft.paper(one, answers, agenda, as_of, names, selected)

    def csv() -> str:
        from posdiff.reports import csv

        return csv.draft(one, answers, agenda, names, selected)

    sink.write(page, json, paper, csv)
    found: set[str] = {judged.result for judged in selected.scope}
    if any(judged.result == "broken" and judged.held.term.firmness == "red-line" for judged in selected.scope):
        found.add("red-line")
    if any(answer.completable is False and answer.verdict == "left-open" for answer in answers):
        found.add("cannot-be-completed")
    return reader.code() or int(bool(failing & found))
