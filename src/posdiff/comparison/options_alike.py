"""Outcomes in brackets that no term on file tells apart: under either, every term fares alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from posdiff.comparison.drafts import HeldAgainst
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.statement import Draft, DraftOption
from posdiff.dossier.term import Term

#: A term that depends on more choices among the other brackets of a draft is not judged: it may tell options apart.
MOST_CHOICES = 256


class Alike(NamedTuple):
    """Options on an issue under which every term fares alike, two or more, by their numbers from 1."""

    issue: Issue
    options: Mapping[int, DraftOption]


def alike(agenda: Agenda, draft: Draft, terms: Iterable[Term]) -> list[Alike]:
    """The options that no term tells from each other. Issues on which no term depends are left out.

    A term tells options apart where its result differs under some choice among the other brackets. Nothing is said
    where a party prefers some outcome to others, and of options that are the same outcome.
    """
    brackets = {id: len(draft.outcomes[id].options) for id in draft.brackets if agenda.issues[id].space.comparable}
    if not brackets:
        return []
    judging, by_form = HeldAgainst(agenda, draft), {(term.issue, term.form): term for term in terms}
    comparable = [term for term in by_form.values() if agenda.issues[term.issue].space.comparable]
    found: list[Alike] = []
    for id, number in brackets.items():
        about = [term for term in comparable if judging.looked_at(term, [id])]
        others = [
            {other: brackets[other] for other in judging.looked_at(term, brackets) if other != id} for term in about
        ]
        preferred = any(term.issue == id and term.prefers is not None for term in about)
        if about and not preferred and all(number * prod(each.values()) <= MOST_CHOICES for each in others):
            found += _on_issue(agenda.issues[id], draft, judging, list(zip(about, others, strict=True)))
    return found


def _on_issue(
    issue: Issue, draft: Draft, judging: HeldAgainst, about: list[tuple[Term, dict[str, int]]]
) -> Iterable[Alike]:
    space, options = issue.space, draft.outcomes[issue.id].options
    groups: dict[tuple[object, ...], dict[int, DraftOption]] = {}
    for number, option in enumerate(options):
        fares: list[object] = []
        for term, others in about:
            for taken in product(*map(range, others.values())):
                choice = {**dict(zip(others, taken, strict=True)), issue.id: number}
                fares.append(judging.result(term, choice))
        group = groups.setdefault(tuple(fares), {})
        if not any(space.equal((other.accepts,), (option.accepts,)) for other in group.values()):
            group[number + 1] = option
    yield from (Alike(issue, group) for group in groups.values() if len(group) > 1)
