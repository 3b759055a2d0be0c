"""posdiff compare"""

from posdiff.cli import options as o

HELP = """Compare the positions of two or more parties, issue by issue.

Examples:

  posdiff compare russia ukraine

  posdiff compare russia ukraine europe --at "June 14, 2024" --only contradiction

  posdiff compare russia@2024-06-14 russia --quotes --sources

  posdiff compare all --by group
"""


def compare(
    parties: o.Parties, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files, at: o.At = None,
    only: o.Only = None, all: o.All = False, quotes: o.Quotes = False, sources: o.Sources = False,
    full: o.Full = False, format: o.AnyFormat = "text", fail_on: o.FailOn = None, stale_after: o.StaleAfter = 2,
    suppose: o.Suppose = None, by: o.ByGroup = None,
) -> int:  # fmt: skip
    """Compare the positions of two or more parties."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, quotes, sources, full or bool(scope.issue))
    if by is not None and not output.has("json"):
        output.only_read("--by", "posdiff compare --by group --format json has the groups")
    failing = opening.failing("compare", fail_on)
    positions = opening.positions(files, stale_after)
    answer = positions.compare(
        *parties, at=at, only=only or (), all=all, suppose=opening.supposed(suppose), by=by, **scope.words(),
        conflicts=output.has(*formats.READ) or "conflict" in failing,
    )  # fmt: skip
    output.say_what_is_lacking(answer.filter.only)
    return output.write(answer, failing)
