"""Which findings there were before an edit: those that its base has by the same fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from posdiff.findings.finding import Finding, in_order
from posdiff.findings.rules import RULES
from posdiff.review import gate
from posdiff.review.acceptance import Accepted
from posdiff.review.case import Case, Edit
from posdiff.review.fingerprint import fingerprints

if TYPE_CHECKING:
    from posdiff.comparison.evidence.verification import EvidenceOnFile


def before_the_edit(case: Case, accepted: Accepted, evidence: EvidenceOnFile | None = None) -> frozenset[str]:
    """The fingerprints of all that is found in the files as the edit found them; ``accepted``: the entries of then.

    ``evidence``: what the pages prove of the quotes of then.

    Of a file that the edit renamed they are those that its findings have under the new name. Errors of reading in a
    file that it changed are left out: what cannot be read there may be something else now.
    """
    edit = case.edit
    if edit is None:
        return frozenset()
    renamed = {old: new for new, old in edit.renamed.items()}
    # With an edit that changes nothing, so that entries for findings on edits are looked at too.
    verdict = gate.judge(Case(edit.before, case.today, Edit(edit.before), case.settings, evidence), accepted)
    findings = [
        _moved(finding, renamed)
        for finding in (*verdict.findings, *verdict.accepted)
        if not (RULES[finding.rule].fixed and finding.location.file in edit.modified)
    ]
    texts = {renamed.get(path, path): text for path, text in verdict.texts.items()}
    return frozenset(fingerprints(in_order(findings), texts))


def _moved(finding: Finding, renamed: Mapping[str, str]) -> Finding:
    """A finding in a file that was renamed, as it would be under the new name, by which it may be known."""
    file = finding.location.file
    if file not in renamed:
        return finding
    called = {file: renamed[file], _id(file): _id(renamed[file])}
    subject = tuple(called.get(part, part) for part in finding.subject)
    return finding._replace(location=finding.location._replace(file=renamed[file]), subject=subject)


def _id(path: str) -> str:
    """The id of the statement or draft in a file."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    return f"joint/{stem}" if folder == "joint" else stem
