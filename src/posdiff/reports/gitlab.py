"""Findings as a code quality report of GitLab: a list of objects with a description, a fingerprint and a place.

GitLab takes paths from the top of the repository without ``./``, and shows only the first of equal fingerprints.
"""

from __future__ import annotations

import json

from posdiff.answers.validate import Validate
from posdiff.reports import quote_notices, wording
from posdiff.reports.escaping import visible
from posdiff.review.fingerprint import LENGTH

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def text(answer: Validate) -> str:
    """The findings as JSON, an empty list when there are none."""
    entries = [
        {
            "check_name": f"posdiff/{finding.rule}",
            "description": visible(finding.message) + (f" ({visible(finding.hint)})" if finding.hint else ""),
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": answer.path(finding.location.file), "lines": {"begin": finding.location.line}},
        }
        for finding, fingerprint, _ in answer.entries
    ]
    place = {"path": answer.path(answer.read[0] if answer.read else "agenda.yaml"), "lines": {"begin": 1}}
    entries += [
        {
            "check_name": "posdiff/quotes", "description": words, "fingerprint": str(number) * LENGTH,
            "severity": _SEVERITIES[severity], "location": place,
        }
        for number, (severity, words) in enumerate(quote_notices.notices(answer), 1)
    ]  # fmt: skip
    if answer.verdict.older:
        words = wording.not_shown(len(answer.verdict.older))
        entries.append({
            "check_name": "posdiff/older", "description": words, "fingerprint": "0" * LENGTH, "severity": "info",
            "location": place,
        })  # fmt: skip
    return json.dumps(entries, indent=2).replace("##", "#\\u0023") + "\n"  # a CI runner acts on ##[
