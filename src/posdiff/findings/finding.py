"""A finding: one problem in a user's file, as a value."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from posdiff.findings.location import Location

Severity = Literal["error", "warning", "info"]

#: Worst first. ``never`` is no severity but may stand where a threshold is asked for.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Finding(NamedTuple):
    """One problem, standing by itself.

    ``rule`` is a kebab-case id that never changes; ``message`` is one plain sentence, without markup;
    ``hint`` says what to do next; ``related`` are other places that have part in it. ``subject``: what it is about, by
    ids and values: with the rule and the file it makes the fingerprint, so that no line, order or quoting is in it.
    """

    location: Location
    rule: str
    message: str
    severity: Severity = "error"
    hint: str | None = None
    related: tuple[Location, ...] = ()
    subject: tuple[str, ...] = ()


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings worst first, then by file, line, column and rule, each once: the one place that sorts them."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (SEVERITIES.index(f.severity), f.location, f.rule, f.message),
        )
    )
