"""Which findings are shown one by one: of one rule in one file the first twenty; those behind them are counted."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from posdiff.findings.finding import Finding
from posdiff.findings.rules import RuleId
from posdiff.review.fingerprint import fingerprints
from posdiff.review.gate import Verdict

#: Findings of one rule in one file that are shown. One slip made everywhere would hide all else, and take its time.
MOST = 20


class ShownFinding(NamedTuple):
    """A finding with its fingerprint; with ``more``, what tells of so many findings that are not shown one by one."""

    finding: Finding
    fingerprint: str
    more: int = 0


class More(NamedTuple):
    """How many findings of a rule in a file are not shown."""

    rule: RuleId
    file: str
    number: int


def entries(verdict: Verdict) -> tuple[ShownFinding, ...]:
    """The findings to show, in their order; behind the last one of a rule in a file, how many more there are."""
    every: Counter[tuple[RuleId, str]] = Counter((f.rule, f.location.file) for f in verdict.findings)
    listed: Counter[tuple[RuleId, str]] = Counter()
    shown: list[ShownFinding] = []
    for finding, fingerprint in zip(verdict.findings, verdict.fingerprints, strict=True):
        place = (finding.rule, finding.location.file)
        listed[place] += 1
        if listed[place] <= MOST:
            shown.append(ShownFinding(finding, fingerprint))
        elif listed[place] == MOST + 1:
            more = _the_rest(finding, every[place] - MOST)
            shown.append(ShownFinding(more, fingerprints((more,), verdict.texts)[0], every[place] - MOST))
    return tuple(shown)


def _the_rest(first: Finding, count: int) -> Finding:
    """In place of findings that are not shown: how many, at the place of the first of them and as severe as it is."""
    message = f"and {count:,} more of this rule in this file"
    hint = "correct those that are shown; the next run shows what is left"
    return Finding(first.location, first.rule, message, first.severity, hint, subject=("more",))
