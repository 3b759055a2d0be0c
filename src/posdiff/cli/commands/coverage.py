"""posdiff coverage"""

from typing import Annotated

import typer

from posdiff.cli import options as o

HELP = """Show what was not coded: sentences of the pages of sources that are neither quoted nor dismissed.

What looks like a demand comes first. Only pages that are on this machine are read; nothing is fetched.

Examples:

  posdiff coverage

  posdiff coverage union/2026-03-02 mediator --all

  posdiff coverage --fail-on open --format json
"""
SomeStatements = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[STATEMENT…]", show_default=False,
        help="Statements or drafts (party/2026-03-02, an id, a beginning), or parties. All when none is named.",
    ),
]  # fmt: skip


def coverage(
    statements: SomeStatements = None, *, sending: o.Sending, writing: o.Writing, files: o.Files, at: o.At = None,
    all: o.All = False, fail_on: o.FailOn = None, format: o.AnyFormat = "text",
) -> int:  # fmt: skip
    """Show what was not coded: sentences of the pages of sources that are neither quoted nor dismissed."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY)
    failing = opening.failing("coverage", fail_on)
    return output.write(opening.positions(files).coverage(*statements or (), at=at, all=all), failing)
