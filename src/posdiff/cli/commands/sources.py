"""posdiff sources"""

from posdiff.cli import options as o

HELP = """List the sources of statements and drafts with what stands on each, the dead ends first.

A dead end has no address, passes on what others published, or has no copy, neither in an archive nor as a snapshot
that is here as it was read.

Examples:

  posdiff sources

  posdiff sources ukraine --topic security

  posdiff sources -f csv -o sources.csv
"""


def sources(
    parties: o.SomeParties = None, *, asking: o.Asking, sending: o.Sending, writing: o.Writing, files: o.Files,
    full: o.Full = False, format: o.AnyFormat = "text",
) -> int:  # fmt: skip
    """List the sources with what stands on each, the dead ends first."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY, full=full or bool(asking.issue))
    return output.write(opening.positions(files).sources(*parties or (), **asking.words()))
