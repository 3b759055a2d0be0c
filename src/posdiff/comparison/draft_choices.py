"""Which choices among the options of a draft leave no red line crossed: facts, and no recommendation.

A choice takes one of the options on every issue on which there are brackets. Each red line looks at few of these
issues, so that it is judged once for each choice among their options, and looked up for every choice of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from posdiff.comparison.drafts import HeldAgainst
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Draft
from posdiff.dossier.term import Term

#: So many choices are gone through; where there are more, none is listed.
MOST = 4096

#: The number of the option that is taken, from 0, for each issue with brackets, in the agenda's order.
Choice = tuple[int, ...]


class Choices(NamedTuple):
    """The choices among the options of a draft.

    ``options``: by issue how many there are. ``free``: by party, those in which none of its red lines is crossed.
    ``for_all``: those in which nobody's is. Both are empty where there are more choices than ``MOST``.
    """

    options: Mapping[str, int]
    free: Mapping[str, tuple[Choice, ...]]
    for_all: tuple[Choice, ...]

    @property
    def total(self) -> int:
        """How many choices there are."""
        return prod(self.options.values())

    @property
    def complete(self) -> bool:
        """Whether all were gone through."""
        return self.total <= MOST


def choices(agenda: Agenda, draft: Draft, positions: Mapping[str, Position]) -> Choices | None:
    """Every choice, held against the red lines of the positions; None where nothing that can be compared is open."""
    options = {
        id: len(draft.outcomes[id].options)
        for id, issue in agenda.issues.items()
        if id in draft.brackets and issue.space.comparable
    }
    if not options:
        return None
    found = Choices(options, {}, ())
    if not found.complete:
        return found
    judging = HeldAgainst(agenda, draft)
    every = tuple(product(*map(range, options.values())))
    free: dict[str, tuple[Choice, ...]] = {}
    for name, position in positions.items():
        red_lines = [
            part.term
            for issue, held in position.terms.items()
            if agenda.issues[issue].space.comparable
            for part in held.demands
            if part.term.firmness == "red-line"
        ]
        left: Sequence[Choice] = every
        for term in red_lines:
            left = _not_crossing(term, left, tuple(options), judging)
        free[name] = tuple(left)
    of_everybody = set(every).intersection(*map(set, free.values()))
    return found._replace(free=free, for_all=tuple(choice for choice in every if choice in of_everybody))


def _not_crossing(term: Term, among: Sequence[Choice], issues: Sequence[str], judging: HeldAgainst) -> list[Choice]:
    """The choices in which a term is not broken."""
    looked_at = judging.looked_at(term, issues)
    places = [issues.index(issue) for issue in looked_at]
    broken: dict[Choice, bool] = {}
    left = []
    for choice in among:
        taken = tuple(choice[place] for place in places)
        if taken not in broken:
            broken[taken] = judging.result(term, dict(zip(looked_at, taken, strict=True))) == "broken"
        if not broken[taken]:
            left.append(choice)
    return left
