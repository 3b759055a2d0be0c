"""posdiff changes"""

from posdiff.cli import options as o

HELP = """Show what changed in the positions of parties between two days.

Examples:

  posdiff changes russia --since "June 14, 2024"

  posdiff changes russia --since 2024-06-14 --until 2025-08-13 --quotes

  posdiff changes --since 2025-01-01 --against ukraine --only softened,hardened

  posdiff changes russia --since 2025-01-01 --against all
"""


def changes(
    parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files,
    since: o.Since = None, until: o.Until = None, against: o.Against = None, only: o.Only = None, all: o.All = False,
    quotes: o.Quotes = False, sources: o.Sources = False, fields: o.Fields = False, full: o.Full = False,
    format: o.AnyFormat = "text", fail_on: o.FailOn = None, stale_after: o.StaleAfter = 2,
) -> int:  # fmt: skip
    """Show what changed in each party's position between two days."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, quotes, sources, full or fields or bool(scope.issue))
    failing = opening.failing("changes", fail_on)
    if since is None:
        raise Failure("changes needs --since", hint='posdiff changes --since "June 14, 2024"', code=USAGE)
    positions = opening.positions(files, stale_after)
    answer = positions.changes(
        *parties or (), since=since, until=until, against=against or (), only=only or (), all=all, fields=fields,
        pictures=output.has("html"), **scope.words(),
    )  # fmt: skip
    return output.write(answer, failing)
