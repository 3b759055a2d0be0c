"""posdiff show"""

from posdiff.cli import options as o

HELP = """Show the position of one party, with quotes, notes and sources.

Examples:

  posdiff show ukraine

  posdiff show russia nato-membership --at "14 June 2024"

  posdiff show russia@2024-06-14 --topic territory

  posdiff show ukraine nato-membership --evidence
"""


def show(
    party: o.Party, issues: o.SomeIssues = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, at: o.At = None, format: o.AnyFormat = "text", stale_after: o.StaleAfter = 2,
    evidence: o.Evidence = False,
) -> int:  # fmt: skip
    """Show the position of one party, with quotes and sources."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY)
    positions = opening.positions(files, stale_after)
    return output.write(positions.show(party, *issues or (), at=at, evidence=evidence, **scope.words()))
