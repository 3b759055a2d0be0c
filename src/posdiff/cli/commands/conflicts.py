"""posdiff conflicts"""

from posdiff.cli import options as o

HELP = """Find the terms that cannot hold together over all issues, why they cannot, and what would have to go.

Examples:

  posdiff conflicts russia ukraine

  posdiff conflicts russia ukraine --at 2025-08-13 --quotes --sources

  posdiff conflicts russia ukraine --draft us-28 --fail-on red-line
"""


def conflicts(
    parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, at: o.At = None, draft: o.WithinDraft = None, all: o.All = False,
    quotes: o.Quotes = False, sources: o.Sources = False, full: o.Full = False,
    format: o.AnyFormat = "text", fail_on: o.FailOn = None, stale_after: o.StaleAfter = 2,
    suppose: o.Suppose = None,
) -> int:  # fmt: skip
    """Find the terms that cannot hold together, and what would have to go."""
    from posdiff.cli import opening
    from posdiff.cli.output import UNDECIDED, Output, say
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, quotes, sources, full or bool(scope.issue))
    failing = opening.failing("conflicts", fail_on)
    positions = opening.positions(files, stale_after)
    answer = positions.conflicts(
        *parties or (), draft=draft, at=at, all=all, suppose=opening.supposed(suppose), **scope.words()
    )
    if "undecided" in answer.reached and not writing.quiet:
        say(UNDECIDED)
    return output.write(answer, failing)
