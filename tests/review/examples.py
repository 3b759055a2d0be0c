"""The examples on the pages of rules: files that are refused or accepted, read off the page and put before the gate.

The first line of an example names its file. A file in YAML stands there, before an edit and after it; a file as a
``diff`` is what the edit did to it. Both are added to the agenda and the statement of docs/rules.md, unless the example
stands ``alone``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File
from posdiff.findings.finding import Finding
from posdiff.findings.rules import FindingRule
from posdiff.review import acceptance, edited_settings, gate
from posdiff.review.case import AcceptedEdit, Case, Edit, Settings, SettingsEdit
from posdiff.review.edited_settings import Standing
from posdiff.review.fingerprint import fingerprints
from posdiff.review.validation import validate

RULES_PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
TODAY = 739_251  # 2024-12-31
_BLOCK = re.compile(r"^```(yaml|diff)\n# ([^\n]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """What one half of a page shows: the files before and after the edit, by path, and what is said besides."""

    before: dict[str, str]
    after: dict[str, str]
    renamed: dict[str, str]
    settings: str
    accepted: str


def common() -> dict[str, str]:
    """The dossier that examples are added to, as docs/rules.md shows it."""
    return {head: text for _, head, text in _BLOCK.findall(RULES_PAGE.read_text(encoding="utf-8"))}


def part(page: str, heading: str) -> str:
    """What stands under a heading of a page."""
    return page.split(f"\n## {heading}\n", 1)[-1].split("\n## ", 1)[0] if f"\n## {heading}\n" in page else ""


def example(page: str, heading: str) -> Example | None:
    """The example under a heading; None where it is in words."""
    blocks = _BLOCK.findall(part(page, heading))
    if not blocks:
        return None
    alone = any(head.startswith("alone: ") for _, head, _ in blocks)
    shown = Example({} if alone else common(), {} if alone else common(), {}, "", "")
    for language, head, text in blocks:
        if head in ("settings", "accepted"):
            shown = shown._replace(**{head: text})
        elif head.startswith("without: "):
            del shown.after[head.removeprefix("without: ")]
        elif language == "diff":
            _edit(shown, head, text)
        else:
            path = head.removeprefix("alone: ")
            shown.before[path] = shown.after[path] = text
    return shown


def _edit(shown: Example, head: str, text: str) -> None:
    """What a diff does to a file: to the lines that it shows of one that stands there, or to a whole one."""
    new_path, _, old_path = head.partition(" from ")
    path = old_path or new_path
    lines = text.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    assert all(line[0] in " +-" for line in lines), text
    if path not in shown.before and old:
        shown.before[path] = old
    before = shown.after.pop(path, old)
    assert before.count(old) == 1 or not before, f"{old!r} does not stand once in {path}"
    if old_path:
        shown.renamed[new_path] = old_path
    after = before.replace(old, new) if before else new
    if after:
        shown.after[new_path] = after


def found(rule: FindingRule, shown: Example) -> tuple[Finding, ...]:
    """What is found in an example: by ``validate`` for what is found while reading, else by the gate."""
    settings = [files.pop("posdiff.toml", "") for files in (shown.before, shown.after)]
    acceptances = [files.pop(acceptance.NAME, "").encode() for files in (shown.before, shown.after)]
    dossier = read(shown.after)
    if rule.when == "reading":
        return validate(dossier)
    edit = Edit(read(shown.before), renamed=shown.renamed) if rule.when == "edit" else None
    if edit is not None:
        accepted_edit = AcceptedEdit(*(acceptance.read(data or None) for data in acceptances))
        edit = edit._replace(settings=_changed(*settings), acceptances=accepted_edit)
    words = tomllib.loads(shown.settings).get("long-quote", {}).get("words", 100)
    case = Case(dossier, TODAY, edit, Settings(longest_quote=words))
    if not shown.accepted:
        return gate.judge(case).findings
    (without,) = gate.judge(case).findings
    (name,) = fingerprints([without], dossier.texts)
    text = shown.accepted.replace("FINGERPRINT", name)
    findings = gate.judge(case, acceptance.read(text.encode())).findings
    return tuple(finding for finding in findings if finding != without)


def _changed(before: str, after: str) -> SettingsEdit:
    """What an example changes in the settings."""
    old, new = (Standing(tomllib.loads(text), "", "../posdiff.toml", text) for text in (before, after))
    return edited_settings.between(old, new)


def read(files: dict[str, str]) -> Dossier:
    """The dossier of files, by path."""
    return assemble([File(path, text.encode()) for path, text in sorted(files.items())], [])
