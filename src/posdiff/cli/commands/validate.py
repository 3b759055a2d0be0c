"""posdiff validate"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """Are the files right: every finding, with its place and what to do.

Examples:

  posdiff validate

  posdiff validate positions/russia/2024-06-14.yaml

  posdiff validate --fail-on warning --format json --report sarif=posdiff.sarif
"""
Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE…]", show_default=False, help="Only findings in these files or folders. All is read."),
]


def validate(
    files: Files = None, fail_on: o.Level = "error", format_: o.FindingFormat = "text", report: o.Reports = None,
    stamp: o.Stamp = False, output: o.Output = None, force: o.Force = False, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False, positions: o.Positions = None,
) -> int:  # fmt: skip
    """Are the files right: every finding, with its place and what to do."""
    from pathlib import Path

    from posdiff.cli import opening, settings, telling
    from posdiff.cli.output import FINDING_FORMATS, Sink, Style
    from posdiff.findings.failure import INPUT, USAGE, Failure
    from posdiff.findings.rules import SEVERITIES
    from posdiff.reports.judgement import Judgement
    from posdiff.review import gate, validation

    sink = Sink(format_, output, Style(color, width, quiet, force, stamp=stamp), report, FINDING_FORMATS)
    if fail_on not in (*SEVERITIES, "never"):
        raise Failure(f"--fail-on takes no `{fail_on}`", hint="one of error, warning, info, never", code=USAGE)
    opened = opening.opened(positions)
    texts = opened.dossier.texts
    findings = validation.settled(validation.validate(opened.dossier), settings.rules(Path.cwd()))
    read = sorted(texts)
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
        read = [file for file in read if validation.is_below(file, below)]
    level: validation.Threshold = fail_on  # type: ignore[assignment]
    verdict = gate.Verdict(validation.status(findings, level), findings, (), validation.counts(findings), texts)
    judgement = Judgement("validate", verdict, level, tuple(read), opened.root, telling.home(opened.folder))

    def page() -> "Page":
        from posdiff.reports.terminal import listings

        return listings.findings(findings, texts, opened.root, len(read), sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.validate(findings, texts, opened.root, level)

    def paper() -> "Paper":
        from posdiff.reports.paper import findings

        return findings.paper(judgement)

    sink.write(page, json, paper, others=telling.machines(judgement, paper))
    return {"ok": 0, "findings": 1, "error": INPUT}[verdict.status]
