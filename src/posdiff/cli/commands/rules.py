"""posdiff rules, posdiff explain"""

from typing import Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

HELP = """List every rule: what it finds, and the severity of its findings here.

Examples:

  posdiff rules

  posdiff rules --format markdown
"""
EXPLAIN_HELP = """Print the page of a rule: what it finds, why it matters, an example, when to accept a finding.

Examples:

  posdiff explain term-changed

  posdiff explain no-source --format markdown
"""
Rule = Annotated[
    str, typer.Argument(metavar="RULE", autocompletion=completion.rules, help="The id of a rule, as findings show it.")
]


def rules(*, writing: o.Writing, format: o.PageFormat = "text") -> int:
    """List every rule: what it finds, and the severity of its findings here."""
    from posdiff.answers.rules import rules
    from posdiff.cli import opening, settings
    from posdiff.cli.output import Output

    output = Output(format, writing)
    return output.write(rules(settings.rules(opening.surroundings().here)))


def explain(rule: Rule, *, writing: o.Writing, format: o.PageFormat = "text") -> int:
    """Print the page of a rule: what it finds, why it matters, an example, when to accept a finding."""
    from posdiff.answers.rules import explain
    from posdiff.cli import opening, settings
    from posdiff.cli.output import Output

    output = Output(format, writing)
    return output.write(explain(rule, settings.rules(opening.surroundings().here)))
