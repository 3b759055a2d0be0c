"""Fingerprints: names of findings that last, made of rule, file, and what a finding is about, by ids and values.

No line, no order of keys, no quoting and no word of a message is in them. Where a finding does not say what it is about
(the file could not be read so far), what stands on its line has to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256

from posdiff.documents.decoding import lines
from posdiff.findings.finding import Finding

LENGTH = 12


def fingerprints(findings: Sequence[Finding], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Twelve characters for each of the findings, in their order; ``texts``: what the files hold, by path.

    Two findings that nothing else tells apart are told apart by their order in the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    split: dict[str, list[str]] = {}
    names = []
    for finding in findings:
        about = finding.subject or (_line(finding, texts, split),)
        named = (finding.rule, finding.location.file, *about)
        seen[named] += 1
        # Lengths, so that no text can be cut in two ways.
        text = "".join(f"{len(part)}:{part}" for part in (*named, str(seen[named])))
        names.append(sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH])
    return tuple(names)


def _line(finding: Finding, texts: Mapping[str, str], split: dict[str, list[str]]) -> str:
    file = finding.location.file
    if file not in split:
        split[file] = lines(texts.get(file, ""))
    written = split[file]
    return written[finding.location.line - 1].strip() if finding.location.line <= len(written) else ""
