"""posdiff validate"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.terminal.page import Page

HELP = """Are the files right: every finding, with its place and what to do.

Examples:

  posdiff validate

  posdiff validate positions/russia/2024-06-14.yaml

  posdiff validate --fail-on warning --format json
"""
Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE…]", show_default=False, help="Only findings in these files or folders. All is read."),
]
Level = Annotated[
    str,
    typer.Option(
        "--fail-on", envvar="POSDIFF_FAIL_ON", metavar="error|warning|info|never", help="The least severity that fails."
    ),
]


def validate(
    files: Files = None, fail_on: Level = "error", format_: o.Format = "text", output: o.Output = None,
    force: o.Force = False, color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False,
    positions: o.Positions = None,
) -> int:  # fmt: skip
    """Are the files right: every finding, with its place and what to do."""
    from pathlib import Path

    from posdiff.cli import opening
    from posdiff.cli.output import Sink, Style
    from posdiff.findings.failure import INPUT, USAGE, Failure
    from posdiff.findings.finding import SEVERITIES
    from posdiff.review import validation

    sink = Sink(format_, output, Style(color, width, quiet, force))
    if fail_on not in (*SEVERITIES, "never"):
        raise Failure(f"--fail-on takes no `{fail_on}`", hint="one of error, warning, info, never", code=USAGE)
    opened = opening.opened(positions)
    findings = validation.validate(opened.dossier)
    read = len(opened.dossier.texts)
    if files:
        below = []
        root = opened.folder.resolve()
        for name in files:
            path = Path(name)
            if not path.exists():
                raise Failure(f"there is no file {name}")
            if not path.resolve().is_relative_to(root):
                hint = f"{opened.folder} is read; --positions names another folder"
                raise Failure(f"{name} is not below the positions folder", hint=hint)
            below.append(path.resolve().relative_to(root).as_posix())
        findings = validation.in_files(findings, below)
        read = len(below)
    level: validation.Threshold = fail_on  # type: ignore[assignment]

    def page() -> "Page":
        from posdiff.reports.terminal import listings

        return listings.findings(findings, opened.dossier.texts, opened.root, read, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.validate(findings, opened.dossier.texts, opened.root, level)

    sink.write(page, json)
    return {"ok": 0, "findings": 1, "error": INPUT}[validation.status(findings, level)]
