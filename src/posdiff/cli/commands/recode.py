"""posdiff recode"""

from typing import Annotated, Literal

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

HELP = """Write a sheet for a second coding of some terms, or compare the one that was filled in with the files.

`sheet` draws terms at random and writes what was said, where and on what, but not how it was coded. `compare` tells
how far the two codings agree, with Krippendorff's alpha, and every disagreement (docs/recode.md).

Examples:

  posdiff recode sheet --sample 40 --seed 7 -o sheet.yaml

  posdiff recode sheet russia ukraine --topic territory -o sheet.yaml

  posdiff recode compare sheet.yaml

  posdiff recode compare sheet.yaml -f json -o positions/second-coding.json
"""
What = Annotated[
    Literal["sheet", "compare"],
    typer.Argument(metavar="sheet|compare", show_default=False, help="Write a sheet, or compare one."),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PARTY…|FILE]", autocompletion=completion.parties, show_default=False,
        help="Of a sheet, only terms of these parties; to compare, the sheet.",
    ),
]  # fmt: skip


def recode(
    what: What, names: Names = None, *, asking: o.Asking, sending: o.Sending, writing: o.Writing, files: o.Files,
    sample: o.SampleSize = 40, seed: o.Seed = 1, format: o.AnyFormat = "text",
) -> int:  # fmt: skip
    """Write a sheet for a second coding, or compare one with the files."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output, put, say_findings
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import formats, recode_sheet

    positions = opening.positions(files)
    if what == "sheet":
        if format != "text" or sending.report:
            raise Failure(
                "a sheet is YAML, and has no other format",
                hint="leave out --format and --report; name it FILE.yaml",
                code=USAGE,
            )
        drawn = positions.terms_to_recode(*names or (), sample=sample, seed=seed, **asking.words())
        text = recode_sheet.text(positions.agenda, drawn.terms, drawn.of, seed)
        Output("text", writing).write_text(text)
        if writing.output not in (None, "-") and not writing.quiet:
            count = f"{len(drawn.terms):,} of {drawn.of:,} terms"
            put(f"wrote {writing.output}: {count}; fill it in, then posdiff recode compare {writing.output}\n")
        return 0
    if len(names or ()) != 1:
        raise Failure("recode compare takes one sheet", hint="posdiff recode compare sheet.yaml", code=USAGE)
    if asking.issue or asking.topic:
        raise Failure("--issue and --topic are for recode sheet", hint="leave them out", code=USAGE)
    output = Output(format, writing, sending, formats.ANY)
    answer = positions.recode((names or [""])[0])
    code = output.write(answer)
    if answer.findings:
        say_findings(answer.findings, answer.basis.root, "the sheet")
    return code
