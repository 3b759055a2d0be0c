"""posdiff check"""

from posdiff.cli import options as o

HELP = """Is this edit right: every finding on the files, and with --against on the edit, and what the edit means.

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
    """Is this edit right: every finding on the files and on the edit, and what the edit means."""
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
