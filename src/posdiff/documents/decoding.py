"""Bytes to text: UTF-8, no control characters, nothing that a reviewer would not see.

What is refused here and why was measured: PyYAML reads UTF-16 (git calls such a file binary, so that no review
shows it), takes U+2028 and U+0085 for line breaks (git does not, so that one line is two keys and all later line
numbers are wrong), and passes escape sequences on to the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

#: The largest file that is read, in bytes.
MAX_BYTES = 1_048_576
#: What a file begins with that Git LFS keeps elsewhere.
POINTER = b"version https://git-lfs"

#: C0 without tab, line feed and carriage return, DEL, C1, further line breaks, surrogates, noncharacters, tags.
_REFUSED = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
#: Characters that reorder what a reviewer sees (CVE-2021-42574).
_REORDERING = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_BREAK = re.compile("\r\n|\r|\n")
#: With the finding that counts the rest, no more than are shown of one rule in one file (`review/shown.py`).
_MOST_CHARACTERS = 19
#: Characters that are shown of a file that cannot be read.
_MOST_SHOWN = 100_000


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text in a file's bytes, and what is wrong with them; None for the text when it cannot be read at all."""

    def refuse(rule: RuleId, message: str, hint: str, line: int = 1, column: int = 1) -> tuple[None, list[Finding]]:
        return None, [Finding.of(Location(file, line, column), rule, message, hint)]

    if len(data) > MAX_BYTES:
        return refuse(
            "file-too-large",
            f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read",
            "split it: one statement per file",
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or (
        len(data) > 3 and (data[0] == 0) != (data[1] == 0)
    ):
        return refuse("not-utf-8", "the file looks like UTF-16 or UTF-32", "save it as UTF-8")
    if data.startswith(b"\x1f\x8b"):
        return refuse("not-utf-8", "the file is compressed, not text", "unpack it")
    if data.startswith(POINTER):
        return refuse("not-a-mapping", "the file is a Git LFS pointer, not the file itself", "run: git lfs pull")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = place(before, len(before))
        return refuse(
            "not-utf-8",
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            "save the file as UTF-8; it may be in Latin-1 or Windows-1252",
            line,
            column,
        )
    text = text.removeprefix("\ufeff")
    marker = 0 if text.startswith("<<<<<<< ") else text.find("\n<<<<<<< ") + 1
    if marker or text.startswith("<<<<<<< "):
        line, column = place(text, marker)
        return refuse(
            "conflict-marker",
            "the file has the markers of an unresolved merge conflict",
            "resolve it: keep one side and delete the markers",
            line,
            column,
        )
    return text, [*characters(text, file)]


def shown(data: bytes, file: str) -> str:
    """The text of a file as findings show it: of one that cannot be read its beginning, with escapes."""
    text, _ = decode(data, file)
    return data.decode("utf-8", "backslashreplace")[:_MOST_SHOWN] if text is None else text


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at ``index``."""
    line, start = 1, 0
    for line_break in _BREAK.finditer(text, 0, index):
        line, start = line + 1, line_break.end()
    return line, index - start + 1


def lines(text: str) -> list[str]:
    """The lines of a text, without their ends: broken where YAML, git and editors agree."""
    return _BREAK.split(text)


def characters(text: str, file: str, line: int = 0, column: int = 0) -> Iterator[Finding]:
    """Findings for characters that may not stand in a file, at most twenty findings.

    With ``line`` and ``column``, the text is one scalar that begins there (an escape such as ``"\\e"`` made the
    character, so that its own place in the file is not known).
    """
    if text.replace("\n", "").isprintable():  # the common case, without the two searches
        return
    refused: list[tuple[RuleId, re.Match[str]]] = [
        ("control-character", match) for match in re.finditer(_REFUSED, text)
    ]
    refused += [("reordering-character", match) for match in re.finditer(_REORDERING, text)]
    for number, (rule, match) in enumerate(refused):
        at = Location(file, line, column) if line else Location(file, *place(text, match.start()))
        name = f"U+{ord(match.group()):04X}"
        if number == _MOST_CHARACTERS:
            more = f"and {len(refused) - number} more such characters"
            yield Finding.of(at, rule, more)
            return
        if rule == "control-character":
            yield Finding.of(at, rule, f"the character {name} is not allowed in a file", "delete it")
        else:
            message = f"the character {name} changes the order in which text is shown"
            yield Finding.of(at, rule, message, "delete it, unless the quote needs it")
