"""posdiff issues, posdiff parties"""

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.terminal.page import Page

ISSUES_HELP = """The issues of the agenda, and who has spoken on each.

Examples:

  posdiff issues

  posdiff issues --topic territory --format json
"""
PARTIES_HELP = """The parties of the agenda, with their aliases.

Examples:

  posdiff parties
"""


def issues(
    at: o.At = None, issue: o.Issues = None, topic: o.Topics = None, with_reported: o.WithReported = False,
    format_: o.Format = "text", output: o.Output = None, force: o.Force = False, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """The issues of the agenda, and who has spoken on each."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import Sink, Style
    from posdiff.reports import selection

    sink = Sink(format_, output, Style(color, width, quiet, force))
    as_of = opening.day(at, date.today())
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held = {party: reader.position(party, as_of).terms for party in agenda.parties}
    spoken = {id: [party for party in held if id in held[party]] for id in chosen}

    def page() -> "Page":
        from posdiff.reports.terminal import listings

        return listings.issues(opened.dossier, chosen, spoken, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.issues(opened.dossier, as_of, chosen, spoken)

    sink.write(page, json)
    return reader.code()


def parties(
    format_: o.Format = "text", output: o.Output = None, force: o.Force = False, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
    rev: o.Rev = None, recorded: o.Recorded = None,
) -> int:  # fmt: skip
    """The parties of the agenda, with their aliases."""
    from posdiff.cli import opening
    from posdiff.cli.output import Sink, Style

    sink = Sink(format_, output, Style(color, width, quiet, force))
    opened = opening.usable(positions, rev, recorded)
    sink.recorded = opened.recorded

    def page() -> "Page":
        from posdiff.reports.terminal import listings

        return listings.parties(opened.dossier, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.parties(opened.dossier)

    sink.write(page, json)
    return opening.Reader(opened, False).code()
