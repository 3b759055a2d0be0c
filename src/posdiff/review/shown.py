"""Which findings are shown one by one: of one rule in one file the first twenty, of one file the first two hundred.

Those behind them are counted, rule by rule.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from posdiff.findings.finding import Finding
from posdiff.findings.rules import RuleId
from posdiff.review.fingerprint import fingerprints
from posdiff.review.gate import Verdict

#: Findings of one rule in one file that are shown. One slip made everywhere would hide all else, and take its time.
MOST = 20
#: Findings in one file that are shown: a file of slips of every kind is written anew, and not corrected line by line.
MOST_OF_FILE = 200


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
    """The findings to show, in their order; behind those of a rule in a file, how many more there are."""
    of_rule: Counter[tuple[RuleId, str]] = Counter()
    of_file: Counter[str] = Counter()
    left_out: Counter[tuple[RuleId, str]] = Counter()
    shown: list[ShownFinding] = []
    for finding, fingerprint in zip(verdict.findings, verdict.fingerprints, strict=True):
        place = (finding.rule, finding.location.file)
        if of_rule[place] < MOST and of_file[finding.location.file] < MOST_OF_FILE:
            of_rule[place] += 1
            of_file[finding.location.file] += 1
            shown.append(ShownFinding(finding, fingerprint))
        else:
            left_out[place] += 1
            if left_out[place] == 1:
                shown.append(ShownFinding(finding, fingerprint, more=1))  # in its place it is told how many there are
    return tuple(_told(entry, left_out, verdict) if entry.more else entry for entry in shown)


def _told(entry: ShownFinding, left_out: Counter[tuple[RuleId, str]], verdict: Verdict) -> ShownFinding:
    count = left_out[entry.finding.rule, entry.finding.location.file]
    more = _the_rest(entry.finding, count)
    return ShownFinding(more, fingerprints((more,), verdict.texts)[0], count)


def _the_rest(first: Finding, count: int) -> Finding:
    """In place of findings that are not shown: how many, at the place of the first of them and as severe as it is."""
    message = f"and {count:,} more of this rule in this file"
    hint = "correct those that are shown; the next run shows what is left"
    return Finding(first.location, first.rule, message, first.severity, hint, subject=("more",))
