"""posdiff issues, posdiff parties, posdiff drafts"""

from posdiff.cli import options as o

ISSUES_HELP = """List the issues of the agenda, and who has spoken on each.

Examples:

  posdiff issues

  posdiff issues --topic territory --format json
"""
PARTIES_HELP = """List the parties of the agenda, with their aliases.

Examples:

  posdiff parties
"""
DRAFTS_HELP = """List the drafts: their days, who proposed them, the versions they follow, what is open in them.

Examples:

  posdiff drafts

  posdiff drafts --format html --output drafts.html
"""


def issues(
    *, scope: o.Scope, writing: o.Writing, files: o.Files, at: o.At = None, full: o.Full = False,
    format: o.ListFormat = "text",
) -> int:  # fmt: skip
    """List the issues of the agenda, and who has spoken on each."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output

    output = Output(format, writing, full=full or bool(scope.issue))
    return output.write(opening.positions(files).issues(at=at, **scope.words()))


def parties(*, writing: o.Writing, files: o.Files, format: o.ListFormat = "text") -> int:
    """List the parties of the agenda, with their aliases."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output

    output = Output(format, writing)
    return output.write(opening.positions(files).parties())


def drafts(
    *, sending: o.Sending, writing: o.Writing, files: o.Files, at: o.At = None, format: o.AnyFormat = "text"
) -> int:
    """List the drafts: their days, who proposed them, the versions they follow, what is open in them."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY)
    return output.write(opening.positions(files).drafts(at=at))
