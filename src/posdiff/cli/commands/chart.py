"""posdiff chart"""

from posdiff.cli import options as o

HELP = """Draw a picture of the positions, as SVG or PNG.

KIND is one of these:

grid: issues by topic, a column for each party, coloured by relation, red lines outlined.

scale: numbers, days and ordered options: what each party accepts, on one axis.

timeline: who moved when, what was held, closer or farther; --since and --until name the period.

matrix: a figure for every pair, by --metric; the larger the square, the more issues the two share.

deadlocks: preconditions that block each other, all rings as one graph.

movement: since a day, on how many issues each party came closer to each other party, or moved away.

Examples:

  posdiff chart grid russia ukraine -o grid.svg

  posdiff chart grid --topic territory --at 2025-08-18 -f text

  posdiff chart grid russia ukraine -f png -o grid.png

  posdiff chart scale russia ukraine europe -o scale.svg

  posdiff chart timeline russia ukraine --since 2025-01-01 -o timeline.svg
"""


def chart(
    kind: o.ChartKind, parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, at: o.At = None, since: o.Since = None, until: o.Until = None, all: o.All = False,
    metric: o.Metric = "overlap", order: o.InOrder = "asked", format: o.ChartFormat = "svg",
) -> int:  # fmt: skip
    """Draw a picture of the positions."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.CHART)
    positions = opening.positions(files)
    answer = positions.chart(
        kind, *parties or (), at=at, since=since, until=until, all=all, metric=metric, order=order, **scope.words()
    )
    return output.write(answer)
