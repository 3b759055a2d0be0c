"""posdiff check"""

from posdiff.cli import options as o

HELP = """Check the files, and with --against an edit to them: every finding, and the effect of the edit on positions.

Examples:

  posdiff check

  posdiff check --against origin/main

  posdiff check --staged

  posdiff check --against origin/main --format markdown --report json=check.json
"""


def check(
    *, writing: o.Writing, sending: o.FindingsSending, folder: o.Folder, against: o.Revision = None,
    staged: o.Staged = False, at: o.At = None, fail_on: o.Level = "error", format: o.FindingsFormat = "text",
) -> int:  # fmt: skip
    """Check the files and an edit to them: every finding, and the effect of the edit on positions."""
    from posdiff.answers.validate import check
    from posdiff.cli import opening, settings
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.FINDINGS)
    around = opening.surroundings()
    day = opening.day(at, around)
    return output.write(
        check(
            around, folder.positions, against, staged, day, fail_on, settings.rules(around.here),
            effect=output.has(*formats.READ, "json"),
        ),
        ["findings"],
    )  # fmt: skip
