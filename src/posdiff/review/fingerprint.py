"""Fingerprints: names of findings that last, made of rule, file, and what a finding is about, by ids and values.

No line, no order of keys, no quoting and no word of a message is in them. Where a finding does not say what it is about
(the file could not be read so far), what stands on its line has to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from posdiff.documents.decoding import lines
from posdiff.findings.finding import Finding

if TYPE_CHECKING:
    from hashlib import _Hash as HASH

LENGTH = 12


def fingerprints(findings: Sequence[Finding], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Twelve characters for each of the findings, in their order; ``texts``: what the files hold, by path.

    Two findings that nothing else tells apart are told apart by their order in the file.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    begun: dict[tuple[str, ...], HASH] = {}  # a line may be long, and hold many findings: it is gone through once
    split: dict[str, list[str]] = {}
    names = []
    for finding in findings:
        about = finding.subject or (_line(finding, texts, split),)
        named = (finding.rule, finding.location.file, *about)
        seen[named] += 1
        if named not in begun:
            begun[named] = sha256(_with_lengths(named))
        whole = begun[named].copy()
        whole.update(_with_lengths((str(seen[named]),)))
        names.append(whole.hexdigest()[:LENGTH])
    return tuple(names)


def _with_lengths(parts: Iterable[str]) -> bytes:
    """Texts in a row, so that they can be cut in one way only."""
    return "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "backslashreplace")


def _line(finding: Finding, texts: Mapping[str, str], split: dict[str, list[str]]) -> str:
    file = finding.location.file
    if file not in split:
        split[file] = [line.strip() for line in lines(texts.get(file, ""))]
    written = split[file]
    return written[finding.location.line - 1] if finding.location.line <= len(written) else ""
