"""What ``rules`` and ``explain`` answer: the rules there are, and one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers.answer import Answer, Basis
from posdiff.findings.failure import Failure
from posdiff.findings.nearest import nearest
from posdiff.findings.rules import GROUPS, RULES, FindingRule
from posdiff.review.case import Settings


@dataclass(frozen=True, kw_only=True)
class Rules(Answer):
    """Every rule, by group; ``settings``: what its findings count as here."""

    command: ClassVar[str] = "rules"

    groups: Mapping[str, Sequence[FindingRule]]
    settings: Settings


@dataclass(frozen=True, kw_only=True)
class Explain(Answer):
    """One rule; ``settings``: what its findings count as here."""

    command: ClassVar[str] = "explain"

    rule: FindingRule
    settings: Settings


def rules(settings: Settings) -> Rules:
    """Every rule."""
    return Rules(basis=Basis(""), groups=GROUPS, settings=settings)


def explain(name: str, settings: Settings) -> Explain:
    """The rule of this id, as findings show it. Raises Failure, with the nearest ids, when there is none."""
    rule = RULES.get(name.strip().strip("[]").lower())
    if rule is None:
        near = nearest(name, RULES)
        hint = f"did you mean {' or '.join(near)}?" if near else "posdiff rules lists them"
        raise Failure(f"no rule `{name}`", hint=hint)
    return Explain(basis=Basis(""), rule=rule, settings=settings)
