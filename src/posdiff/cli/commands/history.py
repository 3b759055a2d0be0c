"""posdiff history"""

from posdiff.cli import options as o

HELP = """Show how positions came about, statement by statement.

Examples:

  posdiff history russia

  posdiff history russia ukraine --issue nato-membership

  posdiff history --since 2025-01-01 --topic territory
"""


def history(
    parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files,
    since: o.Since = None, until: o.Until = None, only: o.Only = None, full: o.Full = False,
    format: o.AnyFormat = "text",
) -> int:  # fmt: skip
    """Show how positions came about, statement by statement."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, full=full or bool(scope.issue))
    positions = opening.positions(files)
    answer = positions.history(
        *parties or (), since=since, until=until, only=only or (), pictures=output.has("html"), **scope.words()
    )
    return output.write(answer)
