"""Which findings an edit touches: those about a part of a file of which it changed a line."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from posdiff.findings.finding import Finding
from posdiff.review.case import Case


class TouchedLines:
    """The lines that an edit changed, file by file: compared once, and only where a finding asks."""

    def __init__(self, case: Case, texts: Mapping[str, str]) -> None:
        self._edit, self._texts = case.edit, texts
        self._changed: dict[str, frozenset[int]] = {}

    def __contains__(self, finding: Finding) -> bool:
        """Whether the edit changed the line of a finding, or one of the lines that are indented under it."""
        changed = self._of(finding.location.file)
        if not changed:
            return False
        lines = self._texts[finding.location.file].splitlines()
        first = finding.location.line
        return any(number in changed for number in range(first, _end(lines, first)))

    def _of(self, file: str) -> frozenset[int]:
        if file not in self._changed:
            self._changed[file] = self._compared(file)
        return self._changed[file]

    def _compared(self, file: str) -> frozenset[int]:
        if self._edit is None:
            return frozenset()
        before = self._edit.before.texts.get(self._edit.renamed.get(file, file))
        after = self._texts.get(file)
        return changed_lines(before, after) if before is not None and after is not None else frozenset()


def _end(lines: list[str], first: int) -> int:
    """The number of the line after the last one that is indented under a line; numbers begin with 1."""
    if not 0 < first <= len(lines):
        return first
    indent = _indent(lines[first - 1])
    number = first + 1
    while number <= len(lines) and (not lines[number - 1].strip() or _indent(lines[number - 1]) > indent):
        number += 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def changed_lines(before: str, after: str) -> frozenset[int]:
    """The numbers of the lines of ``after`` that ``before`` has not, and of those after which a line is gone."""
    if before == after:
        return frozenset()
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines())
    numbers: set[int] = set()
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind == "delete":
            numbers.add(first)  # of the line before it, which is in the same part
        elif kind != "equal":
            numbers.update(range(first + 1, last + 1))
    return frozenset(numbers)
