"""posdiff check"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

HELP = """Is this edit right: every finding on the files, and with --against on the edit, and what the edit means.

Examples:

  posdiff check

  posdiff check --against origin/main

  posdiff check --staged

  posdiff check --against origin/main --format markdown --report json=check.json
"""
Base = Annotated[
    str | None,
    typer.Option(
        "--against", envvar="POSDIFF_AGAINST", metavar="REV", show_default=False,
        help="Judge the edit since the merge base with this revision as well.",
    ),
]  # fmt: skip
Staged = Annotated[
    bool,
    typer.Option(
        "--staged", envvar="POSDIFF_STAGED",
        help="The files that are staged, in place of the working tree; without --against, against HEAD.",
    ),
]  # fmt: skip


def check(
    base: Base = None, staged: Staged = False, at: o.At = None, fail_on: o.Level = "error",
    format_: o.FindingFormat = "text", report: o.Reports = None, stamp: o.Stamp = False, output: o.Output = None,
    force: o.Force = False, color: o.Color = "auto", width: o.Width = None, quiet: o.Quiet = False,
    positions: o.Positions = None,
) -> int:  # fmt: skip
    """Is this edit right: every finding on the files and on the edit, and what the edit means."""
    from datetime import date
    from pathlib import Path

    from posdiff.cli import judging, opening, settings, telling
    from posdiff.cli.output import FINDING_FORMATS, Sink, Style
    from posdiff.findings.failure import INPUT, USAGE, Failure
    from posdiff.findings.rules import SEVERITIES
    from posdiff.reports.judgement import Judgement
    from posdiff.review import gate
    from posdiff.review.case import Case
    from posdiff.review.validation import Threshold

    sink = Sink(format_, output, Style(color, width, quiet, force, stamp=stamp), report, FINDING_FORMATS)
    if fail_on not in (*SEVERITIES, "never"):
        raise Failure(f"--fail-on takes no `{fail_on}`", hint="one of error, warning, info, never", code=USAGE)
    level: Threshold = fail_on  # type: ignore[assignment]
    today = opening.day(at, date.today())
    judged = judging.judged(positions, base, staged)
    case = Case(judged.dossier, today, judged.edit, settings.rules(Path.cwd()))
    verdict = gate.judge(case, judging.accepted(judged.folder), level)
    read = tuple(sorted(judged.dossier.texts))
    judgement = Judgement("check", verdict, level, read, judged.root, telling.home(judged.folder))
    meant = judging.meant(case, judged)

    def page() -> "Page":
        from posdiff.reports.terminal import check, listings

        made = listings.findings(
            verdict.findings, verdict.texts, judged.root, len(read), sink.unicode, len(verdict.accepted)
        )
        if meant is not None:
            check.add(made, meant)
        return made

    def json() -> str:
        from posdiff.reports import json

        return json.check(verdict, judged.root, meant)

    def paper() -> "Paper":
        from posdiff.reports.paper import check, findings

        if meant is None:
            return findings.paper(judgement)
        sections, sources = check.sections(meant)
        return findings.paper(judgement, sections)._replace(sources=sources)

    sink.write(page, json, paper, others=telling.machines(judgement, paper))
    return {"ok": 0, "findings": 1, "error": INPUT}[verdict.status]
