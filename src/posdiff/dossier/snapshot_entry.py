"""Writes ``snapshot:`` into a source of a file of positions, and touches no other byte of the file.

The entry is put before the first key of the source; one that is there has its values replaced where they stand. What
came of it is read again: where anything else reads differently, nothing is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from posdiff.documents.nodes import Entries, Node, Scalar
from posdiff.documents.parsing import parse
from posdiff.dossier.reading.schema import plain
from posdiff.dossier.statement import Snapshot

_BREAK = re.compile("\r\n|\r|\n")
_PLAIN = re.compile(r"[A-Za-z0-9][\w./-]*\Z", re.ASCII)
_KEYS = ("file", "sha256", "retrieved")


class NotEdited(Exception):
    """A file in which the entry cannot be written without touching something else."""


def written(snapshot: Snapshot) -> str:
    """``{file: page.html, sha256: 9f…, retrieved: 2026-05-12}``."""
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in _values(snapshot).items()) + "}"


def with_snapshot(data: bytes, file: str, key: str, snapshot: Snapshot) -> bytes:
    """The file's bytes with the entry. Raises NotEdited."""
    before = parse(data, file)
    text = data.decode("utf-8", "surrogateescape")
    # Places count from the first character after a byte order mark.
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    source = _source(before.root, key)
    if source is None:
        raise NotEdited
    there = source.entries.get("snapshot")
    edited = _inserted(text, source, snapshot) if there is None else _replaced(text, there.value, snapshot)
    out = (mark + edited).encode("utf-8", "surrogateescape")
    after = parse(out, file)
    same_findings = [finding.rule for finding in before.findings] == [finding.rule for finding in after.findings]
    if not same_findings or not _is_all(before.root, after.root, key, snapshot):
        raise NotEdited
    return out


def _values(snapshot: Snapshot) -> dict[str, str]:
    values = dict(zip(_KEYS, (snapshot.file, snapshot.sha256, snapshot.retrieved), strict=True))
    return {key: value for key, value in values.items() if value is not None}


def _scalar(value: str, sign: str = "") -> str:
    """A value in these quotation marks, or in none, if it can do without."""
    if sign == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if sign != '"' and _PLAIN.match(value) else json.dumps(value, ensure_ascii=False)


def _source(root: Node | None, key: str) -> Entries | None:
    sources = root.entries.get("sources") if isinstance(root, Entries) else None
    entry = sources.value.entries.get(key) if sources and isinstance(sources.value, Entries) else None
    return entry.value if entry and isinstance(entry.value, Entries) else None


def _inserted(text: str, source: Entries, snapshot: Snapshot) -> str:
    entry = f"snapshot: {written(snapshot)}"
    at = _index(text, source.line, source.column)
    if text[at : at + 1] == "{":
        rest = text[at + 1 :].lstrip()
        return text[: at + 1] + entry + ("" if rest.startswith("}") else ", ") + text[at + 1 :]
    start = _index(text, source.line, 1)
    indent = text[start:at]
    if not source.entries or indent.strip(" "):
        raise NotEdited
    end = _BREAK.search(text, at)
    line_break = end[0] if end else "\n"
    return text[:start] + indent + entry + line_break + text[start:]


def _replaced(text: str, there: Node, snapshot: Snapshot) -> str:
    """The values of the entry that is there, each in its place and quoted as it was; the last first: no place moves."""
    if not isinstance(there, Entries):
        raise NotEdited
    values = _values(snapshot)
    edits = []
    for key, value in values.items():
        entry = there.entries.get(key)
        if entry is None and key != "retrieved":
            raise NotEdited
        if entry is not None:
            if not isinstance(entry.value, Scalar):
                raise NotEdited
            at = _index(text, entry.value.line, entry.value.column)
            edits.append((at, at + len(_token(text, at, entry.value)), _scalar(value, text[at])))
    if "retrieved" in values and "retrieved" not in there.entries:
        first = next(iter(there.entries.values())).key
        at = _index(text, first.line, first.column)
        flow = text[_index(text, there.line, there.column)] == "{"
        start = _index(text, first.line, 1)
        end = _BREAK.search(text, at)
        after = ", " if flow else (end[0] if end else "\n") + text[start:at]
        edits.append((at, at, f"retrieved: {_scalar(values['retrieved'])}{after}"))
    for at, end_of_old, value in sorted(edits, reverse=True):
        text = text[:at] + value + text[end_of_old:]
    return text


def _token(text: str, at: int, scalar: Scalar) -> str:
    """A scalar as it stands in the file, on one line."""
    sign = text[at : at + 1]
    for token in (scalar.text, f"{sign}{scalar.text}{sign}" if sign in "\"'" else scalar.text):
        if token and text.startswith(token, at):
            return token
    raise NotEdited


def _index(text: str, line: int, column: int) -> int:
    """Where a line and a column, from 1, are in a text."""
    start = 0
    for _ in range(line - 1):
        found = _BREAK.search(text, start)
        if found is None:
            raise NotEdited
        start = found.end()
    return start + column - 1


def _is_all(before: Node | None, after: Node | None, key: str, snapshot: Snapshot) -> bool:
    """Whether the entry reads as it should, and all else as it did."""
    if before is None or after is None:
        return False
    old: Any = plain(before)
    new: Any = plain(after)
    expected = {name: value for name, value in zip(_KEYS, snapshot, strict=True) if value is not None}
    if _taken(new, key) != expected:
        return False
    _taken(old, key)
    return bool(old == new)


def _taken(words: Any, key: str) -> Mapping[str, str] | None:
    """The entry, taken out of a source."""
    taken: Mapping[str, str] | None = words["sources"][key].pop("snapshot", None)
    return taken
