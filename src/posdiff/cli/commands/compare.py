"""posdiff compare"""

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
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
    format_: o.Format = "text", output: o.Output = None, force: o.Force = False, fail_on: o.FailOn = None,
    color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
) -> int:  # fmt: skip
    """Compare the positions of two or more parties."""
    from datetime import date

    from posdiff.cli import opening, selectors
    from posdiff.cli.output import Sink
    from posdiff.comparison import relations
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import selection

    sink = Sink(format_, output, force, color, width, quiet)
    today = date.today()
    words = (*relations.RELATIONS, "deadlock")
    shown, failing = (
        selectors.words(only or (), words, "--only"),
        selectors.words(fail_on or (), (*words, "never"), "--fail-on"),
    )
    if len(parties) < 2:
        raise Failure("compare needs two parties at least", hint="posdiff compare russia ukraine", code=USAGE)
    as_of = opening.day(at, today)
    opened = opening.usable(positions)
    agenda = opened.dossier.agenda
    chosen = selection.issues(agenda, selectors.issues(agenda, issue or ()), selectors.topics(agenda, topic or ()))
    reader = opening.Reader(opened, with_reported)
    held = {}
    names = {}
    for text in parties:
        asked = selectors.asked(agenda, text, today)
        # A party may be compared with itself: each of the two is a name of its own.
        label = asked.label
        while label in held:
            label += "#"
        held[label] = reader.position(asked.party, as_of if asked.day is None else asked.day)
        names[label] = agenda.parties[asked.party].name + (f" ({asked.label.partition('@')[2]})" if asked.day else "")
    result = relations.compare(agenda, held)
    selected = selection.comparisons(result, chosen, shown, all_)

    def page() -> "Page":
        from posdiff.reports.terminal import comparison
        from posdiff.reports.terminal.proof import Shown

        return comparison.page(result, agenda, as_of, names, selected, Shown(quotes, sources), sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.compare(result, agenda, as_of, selected)

    sink.write(page, json)
    found = {one.relation for one in selected.scope} | ({"deadlock"} if selected.rings else set())
    return reader.code() or int(bool(failing & found))
