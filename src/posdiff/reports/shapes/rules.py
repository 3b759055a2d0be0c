"""The JSON of ``rules``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.rules import Rules
from posdiff.findings.rules import FindingRule, When
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
    default: Annotated[Level, "What they count as where the settings say nothing."]
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


def shape(answer: Rules) -> RulesShape:
    """Every rule."""
    return {
        "schema": "posdiff/rules/1",
        "rules": [
            {**about(rule, answer.settings), "group": group}
            for group, of_group in answer.groups.items()
            for rule in of_group
        ],
    }


def about(rule: FindingRule, settings: Settings) -> AboutRuleShape:
    """One rule, and what its findings count as here."""
    return {
        "rule": rule.id,
        "title": pages.title(rule.id),
        "severity": settings.level(rule.id, rule.severity),
        "default": rule.severity,
        "fixed": rule.fixed,
        "found": rule.when,
    }
