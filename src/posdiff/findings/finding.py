"""A finding: one problem in a user's file, as a value."""

from collections.abc import Iterable
from typing import NamedTuple

from posdiff.findings.location import Location
from posdiff.findings.rules import RULES, SEVERITIES, RuleId, Severity


class Finding(NamedTuple):
    """One problem, standing by itself.

    ``message`` is one plain sentence, without markup; ``hint`` says what to do next; ``related`` are other places that
    have part in it. ``subject``: what it is about, by ids and values: with the rule and the file it makes the
    fingerprint, so that no line, order or quoting is in it.
    """

    location: Location
    rule: RuleId
    message: str
    severity: Severity
    hint: str | None = None
    related: tuple[Location, ...] = ()
    subject: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, location: Location, rule: RuleId, message: str, hint: str | None = None,
        subject: tuple[str, ...] = (), related: tuple[Location, ...] = (),
    ) -> "Finding":  # fmt: skip
        """A finding with the severity that those of its rule usually have."""
        return cls(location, rule, message, RULES[rule].severity, hint, related, subject)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings worst first, then by file, line, column and rule, each once: the one place that sorts them."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda f: (SEVERITIES.index(f.severity), f.location, f.rule, f.message),
        )
    )
