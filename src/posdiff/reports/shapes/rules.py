"""The JSON of ``rules`` and ``explain``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from posdiff.findings.rules import FindingRule, Severity, When
from posdiff.kinds.forms import Named, TypedDict, limits
from posdiff.review import pages
from posdiff.review.case import Level, Settings

RuleId = Annotated[
    str, limits(pattern="^[a-z][a-z0-9-]*$"), Named("rule-id", "The id of a rule, which never changes.")
]  # fmt: skip


class AboutRuleShape(TypedDict):
    """One rule."""

    rule: Annotated[RuleId, "The rule."]
    title: Annotated[str, "What is found, in a few words."]
    severity: Annotated[Level, "What its findings count as here; off where they are not told."]
    default: Annotated[Severity, "What they count as where the settings say nothing."]
    fixed: Annotated[bool, "Whether it is an error of reading, which no setting changes."]
    found: Annotated[
        When, "Where it is found: while reading, in any check, in the check of an edit, or in the accepted findings."
    ]


class ListedRuleShape(AboutRuleShape):
    """One rule, and where it is listed."""

    group: Annotated[str, "The heading under which it is listed."]


class RulesShape(TypedDict):
    """What `posdiff rules --format json` writes: every rule."""

    schema: Annotated[Literal["posdiff/rules/1"], "The name and version of this shape."]
    rules: Annotated[list[ListedRuleShape], "The rules, in the order in which they are listed."]


class ExplainShape(AboutRuleShape):
    """What `posdiff explain --format json` writes: the page of a rule."""

    schema: Annotated[Literal["posdiff/explain/1"], "The name and version of this shape."]
    page: Annotated[str, "Its page, in Markdown."]


def rules(groups: Mapping[str, Sequence[FindingRule]], settings: Settings) -> RulesShape:
    """Every rule. ``settings``: what the findings of a rule count as here."""
    return {
        "schema": "posdiff/rules/1",
        "rules": [{**_rule(rule, settings), "group": group} for group, of_group in groups.items() for rule in of_group],
    }


def explain(rule: FindingRule, settings: Settings) -> ExplainShape:
    """One rule, with its page."""
    return {"schema": "posdiff/explain/1", **_rule(rule, settings), "page": pages.page(rule.id)}


def _rule(rule: FindingRule, settings: Settings) -> AboutRuleShape:
    return {
        "rule": rule.id,
        "title": pages.title(rule.id),
        "severity": settings.level(rule.id, rule.severity),
        "default": rule.severity,
        "fixed": rule.fixed,
        "found": rule.when,
    }
