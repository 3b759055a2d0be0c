"""posdiff validate"""

from typing import Annotated

import typer

from posdiff.cli import options as o

HELP = """Check whether the files can be read and fit together: every finding, with its place and what to do.

What the files say (sources, quotes, days to come) is for check to look at.

Examples:

  posdiff validate

  posdiff validate positions/russia/2024-06-14.yaml

  posdiff validate --fail-on warning --format json --report sarif=posdiff.sarif
"""
SomeFiles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE…]", show_default=False, help="Show only findings in these files or folders; every file is read."
    ),
]


def validate(
    files: SomeFiles = None, *, writing: o.Writing, sending: o.FindingsSending, folder: o.Folder,
    fail_on: o.Level = "error", format: o.FindingsFormat = "text",
) -> int:  # fmt: skip
    """Check whether the files can be read and fit together: every finding, with its place and what to do."""
    from posdiff.cli import opening, settings
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.FINDINGS)
    around = opening.surroundings()
    positions = opening.positions_on_disk(folder)
    answer = positions.validate(*files or (), fail_on=fail_on, settings=settings.rules(around.here))
    return output.write(answer, ["findings"])
