"""Accepting a finding: which one is meant, and the file of accepted findings with one more entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from posdiff.findings.failure import INPUT, USAGE, Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location, shown
from posdiff.findings.rules import RULES
from posdiff.review.acceptance import NAME, Acceptance, read
from posdiff.review.gate import Verdict

_HEAD = "# Accepted findings, each with an owner and a last day. `posdiff accept` adds one; see docs/rules.md.\n"
_NAME = re.compile(r"[0-9a-f]{6,}\Z")
_PLACE = re.compile(r"(.+?):([0-9]{1,9})(?::([0-9]{1,9}))?\Z")
_MOST_SHOWN = 5
#: What stands for itself in YAML, for every reader: no sign that means something, no word that is no text.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,/()'-]*[A-Za-z0-9.)]\Z")
_NO_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


def identified(name: str, verdict: Verdict, root: str) -> tuple[Finding, str]:
    """The finding that is meant by a fingerprint, its beginning, or FILE:LINE[:COLUMN]; and its fingerprint.

    ``root`` leads to the positions folder. Raises Failure when it is none, several, or one that cannot be accepted.
    """
    pairs = list(zip(verdict.findings, verdict.fingerprints, strict=True))
    if _NAME.match(name):
        named = [pair for pair in pairs if pair[1].startswith(name)]
    elif place := _PLACE.match(name):
        named = [pair for pair in pairs if _stands(pair[0], place, root)]
    else:
        hint = "name it by its fingerprint (posdiff check --format json) or by FILE:LINE"
        raise Failure(f"`{name}` names no finding", hint=hint, code=USAGE)
    if not named:
        hint = "posdiff check lists them; to accept one on an edit, give the same --against here"
        raise Failure(f"there is no finding `{name}`", hint=hint, code=INPUT)
    if len(named) > 1:
        choices = "; ".join(f"{fingerprint} [{finding.rule}]" for finding, fingerprint in named[:_MOST_SHOWN])
        more = f" and {len(named) - _MOST_SHOWN} more" if len(named) > _MOST_SHOWN else ""
        raise Failure(
            f"`{name}` could be more than one finding: {choices}{more}", hint="name one fingerprint", code=INPUT
        )
    finding, fingerprint = named[0]
    rule = RULES[finding.rule]
    if rule.fixed or rule.when == "acceptance":
        hint = finding.hint or f"posdiff explain {rule.id} says more"
        raise Failure(f"[{rule.id}] cannot be accepted: {finding.message}", hint=hint, code=INPUT)
    return finding, fingerprint


def _stands(finding: Finding, place: re.Match[str], root: str) -> bool:
    at = finding.location
    file, line, column = place.groups()
    return (
        file.removeprefix("./") in (shown(root, at.file), at.file)
        and int(line) == at.line
        and (column is None or int(column) == at.column)
    )


def entry(finding: Finding, fingerprint: str, reason: str, owner: str, expires: int) -> Acceptance:
    """The entry that accepts a finding."""
    file = finding.location.file
    return Acceptance(finding.rule, file, None, None, fingerprint, reason, owner, expires, finding.location)


def extended(text: str, entries: Sequence[Acceptance]) -> str:
    """The file's text with more entries; what is there already is kept, comments included.

    Where the list is written so that nothing can be added below it (in brackets), the entries are written anew. Raises
    Failure when a reason or an owner cannot be written.
    """
    old = read(text.encode()).entries
    wanted = [*map(_without_place, old), *map(_without_place, entries)]
    anew = _HEAD + "accepted:\n" + "".join(_item(entry, "  ") for entry in (*old, *entries))
    for written in (_added(text, entries), anew):
        if _read_back(written) == wanted:
            return written
    hint = "leave out invisible characters"
    raise Failure("the reason or the owner has a character that is not allowed in a file", hint=hint, code=USAGE)


def _added(text: str, entries: Sequence[Acceptance]) -> str:
    if not text.strip():
        text = _HEAD
    if not text.endswith("\n"):
        text += "\n"
    if not re.search(r"^accepted:", text, re.MULTILINE):
        text += "accepted:\n"
    dash = re.search(r"^( *)- ", text, re.MULTILINE)
    return text + "".join(_item(entry, dash[1] if dash else "  ") for entry in entries)


def _read_back(text: str) -> list[Acceptance] | None:
    """The entries that a text would be read as; None where it would not be read whole."""
    accepted = read(text.encode())
    return None if accepted.findings else [_without_place(entry) for entry in accepted.entries]


def _without_place(entry: Acceptance) -> Acceptance:
    return entry._replace(location=Location(NAME, 1, 1))


def _item(entry: Acceptance, indent: str) -> str:
    fields = {
        "rule": entry.rule, "file": entry.file, "party": entry.party, "issue": entry.issue,
        "fingerprint": entry.fingerprint, "reason": entry.reason, "owner": entry.owner,
        "expires": date.fromordinal(entry.expires).isoformat(),
    }  # fmt: skip
    lines = [f"{key}: {_scalar(key, value)}" for key, value in fields.items() if value is not None]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def _scalar(key: str, text: str) -> str:
    """A text as YAML: without quotation marks where every reader takes it for the same text."""
    bare = _PLAIN.match(text) and text.lower() not in _NO_TEXT
    if bare or key == "expires":
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if character.isprintable() else f"\\U{ord(character):08x}"
