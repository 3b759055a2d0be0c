"""The document of ``rules``: every rule, with the severity of its findings and what it finds."""

from __future__ import annotations

from posdiff.answers.rules import Rules
from posdiff.findings.rules import FindingRule
from posdiff.reports import wording
from posdiff.reports.compose.code import spans
from posdiff.reports.document import Cell, Column, Document, Row, Section, Table, cell
from posdiff.reports.manual import level
from posdiff.review import pages
from posdiff.review.case import Settings


def document(answer: Rules) -> Document:
    """All rules, in groups."""
    columns = (Column("Rule"), Column("Severity"), Column("What is found"))
    parts = []
    for group, rules in answer.groups.items():
        rows = tuple(_row(rule, answer.settings) for rule in rules)
        parts.append(Section(group, (Table(group, columns, rows, "grid"),)))
    title = wording.count(sum(map(len, answer.groups.values())), "rule")
    return Document("rules", title, sections=tuple(parts))


def _row(rule: FindingRule, settings: Settings) -> Row:
    title = Cell((spans(pages.title(rule.id)),))
    return Row((cell(rule.id, "code"), cell(level(rule, settings)), title))
