"""Columns of a file as other programs count them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.documents.decoding import lines
from posdiff.findings.location import Location


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
