"""posdiff report"""

from posdiff.cli import options as o

HELP = """Write the full report on two or more parties, to send on: Markdown, HTML and other formats in one run.

Examples:

  posdiff report russia ukraine --since "June 14, 2024" --output report.md

  posdiff report russia ukraine europe --format html --output report.html

  posdiff report russia ukraine --report html=report.html --report csv=report.csv --output report.md
"""


def report(
    parties: o.Parties, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, draft: o.OnTheTable = None, since: o.Since = None, against: o.Against = None,
    at: o.At = None, conflicts: o.WithConflicts = False, only: o.Only = None, all: o.All = False,
    format: o.ReportFormat = "markdown", fail_on: o.FailOn = None, stale_after: o.StaleAfter = 2,
) -> int:  # fmt: skip
    """Write the full report on two or more parties, to send on."""
    from posdiff.cli import opening
    from posdiff.cli.output import UNDECIDED, Output, say
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.REPORT, quotes=True, sources=True)
    failing = opening.failing("report", fail_on)
    positions = opening.positions(files, stale_after)
    answer = positions.report(
        *parties, draft=draft, since=since, against=against or (), at=at, only=only or (), all=all, **scope.words(),
        conflicts=output.has(*formats.READ) or "conflict" in failing, history=output.has(*formats.READ),
        with_conflicts=conflicts, pictures=output.has("html"),
    )  # fmt: skip
    if answer.conflicts is not None and "undecided" in answer.conflicts.reached and not writing.quiet:
        say(UNDECIDED)
    output.say_what_is_lacking(answer.compare.filter.only)
    return output.write(answer, failing)
