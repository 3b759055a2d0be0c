"""posdiff schema"""

from typing import Annotated

import typer

from posdiff.cli import options as o

HELP = """The JSON Schema of a kind of file, or of a command's JSON. Without a name: the list of them.

Examples:

  posdiff schema

  posdiff schema statement

  posdiff schema compare -o compare.schema.json
"""
Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", show_default=False, help="agenda, statement, draft, compare, …")
]


def schema(name: Name = None, output: o.Output = None, force: o.Force = False) -> int:
    """The JSON Schema of a kind of file, or of a command's JSON."""
    from posdiff.cli.output import Sink, Style
    from posdiff.findings.failure import Failure
    from posdiff.findings.nearest import suggestion
    from posdiff.reports import schemas

    sink = Sink("text", output, Style("never", force=force))
    if name is None:
        sink.write_text("".join(f"{each}\n" for each in schemas.NAMES))
        return 0
    if name not in schemas.NAMES:
        raise Failure(f"no schema `{name}`", hint=suggestion(name, schemas.NAMES))
    sink.write_text(schemas.text(name))
    return 0
