"""posdiff check"""

import typer

from posdiff.cli import options as o

HELP = """Check the files, and with --against an edit to them: every finding, and the effect of the edit on positions.

Examples:

  posdiff check

  posdiff check --against origin/main

  posdiff check --staged

  posdiff check --against origin/main --new

  posdiff check --require-verified

  posdiff check --against origin/main --format markdown --report json=check.json
"""


def check(
    context: typer.Context, *, writing: o.Writing, sending: o.FindingsSending, folder: o.Folder,
    against: o.Revision = None, staged: o.Staged = False, new: o.New = False, at: o.At = None,
    require_verified: o.RequireVerified = False, fail_on: o.Level = "error", format: o.FindingsFormat = "text",
) -> int:  # fmt: skip
    """Check the files and an edit to them: every finding, and the effect of the edit on positions."""
    from posdiff.answers import judging
    from posdiff.answers.validate import check
    from posdiff.cli import base_settings, opening, settings
    from posdiff.cli.output import Output
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import formats

    if new and against is None and not staged:
        hint = "name what the edit is held against: --against REV, or --staged"
        raise Failure("--new shows what an edit brings, and no edit is judged", hint=hint, code=USAGE)
    around = opening.surroundings()
    held = base_settings.Judging(context.params, settings.rules(around.here), None)
    with judging.base(around, base_settings.named_positions(context), against, staged) as base:
        if base is not None:
            held = base_settings.judging(around.here, base, context)
            writing, sending = writing.among(held.values), sending.among(held.values)
            folder = folder.among(held.values)
            at, fail_on, format = (held.values[name] for name in ("at", "fail_on", "format"))
        output = Output(format, writing, sending, formats.FINDINGS)
        day = opening.day(at, around)
        files = judging.judged(around, folder.positions, base, held.moved, staged)
        edit = base_settings.edited(around.here, base, files.folder) if base is not None else None
        answer = check(
            around, files, base, day, fail_on, held.rules, effect=output.has(*formats.READ, "json"),
            settings_edit=edit, only_new=new, tell_new=output.has("json"),
            verified=require_verified,
        )  # fmt: skip
    return output.write(answer, ["findings"])
