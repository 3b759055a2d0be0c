"""posdiff drafts"""

from posdiff.cli import options as o

HELP = """List the drafts, or show what becomes of each in the next and what that does to the parties.

Of one draft, the versions that it follows come before it.

Examples:

  posdiff drafts

  posdiff drafts us-28 e3 20-points --for ukraine

  posdiff drafts us-28 e3 --columns 4 --for ukraine --format docx --output paper.docx

  posdiff drafts 20-points --issue nato-membership --format html --output drafts.html
"""


def drafts(
    names: o.SomeDrafts = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing, files: o.Files,
    for_: o.ForParties = None, columns: o.FourColumns = None, at: o.At = None, full: o.Full = False,
    format: o.ReportFormat = "text", stale_after: o.StaleAfter = 2,
    suppose: o.Suppose = None,
) -> int:  # fmt: skip
    """List the drafts, or show what becomes of each in the next and what that does to the parties."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.REPORT, full=full or bool(scope.issue))
    if columns is not None:
        output.only_read("--columns", "posdiff drafts A B --format json has what the two drafts say, and what they do")
    positions = opening.positions(files, stale_after)
    asked = positions.drafts(
        *names or (), parties=for_ or (), at=at, columns=columns, suppose=opening.supposed(suppose), **scope.words()
    )
    return output.write(asked)
