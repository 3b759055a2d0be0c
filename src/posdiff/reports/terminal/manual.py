"""The pages of ``rules`` and ``explain``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.findings.rules import FindingRule
from posdiff.reports import wording
from posdiff.reports.manual import about, level
from posdiff.reports.terminal.page import Page, Span
from posdiff.review import pages
from posdiff.review.case import Settings


def listed(groups: Mapping[str, Sequence[FindingRule]], settings: Settings, unicode: bool = True) -> Page:
    """All rules, in groups, with what their findings count as."""
    made = Page(unicode)
    made.line(Span(wording.count(sum(map(len, groups.values())), "rule"), "strong"))
    width = max(len(rule.id) for rules in groups.values() for rule in rules) + 2
    for group, rules in groups.items():
        made.space()
        made.line(Span(group, "heading"))
        for rule in rules:
            held = level(rule, settings)
            style = "faint" if held == "off" else held
            made.labelled(rule.id, Span(f"{held:<9}", style), pages.title(rule.id), width=width, style="plain")
    return made


def page(rule: FindingRule, settings: Settings, unicode: bool = True) -> Page:
    """The page of a rule, without the signs of Markdown."""
    made = Page(unicode)
    made.line(Span(rule.id, "strong"))
    made.line(Span(about(rule, settings).replace("`", ""), "faint"))
    made.space()
    paragraph: list[str] = []
    fenced = False

    def end() -> None:
        if paragraph:
            made.line(" ".join(paragraph).replace("`", ""))
            paragraph.clear()

    for line in pages.page(rule.id).rstrip().splitlines():
        if line.startswith("```"):
            end()
            fenced = not fenced
        elif fenced:
            made.line(line, indent=4)
        elif line.startswith("## "):
            end()
            made.line(Span(line.removeprefix("## "), "heading"))
        elif line:
            paragraph.append(line)
        else:
            end()
            made.space()
    end()
    return made
