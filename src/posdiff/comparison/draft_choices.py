"""Which choices among the options of a draft leave no red line crossed: facts, and no recommendation.

A choice takes one of the options on every issue on which there are brackets. Each red line looks at few of these
issues, and is judged once for each choice among their options. Issues that no red line looks at together are chosen
one without the other: there the numbers of choices are multiplied, and none of them is gone through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from math import prod
from typing import NamedTuple

from posdiff.comparison.drafts import HeldAgainst, Result
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Draft
from posdiff.dossier.term import Term

#: So many choices are gone through on issues that red lines look at together, and so many are listed.
MOST = 4096

#: The number of the option that is taken, from 0, for each issue with brackets, in the agenda's order.
Choice = tuple[int, ...]


class Choices(NamedTuple):
    """The choices among the options of a draft.

    ``options``: by issue how many there are. ``free``: by party, in how many choices none of its red lines is crossed;
    ``free_together``: in how many nobody's is. ``for_all``: these, the first ``MOST``. ``open``: by party how many of
    its red lines are neither met nor crossed, whichever choice is made. A party is in ``free`` and ``open`` where it
    could be counted, and ``free_together`` is None where it could not: of issues that red lines look at together there
    were more than ``MOST`` choices.
    """

    options: Mapping[str, int]
    free: Mapping[str, int]
    free_together: int | None
    for_all: tuple[Choice, ...]
    open: Mapping[str, int] = {}

    @property
    def total(self) -> int:
        """How many choices there are."""
        return prod(self.options.values())

    @property
    def complete(self) -> bool:
        """Whether all in which nobody's red line is crossed are listed."""
        return self.free_together == len(self.for_all)


class _RedLine(NamedTuple):
    """The places of the issues with brackets that a red line looks at; what becomes of it by each choice there."""

    places: tuple[int, ...]
    results: Mapping[Choice, Result]


class _Group(NamedTuple):
    """Issues, by their places, that red lines look at together; the choices there in which none is crossed."""

    places: tuple[int, ...]
    free: frozenset[Choice]


def choices(agenda: Agenda, draft: Draft, positions: Mapping[str, Position]) -> Choices | None:
    """Every choice, held against the red lines of the positions; None where nothing that can be compared is open."""
    options = {
        id: len(draft.outcomes[id].options)
        for id, issue in agenda.issues.items()
        if id in draft.brackets and issue.space.comparable
    }
    if not options:
        return None
    judging, numbers = HeldAgainst(agenda, draft), tuple(options.values())
    by_party = {name: _red_lines(agenda, position, options, judging) for name, position in positions.items()}
    counted = {name: lines for name, lines in by_party.items() if lines is not None}
    free: dict[str, int] = {}
    for name, lines in counted.items():
        groups = _groups(lines, numbers)
        if groups is not None:
            free[name] = _number(groups, numbers)
    every = [line for lines in counted.values() for line in lines]
    together = _groups(every, numbers) if len(free) == len(positions) else None
    return Choices(
        options, free, None if together is None else _number(together, numbers),
        () if together is None else tuple(islice(_listed(together, numbers), MOST)),
        {name: sum({*line.results.values()} <= {"left-open", "missing"} for line in counted[name]) for name in free},
    )  # fmt: skip


def _red_lines(
    agenda: Agenda, position: Position, options: Mapping[str, int], judging: HeldAgainst
) -> list[_RedLine] | None:
    """The red lines of a position; None where one looks at more choices than are gone through."""
    found: list[_RedLine] = []
    for issue, held in position.terms.items():
        terms = [part.term for part in held.demands if part.term.firmness == "red-line"]
        for term in terms if agenda.issues[issue].space.comparable else ():
            line = _red_line(term, options, judging)
            if line is None:
                return None
            found.append(line)
    return found


def _red_line(term: Term, options: Mapping[str, int], judging: HeldAgainst) -> _RedLine | None:
    looked_at = judging.looked_at(term, options)
    if prod(options[issue] for issue in looked_at) > MOST:
        return None
    every = product(*(range(options[issue]) for issue in looked_at))
    results = {taken: judging.result(term, dict(zip(looked_at, taken, strict=True))) for taken in every}
    return _RedLine(tuple([*options].index(issue) for issue in looked_at), results)


def _groups(lines: Iterable[_RedLine], numbers: Sequence[int]) -> list[_Group] | None:
    """Of issues that red lines look at together, the choices in which none is crossed; None where there are too many.

    Red lines that no choice crosses tie nothing together.
    """
    groups: list[tuple[set[int], list[_RedLine]]] = []
    for line in lines:
        if "broken" not in line.results.values():
            continue
        apart = [group for group in groups if group[0].isdisjoint(line.places)]
        joined = [group for group in groups if not group[0].isdisjoint(line.places)]
        places = set(line.places).union(*(each for each, _ in joined))
        groups = [*apart, (places, [*(one for _, those in joined for one in those), line])]
    if any(prod(numbers[place] for place in places) > MOST for places, _ in groups):
        return None
    return [_Group(tuple(sorted(places)), _free(sorted(places), those, numbers)) for places, those in groups]


def _free(places: Sequence[int], lines: Iterable[_RedLine], numbers: Sequence[int]) -> frozenset[Choice]:
    left = [*product(*(range(numbers[place]) for place in places))]
    for line in lines:
        at = [places.index(place) for place in line.places]
        left = [taken for taken in left if line.results[tuple(taken[place] for place in at)] != "broken"]
    return frozenset(left)


def _number(groups: Iterable[_Group], numbers: Sequence[int]) -> int:
    tied = {place for group in groups for place in group.places}
    return prod(len(group.free) for group in groups) * prod(
        number for place, number in enumerate(numbers) if place not in tied
    )


def _listed(groups: Sequence[_Group], numbers: Sequence[int]) -> Iterator[Choice]:
    """The choices in which no red line is crossed, in order: none is begun that cannot be gone on with."""
    if not all(group.free for group in groups):
        return
    tied: dict[int, tuple[tuple[int, ...], set[Choice]]] = {}
    for group in groups:
        begun = {taken[:number] for taken in group.free for number in range(len(taken) + 1)}
        tied.update((place, (group.places, begun)) for place in group.places)
    stack: list[Choice] = [()]
    while stack:
        taken = stack.pop()
        if len(taken) == len(numbers):
            yield taken
            continue
        places, begun = tied.get(len(taken), ((), {()}))
        for option in reversed(range(numbers[len(taken)])):
            longer = (*taken, option)
            if tuple(longer[place] for place in places if place < len(longer)) in begun:
                stack.append(longer)
