"""posdiff text"""

from posdiff.cli import options as o

HELP = """Print a draft as a document: its clauses with their brackets, and beside each what it does to the parties.

Examples:

  posdiff text 28-points

  posdiff text us-28 --for ukraine --issue nato-membership

  posdiff text 20-points ukraine --suppose 'ukraine: nato-membership=deferred'

  posdiff text us-28 russia ukraine --at 2025-12-31 --format html --output draft.html
"""


def text(
    name: o.DraftName, parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, for_: o.ForParties = None, at: o.At = None, format: o.BriefFormat = "text",
    stale_after: o.StaleAfter = 2, suppose: o.Suppose = None,
) -> int:  # fmt: skip
    """Print a draft as a document, and beside each clause what it does to the parties."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.BRIEF)
    positions = opening.positions(files, stale_after)
    return output.write(
        positions.text(name, *opening.parties(parties, for_), at=at, suppose=opening.supposed(suppose), **scope.words())
    )
