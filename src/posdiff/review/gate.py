"""The gate: what every rule finds in a case, without what was accepted, and the verdict."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from posdiff.findings.finding import Finding, in_order
from posdiff.findings.rules import RULES, RuleId
from posdiff.review import acceptance, catalogue, validation
from posdiff.review.acceptance import Accepted
from posdiff.review.case import Case
from posdiff.review.fingerprint import fingerprints
from posdiff.review.touched import TouchedLines
from posdiff.review.validation import Status, Threshold

_NOTHING = Accepted()


class KnownBefore(NamedTuple):
    """The fingerprints of what was found before an edit; ``left_out``: whether that is neither shown nor counted."""

    fingerprints: frozenset[str]
    left_out: bool


class Verdict(NamedTuple):
    """The result of judging a case. ``findings`` are those that count, worst first; the others were ``accepted``.

    ``texts`` are the files that findings lie in, by path; of a file that is gone, the text of then. ``older``: what
    there was before the edit, which does not touch it, where that does not count. ``known``: what is known of that,
    where it was asked for.
    """

    status: Status
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    counts: Mapping[str, int]
    texts: Mapping[str, str]
    older: tuple[Finding, ...] = ()
    known: KnownBefore | None = None

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """The name of each of the findings, in their order."""
        named = _named((*self.findings, *self.accepted, *self.older), self.texts)
        return tuple(named[finding] for finding in self.findings)

    def is_new(self, fingerprint: str) -> bool | None:
        """Whether a finding of this name comes with the edit; None where that was not asked for."""
        return None if self.known is None else fingerprint not in self.known.fingerprints


def judge(
    case: Case, accepted: Accepted = _NOTHING, fail_on: Threshold = "error", known: KnownBefore | None = None
) -> Verdict:
    """Examine a case by every rule, leave out what was accepted and what does not count, and give the verdict."""
    collected = [*validation.validate(case.dossier), *accepted.findings]
    for rule, examine in catalogue.EXAMINED.items():
        if case.settings.level(rule, RULES[rule].severity) != "off":
            collected += examine(case)
    texts = {**_texts_before(case), **case.dossier.texts}
    if accepted.text or acceptance.PATH not in texts:
        texts[acceptance.PATH] = accepted.text
    settled = validation.settled(collected, case.settings)
    taken, about_entries = _accepted(settled, accepted, case, texts)
    left = (finding for finding in settled if finding not in taken)
    findings = in_order((*left, *validation.settled(about_entries, case.settings)))
    out = tuple(finding for finding in settled if finding in taken)
    older: tuple[Finding, ...] = ()
    if known is not None and known.left_out:
        named = _named((*findings, *out), texts)
        touched = TouchedLines(case, texts)
        older = tuple(one for one in findings if named[one] in known.fingerprints and one not in touched)
        left_out = set(older)
        findings = tuple(one for one in findings if one not in left_out)
    status, counts = validation.status(findings, fail_on), validation.counts(findings)
    return Verdict(status, findings, out, counts, texts, older, known)


def _named(findings: Sequence[Finding], texts: Mapping[str, str]) -> Mapping[Finding, str]:
    """The fingerprints of findings."""
    every = in_order(findings)
    return dict(zip(every, fingerprints(every, texts), strict=True))


def _texts_before(case: Case) -> dict[str, str]:
    """The files that an edit found, and those of settings and accepted findings."""
    if case.edit is None:
        return {}
    texts = {**case.edit.before.texts, **case.edit.settings.texts}
    if case.edit.acceptances is not None:
        texts[acceptance.PATH] = case.edit.acceptances.before.text
    return texts


def _accepted(
    findings: Sequence[Finding], accepted: Accepted, case: Case, texts: Mapping[str, str]
) -> tuple[set[Finding], list[Finding]]:
    """The findings that somebody accepted, and findings about entries that are out of date.

    Where an edit is judged the entries of its base accept; those that it leaves or brings may be out of date.
    """
    taken: set[Finding] = set()
    about: list[Finding] = []
    edited = case.edit.acceptances if case.edit else None
    holding = edited.before if edited else accepted
    if not accepted.entries and not holding.entries:
        return taken, about
    names = dict(zip(findings, fingerprints(findings, texts), strict=True))
    for entry in holding.entries:
        if entry.expires >= case.today:
            taken.update(finding for finding in findings if entry.names(finding, names[finding]))
    for entry in accepted.entries:
        if entry.expires < case.today:
            about.append(acceptance.expired(entry, date.fromordinal(entry.expires).isoformat()))
        elif _judged(entry.rule, case) and not any(entry.names(finding, names[finding]) for finding in findings):
            about.append(acceptance.unused(entry))
    return taken, about


def _judged(rule: RuleId, case: Case) -> bool:
    """Whether the case is one in which a rule would have found something."""
    return RULES[rule].when != "edit" or case.edit is not None
