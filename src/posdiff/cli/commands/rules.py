"""posdiff rules, posdiff explain"""

from typing import TYPE_CHECKING, Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.reports.terminal.page import Page

HELP = """Every rule: what is found, and what its findings count as here.

Examples:

  posdiff rules

  posdiff rules --format markdown
"""
EXPLAIN_HELP = """The page of a rule: what is found, why it matters, an example, when to accept it.

Examples:

  posdiff explain term-changed

  posdiff explain no-source --format markdown
"""
Rule = Annotated[
    str, typer.Argument(metavar="RULE", autocompletion=completion.rules, help="The id of a rule, as findings show it.")
]
Format = Annotated[
    str,
    typer.Option(
        "-f", "--format", envvar="POSDIFF_FORMAT", metavar="text|json|markdown", help="How to write the answer."
    ),
]
_FORMATS = ("text", "json", "markdown")


def rules(
    format_: Format = "text", output: o.Output = None, force: o.Force = False, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Every rule: what is found, and what its findings count as here."""
    from pathlib import Path

    from posdiff.cli import settings
    from posdiff.cli.output import Sink, Style
    from posdiff.findings.rules import GROUPS

    sink = Sink(format_, output, Style(color, width, quiet, force), formats=_FORMATS)
    told = settings.rules(Path.cwd())

    def page() -> "Page":
        from posdiff.reports.terminal import manual

        return manual.listed(GROUPS, told, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.rules(GROUPS, told)

    def markdown() -> str:
        from posdiff.reports import manual

        return manual.listed(GROUPS, told)

    sink.write(page, json, others={"markdown": markdown})
    return 0


def explain(
    rule: Rule, format_: Format = "text", output: o.Output = None, force: o.Force = False, color: o.Color = "auto",
    width: o.Width = None, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """The page of a rule: what is found, why it matters, an example, when to accept it."""
    from pathlib import Path

    from posdiff.cli import settings
    from posdiff.cli.output import Sink, Style
    from posdiff.findings.failure import Failure
    from posdiff.findings.nearest import nearest
    from posdiff.findings.rules import RULES

    sink = Sink(format_, output, Style(color, width, quiet, force), formats=_FORMATS)
    found = RULES.get(rule.strip().strip("[]").lower())
    if found is None:
        near = nearest(rule, RULES)
        hint = f"did you mean {' or '.join(near)}?" if near else "posdiff rules lists them"
        raise Failure(f"no rule `{rule}`", hint=hint)
    told = settings.rules(Path.cwd())

    def page() -> "Page":
        from posdiff.reports.terminal import manual

        return manual.page(found, told, sink.unicode)

    def json() -> str:
        from posdiff.reports import json

        return json.explain(found, told)

    def markdown() -> str:
        from posdiff.reports import manual

        return manual.page(found, told)

    sink.write(page, json, others={"markdown": markdown})
    return 0
