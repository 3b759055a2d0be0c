"""What was found in the files, as every format for findings is told it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from posixpath import normpath
from typing import NamedTuple

from posdiff.documents.decoding import lines
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.review.gate import Verdict
from posdiff.review.validation import Threshold, reaches


class Judgement(NamedTuple):
    """The verdict of a command (``validate`` or ``check``), and where its files are.

    ``read``: the files that were read. ``root`` leads to the positions folder from where the command ran, ``home``
    from the top of the repository.
    """

    command: str
    verdict: Verdict
    threshold: Threshold
    read: tuple[str, ...]
    root: str
    home: str

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the gate."""
        return reaches(finding.severity, self.threshold)

    def path(self, file: str) -> str:
        """A file from the top of the repository: what GitHub and GitLab know it by."""
        return normpath(self.home + file)


class Columns:
    """Columns as JavaScript, SARIF and editors count them: in UTF-16 code units, where posdiff counts characters."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts, self._split = texts, dict[str, Sequence[str]]()

    def of(self, at: Location) -> tuple[int, int] | None:
        """The column of a place and the one behind the end of its line; None where the line is not known."""
        if at.file not in self._split:
            self._split[at.file] = lines(self._texts.get(at.file, ""))
        split = self._split[at.file]
        line = split[at.line - 1] if 0 < at.line <= len(split) else ""
        if at.column > len(line):
            return None
        return _units(line[: at.column - 1]) + 1, _units(line.rstrip()) + 1


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
