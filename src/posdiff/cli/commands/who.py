"""posdiff who"""

from posdiff.cli import options as o

HELP = """Show who accepts what on an issue: every party, in its own name or through a bloc, since when, in which words.

--accepts and --refuses show only who accepts an outcome, or refuses it: each outcome that it names meets what a party
holds, or none does. Those who do neither are counted.

Examples:

  posdiff who nato-membership

  posdiff who nato-membership --refuses member

  posdiff who forces-ceiling --accepts '{min: 250000}' --at 2025-12-31 --format csv

  posdiff who nato-membership russia europe
"""


def who(
    issue: o.OneIssue, parties: o.SomeParties = None, *, sending: o.Sending, writing: o.Writing, files: o.Files,
    accepts: o.AcceptsOutcome = None, refuses: o.RefusesOutcome = None, at: o.At = None,
    with_reported: o.WithReported = False, format: o.AnyFormat = "text", stale_after: o.StaleAfter = 2,
) -> int:  # fmt: skip
    """Show who accepts what on an issue."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY)
    positions = opening.positions(files, stale_after)
    return output.write(
        positions.who(issue, *parties or (), accepts=accepts, refuses=refuses, at=at, with_reported=with_reported)
    )
