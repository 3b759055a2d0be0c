"""posdiff issues, posdiff parties"""

from posdiff.cli import options as o

ISSUES_HELP = """List the issues of the agenda, and who has spoken on each.

Examples:

  posdiff issues

  posdiff issues --topic territory --format json
"""
PARTIES_HELP = """List the parties of the agenda, with their aliases.

Examples:

  posdiff parties

  posdiff parties --at 2024-06-30
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


def parties(*, writing: o.Writing, files: o.Files, at: o.At = None, format: o.ListFormat = "text") -> int:
    """List the parties of the agenda, with their aliases."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output

    output = Output(format, writing)
    return output.write(opening.positions(files).parties(at=at))
