"""The manual of the rules: their list, and the page of one, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.findings.rules import FindingRule, When
from posdiff.review import pages
from posdiff.review.case import Level, Settings

FOUND: Mapping[When, str] = {
    "reading": "found while files are read: by every command",
    "check": "found by `check`",
    "edit": "found by `check --against`, in an edit",
    "acceptance": "found by `check`, in the accepted findings",
}


def level(rule: FindingRule, settings: Settings) -> Level:
    """What the findings of a rule count as."""
    return settings.level(rule.id, rule.severity)


def listed(groups: Mapping[str, Sequence[FindingRule]], settings: Settings) -> str:
    """All rules, in groups."""
    return "<!-- posdiff rules -->\n# Rules\n\n" + tables(groups, settings, "")


def tables(groups: Mapping[str, Sequence[FindingRule]], settings: Settings, folder: str) -> str:
    """A table for each group; ``folder`` leads to the rules' pages, where there are any."""
    parts = []
    for group, rules in groups.items():
        rows = [f"| {_named(rule, folder)} | {level(rule, settings)} | {pages.title(rule.id)} |" for rule in rules]
        parts.append(
            "\n".join([f"## {group}", "", "| rule | severity | what is found |", "|---|---|---|", *rows]) + "\n"
        )
    return "\n".join(parts)


def _named(rule: FindingRule, folder: str) -> str:
    return f"[`{rule.id}`]({folder}{rule.id}.md)" if folder else f"`{rule.id}`"


def page(rule: FindingRule, settings: Settings) -> str:
    """The page of a rule."""
    return f"<!-- posdiff rule -->\n# {rule.id}\n\n{about(rule, settings)}\n\n{pages.page(rule.id)}"


def about(rule: FindingRule, settings: Settings) -> str:
    """The severity of a rule's findings, and which commands find them."""
    held = level(rule, settings)
    usual = "" if held == rule.severity else f" (usually {rule.severity})"
    fixed = ", and cannot be changed" if rule.fixed else ""
    return f"Severity: {held}{usual}{fixed}; {FOUND[rule.when]}."
