"""posdiff verify"""

from typing import Annotated

import typer

from posdiff.cli import options as o

HELP = """Prove quotes: does each stand at one place in the page of its source, as it was kept?

A quote whose page is not on this machine is told apart: it is not verified here, and not wrong. Nothing is fetched.

Examples:

  posdiff verify

  posdiff verify positions/russia/2024-06-14.yaml

  posdiff verify --require-verified --format json

  posdiff verify --rev main
"""
SomeFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE…]", show_default=False, help="Show only the quotes in these files or folders."),
]


def verify(
    files: SomeFiles = None, *, writing: o.Writing, sending: o.FindingsSending, dossier_files: o.Files,
    require_verified: o.RequireVerified = False, fail_on: o.Level = "error", format: o.FindingsFormat = "text",
) -> int:  # fmt: skip
    """Prove quotes: does each stand in the page of its source, as it was kept?"""
    from posdiff.cli import opening, settings
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.FINDINGS)
    around = opening.surroundings()
    positions = opening.positions(dossier_files)
    answer = positions.verify(
        *files or (), fail_on=fail_on, settings=settings.rules(around.here), require_verified=require_verified
    )
    return output.write(answer, ["findings"])
