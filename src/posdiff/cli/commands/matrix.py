"""posdiff matrix"""

from posdiff.cli import options as o
from posdiff.findings.failure import USAGE, Failure

HELP = """Show one figure for every pair of parties, with the number of issues behind it and the contested issues
with a red line.

Examples:

  posdiff matrix

  posdiff matrix russia ukraine united-states --metric distance

  posdiff matrix --at 2024-06-14 --topic territory --format csv

  posdiff matrix --order likeness

  posdiff matrix --blocs
"""


def matrix(
    parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files,
    metric: o.Metric = "overlap", at: o.At = None, full: o.Full = False, format: o.AnyFormat = "text",
    suppose: o.Suppose = None, blocs: o.OfBlocs = False, order: o.InOrder = "asked",
) -> int:  # fmt: skip
    """Show one figure for every pair of parties."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, full=full)
    if blocs:
        if suppose or metric != "overlap":
            raise Failure("--blocs takes neither --suppose nor --metric", hint="leave them out", code=USAGE)
        return output.write(opening.positions(files).cohesion(*parties or (), at=at, **scope.words()))
    return output.write(
        opening.positions(files).matrix(
            *parties or (), metric=metric, at=at, suppose=opening.supposed(suppose), order=order, **scope.words()
        )
    )
