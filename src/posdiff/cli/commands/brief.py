"""posdiff brief"""

from posdiff.cli import options as o

HELP = """Write two pages on two or more parties, to send on: what stands in the way, what moved, what a draft does.

Examples:

  posdiff brief russia ukraine

  posdiff brief russia ukraine --since 2025-08-01 --draft 20-points --format html --output brief.html
"""


def brief(
    parties: o.Parties, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, draft: o.OnTheTable = None, since: o.Since = None, against: o.Against = None,
    at: o.At = None, format: o.BriefFormat = "text", fail_on: o.FailOn = None, stale_after: o.StaleAfter = 2,
    suppose: o.Suppose = None,
) -> int:  # fmt: skip
    """Write two pages on two or more parties, to send on."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.BRIEF, quotes=True, sources=True)
    failing = opening.failing("brief", fail_on)
    positions = opening.positions(files, stale_after)
    answer = positions.brief(
        *parties,
        draft=draft,
        since=since,
        against=against or (),
        at=at,
        suppose=opening.supposed(suppose),
        **scope.words(),
    )
    return output.write(answer, failing)
