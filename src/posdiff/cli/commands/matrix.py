"""posdiff matrix"""

from posdiff.cli import options as o

HELP = """Show one figure for every pair of parties, with the number of issues behind it and the red lines in the way.

Examples:

  posdiff matrix

  posdiff matrix russia ukraine united-states --metric distance

  posdiff matrix --at 2024-06-14 --topic territory --format csv
"""


def matrix(
    parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files,
    metric: o.Metric = "overlap", at: o.At = None, full: o.Full = False, format: o.AnyFormat = "text",
    suppose: o.Suppose = None,
) -> int:  # fmt: skip
    """Show one figure for every pair of parties."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, full=full)
    return output.write(
        opening.positions(files).matrix(
            *parties or (), metric=metric, at=at, suppose=opening.supposed(suppose), **scope.words()
        )
    )
