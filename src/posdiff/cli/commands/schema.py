"""posdiff schema"""

from typing import Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

HELP = """Print the JSON Schema of a kind of file, or of a command's JSON. Without a name: list the schemas.

Examples:

  posdiff schema

  posdiff schema statement

  posdiff schema compare -o compare.schema.json
"""
Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", autocompletion=completion.schemas, show_default=False,
        help="agenda, statement, draft, compare, …",
    ),
]  # fmt: skip


def schema(name: Name = None, *, writing: o.Writing) -> int:
    """Print the JSON Schema of a kind of file, or of a command's JSON."""
    from posdiff.cli.output import Output
    from posdiff.findings.failure import Failure
    from posdiff.findings.nearest import suggestion
    from posdiff.reports.shapes import schemas

    output = Output("text", writing)
    if name is None:
        output.write_text("".join(f"{known}\n" for known in schemas.NAMES))
        return 0
    if name not in schemas.NAMES:
        raise Failure(f"no schema `{name}`", hint=suggestion(name, schemas.NAMES))
    output.write_text(schemas.text(name), "json")
    return 0
