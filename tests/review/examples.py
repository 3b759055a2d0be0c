"""The examples on the pages of rules: YAML that is refused or accepted, read off the page and put before the gate."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File
from posdiff.findings.finding import Finding
from posdiff.review import acceptance, gate
from posdiff.review.case import Case, Edit, Settings
from posdiff.review.fingerprint import fingerprints
from posdiff.review.rule import Rule
from posdiff.review.validation import validate

RULES_PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
TODAY = 739_251  # 2024-12-31
_BLOCK = re.compile(r"^```yaml\n# ([^\n]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """What one half of a page shows: what was, what is, and what is said besides."""

    before: dict[str, str]
    after: dict[str, str]
    renamed: dict[str, str]
    settings: str
    accepted: str


def common() -> dict[str, str]:
    """The dossier that examples are added to, as docs/rules.md shows it."""
    return dict(_BLOCK.findall(RULES_PAGE.read_text(encoding="utf-8")))


def part(page: str, heading: str) -> str:
    """What stands under a heading of a page."""
    return page.split(f"\n## {heading}\n", 1)[-1].split("\n## ", 1)[0] if f"\n## {heading}\n" in page else ""


def example(page: str, heading: str) -> Example | None:
    """The example under a heading; None where it is in words."""
    blocks = _BLOCK.findall(part(page, heading))
    if not blocks:
        return None
    alone = any(head.startswith("alone: ") for head, _ in blocks)
    before: dict[str, str] = {} if alone else common()
    changes: dict[str, str | None] = {}
    renamed: dict[str, str] = {}
    settings = accepted = ""
    for head, text in blocks:
        word, _, rest = head.partition(": ")
        if head == "settings":
            settings = text
        elif head == "accepted":
            accepted = text
        elif word == "before":
            before[rest] = text
        elif word in ("without", "removed"):
            changes[rest] = None
        elif word == "renamed":
            new, old = rest.split(" from ")
            changes |= {old: None, new: text}
            renamed[new] = old
        else:
            changes[rest if word in ("after", "alone") else head] = text
    after: dict[str, str | None] = {**before, **changes}
    return Example(before, {name: t for name, t in after.items() if t is not None}, renamed, settings, accepted)


def found(rule: Rule, shown: Example) -> tuple[Finding, ...]:
    """What is found in an example: by ``validate`` for what is found while reading, else by the gate."""
    dossier = read(shown.after)
    if rule.when == "reading":
        return validate(dossier)
    edit = Edit(read(shown.before), renamed=shown.renamed) if rule.when == "edit" else None
    words = tomllib.loads(shown.settings).get("long-quote", {}).get("words", 100)
    case = Case(dossier, TODAY, edit, Settings(longest_quote=words))
    if not shown.accepted:
        return gate.judge(case).findings
    (without,) = gate.judge(case).findings
    (name,) = fingerprints([without], dossier.texts)
    text = shown.accepted.replace("FINGERPRINT", name)
    findings = gate.judge(case, acceptance.read(text.encode())).findings
    return tuple(finding for finding in findings if finding != without)


def read(files: dict[str, str]) -> Dossier:
    """The dossier of files, by path."""
    return assemble([File(path, text.encode()) for path, text in sorted(files.items())], [])
