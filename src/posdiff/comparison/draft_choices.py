"""Which choices among the options of a draft leave no red line crossed: facts, and no recommendation.

A choice takes one of the options on every issue on which there are brackets. Each red line looks at few of these
issues, so that it is judged once for each choice among their options, and looked up for every choice of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from posdiff.comparison.drafts import HeldAgainst, Result
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
    ``for_all``: those in which nobody's is. Both are empty where there are more choices than ``MOST``. ``open``: by
    party how many of its red lines are neither met nor crossed, whichever choice is made.
    """

    options: Mapping[str, int]
    free: Mapping[str, tuple[Choice, ...]]
    for_all: tuple[Choice, ...]
    open: Mapping[str, int] = {}

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
    left_open: dict[str, int] = {}
    for name, position in positions.items():
        red_lines = [
            part.term
            for issue, held in position.terms.items()
            if agenda.issues[issue].space.comparable
            for part in held.demands
            if part.term.firmness == "red-line"
        ]
        left: Sequence[Choice] = every
        left_open[name] = 0
        for term in red_lines:
            places, results = _results(term, options, judging)
            left = [each for each in left if results[tuple(each[place] for place in places)] != "broken"]
            left_open[name] += set(results.values()) <= {"left-open", "missing"}
        free[name] = tuple(left)
    of_everybody = set(every).intersection(*map(set, free.values()))
    for_all = tuple(choice for choice in every if choice in of_everybody)
    return found._replace(free=free, for_all=for_all, open=left_open)


def _results(term: Term, options: Mapping[str, int], judging: HeldAgainst) -> tuple[list[int], dict[Choice, Result]]:
    """The places of the issues with brackets that a term looks at; what becomes of it by each choice among theirs."""
    looked_at = judging.looked_at(term, options)
    places = [[*options].index(issue) for issue in looked_at]
    every = product(*(range(options[issue]) for issue in looked_at))
    return places, {taken: judging.result(term, dict(zip(looked_at, taken, strict=True))) for taken in every}
